"""Places of a text, as the client counts them, and findings as it shows them."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from variorum.findings import Diagnostic

__all__ = ["Units", "path_of", "squiggle"]

_LEVELS = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}
_Squiggle = lsp.Diagnostic
_ENDS = re.compile(r"<[^<>]*>|[^\s<>]+|\S")


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
        line = min(bisect_right(self._starts, offset) - 1, max(len(self.lines) - 1, 0))
        return self.position(line, offset - self._starts[line])

    def range(self, start: int, end: int) -> lsp.Range:
        """The range between two offsets."""
        return lsp.Range(self.at(start), self.at(end))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column from 0, in characters."""
        return self._starts[min(line, len(self._starts) - 1)] + column

    def word(self, line: int, column: int) -> lsp.Range:
        """The range of the tag or word that begins at a line and column from 0."""
        text = self.lines[line].rstrip("\r\n") if line < len(self.lines) else ""
        found = _ENDS.match(text, column)
        end = found.end() if found else column
        return lsp.Range(self.position(line, column), self.position(line, max(end, column)))


def path_of(uri: str) -> Path:
    """The path of a file by its address."""
    return Path(to_fs_path(uri) or uri).resolve()


def squiggle(finding: Diagnostic, units: Units) -> lsp.Diagnostic:
    """A finding as the client shows it, at the tag or word where it begins."""
    line, column = max(finding.line - 1, 0), max(finding.column - 1, 0)
    message = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    return _Squiggle(
        range=units.word(line, column),
        message=message,
        severity=_LEVELS[finding.level],
        code=finding.code,
        source="variorum",
    )
