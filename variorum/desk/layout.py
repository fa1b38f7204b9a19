"""The layout of a file: indents where white space means nothing, with a proof that nothing else
has changed.

White space is layout in elements that hold elements alone, and whose white space the model drops.
All that is in a paragraph, a verse or any other element with words stays as it is, and so does what
is on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from variorum.desk.standing import DOCTYPE, pairs
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
    "quotation rdgGrp recordHist refsDecl respStmt revisionDesc row samplingDecl scriptDesc "
    "sealDesc segmentation seriesStmt set settingDesc sourceDesc sp spGrp standOff stdVals "
    "superEntry supportDesc surface surfaceGrp table tagsDecl taxonomy teiCorpus teiHeader text "
    "textClass titlePage titleStmt typeDesc "
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
    """A token; an element has its start tag, what is in it, and its end tag."""

    kind: str
    text: str
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[_Node] = field(default_factory=list)
    end: str = ""

    def __str__(self) -> str:
        return self.text + "".join(map(str, self.inside)) + self.end


def formatted(text: str) -> str:
    """The text with indents. Raises RefusedError where it is no XML, or more may change."""
    before = _events(text)
    line_end = "\r\n" if "\r\n" in text else "\n"
    root = _tree(text.replace("\r\n", "\n"))
    new = "".join(_written(root, 0)).replace("\n", line_end)
    if _events(new) != before:
        raise RefusedError("that nothing but its layout would change cannot be proven")
    return new


def _tree(text: str) -> _Node:
    top = _Node("top", "")
    opened = [top]
    for token in _TOKEN.finditer(text):
        kind = str(token.lastgroup) if not token["start"] else "element"
        if token["end"]:
            opened.pop().end = token[0]
            continue
        node = _Node(kind, token[0], token["name"] or "")
        opened[-1].inside.append(node)
        if token["start"]:
            node.attributes = pairs(token["attributes"])
            if not token["empty"]:
                opened.append(node)
    return top


def _written(node: _Node, depth: int) -> Iterator[str]:
    """A node with new indents in it, where it may have them; `depth` is that of what is in it."""
    if node.kind == "top":
        for child in node.inside:
            yield from _written(child, depth + 1) if child.kind == "element" else [str(child)]
        return
    yield node.text
    if not _is_laid_out(node):
        yield "".join(map(str, node.inside))
    else:
        yield from _lines(node, depth)
    yield node.end


def _lines(node: _Node, depth: int) -> Iterator[str]:
    space = ""
    for child in node.inside:
        if child.kind == "text":
            space = child.text
            continue
        stays = child.kind in ("comment", "pi") and "\n" not in space
        yield space if stays else _break(space, depth)
        yield from _written(child, depth + 1) if child.kind == "element" else [str(child)]
        space = ""
    yield _break(space if space.count("\n") < 2 else "\n", depth - 1)


def _break(space: str, depth: int) -> str:
    """A new line with its indent; an empty line before it stays, if there was one or more."""
    return "\n" * min(max(space.count("\n"), 1), 2) + _INDENT * depth


def _is_laid_out(node: _Node) -> bool:
    if node.name not in LAYOUT or not node.inside or node.attributes.get("xml:space"):
        return False
    if node.attributes.get("xmlns", _TEI) != _TEI:
        return False
    if any(child.kind == "cdata" or child.text.strip(_SPACE) for child in _texts(node)):
        return False
    whole = str(node)
    return "\n" in whole or len(whole) > _WIDEST


def _texts(node: _Node) -> Iterator[_Node]:
    return (child for child in node.inside if child.kind in ("text", "cdata"))


def _events(text: str) -> list[tuple[object, ...]]:
    """All that a parser reports of a text, but for white space where it is layout."""
    found: list[tuple[object, ...]] = []
    opened: list[str] = []
    words: list[str] = []

    def flush() -> None:
        said = "".join(words)
        words.clear()
        if said and not (said.strip(_SPACE) == "" and opened and opened[-1] in _QUALIFIED):
            found.append(("text", said))

    def start(name: str, attributes: dict[str, str]) -> None:
        flush()
        opened.append(name)
        found.append(("start", name, tuple(attributes.items())))

    def end(name: str) -> None:
        flush()
        opened.pop()
        found.append(("end", name))

    def other(*said: object) -> None:
        flush()
        found.append(said)

    parser = expat.ParserCreate("UTF-8", " ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = words.append
    parser.CommentHandler = parser.ProcessingInstructionHandler = other
    parser.StartDoctypeDeclHandler = other
    parser.EntityDeclHandler = other
    parser.SkippedEntityHandler = other
    try:
        parser.Parse(text.removeprefix("\ufeff").encode(), True)
    except expat.ExpatError as error:
        raise RefusedError(f"it is no XML: {expat.ErrorString(error.code)}") from None
    return found


_QUALIFIED = frozenset(f"{_TEI} {name}" for name in LAYOUT)
