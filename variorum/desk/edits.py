"""Changes of one or several files, as the client is told them (LSP 3.17, WorkspaceEdit)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from lsprotocol import types as lsp

from variorum.desk.desk import Desk
from variorum.desk.server import Server
from variorum.desk.tags import Change
from variorum.desk.units import Units

__all__ = ["workspace_edit"]


def workspace_edit(
    server: Server, desk: Desk, changes: Mapping[Path, Iterable[Change]]
) -> lsp.WorkspaceEdit | None:
    """The changes of files as the editor has them, saved or not; a file that is not there is begun.

    None where the client cannot begin one. A client that can compare versions is told them, so that
    nothing is changed in a text that has changed meanwhile.
    """
    client = _abilities(server)
    new = [path for path in changes if not (desk.is_open(path) or path.is_file())]
    if new and lsp.ResourceOperationKind.Create not in (client.resource_operations or ()):
        return None
    edits = {path: list(_edits(server, desk.text(path), said)) for path, said in changes.items()}
    if not client.document_changes:
        return lsp.WorkspaceEdit(changes={server.address_of(path): edits[path] for path in edits})
    begun = [lsp.CreateFile(server.address_of(path)) for path in new]
    told = [lsp.TextDocumentEdit(_versioned(server, path), each) for path, each in edits.items()]
    return lsp.WorkspaceEdit(document_changes=[*begun, *told])


def _abilities(server: Server) -> lsp.WorkspaceEditClientCapabilities:
    workspace = server.client_capabilities.workspace
    told = workspace.workspace_edit if workspace else None
    return told or lsp.WorkspaceEditClientCapabilities()


def _edits(server: Server, text: str, changes: Iterable[Change]) -> Iterable[lsp.TextEdit]:
    units = Units(server, text)
    return (lsp.TextEdit(units.range(start, end), new) for start, end, new in changes)


def _versioned(server: Server, path: Path) -> lsp.OptionalVersionedTextDocumentIdentifier:
    address, version = server.address_of(path), server.version_of(path)
    return lsp.OptionalVersionedTextDocumentIdentifier(address, version)
