"""What an output is: what it is made from, how, and into which files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from variorum import resource

if TYPE_CHECKING:
    from variorum.engines.processes import Beside
    from variorum.engines.saxon import Node, Param
    from variorum.findings import Code, Diagnostic
    from variorum.model.modeller import DocumentModel
    from variorum.model.summary import Summary
    from variorum.outputs.renderer import Renderer
    from variorum.source import Edition

__all__ = [
    "Codes",
    "Deferred",
    "File",
    "IndependentOutput",
    "Made",
    "Output",
    "ProofKind",
    "Scope",
    "Site",
    "SiteOutput",
    "Text",
    "TextOutput",
    "WrittenFile",
    "driver",
]

Scope = Literal["document", "witness"]
"""An output is made of the reading text of each document, or of each text of a witness."""

ProofKind = Literal["html", "text", "print", "latex"]
"""How the words of an output are read when they are held against the TEI."""

Deferred: TypeAlias = "Callable[[Callable[[], object]], tuple[bytes, list[Diagnostic]]]"
"""Makes the bytes of a file in a thread of its own, and says what it met on the way.

It calls its argument when all that is still to run leaves the interpreter to other threads.
"""

Codes: TypeAlias = "Callable[[], Mapping[str, Code]]"
"""Gives the codes of findings that guidelines describe."""


def driver(name: str) -> Path:
    """The stylesheet of that name which drives an output."""
    return resource("xslt") / f"{name}.xsl"


@dataclass(frozen=True)
class File:
    """A file of an output: its name below the output folder, and what it holds."""

    name: str
    content: str | bytes | Deferred


@dataclass(frozen=True)
class Made:
    """The files of an output that is no text of a document, and what was met on the way.

    `state` is a digest of all that the output is made of, which the manifest keeps for the next
    run. With `unchanged`, the files of an earlier run still hold and none are made.
    """

    files: Sequence[File] = ()
    findings: Sequence[Diagnostic] = ()
    state: str = ""
    unchanged: bool = False


@dataclass(frozen=True)
class Text:
    """One text of a document: its reading text, or that of the witness `siglum`.

    `beside` are the names of the documents `before` and `after` it, of those `named` in it, and of
    its translation, if that is a document of its own: then `translation` has the models of that.
    """

    document: DocumentModel
    model: Node
    renderer: Renderer
    siglum: str = ""
    beside: Mapping[str, object] = field(default_factory=dict)
    translation: DocumentModel | None = None

    @property
    def name(self) -> str:
        """What its files are called: by the id of the document, and by the siglum of a witness."""
        name = self.document.source.id
        if not self.siglum:
            return name
        return f"{name}.{self.document.summary.files.get(self.siglum, self.siglum)}"

    def rendered(self, driver: Path, mode: str, **params: Param) -> str:
        """The text as a stylesheet renders it."""
        given = {"beside": self.beside, **params}
        return self.renderer.text(self.document, self.model, driver, mode, given)

    def begin(self, driver: Path, mode: str) -> None:
        """Has the text rendered meanwhile, where there is another process for that."""
        given = {"beside": self.beside}
        self.renderer.begin(self.document, self.model, driver, mode, given)


@dataclass(frozen=True)
class WrittenFile:
    """What is known of a file that a run has written: its SHA-256, and its size in bytes."""

    digest: str
    size: int


@dataclass(frozen=True)
class Site:
    """All documents of an edition, when each of them has been made.

    `files` are those that the run has written, by their names below the output folder.
    """

    edition: Edition
    summaries: Sequence[Summary]
    renderer: Renderer
    files: Mapping[str, WrittenFile] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Output:
    """What all outputs say of themselves.

    `format` is the group that `--only` names. `paths` are patterns of its files below the output
    folder; in those of texts, `{name}` stands for the name of the text. `driver` is its stylesheet,
    `tools` are the packages that its bytes depend on beside the processor. An output that is
    `online` belongs to a published site alone, not to the copy in a package.
    """

    name: str
    format: str
    paths: tuple[str, ...]
    driver: Path | None = None
    tools: tuple[str, ...] = ()
    online: bool = False

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns of all its files."""
        return self.paths

    def owns(self, file: str) -> bool:
        """Whether a file of this name is one of this output."""
        return any(fnmatchcase(file, path.replace("{name}", "*")) for path in self.patterns)


def _always(_text: Text) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class TextOutput(Output):
    """An output of the texts of a document.

    A text becomes one string in the `mode` of its stylesheet, or, where that alone is not enough,
    by `render`. `proof` says how its words are read to be held against the TEI; `files` makes files
    of it, without which it is the one file that `paths` names.
    `applies` says whether there is anything to make of a text, and `is_wanted`, for what few
    editions have, whether an edition does: else its stylesheet is not compiled. The file that
    `paths` names first lies also where `copy` says, for the page of the text offers it.
    """

    scope: frozenset[Scope]
    mode: str = "page"
    render: Callable[[Text], str] | None = None
    proof: ProofKind | None = None
    files: Callable[[Text, str], Iterable[File]] | None = None
    applies: Callable[[Text], bool] = field(default=_always)
    is_wanted: Callable[[Edition], bool] | None = None
    copy: str = ""

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns of all its files, copies included."""
        return (*self.paths, self.copy) if self.copy else self.paths

    def begin(self, text: Text) -> None:
        """Has the text rendered meanwhile, where that can be done."""
        if self.driver and not self.render:
            text.begin(self.driver, self.mode)

    def rendered(self, text: Text) -> str:
        """The text as one string. Raises ValueError for an output with nothing that makes it."""
        if self.render:
            return self.render(text)
        if not self.driver:
            raise ValueError(f"{self.name} has no stylesheet")
        return text.rendered(self.driver, self.mode)

    def files_of(self, text: Text, rendered: str) -> list[File]:
        """The files of one text."""
        if self.files is not None:
            return list(self.files(text, rendered))
        return [File(path.format(name=text.name), rendered) for path in self.paths]


@dataclass(frozen=True, kw_only=True)
class SiteOutput(Output):
    """An output of all documents together, made when each of them has been made.

    `registers` is the folder, if there is one, of its pages that have the registers of the edition.
    What is made `last` waits until all other files are written, PDFs too.
    """

    make: Callable[[Site], Made]
    registers: str = ""
    last: bool = False


@dataclass(frozen=True, kw_only=True)
class IndependentOutput(Output):
    """An output of the sources alone, made in another process while documents are made.

    `applies` says whether an edition has it. `begin` is given the edition, the state that the
    output had in the run before if all files of that are still there, and the codes of findings.
    """

    applies: Callable[[Edition], bool]
    begin: Callable[[Edition, str, Codes], Beside[Made]]
