"""Reads a book from its Typst markup, in which the stylesheets use a few forms only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.proof.calls import Book, Call, Content, calls

__all__ = ["book_of_typst"]

_TOKEN = re.compile(
    r"\\(.)|#([\w-]+)|\"((?:[^\"\\]|\\.)*)\"|([\[\](),])|([^\\#\"\[\](),]+)", re.DOTALL
)
_ENDS = re.compile(r"#app-end\(\"([^\"]*)\"\)")
_WITHIN = re.compile(r"#app\(\"([^\"]*)\", within: \"([^\"]*)\"\)")


def book_of_typst(markup: str) -> Book:
    """The book, read from its markup alone."""
    before = markup.index('\n#part(kind: "text"')
    start = markup.index("\n", before + 1)
    text = markup[start : _end(markup, start)]
    after = start + len(text)
    book = Book(_parse(text), [markup[:before], markup[after:]], going_on=set(_ENDS.findall(text)))
    for name, names in _WITHIN.findall(text):
        book.last_within.update(dict.fromkeys(names.split(), name))
    apparatus = markup.find("\n#apparatus(", start)
    if apparatus >= 0:
        end = _end(markup, apparatus + 1)
        book.entries += _entries(_parse(markup[apparatus:end]))
        book.rest[1:] = markup[after:apparatus], markup[end:]
    groups = markup.find("\n#witness-group(", 0, before)
    if groups >= 0:
        book.groups.update(_groups(_parse(markup[groups:before])))
    return book


def _end(markup: str, start: int) -> int:
    ends = (markup.find(f"\n#{call}", start) for call in ("part(", "apparatus(", "colophon"))
    return min((end for end in ends if end >= 0), default=len(markup))


def _entries(content: Content) -> Iterator[tuple[str, Call]]:
    """The entries of each layer, with its title."""
    for apparatus in calls(content, "apparatus"):
        for layer in _called(apparatus, "layer"):
            title = "".join(part for part in layer.contents[0] if isinstance(part, str))
            for block in _called(layer, "apparatus-block"):
                yield from ((title, entry) for entry in _called(block, "apparatus-entry"))


def _called(call: Call, name: str) -> Iterator[Call]:
    return (part for part in call.parts if isinstance(part, Call) and part.name == name)


def _groups(content: Content) -> Iterator[tuple[str, list[str]]]:
    for call in calls(content, "witness-group"):
        members = call.contents[2]
        for name in call.strings:
            yield name, list(_members(members))
        yield from _groups(members)


def _members(content: Content) -> Iterator[str]:
    for call in calls(content, "witness", "called", "witness-group"):
        if call.name != "witness-group":
            yield from call.strings[:1]  # one without a name has none
        else:
            yield from _members(call.contents[2])


def _parse(markup: str) -> Content:
    """The content of markup in which every bracket is closed."""
    return _Reader(markup).content()


class _Reader:
    def __init__(self, markup: str) -> None:
        self.tokens: list[tuple[str, str, str, str, str]] = _TOKEN.findall(markup)
        self.at = 0

    def content(self) -> Content:
        """The content up to the closing bracket."""
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
        """Reads arguments up to the closing parenthesis; a name is that of the next argument."""
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
        """Reads a word: a call, a value, or the name of the next argument, which is returned."""
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
