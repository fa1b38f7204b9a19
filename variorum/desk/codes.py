"""Codes of what the desk cannot do."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = ["FORMAT_REFUSED"]

FORMAT_REFUSED = Code(
    "format-refused",
    "error",
    "A file is laid out only where it is proven that nothing but its layout changes.",
    "mend the file first; one in another encoding than UTF-8 is left as it is",
)
