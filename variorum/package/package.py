"""Makes the package of each document of an edition, and its zip, into place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from variorum.build.codes import DOCUMENT_FAILED, OUTPUT_UNWRITABLE
from variorum.build.endable import limit_met
from variorum.build.run import Progress
from variorum.engines.partial import half_made
from variorum.engines.processes import can_fork, iterate
from variorum.engines.saxon import Saxon, started
from variorum.engines.watchdog import Watchdog
from variorum.findings import Code, Diagnostic, Place, VariorumError
from variorum.findings.failure import failure
from variorum.outputs.registry import drivers, outputs_of
from variorum.package.bag import digests
from variorum.package.codes import PACKAGE_DUPLICATE, PACKAGE_NOTHING, PACKAGE_PROCESS
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
    strict: bool = False
    lenient: bool = False
    eark: bool = False
    """Whether the E-ARK package is also written alone, without the bag around it."""
    wheels: Path | None = None
    """A folder with the wheels of what Variorum runs on, where they are to be packaged."""
    progress: Progress = _silent
    codes: Callable[[], Mapping[str, Code]] = dict
    """Gives the codes of findings that the guidelines describe beside the rules of the ODD."""
    findings: list[Diagnostic] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    """The names of the files of which there is no package, or not of each document."""

    def run(self) -> Iterator[Path]:
        """Makes each package and its zip; yields its folder. Nothing half made is left behind.

        A document with errors, or with a header that lacks something, has no package: its findings
        are told, it is among the `failed`, and the others are packaged. So it is with one that
        meets a limit: other processes package them, one after the other, BATCH each. A collection
        is packaged whole or not at all.

        Raises VariorumError for settings that are wrong, and for a folder that cannot be written;
        packages made before that stay.
        """
        if wrong := self.edition.settings.findings:
            raise VariorumError(*wrong)
        registers, documents = self._read()
        works = self._works(documents)
        seen: dict[str, str] = {}
        with (
            half_made(self.output / "package") as partial,
            closing(self._make(works, registers, partial)) as made,
        ):
            for number, work in enumerate(works):
                self.progress(number, len(works), work.name)
                package = self._publish(next(made), work, seen)
                if package is not None:
                    yield package
        self.progress(len(works), len(works), "")

    def _works(self, documents: Sequence[Source]) -> list[_Work]:
        """What is to have a package: each document, or all of them, of which none may fail."""
        name = self.edition.settings.package.collection
        if not name:
            return [_Work(source.name, (source,)) for source in documents]
        return [_Work(name, tuple(documents))] if documents and not self.failed else []

    def _read(self) -> tuple[list[Source], list[Source]]:
        """The registers and the documents; a file that cannot be read is told."""
        registers: list[Source] = []
        documents: list[Source] = []
        for source in self.edition.sources:
            # what a fresh source parses is freed with it, however many documents there are
            fresh = source.fresh()
            try:
                if fresh.is_register:
                    registers.append(source.fresh())
                else:
                    documents += (document.fresh() for document in fresh.documents)
            except VariorumError as error:
                self._fail(source.name, error.findings)
        if not documents:
            # a list that is all there is, such as a bibliography, is to be read
            documents = [each.fresh() for each in registers if each.fresh().is_text]
            names = {each.name for each in documents}
            registers = [each for each in registers if each.name not in names]
        if not documents and not self.failed:
            self._fail_all(registers)
        return registers, documents

    def _fail_all(self, registers: Sequence[Source]) -> None:
        for source in registers:
            message = "is a register and has no text: there is nothing to package"
            self._fail(source.name, [PACKAGE_NOTHING.at(Place(source.name), message)])

    def _make(
        self, works: Sequence[_Work], registers: Sequence[Source], partial: Path
    ) -> Generator[_Made | _Failed, None, None]:
        """What becomes of each work; a process that ends takes one of them with it."""
        edition = replace(self.edition, sources=())
        limits = edition.settings.limits
        # a process takes long to start where this one cannot be copied
        beside = len(works) > BATCH or can_fork()
        seconds = limits.seconds * max((len(each.documents) for each in works), default=1)
        manner = _Manner(self.kind, self.codes, self.strict, self.lenient, self.eark, self.wheels)
        rest = list(works)
        while rest:
            some = rest[:BATCH]
            batch = _Batch(edition, registers, some, partial, manner)
            done = 0
            work = (
                iterate(batch.packages, seconds=seconds, megabytes=limits.megabytes)
                if beside
                else batch.watched(seconds)
            )
            try:
                with closing(work) as packages:
                    for each in packages:
                        done += 1
                        yield each
            except TimeoutError as error:
                yield _Failed([limit_met(error, limits, rest[done].name)])
                done += 1
            except ChildProcessError as error:
                yield _Failed([_ended(error, rest[done].name)])
                done += 1
            rest = rest[done:]

    def _publish(self, made: _Made | _Failed, work: _Work, seen: dict[str, str]) -> Path | None:
        """Moves the package, its zip and digest into place."""
        if isinstance(made, _Failed):
            self._fail(work.name, made.findings)
            return None
        name = made.folder.name
        if other := seen.get(folded(name)):
            self._fail(work.name, [_twice(work.name, name, other)])
            return None
        seen[folded(name)] = work.name
        folder = self.output / "package"
        target = folder / name
        try:
            if target.exists():
                target.rename(made.folder.with_name(f"{name}.before"))
            made.folder.rename(target)
            for file in (f"{name}.zip", f"{name}.zip.sha256", f"{name}.eark.zip"):
                if made.folder.with_name(file).is_file():
                    made.folder.with_name(file).replace(folder / file)
        except OSError as error:
            raise VariorumError(_unwritable(error, folder)) from None
        self.findings += made.findings
        return target

    def _fail(self, name: str, findings: Sequence[Diagnostic]) -> None:
        self.findings += findings
        self.failed.append(name)


@dataclass(frozen=True)
class _Work:
    """What is to have one package: a document, or those of a collection; `name` is for messages."""

    name: str
    documents: tuple[Source, ...]


@dataclass(frozen=True)
class _Manner:
    """How packages are made, as the fields of the packager say."""

    kind: str
    codes: Callable[[], Mapping[str, Code]]
    strict: bool
    lenient: bool
    eark: bool
    wheels: Path | None


@dataclass(frozen=True)
class _Made:
    """A package whose zip and digest lie beside it, and what was found on the way."""

    folder: Path
    findings: list[Diagnostic]


@dataclass(frozen=True)
class _Failed:
    """Why there is no package of a document."""

    findings: Sequence[Diagnostic]


@dataclass(frozen=True)
class _Batch:
    """What one process packages, with one processor, below `partial`."""

    edition: Edition
    registers: Sequence[Source]
    works: Sequence[_Work]
    partial: Path
    manner: _Manner

    def packages(self) -> Generator[_Made | _Failed, None, None]:
        """Each package, until the next is asked for.

        Raises VariorumError where nothing can be written.
        """
        common = Common(
            self.edition,
            tuple(self.registers),
            self.manner.kind,
            self._guidelines(),
            Saxon(*drivers(outputs_of()), DRIVER),
            self.manner.strict,
            self.manner.lenient,
            self.manner.wheels,
        )
        for work in self.works:
            try:
                yield self._made(common, work)
            finally:
                shutil.rmtree(self.partial, ignore_errors=True)

    def watched(self, seconds: int) -> Generator[_Made | _Failed, None, None]:
        """The same in this process, which is ended where one takes too long."""
        watchdog = Watchdog(seconds) if not started() else None
        packages = self.packages()
        for work in self.works:
            with watchdog.watching(work.name) if watchdog else nullcontext():
                made = next(packages)
            yield made

    def _made(self, common: Common, work: _Work) -> _Made | _Failed:
        sources = [source.fresh() for source in work.documents]
        try:
            return _whole(Contents(common, sources, self.partial), eark=self.manner.eark)
        except OSError as error:
            raise VariorumError(_unwritable(error, self.partial.parent)) from None
        except Exception as error:
            return _Failed(failure(error, DOCUMENT_FAILED, Place(work.name)))

    def _guidelines(self) -> str:
        """How the texts are encoded, as one page; empty where the edition has no ODD."""
        from variorum.outputs.guidelines import guidelines
        from variorum.package.guide import one_file

        odd = self.edition.odd
        return one_file(guidelines(odd, (), "", self.manner.codes())) if odd else ""


def _whole(contents: Contents, *, eark: bool) -> _Made:
    contents.make()
    folder = contents.folder
    if eark:
        zip_folder(folder / "data", folder.with_name(f"{folder.name}.eark.zip"), folder.name)
    archive = folder.with_name(f"{folder.name}.zip")
    zip_folder(folder, archive)
    value = digests(archive, ("sha256",))["sha256"]
    text = f"{value}  {archive.name}\n"
    archive.with_name(f"{archive.name}.sha256").write_text(text, encoding="utf-8")
    return _Made(folder, contents.findings)


def _ended(error: ChildProcessError, name: str) -> Diagnostic:
    message = f"the process that packages it has ended: {error}"
    help_ = "package again; if it ends at this document again, report it with the document"
    return PACKAGE_PROCESS.at(Place(name), message, help_)


def _twice(work: str, name: str, other: str) -> Diagnostic:
    return PACKAGE_DUPLICATE.at(Place(work), f"gives a package “{name}”, as {other} does")


def _unwritable(error: OSError, folder: Path) -> Diagnostic:
    place = Path(error.filename or folder)
    return OUTPUT_UNWRITABLE.at(Place(place.as_posix()), f"cannot be written: {error.strerror}")
