"""Dates as scholars write them: what is understood, and where silence is kept."""

from __future__ import annotations

import pytest

from variorum.check.written_dates import Partial, spoken

DAY = Partial(1989, 8, 22)
SHORT = Partial(89, 8, 22, short=True)

ONE_DAY = {
    "22 August 1989": DAY,
    "August 22, 1989": DAY,
    "Aug. 22nd, 1989": DAY,
    "Tuesday, 22 August 1989": DAY,
    "the 22nd of August 1989": DAY,
    "22. August 1989": DAY,
    "den 22ten August 1989": DAY,
    "Wien, am 22. Aug. 1989": DAY,
    "le 22 août 1989": DAY,
    "22 aout 1989": DAY,
    "22 августа 1989 г.": DAY,
    "22-го августа 1989 года": DAY,
    "22 авг. 1989": DAY,
    "1989-08-22": DAY,
    "22.08.1989": DAY,
    "22. 8. 1989": DAY,
    "22.VIII.1989": DAY,
    "22/VIII 1989": DAY,
    "1989, 22. August": DAY,
    "22.08.89": SHORT,
    "22-Aug-89": SHORT,
    "08/22/1989": DAY,
    "22/08/1989": DAY,
    "le 1er janvier 1800": Partial(1800, 1, 1),
    "6 8bre 1720": Partial(1720, 10, 6),
    "July 14 of this year": Partial(None, 7, 14),
    "14 juillet": Partial(None, 7, 14),
    "22.8.": Partial(None, 8, 22),
    "August 1989": Partial(1989, 8),
    "Декабрь 1843": Partial(1843, 12),
    "December, 1843.": Partial(1843, 12),
    "spring 1989": Partial(1989),
}

SILENCE = (
    "the nearest future",
    "not so distant period after Deng",
    "fifteenth century",
    "18. Jh.",
    "XVIII век",
    "c. 1500",
    "before 1500",
    "vor 1500",
    "около 1500 г.",
    "the day after 22 August 1989",
    "three weeks ago",
    "1980s",
    "1980er Jahre",
    "1300-tallets anden halvdel",
    "44 BC",
    "10:30, 22 August 1989",
    "Vol. 3, 1989",
    "22 22 August 1989",
    "31.12",
)


@pytest.mark.parametrize("text", ONE_DAY)
def test_a_day_is_understood(text: str) -> None:
    said = spoken(text)
    assert said and said.dates == ((ONE_DAY[text],),)


@pytest.mark.parametrize("text", SILENCE)
def test_nothing_is_said_where_nothing_is_sure(text: str) -> None:
    assert spoken(text) is None


def test_figures_that_can_be_read_in_two_ways_are() -> None:
    said = spoken("8/9/1989")
    assert said and said.dates == ((Partial(1989, 9, 8), Partial(1989, 8, 9)),)


@pytest.mark.parametrize(
    ("text", "first", "last", "dual"),
    [
        ("22–24 August 1989", Partial(1989, 8, 22), Partial(1989, 8, 24), False),
        ("15/16 July 1989", Partial(1989, 7, 15), Partial(1989, 7, 16), True),
        ("am 3. und 4. März 1848", Partial(1848, 3, 3), Partial(1848, 3, 4), False),
        ("с 3 по 5 мая 1900", Partial(1900, 5, 3), Partial(1900, 5, 5), False),
        ("12 May - 3 June 1720", Partial(None, 5, 12), Partial(1720, 6, 3), False),
        ("30 January/12 February 1918", Partial(None, 1, 30), Partial(1918, 2, 12), True),
        ("1654-97", Partial(1654), Partial(1697), False),
        ("1989/90", Partial(1989), Partial(1990), True),
    ],
)
def test_two_days_are_understood(text: str, first: Partial, last: Partial, dual: bool) -> None:
    said = spoken(text)
    assert said and said.dates == ((first,), (last,)) and said.dual is dual


def test_a_year_of_two_styles_has_two_readings() -> None:
    said = spoken("10 February 1732/3")
    assert said and said.dates == ((Partial(1732, 2, 10), Partial(1733, 2, 10)),)
