"""Reads a book from its LaTeX source, in which the stylesheets use a few commands only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from variorum.proof.calls import Book, Call, Content, siglum_in

__all__ = ["book_of_latex"]

_TOKEN = re.compile(
    r"(\\&(?=\n(?:\\stanza\n|\\pstart\n|\\edition(?:above|numbers|nonumbers)\{"
    r"|\\editionunseen\{editorial\}|\Z)))|\\([A-Za-z]+\*?)|\\(.)|([{}&~])|([^\\{}&~]+)",
    re.DOTALL,
)
_SIGNS = {
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textasciitilde": "~",
    "textbackslash": "\\",
}
_ARGUMENTS = (
    dict.fromkeys(["editionheading", "editionnote", "editionreading", "editionunseen"], 2)
    | dict.fromkeys(["edtext", "foreignlanguage", "href", "hyperlink", "xxref"], 2)
    | {"editionunplaced": 3}
    | dict.fromkeys(
        [
            "lemma",
            *(f"{letter}footnote" for letter in "ACDEFGHIJKLMNOPQRSTUVWXYZ"),
            *("editionabbr", "editioncapitals", "editiondoubleunderlined", "editionlarge"),
            *(
                "editionnth",
                "editionoverlined",
                "editionitem",
                "editionline",
                "editionpage",
                "editionpicture",
                "editionsection",
            ),
            *("editionparagraph", "editionbeside", "editionseparator", "editionsiglum"),
            *("editionsmall", "editionspaced"),
            *(
                "editionstruck",
                "editionunderlined",
                "editionplace",
                "editionplaceagain",
                "editionunit",
                "editionverse",
                "edlabel",
                "setline",
                "textbf",
                "textit",
            ),
            *("textsc", "textsubscript", "textsuperscript", "texttt", "textup"),
        ],
        1,
    )
)
"""How many arguments each command has that has arguments."""
_CALLS = {
    "editionabbr": "abbr",
    "editionnth": "nth",
    "editionseparator": "separator",
    "editionbeside": "beside",
    "editionsiglum": "siglum",
    "editionnote": "note",
    "editionitem": "unit-number",
    "editionline": "source-line-number",
    "editionpage": "source-page",
    "editionsection": "source-section",
    "editionpicture": "shown",
    "editionparagraph": "unit-number",
    "editionverse": "unit-number",
    "editionapart": "present",
    "setline": "unit-number",
    "textsuperscript": "super",
    "editionunit": "told-unit",
    "editionplace": "present",
    "editionplaceagain": "present",
    "editionspace": "blank",
    "editionheading": "section",
}
_SERIES = {"A": "variants", "C": "editorial", "D": "sources", "E": "parallels", "F": "testimonia"}
_UNPLACED = re.compile(r"^\\noindent(?:\[[^\]]*\] )?(\\editionunplaced\{.*\})\\par$", re.MULTILINE)
_ITEM = re.compile(r"\\(begin|end)\{description\}|\\item\[\{(.*?)\}\] ")


def book_of_latex(source: str, labels: Mapping[str, str]) -> Book:
    """The book, read from its source alone; `labels` has the headings of the series."""
    head, _, rest = source.partition("\n\\beginnumbering\n")
    text, _, after = rest.partition("\\endnumbering\n")
    book = Book([], [head, after], groups=dict(_groups(head)))
    book.text = _Reader(text, labels, book).content()
    _Reader("".join(_UNPLACED.findall(source)), labels, book).content()
    return book


def _groups(head: str) -> Iterator[tuple[str, list[str]]]:
    """The groups of witnesses: the lists within the lists of the conspectus."""
    open_: list[tuple[str, list[str]]] = []
    name = ""
    for bound, item in _ITEM.findall(head):
        if bound == "begin":
            open_.append((name, []))
            name = ""
        elif bound == "end":
            group, members = open_.pop()
            if open_:
                yield group, members
        else:
            name = _plain(item)
            for _, members in open_:
                members.append(name)


def _plain(source: str) -> str:
    return siglum_in(_Reader(source, {}, Book([])).content())


class _Reader:
    """Reads source as calls, and adds the entries that it finds to the book."""

    def __init__(self, source: str, labels: Mapping[str, str], book: Book) -> None:
        self.tokens: list[tuple[str, str, str, str, str]] = _TOKEN.findall(source)
        self.at = 0
        self.labels = labels
        self.book = book

    def content(self) -> Content:
        """The content up to the closing brace."""
        parts: Content = []
        while self.at < len(self.tokens):
            stanza, command, escaped, sign, words = self.tokens[self.at]
            self.at += 1
            if command:
                parts += self._command(command)
            elif sign == "{":
                parts += self.content()
            elif sign == "}":
                break
            elif stanza or sign == "&":
                parts.append(Call("break"))
            elif escaped:
                parts.append({"/": "", "-": "\xad"}.get(escaped, escaped))
            else:
                parts.append("\xa0" if sign else words)
        return parts

    def _command(self, name: str) -> Content:
        if name in _SIGNS:
            return [_SIGNS[name]]
        arguments: list[Content] = []
        while len(arguments) < _ARGUMENTS.get(name, 0):
            self.at += 2 if self.tokens[self.at][4].startswith("[") else 1
            arguments.append(self.content())
        return self._call(name, arguments)

    def _call(self, name: str, arguments: list[Content]) -> Content:
        if name == "edtext":
            return [self._entry(*arguments)]
        if name == "editionunplaced":
            letter, lemma, line = arguments
            self._line("", _text(letter), lemma, line, {"placed": "false"})
        elif name == "edlabel":
            entry, _, end = _text(arguments[0]).rpartition("-")
            return [Call("app-end", [entry])] if end == "end" else []
        elif name == "editionunseen":
            unseen = {_text(arguments[0]): _text(arguments[1])}
            if "address" in unseen:
                self.at += 1
                self._command(self.tokens[self.at - 1][1])
            return [Call("presence", named=unseen)]
        elif name == "editionreading":
            return [Call("reading", named=_unseen(arguments[1]), parts=list(arguments))]
        elif name == "lemma" or name.endswith("footnote") or name == "xxref":
            return [Call(name, parts=list(arguments))]
        elif name in _CALLS:
            return [Call(_CALLS[name], parts=list(arguments))]
        elif arguments:
            return [Call("emph", parts=[arguments[-1]])]
        else:
            return [Call("break")]
        return []

    def _entry(self, words: Content, said: Content) -> Call:
        """The place of an entry: around its words, or before them if a label says where it ends."""
        found = {call.name: call for call in said if isinstance(call, Call)}
        lemma = found["lemma"].contents[0]
        footnote = next(call for name, call in found.items() if name.endswith("footnote"))
        unseen = _unseen(lemma)
        name = unseen.get("id", f"#{len(self.book.entries)}")
        if "xxref" in found:
            name = _text(found["xxref"].contents[0])
            self.book.going_on.add(name)
        named = {"witnesses": unseen.get("witnesses", "")}
        if "unplaced" in unseen:
            named["placed"] = "false"
        self._line(name, footnote.name[0], lemma, footnote.contents[0], named)
        within = unseen.get("within", "")
        self.book.last_within.update(dict.fromkeys(within.split(), name))
        return Call("app", [name], {"within": within}, [words])

    def _line(
        self, name: str, series: str, lemma: Content, line: Content, named: dict[str, str]
    ) -> None:
        entry = Call("apparatus-entry", [name], named, [lemma, line])
        title = self.labels.get(f"apparatus.{_SERIES.get(series, series)}", series)
        self.book.entries.append((title, entry))


def _unseen(content: Content) -> dict[str, str]:
    """What the source says and the page does not show."""
    found: dict[str, str] = {}
    for call in content:
        if isinstance(call, Call) and call.name == "presence":
            found.update(call.named)
    return found


def _text(content: Content) -> str:
    return "".join(part for part in content if isinstance(part, str))
