"""Dates, times and durations of XML Schema 1.0 (Part 2, 3.2.6-3.2.14).

A moment without a time zone may lie anywhere within fourteen hours of its number, so the order
of moments is partial: `<` and `<=` hold only where they are certain.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["FORMS", "Duration", "Moment", "parse"]

YEAR = r"(?P<year>-?(?:[1-9][0-9]{4,}|[0-9]{4}))"
MONTH = r"(?P<month>0[1-9]|1[0-2])"
DAY = r"(?P<day>0[1-9]|[12][0-9]|3[01])"
TIME = (
    r"(?:(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9](?:\.[0-9]+)?)"
    r"|(?P<midnight>24:00:00(?:\.0+)?))"
)
ZONE = r"(?P<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
FORMS = {
    "dateTime": f"{YEAR}-{MONTH}-{DAY}T{TIME}{ZONE}",
    "date": f"{YEAR}-{MONTH}-{DAY}{ZONE}",
    "time": TIME + ZONE,
    "gYearMonth": f"{YEAR}-{MONTH}{ZONE}",
    "gYear": YEAR + ZONE,
    "gMonthDay": f"--{MONTH}-{DAY}{ZONE}",
    "gDay": f"---{DAY}{ZONE}",
    "gMonth": f"--{MONTH}{ZONE}",
}
DURATION = (
    r"(?P<sign>-?)P(?=.)(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=.)(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?"
    r"(?:(?P<seconds>[0-9]+(?:\.[0-9]+)?)S)?)?"
)
# Python refuses to convert longer numbers, and a year of that size is a mistake anyway.
LONGEST = 4000
CERTAIN = 14 * 3600
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# The four moments against which durations are compared (3.2.6.2), as year and month.
REFERENCES = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))


class Moment:
    """Seconds on the time line (an int or Decimal), and whether a zone fixes them."""

    __slots__ = ("seconds", "zoned")

    def __init__(self, seconds: Any, zoned: bool) -> None:
        self.seconds = seconds
        self.zoned = zoned

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Moment):
            return NotImplemented
        return self.zoned == other.zoned and bool(self.seconds == other.seconds)

    def __lt__(self, other: Moment) -> bool:
        if self.zoned == other.zoned:
            return bool(self.seconds < other.seconds)
        return bool(self.seconds + CERTAIN < other.seconds)

    def __le__(self, other: Moment) -> bool:
        return self < other or self == other


class Duration:
    """Months and seconds, both of one sign."""

    __slots__ = ("months", "seconds")

    def __init__(self, months: int, seconds: Any) -> None:
        self.months = months
        self.seconds = seconds

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        return self.months == other.months and bool(self.seconds == other.seconds)

    def _ends(self) -> list[Any]:
        return [
            _days(*_carried(year, month + self.months), 1) * 86400 + self.seconds
            for year, month in REFERENCES
        ]

    def __lt__(self, other: Duration) -> bool:
        return all(a < b for a, b in zip(self._ends(), other._ends(), strict=True))

    def __le__(self, other: Duration) -> bool:
        return all(a <= b for a, b in zip(self._ends(), other._ends(), strict=True))


def parse(name: str, text: str) -> Moment | Duration | None:
    """The value of `text` as a `date`, `gYear`, `duration` and so on; None if it is none."""
    if len(text) > LONGEST:
        return None
    if name == "duration":
        found = re.fullmatch(DURATION, text)
        return _duration(found) if found else None
    found = re.fullmatch(FORMS[name], text)
    return _moment(found.groupdict()) if found else None


def _moment(part: dict[str, str | None]) -> Moment | None:
    # A field that the form lacks gets a value that goes with any date: a leap year, a long month.
    year = _year(part.get("year"))
    month = int(part.get("month") or 1)
    day = int(part.get("day") or 1)
    if year is None or day > LENGTHS[month - 1] + (month == 2 and _leap(year)):
        return None
    seconds: Any = _days(year, month, day) * 86400
    if part.get("midnight"):
        seconds += 86400
        if "year" not in part:
            # Without a date, midnight at the end of a day is midnight at its beginning.
            seconds -= 86400
    elif part.get("hour"):
        seconds += int(part["hour"] or 0) * 3600 + int(part["minute"] or 0) * 60
        seconds += _seconds(part["second"] or "0")
    zone = part.get("zone")
    return Moment(seconds - _offset(zone), zone is not None)


def _year(text: str | None) -> int | None:
    """Astronomical year: there is no year 0000, and -0001 is the year before 0001."""
    if text is None:
        return 2000
    year = int(text)
    return None if year == 0 else year + (year < 0)


def _seconds(text: str) -> Any:
    if "." not in text:
        return int(text)
    from decimal import Decimal

    return Decimal(text)


def _offset(zone: str | None) -> int:
    if zone in (None, "Z"):
        return 0
    sign = -1 if zone[0] == "-" else 1
    return sign * (int(zone[1:3]) * 3600 + int(zone[4:]) * 60)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _carried(year: int, month: int) -> tuple[int, int]:
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def _days(year: int, month: int, day: int) -> int:
    """Days since the beginning of the astronomical year 0, proleptic Gregorian."""
    before = year - 1
    days = year * 365 + before // 4 - before // 100 + before // 400
    return days + sum(LENGTHS[: month - 1]) + (month > 2 and _leap(year)) + day


def _duration(found: re.Match[str]) -> Duration:
    part = found.groupdict()
    sign = -1 if part["sign"] else 1
    months = int(part["years"] or 0) * 12 + int(part["months"] or 0)
    seconds = int(part["days"] or 0) * 86400 + int(part["hours"] or 0) * 3600
    seconds += int(part["minutes"] or 0) * 60 + _seconds(part["seconds"] or "0")
    return Duration(sign * months, sign * seconds)
