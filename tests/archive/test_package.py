"""What a package holds, and that it depends on nothing but texts and versions."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import etree

from tests.archive.conftest import CASES
from tests.archive.packages import make_package
from tests.conftest import ROOT, SLOW, Golden, tool
from tests.runs import tree, variorum
from variorum.package.verify.verify import verify

_P = "{http://www.loc.gov/premis/v3}"


def test_the_layout(letter: Path, golden: Golden) -> None:
    """Renditions and schema are left out: they are what a build makes and needs."""
    elsewhere = ("/access/data/", "/schema/", "/schemas/")
    names = [name for name in tree(letter) if not any(place in name for place in elsewhere)]
    golden(CASES / "letter" / "layout.golden", "\n".join(names) + "\n")


def test_every_rendition_of_a_build_is_inside(note: Path) -> None:
    access = note / "data" / "representations" / "access" / "data"
    suffixes = {file.suffix for file in access.rglob("*") if file.is_file()}
    assert {".html", ".txt", ".pdf", ".typ", ".json"} <= suffixes


def test_coreutils_find_nothing_changed(note: Path) -> None:
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        command = [tool("sha256sum"), "--check", "--strict", "--quiet", manifest]
        run = subprocess.run(command, cwd=note, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout
    for manifest in ("manifest-sha512.txt", "tagmanifest-sha512.txt"):
        command = [tool("sha512sum"), "--check", "--strict", "--quiet", manifest]
        run = subprocess.run(command, cwd=note, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout


@SLOW
def test_the_same_zip_in_another_folder_and_time_zone(note: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(ROOT / "tei", other / "tei")
    shutil.copy(ROOT / "LICENSE", other)
    again = make_package(other, TZ="Pacific/Kiritimati", LANG="C")
    first = note.with_name(f"{note.name}.zip").read_bytes()
    assert tree(note) == tree(again)
    assert first == again.with_name(f"{again.name}.zip").read_bytes()
    told = note.with_name(f"{note.name}.zip.sha256").read_text(encoding="utf-8")
    assert told == f"{sha256(first).hexdigest()}  {note.name}.zip\n"


def test_the_zip_holds_the_folder(note: Path) -> None:
    with zipfile.ZipFile(note.with_name(f"{note.name}.zip")) as archive:
        inside = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    assert inside == {f"{note.name}/{name}": data for name, data in tree(note).items()}


def test_no_path_of_this_machine_is_inside(note: Path) -> None:
    edition = note.parents[2]
    for name, data in tree(note).items():
        assert str(edition).encode() not in data, name
        assert str(ROOT).encode() not in data, name


def test_one_date_in_all_of_it(note: Path) -> None:
    source = etree.parse(str(note.parents[2] / "tei" / "lukin-note.xml"))
    day = max(source.xpath("//*[local-name() = 'change']/@when"))
    for file in note.rglob("METS.xml"):
        dates = set(re.findall(r'CREATED="([^"]+)"', file.read_text(encoding="utf-8")))
        assert dates == {f"{day}T00:00:00Z"}
    premis = etree.parse(str(note / "data" / "metadata" / "preservation" / "premis.xml"))
    assert {found.text for found in premis.iter(f"{_P}eventDateTime")} == {f"{day}T00:00:00Z"}
    assert f"Bagging-Date: {day}\n" in (note / "bag-info.txt").read_text(encoding="utf-8")


def test_premis_describes_every_file_and_every_layer_of_rights(note: Path) -> None:
    premis = etree.parse(str(note / "data" / "metadata" / "preservation" / "premis.xml"))
    path = f"{_P}objectIdentifier/{_P}objectIdentifierValue"
    described = {found.findtext(path) for found in premis.iterfind(f"{_P}object")}
    files = {name.removeprefix("data/") for name in tree(note) if name.startswith("data/")}
    not_described = {name for name in files if name.endswith("METS.xml") and "/" not in name}
    not_described |= {"metadata/preservation/premis.xml", "ro-crate-metadata.json"}
    assert files - described == not_described
    formats = {
        found.findtext(path): found.findtext(f".//{_P}formatRegistryKey")
        for found in premis.iterfind(f"{_P}object")
    }
    assert formats["representations/tei/data/tei/lukin-note.xml"] == "fmt/1476"
    source = etree.parse(str(note.parents[2] / "tei" / "lukin-note.xml"))
    layers = source.xpath(
        "//*[local-name() = 'publicationStmt']/*[local-name() = 'availability']/*"
    )
    assert len(premis.findall(f".//{_P}rightsStatement")) == len(layers) > 1
    bases = {found.text for found in premis.iter(f"{_P}rightsBasis")}
    assert bases == {"License", "Other"}


def test_the_wheel_is_the_code_that_made_it(note: Path) -> None:
    (wheel,) = (note / "data" / "software").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        for area, folder in (("xslt", ROOT / "xslt"), ("schema", ROOT / "tei" / "schema")):
            for name, data in tree(folder).items():
                assert archive.read(f"variorum/data/{area}/{name}") == data
        assert archive.read("variorum/cli.py") == (ROOT / "variorum" / "cli.py").read_bytes()
        record = archive.read(next(name for name in names if name.endswith("/RECORD"))).decode()
    assert {line.split(",")[0] for line in record.splitlines()} == names
    pins = (note / "data" / "software" / "requirements.txt").read_text(encoding="utf-8")
    for name in ("invoke", "lxml", "saxonche", "typst"):
        assert re.search(rf"^{name}==[\d.]+", pins, re.MULTILINE)


def test_pins_have_digests_for_the_versions_that_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    from variorum.package import software

    text = (Path(software.__file__).parent / "pins.txt").read_text(encoding="utf-8")
    versions = dict(re.findall(r"^([\w-]+)==(\S+)", text, re.MULTILINE))
    monkeypatch.setattr(software, "version", versions.__getitem__)
    pins, findings = software.pins()
    assert not findings and pins.count("--hash=sha256:") == text.count("--hash=sha256:") >= 4
    monkeypatch.setattr(software, "version", lambda name: (versions | {"lxml": "99.0"})[name])
    pins, findings = software.pins()
    assert "lxml==99.0\n" in pins and [finding.code for finding in findings] == [
        "package-pin-unknown"
    ]


def test_the_embedded_text_is_valid_and_needs_no_other_file(letter: Path) -> None:
    file = letter / "data" / "representations" / "standalone" / "data" / "letter-7.xml"
    text = file.read_text(encoding="utf-8")
    assert "reg:" not in text and 'xml:id="unused"' not in text
    root = etree.fromstring(text.encode())
    ids = set(root.xpath("//@xml:id"))
    assert {"weiss", "gross", "bruenn", "huber"} <= ids
    pointers = {
        token[1:]
        for value in root.xpath("//@ref | //@corresp | //@who")
        for token in value.split()
        if token.startswith("#")
    }
    assert pointers <= ids
    run = variorum(file.parent, "check", file.name, "--schema", "../../../schemas/edition.rng")
    assert run.returncode == 0, run.stdout


def test_the_readme_names_the_package(note: Path) -> None:
    readme = (note / "data" / "documentation" / "README.md").read_text(encoding="utf-8")
    assert f"`{note.name}`" in readme and not re.search(r"\$(?!S\b)", readme)
    (wheel,) = (note / "data" / "software").glob("*.whl")
    assert f"data/software/{wheel.name}" in readme
    for path in set(re.findall(r"`(data/[\w./-]+)`", readme)):
        assert (note / path).exists(), path


def test_the_guidelines_are_one_page_whose_links_lead_somewhere(note: Path) -> None:
    page = (note / "data" / "documentation" / "encoding-guidelines.html").read_text("utf-8")
    ids = set(re.findall(r"<section id=([\w.-]+)>", page))
    links = set(re.findall(r'<a href="?([^\s">]+)', page))
    assert {"index", "supplied", "teiHeader", "on-header"} <= ids and len(ids) > 200
    assert {link for link in links if not link.startswith("http")} <= {f"#{id_}" for id_ in ids}


def test_the_report_is_what_check_says(note: Path) -> None:
    report = json.loads((note / "data" / "documentation" / "validation-report.json").read_bytes())
    assert "tei/lukin-note.xml" in report["checked"]
    assert not [finding for finding in report["findings"] if finding["level"] == "error"]


@SLOW
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_leaves_no_half_package(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from variorum.package import contents, package
    from variorum.source import Edition

    shutil.copytree(letter.parents[2], tmp_path, dirs_exist_ok=True)
    before = tree(tmp_path / "output")

    # the signal must come to this process, whatever other tests have started in it
    monkeypatch.setattr(package, "can_fork", lambda: False)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    for module, step in ((contents, "write_bag"), (package, "zip_folder")):
        with monkeypatch.context() as patch:
            patch.setattr(module, step, interrupted)
            with pytest.raises(KeyboardInterrupt):
                list(package.Packager(Edition.here(tmp_path), tmp_path / "output").run())
        assert tree(tmp_path / "output") == before
        assert {path.name for path in (tmp_path / "output" / "package").iterdir()} == {
            "letter-7-2.1.0",
            "letter-7-2.1.0.zip",
            "letter-7-2.1.0.zip.sha256",
        }


def test_a_build_that_meets_an_error_makes_no_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from variorum.build.run import Result
    from variorum.findings import Diagnostic
    from variorum.package import contents
    from variorum.package.package import Packager
    from variorum.source import Edition

    failed = Diagnostic("x", 0, 0, "proof-text", "error", "differs")
    monkeypatch.setattr(contents, "run", lambda *_, **__: Result([failed]))
    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    packager = Packager(Edition.here(tmp_path), tmp_path / "output")
    assert list(packager.run()) == []
    assert packager.findings == [failed] and packager.failed == ["tei/letter.xml"]
    assert not any((tmp_path / "output" / "package").iterdir())


@SLOW
def test_a_new_package_replaces_the_old_one(tmp_path: Path) -> None:
    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    first = tree(make_package(tmp_path))
    text = (tmp_path / "tei" / "letter.xml").read_text(encoding="utf-8")
    (tmp_path / "tei" / "letter.xml").write_text(text.replace("Ich bestelle", "Wir bestellen"))
    second = tree(make_package(tmp_path))
    changed = {name for name in first if first[name] != second.get(name)}
    assert "data/representations/tei/data/tei/letter.xml" in changed
    assert "data/documentation/README.md" not in changed


@SLOW
def test_two_documents_of_one_name_are_refused(tmp_path: Path) -> None:
    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    shutil.copy(tmp_path / "tei" / "letter.xml", tmp_path / "tei" / "other.xml")
    run = variorum(tmp_path, "package")
    assert run.returncode == 1 and "package-duplicate" in run.stderr


@SLOW
def test_what_a_text_names_travels_and_what_cannot_is_told(tmp_path: Path) -> None:
    """Pictures, sound, a style sheet with its own picture, a part, another text."""
    shutil.copytree(CASES / "named", tmp_path, dirs_exist_ok=True)
    (tmp_path.parent / "secret.png").write_bytes(b"secret")
    run = variorum(tmp_path, "package")
    assert run.returncode == 0, run.stderr
    package = tmp_path / "output" / "package" / "named-1.0.0"
    inside = package / "data" / "representations" / "tei" / "data"
    named = {
        "img/a.png",
        "img/b.png",
        "sound/c.mp3",
        "style/d.css",
        "style/e.png",
        "tei/part.xml",
        "tei/other.xml",
    }
    assert named <= set(tree(inside))
    for name in named:
        assert (inside / name).read_bytes() == (tmp_path / name).read_bytes()
    for code in ("named-missing", "named-outside", "named-remote"):
        assert f"package-{code}" in run.stderr
    assert not any("secret" in name for name in tree(package))
    premis = etree.parse(str(package / "data" / "metadata" / "preservation" / "premis.xml"))
    path = f"{_P}objectIdentifier/{_P}objectIdentifierValue"
    keys = {
        found.findtext(path): found.findtext(f".//{_P}formatRegistryKey")
        for found in premis.iterfind(f"{_P}object")
    }
    assert keys["representations/tei/data/img/a.png"] == "fmt/11"
    found = verify(package, rebuild=True)
    assert [each.code for each in found] == ["package-schema"], found


@SLOW
@pytest.mark.parametrize("name", ["a%b.png", "con.png", "a:b.png"])
def test_a_name_that_is_none_on_every_system_is_refused(tmp_path: Path, name: str) -> None:
    shutil.copytree(CASES / "named", tmp_path, dirs_exist_ok=True)
    (tmp_path / "img" / "a.png").rename(tmp_path / "img" / name)
    file = tmp_path / "tei" / "named.xml"
    text = file.read_text(encoding="utf-8").replace("../img/a.png", f"../img/{quote(name)}")
    file.write_text(text, encoding="utf-8")
    run = variorum(tmp_path, "package")
    assert run.returncode == 1 and "package-name-illegal" in run.stderr
    assert "rename it" in run.stderr
