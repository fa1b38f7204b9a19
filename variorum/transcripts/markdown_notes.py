"""Footnotes of Markdown: CommonMark has none, and all others write them alike."""

from __future__ import annotations

import re

__all__ = ["DEEPEST", "NOTE", "parted"]

NOTE = re.compile(r"\[\^([^\]\s]+)\]")
DEEPEST = 3
"""So many notes may stand within each other."""
_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def parted(text: str) -> tuple[str, dict[str, str]]:
    """The text without the definitions of notes, and these by their names.

    A definition goes on over the lines that follow it without an empty line, and over those
    that are indented by four spaces. One that nothing refers to stays where it is.
    """
    kept: list[str] = []
    notes: dict[str, list[str]] = {}
    current: list[str] | None = None
    is_code = False
    for line in text.split("\n"):
        is_code ^= bool(_FENCE.match(line))
        definition = None if is_code else _DEFINITION.fullmatch(line)
        if definition and _is_used(definition[1], text):
            current = notes.setdefault(definition[1], [])
            current.append(definition[2])
        elif current is not None and _goes_on(line, current):
            current.append(re.sub(r"^(?: {1,4}|\t)", "", line))
        else:
            current = None
            kept.append(line)
    return "\n".join(kept), {name: "\n".join(lines) for name, lines in notes.items()}


def _is_used(name: str, text: str) -> bool:
    return any(
        match[1] == name and not text.startswith(":", match.end()) for match in NOTE.finditer(text)
    )


def _goes_on(line: str, note: list[str]) -> bool:
    """Whether a line belongs to the note before it."""
    if not line.strip() or line.startswith(("    ", "\t")):
        return True
    return bool(note[-1].strip()) and not line.startswith("#")
