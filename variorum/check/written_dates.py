"""Dates as scholars write them, in English, German, French and Russian, and in figures.

    spoken("15/16 July 1989").dates  ->  15 July 1989, and 16 July 1989

Where a text can be read in several ways, every reading is given. Where it holds a figure that is
part of no date, or a word that moves the date (before, around, century), nothing is: silence is
better than a false alarm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

__all__ = ["Partial", "Spoken", "spoken"]


@dataclass(frozen=True)
class Partial:
    """A date of which some parts are given. `short` says that the year has two figures."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    short: bool = False


@dataclass(frozen=True)
class Spoken:
    """The dates of a text in order; each as its readings. `dual`: one day in two calendars."""

    dates: tuple[tuple[Partial, ...], ...]
    dual: bool = False


_MONTHS = (
    "january jan januar jänner jaenner jän janvier janv январь января янв январе",
    "february feb febr februar feber février fevrier févr fevr февраль февраля фев февр феврале",
    "march mar märz maerz mär mrz mars март марта мар марте",
    "april apr avril avr апрель апреля апр апреле",
    "may mai май мая мае",
    "june jun juni juin июнь июня июн июне",
    "july jul juli juillet juil июль июля июл июле",
    "august aug août aout август августа авг августе",
    "september sep sept septembre 7ber 7bre сентябрь сентября сен сент сентябре",
    "october oct oktober okt octobre 8ber 8bre октябрь октября окт октябре",
    "november nov novembre 9ber 9bre ноябрь ноября ноя нояб ноябре",
    "december dec dezember dez décembre decembre déc 10ber 10bre декабрь декабря дек декабре",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_ROMAN |= {"x": 10, "xi": 11, "xii": 12}

_SHIFTING = re.compile(
    r"\b(before|after|about|around|circa|ca|c|early|late|mid|until|till|since|by|eve|days?|weeks?|"
    r"months?|years? (later|ago|after|before)|century|centuries|cent|bc|bce|ad|ah|era|decade|"
    r"vor|nach|um|seit|etwa|gegen|anfang|ende|mitte|jahrhunderts?|jh|jhs|jhdt|tage?|wochen?|"
    r"avant|après|apres|vers|environ|siècle|siecle|jours?|semaines?|fin|début|mi|av|apr j|"
    r"до|после|около|век|века|в|вв|начало|конец|середина|дней|день|назад|спустя|"
    r"easter|ostern|pâques|пасха|kalends|kal|nones|ides|id|republican|vendémiaire|brumaire|frimaire|"
    r"nivôse|pluviôse|ventôse|germinal|floréal|prairial|messidor|thermidor|fructidor)\b"
)

_NO_DATE = re.compile(r"\d:\d|\d\s?(?:h|uhr)\b|\d0(?:s|er)\b|\d-(?!(?:го|[ivx]+)\b)[^\W\d]{2}")
"""Hours, decades (1980s, 1980er), and figures that begin a word."""

_WORD = re.compile(r"\w+\.?")
_SIGN = "¤"
"""Stands before the number of a month whose name was in the text."""

_MONTH = rf"{_SIGN}(?P<month>\d{{1,2}})(?!\w)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|d|er|re|ten|sten|te|-?го|-?е)?(?!\w)\.?"
_JOIN = r"\s*(?:-|/|,|&|and|und|et|и|to|bis|au|по)\s*"
_DAYS = rf"(?P<days>{_DAY}(?:{_JOIN}(?:the |den |le )?{_DAY})*)"
_YEAR = r"(?P<year>\d{4}(?:\s?/\s?\d{1,4})?|'\d\d|(?<=[ .\-])\d\d)(?![\w]|[./]\d)"
_OF = r"[\s,]*(?:of |de |d'|days? of )?\s*-?"

# A form is compiled when a text first comes to it: most texts are read by one of the first.
_FORMS = (
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<days>\d{1,2})(?!\w)",
    r"(?P<year>\d{4})-(?P<month>[01]\d)(?![\w\-/])",
    r"(?P<a>\d{1,4})\s?(?P<sep>[./\-])\s?(?P<b>\d{1,2}|[ivx]{1,4})\s?(?P=sep)\s?(?P<c>\d{4}|\d\d)(?!\w)",
    rf"(?P<year>\d{{4}}),?\s+{_MONTH}\s*{_DAYS}",
    rf"(?P<year>\d{{4}}),?\s+{_DAYS}{_OF}{_MONTH}",
    r"(?P<days>\d{1,2})\s?[./]?\s?(?P<month>[ivx]{1,4})\.?[\s./]+(?P<year>\d{4})(?!\w)",
    rf"{_DAYS}{_OF}{_MONTH}(?:[\s,.\-]*{_YEAR})?",
    rf"{_MONTH}\s*(?:the )?{_DAYS}(?:,?\s*(?:of )?{_YEAR})?",
    rf"{_MONTH}(?:[\s,]*(?:of |de )?(?P<year>\d{{4}}))?(?!\w)",
    r"(?P<first>\d{4})\s?(?P<to>[/\-])\s?(?P<second>\d{1,4})(?![\w./])",
    r"(?P<a>\d{1,2})\.\s?(?P<b>\d{1,2})\.(?!\s?\d)",
    r"(?P<year>\d{4})(?![\w])",
)


@cache
def spoken(text: str) -> Spoken | None:
    """The dates in a text; None where there is none, or where it is safer to say nothing."""
    plain = _plain(text)
    if _SHIFTING.search(plain) or _NO_DATE.search(plain):
        return None
    dates: list[tuple[Partial, ...]] = []
    joins: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(plain):
        found = _match(plain, at)
        if found:
            read, join = _read(found)
            dates += read
            joins.append(join)
            at = found.end()
        else:
            rest.append(plain[at])
            at += 1
    between = "".join(rest)
    if not dates or re.search(r"\d", between):
        return None
    dual = "/" in joins or (len(dates) == 2 and re.search(r"[/(\[]", between) is not None)
    return Spoken(tuple(dates), dual)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    text = re.sub(r"[\u2010-\u2015]", "-", text.replace("’", "'"))
    text = re.sub(r"[\[\]<>{}]", "", text) if text.count("[") == text.count("]") else text
    text = re.sub(r"(?<=\d)\s*(?:гг?\.|год[а-я]*)", "", text)
    return _WORD.sub(_signed, " ".join(text.split()))


def _signed(word: re.Match[str]) -> str:
    number = _NUMBER.get(word[0].rstrip("."))
    return f"{_SIGN}{number}" if number else word[0]


_compiled = cache(re.compile)


def _match(text: str, at: int) -> re.Match[str] | None:
    if at and (text[at - 1].isalnum() or (not text[at].isalnum() and text[at] not in "'¤")):
        return None
    for form in _FORMS:
        found = _compiled(form).match(text, at)
        if found and found.end() > at:
            return found
    return None


def _read(found: re.Match[str]) -> tuple[list[tuple[Partial, ...]], str]:
    """The dates a form gives, and how they are joined."""
    parts = found.groupdict()
    if "first" in parts:
        return _years(parts["first"], parts["second"]), "" if parts["to"] == "-" else "/"
    if "a" in parts:
        return [tuple(_figures(parts))], ""
    years = _year(parts.get("year"))
    month = _month(parts.get("month"))
    days = parts.get("days")
    if not days:
        return [tuple(replace(year, month=month) for year in years)], ""
    numbers = [int(number) for number in re.findall(r"\d+", days)]
    dates = [tuple(replace(year, month=month, day=day) for year in years) for day in numbers]
    return dates, "/" if "/" in days else ""


def _month(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdigit() else _ROMAN.get(text)


def _year(text: str | None) -> list[Partial]:
    """A year with all its readings: 1732/3 is 1732 or 1733, '89 ends in 89."""
    if not text:
        return [Partial()]
    first, _, second = text.replace(" ", "").lstrip("'").partition("/")
    years = [Partial(int(first), short=len(first) == 2)]
    if second:
        years.append(Partial(int(first[: len(first) - len(second)] + second)))
    return years


def _years(first: str, second: str) -> list[tuple[Partial, ...]]:
    whole = first[: len(first) - len(second)] + second
    return [(Partial(int(first)),), (Partial(int(whole)),)]


def _figures(parts: dict[str, str | None]) -> Iterator[Partial]:
    """Every reading of figures that is a day: 8/9/89 is 8 September or 9 August."""
    a, b, c = parts["a"] or "", parts["b"] or "", parts.get("c")
    orders = ["dmy", "mdy"] if parts.get("sep") in ("/", "-") else ["dmy"]
    if len(a) == 4:
        orders = ["ymd"]
    elif len(a) == 3:
        return
    elif c and len(c) == 2 and parts.get("sep") == "-":
        orders.append("ymd")
    for order in orders:
        named = dict(zip(order, (a, b, c), strict=True))
        month = _ROMAN.get(str(named["m"])) or _int(named["m"])
        day, year = _int(named["d"]), named.get("y")
        if month and day and 1 <= month <= 12 and 1 <= day <= 31:
            yield Partial(_int(year), month, day, short=year is not None and len(year) == 2)


def _int(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None
