"""Text and translation, and text and facsimile, side by side in rows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import slow
from tests.html.pages import Page, broken_links, built
from tests.html.test_browser import _checked, _node
from variorum.outputs.registry import outputs_of
from variorum.source import Edition

FOLDER = Path(__file__).parent / "side"
EMPTY = ""

Pages = dict[str, Page]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return built(Edition.here(FOLDER), tmp_path_factory.mktemp("side"))


def _rows(page: Page) -> list[tuple[str, ...]]:
    """The words of the cells of each row, without numbers and marks."""
    return [
        tuple(" ".join(_words(cell).split()) for cell in row)
        for row in page.root.xpath("//*[@class='row']")
    ]


def _words(cell: object) -> str:
    found = cell.xpath(  # type: ignore[attr-defined]
        ".//text()[not(ancestor::*[contains(' number note-reference ', concat(' ', @class, ' '))"
        " or contains(@class, 'break')])]"
    )
    return " ".join(found).replace(" .", ".").replace(" ;", ";")


def test_a_translation_in_the_same_document_stands_in_rows(pages: Pages) -> None:
    assert _rows(pages["charter.translation.html"]) == [
        ("De ponte", "Of the bridge"),
        ("Pons est longus.", "The bridge is long."),
        ("Sine interpretatione.", "The translator adds this."),
        ("Flumen est altum; vide supra.", "The river is deep."),
        ("Aqua fluit,", "Water flows,"),
        ("lapis manet.", "the stone stays."),
        (EMPTY, "An end without original."),
    ]


def test_a_translation_in_another_document_stands_in_rows(pages: Pages) -> None:
    page = pages["song.translation.html"]
    assert _rows(page) == [
        ("Le pont est long.", "The bridge is long."),
        ("La rivière coule.", "The river flows."),
        ("Le pont reste.", "The bridge stays."),
        (EMPTY, "A last word."),
    ]
    assert page.root.xpath("//*[@class='row'][1]/*[2]/@lang") == ["en"]
    notes = page.root.xpath("//a[@class='note-reference']/@href")
    assert notes == ["song.html#note-1", "song-en.html#note-1"]
    assert "song-en.translation.html" not in pages


def test_the_text_of_each_page_stands_beside_its_picture(pages: Pages) -> None:
    page = pages["leaves.facsimile.html"]
    assert [row[0] for row in _rows(page)] == [
        "Of leaves",
        "On the first leaf stands a long sen",
        "tence that ends on the second. Still the second.",
        "an item another,",
        "on the fourth On the fourth,",
        "and the fifth.",
        "On the sixth.",
    ]
    shown = [(img.get("src"), img.get("alt")) for img in page.root.xpath("//figure//img")]
    assert shown == [
        ("media/tei/leaf1.png", "picture: page 1"),
        ("media/tei/leaf2.png", "The second leaf, torn at its foot"),
        ("media/tei/leaf3.png", "picture: page 3"),
        ("media/tei/leaf5.png", "The sixth leaf"),
    ]
    assert {img.get("loading") for img in page.root.xpath("//figure//img")} == {"lazy"}
    assert {img.get("width") for img in page.root.xpath("//figure//img")} == {"400"}
    captions = [" ".join(each.text_content().split()) for each in page.root.xpath("//figure")]
    assert "gone.png" in captions[3] and captions[3].endswith("page 4")
    assert page.root.xpath("//figure[5]//a/@href | //figure//p/a/@href") == [
        "https://example.org/5.png"
    ]


def test_no_place_has_two_names_and_links_lead_somewhere(pages: Pages) -> None:
    assert not [each for each in broken_links(pages.values()) if "media/" not in each]


def test_the_pages_of_the_texts_lead_to_the_rows(pages: Pages) -> None:
    forms = {
        name: [
            a
            for a in pages[f"{name}.html"].root.xpath("//nav[@class='forms']//a/@href")
            if ".t" in a or ".f" in a
        ]
        for name in ("charter", "song", "song-en", "leaves")
    }
    assert forms == {
        "charter": ["charter.translation.html"],
        "song": ["song.translation.html"],
        "song-en": [],
        "leaves": ["leaves.facsimile.html"],
    }


def test_an_edition_without_any_has_neither_page_nor_stylesheet(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    text = (FOLDER / "tei" / "song.xml").read_text(encoding="utf-8")
    (tmp_path / "tei" / "song.xml").write_text(text, encoding="utf-8")
    names = {output.name for output in outputs_of(("html",), edition=Edition.here(tmp_path))}
    assert not names & {"translation", "facsimile", "parts"}
    assert "song.translation.html" not in built(Edition.here(tmp_path), tmp_path / "output")


def test_rows_of_many_paragraphs_are_as_many(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    text = (FOLDER / "tei" / "charter.xml").read_text(encoding="utf-8")
    left = "".join(f'<p xml:id="n{n}">Verba {n}.</p>' for n in range(200))
    right = "".join(f'<p corresp="#n{n}">Words {n}.</p>' for n in range(200))
    body = f'<body><div>{left}</div><div xml:lang="en">{right}</div></body>'
    text = re.sub("<body>.*</body>", body, text, flags=re.DOTALL)
    (tmp_path / "tei" / "charter.xml").write_text(text, encoding="utf-8")
    page = built(Edition.here(tmp_path), tmp_path / "output")["charter.translation.html"]
    assert _rows(page) == [(f"Verba {n}.", f"Words {n}.") for n in range(200)]
    assert len(page.text) < 80_000


def test_a_picture_that_is_not_there_is_told_and_described(tmp_path: Path) -> None:
    shutil.copytree(FOLDER / "tei", tmp_path / "tei")
    for file in tmp_path.rglob("*.png"):
        file.unlink()
    pages = built(Edition.here(tmp_path), tmp_path / "output")
    assert "leaves.facsimile.html" not in pages
    page = pages["leaves.html"]
    assert not page.root.xpath("//img")
    placeholders = [each.text_content() for each in page.root.xpath("//*[@class='graphic']")]
    assert placeholders == [
        "[picture: The second leaf, torn at its foot]",
        "[picture: The sixth leaf]",
    ]


def _header_of_two_witnesses(text: str) -> str:
    """What stands before the text of a document, with the witnesses A and B in its header."""
    return re.sub(
        "<sourceDesc>.*</sourceDesc>",
        '<sourceDesc><listWit><witness xml:id="A">one</witness><witness xml:id="B">two</witness>'
        "</listWit></sourceDesc>",
        text[: text.index("<text")],
        flags=re.DOTALL,
    )


def _with_all_forms(folder: Path, paragraphs: int, words: int = 1) -> Pages:
    """A document with two witnesses, a translation in itself and four pages with pictures."""
    (folder / "tei").mkdir()
    for number in (1, 2, 3, 5):
        shutil.copy(FOLDER / "tei" / f"leaf{number}.png", folder / "tei")
    leaves = iter((1, 2, 3, 5))
    text = "".join(
        (f'<pb n="{n}" facs="leaf{next(leaves)}.png"/>' if n % (paragraphs // 4) == 0 else "")
        + f'<p xml:id="t{n}">Verba {n} <app><lem wit="#A">pons</lem><rdg wit="#B">fons</rdg></app> '
        + "longus est. " * words
        + "</p>"
        for n in range(paragraphs)
    )
    other = "".join(
        f'<p corresp="#t{n}">Words {n}{" of the bridge" * words}</p>' for n in range(paragraphs)
    )
    song = (FOLDER / "tei" / "charter.xml").read_text(encoding="utf-8")
    header = _header_of_two_witnesses(song)
    (folder / "tei" / "charter.xml").write_text(
        f'{header}<text xml:lang="la"><body><div>{text}</div><div type="translation" '
        f'xml:lang="en">{other}</div></body></text></TEI>',
        encoding="utf-8",
    )
    return built(Edition.here(folder), folder / "output")


def test_a_translation_stands_beside_the_pictures_of_its_original(tmp_path: Path) -> None:
    pages = _with_all_forms(tmp_path, paragraphs=8)
    page = pages["charter.translation-facsimile.html"]
    assert [row[0] for row in _rows(page)] == [
        "Words 0 of the bridge Words 1 of the bridge",
        "Words 2 of the bridge Words 3 of the bridge",
        "Words 4 of the bridge Words 5 of the bridge",
        "Words 6 of the bridge Words 7 of the bridge",
    ]
    shown = [str(each).rpartition("/")[2] for each in page.root.xpath("//figure//img/@src")]
    assert shown == ["leaf1.png", "leaf2.png", "leaf3.png", "leaf5.png"]
    assert page.root.xpath("//*[@class='row']/*[1]/@lang") == ["en"] * 4
    links = set(page.root.xpath("//header[@class='title']//nav//a/@href"))
    pairs = ("compare", "translation", "facsimile")
    assert {f"charter.{pair}.html" for pair in pairs} <= links
    assert page.path.name not in links
    assert not [each for each in broken_links(pages.values()) if "media/" not in each]


@pytest.mark.parametrize("points", ["translation", "original"])
def test_a_witness_stands_beside_a_translation_in_its_document(points: str, tmp_path: Path) -> None:
    """No witness has what the editors translated, and each is translated by it all the same."""
    names = {"translation": ('xml:id="t{}"', 'corresp="#t{}"')}
    names["original"] = names["translation"][::-1]
    own, other = names[points]
    text = "".join(
        f"<p {own.format(n)}>Verba {n} <app><lem wit='#A'>pons</lem><rdg wit='#B'>fons</rdg></app>"
        "</p>"
        for n in (1, 2)
    )
    translated = "".join(f"<p {other.format(n)}>Words {n}.<note>Why.</note></p>" for n in (1, 2))
    header = _header_of_two_witnesses((FOLDER / "tei" / "charter.xml").read_text(encoding="utf-8"))
    (tmp_path / "two.xml").write_text(
        f'{header}<text xml:lang="la"><body><div>{text}</div><div type="translation" '
        f'xml:lang="en">{translated}</div></body></text></TEI>',
        encoding="utf-8",
    )
    edition = Edition.of([tmp_path / "two.xml"], tmp_path)
    name = edition.documents[0].id
    pages = built(edition, tmp_path / "output")
    for siglum, word in (("A", "pons"), ("B", "fons")):
        page = pages[f"{name}.{siglum}.translation.html"]
        assert _rows(page) == [(f"Verba {n} {word}", f"Words {n}.") for n in (1, 2)]
        assert page.root.xpath("//*[@class='row'][1]/*[2]/@lang") == ["en"]
        forms = pages[f"{name}.{siglum}.html"].root.xpath("//nav[@class='forms']//a/@href")
        assert page.path.name in forms
        assert "Words" not in pages[f"{name}.{siglum}.html"].words("//article")
    assert not list(broken_links(pages.values()))


def test_a_translation_without_a_heading_says_what_it_is(tmp_path: Path) -> None:
    """It has one where a text has no witnesses, and below a text one sees nothing else of it."""
    header = _header_of_two_witnesses((FOLDER / "tei" / "charter.xml").read_text(encoding="utf-8"))
    text = "<p xml:id='o1'>Verba <app><lem wit='#A'>a</lem><rdg wit='#B'>b</rdg></app></p>"
    for name, head in (("bare", ""), ("headed", "<head>In English</head>")):
        (tmp_path / f"{name}.xml").write_text(
            f'{header}<text xml:lang="la"><body><div>{text}</div><div type="translation" '
            f'xml:lang="he">{head}<p corresp="#o1">Words.</p></div></body></text></TEI>'.replace(
                "charter", name
            ),
            encoding="utf-8",
        )
    pages = built(Edition.of([tmp_path], tmp_path), tmp_path / "output")
    (label,) = pages["bare.html"].root.xpath("//*[@class='side-by-side']/*[2]/*[1]")
    assert (label.get("class"), label.text) == ("kind-of-text", "Translation")
    assert (label.get("lang"), label.get("dir")) == ("en", "ltr")
    assert not pages["headed.html"].root.xpath("//*[@class='kind-of-text']")


def test_any_two_forms_can_be_shown_in_frames(tmp_path: Path, pages: Pages) -> None:
    compared = _with_all_forms(tmp_path, paragraphs=8)["charter.compare.html"]
    forms = [
        "charter.html#edition-text",
        "charter.A.html#edition-text",
        "charter.B.html#edition-text",
        "charter.translation.html#second",
        "charter.facsimile.html#second",
    ]
    for side in ("left", "right"):
        assert compared.root.xpath(f"//a[@target='{side}']/@href") == forms
    # of two forms there is one pair, which has a page of rows
    assert not [name for name in pages if name.endswith(".compare.html")]


def test_forms_are_chosen_and_scrolled_together(tmp_path: Path) -> None:
    slow()
    compared = _with_all_forms(tmp_path, paragraphs=16, words=40)["charter.compare.html"]
    translation, facsimile, witness = _node("chosen-forms.mjs", compared.path)
    assert translation["address"].startswith("#left=charter.translation.html")
    assert translation["current"] == ["Translation", "A"]
    assert translation["tops"] == ["Words 9", "Verba 9"]
    assert facsimile["current"] == ["Translation", "Facsimile"]
    assert facsimile["tops"] == ["Words 9", "page 8"]
    assert witness["current"] == ["B", "Facsimile"] and witness["tops"] == ["Verba 9", "page 8"]
    assert _node("check.mjs", compared.path) == []


def test_a_picture_stands_beside_the_words_of_its_page(pages: Pages) -> None:
    page = pages["leaves.html"]
    shown = page.root.xpath("//a[@class='facsimile']/img")
    assert [img.get("alt") for img in shown] == [
        "",
        "The second leaf, torn at its foot",
        "",
        "The sixth leaf",
    ]
    assert {img.get("loading") for img in shown} == {"lazy"}
    assert "sen2tence" in page.words("//p[@id='first']").replace("picture page ", "")


def test_rows_are_valid_and_accessible(pages: Pages) -> None:
    slow()
    names = (
        "charter.translation.html",
        "song.translation.html",
        "leaves.facsimile.html",
        "leaves.html",
    )
    paths = [pages[name].path for name in names]
    # the checker takes the policy of a page that was opened from a folder to forbid its pictures
    assert not [found for found in _checked(*paths) if "by “img-src” directive" not in found]
    assert _node("check.mjs", *paths) == []
    assert _node("keys.mjs", *paths) == []


def test_the_text_of_a_witness_stands_beside_its_own_pictures(tmp_path: Path) -> None:
    for name in ("leaf1.png", "leaf2.png", "leaf3.png"):
        shutil.copy(FOLDER / "tei" / name, tmp_path)
    text = (FOLDER / "tei" / "leaves.xml").read_text(encoding="utf-8")
    header = _header_of_two_witnesses(text)
    body = (
        '<p><pb n="1" ed="#A" facs="leaf1.png"/><pb n="9" ed="#B" facs="leaf2.png"/>Leaves '
        '<app><lem wit="#A">fall</lem><rdg wit="#B">fly</rdg></app>.</p>'
        '<p><pb n="2" facs="leaf3.png"/>The end.</p>'
    )
    (tmp_path / "two.xml").write_text(f"{header}<text><body>{body}</body></text></TEI>")
    edition = Edition.of([tmp_path / "two.xml"], tmp_path)
    name = edition.documents[0].id
    pages = built(edition, tmp_path / "output")
    for siglum, word, first in (("A", "fall", "leaf1.png"), ("B", "fly", "leaf2.png")):
        page = pages[f"{name}.{siglum}.facsimile.html"]
        shown = [str(each).rpartition("/")[2] for each in page.root.xpath("//figure//img/@src")]
        assert shown == [first, "leaf3.png"]
        assert word in page.words("//*[@class='rows']")
        assert page.root.xpath("//h1/a/@href") == [f"{name}.{siglum}.html"]
        forms = pages[f"{name}.{siglum}.html"].root.xpath("//nav[@class='forms']//a/@href")
        assert f"{name}.{siglum}.facsimile.html" in forms
    assert len(pages[f"{name}.facsimile.html"].root.xpath("//figure//img")) == 3
    assert not [each for each in broken_links(pages.values()) if "media/" not in each]
