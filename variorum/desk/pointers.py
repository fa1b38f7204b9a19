"""Where pointers lead, who points to a thing, and what may be pointed to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum.check.prefix_patterns import expand
from variorum.check.scan import POINTING, PrefixDef
from variorum.desk.cards import Card
from variorum.desk.desk import Desk
from variorum.desk.standing import Standing, attributes_in, standing_at
from variorum.source.addresses import file_at, is_readable_file, parts_of

__all__ = [
    "POINTING",
    "Stretch",
    "definition",
    "id_at",
    "pointables",
    "references",
    "targets",
    "token_at",
]

_ID = "xml:id"


@dataclass(frozen=True)
class Stretch:
    """A piece of the text of a file, by its offsets in characters."""

    path: Path
    start: int
    end: int


def token_at(text: str, offset: int) -> tuple[Standing, str, int]:
    """Where an offset stands, and the word of a value around it with its beginning."""
    standing = standing_at(text, offset)
    if standing.kind != "value":
        return standing, "", offset
    at = offset - standing.start
    before = re.search(r"\S*\Z", standing.value[:at])
    after = re.match(r"\S*", standing.value[at:])
    head, tail = before[0] if before else "", after[0] if after else ""
    return standing, head + tail, offset - len(head)


def targets(desk: Desk, path: Path, token: str) -> Iterator[tuple[Path, str]]:
    """The files of the edition, and the ids in them, that a pointer may lead to."""
    if token.startswith("#"):
        yield path, token[1:]
        return
    index = desk.index(path)
    prefix, colon, rest = token.partition(":")
    declared = [each for each in index.prefixes if each.ident == prefix] if colon else []
    addresses = [expand(each, rest) for each in declared] if declared else [token]
    for address in addresses:
        parts = parts_of(address) if address else None
        if address and parts and parts.fragment and not parts.scheme:
            found = file_at(address, path.parent)
            if found is not None and desk.holds(found):
                yield found.resolve(), parts.fragment


def definition(desk: Desk, path: Path, token: str) -> Iterator[Stretch]:
    """The ids that a pointer leads to."""
    for file, id_ in targets(desk, path, token):
        if spot := _id_in(desk, file, id_):
            yield spot


def id_at(desk: Desk, path: Path, offset: int) -> tuple[Path, str] | None:
    """The element that is meant at a place: that of an xml:id, or of a pointer to one."""
    standing, token, _ = token_at(desk.text(path), offset)
    if standing.attribute == _ID:
        return path, standing.value
    if standing.attribute in POINTING and token:
        return next((each for each in targets(desk, path, token) if _id_in(desk, *each)), None)
    return None


def references(desk: Desk, path: Path, id_: str) -> Iterator[tuple[Stretch, str]]:
    """The tokens that point to an element, in all files, each with how it is written."""
    for file in dict.fromkeys([path, *desk.paths]):
        text = desk.text(file)
        if id_ not in text:
            continue
        for found in attributes_in(text):
            if found.name not in POINTING or id_ not in found.value:
                continue
            for token in re.finditer(r"\S+", found.value):
                if (path, id_) in targets(desk, file, token[0]):
                    start = found.start + token.start()
                    yield Stretch(file, start, start + len(token[0])), token[0]


def renamed(desk: Desk, path: Path, id_: str, new: str) -> Iterator[tuple[Stretch, str]]:
    """What changes in all files when an element gets another xml:id, and into what."""
    if spot := _id_in(desk, path, id_):
        yield spot, new
    for spot, token in references(desk, path, id_):
        yield spot, token.removesuffix(id_) + new


def _id_in(desk: Desk, path: Path, id_: str) -> Stretch | None:
    """The value of the xml:id in a file."""
    text = desk.text(path)
    if id_ not in text:
        return None
    found = (each for each in attributes_in(text) if each.name == _ID and each.value == id_)
    return next((Stretch(path, each.start, each.start + len(id_)) for each in found), None)


def pointables(desk: Desk, path: Path) -> Iterator[tuple[str, Card]]:
    """All that a file can point to: how the pointer is written, and the card of its target."""
    for card in desk.cards(path).values():
        yield f"#{card.id}", card
    for prefix in desk.index(path).prefixes:
        yield from _prefixed(desk, path, prefix)


def _prefixed(desk: Desk, path: Path, prefix: PrefixDef) -> Iterator[tuple[str, Card]]:
    address = expand(prefix, "a") or expand(prefix, "1") or ""
    file = file_at(address, path.parent) if "#" in address else None
    if file is None or not desk.holds(file) or not is_readable_file(file):
        return
    for card in desk.cards(file.resolve()).values():
        led = expand(prefix, card.id) or ""
        parts = parts_of(led)
        if parts and parts.fragment == card.id and file_at(led, path.parent) == file:
            yield f"{prefix.ident}:{card.id}", card
