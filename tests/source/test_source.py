"""A source: read once, or given its bytes; and what is said of one that is no XML."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tests.check.test_robust import BROKEN, DECLARED
from tests.check.texts import tei
from variorum.build.witness_text import witness_text
from variorum.check import check
from variorum.findings import VariorumError
from variorum.source import Edition, Source
from variorum.source.reader import DEEPEST, faults

SCH = "http://purl.oclc.org/dsdl/schematron"
SAVED, UNSAVED = tei("<p>saved</p>"), tei('<p>unsaved <ref target="#no">x</ref></p>')


@pytest.fixture
def buffer(tmp_path: Path) -> Source:
    """A file that was saved, and the other text that an editor has of it."""
    (tmp_path / "a.xml").write_text(SAVED, encoding="utf-8")
    return Source(tmp_path / "a.xml", "a.xml", UNSAVED.encode())


def test_a_source_that_is_given_its_bytes_never_reads_the_file(buffer: Source) -> None:
    copies = (buffer, buffer.fresh(), pickle.loads(pickle.dumps(buffer)))
    assert {copy.data for copy in copies} == {UNSAVED.encode()}
    assert all("unsaved" in copy.text for copy in copies)
    assert Source(Path("nowhere.xml"), "nowhere.xml", SAVED.encode()).id == "case"


def test_a_copy_for_another_process_reads_what_was_not_given(tmp_path: Path) -> None:
    source = Source(tmp_path / "a.xml", "a.xml")
    source.path.write_text(SAVED, encoding="utf-8")
    assert "saved" in source.text
    sent = pickle.dumps(source)
    assert len(sent) < len(SAVED)
    source.path.write_text(UNSAVED, encoding="utf-8")
    assert "unsaved" in pickle.loads(sent).text


def test_check_and_build_are_of_the_buffer(buffer: Source, tmp_path: Path) -> None:
    edition = Edition(tmp_path, (buffer,), own=False)
    assert "pointer-unresolved" in {finding.code for finding in check(edition)}
    assert "unsaved" in witness_text(edition, buffer, "")


def test_a_strangers_schematron_judges_the_buffer(buffer: Source, tmp_path: Path) -> None:
    rule = "<rule context='*[local-name()=\"ref\"]'><report test='true()'>a ref</report></rule>"
    schema = f'<schema xmlns="{SCH}"><pattern>{rule}</pattern></schema>'
    (tmp_path / "ref.sch").write_text(schema, encoding="utf-8")
    before = f'<?xml-model href="ref.sch" schematypens="{SCH}"?>\n'
    source = Source(buffer.path, "a.xml", before.encode() + UNSAVED.encode())
    found = check(Edition(tmp_path, (source,), own=False))
    assert ("schematron", "a ref") in {(finding.code, finding.message) for finding in found}


def test_what_another_file_points_to_is_the_buffer(tmp_path: Path) -> None:
    letter, register = tmp_path / "a.xml", tmp_path / "b.xml"
    letter.write_text(tei('<p><ref target="b.xml#new">x</ref></p>'), encoding="utf-8")
    register.write_text(tei(), encoding="utf-8")
    new = tei('<p xml:id="new">x</p>').replace('xml:id="case"', 'xml:id="b"')

    def found(data: bytes | None) -> set[str]:
        sources = (Source(letter, "a.xml"), Source(register, "b.xml", data))
        codes = {finding.code for finding in check(Edition(tmp_path, sources, own=False))}
        return codes - {"grammar-no-schema"}

    assert found(None) == {"entry-missing"}
    assert found(new.encode()) == set()
    assert found(b"<TEI") == {"register-absent", "xml-not-well-formed"}


@pytest.mark.parametrize("name", BROKEN)
def test_check_and_the_tree_say_the_same(name: str, tmp_path: Path) -> None:
    content, (code, line, column), cure = BROKEN[name]
    data = content.encode() if isinstance(content, str) else content
    with pytest.raises(VariorumError) as raised:
        Source(tmp_path / "a.xml", "a.xml", data).tree  # noqa: B018
    with pytest.raises(VariorumError):
        Source(tmp_path / "a.xml", "a.xml", data).text  # noqa: B018
    (finding,) = raised.value.findings
    assert (finding.code, finding.line, finding.column) == (code, line, column)
    assert cure in finding.help
    edition = Edition(tmp_path, (Source(tmp_path / "a.xml", "a.xml", data),), own=False)
    assert finding in check(edition)


ENCODED: dict[str, tuple[str | bytes, tuple[str, int, int]]] = {
    "koi8-r": ("<p>море & суша</p>", ("xml-not-well-formed", 29, 15)),
    "utf-16": ("<p>море & суша</p>", ("xml-not-well-formed", 29, 15)),
    "windows-1252": (b"<p>caf\x81</p>", ("xml-encoding", 29, 13)),
    "ascii": (b"<p>caf\x81</p>", ("xml-encoding", 29, 13)),
    "hex": ("<p>sea</p>", ("xml-encoding", 1, 31)),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_mistakes_are_placed_in_characters_in_any_encoding(encoding: str) -> None:
    body, expected = ENCODED[encoding]
    text = DECLARED.format(encoding) + tei("{body}")
    if isinstance(body, bytes):
        data = text.encode().replace(b"{body}", body)
    else:
        data = text.replace("{body}", body).encode("utf-8" if encoding == "hex" else encoding)
    (finding,) = faults("a.xml", data)
    assert (finding.code, finding.line, finding.column) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "koi8-r", "windows-1251"])
def test_the_tree_and_the_text_are_the_same_in_any_encoding(encoding: str) -> None:
    declared = DECLARED.format(encoding.removesuffix("-sig"))
    source = Source(Path("a.xml"), "a.xml", (declared + tei("<p>море</p>")).encode(encoding))
    assert "море" in "".join(source.root.itertext())
    assert source.text == "\n" + tei("<p>море</p>")


def test_what_only_informs_does_not_keep_a_file_from_being_read() -> None:
    before = '<!DOCTYPE TEI SYSTEM "tei.dtd">\n'
    assert Source(Path("a.xml"), "a.xml", tei(before=before).encode()).id == "case"


def test_as_deep_as_is_followed_is_parsed() -> None:
    deep = "<a>" * DEEPEST + "</a>" * DEEPEST
    assert Source(Path("a.xml"), "a.xml", deep.encode()).root.tag == "a"
    assert [finding.code for finding in faults("a.xml", f"<a>{deep}</a>".encode())] == [
        "xml-too-deep"
    ]


def test_an_unknown_version_of_xml_is_a_finding() -> None:
    (finding,) = faults("a.xml", b'<?xml version="2.0"?><a/>')
    assert (finding.code, finding.line) == ("xml-not-well-formed", 1)
    assert faults("a.xml", b'<?xml version="1.0"?><a/>') == []


def test_a_file_that_lxml_alone_refuses_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.source.reader.faults", lambda _name, _data: [])
    with pytest.raises(VariorumError, match="not well-formed XML: ") as raised:
        Source(Path("a.xml"), "a.xml", b"<a>\n<b></a>").tree  # noqa: B018
    assert raised.value.findings[0].line == 2


@pytest.mark.parametrize("declared", ['<!ENTITY unused "x">', ""])
def test_references_to_characters_need_no_declaration(declared: str) -> None:
    """A document type changes nothing of the five names and the numbers that XML itself knows."""
    text = tei("<p>a &amp; b &lt; c&gt;&apos;&quot; caf&#233;&#xE9;</p>")
    data = f"<!DOCTYPE TEI [{declared}]>{text}".encode()
    source = Source(Path("nowhere.xml"), "nowhere.xml", data)
    (paragraph,) = source.root.iterfind(".//{*}body/{*}p")
    assert "".join(paragraph.itertext()) == "a & b < c>'\" caféé"


def test_a_list_that_is_all_there_is_is_a_text(tmp_path: Path) -> None:
    books = "<listBibl><bibl xml:id='b1'>A book</bibl></listBibl>"
    people = "<listPerson><person xml:id='p1'><persName>Ann</persName></person></listPerson>"
    for name, body in (("books", books), ("people", people), ("letter", "<p>A letter.</p>")):
        (tmp_path / f"{name}.xml").write_text(tei(body), encoding="utf-8")
    alone = Edition.of([tmp_path / "people.xml"], tmp_path)
    assert (len(alone.documents), len(alone.registers)) == (1, 0)
    beside = Edition.of([tmp_path / "people.xml", tmp_path / "letter.xml"], tmp_path)
    assert (len(beside.documents), len(beside.registers)) == (1, 1)
