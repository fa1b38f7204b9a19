"""One package of several documents: what it says of the whole, and of each."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from lxml import etree

from tests.archive.conftest import CASES
from tests.archive.packages import make_package
from tests.conftest import SLOW, slow
from tests.runs import tree, variorum
from variorum.package.crosswalk import _in_pieces
from variorum.package.judges.judges import ask
from variorum.package.verify.verify import verify

_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
_DOI = '<idno type="DOI">10.1234/letters.7</idno>'


def _letters(folder: Path) -> None:
    """Three letters; the second has other terms, the third a day of its own, and no two a DOI of
    their own but the third.
    """
    shutil.copytree(CASES / "letter", folder, dirs_exist_ok=True)
    text = (folder / "tei" / "letter.xml").read_text(encoding="utf-8")
    assert _LICENCE in text and _DOI in text and "Text und Markup." in text
    text = text.replace("Text und Markup.", "Freigegeben.")
    (folder / "tei" / "letter.xml").unlink()
    for number, (old, new) in enumerate(
        (("", ""), (_LICENCE, f"{_LICENCE}?other"), (_DOI, _DOI.replace("s.7", "s.9")))
    ):
        own = text.replace('xml:id="letter-7"', f'xml:id="letter-{number}"').replace(old, new)
        (folder / "tei" / f"letter-{number}.xml").write_text(own, encoding="utf-8")


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of three letters, with its zip and the E-ARK package alone beside it."""
    folder = tmp_path_factory.mktemp("letters")
    _letters(folder)
    return make_package(folder, "--collection", "letters", "--type", "aip", "--eark")


def test_one_package_holds_all_documents_and_the_toolchain_once(letters: Path) -> None:
    assert letters.name == "letters-2025-02-27"
    payload = letters / "data"
    assert len(list((payload / "software").glob("*.whl"))) == 1
    names = ["letter-0.xml", "letter-1.xml", "letter-2.xml"]
    for folder in ("tei/data/tei", "standalone/data"):
        texts = (payload / "representations" / folder).glob("letter*.xml")
        assert sorted(text.name for text in texts) == names
    for name in ("letter-0", "letter-1", "letter-2"):
        assert (payload / f"representations/access/data/html/{name}.html").is_file()
        assert (payload / f"metadata/descriptive/{name}/ead3.xml").is_file()
        assert (payload / f"metadata/other/{name}/{name}.bib").is_file()
    assert verify(letters) == []


def test_the_record_of_the_whole_says_what_holds_for_all(letters: Path) -> None:
    folder = letters / "data" / "metadata" / "descriptive"
    record = json.loads((folder / "datacite.json").read_bytes())
    assert [creator["name"] for creator in record["creators"]] == ["Weiß, Anna"]
    assert "doi" not in record, "the DOI of a letter is not that of all"
    assert [each["relatedIdentifier"] for each in record["relatedIdentifiers"]] == [
        "https://letters.example.org/letter-0.html",
        "https://letters.example.org/letter-1.html",
        "https://doi.org/10.1234/letters.9",
    ], "what two letters have is no identifier of one of them"
    assert {each["relationType"] for each in record["relatedIdentifiers"]} == {"HasPart"}
    assert {each["rightsUri"] for each in record["rightsList"]} == {
        _LICENCE,
        f"{_LICENCE}?other",
    }
    said = json.loads((folder / "schema-org.jsonld").read_bytes())
    assert "license" not in said, "terms of one letter are not those of all"
    assert len(said["hasPart"]) == 3
    own = json.loads((folder / "letter-0" / "schema-org.jsonld").read_bytes())
    assert own["license"] == [_LICENCE]


def test_each_document_is_an_entity_of_premis_and_part_of_the_whole(letters: Path) -> None:
    premis = etree.parse(str(letters / "data" / "metadata" / "preservation" / "premis.xml"))
    kinds = "{*}object[@{http://www.w3.org/2001/XMLSchema-instance}type='intellectualEntity']"
    whole, *parts = premis.findall(kinds)
    identifiers = [
        entity.findtext("{*}objectIdentifier/{*}objectIdentifierValue")
        for entity in (whole, *parts)
    ]
    assert len(set(identifiers)) == 4, "letters of one DOI are told apart"
    for part in parts:
        assert part.findtext(".//{*}relatedObjectIdentifierValue") == identifiers[0]


def test_the_terms_of_each_text_are_those_of_its_file(letters: Path) -> None:
    lines = (letters / "data" / "metadata" / "rights.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4 and lines[0].startswith("file,basis,")
    assert "letter-1.xml" in lines[2] and f"{_LICENCE}?other" in lines[2]


@SLOW
def test_it_is_made_again_and_the_same(letters: Path, tmp_path: Path) -> None:
    assert verify(letters, rebuild=True) == []
    assert verify(letters.with_name(f"{letters.name}.eark.zip"), rebuild=True) == []
    _letters(tmp_path)
    again = make_package(tmp_path, "--collection", "letters", "--type", "aip")
    assert tree(again) == tree(letters)


def test_a_change_of_one_text_is_found_when_it_is_made_again(letters: Path, tmp_path: Path) -> None:
    slow()
    from tests.archive.packages import make_true

    copy = shutil.copytree(letters, tmp_path / letters.name)
    text = copy / "data/representations/tei/data/tei/letter-1.xml"
    text.write_bytes(text.read_bytes().replace(b"Ich bestelle", b"Ich befehle"))
    make_true(copy)
    found = {finding.file for finding in verify(copy, rebuild=True)}
    assert "data/representations/access/data/html/letter-1.html" in found
    assert "data/representations/standalone/data/letter-0.xml" not in found


@SLOW
def test_the_validators_of_others_accept_it(letters: Path, validators: Path) -> None:
    verdicts = {answer.tool: answer.verdict for answer in ask(validators, letters)}
    assert set(verdicts.values()) == {"accepted"}, verdicts


@pytest.mark.parametrize("length", range(300, 700, 37))
def test_no_file_of_a_long_mets_file_is_parted(length: int) -> None:
    """Whichever length its entries have; nothing but white space is added."""
    entry = f'<mets:file ID="{"x" * (length - 200)}"><mets:FLocat href="a"/></mets:file>'
    mets = f"<mets:fileGrp>{entry * 400}</mets:fileGrp>"
    made = _in_pieces(mets)
    assert made.replace(" ", "") == mets.replace(" ", "")
    for at in range(32_768, len(made), 32_768):
        assert made[:at].count("<mets:file ") == made[:at].count("</mets:file>")


@SLOW
def test_it_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    _letters(tmp_path)
    broken = tmp_path / "tei" / "letter-1.xml"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("<publisher>Verlag der Briefe</publisher>", ""), "utf-8")
    run = variorum(tmp_path, "package", "--collection", "letters")
    assert run.returncode == 1
    assert "tei/letter-1.xml" in run.stderr and "not packaged: letters" in run.stderr
    assert not list((tmp_path / "output").rglob("*.zip"))
    broken.write_text(text.replace('xml:id="letter-1"', 'xml:id="letter-0"'), encoding="utf-8")
    run = variorum(tmp_path, "package", "--collection", "letters")
    assert run.returncode == 1 and "is called “letter-0”" in run.stderr
