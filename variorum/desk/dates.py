"""What the value of a dating attribute means, in words (TEI P5, att.datable.w3c)."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from datetime import date

from variorum.check.dates import in_old_style

__all__ = ["date_in_words"]

_LIMITS = {
    "when": "",
    "notBefore": "not before ",
    "notAfter": "not after ",
    "from": "from ",
    "to": "until ",
}
_DATE = re.compile(
    r"(?P<era>-?)(?P<year>\d{4,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d).*)?)?)?\Z"
)
_OF_ANY_YEAR = re.compile(r"--(?P<month>\d\d)(?:-(?P<day>\d\d))?\Z")
_LEAP = 2000
"""A year that has every day that a year may have."""


def date_in_words(attribute: str, value: str) -> str:
    """A date, with its day of the week and of the Julian calendar; nothing for what is none."""
    limit = _LIMITS.get(attribute.removesuffix("-iso"))
    found = _DATE.match(value) or _OF_ANY_YEAR.match(value)
    if limit is None or found is None:
        return ""
    parts = found.groupdict()
    is_of_era = bool(parts.get("year")) and not parts["era"]
    try:
        year = int(parts["year"] or 0) if is_of_era else _LEAP
        day = date(year, int(parts["month"] or 1), int(parts["day"] or 1))
    except ValueError:
        return ""
    return limit + _words(parts, day, is_of_era=is_of_era)


def _words(parts: dict[str, str | None], day: date, *, is_of_era: bool) -> str:
    names = [str(day.day)] if parts["day"] else []
    names += [month_name[day.month]] if parts["month"] else []
    if "year" not in parts:
        return f"{' '.join(names)} of any year"
    words = " ".join([*names, str(int(parts["year"] or 0))])
    if not is_of_era:
        return f"{words} BC"
    if not parts["day"]:
        return words
    time = f", {parts['time']}" if parts["time"] else ""
    old = in_old_style(day)
    julian = (
        f" ({old.day} {month_name[old.month]} {old.year} in the Julian calendar)" if old else ""
    )
    return f"{day_name[day.weekday()]}, {words}{time}{julian}"
