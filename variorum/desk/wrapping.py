"""Puts an element around what is selected, and a date into figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from variorum.check.written_dates import spoken
from variorum.desk.cures import Cure
from variorum.desk.desk import Desk
from variorum.desk.expecting import place_in
from variorum.desk.standing import standing_at
from variorum.desk.tags import tag_at

__all__ = ["dated", "wrappings"]

_SIMPLE = (
    "persName",
    "placeName",
    "orgName",
    "rs",
    "date",
    "title",
    "term",
    "foreign",
    "emph",
    "hi",
    "quote",
    "q",
    "note",
    "ref",
    "add",
    "del",
    "unclear",
    "supplied",
    "sic",
    "seg",
)
"""What editors put around words, those first that they use most."""
_PAIRS = {
    "app": ("<app><lem>{}</lem><rdg></rdg></app>", "an apparatus entry"),
    "choice": ("<choice><sic>{}</sic><corr></corr></choice>", "a correction"),
}
_DATING = ("when", "from", "to", "notBefore", "notAfter")


def wrappings(desk: Desk, path: Path, start: int, end: int) -> Iterator[Cure]:
    """The elements that may stand around a piece of the text, which holds whole elements alone."""
    text = desk.text(path)
    words = text[start:end]
    if not words.strip():
        return
    before, after = standing_at(text, start), standing_at(text, end)
    same = [tag.offset for tag in before.open] == [tag.offset for tag in after.open]
    if not (before.kind == after.kind == "text" and same):
        return
    schema = desk.schema(path)
    allowed = {offer.name for offer in place_in(schema, text, before).elements} if schema else ()
    for name, (form, what) in _PAIRS.items():
        if name in allowed:
            yield Cure(f"Make it {what}", ((start, end, form.format(words)),))
    for name in _SIMPLE:
        if name in allowed:
            yield Cure(f"Wrap in {name}", ((start, end, f"<{name}>{words}</{name}>"),))


def dated(text: str, offset: int) -> Iterator[Cure]:
    """`@when` for a date that has none, where its words can be read in one way."""
    around = [each.offset for each in standing_at(text, offset).open if each.name == "date"]
    tag = tag_at(text, around[-1] if around else offset)
    if tag is None or tag.name != "date" or any(name in tag.spans for name in _DATING):
        return
    if tag.closing is None or "<" in (words := text[tag.end : tag.closing]):
        return
    said = spoken(" ".join(words.split()))
    if said is None or len(said.dates) != 1 or len(said.dates[0]) != 1:
        return
    date = said.dates[0][0]
    if date.year is not None and not date.short and (date.month or not date.day):
        parts = [f"{date.year:04}", *(f"{each:02}" for each in (date.month, date.day) if each)]
        written = f'when="{"-".join(parts)}"'
        yield Cure(f"Add {written}", (tag.added(written),))
