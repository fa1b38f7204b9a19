"""The code actions of the language server (LSP 3.17, textDocument/codeAction)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lsprotocol import types as lsp

from variorum.check.exceptions import exceptions_of, name_in
from variorum.desk.commands import SHOW
from variorum.desk.cures import cures
from variorum.desk.cures_elsewhere import cures_elsewhere
from variorum.desk.desk import Desk
from variorum.desk.edits import workspace_edit
from variorum.desk.server import Server
from variorum.desk.silence import exception, recorded
from variorum.desk.tags import Change
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
        offered = [*cures(finding, text, offset)]
        offered += cures_elsewhere(finding, desk, path, text, offset)
        every = {each.title: {path: each.changes, **each.elsewhere} for each in offered}
        every[f"Silence {finding.code}, with a reason"] = _silence(desk, finding, path, offset)
        for title, changes in every.items():
            found += _action(server, desk, title, changes, [shown])
    return [*found, *_of_selection(server, desk, path, params)]


def _of_selection(
    server: Server, desk: Desk, path: Path, params: lsp.CodeActionParams
) -> list[lsp.CodeAction]:
    uri = params.text_document.uri
    document = server.workspace.get_text_document(uri)
    start = document.offset_at_position(params.range.start)
    end = document.offset_at_position(params.range.end)
    offered = [*dated(desk.text(path), start), *wrappings(desk, path, start, end)]
    found: list[lsp.CodeAction] = []
    for each in offered:
        found += _action(server, desk, each.title, {path: each.changes})
    place = params.range.start
    title = "Show this place in the page"
    command = lsp.Command(title, SHOW, arguments=[uri, place.line, place.character])
    return [*found, lsp.CodeAction(title, kind=lsp.CodeActionKind.Empty, command=command)]


def _silence(
    desk: Desk, finding: Diagnostic, path: Path, offset: int
) -> dict[Path, tuple[Change, ...]]:
    """The change of the file of exceptions."""
    record = exceptions_of(desk.root, path)
    words = exception(finding, name_in(record, path), desk.text(path), offset)
    change = recorded(words, desk.text(record)) if words and desk.holds(record) else None
    return {record: (change,)} if change else {}


def _action(
    server: Server,
    desk: Desk,
    title: str,
    changes: Mapping[Path, Iterable[Change]],
    cured: list[lsp.Diagnostic] | None = None,
) -> Iterator[lsp.CodeAction]:
    """What can be done, if anything changes by it and the client can do it."""
    changed = {path: said for path, each in changes.items() if (said := tuple(each))}
    edit = workspace_edit(server, desk, changed) if changed else None
    if edit is not None:
        kind = lsp.CodeActionKind.QuickFix if cured else lsp.CodeActionKind.RefactorRewrite
        yield lsp.CodeAction(title=title, kind=kind, diagnostics=cured, edit=edit)


def _touch(first: lsp.Range, second: lsp.Range) -> bool:
    """Whether two ranges have a place in common, be it an end."""
    return not (_key(first.end) < _key(second.start) or _key(second.end) < _key(first.start))


def _key(position: lsp.Position) -> tuple[int, int]:
    return position.line, position.character
