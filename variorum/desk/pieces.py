"""The start tags and end tags that belong together, in a text of any state."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["end_tag", "first_end_tag", "last_end_tag", "tag_names"]

_NAME = re.compile(r"<(/?)([^\s<>/!?]+)")
_START = re.compile(r"""<([^\s<>/!?]++)(?:"[^"<]*"|'[^'<]*'|[^"'<>])*?(/?)>""")


def end_tag(text: str, start: int) -> int | None:
    """The offset of the end tag of the element whose start tag is at an offset; None for none."""
    begin = _START.match(text, start)
    if begin is None or begin[2]:
        return None
    same = re.compile(
        rf"""<!--.*?-->|<(/?){re.escape(begin[1])}(?=[\s/>])(?:"[^"<]*"|'[^'<]*'|[^"'<>])*?(/?)>""",
        re.DOTALL,
    )
    depth = 1
    for tag in same.finditer(text, begin.end()):
        if tag[0].startswith("<!--") or tag[2]:
            continue
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return None


def _end_tags(text: str, name: str) -> Iterator[int]:
    apart = re.compile(
        rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(?P<end></{re.escape(name)}\s*>)", re.DOTALL
    )
    return (found.start() for found in apart.finditer(text) if found["end"])


def first_end_tag(text: str, name: str) -> int | None:
    """The offset of the first end tag of a name, but for those in comments; None for none."""
    return next(_end_tags(text, name), None)


def last_end_tag(text: str, name: str) -> int | None:
    """The offset of the last end tag of a name, but for those in comments; None for none."""
    return max(_end_tags(text, name), default=None)


def tag_names(text: str, offset: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the names in the tags of an element stand, if an offset is in one of them."""
    begin = text.rfind("<", 0, offset)
    if begin < 0:
        return None
    found = _NAME.match(text, begin)
    if found is None or not found.start(2) <= offset <= found.end(2):
        return None
    start = begin
    if found[1]:
        starts = [tag.start() for tag in _START.finditer(text, 0, begin) if tag[1] == found[2]]
        start = next((each for each in reversed(starts) if end_tag(text, each) == begin), -1)
    end = end_tag(text, start) if start >= 0 else None
    if end is None:
        return None
    length = found.end(2) - found.start(2)
    return (start + 1, start + 1 + length), (end + 2, end + 2 + length)
