"""Reading schemas: files, places of faults, and what is never read."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.relaxng import SchemaError, load_schema, local_files

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
BROKEN = f"""<?xml version="1.0"?>
<grammar {RNG}>
  <start>
    <element name="a">
      <ref name="none"/>
    </element>
  </start>
</grammar>
"""


def refused(source: Path | bytes, base: Path | None = None) -> SchemaError:
    with pytest.raises(SchemaError) as caught:
        load_schema(source, base)
    return caught.value


def test_the_place_of_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "broken.rng"
    path.write_text(BROKEN, encoding="utf-8")
    error = refused(path)
    assert (error.file, error.line, error.column) == (path.as_posix(), 5, 7)
    assert error.reason == "“none” is not defined"
    assert str(error) == f"{path.as_posix()}:5:7: “none” is not defined"


def test_the_place_of_a_fault_in_an_included_file(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "broken.rng").write_text(BROKEN, encoding="utf-8")
    path = tmp_path / "main.rng"
    path.write_text(f'<grammar {RNG}><include href="parts/broken.rng"/></grammar>')
    error = refused(path)
    assert error.file == (tmp_path / "parts" / "broken.rng").resolve().as_posix()
    assert (error.line, error.column) == (5, 7)


def test_missing_files(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "none.rng").reason
    path = tmp_path / "main.rng"
    path.write_text(f'<grammar {RNG}>\n<include href="none.rng"/></grammar>')
    error = refused(path)
    assert (error.line, error.column) == (2, 1)
    assert "none.rng" in error.reason


def test_not_well_formed() -> None:
    error = refused(f"<element name='a' {RNG}>\n<empty></element>".encode())
    assert error.line == 2
    assert "not well-formed" in error.reason


@pytest.mark.parametrize(
    "source", [b"element a { empty }", b"  start = a\n", b"# compact\nstart = a"]
)
def test_compact_syntax_is_refused(source: bytes, tmp_path: Path) -> None:
    assert "trang" in refused(source).reason
    path = tmp_path / "schema.rnc"
    path.write_bytes(source)
    assert "trang schema.rnc schema.rng" in refused(path).reason


@pytest.mark.parametrize(
    "address",
    ["http://example.org/x.rng", "https://example.org/x.rng", "ftp://example.org/x.rng",
     "file://example.org/x.rng", "//example.org/x.rng"],
)  # fmt: skip
def test_the_network_is_never_read(address: str, tmp_path: Path) -> None:
    source = f'<externalRef href="{address}" {RNG}/>'.encode()
    assert "nothing from the network" in refused(source, tmp_path).reason


def test_files_outside_the_folder_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.rng").write_text(f'<element name="a" {RNG}><empty/></element>')
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "link.rng").symlink_to(tmp_path / "secret.rng")
    for address in ("../secret.rng", (tmp_path / "secret.rng").as_uri(), "link.rng"):
        path = inner / "main.rng"
        path.write_text(f'<externalRef href="{address}" {RNG}/>')
        assert "outside" in refused(path).reason
        assert not load_schema(path, tmp_path).validate(b"<a/>")


def test_external_entities_of_a_schema_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "part").write_text("<empty/>")
    path = tmp_path / "main.rng"
    path.write_text(
        f'<!DOCTYPE element [<!ENTITY p SYSTEM "part">]>\n<element name="a" {RNG}>&p;</element>'
    )
    assert "too little" in refused(path).reason


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "windows-1252", "none-such"])
def test_encodings_of_schemas(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><element name="é" {RNG}><empty/></element>'
    data = text.encode("utf-8" if encoding == "none-such" else encoding)
    assert not load_schema(data).validate("<é/>".encode())


def test_a_resolver_of_ones_own() -> None:
    asked: list[tuple[str, str]] = []

    def resolve(href: str, base: str) -> tuple[str, bytes]:
        asked.append((href, base))
        return "memory.rng", f'<element name="a" {RNG}><empty/></element>'.encode()

    schema = load_schema(f'<externalRef href="x" {RNG}/>'.encode(), Path("base"), resolve)
    assert asked == [("x", "base/schema.rng")]
    assert not schema.validate(b"<a/>")


def test_addresses_may_be_escaped(tmp_path: Path) -> None:
    (tmp_path / "a b.rng").write_text(f'<element name="a" {RNG}><empty/></element>')
    name, data = local_files(tmp_path)("a%20b.rng", (tmp_path / "main.rng").as_posix())
    assert name == (tmp_path / "a b.rng").as_posix()
    assert data.startswith(b"<element")


def test_nesting_without_end_is_refused() -> None:
    deep = "<optional>" * 5_000 + "<empty/>" + "</optional>" * 5_000
    assert "nested" in refused(f'<element name="a" {RNG}>{deep}</element>'.encode()).reason


def test_long_chains_of_definitions() -> None:
    chain = "".join(
        f'<define name="d{n}"><choice><empty/><ref name="d{n + 1}"/></choice></define>'
        for n in range(5_000)
    )
    schema = load_schema(
        f'<grammar {RNG}><start><element name="a"><ref name="d0"/></element></start>{chain}'
        '<define name="d5000"><text/></define></grammar>'.encode()
    )
    assert not schema.validate(b"<a>x</a>")


def test_deep_schemas() -> None:
    deep = (
        '<choice><element name="b"><empty/></element><group><element name="c"><empty/></element>'
        * 500
    )
    source = f'<element name="a" {RNG}>{deep}<text/>{"</group></choice>" * 500}</element>'
    schema = load_schema(source.encode())
    assert not schema.validate(b"<a>" + b"<c/>" * 500 + b"x</a>")
    assert schema.validate(b"<a>" + b"<c/>" * 499 + b"x</a>")
