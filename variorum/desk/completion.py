"""What may be typed where the cursor is: names, values, and pointers with who is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from variorum.check.names import is_entry_for
from variorum.check.scan import POINTING
from variorum.desk.cards import Card
from variorum.desk.desk import Desk
from variorum.desk.expecting import Offer, place_in, values
from variorum.desk.pointers import pointables, token_at
from variorum.desk.standing import Standing, standing_at

__all__ = ["Proposal", "proposals"]

Kind = Literal["element", "attribute", "value", "pointer", "end"]
_FEW = {"wit": ("witness", "listWit"), "hand": ("handNote",), "resp": ("respStmt", "editor")}
"""The elements that an attribute points to, of which the first are proposed first."""


@dataclass(frozen=True)
class Proposal:
    """Something to type in place of the text from `start` to `end`, in characters.

    `detail` is shown beside it; `snippet` says that `text` has a `$0` where the cursor is to be.
    """

    kind: Kind
    label: str
    text: str
    start: int
    end: int
    detail: str = ""
    about: str = ""
    first: bool = False
    snippet: bool = False


def proposals(desk: Desk, path: Path, offset: int) -> list[Proposal]:
    """What may be typed at an offset of a file."""
    text = desk.text(path)
    standing = standing_at(text, offset)
    if standing.kind == "end":
        return list(_end(standing, offset))
    if standing.kind == "value":
        return list(_values(desk, path, text, offset))
    schema = desk.schema(path)
    if schema is None or standing.kind in ("text", "none"):
        return []
    place = place_in(schema, text, standing)
    if standing.kind == "element":
        closing = list(_end(standing, offset, "/")) if not standing.word else []
        return [*closing, *(_element(offer, standing, offset) for offer in place.elements)]
    return [_attribute(offer, standing, offset, text) for offer in place.attributes]


def _end(standing: Standing, offset: int, slash: str = "") -> Iterator[Proposal]:
    """The end tags of the open elements, the innermost first."""
    for tag in reversed(standing.open):
        label = f"{slash}{tag.name}"
        yield Proposal("end", label, f"{label}>", standing.start, offset, first=True)
        return


def _element(offer: Offer, standing: Standing, offset: int) -> Proposal:
    return Proposal("element", offer.name, offer.name, standing.start, offset, about=offer.gloss)


def _attribute(offer: Offer, standing: Standing, offset: int, text: str) -> Proposal:
    has_value = text[offset:].lstrip().startswith("=")
    written = offer.name if has_value else f'{offer.name}="$0"'
    detail = "required" if offer.required else ""
    return Proposal(
        "attribute",
        offer.name,
        written,
        standing.start,
        offset,
        detail,
        offer.gloss,
        first=offer.required,
        snippet=not has_value,
    )


def _values(desk: Desk, path: Path, text: str, offset: int) -> Iterator[Proposal]:
    standing, token, start = token_at(text, offset)
    schema = desk.schema(path)
    for offer in values(schema, text, standing) if schema else ():
        yield Proposal(
            "value", offer.name, offer.name, start, start + len(token), about=offer.gloss
        )
    if standing.attribute not in POINTING or standing.tag is None:
        return
    taken = set(standing.value.split()) - {token}
    for pointer, card in pointables(desk, path):
        if pointer not in taken and (rank := _rank(standing, card)) is not None:
            yield Proposal(
                "pointer",
                pointer,
                pointer,
                start,
                start + len(token),
                f"{card.element}: {card.label}" if card.label else card.element,
                card.text,
                first=rank,
            )


def _rank(standing: Standing, card: Card) -> bool | None:
    """Whether a target is one of those that are mostly meant here; None if it never is."""
    name = standing.tag.name if standing.tag else ""
    kind = standing.tag.attributes.get("type", "") if standing.tag else ""
    if standing.attribute == "ref":
        return is_entry_for(name, kind, card.element)
    few = _FEW.get(standing.attribute)
    if few is None:
        return False
    is_meant = card.element in few
    return is_meant if is_meant or standing.attribute != "wit" else None
