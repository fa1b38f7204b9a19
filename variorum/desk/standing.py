"""What the cursor stands in, in a text of any state: nothing here needs well-formed XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "DOCTYPE",
    "Attribute",
    "Standing",
    "StartTag",
    "attributes_in",
    "pairs",
    "standing_at",
    "start_tags",
]

DOCTYPE = (
    r"""<!DOCTYPE(?:"[^"]*"|'[^']*'|[^\[>"'])*+"""
    r"""(?:\[(?:<!--.*?-->|"[^"]*"|'[^']*'|[^\]"'])*+\]\s*+)?+>"""
)
"""The pattern of a document type; what was matched of it is never tried in another way."""
_NAME = r"[^\s<>/=\"'!?&]++"
_ATTRIBUTE = re.compile(rf"""(?<![^\s<>/="'!?&])({_NAME})\s*+=\s*+("[^"<]*"|'[^'<]*')""")
_TOKEN = re.compile(
    rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|{DOCTYPE}"
    rf"|</(?P<end>{_NAME})\s*+>"
    rf"""|<(?P<start>{_NAME})(?P<attributes>(?:"[^"<]*"|'[^'<]*'|[^"'<>])*?)(?P<empty>/?)>""",
    re.DOTALL,
)
_OPEN_VALUE = re.compile(rf"""(?<![^\s<>/="'!?&])({_NAME})\s*=\s*(["'])([^"'<>]*)\Z""")
_OPEN_NAME = re.compile(rf"(?:\A|\s)({_NAME})?\Z")
_REST_OF_VALUE = re.compile(r"[^\"'<>]*")

_APART = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))
"""What begins and ends where nothing is markup."""

Kind = Literal["text", "element", "attribute", "value", "end", "none"]


@dataclass(frozen=True)
class Attribute:
    """An attribute as it is written, and the offset of its value after the quote."""

    name: str
    value: str
    start: int


@dataclass
class StartTag:
    """A start tag before the cursor, its offset and its attributes as they are written."""

    name: str
    offset: int
    attributes: dict[str, str]


@dataclass
class Standing:
    """Where a cursor is.

    `kind` is what would be typed there: `text`, the name of an `element` or of an `attribute`, a
    `value`, the name in an `end` tag, or `none` of these, as in a comment. `word` is what has been
    typed of it, beginning at `start`. `open` are the elements that are open; `tag` is the start tag
    around the cursor, and `attribute` the one whose value it is in, which is whole `value`.
    """

    kind: Kind
    start: int
    word: str = ""
    open: list[StartTag] = field(default_factory=list)
    tag: StartTag | None = None
    attribute: str = ""
    value: str = ""


def pairs(attributes: str) -> dict[str, str]:
    """The attributes of a start tag, values without their quotes; the first of several counts."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(attributes):
        found.setdefault(name, value[1:-1])
    return found


def start_tags(text: str) -> Iterator[StartTag]:
    """The start tags of a text, in order."""
    for token in _TOKEN.finditer(text):
        if token["start"]:
            yield StartTag(token["start"], token.start(), pairs(token["attributes"]))


def attributes_in(text: str) -> Iterator[Attribute]:
    """The attributes of all start tags of a text, in order."""
    for token in _TOKEN.finditer(text):
        if token["start"]:
            for found in _ATTRIBUTE.finditer(text, *token.span("attributes")):
                yield Attribute(found[1], found[2][1:-1], found.start(2) + 1)


def standing_at(text: str, offset: int) -> Standing:
    """Where the cursor is, at an offset in characters."""
    opened, done = _opened(text, offset)
    if any(text.rfind(begin, 0, offset) > text.rfind(end, 0, offset) for begin, end in _APART):
        return Standing("none", offset, "", opened)
    before = text[done:offset]
    begin = before.rfind("<")
    if begin < 0:
        return Standing("text", offset, "", opened)
    begin += done
    inside = text[begin + 1 : offset]
    if ">" in inside:
        return Standing("text", offset, "", opened)
    if inside.startswith("/"):
        return Standing("end", begin + 2, inside[1:], opened)
    if not re.search(r"\s", inside):
        return Standing("element", begin + 1, inside, opened, StartTag(inside, begin, {}))
    return _in_tag(text, begin, offset, opened)


def _opened(text: str, offset: int) -> tuple[list[StartTag], int]:
    """The elements that are open before an offset, and where the last whole token ends."""
    opened: list[StartTag] = []
    done = 0
    for token in _TOKEN.finditer(text, 0, offset):
        done = token.end()
        if token["start"] and not token["empty"]:
            opened.append(StartTag(token["start"], token.start(), pairs(token["attributes"])))
        elif token["end"]:
            _close(opened, token["end"])
    return opened, done


def _close(opened: list[StartTag], name: str) -> None:
    """Closes the innermost element of a name, with all in it; what is not open is not closed."""
    if any(tag.name == name for tag in opened):
        while opened.pop().name != name:
            pass


def _in_tag(text: str, begin: int, offset: int, opened: list[StartTag]) -> Standing:
    name, _, inside = re.split(r"(\s)", text[begin + 1 : offset], maxsplit=1)
    rest = re.match(r"""(?:"[^"<]*"|'[^'<]*'|[^"'<>])*""", text[offset:])
    tag = StartTag(name, begin, pairs(inside + (rest[0] if rest else "")))
    if within := _OPEN_VALUE.search(inside):
        start = offset - len(within[3])
        more = _REST_OF_VALUE.match(text, offset)
        whole = within[3] + (more[0] if more else "")
        tag.attributes = pairs(inside[: within.start()]) | {within[1]: whole}
        return Standing("value", start, within[3], opened, tag, within[1], whole)
    if found := _OPEN_NAME.search(_ATTRIBUTE.sub("=", inside)):
        word = found[1] or ""
        return Standing("attribute", offset - len(word), word, opened, tag)
    return Standing("none", offset, "", opened, tag)
