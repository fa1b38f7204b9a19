"""Pictures and text boxes of Word, in DrawingML and in the older VML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.transcripts.safe_xml import local_name
from variorum.transcripts.transcript import Picture
from variorum.transcripts.word.context import Part, WordContext
from variorum.transcripts.word.names import MC, WP, A, R, V, W

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["drawn"]

_UNREAD = {"chart": "chart", "relIds": "diagram", "OLEObject": "embedded object"}


def drawn(
    context: WordContext, part: Part, drawing: _Element
) -> tuple[list[Picture], list[_Element]]:
    """The pictures of a drawing, and the contents of its text boxes."""
    pictures: list[Picture] = []
    boxes: list[_Element] = []
    words = _description(drawing)
    for each in _parts(drawing):
        name = local_name(each)
        if name == "txbxContent":
            boxes.append(each)
        elif each.tag == f"{A}blip":
            relation = each.get(f"{R}embed") or each.get(f"{R}link") or ""
            pictures += _picture(context, part, relation, words)
        elif each.tag == f"{V}imagedata":
            said = each.get("{urn:schemas-microsoft-com:office:office}title", "")
            pictures += _picture(context, part, each.get(f"{R}id", ""), words or said)
        elif name == "textpath" and each.get("string"):
            context.losses.left_out("ornamental writing", f"left out: “{each.get('string')}”")
        elif name in _UNREAD and not (name == "OLEObject" and pictures):
            context.losses.left_out(_UNREAD[name])
    return pictures, boxes


def _parts(element: _Element) -> Iterator[_Element]:
    """All within, but what is in a text box, and only one form of what has several."""
    for child in element:
        if child.tag == f"{MC}AlternateContent":
            forms = [*child.iterchildren(f"{MC}Choice"), *child.iterchildren(f"{MC}Fallback")]
            yield from _parts(forms[0]) if forms else ()
            continue
        yield child
        if child.tag != f"{W}txbxContent":
            yield from _parts(child)


def _description(drawing: _Element) -> str:
    for each in drawing.iter(f"{WP}docPr", f"{V}shape"):
        if words := each.get("descr") or each.get("alt") or each.get("title"):
            return str(words)
    return ""


def _picture(context: WordContext, part: Part, relation: str, words: str) -> Iterator[Picture]:
    url = context.picture(part, relation)
    if url:
        yield Picture(url, " ".join(words.split()))
    else:
        context.losses.left_out("picture", "left out, since the file does not hold it")
