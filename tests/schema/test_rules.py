"""The rules of the ODD: the bad example of each breaks it and no other, the good one none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.conftest import ROOT, shared, without_large
from tests.schema.grammar import TEI, XML
from variorum.findings import Diagnostic
from variorum.schema.schematron import Rules, load
from variorum.source import Edition, Source

EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
RULES = ROOT / "tei" / "schema" / "edition.sch"
ODD = etree.parse(str(ROOT / "tei" / "schema" / "edition.odd"), etree.XMLParser(collect_ids=False))
SPECS = {
    str(spec.get("ident")): spec
    for spec in ODD.iter(TEI + "constraintSpec")
    if spec.find(f".//{SCH}rule") is not None
}
EXEMPLA = {
    str(exemplum.get("n")): exemplum for exemplum in ODD.iter(TEI + "exemplum") if exemplum.get("n")
}

FRAME = f"""<TEI xmlns="{TEI[1:-1]}"><teiHeader><fileDesc>
  <titleStmt><title>A letter</title><editor>Eva Huber</editor></titleStmt>
  <editionStmt><edition n="1.0.0"/></editionStmt>
  <publicationStmt><publisher>The editors</publisher><date when="2026"/>
  <availability><licence target="https://example.org/"/></availability></publicationStmt>
  <sourceDesc><msDesc><msIdentifier><repository>City archive</repository><idno>Weiß 3</idno>
  </msIdentifier><msContents><textLang mainLang="de"/></msContents></msDesc></sourceDesc></fileDesc>
  <encodingDesc><refsDecl><citeStructure unit="p" match="//p"/></refsDecl></encodingDesc>
  <profileDesc><creation><date when="1848"/></creation><abstract><p>A letter.</p></abstract>
  <textClass><keywords><term>cloth</term></keywords></textClass></profileDesc>
  <revisionDesc><change when="2026-11-24">released</change></revisionDesc></teiHeader>
  <text xml:lang="en"><body/></text><standOff xml:id="ed"/></TEI>"""
ENTRY = f'<app xmlns="{TEI[1:-1]}"><lem>sea</lem><rdg resp="#ed">see</rdg></app>'
REPLACED = ("editionStmt", "sourceDesc", "revisionDesc", "text", "msContents")
"""What an example has in place of the frame's."""
MERGED = ("titleStmt", "publicationStmt", "msIdentifier", "encodingDesc", "profileDesc")
"""What the frame has but for the parts that the good example names."""
PLACES = {
    "person": "standOff",
    "listPlace": "standOff",
    "location": "standOff",
    "langUsage": "profileDesc",
    "listWit": "sourceDesc",
    "listPrefixDef": "encodingDesc",
    "variantEncoding": "encodingDesc",
    "quotation": "editorialDecl",
}
"""Where the parts of an example stand; those not named here stand in the body."""


@pytest.fixture(scope="module")
def schema() -> Rules:
    return load(RULES, own=True)


def _parts(code: str, kind: str) -> list[Any]:
    text = etree.tostring(EXEMPLA[f"{code} {kind}"].find(EXAMPLES + "egXML"), with_tail=False)
    example = etree.fromstring(text.replace(EXAMPLES[1:-1].encode(), TEI[1:-1].encode()))
    parts = list(example.iterchildren("*"))
    for part in parts:
        part.tail = None
    return parts


def _document(code: str, kind: str) -> Any:
    """A document that lacks nothing but what the example lacks."""
    root = etree.fromstring(FRAME)
    good = {element.tag for part in _parts(code, "good") for element in part}
    for part in _parts(code, kind):
        name = etree.QName(part).localname
        standing = root.find(f".//{TEI}{name}")
        if name in REPLACED:
            standing.getparent().replace(standing, part)
        elif name in MERGED:
            standing[:] = [element for element in standing if element.tag not in good] + list(part)
        else:
            _place(root, PLACES.get(name, "body")).append(part)
    if code == "variant-encoding-missing":
        _place(root, "body").append(etree.fromstring(ENTRY))
    _declare(root)
    for id_ in _dangling(_parts(code, "good")):
        etree.SubElement(_place(root, "body"), TEI + "anchor", {XML + "id": id_})
    return root


def _place(root: Any, name: str) -> Any:
    found = root.find(f".//{TEI}{name}")
    if found is None:
        return etree.SubElement(_place(root, PLACES.get(name, "encodingDesc")), TEI + name)
    return found


def _declare(root: Any) -> None:
    """Adds the witnesses, the method and the prefix that the text uses and nothing declares."""
    encoding = _place(root, "encodingDesc")
    entry = root.find(f".//{TEI}app")
    if entry is not None and not {TEI + "projectDesc", TEI + "variantEncoding"} & {
        element.tag for element in encoding
    }:
        etree.SubElement(encoding, TEI + "variantEncoding", method=_method(entry))
    if root.find(f".//{TEI}prefixDef") is None:
        etree.SubElement(encoding, TEI + "prefixDef", ident="reg")
    sigla = {siglum.lstrip("#") for node in root.xpath("//@wit") for siglum in node.split()}
    if root.find(f".//{TEI}witness") is None:
        for siglum in sorted(sigla):
            etree.SubElement(_place(root, "listWit"), TEI + "witness", {XML + "id": siglum})


def _method(entry: Any) -> str:
    if entry.get("from") or entry.get("to"):
        return "double-end-point"
    return "location-referenced" if entry.get("loc") else "parallel-segmentation"


def _dangling(parts: list[Any]) -> Iterator[str]:
    """The ids, other than sigla and the editors, that an example points to and does not hold."""
    held = {id_ for part in parts for id_ in part.xpath(".//@xml:id | @xml:id")} | {"ed"}
    for part in parts:
        for value in part.xpath(".//@*[name() != 'wit'] | @*[name() != 'wit']"):
            yield from (
                pointer[1:]
                for pointer in value.split()
                if pointer[0] == "#" and pointer[1:] not in held
            )


def _findings(code: str, kind: str, folder: Path, schema: Rules) -> list[Diagnostic]:
    path = folder / f"{code}-{kind}.xml"
    path.write_bytes(etree.tostring(_document(code, kind), encoding="utf-8"))
    return schema.validate(Source(path, path.name))


@pytest.mark.parametrize("code", SPECS)
def test_the_bad_example_breaks_the_rule_and_no_other(
    code: str, schema: Rules, tmp_path: Path
) -> None:
    findings = _findings(code, "bad", tmp_path, schema)
    assert [finding.code for finding in findings] == [code], findings
    (finding,) = findings
    assert finding.message and finding.help and finding.line
    test = SPECS[code].find(f".//{SCH}assert")
    assert finding.level == test.get("role")


@pytest.mark.parametrize("code", SPECS)
def test_the_good_example_breaks_no_rule(code: str, schema: Rules, tmp_path: Path) -> None:
    assert _findings(code, "good", tmp_path, schema) == []


@pytest.mark.parametrize("code", SPECS)
def test_a_rule_has_one_name_everywhere(code: str) -> None:
    spec = SPECS[code]
    (test,) = list(spec.iter(SCH + "assert", SCH + "report"))
    (help_,) = list(spec.iter(SCH + "diagnostic"))
    assert (test.get("id"), test.get("diagnostics"), help_.get("id")) == (
        code,
        f"{code}.help",
        f"{code}.help",
    )
    assert test.get("role") in ("error", "warning", "info")
    assert spec.get("type") in ("general", "house")


def test_every_example_is_that_of_a_rule() -> None:
    assert set(EXEMPLA) == {f"{code} {kind}" for code in SPECS for kind in ("bad", "good")}


@pytest.mark.parametrize(
    "path", [source.path for source in Edition.here(ROOT).sources], ids=lambda path: path.name
)
def test_the_edition_breaks_no_rule(path: Path, schema: Rules) -> None:
    assert schema.validate(Source(path, path.name)) == []


def test_general_rules_do_not_hold_strangers_to_the_conventions_of_the_house(
    tmp_path: Path,
) -> None:
    house = {code for code, spec in SPECS.items() if spec.get("type") == "house"}
    general = load(RULES, phase="general", own=True)
    assert house
    for code in SPECS:
        found = {finding.code for finding in _findings(code, "bad", tmp_path, general)}
        assert found == {code} - house


def test_no_published_edition_makes_a_rule_fail(schema: Rules) -> None:
    files = without_large(sorted(shared("corpora").rglob("*.xml")))
    assert len(files) > 10
    found = {finding.code for path in files for finding in schema.validate(Source(path, path.name))}
    assert "schematron-failed" not in found
    assert len(found & set(SPECS)) > 15
