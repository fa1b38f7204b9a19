"""Which schemas judge a file: those of the caller, of the file, of the edition; each loaded once.

Nothing is fetched. An address on the network is looked up in the catalog of the settings,
`[tool.variorum.catalog]`: an address, or the beginning of one, with the path of a file or folder.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import resource
from variorum.check.codes import (
    GRAMMAR_NO_SCHEMA,
    SCHEMA_MISSING,
    SCHEMA_REMOTE,
    SCHEMA_UNSUPPORTED,
)
from variorum.check.odd_schemas import code_of, grammar_of, has_rules, is_odd
from variorum.check.scan import Index, Position
from variorum.engines.processes import can_fork
from variorum.findings import Code, Diagnostic, Place, VariorumError
from variorum.schema import schematron_process
from variorum.schema.codes import SCHEMA_INCORRECT, SCHEMATRON_TIMEOUT
from variorum.source.addresses import file_at, is_readable_file, parts_of

if TYPE_CHECKING:
    from variorum.relaxng import Schema
    from variorum.schema.schematron import Rules
    from variorum.source import Edition

__all__ = ["Schemas", "Selection"]

_RELAXNG = "http://relaxng.org/ns/structure/1.0"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
_COMPACT = "application/relax-ng-compact-syntax"
_NOWHERE = Position(0, 0)
_ANY_TEI = "tei.rng"
"""The grammar of what any TEI obeys, for files that name no schema."""
_ALL_OF_TEI = "/tei_all.r"
"""How addresses of the schema of the whole TEI go on, in XML or in the compact syntax."""
_GENERAL = "general"
"""The phase of our Schematron with what holds for all TEI, not for this edition alone."""


@dataclass
class Selection:
    """What judges one file, and what there is to say about the choice."""

    grammars: list[Schema] = field(default_factory=list)
    schematrons: list[Rules] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    is_general: bool = False
    """Whether the grammar is that of any TEI, in which nearly everything may stand everywhere."""


class Schemas:
    """The schemas of a run. Our own rules run in a process `apart`, if the system has such."""

    def __init__(
        self, edition: Edition, grammar: Path | None, rules: str = "", *, apart: bool = True
    ) -> None:
        self._edition = edition
        self._apart = apart and can_fork()
        self._chosen_rules = rules
        self._catalog = edition.settings.catalog
        self._grammars: dict[Path, Schema | Diagnostic] = {}
        self._schematrons: dict[tuple[Path, str, bool], Rules | tuple[Diagnostic, ...]] = {}
        self._forced: Schema | None = None
        if grammar:
            found = self._grammar(grammar)
            if isinstance(found, Diagnostic):
                raise VariorumError(found)
            self._forced = found

    def of(self, index: Index) -> Selection:
        """What judges a file that is well-formed."""
        chosen = Selection()
        named = self._named(index, chosen) if self._forced is None else []
        house = self._is_ours(index, named)
        with_rules = index.is_tei and self._chosen_rules != "none"
        if with_rules:
            self._start_rules(house)
        if self._forced is not None:
            chosen.grammars.append(self._forced)
        for path, place in named:
            self._add(index, chosen, path, place)
        if self._forced is None and not named:
            self._default(index, chosen, house)
        if with_rules:
            self._rules(index, chosen, house)
        return chosen

    def _default(self, index: Index, chosen: Selection, house: bool) -> None:
        own = self._own / "edition.rng"
        if house and own.is_file():
            self._take_grammar(index, chosen, own, Position(0, 0))
            return
        names_all = any(_ALL_OF_TEI in model.get("href", "") for model, _ in index.models)
        if chosen.findings and not names_all:
            return  # the schema that it names, and cannot be had, may allow more
        chosen.is_general = index.is_tei and self._chosen_rules != "none"
        held = "no schema: held only to what any TEI obeys"
        told = held if chosen.is_general else "no grammar to check against"
        if not chosen.findings:
            chosen.findings.append(GRAMMAR_NO_SCHEMA.at(index.at(), told))
        if chosen.is_general:
            self._take_grammar(index, chosen, resource("schema") / _ANY_TEI, Position(0, 0))

    @cached_property
    def _own(self) -> Path:
        """The folder with the schema of this edition."""
        folder = self._edition.root / "tei" / "schema"
        return folder if (folder / "edition.rng").is_file() else resource("schema")

    def _is_ours(self, index: Index, named: list[tuple[Path, Position]]) -> bool:
        """Whether the file belongs to this edition, or asks for our schema."""
        if named:
            return any(_is_of(path, self._own, resource("schema")) for path, _ in named)
        if self._edition.own:
            return self._edition.has_schema
        folder = self._edition.root / "tei"
        has_own = (folder / "schema" / "edition.rng").is_file()
        return has_own and index.path.resolve().parent == folder.resolve()

    def _rules(self, index: Index, chosen: Selection, house: bool) -> None:
        """Our own rules: all of them for files of the edition, the general ones for others."""
        path, phase = self._own_rules(house)
        if path.is_file():
            self._take_schematron(index, chosen, path, phase, own=True)

    def _own_rules(self, house: bool) -> tuple[Path, str]:
        folder = self._own if house else resource("schema")
        whole = self._chosen_rules == "edition" or (house and not self._chosen_rules)
        return folder / "edition.sch", "#ALL" if whole else _GENERAL

    def _start_rules(self, house: bool) -> None:
        """Has another process compile our own rules while grammars are read here."""
        path, phase = self._own_rules(house)
        key = path.resolve(), phase, True
        if key not in self._schematrons and self._apart and (ours := _as_delivered(path)):
            self._schematrons[key] = schematron_process.load(ours, phase=phase)

    # what a file names

    def _named(self, index: Index, chosen: Selection) -> list[tuple[Path, Position]]:
        found: list[tuple[Path, Position]] = []
        for model, place in index.models:
            href = model.get("href", "")
            if not href or self._is_unsupported(index, chosen, model, place):
                continue
            path = self._local(index, href)
            if parts_of(href) is None:
                self._say(index, chosen, SCHEMA_MISSING, place, f"{href} is no address")
            elif path is None:
                self._say(index, chosen, SCHEMA_REMOTE, place, f"{href} is not fetched")
            elif not is_readable_file(path):
                self._say(index, chosen, SCHEMA_MISSING, place, f"there is no schema {href}")
            elif (path, place) not in found:
                found.append((path, place))
        return found

    def _is_unsupported(
        self, index: Index, chosen: Selection, model: dict[str, str], place: Position
    ) -> bool:
        kind, href = model.get("schematypens", ""), model["href"].partition("?")[0]
        if model.get("type") == _COMPACT or href.endswith(".rnc"):
            message = f"{href} is in the compact syntax of RELAX NG"
        elif is_odd(href):
            return False
        elif kind not in ("", _RELAXNG, _SCHEMATRON) or href.endswith((".dtd", ".xsd", ".nvdl")):
            message = f"{href} is neither RELAX NG nor Schematron"
        else:
            return False
        self._say(index, chosen, SCHEMA_UNSUPPORTED, place, message)
        return True

    def _local(self, index: Index, href: str) -> Path | None:
        """The file that an address stands for; None for one on the network, and for no address."""
        base = self._edition.root
        if href in self._catalog:
            return base / self._catalog[href]
        for prefix in sorted(self._catalog, key=len, reverse=True):
            if href.startswith(prefix):
                return base / self._catalog[prefix] / href[len(prefix) :].lstrip("/")
        return file_at(href, index.path.parent)

    def _add(self, index: Index, chosen: Selection, path: Path, place: Position) -> None:
        models = [model for model, at in index.models if at == place]
        if models[0].get("schematypens") == _SCHEMATRON or path.suffix == ".sch":
            if not _is_of(path, self._own, resource("schema")):
                phase = models[0].get("phase") or "#DEFAULT"
                self._take_schematron(index, chosen, path, phase, own=False, place=place)
            return
        self._take_grammar(index, chosen, path, place)
        if is_odd(path.name) and has_rules(path):
            self._take_schematron(index, chosen, path, "#DEFAULT", own=False, place=place)

    # loading

    def _take_grammar(self, index: Index, chosen: Selection, path: Path, place: Position) -> None:
        found = self._grammar(path)
        if not isinstance(found, Diagnostic):
            chosen.grammars.append(found)
            return
        where = f"{found.file}:{found.line}" if found.line else found.file
        code = code_of(found, SCHEMA_INCORRECT)
        self._say(index, chosen, code, place, f"{where}: {found.message}")

    def _grammar(self, path: Path) -> Schema | Diagnostic:
        from variorum.relaxng import SchemaError, load_schema

        key = path.resolve()
        if key not in self._grammars:
            try:
                self._grammars[key] = grammar_of(path) if is_odd(path.name) else load_schema(path)
            except SchemaError as error:
                where = Place(error.file, error.line, error.column)
                self._grammars[key] = SCHEMA_INCORRECT.at(where, error.reason)
        return self._grammars[key]

    def _take_schematron(
        self,
        index: Index,
        chosen: Selection,
        path: Path,
        phase: str,
        *,
        own: bool,
        place: Position = _NOWHERE,
    ) -> None:
        key = path.resolve(), phase, own
        if key not in self._schematrons:
            try:
                self._schematrons[key] = _schematron(path, phase, own=own)
            except VariorumError as error:
                self._schematrons[key] = error.findings
        found = self._schematrons[key]
        if not isinstance(found, tuple):
            chosen.schematrons.append(found)
            return
        for fault in found[:1]:
            where = f"{fault.file}:{fault.line}" if fault.line else fault.file
            is_late = fault.code == SCHEMATRON_TIMEOUT.name
            code = SCHEMATRON_TIMEOUT if is_late else SCHEMA_INCORRECT
            self._say(index, chosen, code, place, f"{where}: {fault.message}")

    def _say(
        self, index: Index, chosen: Selection, code: Code, place: Position, message: str
    ) -> None:
        if all(
            (finding.code, finding.message) != (code.name, message) for finding in chosen.findings
        ):
            chosen.findings.append(code.at(index.at(place), message))


def _schematron(path: Path, phase: str, *, own: bool) -> Rules:
    """What did not come with this program runs apart, with limits of time and memory."""
    if own and (ours := _as_delivered(path)):
        from variorum.schema import schematron

        return schematron.load(ours, phase=phase, own=True)
    from variorum.schema import sandbox

    return sandbox.load(path, phase=phase, own=own)


def _as_delivered(path: Path) -> Path | None:
    """The Schematron that came with this program, if the edition's own is no other."""
    ours = resource("schema") / path.name
    if path.resolve() == ours.resolve():
        return ours
    try:
        return ours if path.read_bytes() == ours.read_bytes() else None
    except OSError:  # whoever loads it says so
        return None


def _is_of(path: Path, *folders: Path) -> bool:
    """Whether a file is the grammar or the Schematron in one of the folders."""
    names = ("edition.rng", "edition.sch")
    return path.resolve() in {(folder / name).resolve() for folder in folders for name in names}
