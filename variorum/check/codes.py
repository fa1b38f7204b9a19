"""Codes of the check that no rule declares: a rule has its code beside its function."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "CHECK_FAILED",
    "DOCUMENT_ID_DUPLICATE",
    "EXCEPTION_INVALID",
    "EXCEPTION_UNUSED",
    "GRAMMAR_NO_SCHEMA",
    "NOT_TEI",
    "REGISTER_PROSE",
    "SCHEMA_MISSING",
    "SCHEMA_REMOTE",
    "SCHEMA_UNSUPPORTED",
]


# the check itself

CHECK_FAILED = Code(
    "check-failed",
    "error",
    "The program has stopped, or was stopped for the time that it took, in this step of the check;"
    " all other steps and files are checked.",
    "report it with the file, for it is a fault of the program",
)

# what a file is taken for

REGISTER_PROSE = Code(
    "register-prose",
    "info",
    "A file that holds a list of persons, places or the like with a few words about it is a"
    " register: its entries are printed, and these words are not.",
    "nothing to do if the words are for editors; else give them a file of their own in tei/pages,"
    " or name this file in the setting `documents`",
)

# which schemas judge a file

NOT_TEI = Code(
    "not-tei",
    "info",
    "Only the form of the XML is checked where the root is not of the TEI.",
    'give the root the namespace of the TEI: <TEI xmlns="http://www.tei-c.org/ns/1.0">',
)

GRAMMAR_NO_SCHEMA = Code(
    "grammar-no-schema",
    "info",
    "Without a grammar nobody can say which elements may stand where.",
    'name one with --schema, or in the file: <?xml-model href="…" …?>',
)

SCHEMA_REMOTE = Code(
    "schema-remote",
    "warning",
    "A schema on the network is never fetched.",
    "map its address to a file: [tool.variorum.catalog] in pyproject.toml",
    '<?xml-model href="https://example.org/tei_all.rng"?>',
    '[tool.variorum.catalog]\n"https://example.org/" = "schemas/"',
)

SCHEMA_MISSING = Code(
    "schema-missing",
    "warning",
    "The file names a schema that is not there.",
    "correct the href of its xml-model instruction; it counts from the folder of the file",
)

SCHEMA_UNSUPPORTED = Code(
    "schema-unsupported",
    "info",
    "Only RELAX NG (in XML) and Schematron are read.",
    "convert it: trang schema.rnc schema.rng",
)

# recorded exceptions

EXCEPTION_UNUSED = Code(
    "exception-unused",
    "warning",
    "An exception that matches nothing hides the next mistake.",
    "remove it from exceptions.xml, or correct its place",
)

EXCEPTION_INVALID = Code(
    "exception-invalid",
    "error",
    "An exception must name a code, a place and a reason.",
    "correct exceptions.xml",
    '<exception code="gap-without-reason" file="a.xml"/>',
    '<exception code="gap-without-reason" file="a.xml" id="p5">'
    "<reason>As in the printed edition.</reason></exception>",
)

# documents

DOCUMENT_ID_DUPLICATE = Code(
    "document-id-duplicate",
    "error",
    reason="The id of a document is its address and the name of its outputs.",
    help="give each root an xml:id of its own",
    bad='a.xml: <TEI xml:id="letter"> … b.xml: <TEI xml:id="letter">',
    good='a.xml: <TEI xml:id="letter-1"> … b.xml: <TEI xml:id="letter-2">',
)
