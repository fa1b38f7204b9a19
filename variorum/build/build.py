"""What is built from an edition: its targets, their order, the files and the manifest."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Event
from typing import Any

from variorum import __version__, resource
from variorum.build.codes import WITNESS_UNKNOWN
from variorum.build.documents import require_buildable
from variorum.build.folder import Output, digest, digest_of_folder
from variorum.engines.processes import Beside
from variorum.engines.saxon import Node, Saxon, Stylesheet
from variorum.findings import Code, Diagnostic, Place, VariorumError
from variorum.model.findings import findings
from variorum.proof import Proof
from variorum.source.edition import Edition, Source

__all__ = ["FORMATS", "Build", "Progress", "drivers", "witness_text"]

FORMATS = ("html", "text", "pdf", "latex")
"""What `--only` can name, in the order in which it is made."""

Progress = Callable[[int, int, str], None]
"""Called with the number done, the number in all, and the name of the next document."""

_DRIVERS = {"html": "html", "text": "text", "pdf": "print", "latex": "latex"}
_GUIDELINES = "html/guidelines/"
_Guidelines = tuple[str, dict[str, str] | None]
_AT_A_TIME = 2
"""PDFs that are set while the next documents are modelled: Typst needs no interpreter lock."""


def _silent(_done: int, _total: int, _name: str) -> None: ...


def _never() -> bool:
    return False


@dataclass
class Build:
    """One run over an edition: `run` writes below `output` and nowhere else."""

    edition: Edition
    output: Path
    only: tuple[str, ...] = FORMATS
    progress: Progress = _silent
    findings: list[Diagnostic] = field(default_factory=list)
    with_guidelines: bool = False
    """Whether the site of an edition with an ODD has guidelines for its editors."""
    codes: Callable[[], Mapping[str, Code]] = dict
    """Gives the codes of findings that the guidelines describe beside the rules of the ODD."""
    with_services: bool = False
    """Whether the site gets text services (DTS) and a linkset beside its pages."""
    refused: Callable[[], bool] = _never
    """Asked before anything is written: whether to stop, and leave the output as it was."""
    saxon: Saxon | None = None
    """A processor that has compiled `drivers(only)`, for many builds in one process."""
    _unchanged: set[str] = field(default_factory=set)
    _guidelines_state: str = ""
    _setting: list[tuple[str, Future[tuple[bytes, list[Diagnostic]]]]] = field(default_factory=list)

    def run(self) -> list[Diagnostic]:
        """Builds every document and the pages of the site; returns what was met on the way.

        Raises VariorumError for sources that cannot be read and folders that cannot be written.
        """
        guiding = self._begin_guidelines()
        documents = self.edition.documents
        require_buildable(documents)
        summaries: list[Node] = []
        with ThreadPoolExecutor(_AT_A_TIME) as setters:
            for number, source in enumerate(documents):
                self.progress(number, len(documents), source.name)
                summaries.append(self._document(source, setters))
                self._release()
                self._bind(_AT_A_TIME - 1)
            if "html" in self.only:
                self._site(summaries, guided=guiding is not None)
            if guiding:
                self._guidelines(guiding.result())
            self._bind(0)
        self.progress(len(documents), len(documents), "")
        self._finish()
        return self.findings

    @property
    def written(self) -> dict[str, str]:
        """The digest of each file made so far."""
        return self._files.written

    @property
    def changed(self) -> int:
        """How many of these files are new or changed; the others were left as they were."""
        return self._files.changed

    @cached_property
    def _files(self) -> Output:
        return Output(self.output)

    @cached_property
    def _saxon(self) -> Saxon:
        return self.saxon or Saxon(*drivers(self.only))

    @cached_property
    def registers(self) -> list[Node]:
        """The registers of the edition, as nodes of the processor."""
        return [self._saxon.parse(register.text) for register in self.edition.registers]

    @cached_property
    def _locales(self) -> list[Node]:
        files = sorted((resource("xslt") / "locale").glob("*.xml"))
        return [self._saxon.parse(file.read_text(encoding="utf-8")) for file in files]

    @cached_property
    def _css(self) -> str:
        return (resource("xslt") / "assets" / "variorum.css").read_text(encoding="utf-8")

    @cached_property
    def _script(self) -> dict[str, str]:
        """The script of pages that compare witnesses, and its hash for their policy (CSP 3)."""
        # without its last line end, which an HTML checker leaves out of the hash it compares
        data = (resource("xslt") / "assets" / "variorum.js").read_bytes().strip()
        known = b64encode(sha256(data).digest()).decode()
        return {"script": data.decode(), "script-hash": f"sha256-{known}"}

    def _language(self, source: Source | None = None) -> str:
        own = self.edition.settings.get("language")
        if own:
            return str(own)
        return _language_of(source) if source else "en"

    def model(self, source: Source) -> Node:
        """The model of a document, whose text is the reading text."""
        return self._modelled(source, self._saxon.parse(source.text), "model")

    def witness(self, source: Source, model: Node, siglum: str) -> Node:
        """The model of the text of one witness, made from the document's model."""
        return self._modelled(source, model, "witness", witness=siglum)

    def _modelled(self, source: Source, node: Node, mode: str, **more: str) -> Node:
        sheet = self._saxon[_driver("model")]
        params: dict[str, Any] = {
            "registers": self.registers,
            "locales": self._locales,
            "language": self._language(source),
            "apparatus": str(self.edition.settings.get("apparatus", "encoded")),
            "id": source.id,
        }
        made = sheet.node(node, params | more, mode)
        self._note(source, sheet)
        return made

    def _document(self, source: Source, setters: ThreadPoolExecutor) -> Node:
        model = self.model(source)
        proof = Proof(source, self._language(source))
        if "pdf" in self.only:
            self._pdf(source, model, proof, setters)
        self._outputs(source, model, proof)
        summary = _root(self._saxon[_driver("model")].node(model, {}, "summary"))
        sigla = _sigla(summary)
        if "html" in self.only and len(sigla) > 1 and "compare" not in sigla:
            frames = self._render(source, model, "html", "compare", css=self._css)
            self._write(f"html/{source.id}.compare.html", frames)
        for siglum in sigla:
            if not {"html", "text"}.isdisjoint(self.only):
                text = self.witness(source, model, siglum)
                self._outputs(source, text, proof, siglum)
        self._collation(source, proof)
        return summary

    def _outputs(self, source: Source, model: Node, proof: Proof, siglum: str = "") -> None:
        name = f"{source.id}.{siglum}" if siglum else source.id
        if "html" in self.only:
            page = self._page(source, model)
            self._hold(proof.failures("html", page, siglum))
            self._write(f"html/{name}.html", page)
        if "text" in self.only:
            text = self._render(source, model, "text")
            self._hold(proof.failures("text", text, siglum))
            self._write(f"text/{name}.txt", text)
        if "latex" in self.only and not siglum:
            book = self._render(source, model, "latex")
            self._hold(proof.failures("latex", book))
            self._write(f"print/{name}.tex", book)

    def _collation(self, source: Source, proof: Proof) -> None:
        from variorum.outputs.collation import as_csv, as_json, rows

        sigla = proof.reader.sigla
        if "text" in self.only and len(sigla) > 1:
            table = rows(proof.reader)
            self._write(f"text/{source.id}.collation.json", as_json(sigla, table))
            self._write(f"text/{source.id}.collation.csv", as_csv(sigla, table))

    def _hold(self, failures: list[Diagnostic]) -> None:
        """An edition's own build stops where an output has other words than the TEI."""
        if failures and self.edition.own:
            raise VariorumError(*failures)
        self.findings += failures

    def _page(self, source: Source, model: Node) -> str:
        return self._render(source, model, "html", css=self._css, **self._script)

    def _render(
        self, source: Source, model: Node, name: str, mode: str = "page", **more: str
    ) -> str:
        sheet = self._saxon[_driver(name)]
        text = sheet.text(model, self._params(source) | more, mode)
        self._note(source, sheet)
        return text

    def _params(self, source: Source | None = None) -> dict[str, Any]:
        return {
            "locales": self._locales,
            "language": self._language(source),
            "settings": {
                "formats": list(self.only),
                "services": self.with_services,
                **self.edition.settings,
            },
        }

    def _pdf(self, source: Source, model: Node, proof: Proof, setters: ThreadPoolExecutor) -> None:
        from variorum.engines import typst

        markup = self._render(source, model, "print")
        at_work = Event()
        job = setters.submit(typst.pdf, markup, source, self.edition, at_work.set)
        job.add_done_callback(lambda _: at_work.set())
        self._setting.append((f"pdf/{source.id}.pdf", job))
        at_work.wait()  # else it would wait for each call of Saxon, which shares nothing
        self._hold(proof.failures("print", markup))
        self._write(f"print/{source.id}.typ", markup)

    def _bind(self, unfinished: int) -> None:
        """Takes PDFs as they are ready, until no more than so many are unfinished."""
        while len(self._setting) > unfinished:
            name, job = self._setting.pop(0)
            data, met = job.result()
            self.findings += met
            self._write(name, data)
            self._release()

    def _site(self, summaries: list[Node], *, guided: bool) -> None:
        params = self._params() | {
            "summaries": summaries,
            "registers": self.registers,
            "css": self._css,
        }
        params["settings"]["guidelines"] = guided
        pages = self._saxon[_driver("html")].pages("site", params)
        for href, page in pages.items():
            self._write(f"html/{href}", page)
        if self.with_services:
            self._services(summaries)
        self._release()

    def _begin_guidelines(self) -> Beside[_Guidelines] | None:
        """Made only where something that they are made of has changed: they are many files."""
        odd = self.edition.odd if self.with_guidelines and "html" in self.only else None
        if odd is None:
            return None
        from variorum.outputs.guidelines import renewed

        before = self._files.before
        listed = {name for name in before.get("outputs", {}) if name.startswith(_GUIDELINES)}
        there = listed and listed <= self._files.outputs_before.keys()
        state = before.get("guidelines", "") if there else ""
        return Beside(renewed, odd, self.edition.sources, self._css, self.codes, state)

    def _guidelines(self, made: _Guidelines) -> None:
        self._guidelines_state, pages = made
        if pages is None:
            there = self._files.outputs_before
            self._unchanged = {name for name in there if name.startswith(_GUIDELINES)}
        for name, text in (pages or {}).items():
            self._write(_GUIDELINES + name, text)

    def _services(self, summaries: list[Node]) -> None:
        from variorum.outputs.dts import Resource, Services
        from variorum.outputs.linkset import linkset, site_address

        base = site_address(self.edition.settings)
        sources = {source.id: source for source in self.edition.documents}
        services = Services(str(self.edition.settings.get("title", "Editions")), base)
        resources = [
            Resource(
                sources[summary.get_attribute_value("id")],
                _title(summary),
                summary.get_attribute_value("language"),
            )
            for summary in summaries
        ]
        for name, page in services.pages(resources):
            self._write(f"html/{name}", page)
        self.findings += services.findings
        self._write("html/linkset.json", linkset(sources, self.only, base))

    def _note(self, source: Source, sheet: Stylesheet) -> None:
        if met := sheet.messages():
            known = set(self.findings)
            self.findings += [one for one in findings(source, met) if one not in known]

    def _write(self, name: str, content: str | bytes) -> None:
        self._files.hold(name, content)

    def _release(self) -> None:
        if self.refused():
            raise VariorumError
        self._files.release()

    def _finish(self) -> None:
        if "pdf" in self.only:
            template = resource("xslt") / "assets" / "edition.typ"
            self._write("print/edition.typ", template.read_bytes())
        self._release()
        guidelines = self._guidelines_state or self._files.before.get("guidelines", "")
        facts = {
            "variorum": __version__,
            "tools": _tools(self.only),
            "inputs": {source.name: digest(source.data) for source in self.edition.sources},
            "stylesheets": digest_of_folder(resource("xslt")),
            **({"guidelines": guidelines} if guidelines else {}),
        }
        self._files.finish(facts, self._stays, tidy=self.edition.own)

    def _stays(self, name: str) -> bool:
        """Whether a file of an earlier run is still part of the output."""
        return not self.edition.own or name in self._unchanged or not _made_by(name, self.only)


def witness_text(edition: Edition, source: Source, witness: str) -> str:
    """The plain text of one witness of a document, or of its reading text (`''`).

    Raises VariorumError for a witness the document does not declare.
    """
    require_buildable([source])
    _declared(source, witness)
    build = Build(edition, Path(), ("text",))
    model = build.model(source)
    return build._render(
        source, build.witness(source, model, witness) if witness else model, "text"
    )


def _declared(source: Source, witness: str) -> None:
    from difflib import get_close_matches

    sigla = Proof(source, "en").reader.sigla
    if not witness or witness in sigla:
        return
    close = get_close_matches(witness, sigla, 1, 0.5) or [
        siglum for siglum in sigla if siglum.casefold() == witness.casefold()
    ]
    meant = f"did you mean {close[0]}? " if close else ""
    known = f"its witnesses are {', '.join(sigla)}" if sigla else "it declares no witness"
    message = f"there is no witness “{witness}”"
    raise VariorumError(WITNESS_UNKNOWN.at(Place(source.name), message, f"{meant}{known}"))


def drivers(only: Iterable[str]) -> list[Path]:
    """The stylesheets a build of these formats runs."""
    return [_driver(name) for name in ("model", *(_DRIVERS[name] for name in only))]


def _title(summary: Node) -> str:
    titles = [child for child in summary.children if child.local_name == "title"]
    return str(titles[0].string_value)


def _driver(name: str) -> Path:
    return resource("xslt") / f"{name}.xsl"


def _root(document: Node) -> Node:
    return next(child for child in document.children if child.node_kind_str == "element")


def _sigla(summary: Node) -> list[str]:
    return [
        child.get_attribute_value("siglum")
        for child in summary.children
        if child.node_kind_str == "element"
        and child.local_name == "witness"
        and child.get_attribute_value("siglum")
    ]


def _language_of(source: Source) -> str:
    root = source.root
    return str(root.get("{http://www.w3.org/XML/1998/namespace}lang", "en"))


def _made_by(name: str, only: tuple[str, ...]) -> bool:
    folder = name.partition("/")[0]
    return {"print": "latex" if name.endswith(".tex") else "pdf"}.get(folder, folder) in only


def _tools(only: tuple[str, ...]) -> dict[str, str]:
    from importlib.metadata import version

    names = ["lxml", "saxonche", *(["typst"] if "pdf" in only else [])]
    return {name: version(name) for name in names}
