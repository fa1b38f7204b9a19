"""What the language server answers (LSP 3.17)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.workspace import TextDocument

from variorum.desk.actions import actions
from variorum.desk.commands import PLACE, REFERENCES, SHOW
from variorum.desk.completion import Proposal, proposals
from variorum.desk.desk import Desk
from variorum.desk.edits import workspace_edit
from variorum.desk.hover import hover
from variorum.desk.layout import RefusedError, formatted
from variorum.desk.lenses import lenses
from variorum.desk.outline import Branch, outline
from variorum.desk.page_place import PagePlace, page_place
from variorum.desk.pieces import tag_names
from variorum.desk.pointers import Stretch, definition, id_at, references, renamed, token_at
from variorum.desk.server import Server
from variorum.desk.tags import Change
from variorum.desk.units import Units
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
            lsp.Location(self.server.address_of(path), units.range(spot.start, spot.end))
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


def _lens(server: Server, params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
    desk, path = server.desk(params.text_document.uri)
    units = Units(server, desk.text(path))
    found: list[lsp.CodeLens] = []
    for lens in lenses(desk, path, server.mentions(desk)):
        where = units.at(lens.offset)
        command = lsp.Command(lens.words, "")
        if lens.at is not None:
            at = units.at(lens.at)
            asked = [params.text_document.uri, at.line, at.character]
            command = lsp.Command(lens.words, REFERENCES, arguments=asked)
        found.append(lsp.CodeLens(lsp.Range(where, where), command))
    return found


def _page_of(server: Server, uri: str, line: int, character: int) -> tuple[Desk, PagePlace]:
    desk, path = server.desk(uri)
    document = server.workspace.get_text_document(uri)
    offset = document.offset_at_position(lsp.Position(line, character))
    return desk, page_place(desk, path, offset)


def _place(server: Server, uri: str, line: int, character: int) -> dict[str, str]:
    """Where a place is shown, below the folder of the site, for a client that shows the page."""
    _, place = _page_of(server, uri, line, character)
    return {"page": place.page, "id": place.id, "begins": place.begins}


async def _show(server: Server, uri: str, line: int, character: int) -> bool:
    """Has the client open the page, as it was built last, where the place is shown."""
    desk, place = _page_of(server, uri, line, character)
    file = desk.root / "output" / "html" / place.page
    if not file.is_file():
        what = f"there is no {file.relative_to(desk.root).as_posix()} yet: build the edition first"
        server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, what))
        return False
    address = f"{file.as_uri()}#{place.fragment}"
    shown = await server.window_show_document_async(lsp.ShowDocumentParams(address, external=True))
    return shown.success


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
    changes: dict[Path, list[Change]] = {}
    for spot, new in renamed(request.desk, *meant, params.new_name):
        changes.setdefault(spot.path, []).append((spot.start, spot.end, new))
    return workspace_edit(server, request.desk, changes)


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
        actions,
        lsp.CodeActionOptions(
            code_action_kinds=[lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.RefactorRewrite]
        ),
    ),
    lsp.TEXT_DOCUMENT_FORMATTING: (_format, None),
    lsp.TEXT_DOCUMENT_CODE_LENS: (_lens, lsp.CodeLensOptions()),
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
    server.command(PLACE)(_place)
    server.command(SHOW)(_show)
    server.start_io()
