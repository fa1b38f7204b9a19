"""The codes of what goes wrong when a book is typeset."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "PRINT_FACE_STRANGE",
    "PRINT_FAILED",
    "PRINT_FONTS_MISSING",
    "PRINT_GLYPH_MISSING",
    "PRINT_LABEL_WRONG",
    "PRINT_PICTURE_UNREADABLE",
    "PRINT_TEMPLATE",
    "PRINT_TOO_DEEP",
    "PRINT_UNPLANNED",
    "PRINT_UNTAGGED",
]


PRINT_FONTS_MISSING = Code(
    "print-fonts-missing",
    "error",
    "The folder of fonts for print holds no font.",
    "[tool.variorum.print] fonts names a folder of .ttf, .otf or .ttc files",
)

PRINT_GLYPH_MISSING = Code(
    "print-glyph-missing",
    "warning",
    "A character is in none of the fonts, and prints as a square.",
    "name a folder of fonts that have it: [tool.variorum.print] fonts in pyproject.toml",
)

PRINT_FACE_STRANGE = Code(
    "print-face-strange",
    "warning",
    "Letters of a script stand in a face that was not made for texts, such as one for programs.",
    "name a folder with a font for that script: [tool.variorum.print] fonts in pyproject.toml",
)

PRINT_PICTURE_UNREADABLE = Code(
    "print-picture-unreadable",
    "warning",
    "The file of a picture is damaged, or of a kind that a PDF cannot show.",
    "save the picture again as PNG, JPEG or SVG",
)

PRINT_TEMPLATE = Code(
    "print-template",
    "error",
    "Books are set by the template that the settings name, and it does not work.",
    "correct it: it imports edition.typ, and no packages; its functions take what ours take",
)

PRINT_TOO_DEEP = Code(
    "print-too-deep",
    "error",
    "A book cannot be set of elements that lie very deep in each other; all other outputs can.",
    "make the text less deep: close elements before others of the same kind are opened in them",
)

PRINT_UNTAGGED = Code(
    "print-untagged",
    "warning",
    "Blocks inside phrases cannot be tagged for screen readers.",
    "move paragraphs, lists, verses and tables out of phrases",
)

PRINT_UNPLANNED = Code(
    "print-unplanned",
    "warning",
    "The apparatus stands at the end of the PDF, for its pages do not keep to a plan.",
    'please report it with the file, or choose this: [tool.variorum.print] apparatus = "end"',
)

PRINT_LABEL_WRONG = Code(
    "print-label-wrong",
    "error",
    "An entry at the foot of a page names another line than that of its lemma.",
    "please report it with the file, for it is a fault of the program",
)

PRINT_FAILED = Code(
    "print-failed",
    "error",
    "Typst cannot set the text.",
    "please report it with the file, for it is a fault of the program",
)
