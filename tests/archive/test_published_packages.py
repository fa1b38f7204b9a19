"""TEI that others have published: packaged, verified, made again, accepted by foreign validators.

The documents are of different kinds: a letter, an inscription, a play, a novel in which nobody is
named as publisher, a test of the TEI without anything that catalogues require.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.archive.packages import make_package
from tests.conftest import SLOW, shared
from tests.runs import variorum
from variorum.package.judges.judges import ask
from variorum.package.verify.verify import verify

SUPPLIED = {"creator": "Orchard, Ann", "publisher": "Pear Press", "year": "2001"}
DOCUMENTS = {
    "FloChiff__DAHNProject__Lettre0432_11novembre1918.xml": (),
    "ISicily__ISicily__ISic001226.xml": (),
    "dracor-org__rusdracor__krylov-amerikantsy.xml": (),
    "COST-ELTeC__ELTeC-rus__008_geroi-nashego-vremeni.xml": ("publisher",),
    "KONDE-AT__thun-data__suchecki-an-thun-1860-01-10-a3-xxi-d547.xml": tuple(SUPPLIED),
}


def _judged(package: Path, validators: Path) -> None:
    """The package is whole, is made again, and nobody refuses it."""
    archive = package.with_name(f"{package.name}.zip")
    assert [each for each in verify(archive, rebuild=True) if each.level == "error"] == []
    verdicts = {answer.tool: (answer.verdict, answer.detail) for answer in ask(validators, package)}
    assert not [each for each in verdicts.items() if each[1][0] == "rejected"]
    assert sum(verdict == "accepted" for verdict, _ in verdicts.values()) >= 9


@SLOW
@pytest.mark.parametrize("name", DOCUMENTS)
def test_published_tei_is_packaged_and_accepted(
    name: str, validators: Path, tmp_path: Path
) -> None:
    (tmp_path / "tei").mkdir()
    shutil.copy(shared("corpora") / name, tmp_path / "tei")
    lacking = DOCUMENTS[name]
    if lacking:
        refused = variorum(tmp_path, "package", f"tei/{name}")
        assert refused.returncode == 1
        assert all(f"--{each}" in refused.stderr for each in lacking)
    flags = [word for each in lacking for word in (f"--{each}", SUPPLIED[each])]
    _judged(make_package(tmp_path, f"tei/{name}", *flags), validators)


@SLOW
def test_a_publisher_of_an_unknown_kind_is_accepted(validators: Path, tmp_path: Path) -> None:
    """A name in a statement in prose can be that of a person or of a body."""
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "a.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a" xml:lang="en"><teiHeader><fileDesc>'
        "<titleStmt><title>T</title><author>Ann Orchard</author></titleStmt>"
        "<publicationStmt><p>Published by <name>Pear Press</name>, 2020.</p></publicationStmt>"
        "<sourceDesc><msDesc><msIdentifier><repository>R</repository><idno>1</idno>"
        "</msIdentifier></msDesc></sourceDesc></fileDesc></teiHeader>"
        "<text><body><p>x</p></body></text></TEI>",
        encoding="utf-8",
    )
    package = make_package(tmp_path, "tei/a.xml", "--year", "2020")
    assert 'TYPE="OTHER" OTHERTYPE="UNSPECIFIED"' in (package / "data" / "METS.xml").read_text(
        "utf-8"
    )
    _judged(package, validators)
