"""A Schematron that a stranger's file names is a program: it reaches nothing outside itself."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from random import Random
from xml.sax.saxutils import quoteattr

import pytest
from saxonche import PySaxonProcessor

from variorum.findings import VariorumError
from variorum.schema.schematron import load
from variorum.source import Source

SECRET = "the-secret-8f2a"
XSL = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'

READS = [
    "unparsed-text('{folder}/secret.txt')",
    "unparsed-text-lines('{folder}/secret.txt')",
    "doc('{folder}/secret.xml')",
    "document('{folder}/secret.xml')",
    "json-doc('{folder}/secret.json')?a",
    "collection('{folder}?select=*.xml')",
    "string-join(uri-collection('{folder}?select=the-secret*'))",
    "parse-xml('<!DOCTYPE a [<!ENTITY e SYSTEM \"{folder}/secret.txt\">]><a>&e;</a>')",
    "transform(map{{'stylesheet-location': '{folder}/secret.xsl', 'source-node': /}})?output",
    "'the-secret'[unparsed-text-available('{folder}/secret.txt')] || '-8f2a'",
]
INSTRUCTIONS = {
    "result": '<xsl:result-document href="{folder}/written"><a/></xsl:result-document>',
    "source": '<xsl:source-document href="{folder}/secret.xml"><xsl:copy-of select="."/>'
    "</xsl:source-document>",
    "merge": '<xsl:merge><xsl:merge-source for-each-source="\'{folder}/secret.xml\'" select="*">'
    '<xsl:merge-key select="1"/></xsl:merge-source><xsl:merge-action>'
    '<xsl:copy-of select="current-merge-group()"/></xsl:merge-action></xsl:merge>',
    "evaluate": "<xsl:evaluate xpath=\"'unparsed-text(''{folder}/secret.txt'')'\"/>",
}
NETWORK = [
    "doc('http://127.0.0.1:{port}/')",
    "unparsed-text('http://127.0.0.1:{port}/')",
    "json-doc('https://127.0.0.1:{port}/')",
    "unparsed-text-available('http://127.0.0.1:{port}/')",
    "parse-xml('<!DOCTYPE a SYSTEM \"http://127.0.0.1:{port}/a.dtd\"><a/>')",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "secret.txt").write_text(SECRET, encoding="utf-8")
    (secrets / "secret.xml").write_text(f"<a>{SECRET}</a>", encoding="utf-8")
    (secrets / "secret.json").write_text(f'{{"a": "{SECRET}"}}', encoding="utf-8")
    (secrets / f"{SECRET}.txt").touch()
    (secrets / "secret.xsl").write_text(
        f'<xsl:stylesheet version="3.0" {XSL}><xsl:template match="/">{SECRET}</xsl:template>'
        "</xsl:stylesheet>",
        encoding="utf-8",
    )
    return secrets


def _said(tmp_path: Path, rule: str, top: str = "") -> str:
    """All a schema says about a file, or about itself."""
    schema = tmp_path / "hostile.sch"
    schema.write_text(
        f'<schema xmlns="http://purl.oclc.org/dsdl/schematron" {XSL} queryBinding="xslt3">'
        f'<ns prefix="f" uri="urn:f"/>{top}<pattern><rule context="a">{rule}</rule></pattern>'
        "</schema>",
        encoding="utf-8",
    )
    document = tmp_path / "in.xml"
    document.write_text("<a/>", encoding="utf-8")
    try:
        findings = load(schema).validate(Source(document, "in.xml"))
    except VariorumError as error:
        findings = list(error.findings)
    return "\n".join(finding.message for finding in findings)


def _reading(expression: str) -> Iterator[tuple[str, str]]:
    """The expression in every place a schema can have one: (in the rule, above the patterns)."""
    value = quoteattr(expression)
    shown = '<report test="true()">said <value-of select="$x"/></report>'
    yield f'<report test="true()">said <value-of select={value}/></report>', ""
    yield f'<let name="x" value={value}/>{shown}', ""
    yield shown, f'<let name="x" value={value}/>'
    function = f'<xsl:function name="f:x"><xsl:sequence select={value}/></xsl:function>'
    yield '<report test="true()">said <value-of select="f:x()"/></report>', function
    yield (
        shown,
        f'<let name="x"><xsl:variable name="s" static="yes" select={value}/></let>',
    )
    yield f'<report test="true()">said <xsl:value-of select={value}/></report>', ""


@pytest.mark.parametrize("expression", READS)
def test_nothing_is_read(expression: str, tmp_path: Path, folder: Path) -> None:
    for rule, top in _reading(expression.format(folder=folder.as_uri())):
        said = _said(tmp_path, rule, top)
        assert said and SECRET not in said


def _unlocked(expression: str) -> str:
    """What the expression gives in a processor as it comes, to prove that an attempt is one."""
    select = quoteattr(f"string-join({expression})")
    sheet = (
        f'<xsl:stylesheet version="3.0" {XSL}><xsl:template match="/">'
        f"<xsl:value-of select={select}/></xsl:template></xsl:stylesheet>"
    )
    processor = PySaxonProcessor(license=False)
    executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=sheet)
    return str(executable.transform_to_string(xdm_node=processor.parse_xml(xml_text="<a/>")))


@pytest.mark.parametrize("expression", READS)
def test_the_attempts_would_succeed_without_the_lock(expression: str, folder: Path) -> None:
    assert SECRET in _unlocked(expression.format(folder=folder.as_uri()))


def test_the_environment_is_not_read(tmp_path: Path) -> None:
    expression = "environment-variable('PATH')"
    for rule, top in _reading(expression):
        said = _said(tmp_path, rule, top)
        assert said and os.environ["PATH"] not in said
    assert os.environ["PATH"] in _unlocked(expression)


@pytest.mark.parametrize("name", INSTRUCTIONS)
def test_no_instruction_reads_or_writes(name: str, tmp_path: Path, folder: Path) -> None:
    instruction = INSTRUCTIONS[name].format(folder=folder.as_uri())
    before = sorted(folder.iterdir())
    inside = f'<report test="true()">{instruction}</report>'
    function = f'<xsl:function name="f:x">{instruction}</xsl:function>'
    called = '<report test="true()"><value-of select="f:x()"/></report>'
    for said in (_said(tmp_path, inside), _said(tmp_path, called, function)):
        assert said and SECRET not in said
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("expression", NETWORK)
def test_no_connection_is_made(expression: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        port = server.getsockname()[1]
        for rule, top in _reading(expression.format(port=port)):
            assert _said(tmp_path, rule, top)
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize(
    "top",
    [
        '<xsl:include href="{folder}/secret.xsl"/>',
        '<xsl:import href="{folder}/secret.xsl"/>',
        '<xsl:use-package name="urn:x"/>',
        '<xsl:import-schema schema-location="{folder}/secret.xml"/>',
        '<xsl:template match="/"><xsl:result-document href="{folder}/written"/></xsl:template>',
        '<include href="{folder}/secret.xml"/>',
        '<include href="secrets/../../secret.xml"/>',
    ],
)
def test_what_would_bring_in_other_files_is_refused(top: str, tmp_path: Path, folder: Path) -> None:
    said = _said(tmp_path, '<report test="true()">ran</report>', top.format(folder=folder.as_uri()))
    assert said and "ran" not in said and SECRET not in said


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, folder: Path) -> None:
    below = tmp_path / "schemas"
    below.mkdir()
    (below / "link.xml").symlink_to(folder / "secret.xml")
    said = _said(below, '<report test="true()">ran</report>', '<include href="link.xml"/>')
    assert "only files below" in said


def test_external_entities_of_a_schema_are_not_read(tmp_path: Path, folder: Path) -> None:
    schema = tmp_path / "entity.sch"
    schema.write_text(
        f'<!DOCTYPE schema [<!ENTITY e SYSTEM "{folder.as_uri()}/secret.txt">]>'
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="a">'
        '<report test="true()">&e;</report></rule></pattern></schema>',
        encoding="utf-8",
    )
    with pytest.raises(VariorumError) as caught:
        load(schema)
    assert caught.value.findings[0].code == "xml-entity"
    assert SECRET not in str(caught.value)


PIECES = (
    *"<>\"'$&{}[]()/@.1|* ",
    *("&amp;", "#ALL", "true", "xsl", "_xsl", "\u202e", "Q{", "rule", 'abstract="true"', 'id="a"'),
    *('<let name="x"/>', '<include href="schema.sch"/>', '<extends rule="a"/>', "\x01", "urn: ["),
    *('xmlns:xsl="urn:q"', 'queryBinding="xslt1"', 'visit-each="1"', 'from="."', 'severity="$x"'),
)


def test_no_damaged_schema_is_a_traceback(tmp_path: Path) -> None:
    """Each is said to be wrong, at a line, or it says something about a file."""
    chance = Random(19757)
    cases = sorted((Path(__file__).parent / "cases").glob("*/schema.sch"))
    document = Source(cases[0].parent.parent / "group" / "in.xml", "in.xml")
    for _ in range(400):
        text = chance.choice(cases).read_text(encoding="utf-8")
        for _ in range(chance.randint(1, 3)):
            begin = chance.randrange(len(text))
            end = begin + chance.choice((0, chance.randint(0, 12)))
            text = text[:begin] + chance.choice(("", *PIECES)) + text[end:]
        schema = tmp_path / "schema.sch"
        schema.write_text(text, encoding="utf-8")
        try:
            load(Source(schema, "schema.sch")).validate(document)
        except VariorumError as error:
            assert all(finding.line for finding in error.findings), text


def test_a_flood_of_inclusions_is_refused(tmp_path: Path) -> None:
    root = '<pattern xmlns="http://purl.oclc.org/dsdl/schematron">'
    for number in range(30):
        twice = f'<include href="{number + 1}.sch"/>' * 2
        (tmp_path / f"{number}.sch").write_text(f"{root}{twice}</pattern>", encoding="utf-8")
    (tmp_path / "30.sch").write_text(f"{root}</pattern>", encoding="utf-8")
    assert "too many files" in _said(tmp_path, "", '<include href="0.sch"/>')
