"""Every kind of damage is found, with file and reason; sound packages have no finding.

Damage is done below the manifests of the bag, which are then written anew: what is found is found
by the checks of METS, PREMIS and the texts, not by the digests of the bag alone. The cases begin
with those that the reference validator of E-ARK lets through or breaks on.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.archive.conftest import CASES
from tests.archive.damages.kind import Do, sub
from tests.archive.damages.layers import BAG, DAMAGE
from tests.archive.packages import rebag
from tests.conftest import SLOW, sample, slow
from tests.runs import variorum
from variorum.build.plan import Plan
from variorum.build.worker import Prove
from variorum.catalogue import for_editors
from variorum.engines.saxon import Saxon
from variorum.findings import Diagnostic
from variorum.package.verify.verify import verify

LEGAL: dict[str, Do] = {
    "TEI's own media type on a metadata reference": sub(
        'MIMETYPE="application/xml"', 'MIMETYPE="application/tei+xml"'
    ),
    "no content information type on the documentation, which only CSIP63 misses": sub(
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
    sub('("SOFTWARE VERSION">)[^<]+', r"\g<1>0.0.1")(damaged / "data")
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
