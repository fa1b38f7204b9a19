"""What the package of one document holds: a bag whose payload is an E-ARK information package.

Everything in it is dated by the newest `change/@when` of the header, so that the same texts and
versions give the same bytes.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from variorum import __version__
from variorum.build.plan import plan
from variorum.build.run import run
from variorum.check import check
from variorum.check.codes import EXCEPTION_UNUSED
from variorum.check.names import ENTRY_UNMENTIONED
from variorum.engines.saxon import Saxon
from variorum.findings import Diagnostic, VariorumError, has_error
from variorum.model.modeller import Modeller
from variorum.outputs.citations import Item, bibtex, csl_json, of_document, ris
from variorum.outputs.registry import outputs_of
from variorum.package.bag import write_bag
from variorum.package.crosswalk import Crosswalk, Record
from variorum.package.header import missing
from variorum.package.inventory import METS, Event, Inventory
from variorum.package.software import pins, wheel, wheel_name
from variorum.package.staging import ACCESS, STANDALONE, TEI_DATA, stage_edition
from variorum.proof import Proof
from variorum.source import Edition, Source

__all__ = ["Common", "Contents"]

_REPRESENTATIONS = tuple(f"representations/{name}" for name in ("tei", "standalone", "access"))
_OF_THE_WHOLE = (ENTRY_UNMENTIONED.name, EXCEPTION_UNUSED.name)
"""What can be said of an edition as a whole alone, not of one document with its registers."""
_TOOLS = ("lxml", "saxonche", "typst")


@dataclass(frozen=True)
class Common:
    """What the packages of an edition have in common. `guidelines` is one page, or empty."""

    edition: Edition
    registers: tuple[Source, ...]
    kind: str
    guidelines: str
    saxon: Saxon


class Contents:
    """One package in the making, in a folder of its name below `partial`.

    Raises VariorumError for a header that lacks something.
    """

    def __init__(self, common: Common, source: Source, partial: Path) -> None:
        self._common = common
        self._saxon = common.saxon
        self._source = source
        if lacking := missing(source):
            raise VariorumError(*lacking)
        self._document = self._saxon.parse(source.text)
        self._crosswalk, self._item = self._described()
        self.findings: list[Diagnostic] = []
        self.folder = partial / self.record.name
        self._data = self.folder / "data"

    @property
    def record(self) -> Record:
        """What the header says."""
        return self._crosswalk.record

    def _described(self) -> tuple[Crosswalk, Item]:
        """What the header says, for catalogues and for those who cite."""
        whole = self._common.edition
        sources = (self._source, *self._common.registers)
        edition = Edition(whole.root, sources, settings=whole.settings)
        modeller = Modeller(self._saxon, edition)
        document = modeller.document(self._source)
        base = whole.settings.site_address
        item = of_document(document.summary.citable, base)
        return Crosswalk(self._saxon, document.reading, modeller.registers, base), item

    def make(self) -> None:
        """Stages the edition, checks and builds it, then describes what there is.

        Raises VariorumError for a document with errors.
        """
        common = self._common
        staged = stage_edition(common.edition, self._source, common.registers, self._data)
        self._check(staged)
        planned = plan(staged, outputs_of())
        folder = self._data / ACCESS
        met = run(planned, folder, Proof, saxon=self._saxon, strict=False).findings
        if has_error(met):
            raise VariorumError(*met)
        self.findings += met
        embedded = self._crosswalk.embed(self._document, "../../../schemas/")
        self._write(f"{STANDALONE}/{self.record.id}.xml", embedded)
        shutil.copytree(self._data / TEI_DATA / "tei" / "schema", self._data / "schemas")
        self._software()
        described = {**self._crosswalk.describe(), **_citations(self.record.id, self._item)}
        for path, text in described.items():
            self._write(path, text)
        self._documentation()
        self._structure(staged)
        write_bag(self.folder, self._bag_info())

    def _check(self, staged: Edition) -> None:
        findings = [finding for finding in check(staged) if finding.code not in _OF_THE_WHOLE]
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
            "kind": self._common.kind.upper(),
            "wheel": wheel_name(),
            "variorum": __version__,
        }
        self._write("documentation/README.md", template.substitute(slots))
        if self._common.guidelines:
            self._write("documentation/encoding-guidelines.html", self._common.guidelines)
        licence = self._common.edition.root / "LICENSE"
        if licence.is_file():
            self._write("documentation/LICENSE.txt", licence.read_bytes())

    def _structure(self, staged: Edition) -> None:
        texts = tuple(f"{TEI_DATA}/{source.name}" for source in staged.sources)
        inventory = Inventory(
            self._data,
            self.record.name,
            self._common.kind.upper(),
            self.record.date,
            _REPRESENTATIONS,
            {"representations/access": texts, "representations/standalone": texts},
        )
        for folder in _REPRESENTATIONS:
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


def _citations(name: str, item: Item) -> dict[str, str]:
    """Files for reference managers, the same as on the site: path in the package to content."""
    folder = "metadata/other"
    return {
        f"{folder}/csl.json": csl_json(item),
        f"{folder}/{name}.bib": bibtex(item),
        f"{folder}/{name}.ris": ris(item),
    }


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
