"""A client of the language server, over its standard input and output (LSP 3.17)."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import unquote

__all__ = ["Client"]

_PATIENCE = 60
"""So many seconds an answer may take before the test gives up."""


class Client:
    """A server of its own, whose answers and findings are waited for."""

    def __init__(self, root: Path, workspace: dict[str, Any] | None = None) -> None:
        """`workspace` are the abilities of the client in it (WorkspaceClientCapabilities)."""
        self._server = subprocess.Popen(
            [sys.executable, "-m", "variorum", "lsp"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=root,
        )
        self._heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self._count = 0
        self._versions: dict[Path, int] = {}
        self.texts: dict[Path, str] = {}
        self.found: dict[Path, list[dict[str, Any]]] = {}
        self.asked: list[dict[str, Any]] = []
        self.answers: dict[str, object] = {}
        self.errors = b""
        self._threads = [
            threading.Thread(target=each, daemon=True) for each in (self._listen, self._overhear)
        ]
        for thread in self._threads:
            thread.start()
        self.abilities = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "capabilities": {
                    "workspace": workspace or {},
                    "general": {"positionEncodings": ["utf-16"]},
                    "textDocument": {"publishDiagnostics": {"versionSupport": True}},
                },
            },
        )["capabilities"]
        self.tell("initialized", {})

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        try:
            assert self._server.wait(10) == 0, self.errors.decode()
        finally:
            self._server.kill()
            for thread in self._threads:
                thread.join()
            for stream in (self._server.stdin, self._server.stdout, self._server.stderr):
                if stream is not None:
                    stream.close()

    def _listen(self) -> None:
        stream = self._server.stdout
        assert stream is not None
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.decode().partition(":")
                length = int(value) if name.lower() == "content-length" else length
                line = stream.readline()
            self._heard.put(json.loads(stream.read(length)))

    def _overhear(self) -> None:
        assert self._server.stderr is not None
        for line in self._server.stderr:
            self.errors += line

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._server.stdin.flush()

    def tell(self, method: str, params: object) -> None:
        """Sends a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        """Sends a request, and returns its result."""
        self._count += 1
        self._send({"id": self._count, "method": method, "params": params})
        while True:
            heard = self._hear()
            if heard.get("id") == self._count and "method" not in heard:
                assert "error" not in heard, heard
                return heard["result"]

    def _hear(self) -> dict[str, Any]:
        heard = self._heard.get(timeout=_PATIENCE)
        if heard.get("method") == "textDocument/publishDiagnostics":
            params = heard["params"]
            self.found[_path(params["uri"])] = params["diagnostics"]
        if "method" in heard and "id" in heard:
            self.asked.append(heard)
            answer = self.answers.get(heard["method"])
            self._send({"id": heard["id"], "result": answer})
        return heard

    def open(self, path: Path, text: str | None = None) -> None:
        """Opens a file, with another text than that on the disk if one is given."""
        said = path.read_text(encoding="utf-8") if text is None else text
        self._versions[path] = 1
        self.texts[path] = said
        document = {"uri": path.as_uri(), "languageId": "xml", "version": 1, "text": said}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def change(self, path: Path, text: str) -> None:
        """Replaces the text of an open file."""
        self._versions[path] += 1
        self.texts[path] = text
        document = {"uri": path.as_uri(), "version": self._versions[path]}
        self.tell(
            "textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]}
        )

    def close(self, path: Path) -> None:
        """Closes a file; what was not saved is lost."""
        del self.texts[path]
        self.tell("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})

    def apply(self, edit: dict[str, Any]) -> list[Path]:
        """Does what an editor does with changes of files, none of which it saves; which files."""
        done: list[Path] = []
        for each in edit["documentChanges"]:
            if each.get("kind") == "create":
                path = _path(each["uri"])
                assert not path.exists()
                path.touch()
                continue
            path = _path(each["textDocument"]["uri"])
            assert each["textDocument"]["version"] == (
                self._versions[path] if path in self.texts else None
            )
            is_open = path in self.texts
            text = self.texts[path] if is_open else path.read_text(encoding="utf-8")
            new = _edited(text, each["edits"])
            (self.change if is_open else self.open)(path, new)
            done.append(path)
        return done

    def findings(self, path: Path) -> list[dict[str, Any]]:
        """The findings of a file in the version that is open, once they are sent."""
        while True:
            heard = self._hear()
            if heard.get("method") != "textDocument/publishDiagnostics":
                continue
            params = heard["params"]
            same = params["uri"] == path.as_uri()
            if same and params.get("version") in (self._versions.get(path), None):
                return self.found[path]

    def codes(self, path: Path) -> list[str]:
        """The codes of the next findings of a file."""
        return [each["code"] for each in self.findings(path)]

    def at(self, method: str, path: Path, line: int, character: int, **more: object) -> Any:
        """Asks about a place, from 0, in units of UTF-16."""
        return self.ask(
            method,
            {
                "textDocument": {"uri": path.as_uri()},
                "position": {"line": line, "character": character},
                **more,
            },
        )


def _path(uri: str) -> Path:
    return Path(unquote(uri.removeprefix("file://")))


def _edited(text: str, edits: list[dict[str, Any]]) -> str:
    """A text after edits, whose places are in units of UTF-16 and those of the text before."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line.encode("utf-16-le")) // 2 + 1)
    whole = text.encode("utf-16-le")
    spans = [(_at(starts, each, "start"), _at(starts, each, "end"), each) for each in edits]
    for start, end, each in sorted(spans, key=lambda span: span[:2], reverse=True):
        whole = whole[: 2 * start] + each["newText"].encode("utf-16-le") + whole[2 * end :]
    return whole.decode("utf-16-le")


def _at(starts: list[int], edit: dict[str, Any], end: str) -> int:
    place: dict[str, int] = edit["range"][end]
    return starts[place["line"]] + place["character"]
