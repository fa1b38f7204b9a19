"""Loads a schema, and validates documents against it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from variorum.relaxng.automaton import Automaton
from variorum.relaxng.errors import SchemaError
from variorum.relaxng.findings import GrammarFinding
from variorum.relaxng.grammar import Grammar
from variorum.relaxng.restrictions import check_restrictions
from variorum.relaxng.simplify import Resolver, Simplifier
from variorum.relaxng.syntax import parse
from variorum.relaxng.validate import Validation

__all__ = ["Schema", "load_schema", "local_files"]

FRAMES = 50_000
"""How deep calls may be nested, which definitions that are nested in each other need."""


class Schema:
    """A correct RELAX NG schema."""

    def __init__(self, name: str, simplified: Simplifier) -> None:
        self.name = name
        automaton = Automaton(simplified.patterns, simplified.start)
        self.grammar = Grammar(simplified.elements, automaton)

    def validate(self, data: bytes) -> list[GrammarFinding]:
        """What is wrong with a document, one finding for each mistake, in document order.

        External entities and DTDs are never read, entities of the document never expanded in
        content. A document that is not well-formed has one finding for that, the last.
        """
        with _frames():
            return Validation(self.grammar, data).run()


def load_schema(
    source: Path | bytes, base: Path | None = None, resolver: Resolver | None = None
) -> Schema:
    """Reads a schema, simplifies it and checks that it is correct.

    `source` is a file or its bytes. Files it includes are read by `resolver`, which gets the
    address and the name of the file that holds it, returns name and bytes, and raises OSError or
    ValueError. Without one only files below `base` are read (default: the folder of `source`).
    Raises SchemaError for a schema that is incorrect or cannot be read.
    """
    if isinstance(source, bytes):
        name, data = (base / "schema.rng").as_posix() if base else "schema.rng", source
    else:
        name = source.as_posix()
        if source.suffix == ".rnc":
            raise SchemaError(name, 0, 0, COMPACT)
        try:
            data = source.read_bytes()
        except OSError as error:
            raise SchemaError(name, 0, 0, f"cannot be read: {error.strerror}") from None
    if resolver is None:
        resolver = local_files(base or Path(name).parent)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start.isalpha() or start == b"#":
        raise SchemaError(name, 1, 1, COMPACT)
    with _frames():
        return _load(name, data, resolver)


COMPACT = (
    "the compact syntax of RELAX NG is not read here; convert it to the XML syntax with trang: "
    "trang schema.rnc schema.rng"
)


def _load(name: str, data: bytes, resolver: Resolver) -> Schema:
    try:
        simplified = Simplifier(parse(data, name), resolver)
        check_restrictions(simplified.start, simplified.start_node, simplified.elements)
    except RecursionError:
        raise SchemaError(name, 0, 0, "the definitions are nested too deep") from None
    return Schema(name, simplified)


def local_files(folder: Path) -> Resolver:
    """A resolver that reads files below `folder`, and nothing else."""

    def resolve(href: str, base: str) -> tuple[str, bytes]:
        address = urlsplit(href)
        if address.scheme not in ("", "file") or address.netloc:
            raise ValueError("only files at hand are read, nothing from the network")
        path = Path(base.rpartition("/")[0], unquote(address.path))
        inside = path.resolve()
        if not inside.is_relative_to(folder.resolve()):
            raise ValueError(f"it lies outside {folder.as_posix()}")
        return inside.as_posix(), path.read_bytes()

    return resolve


@contextmanager
def _frames() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, FRAMES))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
