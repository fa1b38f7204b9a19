"""Findings for people at a terminal: place, code, the line at fault with a caret, what to do."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

from variorum.findings.diagnostic import Diagnostic, Place, summary
from variorum.findings.visible import visible, with_signs

__all__ = ["terminal"]

_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36", "dim": "2", "bold": "1"}
_TAB = 4
_MANY = 3
"""In so many files the same warning is told once."""
_REACH = 10
"""How many times the room of a line is looked at on either side of a fault: more is never shown."""

_Lines = Callable[[str], list[str]]
_FAULT = re.compile(r"[\w.\-:]+=(?:\"[^\"<]*\"|'[^'<]*')|</?[^\s<>/=]+|&[^\s;<]+;?|[\w.\-:]+|\S")


class _Paint:
    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, colour: str) -> str:
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self._on else text


def terminal(
    findings: Sequence[Diagnostic], text: Callable[[str], str], *, colour: bool = False
) -> str:
    """The findings one after the other, and a line that counts them.

    `text` gives the text of a file that a finding names; it is asked once for each file.
    """
    paint = _Paint(colour)

    @cache
    def lines(file: str) -> list[str]:
        whole = text(file)
        return re.split(r"\r\n|\n|\r", whole) if whole else []

    blocks = [_block(alike, lines, paint) for alike in _grouped(findings)]
    worst = next(
        (level for level in ("error", "warning") if any(f.level == level for f in findings)), "info"
    )
    number = len({finding.file for finding in findings})
    where = f" in {number} files" if number > 1 else ""
    return "\n\n".join([*blocks, paint(summary(findings) + where, worst)])


def _grouped(findings: Sequence[Diagnostic]) -> list[list[Diagnostic]]:
    """The findings that are shown as one: no errors, and the same of many files."""
    groups: dict[tuple[str, ...], list[Diagnostic]] = {}
    for finding in findings:
        if finding.level != "error":
            groups.setdefault((finding.code, finding.message), []).append(finding)
    many = {
        key: alike for key, alike in groups.items() if len({each.file for each in alike}) >= _MANY
    }
    shown = []
    for finding in findings:
        alike = many.get((finding.code, finding.message), [finding])
        if finding.level == "error" or alike[0] is finding or len(alike) == 1:
            shown.append([finding] if finding.level == "error" else alike)
    return shown


def _block(alike: Sequence[Diagnostic], lines_of: _Lines, paint: _Paint) -> str:
    finding = alike[0]
    place = _told(Place(finding.file, finding.line, finding.column))
    label = paint(f"{finding.level}[{finding.code}]", finding.level)
    lines = [f"{paint(place, 'bold')}: {label}: {visible(finding.message)}"]
    lines += _excerpt(finding, lines_of, paint)
    if finding.output is not None:
        lines.append(f"  {paint('output:', 'bold')} {_told(finding.output)}")
    if finding.help:
        lines.append(f"  {paint('help:', 'bold')} {visible(finding.help)}")
    if others := len({each.file for each in alike}) - 1:
        lines.append(f"  the same in {others} other files")
    return "\n".join(lines)


def _told(place: Place) -> str:
    numbers = (str(number) for number in (place.line, place.column) if number)
    return ":".join([visible(place.file), *numbers])


def _excerpt(finding: Diagnostic, lines_of: _Lines, paint: _Paint) -> list[str]:
    if not finding.line:
        return []
    lines = lines_of(finding.file)
    if finding.line > len(lines):
        return []
    number = str(finding.line)
    room = max(40, min(shutil.get_terminal_size((100, 24)).columns, 120) - len(number) - 6)
    before, fault, after = _window(lines[finding.line - 1], finding.column, room)
    gutter = paint(f"  {number} |", "dim")
    shown = [f"{gutter} {before}{fault}{after}"]
    if finding.column:
        caret = " " * _width(before) + paint("^" * max(1, _width(fault)), finding.level)
        shown.append(f"  {' ' * len(number)} {paint('|', 'dim')} {caret}")
    return shown


def _window(line: str, column: int, room: int) -> tuple[str, str, str]:
    """What is shown of a line: before the fault, the fault, after it; cut where it is too long."""
    at = max(column - 1, 0)
    begin, stop = max(at - _REACH * room, 0), at + _REACH * room
    found = _FAULT.match(line, at, stop) if column else None
    end = found.end() if found else at
    before, fault, after = (_plain(part) for part in (line[begin:at], line[at:end], line[end:stop]))
    indent = len(before) - len(before.lstrip())
    before = before[min(indent, max(indent - 2, 0)) :]
    room -= 1
    fault = fault if _width(fault) <= room // 2 else _first(fault, room // 2 - 1) + "…"
    left = min(_width(before), max(room // 3, room - _width(fault) - _width(after)))
    if _width(before) > left:
        before = "…" + _last(before, left - 1)
    right = room - _width(before) - _width(fault)
    if _width(after) > right:
        after = _first(after, max(right - 1, 0)) + "…"
    return before, fault, after


def _plain(text: str) -> str:
    """Tabs as spaces, characters that control as a sign that shows them."""
    return with_signs(text.replace("\t", " " * _TAB))


def _first(text: str, room: int) -> str:
    while _width(text) > room:
        text = text[: min(len(text) - 1, room)]
    return text


def _last(text: str, room: int) -> str:
    return _first(text[::-1], room)[::-1]


def _width(text: str) -> int:
    """Columns a terminal gives the text (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
