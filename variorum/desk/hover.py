"""What is said of what is under the cursor: the gloss of a name, the card of a target, a date."""

from __future__ import annotations

import re
from pathlib import Path

from variorum.check.scan import POINTING
from variorum.desk.cards import Card
from variorum.desk.dates import date_in_words
from variorum.desk.desk import Desk
from variorum.desk.expecting import declared, place_in, values
from variorum.desk.pointers import Stretch, targets, token_at
from variorum.desk.standing import Standing, standing_at

__all__ = ["hover"]

_WORD = re.compile(r"[\w:.\-]*")


def hover(desk: Desk, path: Path, offset: int) -> tuple[str, Stretch] | None:
    """What there is to say of a place, as Markdown, and the piece of the text that it is about."""
    text = desk.text(path)
    end = offset + len((_WORD.match(text, offset) or [""])[0])
    standing = standing_at(text, end)
    if standing.kind == "value":
        return _value(desk, path, text, offset)
    said = ""
    if standing.kind in ("element", "end"):
        schema = desk.schema(path)
        offer = declared(schema, standing.word) if schema else None
        said = f"**<{standing.word}>** {offer.gloss}" if offer else ""
    elif standing.kind == "attribute":
        said = _attribute(desk, path, text, standing)
    return (said, Stretch(path, standing.start, end)) if said else None


def _attribute(desk: Desk, path: Path, text: str, standing: Standing) -> str:
    schema = desk.schema(path)
    for offer in place_in(schema, text, standing).attributes if schema else ():
        if offer.name == standing.word:
            return f"**@{offer.name}** {offer.gloss}"
    return ""


def _value(desk: Desk, path: Path, text: str, offset: int) -> tuple[str, Stretch] | None:
    standing, token, start = token_at(text, offset)
    spot = Stretch(path, start, start + len(token))
    if standing.attribute in POINTING:
        cards = (desk.cards(file).get(id_) for file, id_ in targets(desk, path, token))
        said = "\n\n".join(_shown(card) for card in cards if card)
        return (said, spot) if said else None
    if date := date_in_words(standing.attribute, token):
        return f"**{token}** {date}", spot
    schema = desk.schema(path)
    for offer in values(schema, text, standing) if schema else ():
        if offer.name == token and offer.gloss:
            return f"**{token}** {offer.gloss}", spot
    return None


def _shown(card: Card) -> str:
    head = f"**{_plain(card.label or card.id)}** ({card.element})"
    return f"{head}\n\n{_plain(card.text)}" if card.text and card.text != card.label else head


def _plain(text: str) -> str:
    """Words that Markdown shows as they are."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)
