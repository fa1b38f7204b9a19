"""The codes of what the proof finds."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "PROOF_FAILED",
    "WORDS_LOST",
]


PROOF_FAILED = Code(
    "proof-failed",
    "error",
    "A word of the text is not in the output, or not in its place, or it is another one.",
    "please report it with the file, for it is a fault of the program",
)

WORDS_LOST = Code(
    "words-lost",
    "warning",
    "An output lacks words of the TEI, and the table of what is left out on purpose, which "
    "`variorum explain left-out` prints, does not name them.",
    "please report it with the file, for it is a fault of the program",
)
