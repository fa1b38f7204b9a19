"""What mends a finding at once: the help of a finding, as changes of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.desk.pieces import end_tag
from variorum.findings import Diagnostic

__all__ = ["Cure", "cures"]

_GUESS = re.compile(
    r"did you mean (?:<(?P<element>[^>]+)>|@(?P<attribute>[\w:.\-]+)|(?P<value>\S+))\?"
)
_WRITE = re.compile(r"""\bwrite ([\w:.\-]+)="([^"]*)\"""")
_QUOTED = re.compile(r"“([^”]*)”|(\S*[#:]\S+)")
_ATTRIBUTE = re.compile(r"""([^\s=<>/"']+)\s*=\s*("[^"<]*"|'[^'<]*')""")
_NAME = re.compile(r"</?([^\s<>/]+)")


@dataclass(frozen=True)
class Cure:
    """What is done, and the pieces of the text that change: from, to, and into what."""

    title: str
    changes: tuple[tuple[int, int, str], ...]


def cures(finding: Diagnostic, text: str, offset: int) -> Iterator[Cure]:
    """The cures that the help of a finding names, whose place is at an offset of the text."""
    if guess := _GUESS.search(finding.help):
        changes = tuple(_guessed(guess, finding, text, offset))
        meant = guess["element"] or guess["attribute"] or guess["value"]
        if changes:
            yield Cure(f"Replace by {meant}", changes)
    elif write := _WRITE.search(finding.help):
        found = _ATTRIBUTE.match(text, offset)
        if found and found[1] == write[1]:
            new = f'{write[1]}="{write[2]}"'
            yield Cure(f"Write {new}", ((found.start(), found.end(), new),))


def _guessed(
    guess: re.Match[str], finding: Diagnostic, text: str, offset: int
) -> Iterator[tuple[int, int, str]]:
    if guess["element"]:
        yield from _element(text, offset, guess["element"])
        return
    found = _ATTRIBUTE.match(text, offset)
    if found is None:
        return
    if guess["attribute"]:
        yield found.start(1), found.end(1), guess["attribute"]
        return
    for quoted, token in _QUOTED.findall(finding.message):
        at = found[2].find(quoted or token)
        if at >= 0:
            start = found.start(2) + at
            yield start, start + len(quoted or token), guess["value"]
            return


def _element(text: str, offset: int, name: str) -> Iterator[tuple[int, int, str]]:
    begin = _NAME.match(text, offset)
    if begin is None:
        return
    yield begin.start(1), begin.end(1), name
    if (end := end_tag(text, offset)) is not None:
        yield end + 2, end + 2 + len(begin[1]), name
