"""The few shapes of Typst's markup that the stylesheets write, as a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Call", "Content", "calls", "parse"]

Content = list["str | Call"]
"""Words and calls, in their order."""

_TOKEN = re.compile(
    r"\\(.)|#([\w-]+)|\"((?:[^\"\\]|\\.)*)\"|([\[\](),])|([^\\#\"\[\](),]+)", re.DOTALL
)


@dataclass
class Call:
    """A call: its name and its arguments."""

    name: str
    strings: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    """Strings and words (`true`) among the arguments that have a name."""
    parts: list[Content | Call] = field(default_factory=list)
    """Contents and calls among the arguments, those in arrays too."""

    @property
    def contents(self) -> list[Content]:
        return [part for part in self.parts if isinstance(part, list)]


def parse(markup: str) -> Content:
    """A tree of markup, which is a whole: no bracket of it closes outside."""
    return _Reader(markup).content()


def calls(content: Content, *names: str) -> Iterator[Call]:
    """The calls of these names in a content, not those within others."""
    return (part for part in content if not isinstance(part, str) and part.name in names)


class _Reader:
    def __init__(self, markup: str) -> None:
        self.tokens: list[tuple[str, str, str, str, str]] = _TOKEN.findall(markup)
        self.at = 0

    def content(self) -> Content:
        """What stands up to the closing bracket."""
        parts: Content = []
        while self.at < len(self.tokens):
            escaped, name, quoted, sign, words = self.tokens[self.at]
            self.at += 1
            if name:
                parts.append(self._call(name))
            elif sign == "]":
                break
            else:
                parts.append(words or escaped or sign or f'"{quoted}"')
        return parts

    def _call(self, name: str) -> Call:
        call = Call(name)
        if self._next("("):
            self._arguments(call)
        while self._next("["):
            call.parts.append(self.content())
        return call

    def _arguments(self, call: Call) -> None:
        """Arguments up to the closing parenthesis. What follows a name is the one that has it."""
        name = ""
        while self.at < len(self.tokens):
            _, _, quoted, sign, words = self.tokens[self.at]
            self.at += 1
            if words:
                name = self._word(call, words.strip())
            elif sign == "(":
                self._arguments(call)
            elif sign == "[":
                call.parts.append(self.content())
            elif sign == ")":
                return
            elif sign != ",":
                self._string(call, name, re.sub(r"\\(.)", r"\1", quoted))
                name = ""

    def _word(self, call: Call, word: str) -> str:
        """The name that a word gives to what follows; calls in code, and words as values."""
        name, colon, value = word.partition(":")
        if colon and not value:
            return name
        if colon:
            call.named[name] = value.strip()
        elif word and self.tokens[self.at][3] in ("(", "["):
            call.parts.append(self._call(word))
        return ""

    def _string(self, call: Call, name: str, text: str) -> None:
        if name:
            call.named[name] = text
        else:
            call.strings.append(text)

    def _next(self, sign: str) -> bool:
        found = self.at < len(self.tokens) and self.tokens[self.at][3] == sign
        self.at += found
        return found
