"""Fields: what Word computes, and where it leads (ISO/IEC 29500-1, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["Field", "Fields", "target_of"]

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_REFERENCES = {"REF", "PAGEREF", "NOTEREF"}
_SWITCH = re.compile(r"\\\S")
_WITH_WORD = {
    "": {"\\*", "\\#", "\\@"},
    "HYPERLINK": {"\\l", "\\o", "\\t"},
    "REF": {"\\d"},
}
"""The switches that a word follows, by the kind of field; those under no kind are general."""
_SILENT = {
    *("", "TOC", "PAGE", "SET", "ASK", "SEQ", "SECTION", "NUMPAGES", "FORMTEXT", "BIBLIOGRAPHY"),
    *("ADDIN", "PRIVATE", "NEXT", "HYPERLINK"),
}
"""Fields of which nothing is lost where they have no result."""


@dataclass
class Field:
    """A field that is open: its instruction, whether its result has begun, and whether it ends.

    `place` says where it began.
    """

    instruction: str = ""
    has_result: bool = False
    has_end: bool = True
    place: str = ""

    @property
    def words(self) -> list[str]:
        """The words of the instruction; those in quotation marks are one."""
        found = _WORD.findall(self.instruction)
        return [quoted.replace('\\"', '"') or bare for quoted, bare in found]

    @property
    def kind(self) -> str:
        """The first word of the instruction."""
        return self.words[0].upper() if self.words else ""

    @property
    def loses(self) -> bool:
        """Whether a field without a result holds something that nobody sees then."""
        return not self.has_result and self.kind not in _SILENT


def target_of(words: list[str]) -> str:
    """Where a field leads: an address, or `#` and the name of a bookmark; nowhere for most."""
    kind = words[0].upper() if words else ""
    address, switches = _parted(words[1:], _WITH_WORD[""] | _WITH_WORD.get(kind, set()))
    if kind == "HYPERLINK":
        place = switches.get("\\l", "")
        return f"{address}#{place}" if place else address
    return f"#{address}" if kind in _REFERENCES and "\\h" in switches and address else ""


def _parted(words: list[str], with_word: set[str]) -> tuple[str, dict[str, str]]:
    """The first word that belongs to no switch, and the switches with the words after them."""
    plain: list[str] = []
    switches: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if _SWITCH.fullmatch(word):
            switches[word.lower()] = next(rest, "") if word.lower() in with_word else ""
        else:
            plain.append(word)
    return (plain[0] if plain else ""), switches


@dataclass
class Fields:
    """The fields that are open, the outermost first."""

    open: list[Field] = field(default_factory=list)

    def begin(self, begun: Field | None = None) -> None:
        """A field begins with its instruction."""
        self.open.append(begun or Field())

    def instruct(self, text: str) -> None:
        """A piece of the instruction of the innermost field."""
        if self.open:
            self.open[-1].instruction += text

    def separate(self) -> None:
        """The result of the innermost field begins."""
        if self.open:
            self.open[-1].has_result = True

    def end(self) -> Field | None:
        """The innermost field ends."""
        return self.open.pop() if self.open else None

    @property
    def is_instruction(self) -> bool:
        """Whether what stands here is no text, but belongs to an instruction."""
        return any(not each.has_result for each in self.open)

    @property
    def target(self) -> str:
        """Where the innermost field that leads anywhere leads."""
        for each in reversed(self.open):
            if each.has_end and (target := target_of(each.words)):
                return target
        return ""
