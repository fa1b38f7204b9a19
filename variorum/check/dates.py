"""The rule that a date in words and the same date in an attribute agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from variorum.check.rules import Report, file_rule
from variorum.check.scan import Dated, Index
from variorum.check.written_dates import Partial, Spoken, spoken
from variorum.findings.code import Code

__all__ = ["DATE_CONTRADICTS_TEXT", "contradiction", "in_old_style"]

_ISO = re.compile(r"(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?\Z|--(\d\d)(?:-(\d\d))?\Z")
_UNLIKE_OURS = ("calendar", "datingMethod", "when-custom", "from-custom", "notBefore-custom")

DATE_CONTRADICTS_TEXT = Code(
    "date-contradicts-text",
    "warning",
    reason="Readers see the date in words, search and timeline use the attribute: they must agree.",
    help="correct the attribute; if the source is wrong, say so in a note and record an exception",
    bad='<date when="1989-08-12">22 August 1989</date>',
    good='<date when="1989-08-22">22 August 1989</date>',
)


@file_rule(DATE_CONTRADICTS_TEXT)
def contradiction(index: Index) -> Iterator[Report]:
    """A date whose attributes exclude every reading of its text.

    English, German, French and Russian months, figures in any order, ranges, dual dates, days
    without a year. A difference of just the days between the Julian and the Gregorian calendar is
    no contradiction.
    """
    for dated in index.dated:
        if any(name in dated.attributes for name in _UNLIKE_OURS):
            continue
        said = spoken(dated.text)
        if said and (wrong := _contradicted(said, dated)):
            value = dated.attributes[wrong]
            message = f"the text says “{dated.text[:60]}”, @{wrong} says {value}"
            yield Report(dated.places[wrong], message, _cure(said, wrong, value))


def _cure(said: Spoken, name: str, value: str) -> str:
    """The attribute as the text has it, where that is certain."""
    given = _partial(value)
    if len(said.dates) != 1 or len(said.dates[0]) != 1 or given is None:
        return ""
    reading = said.dates[0][0]
    year = given.year if reading.year is None else reading.year
    if year is None:
        return ""
    if reading.short:
        year += (given.year or 0) // 100 * 100
    parts = [f"{year:04}", *(f"{part:02}" for part in (reading.month, reading.day) if part)]
    iso = "-".join(parts)
    return f'write {name}="{iso}"; if the source is wrong, say so in a note and record an exception'


def _contradicted(said: Spoken, dated: Dated) -> str | None:
    """The attribute that the text contradicts."""
    values = {
        name.removesuffix("-iso"): (name, _partial(value))
        for name, value in dated.attributes.items()
        if name in dated.places
    }
    if any(value is None for _, value in values.values()):
        return None
    first, last = said.dates[0], said.dates[-1]
    if "when" in values:
        name, when = values["when"]
        dates = [reading for readings in said.dates for reading in readings]
        agree = _same if said.dual else _agree
        return None if when is None or any(agree(reading, when) for reading in dates) else name
    for low, high in (("from", "to"), ("notBefore", "notAfter")):
        begin, end = values.get(low), values.get(high)
        if (
            begin
            and begin[1]
            and not any(_not_before(reading, begin[1]) for reading in _any(said, first))
        ):
            return begin[0]
        if (
            end
            and end[1]
            and not any(_not_before(end[1], reading, ends=True) for reading in _any(said, last))
        ):
            return end[0]
        if low == "from" and begin and end and begin[1] and end[1] and len(said.dates) == 2:
            if not said.dual and not any(_agree(reading, begin[1]) for reading in first):
                return begin[0]
            if not said.dual and not any(_agree(reading, end[1]) for reading in last):
                return end[0]
    return None


def _any(said: Spoken, readings: tuple[Partial, ...]) -> tuple[Partial, ...]:
    return tuple(reading for date_ in said.dates for reading in date_) if said.dual else readings


def _partial(value: str) -> Partial | None:
    found = _ISO.match(value.strip())
    if not found:
        return None
    year, month, day, month_, day_ = (int(part) if part else None for part in found.groups())
    return Partial(year, month or month_, day or day_)


def _agree(said: Partial, value: Partial) -> bool:
    """Whether the two are one date, in one calendar or in two."""
    return _same(said, value) or _julian(said, value)


def _same(said: Partial, value: Partial) -> bool:
    """Whether nothing that both give differs."""
    return (
        _same_year(said, value)
        and (said.month is None or value.month is None or said.month == value.month)
        and (said.day is None or value.day is None or said.day == value.day)
    )


def _same_year(said: Partial, value: Partial) -> bool:
    if said.year is None or value.year is None:
        return True
    return said.year == (value.year % 100 if said.short else value.year)


def _julian(said: Partial, value: Partial) -> bool:
    """Whether the two are one day in the old and the new style."""
    year = value.year
    if not (year and value.month and value.day and said.month and said.day):
        return False
    if not _valid(year, value.month, value.day):
        return False
    old = in_old_style(date(year, value.month, value.day))
    return old is not None and (said.month, said.day) == (old.month, old.day)


def in_old_style(day: date) -> date | None:
    """A day of the Gregorian calendar in the Julian one; None after 1929, when no state had it."""
    if day.year >= 1930:
        return None
    century = (day.year - (day.month < 3)) // 100
    days = century - century // 4 - 2
    return day - timedelta(days=days) if day.toordinal() > days else None


def _valid(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _not_before(later: Partial, earlier: Partial, *, ends: bool = False) -> bool:
    """Whether `later` may lie on or after `earlier`; `ends` if `later` is the attribute."""
    said = earlier if ends else later
    if (
        said.short
        or later.year is None
        or earlier.year is None
        or _julian(said, later if ends else earlier)
    ):
        return True
    pairs = ((later.year, earlier.year), (later.month, earlier.month), (later.day, earlier.day))
    for after, before in pairs:
        if after is None or before is None:
            return True
        if after != before:
            return after > before
    return True
