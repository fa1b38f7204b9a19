"""Makes the package of each document of an edition, and its zip, into place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from variorum.build.codes import OUTPUT_UNWRITABLE
from variorum.build.run import Progress
from variorum.engines.partial import half_made
from variorum.engines.processes import iterate
from variorum.engines.saxon import Saxon
from variorum.findings import Code, Diagnostic, Place, VariorumError
from variorum.outputs.registry import drivers, outputs_of
from variorum.package.bag import digests
from variorum.package.codes import PACKAGE_DUPLICATE, PACKAGE_PROCESS
from variorum.package.contents import Common, Contents
from variorum.package.crosswalk import DRIVER
from variorum.package.zip import zip_folder
from variorum.source import Edition, Source
from variorum.source.names import folded

__all__ = ["BATCH", "KINDS", "Packager"]

KINDS = ("sip", "aip")
"""What a package can be for: submission to an archive, or keeping (OAIS)."""

BATCH = 40
"""Documents that one process packages: Saxon and Typst keep a little memory of each, and the heap
of Saxon grows as long as it may."""


def _silent(_done: int, _total: int, _name: str) -> None: ...


@dataclass
class Packager:
    """Packages documents of an edition, one after the other, into `output`/package/."""

    edition: Edition
    output: Path
    kind: str = "sip"
    progress: Progress = _silent
    codes: Callable[[], Mapping[str, Code]] = dict
    """Gives the codes of findings that the guidelines describe beside the rules of the ODD."""
    findings: list[Diagnostic] = field(default_factory=list)

    def run(self) -> Iterator[Path]:
        """Makes each package and its zip; yields its folder. Nothing half made is left behind.

        More than BATCH documents are packaged in other processes, one after the other.

        Raises VariorumError for settings that are wrong, and for a document with errors or with a
        header that lacks something; packages made before it stay.
        """
        if wrong := self.edition.settings.findings:
            raise VariorumError(*wrong)
        sources = self.edition.sources
        # what a fresh source parses is freed with it, however many documents there are
        registers = [source.fresh() for source in sources if source.fresh().is_register]
        rest = (source.fresh() for source in sources if source not in registers)
        documents = [document.fresh() for source in rest for document in source.documents]
        seen: dict[str, str] = {}
        with (
            half_made(self.output / "package") as partial,
            closing(self._make(documents, registers, partial)) as made,
        ):
            for number, source in enumerate(documents):
                self.progress(number, len(documents), source.name)
                yield self._publish(_next(made, source), source, seen)
        self.progress(len(documents), len(documents), "")

    def _make(
        self, documents: Sequence[Source], registers: Sequence[Source], partial: Path
    ) -> Generator[_Made, None, None]:
        edition = replace(self.edition, sources=())
        for start in range(0, len(documents), BATCH):
            these = documents[start : start + BATCH]
            batch = _Batch(edition, registers, these, self.kind, partial, self.codes)
            few = len(documents) <= BATCH
            yield from batch.packages() if few else iterate(batch.packages)

    def _publish(self, made: _Made, source: Source, seen: dict[str, str]) -> Path:
        """Moves the package, its zip and digest into place."""
        name = made.folder.name
        if other := seen.get(folded(name)):
            raise VariorumError(_twice(source, name, other))
        seen[folded(name)] = source.name
        folder = self.output / "package"
        target = folder / name
        try:
            if target.exists():
                target.rename(made.folder.with_name(f"{name}.before"))
            made.folder.rename(target)
            for file in (f"{name}.zip", f"{name}.zip.sha256"):
                made.folder.with_name(file).replace(folder / file)
        except OSError as error:
            raise VariorumError(_unwritable(error, folder)) from None
        self.findings += made.findings
        return target


@dataclass(frozen=True)
class _Made:
    """A package whose zip and digest lie beside it, and what was found on the way."""

    folder: Path
    findings: list[Diagnostic]


@dataclass(frozen=True)
class _Batch:
    """The documents that one process packages, with one processor, below `partial`."""

    edition: Edition
    registers: Sequence[Source]
    documents: Sequence[Source]
    kind: str
    partial: Path
    codes: Callable[[], Mapping[str, Code]]

    def packages(self) -> Generator[_Made, None, None]:
        """Each package, until the next is asked for."""
        common = Common(
            self.edition,
            tuple(self.registers),
            self.kind,
            self._guidelines(),
            Saxon(*drivers(outputs_of()), DRIVER),
        )
        for source in self.documents:
            try:
                yield _whole(Contents(common, source.fresh(), self.partial))
            except OSError as error:
                raise VariorumError(_unwritable(error, self.partial.parent)) from None
            finally:
                shutil.rmtree(self.partial, ignore_errors=True)

    def _guidelines(self) -> str:
        """How the texts are encoded, as one page; empty where the edition has no ODD."""
        from variorum.outputs.guidelines import guidelines
        from variorum.package.guide import one_file

        odd = self.edition.odd
        return one_file(guidelines(odd, (), "", self.codes())) if odd else ""


def _whole(contents: Contents) -> _Made:
    contents.make()
    folder = contents.folder
    archive = folder.with_name(f"{folder.name}.zip")
    zip_folder(folder, archive)
    value = digests(archive, ("sha256",))["sha256"]
    text = f"{value}  {archive.name}\n"
    archive.with_name(f"{archive.name}.sha256").write_text(text, encoding="utf-8")
    return _Made(folder, contents.findings)


def _next(made: Iterator[_Made], source: Source) -> _Made:
    try:
        return next(made)
    except ChildProcessError as error:
        message = f"the process that packages it has ended: {error}"
        help_ = "package again; if it ends at this document again, report it with the document"
        raise VariorumError(PACKAGE_PROCESS.at(Place(source.name), message, help_)) from None


def _twice(source: Source, name: str, other: str) -> Diagnostic:
    return PACKAGE_DUPLICATE.at(Place(source.name), f"gives a package “{name}”, as {other} does")


def _unwritable(error: OSError, folder: Path) -> Diagnostic:
    place = Path(error.filename or folder)
    return OUTPUT_UNWRITABLE.at(Place(place.as_posix()), f"cannot be written: {error.strerror}")
