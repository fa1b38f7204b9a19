"""Documents at random, each from its own seed, and each valid by a grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random

from lxml import etree

from tests.conftest import ROOT, at_hand
from tests.mutation.mutations import GRAFT, MUTATIONS, Mutation
from tests.mutation.stock import Stock, parsed, serialized
from variorum.relaxng import Schema, load_schema

__all__ = ["Generator", "generator", "grammar", "sources", "stands_alone"]

_SMALL = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title>Of the sea</title></titleStmt><publicationStmt><p>Invented.</p></publicationStmt>
<sourceDesc>{}</sourceDesc></fileDesc></teiHeader><text><body><div><head>The sea</head>
<p>The sea {}, and the land was cold.</p>
<lg><l>So he spoke,</l><l>and went.</l></lg></div></body></text></TEI>"""
_PLAIN = _SMALL.format("<p>Invented.</p>", "rose")
_WITNESSED = _SMALL.format(
    '<listWit><witness xml:id="W">W</witness><witness xml:id="V">V</witness></listWit>',
    '<app><lem wit="#W">rose</lem><rdg wit="#V">fell</rdg></app>',
)
_GRAFTS = 12
_CHANGES = 12
_TRIES = 6
"""So often a change that makes a document invalid is replaced by another."""
_NOT_ALONE = re.compile(rb"<!DOCTYPE|2001/XInclude")
_LARGEST = 20_000
"""A document of more bytes does not grow."""


def grammar() -> Path:
    """The TEI's own grammar where it is at hand, else the edition's."""
    return at_hand("schema/tei_all.rng") or ROOT / "tei" / "schema" / "edition.rng"


def sources() -> list[Path]:
    """What documents are made of: published files, cases, the note."""
    corpora, cases = at_hand("corpora"), at_hand("cases")
    folders = [each for each in (corpora, cases, ROOT / "tests" / "cases") if each]
    found = [file for folder in folders for file in sorted(folder.rglob("*.xml"))]
    return [*found, *sorted((ROOT / "tei").glob("*.xml"))]


@cache
def generator() -> Generator:
    """The generator of all tests of a process."""
    return Generator(load_schema(grammar()), sources())


def stands_alone(data: bytes) -> bool:
    """Whether a document needs no other file, and no declaration before its root."""
    return _NOT_ALONE.search(data) is None


class Generator:
    """Makes documents that are valid by `schema`, of pieces of files that stand alone."""

    def __init__(self, schema: Schema, files: Sequence[Path]) -> None:
        self.schema = schema
        documents = {file.name: file.read_bytes() for file in files}
        alone = {name: data for name, data in documents.items() if stands_alone(data)}
        self.stock = Stock(alone, schema)
        small = [data for data in alone.values() if len(data) < _LARGEST // 4]
        self.bases = [*filter(self.is_valid, small)]

    def is_valid(self, data: bytes) -> bool:
        """Whether the grammar finds nothing in a document."""
        return not self.schema.validate(data)

    def valid(self, seed: int) -> bytes:
        """A valid document; the same for the same seed and files."""
        chance = Random(seed)
        made = (_PLAIN.encode(), _PLAIN.encode(), _WITNESSED.encode())
        data = chance.choice(made if chance.random() < 0.6 else self.bases)
        steps = [GRAFT] * chance.randint(0, _GRAFTS)
        steps += chance.choices(MUTATIONS, k=chance.randint(1, _CHANGES))
        root = parsed(data)
        for step in steps:
            root, data = self._changed(root, data, step, chance)
        return data

    def _changed(
        self, root: etree._Element, data: bytes, change: Mutation, chance: Random
    ) -> tuple[etree._Element, bytes]:
        """The document after a change that leaves it valid; as it was, if none is found."""
        for _ in range(_TRIES):
            copy = deepcopy(root)
            change(chance.choice(list(copy.iter("*"))), chance, self.stock)
            changed = serialized(copy)
            if len(changed) < max(_LARGEST, len(data)) and self.is_valid(changed):
                return copy, changed
        return root, data

    def damaged(self, root: etree._Element, chance: Random) -> bytes:
        """A document after some changes; whether they leave it valid is not asked."""
        for change in chance.choices(MUTATIONS, k=chance.randint(1, _CHANGES)):
            change(chance.choice(list(root.iter("*"))), chance, self.stock)
        return serialized(root)
