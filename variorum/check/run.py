"""One run: each file read once and forgotten, then the rules that need all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from variorum.check.codes import NOT_TEI
from variorum.check.every_rule import EDITION, FILE
from variorum.check.exceptions import Exceptions
from variorum.check.merge import merged
from variorum.check.scan import Index, scan
from variorum.check.schemas import Schemas, Selection
from variorum.check.view import View
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.relaxng.codes import CODES as GRAMMAR
from variorum.schema.codes import SCHEMATRON_FAILED
from variorum.source import Edition, Source
from variorum.source.roots import cure_of_root

__all__ = ["Run"]


class Run:
    """The checks of one edition in their order."""

    def __init__(self, edition: Edition, grammar: Path | None, without: frozenset[str]) -> None:
        self._edition = edition
        self._schemas = Schemas(edition, grammar)
        self._without = without
        self._exceptions = Exceptions.of(edition)

    def findings(self) -> list[Diagnostic]:
        """Form, grammar, ids, Schematron of each file; rules of the edition; exceptions."""
        found = [*self._edition.settings.findings, *self._exceptions.findings]
        indexes: list[Index] = []
        for source in self._edition.sources:
            index, said = self._file(source)
            found += said
            if index is not None:
                indexes.append(index)
        view = View(indexes, self._edition)
        for code, rule in EDITION.items():
            if code not in self._without:
                found += rule(view)
        order = {source.name: number for number, source in enumerate(self._edition.sources)}
        kept = self._exceptions.applied(dict.fromkeys(found))
        return sorted(kept, key=lambda finding: (order.get(finding.file, len(order)), finding))

    def _file(self, source: Source) -> tuple[Index | None, list[Diagnostic]]:
        """What is wrong with one file by itself, and what the rules of the edition need of it."""
        source = source.fresh()  # its bytes and its tree go when this is done
        try:
            data = source.whole
        except VariorumError as error:
            return None, list(error.findings)
        index = scan(source.name, source.path, data)
        if source.is_woven:  # else the index would keep the source, and this its bytes
            index.located = source.located
        found = index.findings
        if index.root:
            found += self._judged(source, index, data)
            found = merged(found, index)
            self._exceptions.locate(index, data)
        index.findings, index.dated = [], []
        notes = source.notes if index.root else ()  # of what is no XML there is nothing to add
        found = [*notes, *map(source.located, found)]
        return (index if index.root else None), found

    def _judged(self, source: Source, index: Index, data: bytes) -> Iterator[Diagnostic]:
        if not index.is_tei:
            yield _not_tei(index)
        chosen = self._schemas.of(index)
        yield from chosen.findings
        for grammar in chosen.grammars:
            for finding in grammar.validate(data):
                place = Place(source.name, finding.line, finding.column)
                yield GRAMMAR[finding.code].at(place, finding.message, finding.help)
        for code, rule in FILE.items():
            if code not in self._without:
                yield from rule(index)
        if not any(finding.code.startswith("xml-") for finding in index.findings):
            source.accept()
            yield from _schematron(source, chosen)


def _schematron(source: Source, chosen: Selection) -> Iterator[Diagnostic]:
    if not chosen.schematrons:
        return
    from variorum.engines.saxon import TransformError

    try:
        for schematron in chosen.schematrons:
            yield from schematron.validate(source)
    except VariorumError as error:  # what lxml does not accept
        yield from error.findings
    except TransformError as error:  # what Saxon's parser does not accept
        message = f"the rules cannot be applied: {' '.join(str(error).split())}"
        yield SCHEMATRON_FAILED.at(Place(source.name), message)


def _not_tei(index: Index) -> Diagnostic:
    namespace = f" of {index.namespace}" if index.namespace else ", without a namespace"
    cure = cure_of_root(index.root, index.namespace)
    return NOT_TEI.at(index.at(), f"the root is <{index.root}>{namespace}", cure)
