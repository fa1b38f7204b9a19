"""Packages made to do harm are refused with a reason, and nothing outside is touched."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archive.packages import rebag
from tests.runs import tree
from variorum.findings import VariorumError
from variorum.package.verify import unpack
from variorum.package.verify.verify import verify

SECRET = "the archive's secret"


def _zip(entries: list[tuple[zipfile.ZipInfo | str, bytes]], compress: bool = False) -> bytes:
    target = io.BytesIO()
    kind = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", kind) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return target.getvalue()


def _link(name: str, target: str) -> tuple[zipfile.ZipInfo, bytes]:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry, target.encode()


def _encrypted() -> bytes:
    data = bytearray(_zip([("p/a", b"x")]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    return bytes(data)


def _longer_than_told() -> bytes:
    data = bytearray(_zip([("p/bagit.txt", b"x" * 1000)]))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    return bytes(data)


ZIPS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "up and out": ("package-outside", lambda: _zip([("p/../../out.txt", b"x")])),
    "absolute": ("package-outside", lambda: _zip([("/tmp/out.txt", b"x")])),
    "a drive": ("package-outside", lambda: _zip([("C:/out.txt", b"x")])),
    "backslashes": ("package-outside", lambda: _zip([("p\\..\\..\\out.txt", b"x")])),
    "a control character": ("package-zip-broken", lambda: _zip([("p/a\nb", b"x")])),
    "a link": ("package-link", lambda: _zip([_link("p/link", "/etc/passwd")])),
    "a link as top folder": (
        "package-layout",
        lambda: _zip([_link("p", "/etc"), ("p/passwd", b"x")]),
    ),
    "a name twice": ("package-twice", lambda: _zip([("p/a", b"x"), ("p/A", b"y")])),
    "two folders": ("package-layout", lambda: _zip([("p/a", b"x"), ("q/a", b"y")])),
    "a file at the top": ("package-layout", lambda: _zip([("a", b"x")])),
    "encrypted": ("package-encrypted", _encrypted),
    "a bomb": ("package-bomb", lambda: _zip([("p/a", bytes(200 << 20))], compress=True)),
    "longer than told": ("package-zip-broken", _longer_than_told),
    "nothing inside": ("package-zip-broken", lambda: _zip([])),
    "no zip at all": ("package-zip-broken", lambda: b"PK\x03\x04 and no more"),
    "a file that is a folder": (
        "package-zip-broken",
        lambda: _zip([("p/bagit.txt", b"x"), ("p/a", b"x"), ("p/a/b", b"x")]),
    ),
    "a folder that is a file": (
        "package-zip-broken",
        lambda: _zip([("p/bagit.txt", b"x"), ("p/a/b", b"x"), ("p/a", b"x")]),
    ),
    "a name that is too long": ("package-zip-broken", lambda: _zip([(f"p/{'a' * 300}", b"x")])),
    "no package": ("package-unknown", lambda: _zip([("p/a", b"x")])),
}


@pytest.fixture
def around(tmp_path: Path) -> Path:
    """A folder whose other files must stay as they are."""
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    return tmp_path


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("case", ZIPS)
def test_a_hostile_zip_is_refused(around: Path, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, make = ZIPS[case]
    (around / "p.zip").write_bytes(make())
    monkeypatch.setenv("TMPDIR", str(around / "temporary"))
    (around / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)
    before = tree(around)
    with pytest.raises(VariorumError) as caught:
        verify(around / "p.zip")
    assert [finding.code for finding in caught.value.findings] == [code]
    assert tree(around) == before and not list((around / "temporary").iterdir())


def test_too_many_files_are_refused(around: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MOST_FILES", 5)
    (around / "p.zip").write_bytes(_zip([(f"p/{number}", b"") for number in range(6)]))
    (around / "p").mkdir()
    for number in range(6):
        (around / "p" / str(number)).touch()
    for path in (around / "p.zip", around / "p"):
        with pytest.raises(VariorumError) as caught:
            verify(path)
        assert caught.value.findings[0].code == "package-bomb"


def _linked(package: Path) -> None:
    (package / "data" / "link").symlink_to("/etc/passwd")


def _linked_folder(package: Path) -> None:
    (package / "data" / "link").symlink_to("/etc")


def _pipe(package: Path) -> None:
    os.mkfifo(package / "data" / "pipe")


@pytest.mark.parametrize("damage", [_linked, _linked_folder, _pipe])
def test_links_and_devices_in_a_folder_are_refused(
    damaged: Path, damage: Callable[[Path], None]
) -> None:
    damage(damaged)
    with pytest.raises(VariorumError) as caught:
        verify(damaged)
    assert [finding.code for finding in caught.value.findings] == ["package-link"]


def test_a_link_to_a_package_is_refused(damaged: Path) -> None:
    link = damaged.with_name("link")
    link.symlink_to(damaged)
    with pytest.raises(VariorumError) as caught:
        verify(link)
    assert [finding.code for finding in caught.value.findings] == ["package-link"]


@pytest.mark.parametrize(
    "path", ["data/../../secret.txt", "../secret.txt", "/etc/passwd", "data/%0A/../../x", "C:/x"]
)
def test_a_manifest_that_names_files_outside_is_found(damaged: Path, path: str) -> None:
    damaged.with_name("secret.txt").write_text(SECRET, encoding="utf-8")
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        file = damaged / name
        file.write_text(file.read_text(encoding="utf-8") + f"{'0' * 64}  {path}\n", "utf-8")
    findings = verify(damaged)
    named = {finding.file for finding in findings if finding.code == "package-outside"}
    assert named == {"manifest-sha256.txt", "tagmanifest-sha256.txt"}
    assert not any(SECRET in finding.message for finding in findings)


def test_a_bag_that_wants_to_fetch_is_refused(damaged: Path) -> None:
    (damaged / "fetch.txt").write_text("http://localhost/x 1 data/x\n", encoding="utf-8")
    rebag(damaged)
    (damaged / "fetch.txt").write_text("http://localhost/x 1 data/x\n", encoding="utf-8")
    assert "package-fetch" in {finding.code for finding in verify(damaged)}


ENTITIES = {
    "external entity": '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file://{secret}">]>',
    "billion laughs": '<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
    "external subset": '<!DOCTYPE TEI SYSTEM "file://{secret}">',
}
XML_FILES = (
    "METS.xml",
    "metadata/preservation/premis.xml",
    "metadata/descriptive/dc.xml",
    "representations/tei/data/tei/letter.xml",
    "schemas/edition.rng",
)


@pytest.mark.parametrize("name", XML_FILES)
@pytest.mark.parametrize("trick", ENTITIES)
def test_entity_tricks_are_refused(damaged: Path, name: str, trick: str) -> None:
    secret = damaged.with_name("secret.txt")
    secret.write_text(SECRET, encoding="utf-8")
    file = damaged / "data" / name
    declaration, rest = file.read_text(encoding="utf-8").split("?>", 1)
    doctype = ENTITIES[trick].format(secret=secret)
    file.write_text(f"{declaration}?>{doctype}{rest}", encoding="utf-8")
    rebag(damaged)
    findings = verify(damaged, rebuild=True)
    assert (f"data/{name}", "package-doctype") in {
        (finding.file, finding.code) for finding in findings
    }
    assert not any(SECRET in finding.message for finding in findings)
    assert not any(
        finding.code == "package-rebuild" and finding.level == "error" for finding in findings
    )


def test_a_doctype_in_an_encoding_that_hides_it_is_refused(damaged: Path) -> None:
    secret = damaged.with_name("secret.txt")
    secret.write_text(SECRET, encoding="utf-8")
    file = damaged / "data" / "metadata" / "descriptive" / "dc.xml"
    for encoding in ("UTF-16", "UTF-32", "EUC-JP"):
        text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x SYSTEM "{secret}"><x/>'
        file.write_bytes(text.encode(encoding))
        rebag(damaged)
        findings = [
            finding for finding in verify(damaged) if finding.file.endswith("/descriptive/dc.xml")
        ]
        assert {finding.code for finding in findings} & {"package-doctype", "package-xml"}
        assert not any("subset" in finding.message for finding in findings)


def test_a_schema_that_reads_outside_is_found(damaged: Path) -> None:
    secret = damaged.with_name("secret.rng")
    secret.write_text('<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>', encoding="utf-8")
    for schema in damaged.rglob("edition.rng"):
        schema.write_text(
            '<grammar xmlns="http://relaxng.org/ns/structure/1.0">'
            f'<include href="{secret}"/></grammar>',
            encoding="utf-8",
        )
    rebag(damaged)
    findings = [finding for finding in verify(damaged) if finding.code == "package-schema"]
    assert findings and all("outside" in finding.message for finding in findings)


def test_settings_that_read_outside_are_refused(damaged: Path) -> None:
    settings = damaged / "data" / "representations" / "tei" / "data" / "pyproject.toml"
    from variorum.package.verify.mets import check_mets
    from variorum.package.verify.rebuild import rebuilt

    for fonts in ('"../../../../.."', '"/usr/share/fonts"'):
        settings.write_text(f"[tool.variorum.print]\nfonts = {fonts}\n", encoding="utf-8")
        findings = rebuilt(damaged, damaged / "data", check_mets(damaged / "data"))
        assert [finding.code for finding in findings] == ["package-outside"]
    for wrong in ("print = 5", "print.fonts = 5"):
        settings.write_text(f"[tool.variorum]\n{wrong}\n", encoding="utf-8")
        (finding,) = rebuilt(damaged, damaged / "data", check_mets(damaged / "data"))
        assert finding.code == "settings-value"
        assert finding.file == "data/representations/tei/data/pyproject.toml"


def test_json_nested_deep_is_a_finding(damaged: Path) -> None:
    file = damaged / "data" / "metadata" / "descriptive" / "datacite.json"
    file.write_text("[" * 200_000, encoding="utf-8")
    rebag(damaged)
    assert "package-json" in {finding.code for finding in verify(damaged)}
