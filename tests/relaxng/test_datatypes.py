"""Values at the edge of every datatype and facet, judged here and by others (datatypes.tsv)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.conftest import SLOW
from tests.relaxng import judges
from variorum.relaxng import load_schema
from variorum.relaxng.datatypes import KINDS, XSD, Context, DatatypeError, datatype
from variorum.relaxng.name_classes import XML

TABLE = Path(__file__).with_name("datatypes.tsv")
CONTEXT = Context({"": "", "xml": XML})


@dataclass(frozen=True)
class Row:
    """One line of the table; `value` and the values of the parameters without their escapes."""

    datatype: str
    parameters: tuple[tuple[str, str], ...]
    value: str
    valid: dict[str, bool]
    why: str

    def __hash__(self) -> int:
        return hash((self.datatype, self.parameters, self.value))

    @property
    def type(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        return self.datatype, self.parameters


def unescaped(text: str) -> str:
    return text.encode("latin-1", "backslashreplace").decode("unicode-escape")


@cache
def rows() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [row_of(row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def row_of(row: dict[str, str]) -> Row:
    pairs = (parameter.split("=", 1) for parameter in row["parameters"].split("; ") if parameter)
    verdicts = {judge: (row[judge] or row["verdict"]) == "valid" for judge in ("jing", "lxml")}
    return Row(
        row["datatype"],
        tuple((name, unescaped(value)) for name, value in pairs),
        unescaped(row["value"][1:-1]),
        {"here": row["verdict"] == "valid", **verdicts},
        row["why they differ"],
    )


def test_every_value() -> None:
    wrong = [
        row
        for row in rows()
        if datatype(XSD, *row.type).allows(row.value, CONTEXT) != row.valid["here"]
    ]
    assert not wrong


def test_every_datatype_and_facet_is_in_the_table() -> None:
    table = rows()
    assert {row.datatype for row in table} == set(KINDS)
    facets = {name for kind in KINDS.values() for name in kind.facets}
    assert {name for row in table for name, _ in row.parameters} == facets


def test_differences_are_explained() -> None:
    assert all(bool(row.why) == (len(set(row.valid.values())) > 1) for row in rows())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """One schema with an element for each datatype, and a document for each value."""
    folder = tmp_path_factory.mktemp("values")
    types = {row.type: f"e{number}" for number, row in enumerate(rows())}
    elements = "".join(
        f'<element name="{name}"><data type="{kind}">'
        + "".join(f'<param name="{key}">{escape(value)}</param>' for key, value in parameters)
        + "</data></element>"
        for (kind, parameters), name in types.items()
    )
    schema = folder / "values.rng"
    schema.write_text(
        f'<choice xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="{XSD}">{elements}'
        "</choice>",
        encoding="utf-8",
    )
    documents = []
    for number, row in enumerate(rows()):
        name = types[row.type]
        text = escape(row.value, {"\n": "&#10;", "\t": "&#9;"})
        documents.append(folder / f"{number:04}.xml")
        documents[-1].write_text(f"<{name}>{text}</{name}>", encoding="utf-8")
    return schema, documents


def invalid(documents: list[Path], judge: str) -> set[Path]:
    pairs = zip(documents, rows(), strict=True)
    return {document for document, row in pairs if not row.valid[judge]}


def test_in_documents(written: tuple[Path, list[Path]]) -> None:
    schema = load_schema(written[0])
    found = {document for document in written[1] if schema.validate(document.read_bytes())}
    assert found == invalid(written[1], "here")


def test_lxml_says_what_the_table_says(written: tuple[Path, list[Path]]) -> None:
    pytest.importorskip("lxml")
    assert judges.lxml(*written) == invalid(written[1], "lxml")


@SLOW
def test_jing_says_what_the_table_says(written: tuple[Path, list[Path]]) -> None:
    assert judges.jing(*written) == invalid(written[1], "jing")


@pytest.mark.parametrize(
    ("name", "value", "other", "same"),
    [
        ("integer", "01", "+1", True),
        ("decimal", "1.0", "1", True),
        ("decimal", "1", "1.01", False),
        ("double", "1e2", "100", True),
        ("double", "NaN", "NaN", True),
        ("double", "0", "-0", False),
        ("float", "16777217", "16777216", True),
        ("boolean", "1", "true", True),
        ("boolean", "0", "true", False),
        ("date", "2001-01-01Z", "2001-01-01+00:00", True),
        ("date", "2001-01-01Z", "2001-01-01", False),
        ("dateTime", "2001-01-01T24:00:00", "2001-01-02T00:00:00", True),
        ("dateTime", "2001-01-01T12:00:00+02:00", "2001-01-01T10:00:00Z", True),
        ("dateTime", "2001-01-01T12:00:00.50", "2001-01-01T12:00:00.5", True),
        ("duration", "P1Y", "P12M", True),
        ("duration", "P1D", "PT24H", True),
        ("duration", "P1M", "P30D", False),
        ("hexBinary", "ff", "FF", True),
        ("base64Binary", "QU JD", "QUJD", True),
        ("string", "a", " a", False),
        ("token", "a  b", " a b", True),
        ("anyURI", "a", "./a", False),
        ("NMTOKENS", "a  b", "a b", True),
    ],
)
def test_equal_values(name: str, value: str, other: str, same: bool) -> None:
    made = datatype(XSD, name, [])
    values = [made.parse(text, CONTEXT) for text in (value, other)]
    assert None not in values
    assert (values[0] == values[1]) is same


def test_entities_must_be_declared() -> None:
    schema = load_schema(
        b'<element name="a" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary='
        b'"http://www.w3.org/2001/XMLSchema-datatypes"><attribute name="e"><data type="ENTITY"/>'
        b"</attribute></element>"
    )
    doctype = b"<!DOCTYPE a [<!NOTATION n SYSTEM 'n'><!ENTITY pic SYSTEM 'p' NDATA n>]>"
    assert not schema.validate(doctype + b'<a e="pic"/>')
    assert schema.validate(doctype + b'<a e="other"/>')


@pytest.mark.parametrize(
    ("library", "name", "parameters", "says"),
    [
        ("urn:none", "int", (), "not known"),
        (XSD, "none", (), "no datatype"),
        ("", "int", (), "without @datatypeLibrary"),
        (XSD, "int", (("length", "1"),), "no parameter"),
        (XSD, "string", (("length", "-1"),), "needs a number"),
        (XSD, "decimal", (("totalDigits", "0"),), "needs a number"),
        (XSD, "date", (("minInclusive", "2001-02-30"),), "is no date"),
        (XSD, "string", (("pattern", "*"),), "not a regular expression"),
    ],
)
def test_refused(
    library: str, name: str, parameters: tuple[tuple[str, str], ...], says: str
) -> None:
    with pytest.raises(DatatypeError, match=says):
        datatype(library, name, parameters)


def test_long_values_take_no_time() -> None:
    """No expression of the library backtracks without end."""
    for name, value in [
        ("anyURI", "//" + "@" * 50_000 + "["),
        ("anyURI", "%41" * 50_000 + "%"),
        ("base64Binary", "Q" * 100_001 + "*"),
        ("duration", "P" + "1" * 100_000 + "D"),
        ("gYear", "1" * 100_000),
        ("decimal", "1" * 100_000 + "x"),
    ]:
        assert not datatype(XSD, name, []).allows(value, CONTEXT)
