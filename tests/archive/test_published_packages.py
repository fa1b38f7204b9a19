"""TEI that others have published: packaged, verified, made again, accepted by foreign validators.

Each document is packaged by itself, and where its header lacks what DataCite requires, it is said
what that is and how to supply it. A file that is a register has nothing to package. Two long books,
the play by Kraus and all of Calpurnius Siculus, are not among them, since each takes minutes.
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
REGISTER = "QHOD__qhod-edition-data__QhoDstandOff.xml"
DOCUMENTS = {
    "Auden-Musulin-Papers__amp-data__amp-transcript__0043.xml": (),
    "COST-ELTeC__ELTeC-rus__008_geroi-nashego-vremeni.xml": ("publisher",),
    "FloChiff__DAHNProject__Lettre0432_11novembre1918.xml": (),
    "HistoryAtState__frus-history__1980-rereview-transcript.xml": ("creator", "publisher"),
    "HistoryAtState__frus-history__1984-07-slany-report-to-congress.xml": ("creator", "publisher"),
    "HistoryAtState__milestones__1977-1980.xml": ("creator", "publisher"),
    "ISicily__ISicily__ISic001226.xml": (),
    "KONDE-AT__thun-data__suchecki-an-thun-1860-01-10-a3-xxi-d547.xml": tuple(SUPPLIED),
    "OpenArabicPE__journal_al-haqaiq__oclc_644997575-i_10.TEIP5.xml": (),
    "QHOD__qhod-edition-data__qhod.l.hbg.17190813.xml": (),
    "SCDH__seed-tei-transformations__BAlam52.tei.xml": ("publisher",),
    "SCDH__seed-tei-transformations__Bisharah.tei.xml": ("creator", "year"),
    "TEIC__Stylesheets__test.xml": ("publisher", "year"),
    "TEIC__Stylesheets__testBibliography1.xml": ("creator", "year"),
    "TEIC__TEI__testnames.xml": tuple(SUPPLIED),
    "TEIC__TEI__torture.xml": (),
    "arthur-schnitzler__schnitzler-briefe-data__L01974.xml": (),
    "arthur-schnitzler__schnitzler-briefe-data__L03085.xml": (),
    "dracor-org__greekdracor__euripides-hecuba.xml": (),
    "dracor-org__rusdracor__krylov-amerikantsy.xml": (),
    "dracor-org__yidracor__rose-engshaft.xml": (),
    "erc-dharma__tfa-pallava-epigraphy__DHARMA_INSPallava00377.xml": (),
    "jjmccollum__teiphy__ubs_ephesians.xml": ("creator",),
    "pruizf__disco__disco694n.xml": (),
    "sjhuskey__Calpurnius_Siculus__Poem4.xml": tuple(SUPPLIED),
    "tls-kr__tls-texts__KR3fa010.xml": tuple(SUPPLIED),
}
"""What each lacks of that which the standards require."""


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


def test_a_register_has_nothing_to_package(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    shutil.copy(shared("corpora") / REGISTER, tmp_path / "tei")
    refused = variorum(tmp_path, "package", f"tei/{REGISTER}")
    assert refused.returncode == 1
    assert "is a register and has no text" in refused.stderr


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
