"""What the reading of files and schemas can say; the rules of content are elsewhere."""

from __future__ import annotations

from variorum.check.catalogue import Entry
from variorum.relaxng.findings import CODES

__all__ = ["NOTICES"]

_CURES = {
    "grammar-element-unknown": (
        "correct the name: capitals count",
        "<placename>Ulm</placename>",
        "<placeName>Ulm</placeName>",
    ),
    "grammar-element-misplaced": (
        "move it to where it may stand, or close an element before it",
        "<p>Yours <closer>A. B.</closer></p>",
        "<p>Yours</p> <closer>A. B.</closer>",
    ),
    "grammar-element-missing": (
        "add it before this one",
        "<titleStmt><author>A. B.</author></titleStmt>",
        "<titleStmt><title>Letters</title><author>A. B.</author></titleStmt>",
    ),
    "grammar-element-incomplete": (
        "add what is missing",
        "<list></list>",
        "<list><item>one</item></list>",
    ),
    "grammar-element-namespace": (
        "correct the namespace",
        '<p xmlns="">text</p>',
        "<p>text</p>",
    ),
    "grammar-attribute-unknown": (
        "correct the name: capitals count",
        '<date wen="1989">',
        '<date when="1989">',
    ),
    "grammar-attribute-misplaced": (
        "move it to the element it belongs to, or remove it",
        '<hi when="1989">',
        '<date when="1989">',
    ),
    "grammar-attribute-missing": (
        "add it",
        "<gap/>",
        '<gap reason="illegible"/>',
    ),
    "grammar-attribute-value": (
        "write one of the values or forms that the message names",
        '<date when="14.07.1989">',
        '<date when="1989-07-14">',
    ),
    "grammar-text-misplaced": (
        "put it into an element, such as p",
        "<body>text</body>",
        "<body><p>text</p></body>",
    ),
    "grammar-text-value": (
        "write it as the message says",
        "",
        "",
    ),
    "grammar-not-well-formed": ("correct the XML first", "", ""),
    "grammar-root": (
        "begin with the element that the message names",
        "<p>text</p>",
        "<TEI>…</TEI>",
    ),
}
"""What to do about the mistakes that the grammar sees, with a bad and a good example."""


def _grammar(code: str) -> Entry:
    reason = CODES[code]
    return Entry(code, "error", f"{reason[0].upper()}{reason[1:]}.", *_CURES[code])


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
    *(_grammar(code) for code in CODES),
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
    Entry(
        "schematron-timeout",
        "error",
        "A Schematron that does not come to an end within a minute is ended.",
        "mend the rule that goes on for ever, or takes too long for this file",
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
    # building
    Entry(
        "settings-unreadable",
        "error",
        "The settings of pyproject.toml cannot be read.",
        "correct the file as the message says; it is TOML",
    ),
    Entry(
        "document-id-invalid",
        "error",
        "The id of a document is the name of its outputs.",
        "give the root an xml:id of letters, figures, . - _",
        "a letter.xml, without an xml:id",
        '<TEI xml:id="a-letter">',
    ),
    Entry(
        "document-not-text",
        "error",
        "A file that is built is one TEI document with one text.",
        "give each text of a corpus a file of its own",
    ),
    Entry(
        "element-unhandled",
        "info",
        "No stylesheet has a rule for the element: its text is kept.",
        "nothing, if the text alone will do; else add a rule to xslt/",
    ),
    Entry(
        "entry-unplaced",
        "warning",
        "An entry of the apparatus names a place the text does not have.",
        "correct @from, @to or @loc",
    ),
    Entry(
        "entry-reversed",
        "warning",
        "An entry of the apparatus ends before it begins, or never.",
        "correct @from and @to",
    ),
    Entry(
        "lemma-not-found",
        "warning",
        "The lemma does not stand where the entry says.",
        "write the lemma as the text has it",
    ),
    Entry(
        "witness-unknown",
        "error",
        "The document has no witness of this siglum, so that there is no text of it.",
        "name one of the witnesses of its listWit",
    ),
    Entry(
        "output-outside",
        "error",
        "A build writes below the output folder and nowhere else.",
        "give the document an id without slashes and dots",
    ),
    Entry(
        "output-unwritable",
        "error",
        "The system does not let the output be written.",
        "check that the folder exists, that you may write there, and that there is room",
    ),
    Entry(
        "print-fonts-missing",
        "error",
        "The folder of fonts for print holds no font.",
        "[tool.variorum.print] fonts names a folder of .ttf, .otf or .ttc files",
    ),
    Entry(
        "print-glyph-missing",
        "warning",
        "A character is in none of the fonts, and prints as a square.",
        "name a folder of fonts that have it: [tool.variorum.print] fonts in pyproject.toml",
    ),
    Entry(
        "print-untagged",
        "warning",
        "Blocks inside phrases cannot be tagged for screen readers.",
        "move paragraphs, lists, verses and tables out of phrases",
    ),
    Entry(
        "print-failed",
        "error",
        "Typst cannot set the text: a fault of the print stylesheet.",
        "please report it with the TEI file",
    ),
    Entry(
        "proof-failed",
        "error",
        "A word of the text is not in the output, or not in its place: a fault of a stylesheet.",
        "please report it with the TEI file",
    ),
)
"""The codes of reading, schemas, grammar, exceptions and building, in that order."""
