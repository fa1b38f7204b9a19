"""Files that are hardly any: each gets a sensible answer, none a traceback, none reads another."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.check.texts import tei
from tests.conftest import slow
from variorum.check import check
from variorum.findings import Diagnostic, VariorumError
from variorum.source import Edition

DECLARED = '<?xml version="1.0" encoding="{}"?>\n'


def found(path: Path, content: str | bytes) -> list[Diagnostic]:
    """What a stranger's file brings, but for the missing grammar."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    findings = check(Edition.of([path], path.parent))
    return [finding for finding in findings if finding.code != "grammar-no-schema"]


def codes(findings: list[Diagnostic]) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.line, finding.column) for finding in findings]


BROKEN: dict[str, tuple[str | bytes, tuple[str, int, int], str]] = {
    "deep": (tei("<div>" * 9000 + "</div>" * 9000), ("xml-too-deep", 28, 1272), "never closed"),
    "empty": ("", ("file-empty", 0, 0), "restore"),
    "blank": (" \n ", ("file-empty", 0, 0), "restore"),
    "prose": ("just text", ("xml-not-well-formed", 1, 1), "begins with <"),
    "binary": (bytes(range(256)), ("xml-not-well-formed", 1, 1), "begins with <"),
    "ampersand": (tei("<p>Smith & Sons</p>"), ("xml-not-well-formed", 28, 16), "write &amp;"),
    "less-than": (tei("<p>a < b</p>"), ("xml-not-well-formed", 28, 12), "write &lt;"),
    "quote": (tei('<p n="1>sea</p>'), ("xml-not-well-formed", 28, 7), 'add the "'),
    "crossed": (tei("<p><hi>sea</p>"), ("xml-not-well-formed", 28, 17), "close it first: </hi>"),
    "unopened": (tei("</p>"), ("xml-not-well-formed", 28, 7), "write </body>, or open <p>"),
    "unclosed": (tei()[:-8], ("xml-not-well-formed", 1, 1), "add </TEI>"),
    "alike": (tei("<p><Hi>a</hi></p>"), ("xml-not-well-formed", 28, 15), "capitals count"),
    "bare": (tei("<p n=1>a</p>"), ("xml-not-well-formed", 28, 10), 'write n="…"'),
    "curly": (tei("<p n=“1”>a</p>"), ("xml-not-well-formed", 28, 10), '“ is none of XML, write "'),
    "glued": (tei('<p n="1"rend="b">a</p>'), ("xml-not-well-formed", 28, 15), "add the space"),
    "no value": (tei('<p n="1" rend>a</p>'), ("xml-not-well-formed", 28, 16), "or remove it"),
    "comment": (tei("<!-- a -- b --><p/>"), ("xml-not-well-formed", 28, 14), "single hyphen"),
    "nbsp": (tei("<p>&nbsp;</p>"), ("xml-entity-undefined", 28, 10), "itself: &#160;"),
    "twice": (tei('<p n="1" n="2"/>'), ("xml-not-well-formed", 28, 16), "keep one"),
    "prefix": (tei("<x:p/>"), ("xml-not-well-formed", 28, 7), "xmlns:prefix"),
    "after": (tei() + "<p/>", ("xml-not-well-formed", 32, 1), "remove it"),
    "entity": (tei("<p>&ndash;</p>"), ("xml-entity-undefined", 28, 10), "itself: –"),
    "latin": (
        DECLARED.format("UTF-8").encode() + tei("<p>Müller</p>").encode("latin-1"),
        ("xml-encoding", 29, 11),
        "save the file as UTF-8",
    ),
    "encoding": (DECLARED.format("x-none") + tei(), ("xml-encoding", 1, 31), "UTF-8"),
    "encoding misspelt": (
        DECLARED.format("UTF--8") + tei(),
        ("xml-encoding", 1, 31),
        "UTF-8",
    ),
    "version": ('<?xml version="1..0"?>\n' + tei(), ("xml-not-well-formed", 1, 1), ""),
    "declared": (
        '<!DOCTYPE TEI [<!ENTITY st SYSTEM "saint.xml">]>\n' + tei("<p>&st; Peter</p>"),
        ("xml-entity", 29, 10),
        "itself",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_has_one_finding_that_says_what_to_do(name: str, tmp_path: Path) -> None:
    content, place, cure = BROKEN[name]
    findings = found(tmp_path / "a.xml", content)
    assert codes(findings) == [place]
    assert cure in findings[0].help


@pytest.mark.parametrize(
    "data",
    [
        DECLARED.format("ISO-8859-1").encode() + tei("<p>Müller</p>").encode("latin-1"),
        DECLARED.format("koi8-r").encode() + tei("<p>море</p>").encode("koi8-r"),
        DECLARED.format("gb18030").encode() + tei("<p>海</p>").encode("gb18030"),
        (DECLARED.format("UTF-16") + tei("<p>海</p>")).encode("utf-16"),
        b"\xef\xbb\xbf" + tei().encode(),
        tei().replace("\n", "\r\n").encode(),
        tei("<div>" * 62 + "<p>deep</p>" + "</div>" * 62).encode(),
        tei("<div>" * 250 + "<p>deeper</p>" + "</div>" * 250).encode(),
    ],
    ids=["latin-1", "koi8-r", "gb18030", "utf-16", "bom", "crlf", "62 levels", "253 levels"],
)
def test_an_unusual_file_is_a_file(data: bytes, tmp_path: Path) -> None:
    assert found(tmp_path / "a.xml", data) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "koi8-r"])
def test_places_are_in_characters_whatever_the_encoding(encoding: str, tmp_path: Path) -> None:
    declared = DECLARED.format(encoding.removesuffix("-sig"))
    text = declared + tei('<p>море <ref target="#no">x</ref></p>')
    findings = found(tmp_path / "a.xml", text.encode(encoding))
    assert codes(findings) == [("pointer-unresolved", 29, 20)]


@pytest.mark.parametrize("megabytes", [1, 10])
def test_megabytes_are_checked(tmp_path: Path, megabytes: int) -> None:
    if megabytes > 1:
        slow()
    paragraph = "<p>The sea <hi>rose</hi> and the land was cold in the evening of that day.</p>\n"
    times = megabytes * 1_000_000 // len(paragraph)
    body = paragraph * times + '<p><ref target="#no">x</ref></p>'
    assert [finding.code for finding in found(tmp_path / "a.xml", tei(body))] == [
        "pointer-unresolved"
    ]


def test_entities_that_multiply_stay_as_they_are(tmp_path: Path) -> None:
    tenfold = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    doctype = f'<!DOCTYPE TEI [<!ENTITY e0 "x">{tenfold}]>\n'
    assert [
        finding.code for finding in found(tmp_path / "a.xml", doctype + tei("<p>&e12;</p>"))
    ] == ["xml-entity"]


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)  # the superuser may read everything
    with pytest.raises(VariorumError) as raised:
        Edition.of([tmp_path], tmp_path)
    (finding,) = raised.value.findings
    assert finding.code == "file-missing" and "Permission denied" in finding.message


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.xml").symlink_to(tmp_path / "nowhere.xml")
    (tmp_path / "b.xml").write_text(tei('<p><ref target="#no">x</ref></p>'), encoding="utf-8")
    findings = check(Edition.of([tmp_path], tmp_path))
    assert [finding.code for finding in findings if finding.level == "error"] == [
        "file-unreadable",
        "pointer-unresolved",
    ]


@pytest.fixture
def network() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and what it has been asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_nothing_is_fetched(network: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = network
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{address}/x.xml"/>'
    before = (
        f'<?xml-model href="{address}/a.rng"?>\n'
        f'<?xml-model href="{address}/a.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>\n'
        f'<!DOCTYPE TEI SYSTEM "{address}/tei.dtd" [<!ENTITY far SYSTEM "{address}/e.xml">]>\n'
    )
    pointer = f'<p><ref target="{address}/page.html#x">&far;</ref></p>'
    findings = found(tmp_path / "a.xml", tei(pointer + include, before=before))
    assert {finding.code for finding in findings} == {
        "schema-remote",
        "doctype-not-read",
        "xml-entity",
        "xinclude-not-followed",
    }
    without = tei(include, before=before)
    assert "xml-entity" not in {finding.code for finding in found(tmp_path / "a.xml", without)}
    assert asked == []


def test_no_other_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.dtd").write_text('<!ENTITY secret "hidden">', encoding="utf-8")
    (tmp_path / "secret.txt").write_text("hidden", encoding="utf-8")
    before = '<!DOCTYPE TEI SYSTEM "secret.dtd" [<!ENTITY file SYSTEM "secret.txt">]>\n'
    findings = found(tmp_path / "a.xml", tei("<p>&secret; &file;</p>", before=before))
    assert [finding.code for finding in findings] == [
        "doctype-not-read",
        "xml-entity",
        "xml-entity",
    ]
    assert not any("hidden" in finding.message + finding.help for finding in findings)
    source = Edition.of([tmp_path / "a.xml"], tmp_path).sources[0]
    (tmp_path / "a.xml").write_text(tei(before=before), encoding="utf-8")
    assert "hidden" not in source.text


def test_pointers_into_a_missing_inclusion_are_one_finding(tmp_path: Path) -> None:
    names = '<ref target="#ada">Ada</ref> <ref target="#n1">1</ref> <rs ref="reg:x">x</rs>'
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="rest.xml"/>'
    lost = tei(f"<p>{names}</p>{include}")
    (finding,) = found(tmp_path / "a.xml", lost)
    assert finding.code == "xinclude-not-followed" and "3 pointers lead to noth" in finding.message
    (tmp_path / "rest.xml").write_text(
        '<p xmlns="http://www.tei-c.org/ns/1.0" xml:id="ada">A <anchor xml:id="n1"/></p>', "utf-8"
    )
    assert [each.code for each in found(tmp_path / "a.xml", lost)] == ["prefix-undeclared"]
    alone = found(tmp_path / "a.xml", tei(f"<p>{names}</p>"))
    assert len(alone) == 3
