"""The start tag at a place of a text, its attributes, and the changes that can be made to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.desk.pieces import end_tag, first_end_tag, last_end_tag

__all__ = ["Change", "Tag", "before_end", "tag_at"]

Change = tuple[int, int, str]
"""A piece of the text, from and to, and what stands there afterwards."""

_TAG = re.compile(
    r"""<(?P<name>[^\s<>/!?="']++)(?P<rest>(?:"[^"<]*"|'[^'<]*'|[^"'<>])*?)(?P<empty>/?)>"""
)
_ATTRIBUTE = re.compile(r"""\s*(?P<name>[^\s=<>/"']+)\s*=\s*(?P<value>"[^"<]*"|'[^'<]*')""")


@dataclass(frozen=True)
class Tag:
    """A start tag: from `start` to `end`, and the spans of its attributes by their names.

    The span of an attribute has the space before it; that of its value has no quotes.
    """

    text: str
    name: str
    start: int
    end: int
    empty: bool
    spans: dict[str, tuple[int, int]]
    values: dict[str, tuple[int, int]]

    def value(self, name: str) -> str:
        """The value of an attribute; empty for one that is not there."""
        first, last = self.values.get(name, (0, 0))
        return self.text[first:last]

    def added(self, attribute: str) -> Change:
        """Another attribute, written with its value, after those that are there."""
        last = max((end for _, end in self.spans.values()), default=self.start + 1 + len(self.name))
        return last, last, f" {attribute}"

    def without(self, name: str) -> Change:
        """An attribute is taken out."""
        return (*self.spans[name], "")

    def exchanged(self, name: str, other: str) -> Iterator[Change]:
        """The values of two attributes change their places."""
        yield (*self.values[name], self.value(other))
        yield (*self.values[other], self.value(name))

    @property
    def closing(self) -> int | None:
        """Where the end tag begins; None where there is none."""
        return None if self.empty else end_tag(self.text, self.start)

    def removed(self) -> Change | None:
        """The element is taken out, with the line if it has one for itself."""
        last = self.end
        if not self.empty:
            if self.closing is None:
                return None
            last = self.text.find(">", self.closing) + 1
        line = self.text.rfind("\n", 0, self.start) + 1
        after = self.text.find("\n", last)
        is_alone = not self.text[line : self.start].strip() and after >= 0
        if is_alone and not self.text[last:after].strip():
            return line, after + 1, ""
        return self.start, last, ""


def tag_at(text: str, offset: int) -> Tag | None:
    """The start tag that begins at an offset, or that has the attribute there."""
    start = offset if text.startswith("<", offset) else text.rfind("<", 0, offset)
    found = _TAG.match(text, max(start, 0))
    if start < 0 or found is None or found.end() <= offset:
        return None
    spans: dict[str, tuple[int, int]] = {}
    values: dict[str, tuple[int, int]] = {}
    for each in _ATTRIBUTE.finditer(text, *found.span("rest")):
        spans.setdefault(each["name"], each.span())
        first, last = each.span("value")
        values.setdefault(each["name"], (first + 1, last - 1))
    return Tag(text, found["name"], start, found.end(), bool(found["empty"]), spans, values)


def before_end(text: str, name: str, words: str, *, last: bool = False) -> Change | None:
    """Another element at the end of the first or last of a name, on a line of its own where others
    are.
    """
    at = (last_end_tag if last else first_end_tag)(text, name)
    if at is None:
        return None
    line = text.rfind("\n", 0, at) + 1
    indent = text[line:at]
    if indent.strip():
        return at, at, words
    return line, line, f"{indent}  {words}\n"
