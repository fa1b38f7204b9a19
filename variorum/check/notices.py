"""What the reading of files and schemas can say; the rules of content are elsewhere."""

from __future__ import annotations

from variorum.check.catalogue import Entry

__all__ = ["NOTICES"]

NOTICES = (
    # reading
    Entry(
        "file-missing",
        "error",
        "A path that was named leads to no file.",
        "check the spelling and the current folder",
    ),
    Entry(
        "file-unreadable",
        "error",
        "The system does not give the file.",
        "check that it exists and that you may read it",
    ),
    Entry(
        "file-empty",
        "error",
        "An empty file is no TEI.",
        "restore it, or remove it from the folder",
    ),
    Entry(
        "xml-not-well-formed",
        "error",
        "What is no XML cannot be read by any program for XML.",
        "every tag that is opened must be closed, in order; & and < in text are &amp; and &lt;",
        "<p>Smith & Sons</p>",
        "<p>Smith &amp; Sons</p>",
    ),
    Entry(
        "xml-encoding",
        "error",
        "The bytes of the file are not in the encoding it declares.",
        "save the file as UTF-8, or declare its encoding in the first line:"
        ' <?xml version="1.0" encoding="ISO-8859-1"?>',
    ),
    Entry(
        "xml-entity-undefined",
        "error",
        "XML knows five entities; others need a declaration.",
        "write the character itself",
        "<p>1914&ndash;1918</p>",
        "<p>1914–1918</p>",
    ),
    Entry(
        "xml-entity",
        "error",
        "Entities of a DTD are not expanded, because they could read any file of this computer.",
        "write the character itself, in UTF-8",
        '<!DOCTYPE TEI [<!ENTITY st "Saint">]> … <p>&st; Peter</p>',
        "<p>Saint Peter</p>",
    ),
    Entry(
        "xml-too-deep",
        "error",
        "No text needs hundreds of levels; mostly an end tag is missing.",
        "look for elements that are opened again and again and never closed",
    ),
    Entry(
        "doctype-not-read",
        "info",
        "A DTD is never read, here or on the network.",
        "nothing to do if the file has no entities or default attributes of the DTD;"
        " else remove the DOCTYPE and write them out",
    ),
    Entry(
        "xinclude-not-followed",
        "info",
        "A file is checked as it stands; what it includes is not.",
        "check the included file by itself, or join the two with an XInclude processor first",
    ),
    Entry(
        "not-tei",
        "info",
        "Only the form of the XML is checked where the root is not of the TEI.",
        'give the root the namespace of the TEI: <TEI xmlns="http://www.tei-c.org/ns/1.0">',
    ),
    # schemas
    Entry(
        "grammar-no-schema",
        "info",
        "Without a grammar nobody can say which elements may stand where.",
        'name one with --schema, or in the file: <?xml-model href="…" …?>',
    ),
    Entry(
        "schema-remote",
        "warning",
        "A schema on the network is never fetched.",
        "map its address to a file: [tool.variorum.catalog] in pyproject.toml",
        '<?xml-model href="https://example.org/tei_all.rng"?>',
        '[tool.variorum.catalog]\n"https://example.org/" = "schemas/"',
    ),
    Entry(
        "schema-missing",
        "warning",
        "The file names a schema that is not there.",
        "correct the href of its xml-model instruction; it counts from the folder of the file",
    ),
    Entry(
        "schema-unsupported",
        "info",
        "Only RELAX NG (in XML) and Schematron are read.",
        "convert it: trang schema.rnc schema.rng",
    ),
    Entry(
        "schema-incorrect",
        "error",
        "A schema that is wrong cannot judge a file.",
        "mend the schema",
    ),
    # grammar
    Entry(
        "grammar-element-unknown",
        "error",
        "The schema has no element of this name.",
        "correct the name: capitals count",
        "<placename>Ulm</placename>",
        "<placeName>Ulm</placeName>",
    ),
    Entry(
        "grammar-element-misplaced",
        "error",
        "The schema has the element, but not at this place.",
        "move it to where it may stand, or close an element before it",
        "<p>Yours <closer>A. B.</closer></p>",
        "<p>Yours</p> <closer>A. B.</closer>",
    ),
    Entry(
        "grammar-element-missing",
        "error",
        "An element that must come first is not there.",
        "add it before this one",
        "<titleStmt><author>A. B.</author></titleStmt>",
        "<titleStmt><title>Letters</title><author>A. B.</author></titleStmt>",
    ),
    Entry(
        "grammar-element-incomplete",
        "error",
        "The element ends before all it needs is in it.",
        "add what is missing",
        "<list></list>",
        "<list><item>one</item></list>",
    ),
    Entry(
        "grammar-element-namespace",
        "error",
        "The element is of another vocabulary than the schema's.",
        "correct the namespace",
        '<p xmlns="">text</p>',
        "<p>text</p>",
    ),
    Entry(
        "grammar-attribute-unknown",
        "error",
        "The schema has no attribute of this name.",
        "correct the name: capitals count",
        '<date wen="1989">',
        '<date when="1989">',
    ),
    Entry(
        "grammar-attribute-misplaced",
        "error",
        "The schema has the attribute, but not on this element.",
        "move it to the element it belongs to, or remove it",
        '<hi when="1989">',
        '<date when="1989">',
    ),
    Entry(
        "grammar-attribute-missing",
        "error",
        "The element must carry an attribute that is not there.",
        "add it",
        "<gap/>",
        '<gap reason="illegible"/>',
    ),
    Entry(
        "grammar-attribute-value",
        "error",
        "The value is none of those the schema allows.",
        "write one of the values or forms that the message names",
        '<date when="14.07.1989">',
        '<date when="1989-07-14">',
    ),
    Entry(
        "grammar-text-misplaced",
        "error",
        "Text stands where only elements may stand.",
        "put it into an element, such as p",
        "<body>text</body>",
        "<body><p>text</p></body>",
    ),
    Entry(
        "grammar-text-value",
        "error",
        "The content is not of the form the schema asks for.",
        "write it as the message says",
    ),
    Entry(
        "schematron",
        "error",
        "A rule of the Schematron that the file names does not hold.",
        "do what the message says; it comes from that schema",
    ),
    Entry(
        "schematron-failed",
        "error",
        "A rule of a Schematron ended in an error of its own.",
        "mend the rule: it meets something it was not written for",
    ),
    # recorded exceptions
    Entry(
        "exception-unused",
        "warning",
        "An exception that matches nothing hides the next mistake.",
        "remove it from exceptions.xml, or correct its place",
    ),
    Entry(
        "exception-invalid",
        "error",
        "An exception must name a code, a place and a reason.",
        "correct exceptions.xml",
        '<exception code="gap-without-reason" file="a.xml"/>',
        '<exception code="gap-without-reason" file="a.xml" id="p5">'
        "<reason>As in the printed edition.</reason></exception>",
    ),
)
"""The codes of reading, schemas, grammar and exceptions, in that order."""
