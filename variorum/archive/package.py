"""Makes the package of each document: a bag whose payload is an E-ARK information package.

Everything in it is dated by the newest `change/@when` of the header, so that the same texts and
versions give the same bytes.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from string import Template

from variorum import __version__
from variorum.archive.bag import digests, write_bag
from variorum.archive.crosswalk import DRIVER, Crosswalk, Record
from variorum.archive.header import missing
from variorum.archive.inventory import METS, Event, Inventory
from variorum.archive.signposts import site_address
from variorum.archive.software import pins, wheel, wheel_name
from variorum.archive.staging import ACCESS, STANDALONE, TEI_DATA, stage_edition
from variorum.archive.zipped import zip_folder
from variorum.build import FORMATS, Build, Progress, drivers
from variorum.check import check
from variorum.diagnostics import Diagnostic, VariorumError, has_error
from variorum.edition import Edition, Source
from variorum.saxon import Node, Saxon

__all__ = ["KINDS", "Packager"]

KINDS = ("sip", "aip")
"""What a package can be for: submission to an archive, or keeping (OAIS)."""

REPRESENTATIONS = tuple(f"representations/{name}" for name in ("tei", "standalone", "access"))


def _silent(_done: int, _total: int, _name: str) -> None: ...


@dataclass
class Packager:
    """Packages documents of an edition, one after the other, into `output`/package/."""

    edition: Edition
    output: Path
    kind: str = "sip"
    progress: Progress = _silent
    findings: list[Diagnostic] = field(default_factory=list)

    def run(self) -> Iterator[Path]:
        """Makes each package and its zip; yields its folder. Nothing half made is left behind.

        Raises VariorumError for a document with errors, or with a header that lacks something;
        packages made before it stay.
        """
        seen: dict[str, str] = {}
        documents = [source for source in self.edition.sources if not _read(source).is_register]
        for number, source in enumerate(documents):
            self.progress(number, len(documents), source.name)
            yield self._package(_read(source), seen)
        self.progress(len(documents), len(documents), "")

    @cached_property
    def _saxon(self) -> Saxon:
        return Saxon(*drivers(FORMATS), DRIVER)

    @cached_property
    def guidelines(self) -> str:
        """How the texts are encoded, as one page; empty where the edition has no ODD."""
        from variorum.archive.guide import one_file
        from variorum.guidelines import guidelines

        odd = self.edition.odd
        return one_file(guidelines(odd, (), "")) if odd else ""

    @cached_property
    def _registers(self) -> tuple[Source, ...]:
        sources = (_read(source) for source in self.edition.sources)
        return tuple(source for source in sources if source.is_register)

    def _package(self, source: Source, seen: dict[str, str]) -> Path:
        folder = self.output / "package"
        partial = folder / f".partial-{os.getpid()}"
        try:
            work = _Work(self, source, self._registers, partial)
            name = work.record.name
            if name in seen:
                raise VariorumError(_twice(source, name, seen[name]))
            seen[name] = source.name
            work.make()
            self.findings += work.findings
            return _publish(partial / name, folder)
        except OSError as error:
            raise VariorumError(_unwritable(error, folder)) from None
        finally:
            shutil.rmtree(partial, ignore_errors=True)


class _Work:
    """One package in the making, in the folder `partial`."""

    def __init__(
        self, packager: Packager, source: Source, registers: tuple[Source, ...], partial: Path
    ) -> None:
        self._saxon = packager._saxon
        self._edition = packager.edition
        self._kind = packager.kind.upper()
        self._guidelines = packager.guidelines
        self._source = source
        self._registers = registers
        if lacking := missing(source):
            raise VariorumError(*lacking)
        self._document = self._saxon.parse(source.text)
        self._crosswalk = self._cross()
        self.findings: list[Diagnostic] = []
        self._root = partial / self.record.name
        self._data = self._root / "data"

    @property
    def record(self) -> Record:
        """What the header says."""
        return self._crosswalk.record

    def _cross(self) -> Crosswalk:
        sources = (self._source, *self._registers)
        edition = Edition(self._edition.root, sources, settings=self._edition.settings)
        build = Build(edition, Path(), saxon=self._saxon)
        model: Node = build.model(self._source)
        base = site_address(self._edition.settings)
        return Crosswalk(self._saxon, model, build.registers, base)

    def make(self) -> None:
        """Stages the edition, checks and builds it, then describes what there is."""
        staged = stage_edition(self._edition, self._source, self._registers, self._data)
        self._check(staged)
        build = Build(staged, self._data / ACCESS, saxon=self._saxon)
        met = build.run()
        if has_error(met):
            raise VariorumError(*met)
        self.findings += met
        embedded = self._crosswalk.embed(self._document, "../../../schemas/")
        self._write(f"{STANDALONE}/{self.record.id}.xml", embedded)
        shutil.copytree(self._data / TEI_DATA / "tei" / "schema", self._data / "schemas")
        self._software()
        for path, text in self._crosswalk.describe().items():
            self._write(path, text)
        self._documentation()
        self._structure(staged)
        write_bag(self._root, self._bag_info())

    def _check(self, staged: Edition) -> None:
        findings = [one for one in check(staged) if one.code not in _OF_THE_WHOLE]
        if has_error(findings):
            raise VariorumError(*findings)
        self.findings += findings
        report = {
            "checked": [source.name for source in staged.sources],
            "with": f"variorum {__version__}",
            "findings": [asdict(finding) for finding in findings],
        }
        text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
        self._write("documentation/validation-report.json", text)

    def _software(self) -> None:
        requirements, findings = pins()
        self.findings += findings
        self._write("software/requirements.txt", requirements)
        self._write(f"software/{wheel_name()}", wheel())

    def _documentation(self) -> None:
        template = Template((Path(__file__).parent / "README.md").read_text(encoding="utf-8"))
        slots = {
            "title": self.record.title,
            "holding": self.record.holding or "see the header of the document",
            "name": self.record.name,
            "id": self.record.id,
            "document": self._source.path.name,
            "version": self.record.version,
            "released": self.record.released,
            "publisher": self.record.publisher,
            "kind": self._kind,
            "wheel": wheel_name(),
            "variorum": __version__,
        }
        self._write("documentation/README.md", template.substitute(slots))
        if self._guidelines:
            self._write("documentation/encoding-guidelines.html", self._guidelines)
        licence = self._edition.root / "LICENSE"
        if licence.is_file():
            self._write("documentation/LICENSE.txt", licence.read_bytes())

    def _structure(self, staged: Edition) -> None:
        texts = tuple(f"{TEI_DATA}/{source.name}" for source in staged.sources)
        inventory = Inventory(
            self._data,
            self.record.name,
            self._kind,
            self.record.date,
            REPRESENTATIONS,
            {"representations/access": texts, "representations/standalone": texts},
        )
        for folder in REPRESENTATIONS:
            text = self._crosswalk.structure(inventory.representation(folder))
            self._write(f"{folder}/{METS}", text)
        events = _events(texts, self.findings)
        described = inventory.preservation(events, self._agents())
        for path, text in self._crosswalk.preserve(described).items():
            self._write(path, text)
        self._write(METS, self._crosswalk.structure(inventory.package()))

    def _agents(self) -> dict[str, dict[str, str]]:
        from importlib.metadata import version

        tools = {"variorum": __version__, **{name: version(name) for name in _TOOLS}}
        agents = {
            name: {"name": name, "type": "software", "version": number}
            for name, number in tools.items()
        }
        return agents | {"publisher": {"name": self.record.publisher, "type": "organization"}}

    def _bag_info(self) -> dict[str, str]:
        return {
            "Source-Organization": self.record.publisher,
            "External-Identifier": self.record.name,
            "External-Description": self.record.title,
            "Internal-Sender-Identifier": f"urn:uuid:{self._crosswalk.uuid}",
            "Bagging-Date": self.record.released,
            "Bag-Software-Agent": f"Variorum {__version__}",
        }

    def _write(self, path: str, content: str | bytes) -> None:
        target = self._data / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


_OF_THE_WHOLE = ("entry-unmentioned", "exception-unused")
"""What can be said of an edition as a whole alone, not of one document with its registers."""
_TOOLS = ("lxml", "saxonche", "typst")


def _read(source: Source) -> Source:
    """The source anew: what it parses is freed with it, however many documents there are."""
    return Source(source.path, source.name)


def _events(texts: tuple[str, ...], findings: list[Diagnostic]) -> list[Event]:
    notes = f"no error, {len(findings)} other findings: see documentation/validation-report.json"
    return [
        Event(
            "validation",
            "validation",
            "the texts against the grammar and the rules of the edition",
            f"success: {notes}" if findings else "success",
            ("variorum", "lxml"),
            texts,
        ),
        Event(
            "renditions",
            "creation",
            "the files of representations/access, built from the texts and compared with them",
            "success",
            ("variorum", "saxonche", "typst"),
            texts,
        ),
        Event(
            "fixity",
            "message digest calculation",
            "SHA-256 of every file, in this file, in METS and in the manifests of the bag",
            "success",
            ("variorum",),
        ),
        Event(
            "packaging",
            "information package creation",
            "E-ARK CSIP 2.1 in a BagIt 1.0 bag",
            "success",
            ("variorum", "publisher"),
        ),
    ]


def _publish(made: Path, folder: Path) -> Path:
    """Zips the package, then moves zip, digest and folder into place."""
    name = made.name
    archive = made.with_name(f"{name}.zip")
    zip_folder(made, archive)
    digest = made.with_name(f"{name}.zip.sha256")
    value = digests(archive, ("sha256",))["sha256"]
    digest.write_text(f"{value}  {archive.name}\n", encoding="utf-8")
    target = folder / name
    if target.exists():
        target.rename(made.with_name(f"{name}.before"))
    made.rename(target)
    for file in (archive, digest):
        file.replace(folder / file.name)
    return target


def _twice(source: Source, name: str, other: str) -> Diagnostic:
    message = f"gives a package “{name}”, as {other} does"
    help_ = "give each root an xml:id of its own"
    return Diagnostic(source.name, 0, 0, "package-duplicate", "error", message, help_)


def _unwritable(error: OSError, folder: Path) -> Diagnostic:
    place = Path(error.filename or folder)
    message = f"cannot be written: {error.strerror}"
    return Diagnostic(place.as_posix(), 0, 0, "output-unwritable", "error", message)
