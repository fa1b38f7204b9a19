"""What is to be made of an edition: tasks with what goes into them and what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from variorum.build.documents import buildable
from variorum.build.neighbours import Neighbours, neighbours
from variorum.build.translations import translations
from variorum.findings import Diagnostic
from variorum.model.targets import by_path, documents_needed
from variorum.outputs.output import Codes, IndependentOutput, Output, SiteOutput, TextOutput
from variorum.outputs.registry import FORMATS
from variorum.source import Edition, Source

__all__ = ["DocumentTask", "Plan", "SiteTask", "formats_of", "in_language", "plan", "sharded"]


@dataclass(frozen=True)
class DocumentTask:
    """All outputs of one document and of its witnesses: its model is made once for all of them.

    `inputs` are the names of the files that it is made from. `paths` are the files that it makes
    of the reading text, and the patterns of those that it makes of each witness. Its pages lead to
    its `neighbours`; its `translation`, if that is another document, stands beside it. Names, and
    references without words, lead to its `targets`.
    """

    source: Source
    outputs: tuple[TextOutput, ...]
    inputs: tuple[str, ...]
    paths: tuple[str, ...]
    neighbours: Neighbours = field(default_factory=Neighbours)
    translation: Source | None = None
    targets: Mapping[str, Source] = field(default_factory=dict)


@dataclass(frozen=True)
class SiteTask:
    """One output of all documents, when they are made, or of the sources alone."""

    output: SiteOutput | IndependentOutput
    inputs: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The patterns of the files that it makes."""
        return self.output.paths


@dataclass(frozen=True)
class Plan:
    """The tasks of one run over an edition: first the documents, then the site."""

    edition: Edition
    outputs: tuple[Output, ...]
    documents: tuple[DocumentTask, ...]
    site: tuple[SiteTask, ...]
    codes: Codes
    """Gives the codes of findings that guidelines describe."""
    findings: tuple[Diagnostic, ...] = ()
    """Why sources are not built, and which documents have other names than their ids."""

    @cached_property
    def formats(self) -> tuple[str, ...]:
        """The groups of outputs that are made, in the order of FORMATS, then all others."""
        return formats_of(self.outputs)


def formats_of(outputs: Iterable[Output]) -> tuple[str, ...]:
    """The groups that outputs belong to, in the order of FORMATS, then all others."""
    made = dict.fromkeys(output.format for output in outputs)
    return (
        *(each for each in FORMATS if each in made),
        *(each for each in made if each not in FORMATS),
    )


def plan(edition: Edition, outputs: Iterable[Output], codes: Codes = dict) -> Plan:
    """The tasks that make these outputs of an edition, in the order of the outputs.

    What cannot be read or built is left out, and is a finding of the plan.
    """
    sources, findings = buildable(edition)
    chosen = tuple(
        output
        for output in outputs
        if not isinstance(output, IndependentOutput) or output.applies(edition)
    )
    texts = tuple(output for output in chosen if isinstance(output, TextOutput))
    registers = tuple(register.name for register in edition.registers)
    by_original = translations(sources)
    files = by_path(sources)
    documents = tuple(
        DocumentTask(
            source,
            made,
            (source.name, *registers),
            _paths(source, made),
            beside,
            by_original.get(source.id),
            documents_needed(source, files),
        )
        for source, beside in zip(
            sources, neighbours(sources, edition.settings.site.pages), strict=True
        )
        for made in [_of_page(texts) if source.role == "page" else texts]
    )
    inputs = tuple(source.name for source in edition.sources)
    site = tuple(
        SiteTask(output, inputs)
        for output in chosen
        if isinstance(output, SiteOutput | IndependentOutput)
    )
    return Plan(edition, chosen, documents, site, codes, tuple(findings))


def sharded(whole: Plan, number: int, count: int) -> Plan:
    """The tasks of one of `count` shards, by its `number` from 1: every so many documents alone.

    What is made of all documents together is in no shard.
    """
    return replace(whole, documents=whole.documents[number - 1 :: count], site=())


def in_language(whole: Plan, language: str) -> Plan:
    """The tasks that make the pages of a site again, with labels in another language.

    What belongs to a published site alone, such as its sitemap, is not made again.
    """
    settings = replace(whole.edition.settings, language=language)
    again = tuple(
        output
        for output in whole.outputs
        if output.format == "html"
        and not output.online
        and not isinstance(output, IndependentOutput)
    )
    return replace(plan(replace(whole.edition, settings=settings), again), findings=())


def _of_page(outputs: Iterable[TextOutput]) -> tuple[TextOutput, ...]:
    """The outputs of an own page of the edition: it is a page of the site, and nothing else."""
    return tuple(output for output in outputs if output.name == "html")


def _paths(source: Source, outputs: Iterable[TextOutput]) -> tuple[str, ...]:
    names = {"document": source.id, "witness": f"{source.id}.*"}
    return tuple(
        path.format(name=name)
        for output in outputs
        for scope, name in names.items()
        if scope in output.scope
        for path in output.paths
    )
