"""The language server: the editions in which files are open, and their findings."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from variorum import __version__
from variorum.desk.desk import Desk, root_of
from variorum.desk.lenses import Mentions
from variorum.desk.units import Units, path_of, squiggle
from variorum.findings import Diagnostic

__all__ = ["Server"]

_PAUSE = 0.4
"""After so many seconds without a change the Schematron is asked, too."""
_AT_ONCE = 0.03
"""Changes that follow each other within this time, in seconds, are judged together."""


def _without_trace(record: logging.LogRecord) -> bool:
    """Leaves the reason alone of what is told of a request for what cannot be."""
    if record.exc_info and isinstance(record.exc_info[1], JsonRpcInvalidParams):
        record.exc_info = None
    return True


class Server(LanguageServer):
    """The desks of the editions in which files are open."""

    def __init__(self) -> None:
        super().__init__("variorum", __version__)
        logging.getLogger("pygls.protocol.json_rpc").addFilter(_without_trace)
        self._desks: dict[Path, Desk] = {}
        self._waiting: dict[Path, list[asyncio.TimerHandle]] = {}
        self._shown: dict[Path, set[Path]] = {}
        self._mentions: dict[Path, Mentions] = {}
        self._addresses: dict[Path, str] = {}
        """As the client calls files while they are open: they may have several addresses."""
        self.found: dict[Path, list[Diagnostic]] = {}

    def desk(self, uri: str) -> tuple[Desk, Path]:
        """The desk of a file, and its path."""
        path = path_of(uri)
        root = root_of(path)
        key = root or path
        if key not in self._desks:
            self._desks[key] = Desk(root) if root else Desk(path.parent, path)
        return self._desks[key], path

    def mentions(self, desk: Desk) -> Mentions:
        """How often things are mentioned in an edition, as far as that is known."""
        return self._mentions.setdefault(desk.root, Mentions())

    def address_of(self, path: Path) -> str:
        """The address of a file, for the client."""
        return self._addresses.get(path) or path.as_uri()

    def version_of(self, path: Path) -> int | None:
        """The version of a file that is open."""
        uri = self._addresses.get(path)
        return self.workspace.get_text_document(uri).version if uri else None

    def _call(self, path: Path, address: str) -> None:
        """Calls a file by another address from now on; its findings leave the one before."""
        before = self.address_of(path)
        self._addresses[path] = address
        if self.address_of(path) != before:
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(before, []))

    def changed(self, uri: str) -> None:
        """Takes a buffer over, and has the edition judged when the typing pauses."""
        if not uri.startswith("file:"):  # a text that has no place yet
            return
        desk, path = self.desk(uri)
        self._call(path, uri)
        desk.put(path, self.workspace.get_text_document(uri).source)
        self._later(desk)

    def closed(self, uri: str) -> None:
        """The file on the disk counts again."""
        if not uri.startswith("file:"):
            return
        desk, path = self.desk(uri)
        desk.take(path)
        self._call(path, "")
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
        self.found.update(found)
        shown = self._shown.setdefault(desk.root, set())
        for path in sorted({*found, *shown}):
            said = found.get(path, [])
            if said or path in shown or self._addresses.get(path):
                self._show(desk, path, said)
        self._shown[desk.root] = {path for path, said in found.items() if said}

    def _show(self, desk: Desk, path: Path, findings: list[Diagnostic]) -> None:
        text = desk.text(path)
        units = Units(self, text)
        shown = [squiggle(each, units) for each in findings]
        params = lsp.PublishDiagnosticsParams(self.address_of(path), shown, self.version_of(path))
        self.text_document_publish_diagnostics(params)
