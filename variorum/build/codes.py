"""The codes of what a build finds in its documents and in its output folder."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "DOCUMENT_ID_INVALID",
    "DOCUMENT_NOT_TEXT",
    "OUTPUT_OUTSIDE",
    "OUTPUT_UNWRITABLE",
    "WITNESS_UNKNOWN",
]


# documents

DOCUMENT_ID_INVALID = Code(
    "document-id-invalid",
    "error",
    "The id of a document is the name of its outputs.",
    "give the root an xml:id of letters, figures, . - _",
    "a letter.xml, without an xml:id",
    '<TEI xml:id="a-letter">',
)

DOCUMENT_NOT_TEXT = Code(
    "document-not-text",
    "error",
    "A file that is built is one TEI document with one text.",
    "give each text of a corpus a file of its own",
)

WITNESS_UNKNOWN = Code(
    "witness-unknown",
    "error",
    "The document has no witness of this siglum, so that there is no text of it.",
    "name one of the witnesses of its listWit",
)

# the output folder

OUTPUT_OUTSIDE = Code(
    "output-outside",
    "error",
    "A build writes below the output folder and nowhere else.",
    "give the document an id without slashes and dots",
)

OUTPUT_UNWRITABLE = Code(
    "output-unwritable",
    "error",
    "The system does not let the output be written.",
    "check that the folder exists, that you may write there, and that there is room",
)
