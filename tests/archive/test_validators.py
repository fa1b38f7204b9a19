"""What the validators of others say, by `package --check` and by its script."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archive.conftest import CASES
from tests.archive.packages import make_package, rebag
from tests.conftest import SLOW, slow
from tests.runs import variorum
from variorum.package.judges.judges import ask
from variorum.package.verify.verify import verify

TOOLS = {
    "sha256sum": "every digest is right",
    "bagit": "valid BagIt 1.0 bag",
    "E-ARK CSIP 2.1": "0 errors, 0 warnings",
    "METS 1.12": "METS.xml valid",
    "PREMIS 3": "premis.xml valid",
    "EAD 2002": "ead2002.xml valid",
    "EAD3": "ead3.xml valid",
    "MODS 3.8": "mods.xml valid as MODS 3.8",
    "DataCite 4.6": "datacite.json valid as 4.6",
    "CITATION.cff": "CITATION.cff valid as 1.2.0",
    "Siegfried": "agrees with PREMIS on the formats of",
}


def _verdicts(python: Path, package: Path, *more: str) -> dict[str, tuple[str, str]]:
    return {answer.tool: (answer.verdict, answer.detail) for answer in ask(python, package, *more)}


def test_all_accept_the_note_as_a_sip(note: Path, validators: Path) -> None:
    verdicts = _verdicts(validators, note)
    assert {tool: verdict for tool, (verdict, _) in verdicts.items()} == dict.fromkeys(
        TOOLS, "accepted"
    )
    for tool, detail in TOOLS.items():
        assert verdicts[tool][1].startswith(detail)
    assert verdicts["E-ARK CSIP 2.1"][1].startswith("0 errors, 0 warnings; SIP14, a known fault")


def test_all_accept_a_letter_as_an_aip_without_any_fault(letter: Path, validators: Path) -> None:
    verdicts = _verdicts(validators, letter)
    assert {verdict for verdict, _ in verdicts.values()} == {"accepted"}
    assert verdicts["E-ARK CSIP 2.1"][1] == "0 errors, 0 warnings"


def test_the_e_ark_package_alone_is_accepted_as_it_is_written(
    tmp_path: Path, validators: Path
) -> None:
    """The reference validator reads the zip itself; and ours finds that it is remade."""
    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    make_package(tmp_path, "--eark", "--type", "aip")
    alone = tmp_path / "output" / "package" / "letter-7-2.1.0.eark.zip"
    assert verify(alone) == []
    assert _verdicts(validators, alone) == {"E-ARK CSIP 2.1": ("accepted", "0 errors, 0 warnings")}


def test_a_poem_without_an_archive_has_no_finding_aid(validators: Path, tmp_path: Path) -> None:
    shutil.copytree(CASES / "poem", tmp_path, dirs_exist_ok=True)
    verdicts = _verdicts(validators, make_package(tmp_path))
    assert verdicts.pop("EAD3") == ("absent", "no ead3.xml in the package")
    assert verdicts.pop("EAD 2002") == ("absent", "no ead2002.xml in the package")
    assert {verdict for verdict, _ in verdicts.values()} == {"accepted"}


def _edit(file: str, old: str, new: str) -> Callable[[Path], None]:
    def damage(payload: Path) -> None:
        text = (payload / file).read_text(encoding="utf-8")
        assert old in text
        (payload / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return damage


DESCRIPTIVE = "metadata/descriptive"
REJECTED = {
    "E-ARK CSIP 2.1": _edit("METS.xml", "Textual works – Digital", "Textual works - Digital"),
    "METS 1.12": _edit("METS.xml", "csip:NOTETYPE", "NOTETYPE"),
    "PREMIS 3": _edit("metadata/preservation/premis.xml", "<size>", "<size>many "),
    "EAD 2002": _edit(f"{DESCRIPTIVE}/ead2002.xml", "<eadid>", "<nonsense/><eadid>"),
    "EAD3": _edit(f"{DESCRIPTIVE}/ead3.xml", "<recordid>", "<nonsense/><recordid>"),
    "MODS 3.8": _edit(f"{DESCRIPTIVE}/mods.xml", 'version="3.8"', 'version="9"'),
    "DataCite 4.6": _edit(f"{DESCRIPTIVE}/datacite.json", '"titles"', '"tiles"'),
    "CITATION.cff": _edit("metadata/other/CITATION.cff", "authors:", "writers:"),
    "Siegfried": _edit("metadata/preservation/premis.xml", "fmt/1476", "fmt/1"),
}


@pytest.mark.parametrize("tool", REJECTED)
def test_a_fault_is_rejected_by_the_one_whose_matter_it_is(
    damaged: Path, validators: Path, tool: str
) -> None:
    if tool not in ("METS 1.12", "Siegfried"):
        slow()
    REJECTED[tool](damaged / "data")
    rebag(damaged)
    assert _verdicts(validators, damaged)[tool][0] == "rejected"


def test_a_changed_file_is_rejected(damaged: Path, validators: Path) -> None:
    (damaged / "data" / "documentation" / "README.md").write_text("x", encoding="utf-8")
    verdicts = _verdicts(validators, damaged)
    assert verdicts["sha256sum"][0] == verdicts["bagit"][0] == "rejected"


def test_the_command_prints_tool_version_and_verdict(tmp_path: Path, validators: Path) -> None:
    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    environment = str(validators.parent.parent)
    run = variorum(tmp_path, "package", "--check", VARIORUM_VALIDATORS=environment)
    assert run.returncode == 0, run.stderr
    for tool in TOOLS:
        assert tool in run.stdout
    assert "bagit (1.9." in run.stdout and "SIP14, a known fault" in run.stdout


@SLOW
def test_without_the_environment_the_command_says_how_to_make_it(tmp_path: Path) -> None:
    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    run = variorum(tmp_path, "package", "--check", VARIORUM_VALIDATORS=str(tmp_path / "none"))
    assert run.returncode == 1
    assert "validators-missing" in run.stderr and "validators.txt" in run.stderr


def test_the_crate_is_accepted_and_a_crate_without_licence_is_not(
    note: Path, damaged: Path, crate_validator: Path
) -> None:
    slow()
    assert _verdicts(crate_validator, note, "--crate")["RO-Crate 1.2"][0] == "accepted"
    _edit("ro-crate-metadata.json", '"license"', '"licence"')(damaged / "data")
    assert _verdicts(crate_validator, damaged, "--crate")["RO-Crate 1.2"][0] == "rejected"
