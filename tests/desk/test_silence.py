"""The exception that is offered for a finding is one that the check heeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.texts import tei
from variorum.check import check
from variorum.check.exceptions import exceptions_of, name_in
from variorum.desk.silence import EMPTY, exception, recorded
from variorum.findings import Diagnostic
from variorum.source import Edition

ALL_IN_A_COMMENT = EMPTY.replace(
    "</exceptions>", "<!-- </exceptions> -->\n</exceptions>\n<!-- </exceptions> -->"
)


def errors(folder: Path) -> list[Diagnostic]:
    return [each for each in check(Edition.here(folder)) if each.level == "error"]


@pytest.mark.parametrize("name", ["tei/0/a.xml", "tei/a.xml", "a.xml"])
def test_the_check_heeds_what_is_written(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(tei('<p><ref target="#nobody">a</ref></p>'), encoding="utf-8")
    (finding,) = errors(tmp_path)
    record = exceptions_of(tmp_path, path)
    assert record.parent == (path.parent if name == "a.xml" else tmp_path / "tei")
    words = exception(finding, name_in(record, path), path.read_text(encoding="utf-8"), 0)
    for before in ("", EMPTY, "<exceptions xmlns='urn:variorum:exceptions' />\n", ALL_IN_A_COMMENT):
        change = recorded(words, before)
        assert change is not None
        start, end, new = change
        record.write_text(before[:start] + new + before[end:], encoding="utf-8")
        assert errors(tmp_path) == [], before
    assert recorded(words, "<exceptions>") is None


def test_a_link_is_called_as_its_text_if_that_is_in_the_edition(tmp_path: Path) -> None:
    for name in ("tei/parts", "data"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "tei" / "parts" / "a.xml").write_text(tei(), encoding="utf-8")
    (tmp_path / "data" / "b.xml").symlink_to("../tei/parts/a.xml")
    link = tmp_path / "data" / "b.xml"
    assert name_in(exceptions_of(tmp_path, link), link) == "parts/a.xml"
    (tmp_path / "tei" / "c.xml").symlink_to(tmp_path.parent / "elsewhere.xml")
    outside = tmp_path / "tei" / "c.xml"
    assert name_in(exceptions_of(tmp_path, outside), outside) == "c.xml"
