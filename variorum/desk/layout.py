"""The layout of a file: indents where white space means nothing, with a proof that nothing else
has changed.

White space is layout in elements that hold elements alone, and whose white space the model drops.
All that is in a paragraph, a verse or any other element with words stays as it is, and so does what
is on one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from variorum.desk.standing import DOCTYPE, pairs
from variorum.source.reader import DEEPEST
from variorum.source.source import TEI

__all__ = ["LAYOUT", "RefusedError", "formatted"]

_NAMES = (
    "TEI abstract additional adminInfo analytic annotationBlock app availability back "
    "biblStruct bindingDesc body castGroup castList citeStructure classDecl correction "
    "correspAction correspDesc custodialHist decoDesc div div1 div2 div3 div4 div5 div6 div7 "
    "editionStmt editorialDecl encodingDesc epilogue event facsimile figure fileDesc "
    "floatingText front group handDesc handNotes history hyphenation imprint interpretation "
    "langUsage layoutDesc lg list listApp listBibl listEvent listNym listObject listOrg "
    "listPerson listPlace listPrefixDef listRelation listWit monogr msContents msDesc msFrag "
    "msPart namespace normalization notesStmt objectDesc org particDesc performance person "
    "personGrp physDesc place profileDesc projectDesc prologue publicationStmt punctuation "
    "quotation rdgGrp recordHist refsDecl respStmt revisionDesc row samplingDecl schemaSpec "
    "scriptDesc sealDesc segmentation seriesStmt set settingDesc sourceDesc sp spGrp specGrp "
    "standOff stdVals superEntry supportDesc surface surfaceGrp table tagsDecl taxonomy teiCorpus "
    "teiHeader text textClass titlePage titleStmt typeDesc "
)
LAYOUT = frozenset(_NAMES.split())
"""The elements of TEI in which white space is layout."""
_INDENT = "  "
_WIDEST = 100
_TOKEN = re.compile(
    r"(?P<comment><!--.*?-->)|(?P<pi><\?.*?\?>)|(?P<cdata><!\[CDATA\[.*?\]\]>)"
    rf"|(?P<doctype>{DOCTYPE})|(?P<end></[^>]*>)"
    r"""|(?P<start><(?P<name>[^\s<>/]++)(?P<attributes>(?:"[^"]*"|'[^']*'|[^"'<>])*?)(?P<empty>/?)>)"""
    r"|(?P<text>[^<]+)",
    re.DOTALL,
)
_SPACE = " \t\r\n"
_TEI = TEI[1:-1]


class RefusedError(ValueError):
    """A file that is left as it is, with the reason."""


@dataclass
class _Node:
    """A token, or an element with what is in it: a stretch of the text that begins with a tag.

    `inside` are the tokens and elements between `after`, where its start tag ends, and `before`,
    where its end tag begins.
    """

    kind: str
    start: int
    after: int
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[_Node] = field(default_factory=list)
    before: int = 0
    end: int = 0


def formatted(text: str) -> str:
    """The text with indents. Raises RefusedError where it is no XML, or more may change."""
    before = _events(text)
    line_end = "\r\n" if "\r\n" in text else "\n"
    new = _Layout(text.replace("\r\n", "\n")).done().replace("\n", line_end)
    if _events(new) != before:
        raise RefusedError("that nothing but its layout would change cannot be proven")
    return new


def _tree(text: str) -> list[_Node]:
    """The tokens and elements at the top of a text that is XML."""
    top = _Node("top", 0, 0)
    opened = [top]
    for token in _TOKEN.finditer(text):
        if token["end"]:
            opened[-1].before, opened[-1].end = token.span()
            opened.pop()
            continue
        kind = str(token.lastgroup) if not token["start"] else "element"
        node = _Node(kind, token.start(), token.end(), token["name"] or "")
        node.before = node.end = token.end()
        opened[-1].inside.append(node)
        if token["start"]:
            node.attributes = pairs(token["attributes"])
            if not token["empty"]:
                opened.append(node)
    return top.inside


class _Layout:
    """A text with new indents, where it may have them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []

    def done(self) -> str:
        """The whole text."""
        for node in _tree(self._text):
            self._node(node, 0)
        return "".join(self._parts)

    def _node(self, node: _Node, depth: int) -> None:
        if not self._is_laid_out(node):
            self._parts.append(self._text[node.start : node.end])
            return
        self._parts.append(self._text[node.start : node.after])
        self._lines(node, depth + 1)
        self._parts.append(self._text[node.before : node.end])

    def _lines(self, node: _Node, depth: int) -> None:
        space = ""
        for child in node.inside:
            if child.kind == "text":
                space = self._text[child.start : child.end]
                continue
            stays = child.kind in ("comment", "pi") and "\n" not in space
            self._parts.append(space if stays else _break(space, depth))
            self._node(child, depth)
            space = ""
        self._parts.append(_break(space if space.count("\n") < 2 else "\n", depth - 1))

    def _is_laid_out(self, node: _Node) -> bool:
        if node.name not in LAYOUT or not node.inside or node.attributes.get("xml:space"):
            return False
        if node.attributes.get("xmlns", _TEI) != _TEI or self._has_words(node):
            return False
        is_long = node.end - node.start > _WIDEST
        return is_long or "\n" in self._text[node.start : node.end]

    def _has_words(self, node: _Node) -> bool:
        return any(
            child.kind == "cdata"
            or (child.kind == "text" and self._text[child.start : child.end].strip(_SPACE))
            for child in node.inside
        )


def _break(space: str, depth: int) -> str:
    """A new line with its indent; an empty line before it stays, if there was one or more."""
    return "\n" * min(max(space.count("\n"), 1), 2) + _INDENT * depth


def _events(text: str) -> list[tuple[object, ...]]:
    """All that a parser reports of a text, but for white space where it is layout."""
    events = _Events()
    parser = expat.ParserCreate("UTF-8", " ")
    parser.StartElementHandler, parser.EndElementHandler = events.start, events.end
    parser.CharacterDataHandler = events.words.append
    parser.CommentHandler = parser.ProcessingInstructionHandler = events.other
    parser.StartDoctypeDeclHandler = events.other
    parser.EntityDeclHandler = events.entity
    parser.AttlistDeclHandler = events.attribute
    parser.SkippedEntityHandler = events.other
    try:
        parser.Parse(text.removeprefix("\ufeff").encode(), True)
    except expat.ExpatError as error:
        raise RefusedError(f"it is no XML: {expat.ErrorString(error.code)}") from None
    return events.found


class _Events:
    """What a parser reports. Each method raises RefusedError for what the layout cannot respect."""

    def __init__(self) -> None:
        self.found: list[tuple[object, ...]] = []
        self.words: list[str] = []
        self._opened: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.other("start", name, tuple(attributes.items()))
        self._opened.append(name)
        if len(self._opened) > DEEPEST:
            raise RefusedError(f"it is more than {DEEPEST} levels deep")

    def end(self, name: str) -> None:
        self.other("end", name)
        self._opened.pop()

    def other(self, *said: object) -> None:
        words = "".join(self.words)
        self.words.clear()
        is_layout = bool(self._opened) and self._opened[-1] in _QUALIFIED
        if words and (words.strip(_SPACE) or not is_layout):
            self.found.append(("text", words))
        self.found.append(said)

    def entity(self, name: str, is_parameter: int, *said: object) -> None:
        if is_parameter:  # it may hold declarations of attributes
            raise RefusedError("its DTD has a parameter entity")
        self.other(name, *said)

    def attribute(self, *_: object) -> None:
        raise RefusedError("its DTD declares attributes, which may keep white space")


_QUALIFIED = frozenset(f"{_TEI} {name}" for name in LAYOUT)
