"""The logical text of a tagged PDF: its structure elements in reading order, with their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pikepdf

__all__ = ["Element", "pages", "structure"]


@dataclass
class Element:
    """A structure element: its type, its ID, and its content in order."""

    kind: str
    id: str
    content: list[str | Element] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for part in self.content:
            if isinstance(part, Element):
                yield from part.walk()

    def all(self, *kinds: str) -> list[Element]:
        """The elements of these types, in reading order."""
        return [element for element in self.walk() if element.kind in kinds]

    def text(self, without: tuple[str, ...] = ()) -> str:
        """The words, without those of elements of some types; line ends leave no trace."""
        parts = (
            part if isinstance(part, str) else "" if part.kind in without else part.text(without)
            for part in self.content
        )
        return "".join(parts).replace("\u00ad", "").replace("\u200b", "")


def structure(pdf: pikepdf.Pdf) -> Element:
    """The root of the structure tree (ISO 32000-1 14.7)."""
    pages = {page.objgen: page for page in pdf.pages}
    texts: dict[tuple[int, int], dict[int, str]] = {}

    def marked(page: Any, number: int) -> str:
        if page.objgen not in texts:
            texts[page.objgen] = _marked_text(pages[page.objgen])
        return texts[page.objgen].get(number, "")

    def build(node: Any, page: Any) -> Element:
        page = node.get("/Pg", page)
        element = Element(str(node.get("/S", "/Root"))[1:], str(node.get("/ID", "")))
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                element.content.append(marked(page, kid))
            elif kid.get("/Type") == "/MCR":
                element.content.append(marked(kid.get("/Pg", page), int(kid.MCID)))
            elif "/S" in kid:
                element.content.append(build(kid, page))
        return element

    return build(pdf.Root.StructTreeRoot, None)


def pages(pdf: pikepdf.Pdf) -> list[str]:
    """The tagged words of each page, in the order of its content."""
    return ["".join(_marked_text(page).values()) for page in pdf.pages]


def _marked_text(page: Any) -> dict[int, str]:
    """The text of each marked-content sequence of a page, by MCID."""
    fonts = page.resources.get("/Font", {})
    found: dict[int, str] = {}
    open_marks: list[tuple[int | None, str | None]] = []
    decode: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        name, operands = str(instruction.operator), instruction.operands
        if name in ("BDC", "BMC"):
            properties: Any = operands[1] if len(operands) > 1 else {}
            if isinstance(properties, pikepdf.Name):
                properties = page.resources.Properties[properties]
            actual = properties.get("/ActualText")
            mcid = properties.get("/MCID")
            open_marks.append(
                (None if mcid is None else int(mcid), None if actual is None else str(actual))
            )
            if actual is not None:
                _add(found, open_marks, str(actual))
        elif name == "EMC":
            open_marks.pop()
        elif name == "Tf":
            decode = _unicode_map(fonts[operands[0]])
        elif name in ("Tj", "TJ") and not any(actual is not None for _, actual in open_marks):
            _add(found, open_marks, _decoded(operands[0], decode))
    return found


def _add(found: dict[int, str], marks: list[tuple[int | None, str | None]], text: str) -> None:
    number = next((mcid for mcid, _ in reversed(marks) if mcid is not None), None)
    if number is not None:
        found[number] = found.get(number, "") + text


def _decoded(operand: Any, decode: dict[int, str]) -> str:
    strings = operand if isinstance(operand, pikepdf.Array) else [operand]
    data = b"".join(bytes(each) for each in strings if isinstance(each, pikepdf.String))
    codes = (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
    return "".join(decode.get(code, "\ufffd") for code in codes)


@cache
def _parsed(cmap: bytes) -> dict[int, str]:
    """The codes of a ToUnicode CMap (ISO 32000-1 9.10.3), two bytes each."""
    codes: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            codes[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = bytes.fromhex(text.decode()).decode("utf-16-be")
            for offset in range(int(last, 16) - int(first, 16) + 1):
                codes[int(first, 16) + offset] = start[:-1] + chr(ord(start[-1]) + offset)
    return codes


def _unicode_map(font: Any) -> dict[int, str]:
    return _parsed(font.ToUnicode.read_bytes())
