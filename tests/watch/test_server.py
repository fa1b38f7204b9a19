"""What the server gives to whom, and what it adds to a page."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from variorum.watch.server import LiveServer, News

_PAGE = (
    '<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    " script-src 'nonce-abc'\"></head><body><main>Words</main></body></html>"
)


@pytest.fixture(name="server")
def _server(tmp_path: Path) -> Iterator[LiveServer]:
    (tmp_path / "site" / "persons").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text(_PAGE)
    (tmp_path / "site" / "a.pdf").write_text("PDF")
    (tmp_path / "secret.html").write_text(_PAGE)
    server = LiveServer(tmp_path / "site", News(), 0)
    server.start()
    yield server
    server.shutdown()
    server.server_close()


def _asked(server: LiveServer, path: str, host: str = "") -> tuple[int, str]:
    port = server.server_address[1]
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{port}"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def test_a_page_gets_the_script_and_stays_as_it_is_on_disk(
    server: LiveServer, tmp_path: Path
) -> None:
    for path in ("/", "/index.html", "/index.html?a=b"):
        status, page = _asked(server, path)
        assert status == 200
        assert '<script nonce="abc" src="/.variorum/live.js"></script></head>' in page
        assert "script-src 'nonce-abc'; connect-src 'self'" in page
    assert (tmp_path / "site" / "index.html").read_text() == _PAGE
    assert _asked(server, "/.variorum/live.js")[0] == 200
    assert _asked(server, "/a.pdf") == (200, "PDF")


@pytest.mark.parametrize("path", ["/../secret.html", "/%2e%2e/secret.html", "/persons/", "/none"])
def test_nothing_outside_the_site_is_given(server: LiveServer, path: str) -> None:
    assert _asked(server, path)[0] == 404


def test_a_link_that_leads_out_of_the_site_is_not_followed(
    server: LiveServer, tmp_path: Path
) -> None:
    for name in ("leak.txt", "leak.html"):
        (tmp_path / "site" / name).symlink_to(tmp_path / "secret.html")
        assert _asked(server, f"/{name}")[0] == 404


@pytest.mark.parametrize("path", ["/", "/a.pdf", "/.variorum/news"])
def test_a_page_of_others_gets_nothing(server: LiveServer, path: str) -> None:
    """One whose name was made to lead here (DNS rebinding)."""
    port = server.server_address[1]
    assert _asked(server, path, f"evil.example:{port}")[0] == 403
    assert _asked(server, path, "127.0.0.1:1")[0] == 403


def test_news_come_when_they_are_told(server: LiveServer) -> None:
    port = server.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/.variorum/news", headers={"Host": f"localhost:{port}"})
    answer = connection.getresponse()
    assert json.loads(answer.fp.readline()[6:]) == {"made": 0, "findings": []}
    answer.fp.readline()
    server.news.tell([{"message": "wrong"}])
    assert json.loads(answer.fp.readline()[6:]) == {"made": 1, "findings": [{"message": "wrong"}]}
    answer.fp.readline()
    server.news.tell()
    assert json.loads(answer.fp.readline()[6:])["findings"] == [{"message": "wrong"}]
    answer.close()
    connection.close()


def test_where_the_port_is_taken_the_next_is_used(server: LiveServer, tmp_path: Path) -> None:
    port = server.server_address[1]
    other = LiveServer(tmp_path, News(), port)
    try:
        assert port < other.server_address[1] <= port + 20
        assert other.address == f"http://127.0.0.1:{other.server_address[1]}/"
    finally:
        other.server_close()
