"""Which schemas judge a file, and that none is fetched or trusted."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from tests.check.texts import MODEL, house, tei
from tests.conftest import ROOT, SLOW
from variorum.check import check
from variorum.findings import Diagnostic, VariorumError
from variorum.schema import sandbox
from variorum.source import Edition, Source

SCH = "http://purl.oclc.org/dsdl/schematron"
NO_HI = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">
  <start><ref name="any"/></start>
  <define name="any">
    <element>
      <anyName><except><name>hi</name></except></anyName>
      <zeroOrMore>
        <choice><attribute><anyName/></attribute><text/><ref name="any"/></choice>
      </zeroOrMore>
    </element>
  </define>
</grammar>
"""
NO_P = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
  <ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
  <pattern>
    <rule context="t:body/t:p"><assert id="no-p" test="false()">no p here</assert></rule>
  </pattern>
</schema>
"""
THIEF = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
  <pattern><rule context="/*">
    <assert test="false()">got <value-of select="{}"/></assert>
  </rule></pattern>
</schema>
"""
HI = '<p><hi rend="italic">sea</hi></p>'


def model(href: str, kind: str = MODEL) -> str:
    return f'<?xml-model href="{href}" type="application/xml" schematypens="{kind}"?>\n'


def codes(findings: list[Diagnostic]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "no-hi.rng").write_text(NO_HI, encoding="utf-8")
    (tmp_path / "no-p.sch").write_text(NO_P, encoding="utf-8")
    return tmp_path


def checked(folder: Path, text: str, schema: Path | None = None) -> list[Diagnostic]:
    """A stranger's file, run from `folder`."""
    file = folder / "texts" / "a.xml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return check(Edition.of([file], folder), schema)


def test_without_any_schema_one_info_says_so(folder: Path) -> None:
    assert codes(checked(folder, tei(HI))) == ["grammar-no-schema"]


def test_the_schema_of_the_caller_wins(folder: Path) -> None:
    text = tei(HI, before=model("nowhere.rng"))
    assert codes(checked(folder, text, folder / "no-hi.rng")) == ["grammar-element-namespace"]


def test_the_file_names_its_grammar_relative_to_itself(folder: Path) -> None:
    (finding,) = checked(folder, tei(HI, before=model("../no-hi.rng")))
    assert (finding.code, finding.line) == ("grammar-element-namespace", 29)


def test_the_file_names_its_schematron(folder: Path) -> None:
    found = checked(folder, tei(HI, before=model("../no-p.sch", SCH)))
    assert [(finding.code, finding.message) for finding in found] == [("schematron", "no p here")]


PHASES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" defaultPhase="second">
  <phase id="first" when="/*"><active pattern="a"/></phase>
  <phase id="second"><active pattern="b"/></phase>
  <pattern id="a"><rule context="/*"><report test="true()">a</report></rule></pattern>
  <pattern id="b"><rule context="/*"><report test="true()">b</report></rule></pattern>
</schema>
"""


@pytest.mark.parametrize(
    ("phase", "said"),
    [("", "b"), ("first", "a"), ("#DEFAULT", "b"), ("#ALL", "ab"), ("#ANY", "a")],
)
def test_the_file_names_the_phase(folder: Path, phase: str, said: str) -> None:
    (folder / "phases.sch").write_text(PHASES, encoding="utf-8")
    asked = model("../phases.sch", SCH).replace("?>", f' phase="{phase}"?>' if phase else "?>")
    found = checked(folder, tei(HI, before=asked))
    assert "".join(finding.message for finding in found) == said


def test_a_phase_that_the_schema_does_not_have(folder: Path) -> None:
    (folder / "phases.sch").write_text(PHASES, encoding="utf-8")
    asked = model("../phases.sch", SCH).replace("?>", ' phase="third"?>')
    (finding,) = checked(folder, tei(HI, before=asked))
    assert (finding.code, finding.line) == ("schema-incorrect", 1)
    assert "there is no phase «third»" in finding.message


def test_a_file_may_ask_for_two_phases(folder: Path) -> None:
    (folder / "phases.sch").write_text(PHASES, encoding="utf-8")
    asked = model("../phases.sch", SCH)
    both = "".join(asked.replace("?>", f' phase="{name}"?>') for name in ("first", "second"))
    assert [finding.message for finding in checked(folder, tei(HI, before=both))] == ["a", "b"]


def test_all_that_a_file_names_is_applied(folder: Path) -> None:
    text = tei(HI, before=model("../no-hi.rng") + model("../no-p.sch", SCH))
    assert codes(checked(folder, text)) == ["schematron", "grammar-element-namespace"]


def test_rules_run_even_where_the_grammar_fails(folder: Path) -> None:
    body = HI + '<p><ref target="#no">x</ref></p>'
    found = checked(folder, tei(body, before=model("../no-hi.rng")))
    assert codes(found) == ["grammar-element-namespace", "pointer-unresolved"]


def test_a_remote_schema_is_named_once_and_not_fetched(folder: Path) -> None:
    address = "https://example.org/schema/no-hi.rng"
    found = checked(folder, tei(HI, before=model(address) + model(address, SCH)))
    assert codes(found) == ["schema-remote"]
    assert (found[0].line, found[0].level) == (1, "warning")


@pytest.mark.parametrize(
    "entry",
    [
        '"https://example.org/schema/no-hi.rng" = "no-hi.rng"',
        '"https://example.org/schema/" = "."',
        '"https://example.org/" = "nowhere"\n"https://example.org/schema/" = ""',
    ],
)
def test_the_catalog_maps_an_address_to_a_file(folder: Path, entry: str) -> None:
    settings = f"[tool.variorum.catalog]\n{entry}\n"
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
    found = checked(folder, tei(HI, before=model("https://example.org/schema/no-hi.rng")))
    assert codes(found) == ["grammar-element-namespace"]


def test_a_schema_that_is_not_there(folder: Path) -> None:
    assert codes(checked(folder, tei(HI, before=model("no.rng")))) == ["schema-missing"]


def test_a_schema_of_another_kind(folder: Path) -> None:
    compact = '<?xml-model href="a.rnc" type="application/relax-ng-compact-syntax"?>\n'
    xsd = model("a.xsd", "http://www.w3.org/2001/XMLSchema")
    found = checked(folder, tei(HI, before=compact + xsd))
    assert codes(found) == ["schema-unsupported", "schema-unsupported"]
    assert "trang" in found[0].help


ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><schemaSpec ident="s" start="TEI">
{}</schemaSpec></body></text></TEI>"""
EMPTY = """<elementSpec ident="TEI"><content><empty/></content><constraintList>
<constraintSpec ident="no-p" scheme="schematron"><constraint>
<sch:rule xmlns:sch="http://purl.oclc.org/dsdl/schematron" context="tei:body/tei:p">
<sch:assert test="false()">no p here</sch:assert></sch:rule></constraint></constraintSpec>
</constraintList></elementSpec>"""
TEI_KIND = "http://www.tei-c.org/ns/1.0"


@pytest.mark.parametrize("kind", ["", TEI_KIND])
def test_an_odd_is_compiled_with_its_rules(folder: Path, kind: str) -> None:
    (folder / "own.odd").write_text(ODD.format(EMPTY), encoding="utf-8")
    found = checked(folder, tei(HI, before=model("../own.odd", kind)))
    assert "grammar-element-unknown" in codes(found)
    assert any("no p here" in finding.message for finding in found)


def test_an_odd_that_builds_on_the_tei_says_what_to_do(folder: Path) -> None:
    (folder / "own.odd").write_text(ODD.format('<moduleRef key="core"/>'), encoding="utf-8")
    found = checked(folder, tei(HI, before=model("../own.odd", TEI_KIND)))
    assert codes(found) == ["schema-not-standalone"]
    assert "own.odd" in found[0].message and "Roma" in found[0].help


def test_a_schema_that_is_wrong_is_a_finding_where_a_file_names_it(folder: Path) -> None:
    (folder / "bad.rng").write_text("<grammar/>", encoding="utf-8")
    found = checked(folder, tei(HI, before=model("../bad.rng")))
    assert codes(found) == ["schema-incorrect"] and "bad.rng" in found[0].message


def test_a_schema_of_the_caller_that_is_wrong_is_refused(folder: Path) -> None:
    (folder / "bad.rng").write_text("<grammar/>", encoding="utf-8")
    with pytest.raises(VariorumError) as raised:
        checked(folder, tei(HI), folder / "bad.rng")
    assert codes(list(raised.value.findings)) == ["schema-incorrect"]


def test_the_edition_of_the_folder_judges_its_own_files_alone(folder: Path) -> None:
    shutil.copytree(ROOT / "tei" / "schema", folder / "tei" / "schema")
    for place in ("tei/a.xml", "b.xml"):
        (folder / place).write_text(tei("<p><fs/></p>"), encoding="utf-8")
    found = check(Edition.of([folder / "tei" / "a.xml", folder / "b.xml"], folder))
    assert [(finding.file, finding.code) for finding in found] == [
        ("tei/a.xml", "grammar-element-unknown"),
        ("b.xml", "grammar-no-schema"),
    ]


def test_another_schematron_beside_ours_is_applied_too(folder: Path) -> None:
    shutil.copytree(ROOT / "tei" / "schema", folder / "tei" / "schema")
    shutil.copy(folder / "no-p.sch", folder / "tei" / "schema" / "more.sch")
    models = (
        model("schema/edition.rng")
        + model("schema/edition.sch", SCH)
        + model("schema/more.sch", SCH)
    )
    (folder / "tei" / "a.xml").write_text(tei(before=models), encoding="utf-8")
    assert codes(check(Edition.here(folder))) == ["schematron"]


def test_house_rules_are_for_the_house(folder: Path) -> None:
    note = '<p>The sea<note type="explanatory">The Baltic.</note> rose.</p>'
    house(folder)
    for place in ("tei/a.xml", "b.xml"):
        (folder / place).write_text(tei(note), encoding="utf-8")
    assert codes(check(Edition.here(folder))) == ["note-without-responsibility"]
    assert codes(check(Edition.of([folder / "b.xml"], folder))) == ["grammar-no-schema"]


@pytest.mark.parametrize(
    "expression",
    [
        "unparsed-text('{}')",
        "unparsed-text-lines('{}')",
        "doc('{}')",
        "document('{}')",
        "collection('{}')",
        "environment-variable('VARIORUM_SECRET')",
    ],
)
def test_a_strangers_schematron_reads_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, expression: str
) -> None:
    monkeypatch.setenv("VARIORUM_SECRET", "hidden")
    secret = folder / "secret.xml"
    secret.write_text("<a>hidden</a>", encoding="utf-8")
    thief = THIEF.format(expression.format(secret.as_uri()))
    (folder / "thief.sch").write_text(thief, encoding="utf-8")
    found = checked(folder, tei(before=model("../thief.sch", SCH)))
    assert found and not any("hidden" in finding.message + finding.help for finding in found)


ENDLESS = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <ns prefix="f" uri="urn:f"/>
  {}
  <pattern><rule context="/*"><report test="{}">said</report></rule></pattern>
</schema>
"""
LOOP = "every $a in 1 to 1000000000, $b in 1 to 1000000000 satisfies $a * $b gt 0"
STATIC = f'<xsl:function name="f:x" use-when="{LOOP}"><xsl:sequence select="1"/></xsl:function>'


@pytest.mark.alone
@pytest.mark.parametrize(
    ("before", "test"), [("", LOOP), pytest.param(STATIC, "true()", marks=SLOW)]
)
def test_a_strangers_schematron_that_goes_on_for_ever_is_ended(
    folder: Path, monkeypatch: pytest.MonkeyPatch, before: str, test: str
) -> None:
    monkeypatch.setattr("variorum.schema.sandbox.SECONDS", 3)
    (folder / "endless.sch").write_text(ENDLESS.format(before, test), encoding="utf-8")
    text = tei(HI, before=model("../endless.sch", SCH) + model("../no-p.sch", SCH))
    assert codes(checked(folder, text)) == ["schematron-timeout", "schematron"]


@SLOW
@pytest.mark.alone
def test_one_that_was_ended_is_not_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.schema.sandbox.SECONDS", 3)
    (folder / "endless.sch").write_text(ENDLESS.format("", LOOP), encoding="utf-8")
    schematron = sandbox.load(folder / "endless.sch")
    begun = time.monotonic()
    for name in "abc":
        (folder / f"{name}.xml").write_text(tei(HI), encoding="utf-8")
        found = schematron.validate(Source(folder / f"{name}.xml", f"{name}.xml"))
        assert [(finding.file, finding.code) for finding in found] == [
            (f"{name}.xml", "schematron-timeout")
        ]
    assert time.monotonic() - begun < 6


def test_a_strangers_schematron_that_ends_its_process_is_a_finding(folder: Path) -> None:
    schematron = sandbox.load(folder / "no-p.sch")
    (folder / "a.xml").write_text(tei(HI), encoding="utf-8")
    source = Source(folder / "a.xml", "a.xml")
    sandbox._worker().process.kill()
    assert codes(schematron.validate(source)) == ["schematron-failed"]
    assert codes(schematron.validate(source)) == ["schematron"]


def test_one_that_ends_its_process_each_time_is_given_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schematron = sandbox.load(folder / "no-p.sch")
    (folder / "a.xml").write_text(tei(HI), encoding="utf-8")
    source = Source(folder / "a.xml", "a.xml")
    asked = []

    def dying(*_arguments: object, **_named: object) -> None:
        asked.append(1)
        raise ChildProcessError

    monkeypatch.setattr("variorum.engines.processes.Worker.ask", dying)
    for _ in range(5):
        assert codes(schematron.validate(source)) == ["schematron-failed"]
    assert len(asked) == 3


@SLOW
@pytest.mark.alone
def test_a_strangers_schematron_that_fills_the_memory_is_ended(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.engines.processes.SANDBOX_MEGABYTES", 300)
    monkeypatch.setattr(sandbox, "_WORKERS", {})
    greedy = "string-length(string-join((1 to 1000000000) ! string(.))) gt 5"
    (folder / "greedy.sch").write_text(ENDLESS.format("", greedy), encoding="utf-8")
    text = tei(HI, before=model("../greedy.sch", SCH) + model("../no-p.sch", SCH))
    found = checked(folder, text)
    assert codes(found) == ["schematron-failed", "schematron"]
    assert "GB of memory" in found[0].message
    sandbox._worker().kill()


def test_the_rules_of_an_edition_of_its_own_are_limited_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = folder / "tei" / "schema"
    schema.mkdir(parents=True)
    for name in ("edition.rng", "edition.sch"):
        shutil.copy(ROOT / "tei" / "schema" / name, schema)
    file = folder / "tei" / "a.xml"
    file.write_text(tei(HI), encoding="utf-8")
    loaded: list[Path] = []

    def load(path: Path, **_named: object) -> None:
        loaded.append(path)
        raise VariorumError

    monkeypatch.setattr(sandbox, "load", load)
    check(Edition.of([file], folder))
    assert not loaded  # they are the rules that came with the program
    with (schema / "edition.sch").open("a", encoding="utf-8") as rules:
        rules.write("<!-- others -->")
    check(Edition.of([file], folder))
    assert loaded == [schema / "edition.sch"]


def test_the_prepared_rules_are_those_of_the_schematron() -> None:
    from variorum.schema.schematron import prepare

    schematron = ROOT / "tei" / "schema" / "edition.sch"
    prepared = schematron.with_name("edition.sch.xsl").read_bytes()
    assert prepare(schematron).partition(b"\n")[2] == prepared.partition(b"\n")[2]
    assert prepare(schematron) == prepared


@SLOW
def test_memory_does_not_grow_with_the_number_of_documents(folder: Path) -> None:
    import tracemalloc

    file = folder / "a.xml"
    file.write_text(tei("<p>The sea rose.</p>\n" * 3000), encoding="utf-8")

    def peak(number: int) -> int:
        edition = Edition.of([file], folder)
        edition = Edition(folder, edition.sources * number, own=False)
        tracemalloc.start()
        try:
            check(edition, folder / "no-hi.rng")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)
    assert peak(12) < peak(2) * 1.2


def test_the_schematron_of_an_edition_may_be_named_alone(tmp_path: Path) -> None:
    schema = tmp_path / "tei" / "schema"
    schema.mkdir(parents=True)
    (schema / "edition.rng").write_text(NO_HI, encoding="utf-8")
    (schema / "edition.sch").write_text(NO_P, encoding="utf-8")
    file = tmp_path / "tei" / "a.xml"
    file.write_text(model("schema/edition.sch", SCH) + tei("<p>sea</p>"), encoding="utf-8")
    assert "no-p" in codes(check(Edition.here(tmp_path)))
