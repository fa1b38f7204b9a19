"""One run: each file read once and forgotten, then the rules that need all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.check.codes import CHECK_FAILED, NOT_TEI
from variorum.check.every_rule import EDITION, FILE
from variorum.check.exceptions import Exceptions
from variorum.check.identifiers import ID_DUPLICATE, ID_INVALID
from variorum.check.levels import levelled, unknown_levels
from variorum.check.memory import KeptFile, Memory
from variorum.check.merge import holds_entries, in_registers, merged, with_inclusions
from variorum.check.scan import Index, scan
from variorum.check.schemas import Schemas, Selection
from variorum.check.time_limit import time_limit
from variorum.check.view import View
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.findings.failure import failure
from variorum.relaxng.codes import CODES as GRAMMAR
from variorum.schema.schematron_process import SchematronProcess
from variorum.source import Edition, Source
from variorum.source.roots import cure_of_root

if TYPE_CHECKING:
    from variorum.relaxng import Schema
    from variorum.schema.schematron import Rules

__all__ = ["Run"]

_OUR_RULES = frozenset(FILE.keys() | EDITION.keys()) - {ID_INVALID.name, ID_DUPLICATE.name}
"""The rules in Python but for those of xml:id, which are the standard of XML itself."""


class Run:
    """The checks of one edition in their order.

    With what earlier runs have `kept`, only files that have changed are read. A run that is not
    `patient` does not ask Schematrons: what they have said before of a file stays.
    """

    def __init__(
        self,
        edition: Edition,
        grammar: Path | None,
        without: frozenset[str],
        rules: str = "",
        *,
        kept: Memory | None = None,
        patient: bool = True,
    ) -> None:
        rules = rules or edition.settings.rules
        self._edition = edition
        self._kept = kept
        self._patient = patient
        self._schemas = (
            Schemas(edition, grammar, rules) if kept is None else kept.schemas_of(edition, rules)
        )
        self._without = without | (_OUR_RULES if rules == "none" else frozenset())
        self._exceptions = kept.exceptions_of(edition) if kept else Exceptions.of(edition)

    def findings(self) -> list[Diagnostic]:
        """Form, grammar, ids, Schematron of each file; rules of the edition; exceptions."""
        settings = self._edition.settings
        found = [*settings.findings, *self._exceptions.findings, *unknown_levels(self._edition)]
        indexes: list[Index] = []
        seconds = settings.limits.seconds
        for source in self._edition.sources:
            try:
                with time_limit(seconds):
                    index, said = self._known(source)
            except Exception as error:
                index, said = None, failure(error, CHECK_FAILED, Place(source.name))
            found += said
            if index is not None:
                indexes.append(index)
        if not self._edition.has_schema:
            found = in_registers(found, indexes)
        view = View(indexes, self._edition)
        for code, rule in EDITION.items():
            if code not in self._without:
                with time_limit(seconds):
                    found += _of_all(f"the rule {code}", rule, view)
        order = {source.name: number for number, source in enumerate(self._edition.sources)}
        kept = levelled(self._exceptions.applied(dict.fromkeys(found)), dict(settings.levels))
        return sorted(kept, key=lambda finding: (order.get(finding.file, len(order)), finding))

    def _known(self, source: Source) -> tuple[Index | None, Sequence[Diagnostic]]:
        """What was found in a file before, if it is the same; else what is found in it."""
        if self._kept is None:
            return self._file(source, [])
        known = self._kept.found(source, patient=self._patient)
        if known is None:
            before = self._kept.files.get(source.path)
            ruled = [] if self._patient or before is None else list(before.ruled)
            index, said = self._file(source, ruled)
            known = KeptFile(source.data, index, said, ruled, self._patient)
            self._kept.files[source.path] = known
        elif known.index is not None:
            self._exceptions.locate(known.index, source.whole)
        return known.index, known.findings

    def _file(
        self, source: Source, ruled: list[Diagnostic]
    ) -> tuple[Index | None, list[Diagnostic]]:
        """What is wrong with one file by itself, and what the rules of the edition need of it.

        What Schematrons say is added to `ruled`; where they are not asked, what is there stands.
        """
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
            found += self._judged(source, index, data, ruled)
            found = merged(found, index)
            self._exceptions.locate(index, data)
        index.findings, index.dated = [], []
        notes = source.notes if index.root else ()  # of what is no XML there is nothing to add
        found = with_inclusions(notes, list(map(source.located, found)))
        return (index if index.root else None), found

    def _judged(
        self, source: Source, index: Index, data: bytes, ruled: list[Diagnostic]
    ) -> Iterator[Diagnostic]:
        if not index.is_tei:
            yield _not_tei(index)
        chosen = Selection()
        yield from _guarded(source, "its schemas", lambda: self._chosen(index, chosen))
        if _is_sound(index):
            for each in chosen.schematrons:
                if isinstance(each, SchematronProcess):
                    each.begin(source)
        for grammar in chosen.grammars:
            yield from _guarded(
                source,
                "the grammar",
                partial(_grammar, source, grammar, data, lists=not chosen.is_general),
            )
        for code, rule in FILE.items():
            if code not in self._without:
                yield from _guarded(source, f"the rule {code}", partial(rule, index))
        if _is_sound(index):
            beside = partial(self._beside, source, index)
            yield from _guarded(source, "the words of registers", beside)
            if self._patient:
                ruled += self._ruled(source, chosen)
            yield from ruled

    def _beside(self, source: Source, index: Index) -> Iterable[Diagnostic]:
        if index.register or not holds_entries(index):
            return ()
        from variorum.check.registers import words_beside_entries

        return words_beside_entries(source, self._edition)

    def _ruled(self, source: Source, chosen: Selection) -> Iterator[Diagnostic]:
        """What the Schematrons say of a file that is XML."""
        source.accept()
        for schematron in chosen.schematrons:
            step = partial(_schematron, source, schematron)
            yield from _guarded(source, "the Schematron", step)

    def _chosen(self, index: Index, chosen: Selection) -> Iterator[Diagnostic]:
        """Adds to `chosen` what judges a file; what there is to say of the choice."""
        found = self._schemas.of(index)
        chosen.grammars, chosen.schematrons = found.grammars, found.schematrons
        chosen.is_general = found.is_general
        yield from found.findings


def _is_sound(index: Index) -> bool:
    return not any(finding.code.startswith("xml-") for finding in index.findings)


def _guarded(
    source: Source, step: str, work: Callable[[], Iterable[Diagnostic]]
) -> Iterator[Diagnostic]:
    """What a step of the check finds in a file; where the step itself stops, that is a finding."""
    try:
        yield from work()
    except Exception as error:
        yield from failure(error, CHECK_FAILED, Place(source.name), step)


def _of_all(
    step: str, rule: Callable[[View], Iterable[Diagnostic]], view: View
) -> Sequence[Diagnostic]:
    """What a rule finds in all files; those at which it stops even alone are left out, and told."""
    try:
        return list(rule(view))
    except Exception as error:
        culprits = [index for index in view.indexes if _stops(rule, View([index], view.edition))]
        names = [index.name for index in culprits] or [view.edition.root.as_posix()]
        told = [each for name in names for each in failure(error, CHECK_FAILED, Place(name), step)]
        left_out = set(map(id, culprits))
        rest = [index for index in view.indexes if id(index) not in left_out]
        return [*told, *(_of_all(step, rule, View(rest, view.edition)) if culprits else ())]


def _stops(rule: Callable[[View], Iterable[Diagnostic]], view: View) -> bool:
    try:
        list(rule(view))
    except Exception:
        return True
    return False


def _grammar(source: Source, grammar: Schema, data: bytes, *, lists: bool) -> Iterator[Diagnostic]:
    """What the grammar finds; what else may stand there only where it `lists` what is meant."""
    for finding in grammar.validate(data):
        place = Place(source.name, finding.line, finding.column)
        is_list = (finding.help or "").startswith("allowed ")
        yield GRAMMAR[finding.code].at(
            place, finding.message, finding.help if lists or not is_list else ""
        )


def _schematron(source: Source, schematron: Rules) -> Iterator[Diagnostic]:
    try:
        yield from schematron.validate(source)
    except VariorumError as error:  # what lxml does not accept
        yield from error.findings


def _not_tei(index: Index) -> Diagnostic:
    namespace = f" of {index.namespace}" if index.namespace else ", without a namespace"
    cure = cure_of_root(index.root, index.namespace)
    return NOT_TEI.at(index.at(), f"the root is <{index.root}>{namespace}", cure)
