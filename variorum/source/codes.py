"""The codes of what is wrong with the bytes of files, with XML, and with the settings."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "CHARACTER_LEFT_OUT",
    "DOCTYPE_NOT_READ",
    "FILE_EMPTY",
    "FILE_MISSING",
    "FILE_UNREADABLE",
    "SETTINGS_UNKNOWN",
    "SETTINGS_UNREADABLE",
    "SETTINGS_VALUE",
    "XINCLUDE_BESIDE_TEXT",
    "XINCLUDE_FALLBACK",
    "XINCLUDE_NOT_FOLLOWED",
    "XML_ENCODING",
    "XML_ENTITY",
    "XML_ENTITY_UNDEFINED",
    "XML_NOT_WELL_FORMED",
    "XML_TOO_DEEP",
]


# files

FILE_MISSING = Code(
    "file-missing",
    "error",
    "A path that was named leads to no file.",
    "check the spelling and the current folder",
)

FILE_UNREADABLE = Code(
    "file-unreadable",
    "error",
    "The system does not give the file.",
    "check that it exists and that you may read it",
)

FILE_EMPTY = Code(
    "file-empty",
    "error",
    "An empty file is no TEI.",
    "restore it, or remove it from the folder",
)

# XML

XML_NOT_WELL_FORMED = Code(
    "xml-not-well-formed",
    "error",
    "What is no XML cannot be read by any program for XML.",
    "every tag that is opened must be closed, in order; & and < in text are &amp; and &lt;",
    "<p>Smith & Sons</p>",
    "<p>Smith &amp; Sons</p>",
)

XML_ENCODING = Code(
    "xml-encoding",
    "error",
    "The bytes of the file are not in the encoding it declares.",
    "save the file as UTF-8, or declare its encoding in the first line:"
    ' <?xml version="1.0" encoding="ISO-8859-1"?>',
)

XML_ENTITY_UNDEFINED = Code(
    "xml-entity-undefined",
    "error",
    "XML knows five entities; others need a declaration.",
    "write the character itself",
    "<p>1914&ndash;1918</p>",
    "<p>1914–1918</p>",
)

XML_ENTITY = Code(
    "xml-entity",
    "error",
    "An entity that is declared outside the document, or stands for another file, is never read.",
    "write the character itself, in UTF-8; include another file by xi:include",
    '<!DOCTYPE TEI [<!ENTITY part SYSTEM "part.xml">]> … <div>&part;</div>',
    '<div><xi:include href="part.xml"/></div>',
)

CHARACTER_LEFT_OUT = Code(
    "character-left-out",
    "warning",
    "A control character, or a mark of the byte order within a text, is seen by nobody, and every"
    " program makes something else of it.",
    "remove it",
    "<p>It&#x92;s late.</p>",
    "<p>It’s late.</p>",
)

XML_TOO_DEEP = Code(
    "xml-too-deep",
    "error",
    "No text needs hundreds of levels; mostly an end tag is missing.",
    "look for elements that are opened again and again and never closed",
)

DOCTYPE_NOT_READ = Code(
    "doctype-not-read",
    "info",
    "A DTD is never read, here or on the network.",
    "nothing to do if the file has no entities or default attributes of the DTD;"
    " else remove the DOCTYPE and write them out",
)

XINCLUDE_NOT_FOLLOWED = Code(
    "xinclude-not-followed",
    "error",
    "What an inclusion would bring is missing from the text.",
    "include a file that lies in the edition's folder and is there, or give the inclusion a"
    " fallback",
    '<xi:include href="http://example.org/part.xml"/>',
    '<xi:include href="part.xml"/>',
)

XINCLUDE_BESIDE_TEXT = Code(
    "xinclude-beside-text",
    "warning",
    "What an inclusion would bring to the header or an annotation is missing; the text is whole.",
    "put the file where the inclusion looks for it, or take the inclusion out",
)

XINCLUDE_FALLBACK = Code(
    "xinclude-fallback",
    "info",
    "The text has the fallback of an inclusion that cannot be made.",
    "nothing to do if that is what you want; else put the file where the inclusion looks for it",
)

# settings

SETTINGS_UNREADABLE = Code(
    "settings-unreadable",
    "error",
    "The settings of pyproject.toml cannot be read.",
    "correct the file as the message says; it is TOML",
)

SETTINGS_UNKNOWN = Code(
    "settings-unknown",
    "error",
    "A setting that does not exist changes nothing; mostly its name is misspelt.",
    "correct its name, or remove it",
)

SETTINGS_VALUE = Code(
    "settings-value",
    "error",
    "A setting with a value that it cannot have changes nothing.",
    "write a value of the kind that the message names",
)
