"""The crosswalk: what a header says, in every standard; and what a header must say."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archive.conftest import CASES
from tests.archive.packages import make_package
from tests.conftest import SLOW, Golden, sample
from tests.runs import variorum

METADATA = ("metadata", "metadata/descriptive", "metadata/other")
POEM = CASES / "poem"


@pytest.fixture(scope="module")
def poem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("poem")
    shutil.copytree(POEM, folder, dirs_exist_ok=True)
    return make_package(folder)


def _metadata(package: Path, case: str, golden: Golden) -> None:
    expected = CASES / case / "expected"
    files = [
        file
        for area in METADATA
        for file in sorted((package / "data" / area).iterdir())
        if file.is_file()
    ]
    assert {file.name for file in files} >= {
        file.name for file in expected.iterdir() if file.suffix != ".actual"
    }
    for file in files:
        golden(expected / file.name, file.read_text(encoding="utf-8"))


@SLOW
def test_a_letter_from_an_archive(letter: Path, golden: Golden) -> None:
    _metadata(letter, "letter", golden)


@SLOW
def test_a_poem_from_a_book_by_nobody_known(poem: Path, golden: Golden) -> None:
    _metadata(poem, "poem", golden)
    for name in ("ead3.xml", "ead2002.xml"):
        assert not (poem / "data" / "metadata" / "descriptive" / name).exists()


@SLOW
def test_the_archival_hierarchy_of_the_note(note: Path) -> None:
    from lxml import etree

    ead = etree.parse(str(note / "data" / "metadata" / "descriptive" / "ead3.xml"))
    levels = ead.xpath("//*[local-name() = 'archdesc' or starts-with(local-name(), 'c0')]/@level")
    marks = ead.xpath("//*[local-name() = 'unitid'][@label != 'shelfmark']")
    assert levels == ["fonds", "series", "file", "item"]
    assert [mark.get("label") for mark in marks] == ["fond", "opis", "delo", "listy"]
    assert [mark.text for mark in marks] == ["10026", "4", "2870", "75-78"]


def _without(pattern: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        changed, count = re.subn(pattern, "", text, count=1, flags=re.DOTALL)
        assert count == 1, pattern
        return changed

    return edit


def _with(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


GAPS: dict[str, tuple[str, Callable[[str], str]]] = {
    "header-creator": ("<titleStmt>", _without(r"<author.*?</funder>")),
    "header-edition": ('<edition n="2.1"', _with('n="2.1.0"', 'n="2.1"')),
    "header-date": ("<publicationStmt>", _without(r"<date when=.*?</date>")),
    "header-licence": (
        "<availability",
        _with(
            '<licence target="https://creativecommons.org/publicdomain/zero/1.0/">'
            "<p>Text und Markup.</p></licence>",
            "<p>Text und Markup.</p>",
        ),
    ),
    "header-name-ref": ("<author>", _with('<author ref="reg:weiss">', "<author>")),
    "header-source": (
        "<sourceDesc>",
        _with("<sourceDesc>", "<sourceDesc><p>Ein Brief.</p></sourceDesc><!--"),
    ),
    "header-shelfmark-part": ('<idno type="shelfmark"', _with('<idno type="item">', "<idno>")),
    "header-repository": ("<msIdentifier>", _without(r"<repository>.*?</repository>")),
    "header-shelfmark": ("<msIdentifier>", _without(r'<idno type="shelfmark">.*?</idno></idno>')),
    "header-source-language": ("<msDesc>", _without(r"<msContents>.*?</msContents>")),
    "header-origin-date": ("<profileDesc>", _without(r"<date from=.*?</date>")),
    "header-language": ("<TEI", _with(' xml:id="letter-7" xml:lang="de"', ' xml:id="letter-7"')),
    "header-abstract": ("<profileDesc>", _without(r"<abstract>.*?</abstract>")),
    "header-keywords": ("<profileDesc>", _without(r"<textClass>.*?</textClass>")),
    "header-citation": ("<encodingDesc>", _without(r"<refsDecl>.*?</refsDecl>")),
    "header-revision": (
        "<revisionDesc>",
        lambda text: re.sub(r'when="(2025-02-27|2024-12-01)"', 'when="2025"', text),
    ),
}


@pytest.mark.parametrize("code", sample([*GAPS], 8))
def test_what_is_missing_is_named_with_its_line(tmp_path: Path, code: str) -> None:
    place, edit = GAPS[code]
    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    file = tmp_path / "tei" / "letter.xml"
    text = edit(file.read_text(encoding="utf-8"))
    if code == "header-source":
        text = text.replace("</sourceDesc>\n    </fileDesc>", "-->\n    </fileDesc>")
    if code == "header-language":
        text = re.sub(r"<langUsage>.*?</langUsage>", "", text)
    file.write_text(text, encoding="utf-8")
    run = variorum(tmp_path, "package", "--strict")
    line = text[: text.index(place)].count("\n") + 1
    assert run.returncode == 1
    assert re.search(rf"tei/letter\.xml:{line}:\d+: error.*{code}", run.stderr), run.stderr
    assert not (tmp_path / "output" / "package").exists() or not list(
        (tmp_path / "output" / "package").iterdir()
    )


REQUIRED = {
    "creator": ("<titleStmt>", r"<author.*?</respStmt>"),
    "publisher": ("<publicationStmt>", r"<publisher>.*?</publisher>"),
    "year": ("<publicationStmt>", r"<date when=.*?</date>(?=.*<idno)"),
}
"""What DataCite 4.6 cannot do without: properties 2, 4 and 5."""


@pytest.mark.parametrize("fact", sample([*REQUIRED]))
def test_what_a_standard_requires_is_asked_for_and_can_be_supplied(
    tmp_path: Path, fact: str
) -> None:
    place, pattern = REQUIRED[fact]
    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    file = tmp_path / "tei" / "letter.xml"
    text = _without(pattern)(file.read_text(encoding="utf-8"))
    if fact == "year":
        text = re.sub(r"<revisionDesc>.*?</revisionDesc>", "", text, flags=re.DOTALL)
    file.write_text(text, encoding="utf-8")
    refused = variorum(tmp_path, "package")
    line = text[: text.index(place)].count("\n") + 1
    assert refused.returncode == 1
    assert re.search(rf"letter\.xml:{line}: error.*package-required", refused.stderr)
    assert f"--{fact}" in refused.stderr
    value = {"creator": "Weiß, Anna", "publisher": "Verlag der Briefe", "year": "2025"}[fact]
    package = make_package(tmp_path, f"--{fact}", value)
    datacite = json.loads((package / "data/metadata/descriptive/datacite.json").read_bytes())
    told = {
        "creator": datacite["creators"][0]["name"],
        "publisher": datacite["publisher"]["name"],
        "year": datacite["publicationYear"],
    }
    assert told[fact] == value
    assert f'"{fact}" = "{value}"' in (
        package / "data" / "representations" / "tei" / "data" / "pyproject.toml"
    ).read_text(encoding="utf-8")


@SLOW
def test_funder_identifier_recipient_and_address_are_optional(tmp_path: Path) -> None:
    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    (tmp_path / "pyproject.toml").unlink()
    file = tmp_path / "tei" / "letter.xml"
    text = file.read_text(encoding="utf-8")
    for pattern in (
        r"<funder>.*?</funder>",
        r'<idno type="DOI">.*?</idno>',
        r'<idno type="URN">.*?</idno>',
        r'<correspAction type="received">.*?</correspAction>',
    ):
        text = _without(pattern)(text)
    file.write_text(text, encoding="utf-8")
    package = make_package(tmp_path)
    datacite = (package / "data" / "metadata" / "descriptive" / "datacite.json").read_text("utf-8")
    assert '"doi"' not in datacite and "fundingReferences" not in datacite


@SLOW
def test_a_package_of_verse_without_numbers_of_its_own_rebuilds(poem: Path) -> None:
    from variorum.package.verify.verify import verify

    assert verify(poem, rebuild=True) == []
