"""The exception that is offered for a finding is one that the check heeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.texts import tei
from variorum.check import check
from variorum.check.exceptions import exceptions_of
from variorum.desk.silence import EMPTY, exception, insertion
from variorum.findings import Diagnostic
from variorum.source import Edition


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
    file = path.relative_to(record.parent).as_posix()
    at = insertion(EMPTY) or 0
    words = exception(finding, file, path.read_text(encoding="utf-8"), 0)
    record.write_text(EMPTY[:at] + words + EMPTY[at:], encoding="utf-8")
    assert errors(tmp_path) == []
