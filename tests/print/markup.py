"""The markup the stylesheet writes, read back: calls with their arguments, and the words in them.

Only what our stylesheet writes is understood: text with escapes, and calls `#name(...)[...][...]`
whose arguments are strings, numbers, words, contents, further calls and arrays of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Call", "calls", "read", "words"]

Content = list["str | Call"]


@dataclass
class Call:
    """A call: its name, the arguments in parentheses and those in brackets, in their order."""

    name: str
    arguments: list[object] = field(default_factory=list)

    @property
    def contents(self) -> list[Content]:
        """The arguments that are content."""
        return [each for each in self.arguments if isinstance(each, list)]

    def strings(self) -> list[str]:
        """The arguments that are strings."""
        return [each for each in self.arguments if isinstance(each, str)]


def read(markup: str) -> Content:
    """The content of a file. Raises ValueError where the markup is not what we write."""
    reader = _Reader(markup)
    content = reader.content("")
    if reader.at != len(markup):
        raise ValueError(f"stray ] at {markup[reader.at - 40 : reader.at + 1]!r}")
    return content


def words(content: Content) -> str:
    """The words of a content: those in the contents of its calls, too, but for those not shown."""
    return "".join(
        part if isinstance(part, str) else "".join(map(words, part.contents))
        for part in content
        if isinstance(part, str) or part.name != "told-unit"
    )


def calls(content: Content, name: str) -> Iterator[Call]:
    """The calls of a name, in document order, those within calls of that name too."""
    for part in content:
        if isinstance(part, Call):
            if part.name == name:
                yield part
            for inner in part.arguments:
                if isinstance(inner, Call):
                    inner = [inner]
                if isinstance(inner, list):
                    yield from calls(inner, name)


class _Reader:
    def __init__(self, markup: str) -> None:
        self.markup, self.at = markup, 0

    def peek(self) -> str:
        return self.markup[self.at : self.at + 1]

    def take(self, expected: str = "") -> str:
        character = self.peek()
        if not character or (expected and character != expected):
            raise ValueError(
                f"{expected or 'more'} expected after {self.markup[: self.at][-40:]!r}"
            )
        self.at += 1
        return character

    def content(self, end: str) -> Content:
        parts: Content = []
        while self.peek() and self.peek() != "]":
            character = self.take()
            if character == "#":
                parts.append(self.call())
            elif character in "[*_`$<>@~=/+-\"'":
                raise ValueError(f"bare {character} after {self.markup[: self.at][-40:]!r}")
            else:
                parts.append(self.take() if character == "\\" else character)
        if end:
            self.take(end)
        return parts

    def word(self) -> str:
        start = self.at
        while self.peek() and (self.peek().isalnum() or self.peek() in "-_."):
            self.at += 1
        return self.markup[start : self.at]

    def call(self, name: str = "") -> Call:
        call = Call(name or self.word())
        if call.name in ("import", "show:", "show", "let"):
            self.at = self.markup.index("\n", self.at)
            while call.name != "import" and self.markup[self.at - 1] in ",(":
                self.at = self.markup.index("\n)", self.at) + 2
            return call
        if self.peek() == "(":
            call.arguments += self.arguments()
        while self.peek() == "[":
            self.take()
            call.arguments.append(self.content("]"))
        return call

    def arguments(self) -> list[object]:
        found: list[object] = []
        self.take("(")
        while True:
            self.skip()
            if self.peek() == ")":
                self.take()
                return found
            found += self.argument()

    def skip(self) -> None:
        while self.peek() and self.peek() in " \n,":
            self.at += 1

    def argument(self) -> list[object]:
        if self.peek() == '"':
            return [self.string()]
        if self.peek() == "[":
            self.take()
            return [self.content("]")]
        if self.peek() == "(":
            return self.arguments()
        name = self.word()
        if self.peek() == ":":
            self.take()
            self.skip()
            return self.argument()
        if self.peek() in ("(", "["):
            return [self.call(name)]
        if not name:
            raise ValueError(f"no argument after {self.markup[: self.at][-40:]!r}")
        return []

    def string(self) -> str:
        self.take('"')
        found = ""
        while self.peek() != '"':
            character = self.take()
            found += self.take() if character == "\\" else character
        self.take('"')
        return found
