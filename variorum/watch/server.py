"""Serves the site to browsers on this machine, and tells them what has changed.

The files stay as they are on disk: what a page needs to be brought up to date is added on the way.
"""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass, field
from functools import cached_property
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

__all__ = ["LiveServer", "News"]

_HOST = "127.0.0.1"
_OWN = "/.variorum/"
_SCRIPT = Path(__file__).with_name("live.js")
_PORTS = 20
"""So many ports are tried, from the one that is asked for."""
_SILENCE = 15.0
"""Seconds after which a browser is told that nothing has changed, so that one that left is met."""
_NONCE = re.compile(rb"script-src 'nonce-([\w-]+)'")


@dataclass
class News:
    """What browsers are to know: how often pages were made, and what the last check found."""

    made: int = 0
    findings: list[dict[str, Any]] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _number: int = 0

    def tell(self, findings: list[dict[str, Any]] | None = None) -> None:
        """Tells all browsers that pages are new, and what was found where that has changed."""
        with self._changed:
            self.made += 1
            self.findings = self.findings if findings is None else findings
            self._number += 1
            self._changed.notify_all()

    def after(self, number: int) -> tuple[int, str]:
        """Waits for news after those of this number; their number, and what they are as JSON."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number, _SILENCE)
            return self._number, json.dumps({"made": self.made, "findings": self.findings})


class LiveServer(ThreadingHTTPServer):
    """A server of one folder, for this machine alone."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, folder: Path, news: News, port: int) -> None:
        """Takes the port, or one of the next if others are in use; 0 is any.

        Raises OSError where none is free.
        """
        self.folder = folder
        self.news = news
        ports = range(port, min(port + _PORTS, 65_536)) if port else (0,)
        for each in ports:
            try:
                super().__init__((_HOST, each), _Handler)
            except OSError:
                if each == ports[-1]:
                    raise
            else:
                break

    @cached_property
    def address(self) -> str:
        """Where a browser finds the site."""
        return f"http://{_HOST}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has left is no error."""

    def start(self) -> None:
        """Serves in a thread that ends with the program."""
        threading.Thread(target=self.serve_forever, daemon=True).start()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, request: Any, client: Any, server: LiveServer) -> None:
        super().__init__(request, client, server, directory=str(server.folder))

    @property
    def _live(self) -> LiveServer:
        return cast(LiveServer, self.server)

    def do_GET(self) -> None:
        if not self._is_meant():
            self.send_error(403)
            return
        path = unquote(urlsplit(self.path).path)
        if path == f"{_OWN}news":
            self._tell()
        elif path == f"{_OWN}live.js":
            self._send(_SCRIPT.read_bytes(), "text/javascript")
        elif (file := self._file()) is None:
            self.send_error(404)
        elif file.suffix == ".html":
            self._send(_with_script(file.read_bytes()), "text/html")
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        if not self._is_meant():
            self.send_error(403)
        elif self._file() is None:
            self.send_error(404)
        else:
            super().do_HEAD()

    def _is_meant(self) -> bool:
        """Whether this server was asked by its own name: a page of others, which a browser can be
        made to believe is found here, asks by another.
        """
        name, _, port = self.headers.get("Host", "").partition(":")
        return name in (_HOST, "localhost") and (port or "80") == str(self._live.server_address[1])

    def _file(self) -> Path | None:
        """The file of the site that is asked for, wherever links on the disk lead."""
        asked = Path(self.translate_path(self.path))
        file = (asked / "index.html" if asked.is_dir() else asked).resolve()
        is_inside = file.is_relative_to(self._live.folder.resolve())
        return file if is_inside and file.is_file() else None

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _tell(self) -> None:
        """Server-sent events (HTML Living Standard 9.2), as long as the browser listens."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number = -1
        while True:
            last = number
            number, news = self._live.news.after(number)
            self.wfile.write(f"data: {news}\n\n".encode() if number != last else b": \n\n")
            self.wfile.flush()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """What a browser asks for is not what an editor wants to read."""


def _with_script(page: bytes) -> bytes:
    """The page with the script that brings it up to date, which its policy then permits."""
    found = _NONCE.search(page)
    if found is None:
        return page
    policy = found[0] + b"; connect-src 'self'"
    script = b'<script nonce="%s" src="%slive.js"></script></head>' % (found[1], _OWN.encode())
    return page.replace(found[0], policy, 1).replace(b"</head>", script, 1)
