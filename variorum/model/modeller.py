"""Runs the stylesheets of the model over the documents of an edition."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from variorum import resource
from variorum.model.conventions import usual_convention
from variorum.model.findings import findings
from variorum.model.followed_patterns import text_to_model
from variorum.model.pictures import Pictures, pictures_of
from variorum.model.summary import Summary, read_summary
from variorum.model.targets import by_path, documents_needed
from variorum.source import TEI, XML, Edition, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from lxml.etree import _Element

    from variorum.engines.saxon import Message, Node, Saxon, Stylesheet
    from variorum.findings import Diagnostic

__all__ = ["MODEL", "DocumentModel", "Modeller"]

MODEL = resource("xslt") / "model.xsl"
"""The stylesheet that makes every model."""
_TEXT = f"{TEI}text"
_LANGUAGES = f"{TEI}teiHeader/{TEI}profileDesc/{TEI}langUsage/{TEI}language"


class Modeller:
    """Makes the models of the documents of an edition, with one processor."""

    def __init__(self, saxon: Saxon, edition: Edition) -> None:
        """`saxon` is a processor that knows the stylesheet MODEL."""
        self.saxon = saxon
        self.edition = edition
        self._parsed: dict[str, Node] = {}

    def document(
        self, source: Source, targets: Mapping[str, Source] | None = None
    ) -> DocumentModel:
        """The models of one document; each is made when it is asked for.

        `targets`, of documents_needed(), are those of the edition if they are not given.
        """
        if targets is None:
            targets = documents_needed(source, by_path(self.edition.documents))
        return DocumentModel(self, source, targets)

    def language(self, source: Source | None = None) -> str:
        """The language of the labels: that of the settings, else that of the document."""
        if own := self.edition.settings.language:
            return own
        return (_declared_language(source.root) if source else "") or "en"

    @cached_property
    def registers(self) -> list[Node]:
        """The registers of the edition as nodes of the processor; each entry has an id."""
        return [self._register(register) for register in self.edition.registers]

    def _register(self, register: Source) -> Node:
        parsed = self.saxon.parse(text_to_model(register))
        return self.sheet.node(parsed, {"id": register.id}, "named-register")

    @cached_property
    def described_registers(self) -> list[Node]:
        """The registers with what the model says of every element."""
        return [self.sheet.node(register, {}, "described-register") for register in self.registers]

    def locales(self, language: str) -> list[Node]:
        """The labels for a document in a language, as nodes of the processor.

        They are in that language or else in English, in that of the apparatus, and those that
        belong to no language.
        """
        wanted = (language, language.partition("-")[0], "en")
        names = [next(name for name in wanted if name in self._labels)]
        names += [name for name in self._labels if name == self.edition.settings.apparatus_language]
        shared = [name for name in self._labels if "/" in name]
        return [self._locale(name) for name in dict.fromkeys([*names, *shared])]

    @cached_property
    def _labels(self) -> dict[str, Path]:
        """The files of labels by their names, below the folder and without suffix."""
        folder = resource("xslt") / "locale"
        return {
            file.relative_to(folder).with_suffix("").as_posix(): file
            for file in sorted(folder.rglob("*.xml"))
        }

    def _locale(self, name: str) -> Node:
        if name not in self._parsed:
            self._parsed[name] = self.saxon.parse(self._labels[name].read_text(encoding="utf-8"))
        return self._parsed[name]

    @cached_property
    def sheet(self) -> Stylesheet:
        """The compiled stylesheet of the model."""
        return self.saxon[MODEL]


class DocumentModel:
    """The models of one document: of its reading text and of its witnesses; and its summary.

    `findings` are what stylesheets report of the document, each of them once.
    """

    def __init__(self, modeller: Modeller, source: Source, targets: Mapping[str, Source]) -> None:
        self.source = source
        self._targets = targets
        self.language = modeller.language(source)
        self.pictures: Pictures = pictures_of(source, modeller.edition.root)
        self.findings: list[Diagnostic] = list(self.pictures.findings)
        self._modeller = modeller

    @cached_property
    def reading(self) -> Node:
        """The model of the document, whose text is the reading text."""
        return self._modelled(self._modeller.saxon.parse(text_to_model(self.source)), "model")

    def witness(self, siglum: str) -> Node:
        """The model of the text of one witness."""
        return self._modelled(self.reading, "witness", witness=siglum)

    @cached_property
    def summary(self) -> Summary:
        """What is known of the document when its model is gone."""
        params = {
            "registers": self._modeller.registers,
            "parts": self._modeller.edition.settings.site.pages,
        }
        return read_summary(self._modeller.sheet.text(self.reading, params, "summary"))

    @cached_property
    def _columns(self) -> Node:
        return self._modeller.sheet.node(self.reading, {}, "columns")

    def columns(self, siglum: str) -> Sequence[str]:
        """The text of a witness in the parts in which all witnesses stand side by side.

        By turns they lie outside all entries of the apparatus and within entries that touch or
        overlap each other, so that all witnesses have as many.
        """
        locales = self._modeller.locales(self.language)
        params = {"witness": siglum, "locales": locales, "language": self.language}
        items = self._modeller.sheet.values(self._columns, params, "collation")
        return [str(item.string_value) for item in items]

    def report(self, met: Sequence[Message]) -> None:
        """Keeps what a stylesheet has reported."""
        if met:
            known = set(self.findings)
            self.findings += [each for each in findings(self.source, met) if each not in known]

    @cached_property
    def _others(self) -> dict[str, Any]:
        """The other documents that this one needs, as the stylesheet knows them."""
        if not self._targets:
            return {}
        others = {str(at): each for at, each in enumerate(self._targets.values(), 1)}
        return {
            "others": [self._modeller.saxon.parse(text_to_model(each)) for each in others.values()],
            "ids-of-others": {at: each.id for at, each in others.items()},
            "names-of-others": dict(zip(self._targets, others, strict=True)),
        }

    def _modelled(self, node: Node, mode: str, **more: str) -> Node:
        modeller = self._modeller
        settings = modeller.edition.settings
        params: dict[str, Any] = {
            "registers": modeller.registers,
            "locales": modeller.locales(self.language),
            "language": self.language,
            "apparatus": settings.apparatus,
            "apparatus-language": settings.apparatus_language,
            "convention": settings.convention or usual_convention(self.source),
            "signs": "\n".join(f"{name}\t{sign}" for name, sign in settings.signs.chosen.items()),
            "series": "\n".join(f"{name}\t{title}" for name, title in settings.series.items()),
            "lines": settings.lines,
            "id": self.source.id,
            "own-name": self.source.path.name,
            "pictures": self.pictures.names,
        }
        params |= self._others
        if settings.entries is not None:
            params["entries"] = " ".join(settings.entries)
        made = modeller.sheet.node(node, params | more, mode)
        self.report(modeller.sheet.messages())
        return made


def _declared_language(root: _Element) -> str:
    """The language of a document: its own, that of its text, or the one that its header names.

    TEI P5 2.4.2: `langUsage` describes the languages of the text.
    """
    own = [root.get(f"{XML}lang"), *(text.get(f"{XML}lang") for text in root.iterchildren(_TEXT))]
    named = {each.get("ident", "") for each in root.iterfind(_LANGUAGES)} - {""}
    return next((lang for lang in own if lang), named.pop() if len(named) == 1 else "")
