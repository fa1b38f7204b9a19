"""An independent reader of the note: its texts and marked spans, by lxml alone.

Nothing here uses the project's stylesheets, so that what they make can be compared with it.
Offsets are code points in a segment whose white space is collapsed, end exclusive, as in
`entities.json`; a line break inside the closer is a newline.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from lxml import etree

__all__ = [
    "NOTE",
    "REGISTER",
    "TEI",
    "XML_ID",
    "Segment",
    "Span",
    "Text",
    "body_segments",
    "cruces",
    "expected_reading",
    "header_segments",
    "name_of",
    "occurrences",
    "oracle",
    "parse",
    "source_paragraphs",
    "under",
    "witness_or_reading",
]

HERE = Path(__file__).parent
NOTE = HERE.parents[1] / "tei" / "lukin-note.xml"
REGISTER = HERE.parents[1] / "tei" / "register.xml"
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

Text = Literal["witness", "reading"]
KEPT = {
    "witness": {"choice": ("orig", "sic"), "app": ("lem",)},
    "reading": {"choice": ("reg", "corr"), "app": ("lem",)},
}
LINE = "\u2028"


@dataclass(frozen=True)
class Span:
    """An element of a segment and the offsets of what it covers; a point has start == end."""

    element: Any
    start: int
    end: int


@dataclass
class Segment:
    """A segment's text and the spans of its elements, notes among them as points."""

    text: str
    spans: list[Span] = field(default_factory=list)

    def named(self, *names: str) -> list[Span]:
        """The spans of the elements with one of these local names."""
        return [span for span in self.spans if name_of(span.element) in names]


def name_of(element: Any) -> str:
    """The local name of an element."""
    return str(etree.QName(element).localname)


def parse(path: Path) -> Any:
    """The root of a TEI file."""
    return etree.parse(path, etree.XMLParser(remove_comments=True)).getroot()


def under(root: Any, path: str) -> list[Any]:
    """The elements at an XPath whose names have the prefix `t`."""
    found: list[Any] = root.xpath(path, namespaces={"t": TEI.strip("{}")})
    return found


class _Walk:
    """One pass over a block: its raw characters, and where each element begins and ends."""

    def __init__(self, text: Text) -> None:
        self.kind: Text = text
        self.raw = ""
        self.raw_spans: list[tuple[Any, int, int]] = []

    def enter(self, element: Any) -> None:
        start = len(self.raw)
        name = name_of(element)
        if name == "lb":
            self.raw += LINE
        elif name == "gap":
            self.raw += "[...]"
        elif name == "supplied":
            self.supplied(element)
        elif name != "note":
            self.children(element, KEPT[self.kind].get(name))
        self.raw_spans.append((element, start, len(self.raw)))

    def children(self, element: Any, kept: tuple[str, ...] | None = None) -> None:
        """The content; of a choice or an entry, which hold elements only, one reading."""
        if kept is None:
            self.raw += element.text or ""
        for child in element.iterchildren("*"):
            if kept is None or name_of(child) in kept:
                self.enter(child)
            if kept is None:
                self.raw += child.tail or ""

    def supplied(self, element: Any) -> None:
        """A mark of the witness keeps its brackets; the edition's own is none of the witness."""
        if element.get("source"):
            self.raw += "["
            self.children(element)
            self.raw += "]"
        elif self.kind == "reading":
            self.children(element)

    def settle(self) -> Segment:
        """Collapse the white space and carry the spans over."""
        out: list[str] = []
        before: list[int] = []
        gap = False
        for character in self.raw:
            if character.isspace() and character != LINE:
                gap = True
                before.append(len(out))
                continue
            if gap and out and LINE not in (out[-1], character):
                out.append(" ")
            gap = False
            before.append(len(out))
            out.append(character)
        before.append(len(out))
        text = "".join(out).replace(LINE, "\n")
        return Segment(text, [self.carried(span, before) for span in self.raw_spans])

    def carried(self, span: tuple[Any, int, int], before: list[int]) -> Span:
        element, start, end = span
        inside = [i for i in range(start, end) if not self.raw[i].isspace()]
        if not inside:
            return Span(element, before[start], before[start])
        return Span(element, before[inside[0]], before[inside[-1]] + 1)


def witness_or_reading(block: Any, text: Text) -> Segment:
    """The text of a block as the witness has it or as the edition reads it, without notes."""
    walk = _Walk(text)
    walk.enter(block)
    return walk.settle()


def body_segments(root: Any, text: Text) -> dict[str, Segment]:
    """The segments p1 to p11 and `closer`."""
    blocks = {p.get(XML_ID): p for p in under(root, "//t:body//t:p")}
    blocks["closer"] = under(root, "//t:body//t:closer")[0]
    return {key: witness_or_reading(block, text) for key, block in blocks.items()}


def header_segments(root: Any) -> dict[str, Segment]:
    """What the source description quotes as the archive's: m1 to m8, without the bare link m4."""
    bibl = "//t:witness/t:bibl"
    places = {"m1": f"{bibl}/t:date", "m2": f"{bibl}/t:title"} | {
        key: f"{bibl}/t:note[@type='archive'][@subtype='{kind}']"
        for key, kind in (
            ("m3", "citation"),
            ("m5", "summary"),
            ("m6", "credit"),
            ("m7", "language"),
            ("m8", "contents"),
        )
    }
    return {key: _quoted(under(root, path)[0]) for key, path in places.items()}


def _quoted(element: Any) -> Segment:
    """A note of the archive's is read as a text, which other notes are not."""
    walk = _Walk("witness")
    walk.children(element)
    walk.raw_spans.append((element, 0, len(walk.raw)))
    return walk.settle()


def oracle(name: str) -> Any:
    """A data file of this folder: `entities`, `cruces`, `identifiers`."""
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def occurrences() -> Iterator[dict[str, Any]]:
    """The 118 marked occurrences in document order."""
    yield from oracle("entities")["occurrences"]


def cruces() -> dict[str, dict[str, Any]]:
    """The 33 cruces by id."""
    return {crux["id"]: crux for crux in oracle("cruces")}


def source_paragraphs() -> dict[str, str]:
    """The 11 paragraphs of the published text and its closer, from the source file itself.

    The eighth stands there in two blocks. Bold and hard breaks are layout.
    """
    blocks = (HERE / "source.txt").read_text(encoding="utf-8").strip().split("\n\n")
    body = blocks[blocks.index("Translation - English") + 1 :]
    body[7:9] = [f"{body[7]} {body[8]}"]
    *paragraphs, closer = body
    texts = {f"p{n}": " ".join(block.split()) for n, block in enumerate(paragraphs, 1)}
    return texts | {"closer": "\n".join(line.strip() for line in closer.split("\n"))}


def expected_reading() -> dict[str, str]:
    """The reading text of p1 to p11 and the closer: the source with the four adopted changes."""
    texts = source_paragraphs()
    for crux, wrong, right in (
        ("X01", "Unfortunately-not", "Unfortunately—not"),
        ("X02", "changed-centrifugal", "changed—centrifugal"),
        ("X03", "suspect", "suspicion"),
        ("X12", "development ties", "development of ties"),
    ):
        place = cruces()[crux]
        before, after = texts[place["seg"]].split(wrong)
        assert len(before) == place["start"], crux
        texts[place["seg"]] = before + right + after
    return texts
