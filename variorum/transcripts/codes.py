"""What the import of a transcript can say."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "IMPORT_CHARACTER",
    "IMPORT_ENCODING",
    "IMPORT_NOTE",
    "IMPORT_PROMPT",
    "IMPORT_SOURCE",
    "IMPORT_WORD",
]


IMPORT_SOURCE = Code(
    "import-source",
    "error",
    "Only plain text and Word files can be imported.",
    "save it as .txt or .docx",
)

IMPORT_WORD = Code(
    "import-word",
    "error",
    "The Word file cannot be read.",
    "do what the message says, or save it as .txt",
)

IMPORT_ENCODING = Code(
    "import-encoding",
    "error",
    "The bytes of the file are not in the encoding they are read in.",
    "name its encoding: --encoding windows-1251, or save it as UTF-8",
)

IMPORT_CHARACTER = Code(
    "import-character",
    "warning",
    "A control character cannot stand in XML and is left out.",
    "look what it stood for in the source",
)

IMPORT_NOTE = Code(
    "import-note",
    "warning",
    "A note cannot stand within itself; its mark is left as it is written.",
    "give the note its own words, or take the mark out of it",
)

IMPORT_PROMPT = Code(
    "import-prompt",
    "info",
    "The header of an import has places that only an editor can fill.",
    "replace what stands in brackets",
)
