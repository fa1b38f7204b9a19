"""The outline of a text by its divisions, headings and numbered parts, in any state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Branch", "outline"]

_SHOWN = re.compile(
    r"teiHeader|text|front|body|back|group|floatingText|div[1-7]?|lg|sp|castList|listApp|standOff"
    r"|list(?:Wit|Person|Place|Org|Event|Bibl)|person|place|org|event|witness|p|ab|l"
)
_TAG = re.compile(
    r"<!--.*?-->|<(?P<slash>/?)(?P<name>[A-Za-z][\w.\-]*+)"
    r"""(?P<rest>(?:"[^"]*"|'[^']*'|[^"'<>])*?)(?P<empty>/?)>""",
    re.DOTALL,
)
_HEAD = re.compile(
    r"\s*(?:<(?:pb|lb|cb|milestone|fw)\b[^>]*>\s*)*<(head|persName|placeName|orgName|eventName|speaker)\b[^>]*>(.*?)</\1>",
    re.DOTALL,
)
_MARK = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"""\b(?:n|xml:id)\s*=\s*["']([^"']*)["']""")


@dataclass
class Branch:
    """A part of the text, from its start tag to its end, in characters; `label` ends its tag."""

    name: str
    label: str
    start: int
    tag_end: int
    end: int
    parts: list[Branch] = field(default_factory=list)


def outline(text: str) -> list[Branch]:
    """The outermost parts, each with those in it; what is never closed ends with the text."""
    top = Branch("", "", 0, 0, len(text))
    opened: list[tuple[str, Branch | None]] = []
    for tag in _TAG.finditer(text):
        name = tag["name"]
        if name is None or tag["empty"]:
            continue
        if tag["slash"]:
            _close(opened, name, tag.end())
            continue
        part = _part(text, tag) if _SHOWN.fullmatch(name) else None
        if part is not None:
            part.end = len(text)
            _innermost(opened, top).parts.append(part)
        opened.append((name, part))
    return top.parts


def _close(opened: list[tuple[str, Branch | None]], name: str, end: int) -> None:
    if any(each == name for each, _ in opened):
        closed = ""
        while closed != name:
            closed, part = opened.pop()
            if part is not None:
                part.end = end


def _innermost(opened: list[tuple[str, Branch | None]], top: Branch) -> Branch:
    return next((part for _, part in reversed(opened) if part is not None), top)


def _part(text: str, tag: re.Match[str]) -> Branch | None:
    number = _NUMBER.search(tag["rest"])
    name = tag["name"]
    if name in ("p", "ab", "l") and not number:
        return None
    label = " ".join(_words(text, tag))
    return Branch(name, label, tag.start(), tag.end(), tag.end())


def _words(text: str, tag: re.Match[str]) -> Iterator[str]:
    yield tag["name"]
    if number := _NUMBER.search(tag["rest"]):
        yield number[1]
    if head := _HEAD.match(text, tag.end(), tag.end() + 2000):
        yield " ".join(_MARK.sub("", head[2]).split())[:60]
