"""One finding for one mistake: what several checks say of it is brought together, file by file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from variorum.check.guesses import guessed
from variorum.check.identifiers import ID_DUPLICATE
from variorum.check.scan import Index
from variorum.findings import Diagnostic
from variorum.relaxng.codes import GRAMMAR_ATTRIBUTE_VALUE
from variorum.source.codes import XINCLUDE_BESIDE_TEXT, XINCLUDE_NOT_FOLLOWED

__all__ = [
    "POINTER_UNRESOLVED",
    "WIT_UNDECLARED",
    "holds_entries",
    "in_registers",
    "merged",
    "with_inclusions",
]

POINTER_UNRESOLVED = "pointer-unresolved"
WIT_UNDECLARED = "wit-undeclared"
"""Rules of the ODD."""
_LOST = (POINTER_UNRESOLVED, WIT_UNDECLARED)

_LACKING = (XINCLUDE_NOT_FOLLOWED.name, XINCLUDE_BESIDE_TEXT.name)
_INTO_LACKING = frozenset(
    (*_LOST, "pointers-elsewhere", "prefix-undeclared", "app-from-missing", "app-to-missing")
)
"""What rules of the ODD say where an id or a prefix is not in the file."""

_NO_DAY = "date-impossible"
"""A rule of the ODD."""
_OF_VALUE = GRAMMAR_ATTRIBUTE_VALUE.name

_ENTRIES = frozenset(("person", "personGrp", "place", "org", "event", "object", "nym"))
"""Elements that are entries of registers wherever they stand."""
_POINTER = re.compile(r"#([^\s,]+)")


def merged(findings: list[Diagnostic], index: Index) -> list[Diagnostic]:
    """The findings of one file.

    Where the grammar has found a mistake, the rules' findings at the same place are left out,
    since the grammar knows what it expects; but that there is no such day says more. A pointer to
    nothing gets a guess, and so do mistakes of beginners. Where an xml:id
    stands twice and one pointer leads nowhere, the two are one mistake.
    """
    days = {_place(finding) for finding in findings if finding.code == _NO_DAY}
    findings = [each for each in findings if each.code != _OF_VALUE or _place(each) not in days]
    spoken = {
        _place(finding)
        for finding in findings
        if finding.line and finding.code.startswith("grammar-")
    }
    kept = [
        _guessed(finding, index) if finding.code in _LOST else guessed(finding)
        for finding in findings
        if finding.code.startswith(("grammar-", "xml-")) or _place(finding) not in spoken
    ]
    return _joined(kept)


def _place(finding: Diagnostic) -> tuple[int, int]:
    return finding.line, finding.column


def with_inclusions(
    notes: Sequence[Diagnostic], findings: Sequence[Diagnostic]
) -> list[Diagnostic]:
    """The findings of one file, with the notes on what it includes.

    Where an inclusion is missing, what points to nothing may point into it: that is told once, of
    the inclusion.
    """
    first = next((note for note in notes if note.code in _LACKING), None)
    lost = [each for each in findings if each.code in _INTO_LACKING] if first else []
    if first is None or not lost:
        return [*notes, *findings]
    what = "a pointer leads" if len(lost) == 1 else f"{len(lost)} pointers lead"
    told = replace(
        first, message=f"{first.message}; {what} to nothing, perhaps because it is missing"
    )
    kept = [each for each in findings if each.code not in _INTO_LACKING]
    return [*(told if note is first else note for note in notes), *kept]


def holds_entries(index: Index) -> bool:
    """Whether a file holds entries of registers that can be pointed to."""
    return any(owner.element in _ENTRIES for owner in index.ids.values())


def in_registers(findings: Iterable[Diagnostic], indexes: Iterable[Index]) -> list[Diagnostic]:
    """The findings of all files, where `#id` may mean an entry of another one.

    Such a pointer is wrong (TEI P5 16.2: it stays in its file), but outputs lead to that entry.
    """
    held: dict[str, str] = {}
    for index in indexes:
        for name, owner in index.ids.items():
            if owner.entry or owner.element in _ENTRIES:
                held.setdefault(name, index.name)
    return [
        _taken(finding, held) if finding.code == POINTER_UNRESOLVED else finding
        for finding in findings
    ]


def _taken(finding: Diagnostic, held: Mapping[str, str]) -> Diagnostic:
    files = [held.get(name, "") for name in _POINTER.findall(finding.message)]
    if not files or not all(files) or finding.file in files:
        return finding
    which = "that" if len(files) == 1 else "those"
    message = f"{finding.message}; taken for {which} of {', '.join(dict.fromkeys(files))}"
    return replace(finding, level="warning", message=message)


def _guessed(finding: Diagnostic, index: Index) -> Diagnostic:
    from difflib import get_close_matches

    lost = _POINTER.findall(finding.message)
    is_one = len(lost) == 1 and lost[0] not in index.ids
    close = get_close_matches(lost[0], index.ids, 1, 0.7) if is_one else []
    return replace(finding, help=f"did you mean #{close[0]}?") if close else finding


def _joined(findings: list[Diagnostic]) -> list[Diagnostic]:
    twice = [finding for finding in findings if finding.code == ID_DUPLICATE.name]
    lost = [finding for finding in findings if finding.code == POINTER_UNRESOLVED]
    if not (len(twice) == len(lost) == 1) or twice[0].line == 0:
        return findings
    name = _POINTER.search(lost[0].message)
    if not name:
        return findings
    where = f"{lost[0].line}:{lost[0].column}"
    help_ = f"was it to be “{name[1]}”? a pointer at {where} looks for that"
    return [
        replace(finding, help=help_) if finding is twice[0] else finding
        for finding in findings
        if finding is not lost[0]
    ]
