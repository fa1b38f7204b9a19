"""What the import of a transcript can say."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "IMPORT_CHANGED",
    "IMPORT_CHARACTER",
    "IMPORT_CONVERTER",
    "IMPORT_ENCODING",
    "IMPORT_FORMAT",
    "IMPORT_LEFT_OUT",
    "IMPORT_LIBRARY",
    "IMPORT_NOTE",
    "IMPORT_ODT",
    "IMPORT_PROMPT",
    "IMPORT_SOURCE",
    "IMPORT_WORD",
]


IMPORT_SOURCE = Code(
    "import-source",
    "error",
    "Only a file that can be read and has words can be imported.",
    "name a transcript that has words",
)

IMPORT_FORMAT = Code(
    "import-format",
    "error",
    "A format that is not known is never taken as text.",
    "save it as .docx, .odt, .md or .txt",
)

IMPORT_LIBRARY = Code(
    "import-library",
    "error",
    "What reads this format is not installed.",
    "install what the message names",
)

IMPORT_CONVERTER = Code(
    "import-converter",
    "error",
    "The format is read by a program of others, which is not there or does not read the file.",
    "save the file as .docx or .odt",
)

IMPORT_LEFT_OUT = Code(
    "import-left-out",
    "warning",
    "TEI, or the schema of the edition, has no place for it.",
    "look whether the edition needs it, and encode it by hand",
)

IMPORT_CHANGED = Code(
    "import-changed",
    "info",
    "The import keeps it in another form than the source has it in.",
    "look whether it is what the edition wants",
)

IMPORT_WORD = Code(
    "import-word",
    "error",
    "The Word file cannot be read.",
    "open it in a word processor and save it as .docx anew",
)

IMPORT_ODT = Code(
    "import-odt",
    "error",
    "The OpenDocument text cannot be read.",
    "open it in a word processor and save it as .odt anew",
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
