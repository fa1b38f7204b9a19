"""Every kind of damage is found, with file and reason; sound packages have no finding.

Damage is done below the manifests of the bag, which are then written anew: what is found is found
by the checks of METS, PREMIS and the texts, not by the digests of the bag alone. The cases begin
with those that the reference validator of E-ARK lets through or breaks on.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archive.conftest import CASES
from tests.archive.packages import rebag
from tests.conftest import SLOW, sample, slow
from tests.runs import variorum
from variorum.build.plan import Plan
from variorum.build.worker import Prove
from variorum.catalogue import for_editors
from variorum.engines.saxon import Saxon
from variorum.findings import Diagnostic
from variorum.package.verify.verify import verify

Damage = Callable[[Path], object]
TEI = "representations/tei/data/tei/letter.xml"
PREMIS = "metadata/preservation/premis.xml"
DC = "metadata/descriptive/dc.xml"


def _sub(pattern: str, new: str, file: str = "METS.xml", count: int = 1) -> Damage:
    def damage(payload: Path) -> None:
        text = (payload / file).read_text(encoding="utf-8")
        changed, found = re.subn(pattern, new, text, count=count, flags=re.DOTALL)
        assert found and changed != text, pattern
        (payload / file).write_text(changed, encoding="utf-8")

    return damage


def _write(file: str, text: str) -> Damage:
    return lambda payload: (payload / file).write_text(text, encoding="utf-8")


def _delete(*files: str) -> Damage:
    def damage(payload: Path) -> None:
        for name in files:
            path = payload / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    return damage


# the file the finding names (METS.xml where it is ''), its code, and what is done
DAMAGE: dict[str, tuple[str, str, Damage]] = {
    "data file altered": (TEI, "package-size", _sub("Ich bestelle", "Ich bestellte", TEI)),
    "data file altered, same size": (TEI, "package-digest", _sub("bestelle", "bestehle", TEI)),
    "data file deleted": (TEI, "package-file-missing", _delete(TEI)),
    "dc.xml not well-formed": (DC, "package-xml", _write(DC, "<x")),
    "representation METS deleted": (
        "representations/tei/METS.xml",
        "package-file-missing",
        _delete("representations/tei/METS.xml"),
    ),
    "representation METS garbage": (
        "representations/tei/METS.xml",
        "package-mets",
        _write("representations/tei/METS.xml", "<x/>"),
    ),
    "unlisted extra file": ("evil.exe", "package-file-unlisted", _write("evil.exe", "x")),
    "unlisted extra file in a representation": (
        "representations/access/data/evil.exe",
        "package-file-unlisted",
        _write("representations/access/data/evil.exe", "x"),
    ),
    "checksum wrong in METS": (
        "",
        "package-digest",
        _sub('CHECKSUM="[0-9a-f]{6}', 'CHECKSUM="000000'),
    ),
    "CHECKSUMTYPE=FOO": ("", "package-digest-unknown", _sub('SHA-256"', 'FOO"')),
    "no CHECKSUM on file": (
        "",
        "package-mets-missing",
        _sub(r'(<mets:file .*?) CHECKSUM="[^"]+"', r"\1"),
    ),
    "no SIZE on mdRef": ("", "package-mets-missing", _sub(r' SIZE="\d+"', "")),
    "SIZE=abc": ("", "package-size", _sub(r' SIZE="\d+"', ' SIZE="abc"')),
    "SIZE wrong": ("", "package-size", _sub(r' SIZE="\d+"', ' SIZE="1"')),
    "fptr FILEID dangling": (
        "",
        "package-id-unresolved",
        _sub('FILEID="[^"]+"', 'FILEID="nope"'),
    ),
    "duplicate ID": ("", "package-id-duplicate", _sub(r'ID="file-\d+"', 'ID="id-x"', count=2)),
    "OBJID != folder": ("", "package-name", _sub('OBJID="[^"]+"', 'OBJID="zzz"')),
    "no OBJID": ("", "package-mets-missing", _sub(' OBJID="[^"]+"', "")),
    "no TYPE": ("", "package-mets-missing", _sub(r'\s+TYPE="Textual[^"]+"', "")),
    "TYPE with a hyphen": (
        "",
        "package-mets-value",
        _sub("Textual works – Digital", "Textual works - Digital"),
    ),
    "no PROFILE": ("", "package-mets-missing", _sub(r'\s+PROFILE="[^"]+"', "")),
    "no CREATEDATE": ("", "package-mets-missing", _sub(r'\s+CREATEDATE="[^"]+"', "")),
    "no LASTMODDATE": ("", "package-mets-missing", _sub(r'\s+LASTMODDATE="[^"]+"', "")),
    "no csip:OAISPACKAGETYPE": (
        "",
        "package-mets-missing",
        _sub(r'\s+csip:OAISPACKAGETYPE="[^"]+"', ""),
    ),
    "no agent": ("", "package-mets-missing", _sub("<mets:agent .*</mets:agent>", "")),
    "no csip:NOTETYPE": ("", "package-mets-missing", _sub(r'\s+csip:NOTETYPE="[^"]+"', "")),
    "NOTETYPE unprefixed added": (
        "",
        "package-mets-value",
        _sub("csip:NOTETYPE=", 'NOTETYPE="IDENTIFICATIONCODE" csip:NOTETYPE='),
    ),
    "no root CONTENTINFORMATIONTYPE": (
        "",
        "package-mets-missing",
        _sub(r'\s+csip:CONTENTINFORMATIONTYPE="OTHER"', ""),
    ),
    "no MIMETYPE on mdRef": ("", "package-mets-missing", _sub(r'\s+MIMETYPE="[^"]+"', "")),
    "MIMETYPE foo/bar on file": (
        "",
        "package-media-type",
        _sub(r'(<mets:file .*?)MIMETYPE="[^"]+"', r'\1MIMETYPE="foo/bar"'),
    ),
    "MIMETYPE of another format on file": (
        "",
        "package-media-type",
        _sub(r'(<mets:file .*?)MIMETYPE="text/markdown"', r'\1MIMETYPE="image/png"'),
    ),
    "no STATUS on dmdSec": (
        "",
        "package-mets-missing",
        _sub(r'(<mets:dmdSec[^>]*)\s+STATUS="CURRENT"', r"\1"),
    ),
    "no dmdSec/amdSec": (
        "",
        "package-id-unresolved",
        _sub("<mets:dmdSec.*</mets:amdSec>", ""),
    ),
    "no fileSec": ("", "package-mets-missing", _sub("<mets:fileSec.*</mets:fileSec>", "")),
    "fileGrp Documentation missing": (
        "documentation/README.md",
        "package-file-unlisted",
        _sub(r'<mets:fileGrp [^>]*USE="Documentation".*?</mets:fileGrp>', ""),
    ),
    "fileGrp Schemas missing": (
        "",
        "package-id-unresolved",
        _sub(r'<mets:fileGrp [^>]*USE="Schemas".*?</mets:fileGrp>', ""),
    ),
    "fileGrp USE in small letters": (
        "",
        "package-mets-value",
        _sub('USE="Representations/tei"', 'USE="representations/tei"'),
    ),
    "structMap LABEL=other": ("", "package-mets-value", _sub('LABEL="CSIP"', 'LABEL="x"')),
    "div without LABEL": (
        "",
        "package-mets-missing",
        _sub(r'(<mets:div [^>]*)\s+LABEL="Documentation"', r"\1"),
    ),
    "Metadata div missing": (
        "",
        "package-mets-missing",
        _sub(r'<mets:div [^>]*LABEL="Metadata"[^>]*/>', ""),
    ),
    "Representations: no mptr child div": (
        "",
        "package-mets-missing",
        _sub(r'<mets:div [^>]*LABEL="Representations/tei".*?</mets:div>', ""),
    ),
    "mptr without xlink:title": (
        "",
        "package-mets-missing",
        _sub(r'(<mets:mptr[^>]*)\s+xlink:title="[^"]+"', r"\1"),
    ),
    "FLocat without xlink:type": (
        "",
        "package-mets-missing",
        _sub(r'(<mets:FLocat[^>]*)\s+xlink:type="simple"', r"\1"),
    ),
    "no metadata/ folder": (DC, "package-file-missing", _delete("metadata")),
    "no representations/ folder": (
        "representations/tei/METS.xml",
        "package-file-missing",
        _delete("representations"),
    ),
    "no schemas and documentation folders": (
        "schemas/edition.rng",
        "package-file-missing",
        _delete("schemas", "documentation"),
    ),
    "METS.xml deleted": ("", "package-file-missing", _delete("METS.xml")),
    "reference out of the package": (
        "",
        "package-outside",
        _sub('xlink:href="documentation/README.md"', 'xlink:href="../../etc/passwd"'),
    ),
    "PREMIS with another size": (PREMIS, "package-size", _sub("<size>", "<size>1", PREMIS)),
    "PREMIS with another digest": (
        PREMIS,
        "package-digest",
        _sub("<messageDigest>....", "<messageDigest>0000", PREMIS),
    ),
    "PREMIS with an unknown algorithm": (
        PREMIS,
        "package-digest-unknown",
        _sub(">SHA-256<", ">CRC<", PREMIS),
    ),
    "PREMIS of a file that is not there": (
        "nowhere.xml",
        "package-file-missing",
        _sub(">METS.xml<|>documentation/README.md<", ">nowhere.xml<", PREMIS),
    ),
    "PREMIS with an event without type": (
        PREMIS,
        "package-premis",
        _sub("<eventType>.*?</eventType>", "", PREMIS),
    ),
    "PREMIS event by nobody": (
        PREMIS,
        "package-id-unresolved",
        _sub("(<linkingAgentIdentifierValue>)[^<]+", r"\1nobody", PREMIS),
    ),
    "PREMIS event twice": (
        PREMIS,
        "package-id-duplicate",
        _sub(r"(<event>.*?</event>)", r"\1\1", PREMIS),
    ),
    "PREMIS replaced": (PREMIS, "package-premis", _write(PREMIS, "<premis/>")),
    "JSON broken": (
        "metadata/descriptive/datacite.json",
        "package-json",
        _write("metadata/descriptive/datacite.json", "{"),
    ),
    "TEI invalid": (
        TEI,
        "grammar-element-unknown",
        _sub("<body>", "<body><nonsense/>", TEI),
    ),
    "schema broken": (
        "representations/tei/data/tei/schema/edition.rng",
        "package-xml",
        _write("representations/tei/data/tei/schema/edition.rng", "<grammar"),
    ),
}

_VALUE = "package-mets-value"
_JSON = "metadata/descriptive/datacite.json"
_CRATE = "ro-crate-metadata.json"
DAMAGE |= {
    "an unknown role": ("", _VALUE, _sub('ROLE="EDITOR"', 'ROLE="KING"')),
    "an unknown kind of agent": ("", _VALUE, _sub('TYPE="ORGANIZATION"', 'TYPE="GUILD"')),
    "an unknown kind of metadata": ("", _VALUE, _sub('MDTYPE="DC"', 'MDTYPE="CD"')),
    "a locator that is none": ("", _VALUE, _sub('LOCTYPE="URL"', 'LOCTYPE="WAY"')),
    "a locator of another kind": ("", _VALUE, _sub('LOCTYPE="URL"', 'LOCTYPE="DOI"')),
    "a link that is not simple": (
        "",
        _VALUE,
        _sub('xlink:type="simple"', 'xlink:type="extended"'),
    ),
    "CREATED is no date": ("", _VALUE, _sub('CREATED="[^"]+"', 'CREATED="yesterday"')),
    "CREATED has no time": ("", _VALUE, _sub('CREATED="[^"]+"', 'CREATED="2025-02-27"')),
    "CREATEDATE in a month that is none": (
        "",
        _VALUE,
        _sub('CREATEDATE="2025-02', 'CREATEDATE="2025-13'),
    ),
    "LASTMODDATE is a word": (
        "",
        _VALUE,
        _sub('LASTMODDATE="[^"]+"', 'LASTMODDATE="soon"'),
    ),
    "CREATED of a representation is no date": (
        "representations/tei/METS.xml",
        _VALUE,
        _sub('CREATED="[^"]+"', 'CREATED="1"', "representations/tei/METS.xml"),
    ),
    "an empty eventType": (
        PREMIS,
        "package-premis",
        _sub("<eventType>[^<]+", "<eventType>", PREMIS),
    ),
    "an event at no time": (
        PREMIS,
        "package-premis",
        _sub("<eventDateTime>[^<]+", "<eventDateTime>soon", PREMIS),
    ),
    "an event at an empty time": (
        PREMIS,
        "package-premis",
        _sub("<eventDateTime>[^<]+", "<eventDateTime>", PREMIS),
    ),
    "an agent with an empty identifier": (
        PREMIS,
        "package-premis",
        _sub(
            r"<agentIdentifierType>[^<]+(.*?)<agentIdentifierValue>[^<]+",
            r"<agentIdentifierType>\1<agentIdentifierValue>",
            PREMIS,
        ),
    ),
    "an empty name of a format": (
        PREMIS,
        "package-premis",
        _sub("<formatName>[^<]+", "<formatName>", PREMIS),
    ),
    "another version of PREMIS": (
        PREMIS,
        "package-premis",
        _sub('version="3.0"', 'version="2.2"', PREMIS),
    ),
    "an entity that PREMIS has not": (
        PREMIS,
        "package-premis",
        _sub("</premis>", "<ghost/></premis>", PREMIS),
    ),
    "NaN in JSON": (_JSON, "package-json", _sub('"2025"', "NaN", _JSON)),
    "Infinity in the crate": (_CRATE, "package-json", _sub('"2025[^"]*"', "Infinity", _CRATE)),
    "another digest in the crate": (
        _CRATE,
        "package-digest",
        _sub('"sha256": "[0-9a-f]{6}', '"sha256": "000000', _CRATE),
    ),
    "another size in the crate": (
        _CRATE,
        "package-size",
        _sub(r'"contentSize": "\d+"', '"contentSize": "1"', _CRATE),
    ),
    "a file in the crate that is not there": (
        "representations/access/data/html/nobody.html",
        "package-file-missing",
        _sub("html/letter-7.html", "html/nobody.html", _CRATE, count=0),
    ),
    "CFF without authors": (
        "metadata/other/CITATION.cff",
        "package-record",
        _sub("\nauthors:", "\n  authors:", "metadata/other/CITATION.cff"),
    ),
    "a TEI file in another encoding than it says": (
        TEI,
        "package-xml",
        _sub('encoding="UTF-8"', 'encoding="UTF-16"', TEI),
    ),
}

LEGAL: dict[str, Damage] = {
    "TEI's own media type on a metadata reference": _sub(
        'MIMETYPE="application/xml"', 'MIMETYPE="application/tei+xml"'
    ),
    "no content information type on the documentation, which only CSIP63 misses": _sub(
        r'(USE="Documentation")\s+csip:CONTENTINFORMATIONTYPE="OTHER"\s+'
        r'csip:OTHERCONTENTINFORMATIONTYPE="[^"]+"',
        r"\1",
    ),
}


def _found(findings: list[Diagnostic], file: str, code: str) -> bool:
    named = f"data/{file or 'METS.xml'}"
    told = f"{file or 'METS.xml'}:"
    return any(
        finding.code == code
        and finding.message
        and (finding.file == named or told in finding.message)
        for finding in findings
    )


@SLOW
def test_a_sound_package_has_no_finding(note: Path, letter: Path) -> None:
    for package in (note, letter):
        assert verify(package) == []
        assert verify(package.with_name(f"{package.name}.zip")) == []
        assert verify(package, rebuild=True, codes=for_editors) == []


@pytest.mark.parametrize("case", sample([*DAMAGE]))
def test_damage_is_found(damaged: Path, case: str) -> None:
    file, code, damage = DAMAGE[case]
    damage(damaged / "data")
    rebag(damaged)
    findings = verify(damaged)
    assert _found(findings, file, code), [
        (finding.file, finding.code, finding.message) for finding in findings
    ]


@pytest.mark.parametrize("case", LEGAL)
def test_legal_variants_pass(damaged: Path, case: str) -> None:
    LEGAL[case](damaged / "data")
    rebag(damaged)
    assert verify(damaged) == []


@pytest.mark.parametrize("case", sample([case for case in DAMAGE if "representations" not in case]))
def test_the_bag_finds_every_change_too(damaged: Path, case: str) -> None:
    DAMAGE[case][2](damaged / "data")
    codes = {finding.code for finding in verify(damaged)}
    assert codes & {"package-digest", "package-file-missing", "package-file-unlisted"}


BAG: dict[str, tuple[str, str, Damage]] = {
    "tag file altered": (
        "bag-info.txt",
        "package-digest",
        _sub("Verlag", "Betrug", "bag-info.txt"),
    ),
    "line removed from a manifest": (
        "data/METS.xml",
        "package-file-unlisted",
        _sub("[0-9a-f]+  data/METS.xml\n", "", "manifest-sha512.txt"),
    ),
    "line twice in a manifest": (
        "manifest-sha256.txt",
        "package-twice",
        _sub("([0-9a-f]+  data/METS.xml\n)", r"\1\1", "manifest-sha256.txt"),
    ),
    "manifest line without digest": (
        "manifest-sha256.txt",
        "package-manifest",
        _sub("[0-9a-f]+  data/METS.xml", "data/METS.xml", "manifest-sha256.txt"),
    ),
    "unknown algorithm": (
        "manifest-rot13.txt",
        "package-digest-unknown",
        _write("manifest-rot13.txt", "00  data/METS.xml\n"),
    ),
    "Payload-Oxum wrong": (
        "bag-info.txt",
        "package-oxum",
        _sub(r"Payload-Oxum: \d+", "Payload-Oxum: 1", "bag-info.txt"),
    ),
    "no payload manifest": (
        "manifest-sha256.txt",
        "package-file-missing",
        _delete("manifest-sha256.txt", "manifest-sha512.txt"),
    ),
    "another declaration": ("bagit.txt", "package-bag", _write("bagit.txt", "BagIt-Version: 9\n")),
}


@pytest.mark.parametrize("case", BAG)
def test_damage_to_the_bag_is_found(damaged: Path, case: str) -> None:
    file, code, damage = BAG[case]
    damage(damaged)
    findings = verify(damaged)
    assert any(finding.file == file and finding.code == code for finding in findings), findings


def test_an_e_ark_package_without_a_bag(letter: Path, tmp_path: Path) -> None:
    package = Path(shutil.copytree(letter / "data", tmp_path / letter.name))
    assert verify(package) == []
    (package / "documentation" / "README.md").write_text("x", encoding="utf-8")
    assert {finding.code for finding in verify(package)} == {"package-digest", "package-size"}


@SLOW
def test_renditions_that_the_texts_do_not_build_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package that is sound in itself, with a page that somebody changed before packaging."""
    from variorum.build.run import Result, run
    from variorum.package import contents
    from variorum.package.package import Packager
    from variorum.source import Edition

    def forged(plan: Plan, output: Path, prove: Prove, *, saxon: Saxon, strict: bool) -> Result:
        result = run(plan, output, prove, saxon=saxon, strict=strict)
        page = output / "html" / "letter-7.html"
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("bestelle", "verkaufe"), encoding="utf-8")
        return result

    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    with monkeypatch.context() as patch:
        patch.setattr(contents, "run", forged)
        (made,) = Packager(Edition.here(tmp_path), tmp_path / "output").run()
    assert verify(made) == []
    name = "data/representations/access/data/html/letter-7.html"
    findings = verify(made, rebuild=True)
    assert {finding.code for finding in findings} == {"package-rebuild"}
    described = ("METS.xml", "premis.xml", "ro-crate-metadata.json", ".txt")
    found = [finding.file for finding in findings if not finding.file.endswith(described)]
    assert found == [name]


def test_another_version_is_not_rebuilt(damaged: Path) -> None:
    _sub('("SOFTWARE VERSION">)[^<]+', r"\g<1>0.0.1")(damaged / "data")
    rebag(damaged)
    findings = verify(damaged, rebuild=True)
    assert [finding.code for finding in findings] == ["package-version"]
    assert "0.0.1" in findings[0].message


def test_the_command_prints_findings_and_exits(damaged: Path, tmp_path: Path) -> None:
    run = variorum(tmp_path, "verify", damaged.name)
    assert run.returncode == 0 and run.stdout.strip().endswith("no findings")
    (damaged / "data" / "METS.xml").unlink()
    run = variorum(tmp_path, "verify", damaged.name)
    assert run.returncode == 1 and "data/METS.xml" in run.stdout
    run = variorum(tmp_path, "verify", "nowhere")
    assert run.returncode == 1 and "file-missing" in run.stderr


def test_it_rebuilds_on_a_clean_machine_by_the_commands_of_its_readme(
    note: Path, tmp_path: Path
) -> None:
    slow()
    import subprocess
    import zipfile

    with zipfile.ZipFile(note.with_name(f"{note.name}.zip")) as archive:
        archive.extractall(tmp_path)
    package = tmp_path / note.name
    readme = (package / "data" / "documentation" / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)[-1]
    run = subprocess.run(
        ["bash", "-e", "-c", commands],
        cwd=package,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip().splitlines()[-1] == "no findings"
