"""The code actions of the language server (LSP 3.17, textDocument/codeAction)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lsprotocol import types as lsp

from variorum.check.exceptions import exceptions_of, name_in
from variorum.desk.commands import SHOW
from variorum.desk.cures import Cure, cures
from variorum.desk.desk import Desk
from variorum.desk.server import Server
from variorum.desk.silence import exception, insertion
from variorum.desk.units import Units, squiggle
from variorum.desk.wrapping import dated, wrappings
from variorum.findings import Diagnostic

__all__ = ["actions"]


def actions(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """The cures of the findings at a place, and what can be done with what is selected."""
    desk, path = server.desk(params.text_document.uri)
    text = desk.text(path)
    units = Units(server, text)
    found: list[lsp.CodeAction] = []
    for finding in server.found.get(path, ()):
        line, column = max(finding.line - 1, 0), max(finding.column - 1, 0)
        shown = squiggle(finding, units)
        if not _touch(shown.range, params.range):
            continue
        offset = units.offset(line, column)
        for cure in cures(finding, text, offset):
            edits = {path.as_uri(): _edits(cure, units)}
            found.append(_action(cure.title, edits, shown))
        if silent := _silence(server, desk, finding, path, text, offset):
            found.append(_action(f"Silence {finding.code}, with a reason", silent, shown))
    return [*found, *_of_selection(server, desk, path, params, units)]


def _of_selection(
    server: Server, desk: Desk, path: Path, params: lsp.CodeActionParams, units: Units
) -> list[lsp.CodeAction]:
    uri = params.text_document.uri
    document = server.workspace.get_text_document(uri)
    start = document.offset_at_position(params.range.start)
    end = document.offset_at_position(params.range.end)
    offered = [*dated(desk.text(path), start), *wrappings(desk, path, start, end)]
    found = [
        lsp.CodeAction(
            title=each.title,
            kind=lsp.CodeActionKind.RefactorRewrite,
            edit=lsp.WorkspaceEdit({path.as_uri(): _edits(each, units)}),
        )
        for each in offered
    ]
    place = params.range.start
    title = "Show this place in the page"
    command = lsp.Command(title, SHOW, arguments=[uri, place.line, place.character])
    return [*found, lsp.CodeAction(title, kind=lsp.CodeActionKind.Empty, command=command)]


def _edits(cure: Cure, units: Units) -> list[lsp.TextEdit]:
    return [lsp.TextEdit(units.range(first, last), new) for first, last, new in cure.changes]


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
