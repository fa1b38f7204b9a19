"""What an import does not keep, or keeps in another form: by kind, number and place."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.findings import Code, Diagnostic, Place
from variorum.transcripts.codes import IMPORT_CHANGED, IMPORT_LEFT_OUT

__all__ = ["Losses"]

_PLACES = 12
_WORDS = 40


@dataclass
class Losses:
    """The losses of one file, gathered by what happened to what; `place` is where the reader is."""

    name: str
    place: str = ""
    told: list[Diagnostic] = field(default_factory=list)
    """What was found at a line of the source, and stands for itself."""
    _found: dict[tuple[Code, str, str], list[str]] = field(default_factory=dict)

    def left_out(self, kind: str, what: str = "left out", place: str = "") -> None:
        """Something that the TEI does not hold; `kind` is its name, such as `chart`."""
        self._add(IMPORT_LEFT_OUT, kind, what, place)

    def changed(self, kind: str, what: str, place: str = "") -> None:
        """Something that the TEI holds in another form, or elsewhere."""
        self._add(IMPORT_CHANGED, kind, what, place)

    def _add(self, code: Code, kind: str, what: str, place: str) -> None:
        self._found.setdefault((code, kind, what), []).append(place or self.place)

    def findings(self) -> list[Diagnostic]:
        """A finding for each kind, with the number and the places."""
        return self.told + [
            code.at(Place(self.name), f"{kind} ({len(places)}): {what}{_said(places)}")
            for (code, kind, what), places in self._found.items()
        ]


def _said(places: list[str]) -> str:
    named = [place for place in dict.fromkeys(places) if place]
    if not named:
        return ""
    more = f" and {len(named) - _PLACES} other places" if len(named) > _PLACES else ""
    return f" – {'; '.join(named[:_PLACES])}{more}"
