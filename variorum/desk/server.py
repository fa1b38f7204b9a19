"""The language server: what an editing program asks, over standard input and output (LSP 3.17)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from variorum import __version__
from variorum.desk.completion import Proposal, proposals
from variorum.desk.desk import Desk, root_of
from variorum.desk.hover import hover
from variorum.desk.outline import Branch, outline
from variorum.desk.pointers import Stretch, definition, id_at, references, renamed, token_at
from variorum.findings import Diagnostic
from variorum.relaxng.name_classes import is_ncname

__all__ = ["Server", "serve"]

_PAUSE = 0.4
"""After so many seconds without a change the Schematron is asked, too."""
_AT_ONCE = 0.03
"""Changes that follow each other within this time, in seconds, are judged together."""
_LEVELS = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}
_KINDS = {
    "element": lsp.CompletionItemKind.Class,
    "attribute": lsp.CompletionItemKind.Property,
    "value": lsp.CompletionItemKind.EnumMember,
    "pointer": lsp.CompletionItemKind.Reference,
    "end": lsp.CompletionItemKind.Class,
}
_Squiggle = lsp.Diagnostic
_ENDS = re.compile(r"<[^<>]*>|[^\s<>]+|\S")


class Server(LanguageServer):
    """The desks of the editions in which files are open."""

    def __init__(self) -> None:
        super().__init__("variorum", __version__)
        self._desks: dict[Path, Desk] = {}
        self._waiting: dict[Path, list[asyncio.TimerHandle]] = {}
        self._shown: dict[Path, set[Path]] = {}

    def desk(self, uri: str) -> tuple[Desk, Path]:
        """The desk of a file, and its path."""
        path = path_of(uri)
        root = root_of(path)
        key = root or path
        if key not in self._desks:
            self._desks[key] = Desk(root) if root else Desk(path.parent, path)
        return self._desks[key], path

    def changed(self, uri: str) -> None:
        """Takes a buffer over, and has the edition judged when the typing pauses."""
        desk, path = self.desk(uri)
        desk.put(path, self.workspace.get_text_document(uri).source)
        self._later(desk)

    def closed(self, uri: str) -> None:
        """The file on the disk counts again."""
        desk, path = self.desk(uri)
        desk.take(path)
        self._later(desk)

    def renewed(self) -> None:
        """Files, settings or schemas have changed on the disk."""
        for desk in self._desks.values():
            desk.renew()
            self._later(desk)

    def _later(self, desk: Desk) -> None:
        for timer in self._waiting.pop(desk.root, ()):
            timer.cancel()
        loop = asyncio.get_running_loop()
        self._waiting[desk.root] = [
            loop.call_later(_AT_ONCE, self._judge, desk, False),
            loop.call_later(_PAUSE, self._judge, desk, True),
        ]

    def _judge(self, desk: Desk, patient: bool) -> None:
        found = desk.findings(patient=patient)
        shown = self._shown.setdefault(desk.root, set())
        for path in sorted({*found, *shown}):
            said = found.get(path, [])
            if said or path in shown or str(path.as_uri()) in self.workspace.text_documents:
                self._show(desk, path, said)
        self._shown[desk.root] = {path for path, said in found.items() if said}

    def _show(self, desk: Desk, path: Path, findings: list[Diagnostic]) -> None:
        uri = path.as_uri()
        document = self.workspace.text_documents.get(uri)
        text = desk.text(path)
        units = Units(self, text)
        shown = [_diagnostic(each, units) for each in findings]
        version = document.version if document else None
        params = lsp.PublishDiagnosticsParams(uri, shown, version)
        self.text_document_publish_diagnostics(params)


class Units:
    """Places of a text in the units that the client counts in."""

    def __init__(self, server: LanguageServer, text: str) -> None:
        self._codec = server.workspace.position_codec
        self.lines = text.splitlines(keepends=True) if "\x0b" not in text else text.split("\n")
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line))

    def position(self, line: int, column: int) -> lsp.Position:
        """The position of a line and column from 0, in characters."""
        line = min(line, max(len(self.lines) - 1, 0))
        place = lsp.Position(line, column)
        return self._codec.position_to_client_units(self.lines, place) if self.lines else place

    def at(self, offset: int) -> lsp.Position:
        """The position of an offset."""
        from bisect import bisect_right

        line = min(bisect_right(self._starts, offset) - 1, max(len(self.lines) - 1, 0))
        return self.position(line, offset - self._starts[line])

    def range(self, start: int, end: int) -> lsp.Range:
        """The range between two offsets."""
        return lsp.Range(self.at(start), self.at(end))

    def word(self, line: int, column: int) -> lsp.Range:
        """The range of the tag or word that begins at a line and column from 0."""
        text = self.lines[line].rstrip("\r\n") if line < len(self.lines) else ""
        found = _ENDS.match(text, column)
        end = found.end() if found else column
        return lsp.Range(self.position(line, column), self.position(line, max(end, column)))


def path_of(uri: str) -> Path:
    """The path of a file by its address."""
    return Path(unquote(urlsplit(uri).path)).resolve()


def _diagnostic(finding: Diagnostic, units: Units) -> lsp.Diagnostic:
    line, column = max(finding.line - 1, 0), max(finding.column - 1, 0)
    message = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    return _Squiggle(
        range=units.word(line, column),
        message=message,
        severity=_LEVELS[finding.level],
        code=finding.code,
        source="variorum",
    )


def _item(proposal: Proposal, units: Units, number: int) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        label=proposal.label,
        kind=_KINDS[proposal.kind],
        detail=proposal.detail or None,
        documentation=proposal.about or None,
        sort_text=f"{0 if proposal.first else 1}{number:05}",
        filter_text=f"{proposal.label} {proposal.detail}" if proposal.kind == "pointer" else None,
        insert_text_format=lsp.InsertTextFormat.Snippet
        if proposal.snippet
        else lsp.InsertTextFormat.PlainText,
        text_edit=lsp.TextEdit(units.range(proposal.start, proposal.end), proposal.text),
    )


def _symbol(part: Branch, units: Units) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        name=part.label,
        kind=lsp.SymbolKind.Namespace if part.parts else lsp.SymbolKind.String,
        range=units.range(part.start, part.end),
        selection_range=units.range(part.start, part.tag_end),
        children=[_symbol(each, units) for each in part.parts],
    )


class _Request:
    """A request about a place of a file."""

    def __init__(self, server: Server, params: Any) -> None:
        self.server = server
        self.uri: str = params.text_document.uri
        self.desk, self.path = server.desk(self.uri)
        self.document: TextDocument = server.workspace.get_text_document(self.uri)
        self.offset = self.document.offset_at_position(params.position)

    def units(self, path: Path | None = None) -> Units:
        return Units(self.server, self.desk.text(path or self.path))

    def locations(self, spots: Iterator[Stretch]) -> list[lsp.Location]:
        """Where pieces of files are, for the client."""
        found: dict[Path, list[Stretch]] = {}
        for spot in spots:
            found.setdefault(spot.path, []).append(spot)
        return [
            lsp.Location(path.as_uri(), units.range(spot.start, spot.end))
            for path, there in found.items()
            for units in [self.units(path)]
            for spot in there
        ]


def _complete(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList:
    request = _Request(server, params)
    units = request.units()
    found = proposals(request.desk, request.path, request.offset)
    items = [_item(each, units, number) for number, each in enumerate(found)]
    return lsp.CompletionList(is_incomplete=False, items=items)


def _hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    request = _Request(server, params)
    found = hover(request.desk, request.path, request.offset)
    if found is None:
        return None
    said, spot = found
    content = lsp.MarkupContent(lsp.MarkupKind.Markdown, said)
    return lsp.Hover(content, request.units().range(spot.start, spot.end))


def _define(server: Server, params: lsp.DefinitionParams) -> list[lsp.Location]:
    request = _Request(server, params)
    _, token, _ = token_at(request.desk.text(request.path), request.offset)
    return request.locations(definition(request.desk, request.path, token)) if token else []


def _refer(server: Server, params: lsp.ReferenceParams) -> list[lsp.Location]:
    request = _Request(server, params)
    meant = id_at(request.desk, request.path, request.offset)
    if meant is None:
        return []
    return request.locations(spot for spot, _ in references(request.desk, *meant))


def _outline(server: Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    desk, path = server.desk(params.text_document.uri)
    text = desk.text(path)
    units = Units(server, text)
    return [_symbol(each, units) for each in outline(text)]


def _may_rename(
    server: Server, params: lsp.PrepareRenameParams
) -> lsp.PrepareRenamePlaceholder | None:
    request = _Request(server, params)
    meant = id_at(request.desk, request.path, request.offset)
    standing, token, start = token_at(request.desk.text(request.path), request.offset)
    if meant is None or standing.kind != "value":
        return None
    return lsp.PrepareRenamePlaceholder(request.units().range(start, start + len(token)), meant[1])


def _rename(server: Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    request = _Request(server, params)
    meant = id_at(request.desk, request.path, request.offset)
    if meant is None:
        return None
    if not is_ncname(params.new_name):
        raise JsonRpcInvalidParams(f"“{params.new_name}” can be no xml:id")
    changes: dict[str, list[lsp.TextEdit]] = {}
    units: dict[Path, Units] = {}
    for spot, new in renamed(request.desk, *meant, params.new_name):
        if spot.path not in units:
            units[spot.path] = request.units(spot.path)
        where = units[spot.path].range(spot.start, spot.end)
        changes.setdefault(spot.path.as_uri(), []).append(lsp.TextEdit(where, new))
    return lsp.WorkspaceEdit(changes=changes)


def _changed(
    server: Server, params: lsp.DidOpenTextDocumentParams | lsp.DidChangeTextDocumentParams
) -> None:
    server.changed(params.text_document.uri)


def _closed(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    server.closed(params.text_document.uri)


def _renewed(
    server: Server, _: lsp.DidSaveTextDocumentParams | lsp.DidChangeWatchedFilesParams
) -> None:
    server.renewed()


_ANSWERS: dict[str, tuple[Callable[..., Any], Any]] = {
    lsp.TEXT_DOCUMENT_COMPLETION: (
        _complete,
        lsp.CompletionOptions(trigger_characters=["<", " ", '"', "'", "#", ":", "/"]),
    ),
    lsp.TEXT_DOCUMENT_HOVER: (_hover, None),
    lsp.TEXT_DOCUMENT_DEFINITION: (_define, None),
    lsp.TEXT_DOCUMENT_REFERENCES: (_refer, None),
    lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_outline, None),
    lsp.TEXT_DOCUMENT_PREPARE_RENAME: (_may_rename, None),
    lsp.TEXT_DOCUMENT_RENAME: (_rename, lsp.RenameOptions(prepare_provider=True)),
    lsp.TEXT_DOCUMENT_DID_OPEN: (_changed, None),
    lsp.TEXT_DOCUMENT_DID_CHANGE: (_changed, None),
    lsp.TEXT_DOCUMENT_DID_CLOSE: (_closed, None),
    lsp.TEXT_DOCUMENT_DID_SAVE: (_renewed, None),
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: (_renewed, None),
}


def server() -> Server:
    """A server that answers all that it can."""
    made = Server()
    for name, (answer, options) in _ANSWERS.items():
        made.feature(name, options)(_bound(answer))
    return made


def _bound(answer: Callable[..., Any]) -> Callable[[Server, Any], Any]:
    def bound(server: Server, params: Any = None) -> Any:
        return answer(server, params)

    return bound


def serve() -> None:
    """Answers over standard input and output until the client ends it."""
    server().start_io()
