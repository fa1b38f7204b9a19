"""What is shown above a line: how often an entry is mentioned, how the witnesses read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum.desk.desk import Desk
from variorum.desk.pieces import end_tag
from variorum.desk.pointers import targets
from variorum.desk.standing import StartTag, start_tags
from variorum.desk.tags import tag_at

__all__ = ["Lens", "Mentions", "lenses"]

_ENTRIES = frozenset(
    ("person", "personGrp", "place", "org", "event", "bibl", "biblStruct", "object", "nym")
)
_IN_LIST = ("item", "category")
"""Elements that are entries only where something points to them."""
_APP = re.compile(r"<app(?=[\s/>])")
_READING = re.compile(r"<(lem|rdg)(?=[\s/>])((?:\"[^\"<]*\"|'[^'<]*'|[^\"'<>])*?)(/?)>")
_WIT = re.compile(r"""\swit\s*=\s*["']([^"']*)["']""")
_MARKUP = re.compile(r"<[^<>]*>")
_LONGEST = 30


@dataclass(frozen=True)
class Lens:
    """What is said of an element whose start tag is at an offset; `at` is where the id of an entry
    stands.
    """

    offset: int
    words: str
    at: int | None = None


class Mentions:
    """How often each element of an edition is pointed to; what has changed is counted again."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[object, Counter[tuple[Path, str]]]] = {}

    def of(self, desk: Desk) -> Counter[tuple[Path, str]]:
        """By the file and the id of the element."""
        whole: Counter[tuple[Path, str]] = Counter()
        for path in desk.paths:
            whole.update(self._in(desk, path))
        return whole

    def _in(self, desk: Desk, path: Path) -> Counter[tuple[Path, str]]:
        index = desk.index(path)
        known = self._known.get(path)
        if known is None or known[0] is not index:
            found: Counter[tuple[Path, str]] = Counter()
            for use, (_, count) in index.uses.items():
                for target in targets(desk, path, use.token):
                    found[target] += count
            known = self._known[path] = index, found
        return known[1]


def lenses(desk: Desk, path: Path, mentions: Mentions) -> Iterator[Lens]:
    """The lenses of a file, in their order."""
    text = desk.text(path)
    counted = mentions.of(desk)
    for tag in start_tags(text):
        id_ = tag.attributes.get("xml:id", "")
        count = counted[path, id_] if id_ else 0
        if id_ and (tag.name in _ENTRIES or (count and tag.name in _IN_LIST)):
            whole = tag_at(text, tag.offset)
            yield Lens(tag.offset, _times(count), whole.values["xml:id"][0] if whole else None)
        elif tag.name == "app" and (words := _readings(text, tag)):
            yield Lens(tag.offset, words)


def _times(count: int) -> str:
    return "1 mention" if count == 1 else f"{count or 'no'} mentions"


def _readings(text: str, tag: StartTag) -> str:
    """The readings of an entry, each with its sigla; those of entries within it are theirs."""
    end = end_tag(text, tag.offset)
    if end is None:
        return ""
    return " · ".join(_reading(text, each) for each in _own(text, tag.offset + 4, end))


def _own(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    done = start
    while found := _READING.search(text, done, end):
        inner = _APP.search(text, done, found.start())
        inner_end = end_tag(text, inner.start()) if inner else None
        if inner_end is not None:
            done = inner_end
            continue
        yield found
        closing = None if found[3] else end_tag(text, found.start())
        done = found.end() if closing is None else closing


def _reading(text: str, tag: re.Match[str]) -> str:
    closing = None if tag[3] else end_tag(text, tag.start())
    words = " ".join(_MARKUP.sub("", text[tag.end() : closing]).split()) if closing else ""
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    wit = _WIT.search(tag[2])
    sigla = wit[1].replace("#", "") if wit else ""
    end = "]" if tag[1] == "lem" else ""
    return " ".join(filter(None, [f"{short or '–'}{end}", sigla]))
