"""What is said of the value of a dating attribute."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.desk.dates import date_in_words
from variorum.desk.desk import Desk
from variorum.desk.hover import hover
from variorum.new.edition import Wishes, begin


@pytest.mark.parametrize(
    ("attribute", "value", "words"),
    [
        ("when", "1989-08-22", "Tuesday, 22 August 1989"),
        (
            "when",
            "1917-11-07",
            "Wednesday, 7 November 1917 (25 October 1917 in the Julian calendar)",
        ),
        ("when", "1582-10-15", "Friday, 15 October 1582 (5 October 1582 in the Julian calendar)"),
        ("when", "0001-01-01", "Monday, 1 January 1 (3 January 1 in the Julian calendar)"),
        ("when-iso", "1989-08-22T14:30:00Z", "Tuesday, 22 August 1989, 14:30"),
        ("notBefore", "1989-08", "not before August 1989"),
        ("notAfter", "1989", "not after 1989"),
        ("from", "--08-22", "from 22 August of any year"),
        ("to", "-0043-03", "until March 43 BC"),
        ("when", "1989-02-29", ""),
        ("when", "1989-13", ""),
        ("when", "12000", ""),
        ("when", "22 August", ""),
        ("when-custom", "1989", ""),
        ("n", "1989", ""),
    ],
)
def test_a_date_is_told_in_words(attribute: str, value: str, words: str) -> None:
    assert date_in_words(attribute, value) == words


def test_a_date_under_the_cursor_is_told(tmp_path: Path) -> None:
    begin(tmp_path, "letters", Wishes("Letters", "en"))
    path = tmp_path / "tei" / "letter-1.xml"
    text = path.read_text(encoding="utf-8")
    said = hover(Desk(tmp_path), path, text.index('when="1901-05-03"') + 8)
    assert said and said[0].startswith("**1901-05-03** Friday, 3 May 1901 (20 April 1901")
    assert text[said[1].start : said[1].end] == "1901-05-03"
