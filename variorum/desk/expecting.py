"""What a grammar expects at a place of a text, whatever is wrong before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from variorum.desk.standing import DOCTYPE, Standing, pairs
from variorum.relaxng import patterns as p
from variorum.relaxng.expected import expected
from variorum.relaxng.name_classes import split
from variorum.relaxng.validate import Validation

if TYPE_CHECKING:
    from variorum.relaxng import Schema
    from variorum.relaxng.patterns import ElementDecl, Pattern

__all__ = ["Allowed", "Offer", "declared", "place_in", "values"]

_TEI = "http://www.tei-c.org/ns/1.0"
_XML = "http://www.w3.org/XML/1998/namespace"
_TOKEN = re.compile(
    rf"<!--.*?-->|<!\[CDATA\[(?P<data>.*?)\]\]>|<\?.*?\?>|{DOCTYPE}"
    r"|</(?P<end>[^\s<>/]++)\s*+>"
    r"""|<(?P<start>[^\s<>/!?]++)(?P<attributes>(?:"[^"<]*"|'[^'<]*'|[^"'<>])*?)(?P<empty>/?)>"""
    r"|(?P<text>[^<]+)|<",
    re.DOTALL,
)
_XML_NAME = re.compile(r"[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?\Z")


@dataclass(frozen=True)
class Offer:
    """A name or a value that may stand somewhere, and what the schema says of it."""

    name: str
    gloss: str = ""
    required: bool = False


@dataclass
class Allowed:
    """What may stand at a place: elements and text; and in a start tag, its attributes."""

    elements: list[Offer] = field(default_factory=list)
    attributes: list[Offer] = field(default_factory=list)
    text: bool = False


def place_in(schema: Schema, text: str, standing: Standing) -> Allowed:
    """What the grammar expects where the cursor stands.

    What is wrong before that place is read as the validator reads it: it goes on after a mistake
    as if it had not been made. Elements that are not closed are closed, broken tags left out.
    """
    end = standing.tag.offset if standing.tag else standing.start
    if standing.kind == "end":
        end = standing.start - 2
    state, prefix, after = _state(schema, text[:end])
    allowed = expected(state)
    found = Allowed(text=allowed.text)
    found.elements = [
        Offer(prefix + split(name)[1], _gloss(decl.gloss))
        for name, decl in allowed.names.items()
        if split(name)[0] == _TEI or not prefix
    ]
    if standing.tag and standing.kind in ("attribute", "value"):
        for decl in _decls(schema, state, after, standing.tag.name):
            schema.grammar.automaton.attributes.simplified(decl)  # which notes what is required
            found.attributes += _attributes(decl, standing)
    return found


def declared(schema: Schema, name: str) -> Offer | None:
    """An element of this local name as the schema declares it anywhere."""
    known = schema.grammar.vocabulary
    qualified = known.locals.get(name.rpartition(":")[2], "")
    decls = known.elements.get(qualified, [])
    gloss = next((each.gloss for each in decls if each.gloss), "")
    return Offer(name, _gloss(gloss)) if decls else None


def values(schema: Schema, text: str, standing: Standing) -> list[Offer]:
    """The values that the grammar lists for the attribute that the cursor is in."""
    tag = standing.tag
    if tag is None:
        return []
    state, _, after = _state(schema, text[: tag.offset])
    found: dict[str, Offer] = {}
    for decl in _decls(schema, state, after, tag.name):
        listed = expected(decl.content).attributes.get(_qualified(standing.attribute))
        for pattern in _literals(listed.value) if listed else ():
            name = pattern.literal[0]
            gloss = pattern.node.gloss if pattern.node else ""
            found.setdefault(name, Offer(name, _gloss(gloss)))
    return list(found.values())


def _attributes(decl: ElementDecl, standing: Standing) -> Iterator[Offer]:
    there = standing.tag.attributes if standing.tag else {}
    for name, attribute in expected(decl.content).attributes.items():
        written = _written(name)
        if written not in there or written in (standing.word, standing.attribute):
            yield Offer(written, _gloss(attribute.gloss), name in decl.required)


def _decls(schema: Schema, state: Pattern, after: str, name: str) -> list[ElementDecl]:
    """What an element of this name is here; where none may stand, what it is elsewhere."""
    local = name.rpartition(":")[2]
    qualified = f"{after} {local}" if after else local
    opened = [decl for decl, _ in schema.grammar.automaton.opened(state, qualified)]
    return opened or schema.grammar.vocabulary.elements.get(qualified, [])


def _literals(pattern: Pattern) -> Iterator[Pattern]:
    waiting, seen = [pattern], set()
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        if part.kind == p.VALUE:
            yield part
        elif part.kind != p.DATA:
            waiting += reversed(part.parts)


def _state(schema: Schema, text: str) -> tuple[Pattern, str, str]:
    """The state of the validator after a text that may be broken.

    With it, the prefix of the elements of TEI and the namespace of elements without a prefix.
    """
    validation = Validation(schema.grammar, b"")
    parser = validation.parser
    if hasattr(parser, "SetReparseDeferralEnabled"):
        parser.SetReparseDeferralEnabled(False)
    with suppress(expat.ExpatError):  # two roots, or a prefix that nobody declares
        parser.Parse("".join(_mended(text)).encode(), False)
    if validation.buffer and not validation.skipped:
        validation.take_text()
    prefixes = validation.scopes.context.prefixes
    prefix = next((f"{each}:" for each, uri in prefixes.items() if each and uri == _TEI), "")
    default = prefixes.get("", "")
    state = validation.cursor.state
    del validation.parser
    return state, "" if default == _TEI else prefix, default


def _mended(text: str) -> Iterator[str]:
    """The text as the beginning of a well-formed document."""
    opened: list[str] = []
    for token in _TOKEN.finditer(text.removeprefix("\ufeff")):
        if name := token["start"]:
            if _XML_NAME.match(name):
                yield f"<{name}{''.join(_written_out(token['attributes']))}{token['empty']}>"
                opened += [] if token["empty"] else [name]
        elif name := token["end"]:
            if name in opened:
                while (last := opened.pop()) != name:
                    yield f"</{last}>"
                yield f"</{name}>"
        elif opened and (words := token["text"] or token["data"]):
            yield escape(unescape(words) if token["text"] else words)


def _written_out(attributes: str) -> Iterator[str]:
    for name, value in pairs(attributes).items():
        if _XML_NAME.match(name) and (":" not in name or name.startswith(("xml:", "xmlns:"))):
            yield f" {name}={quoteattr(unescape(value))}"


def _qualified(name: str) -> str:
    return f"{_XML} {name[4:]}" if name.startswith("xml:") else name


def _written(name: str) -> str:
    namespace, local = split(name)
    return f"xml:{local}" if namespace == _XML else local


def _gloss(text: str) -> str:
    return " ".join(text.split())
