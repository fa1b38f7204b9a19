"""What the language server answers (LSP 3.17)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.workspace import TextDocument

from variorum.check.exceptions import exceptions_of, name_in
from variorum.desk.completion import Proposal, proposals
from variorum.desk.cures import cures
from variorum.desk.desk import Desk
from variorum.desk.hover import hover
from variorum.desk.layout import RefusedError, formatted
from variorum.desk.outline import Branch, outline
from variorum.desk.pieces import tag_names
from variorum.desk.pointers import Stretch, definition, id_at, references, renamed, token_at
from variorum.desk.server import Server
from variorum.desk.silence import exception, insertion
from variorum.desk.units import Units, squiggle
from variorum.findings import Diagnostic
from variorum.relaxng.name_classes import is_ncname

__all__ = ["ANSWERS", "serve"]

_KINDS = {
    "element": lsp.CompletionItemKind.Class,
    "attribute": lsp.CompletionItemKind.Property,
    "value": lsp.CompletionItemKind.EnumMember,
    "pointer": lsp.CompletionItemKind.Reference,
    "end": lsp.CompletionItemKind.Class,
}


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


def _fold(server: Server, params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
    desk, path = server.desk(params.text_document.uri)
    text = desk.text(path)
    units = Units(server, text)
    waiting = outline(text)
    found: list[lsp.FoldingRange] = []
    while waiting:
        branch = waiting.pop()
        waiting += branch.parts
        first, last = units.at(branch.start).line, units.at(branch.end).line
        if first < last:
            found.append(lsp.FoldingRange(first, last))
    return found


def _link(server: Server, params: lsp.LinkedEditingRangeParams) -> lsp.LinkedEditingRanges | None:
    request = _Request(server, params)
    names = tag_names(request.desk.text(request.path), request.offset)
    if names is None:
        return None
    units = request.units()
    return lsp.LinkedEditingRanges([units.range(*each) for each in names])


def _cure(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    desk, path = server.desk(params.text_document.uri)
    text = desk.text(path)
    units = Units(server, text)
    actions: list[lsp.CodeAction] = []
    for finding in server.found.get(path, ()):
        line, column = max(finding.line - 1, 0), max(finding.column - 1, 0)
        shown = squiggle(finding, units)
        if not _touch(shown.range, params.range):
            continue
        offset = units.offset(line, column)
        for cure in cures(finding, text, offset):
            edits = [lsp.TextEdit(units.range(a, b), new) for a, b, new in cure.changes]
            actions.append(_action(cure.title, {path.as_uri(): edits}, shown))
        if silent := _silence(server, desk, finding, path, text, offset):
            actions.append(_action(f"Silence {finding.code}, with a reason", silent, shown))
    return actions


def _silence(
    server: Server, desk: Desk, finding: Diagnostic, path: Path, text: str, offset: int
) -> dict[str, list[lsp.TextEdit]]:
    """The change of the file of exceptions, if there is one."""
    record = exceptions_of(desk.root, path)
    there = desk.text(record) if desk.holds(record) else ""
    at = insertion(there)
    words = exception(finding, name_in(record, path), text, offset)
    if at is None or not words:
        return {}
    return {record.as_uri(): [lsp.TextEdit(Units(server, there).range(at, at), words)]}


def _action(
    title: str, changes: Mapping[str, Sequence[lsp.TextEdit]], cured: lsp.Diagnostic
) -> lsp.CodeAction:
    return lsp.CodeAction(
        title=title,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[cured],
        edit=lsp.WorkspaceEdit(changes=changes),
    )


def _touch(first: lsp.Range, second: lsp.Range) -> bool:
    """Whether two ranges have a place in common, be it an end."""
    return not (_key(first.end) < _key(second.start) or _key(second.end) < _key(first.start))


def _key(position: lsp.Position) -> tuple[int, int]:
    return position.line, position.character


def _format(server: Server, params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
    desk, path = server.desk(params.text_document.uri)
    text = desk.text(path)
    try:
        new = formatted(text)
    except RefusedError as refused:
        said = lsp.ShowMessageParams(lsp.MessageType.Info, f"not formatted: {refused}")
        server.window_show_message(said)
        return []
    if new == text:
        return []
    return [lsp.TextEdit(Units(server, text).range(0, len(text)), new)]


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


ANSWERS: dict[str, tuple[Callable[..., Any], Any]] = {
    lsp.TEXT_DOCUMENT_COMPLETION: (
        _complete,
        lsp.CompletionOptions(trigger_characters=["<", " ", '"', "'", "#", ":", "/"]),
    ),
    lsp.TEXT_DOCUMENT_HOVER: (_hover, None),
    lsp.TEXT_DOCUMENT_DEFINITION: (_define, None),
    lsp.TEXT_DOCUMENT_REFERENCES: (_refer, None),
    lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_outline, None),
    lsp.TEXT_DOCUMENT_FOLDING_RANGE: (_fold, None),
    lsp.TEXT_DOCUMENT_LINKED_EDITING_RANGE: (_link, None),
    lsp.TEXT_DOCUMENT_CODE_ACTION: (
        _cure,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]),
    ),
    lsp.TEXT_DOCUMENT_FORMATTING: (_format, None),
    lsp.TEXT_DOCUMENT_PREPARE_RENAME: (_may_rename, None),
    lsp.TEXT_DOCUMENT_RENAME: (_rename, lsp.RenameOptions(prepare_provider=True)),
    lsp.TEXT_DOCUMENT_DID_OPEN: (_changed, None),
    lsp.TEXT_DOCUMENT_DID_CHANGE: (_changed, None),
    lsp.TEXT_DOCUMENT_DID_CLOSE: (_closed, None),
    lsp.TEXT_DOCUMENT_DID_SAVE: (_renewed, None),
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: (_renewed, None),
}
"""By the names of the requests: the answer, and what the client is told of it at first."""


def _bound(answer: Callable[..., Any]) -> Callable[[Server, Any], Any]:
    def bound(server: Server, params: Any = None) -> Any:
        return answer(server, params)

    return bound


def serve() -> None:
    """Answers over standard input and output until the client ends it."""
    server = Server()
    for name, (answer, options) in ANSWERS.items():
        server.feature(name, options)(_bound(answer))
    server.start_io()
