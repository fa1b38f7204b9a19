"""Entities and inclusions: what is put in their place, what is refused, where findings are."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tests.check.texts import tei
from variorum.check import check
from variorum.findings import VariorumError
from variorum.source import Edition, Source

XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'
TENFOLD = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))

MULTIPLYING = {
    "nested": (f'<!ENTITY e0 "x">{TENFOLD}', "<p>&e12;</p>"),
    "many": (f'<!ENTITY e0 "{"x" * 100_000}">', f"<p>{'&e0;' * 200}</p>"),
    "in attributes": (f'<!ENTITY e0 "{"x" * 100_000}">', f'<p n="{"&e0;" * 200}"/>'),
    "itself": ('<!ENTITY e0 "a &e0;">', "<p>&e0;</p>"),
    "each other": ('<!ENTITY e0 "&e1;"><!ENTITY e1 "&e0;">', "<p>&e0;</p>"),
    "a chain": (
        '<!ENTITY e0 "x">' + "".join(f'<!ENTITY e{n + 1} "&e{n};">' for n in range(2000)),
        "<p>&e2000;</p>",
    ),
}


@pytest.mark.parametrize("name", MULTIPLYING)
def test_entities_without_limit_are_refused(name: str, tmp_path: Path) -> None:
    declared, body = MULTIPLYING[name]
    text = f"<!DOCTYPE TEI [{declared}]>\n{tei(body)}"
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    found = check(Edition.of([tmp_path / "a.xml"], tmp_path))
    assert {finding.code for finding in found} == {"xml-entity"}


def _text(path: Path, folder: Path | None = None) -> str:
    return " ".join("".join(Source(path, path.name, folder=folder).root.itertext()).split())


REFUSED = {
    "itself": '<xi:include href="a.xml"/>',
    "each other": '<xi:include href="b.xml"/>',
    "outside": '<xi:include href="../secret.xml"/>',
    "outside, as text": '<xi:include href="../secret.xml" parse="text"/>',
    "a link that leads outside": '<xi:include href="link.xml"/>',
    "absolute": '<xi:include href="/etc/passwd" parse="text"/>',
    "of the network": '<xi:include href="http://example.org/a.xml"/>',
    "of another scheme": '<xi:include href="file:///etc/passwd" parse="text"/>',
    "not there": '<xi:include href="gone.xml"/>',
    "a folder": '<xi:include href="."/>',
    "no such id": '<xi:include href="c.xml" xpointer="gone"/>',
    "another pointer": '<xi:include href="c.xml" xpointer="xpointer(//p[2])"/>',
    "no text": '<xi:include href="zero.bin" parse="text"/>',
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_inclusion_that_cannot_be_made_is_an_error_or_has_its_fallback(
    name: str, tmp_path: Path
) -> None:
    folder = tmp_path / "edition"
    folder.mkdir()
    (tmp_path / "secret.xml").write_text(f"<p {TEI}>secret</p>", encoding="utf-8")
    (folder / "link.xml").symlink_to(tmp_path / "secret.xml")
    (folder / "b.xml").write_text(f'<hi {TEI} {XI}><xi:include href="a.xml"/></hi>', "utf-8")
    (folder / "c.xml").write_text(f"<p {TEI}>c</p>", encoding="utf-8")
    (folder / "zero.bin").write_bytes(b"\x00\xff")
    file = folder / "a.xml"
    include = REFUSED[name].replace("<xi:include", f"<xi:include {XI}")
    file.write_text(tei(f"<p>Sea {include}</p>"), encoding="utf-8")
    errors = [each for each in check(Edition.of([file], folder)) if each.level == "error"]
    assert [each.code for each in errors] == ["xinclude-not-followed"]
    with pytest.raises(VariorumError):
        _text(file, folder)
    if name == "each other":
        return
    fallback = include.replace("/>", "><xi:fallback>fell back</xi:fallback></xi:include>")
    file.write_text(tei(f"<p>Sea {fallback}</p>"), encoding="utf-8")
    assert "Sea fell back" in _text(file, folder) and "secret" not in _text(file, folder)
    codes = {each.code for each in check(Edition.of([file], folder))}
    assert codes == {"grammar-no-schema", "xinclude-fallback"}


def test_findings_name_the_file_and_line_that_they_come_from(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    lost = '<ref target="#no">x</ref>'
    part = f'<!DOCTYPE p [<!ENTITY é "e\n\n\n">]>\n<p {TEI}>\n&é; {lost}</p>'
    (tmp_path / "sub" / "part.xml").write_text(part, encoding="utf-8")
    include = f'<xi:include {XI}\nhref="sub/part.xml"/>'
    (tmp_path / "a.xml").write_text(
        tei(f"{include}<p>{lost}</p>").replace("#no", "#nor"), encoding="utf-8"
    )
    found = [each for each in check(Edition.of([tmp_path], tmp_path)) if each.level == "error"]
    assert [(each.file, each.line, each.column) for each in found] == [
        ("a.xml", 29, 30),
        ("sub/part.xml", 6, 10),
    ]


def test_an_included_file_keeps_its_namespaces_and_says_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    part = '<a xmlns:t="http://www.tei-c.org/ns/1.0"><t:p xml:id="x">part</t:p></a>'
    (tmp_path / "sub" / "part.xml").write_text(part, encoding="utf-8")
    include = f'<xi:include {XI} href="sub/part.xml" xpointer="x"/>'
    source = Source(tmp_path / "a.xml", "a.xml", tei(include).encode())
    copies = (source, pickle.loads(pickle.dumps(source)))
    for copy in copies:
        paragraphs = copy.root.iter("{http://www.tei-c.org/ns/1.0}p")
        paragraph = next(each for each in paragraphs if each.text == "part")
        assert paragraph.get("{http://www.w3.org/XML/1998/namespace}base") == "sub/part.xml"


def test_what_is_in_comments_and_sections_is_no_reference() -> None:
    text = '<!DOCTYPE a [<!ENTITY e "E">]>\n<a><!-- &e; --><![CDATA[&e;]]>&e;<?x &e;?></a>'
    assert "".join(Source(Path("a.xml"), "a.xml", text.encode()).root.itertext()) == "&e;E"


HIDDEN = {
    "as they are": "It\u0092s a \ufeffla\u007fke",
    "by number": "It&#146;s a &#xFEFF;la&#x7f;ke",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_characters_that_nobody_sees_are_left_out_and_told(name: str, tmp_path: Path) -> None:
    text = tei(f"<p>{HIDDEN[name]}<![CDATA[&#146;]]></p>")
    (tmp_path / "a.xml").write_text(text, encoding="utf-8-sig")
    source = Source(tmp_path / "a.xml", "a.xml")
    assert "Its a lake&#146;" in "".join(source.root.itertext()) and "Its a lake<" in source.text
    found = check(Edition.of([source.path], tmp_path))
    told = [each for each in found if each.code == "character-left-out"]
    assert [each.message[:6] for each in told] == ["U+0092", "U+FEFF", "U+007F"]
    assert (told[0].line, told[0].column) == (28, 12) and "write ’" in told[0].help


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("<teiHeader><fileDesc>", "xinclude-beside-text"),
        ('<p>a</p><spanGrp><span from="#x">', "xinclude-beside-text"),
        ("<p>a</p><p>", "xinclude-not-followed"),
        ('<span from="#x"/><p>', "xinclude-not-followed"),
    ],
)
def test_what_is_missing_beside_the_text_takes_no_word_away(
    place: str, code: str, tmp_path: Path
) -> None:
    include = f'<xi:include {XI} href="gone.xml"/>'
    closing = {"spanGrp": "</span></spanGrp>", "teiHeader": "</fileDesc></teiHeader>"}
    end = next((closing[name] for name in closing if name in place), "</p>")
    text = f"<TEI {TEI}>{place}{include}{end}<text><body><p>Sea</p></body></text></TEI>"
    source = Source(tmp_path / "a.xml", "a.xml", text.encode())
    assert [note.code for note in source.notes] == [code]
    if code == "xinclude-beside-text":
        assert "Sea" in "".join(source.root.itertext())
    else:
        with pytest.raises(VariorumError):
            _ = source.root
