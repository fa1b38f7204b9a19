"""What a package holds: a bag whose payload is an E-ARK information package.

Everything in it is dated by the newest `change/@when` of the header, so that the same texts and
versions give the same bytes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from string import Template

from variorum import __version__
from variorum.build.plan import plan
from variorum.build.run import run
from variorum.check import check
from variorum.check.codes import EXCEPTION_UNUSED
from variorum.check.names import ENTRY_UNMENTIONED
from variorum.engines.saxon import Saxon
from variorum.findings import Diagnostic, Level, VariorumError, has_error
from variorum.outputs.registry import outputs_of
from variorum.package.bag import write_bag
from variorum.package.crosswalk import Record
from variorum.package.described import described
from variorum.package.header import judged
from variorum.package.inventory import METS, Event, Inventory
from variorum.package.schemas import SCHEMA
from variorum.package.software import pins, pythons, wheel, wheel_name
from variorum.package.staging import ACCESS, STANDALONE, TEI_DATA, Staged, stage_edition
from variorum.package.wheels import WHEELS, pinned, pythons_of
from variorum.proof import Proof
from variorum.source import Edition, Source

__all__ = ["Common", "Contents"]

_REPRESENTATIONS = tuple(f"representations/{name}" for name in ("tei", "standalone", "access"))
_OF_THE_WHOLE = (ENTRY_UNMENTIONED.name, EXCEPTION_UNUSED.name)
"""What can be said of an edition as a whole alone, not of one document with its registers."""
_TOOLS = ("lxml", "saxonche", "typst")
_NO_SCHEMA = (
    "The document names no grammar that was at hand when it was packaged: it was checked by the"
    " general rules of Variorum alone, without one.\n"
)


@dataclass(frozen=True)
class Common:
    """What the packages of an edition have in common. `guidelines` is one page, or empty; `wheels`
    is a folder with those of what Variorum runs on, where they are to be packaged.
    """

    edition: Edition
    registers: tuple[Source, ...]
    kind: str
    guidelines: str
    saxon: Saxon
    strict: bool = False
    lenient: bool = False
    wheels: Path | None = None

    @property
    def is_exact(self) -> bool:
        """Whether what a header lacks keeps a text from being packaged: the edition has an ODD of
        its own, or the user is strict; not where a package is made again.
        """
        return not self.lenient and (self.strict or self.edition.odd is not None)

    @property
    def is_valid(self) -> bool:
        """Whether errors of the texts keep them from being packaged: their grammar is the edition's
        own.
        """
        return not self.lenient and (self.is_exact or self.edition.has_schema)


class Contents:
    """One package in the making, of one document or of several, in a folder of its name below
    `partial`.

    Raises VariorumError for a header that lacks something.
    """

    def __init__(self, common: Common, sources: Sequence[Source], partial: Path) -> None:
        self._common = common
        self._saxon = common.saxon
        self._sources = tuple(sources)
        self._described = described(common.saxon, common.edition, sources, common.registers)
        self._crosswalk = self._described.crosswalk
        self.findings = [
            finding
            for each in self._described.documents
            for finding in judged(each.source, each.crosswalk.record, strict=common.is_exact)
        ]
        if has_error(self.findings):
            raise VariorumError(*self.findings)
        self.folder = partial / self.record.name
        self._data = self.folder / "data"
        self._faults = 0

    @property
    def record(self) -> Record:
        """What is said of the whole."""
        return self._crosswalk.record

    def make(self) -> None:
        """Stages the edition, checks and builds it, then describes what there is.

        Raises VariorumError for documents with errors.
        """
        common = self._common
        staged = stage_edition(common.edition, self._sources, common.registers, self._data)
        self.findings += staged.findings
        self._check(staged)
        planned = plan(staged.edition, outputs_of())
        folder = self._data / ACCESS
        met = run(planned, folder, Proof, saxon=self._saxon, strict=False).findings
        if has_error(met):
            raise VariorumError(*met)
        self.findings += met
        for each in self._described.documents:
            text = self._saxon.parse(each.source.text)
            embedded = each.crosswalk.embed(text, "../../../schemas/")
            self._write(f"{STANDALONE}/{each.crosswalk.record.file}.xml", embedded)
        self._schemas(staged)
        self._software()
        paths = [f"{TEI_DATA}/{document}" for document in staged.documents]
        for path, page in self._described.pages(paths).items():
            self._write(path, page)
        self._documentation(staged)
        self._structure(staged)
        write_bag(self.folder, self._bag_info())

    def _check(self, staged: Staged) -> None:
        """What there is to say of the texts. Errors stop a package where its texts are exact, or
        have a grammar of the edition's own; else it tells them, and is made.
        """
        findings = [each for each in check(staged.edition) if each.code not in _OF_THE_WHOLE]
        if self._common.is_valid and has_error(findings):
            raise VariorumError(*findings)
        self._faults = sum(each.level == "error" for each in findings)
        told = [replace(each, level=_milder(each.level)) for each in findings]
        self.findings += [each for each in told if each not in self.findings]
        report = {
            "checked": [source.name for source in staged.edition.sources],
            "with": f"variorum {__version__}",
            "findings": [asdict(finding) for finding in findings],
        }
        text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
        self._write("documentation/validation-report.json", text)

    def _schemas(self, staged: Staged) -> None:
        """The schemas as their group in METS wants them, or why there is none."""
        folder = self._data / TEI_DATA / SCHEMA
        if folder.is_dir():
            shutil.copytree(folder, self._data / "schemas")
        if not staged.schemas.has_grammar:
            self._write("schemas/README.txt", _NO_SCHEMA)

    def _software(self) -> None:
        requirements, findings = pins()
        self.findings += findings
        self._write("software/requirements.txt", requirements)
        self._write(f"software/{wheel_name()}", wheel())
        for file in self._wheels:
            self._write(f"{WHEELS}/{file.name}", file.read_bytes())

    @cached_property
    def _wheels(self) -> list[Path]:
        folder = self._common.wheels
        return pinned(folder) if folder else []

    def _documentation(self, staged: Staged) -> None:
        template = Template((Path(__file__).parent / "README.md").read_text(encoding="utf-8"))
        slots = {
            "title": self.record.title,
            "holding": self.record.holding or "see the header of the document",
            "name": self.record.name,
            "standalone": f"{self.record.file}.xml",
            "master": staged.documents[0],
            "what": "the text as edited, with its register and schema beside it: the master",
            "document": staged.documents[0],
            "version": self.record.version,
            "released": self.record.released,
            "publisher": self.record.publisher,
            "kind": self._common.kind.upper(),
            "wheel": wheel_name(),
            "variorum": __version__,
            "pythons": pythons_of(self._wheels) or pythons(),
            "offline": f"--no-index --find-links data/{WHEELS} " if self._wheels else "",
            "fetched": "Nothing is fetched: the wheels lie in the package."
            if self._wheels
            else "The wheels are fetched from an index.",
        }
        if self._described.is_collection:
            count = len(staged.documents)
            slots |= {
                "standalone": "",
                "master": "",
                "what": f"{count} texts as edited, with register and schema: the masters",
            }
        self._write("documentation/README.md", template.substitute(slots))
        if self._common.guidelines:
            self._write("documentation/encoding-guidelines.html", self._common.guidelines)
        licence = self._common.edition.root / "LICENSE"
        if licence.is_file():
            self._write("documentation/LICENSE.txt", licence.read_bytes())

    def _structure(self, staged: Staged) -> None:
        texts = tuple(f"{TEI_DATA}/{source.name}" for source in staged.edition.sources)
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
        events = _events(texts, self.findings, self._faults, staged.schemas.has_grammar)
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
        """The fields of RFC 8493, 2.2.2, that are known."""
        supplied = self._common.edition.settings.package
        contact = {
            "Organization-Address": supplied.address,
            "Contact-Name": supplied.contact,
            "Contact-Phone": supplied.phone,
            "Contact-Email": supplied.email,
            "Bag-Group-Identifier": supplied.group,
        }
        return {
            "Source-Organization": supplied.organization or self.record.publisher,
            **{label: value for label, value in contact.items() if value},
            "External-Identifier": self.record.name,
            "External-Description": self.record.title,
            "Internal-Sender-Identifier": f"urn:uuid:{self._crosswalk.identity.uuid}",
            "Internal-Sender-Description": f"identifier {self._crosswalk.identity.derived}",
            "Bagging-Date": self.record.day,
            "Bag-Software-Agent": f"Variorum {__version__}",
        }

    def _write(self, path: str, content: str | bytes) -> None:
        target = self._data / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


def _milder(level: Level) -> Level:
    return "warning" if level == "error" else level


def _events(
    texts: tuple[str, ...], findings: list[Diagnostic], faults: int, has_grammar: bool
) -> list[Event]:
    return [_validation(texts, findings, faults, has_grammar), *_making(texts)]


def _validation(
    texts: tuple[str, ...], findings: list[Diagnostic], faults: int, has_grammar: bool
) -> Event:
    report = "documentation/validation-report.json"
    notes = f"no error, {len(findings)} other findings: see {report}"
    outcome = f"success: {notes}" if findings else "success"
    if faults:
        outcome = f"failure: the texts have {faults} errors: see {report}"
    rules = (
        "the grammar and the rules of the edition"
        if has_grammar
        else "the general rules of Variorum, without a grammar"
    )
    return Event(
        "validation",
        "validation",
        f"the texts against {rules}",
        outcome,
        ("variorum", "lxml"),
        texts,
    )


def _making(texts: tuple[str, ...]) -> list[Event]:
    return [
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
