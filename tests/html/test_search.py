"""The search: words are folded, passages indexed, questions answered in a browser from a folder."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.conftest import shared, slow
from tests.html.pages import Page, broken_links, built
from tests.html.test_browser import _checked, _node
from variorum.outputs.folding import folded, terms
from variorum.outputs.search_index import Document, Passage, index
from variorum.source import Edition

HERE = Path(__file__).parent / "search"
SCRIPTS = (
    "OpenArabicPE__journal_al-haqaiq__oclc_644997575-i_10.TEIP5.xml",
    "SCDH__seed-tei-transformations__BAlam52.tei.xml",
    "arthur-schnitzler__schnitzler-briefe-data__L03085.xml",
    "dracor-org__greekdracor__euripides-hecuba.xml",
    "dracor-org__rusdracor__krylov-amerikantsy.xml",
    "dracor-org__yidracor__rose-engshaft.xml",
    "sjhuskey__Calpurnius_Siculus__editio.xml",
    "tls-kr__tls-texts__KR3fa010.xml",
)
WORDS = {
    "القاضى": "القاضي",
    "القزوينى": "القزويني",
    "schnitzler": "Schnitzler",
    "πολυξενη": "Πολυξένη",
    "американц": "Американцы",
    "ענגשאפט": "ענגשאַפט",
    "corydon": "Corydon",
    "天文": "天文",
}
"""What is looked for in each of them, and how it stands there."""
LETTERS, LONG = 2_000, 1_000
"""So many letters of so many characters make an edition that is large."""


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("Μῆνιν ἄειδε θεὰ", "μηνιν αειδε θεα"),
        ("λόγος", "λόγοσ"),
        ("τῷ", "τω"),
        ("fuſs", "fuss"),
        ("Straße", "STRASSE"),
        ("ещё", "еще"),
        ("Ægir œuvre", "aegir oeuvre"),
        ("Łódź", "lodz"),
        ("الأَمِيرُ", "الامير"),
        ("إسلام آمال ٱلله", "اسلام امال الله"),
        ("مدرسة على", "مدرسه علي"),
        ("ســـلام", "سلام"),
        ("שָׁלוֹם", "שלומ"),
        ("١٩٠٨", "1908"),
        ("ﬁnis", "finis"),
        ("co\u00adoperate", "cooperate"),
        ("ﾃｷｽﾄ", "テキスト"),
    ],
)
def test_forms_of_a_word_are_one(form: str, plain: str) -> None:
    assert folded(form) == folded(plain)


def test_vowels_of_indic_scripts_are_kept() -> None:
    assert folded("कि") != folded("का")
    assert terms("हिन्दी।") == {"हिन्दी"}


def test_words_end_at_punctuation_and_signs() -> None:
    assert terms("inter-party’s «links», (Beijing)") == {"inter", "party", "s", "links", "beijing"}


def test_ideographs_are_found_in_pairs_also_where_a_line_ends() -> None:
    assert terms("天文有 圖") == {"天文", "文有", "有圖", "圖"}
    assert terms("第3章") == {"第", "3", "章"}


def _document(*words: str) -> Document:
    passages = [Passage("text", f"p{n}", str(n), each) for n, each in enumerate(words, start=1)]
    return Document("d.html", "D", "en", "1812", (1812, 1812), frozenset({"Ann"}), passages)


def _told(script: str) -> list[Any]:
    call = re.fullmatch(r"variorumSearch\.\w+\((.*)\);\n", script, flags=re.DOTALL)
    assert call
    return list(json.loads(f"[{call[1]}]"))


def test_the_index_tells_where_each_word_is() -> None:
    _, files = index([_document("The river rose.", "A boat.", "River and boat")])
    assert set(files) == {"catalogue.js", "words-0.js", "passages-0.js"}
    (lines,) = _told(files["words-0.js"])[1:]
    assert lines.split("\n") == ["a #", "and $", "boat ##", "river !$", "rose !", "the !"]
    assert _told(files["passages-0.js"])[1][1] == ["p2", "2", "A boat."]
    (catalogue,) = _told(files["catalogue.js"])
    assert catalogue["kinds"] == "ttt" and catalogue["persons"] == {"Ann": [0]}
    assert catalogue["documents"][0]["size"] == 3


def test_another_text_has_another_folder() -> None:
    assert index([_document("one")])[0] != index([_document("two")])[0]


def test_terms_are_in_the_order_of_scripts() -> None:
    _, files = index([_document("\U00020000\U00020001 ﬀ ﺍ \ufb20 z")])
    known = [line.partition(" ")[0] for line in _told(files["words-0.js"])[1].split("\n")]
    assert known == sorted(known, key=lambda term: term.encode("utf-16-be"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    return built(Edition.of([HERE], HERE), tmp_path_factory.mktemp("search"))


def test_the_page_says_what_it_needs_and_allows_nothing_else(pages: dict[str, Page]) -> None:
    page = pages["search/index.html"]
    assert page.only("//form").get("hidden") is not None
    assert page.root.xpath("//noscript//a/@href") == ["../index.html", "../register/index.html"]
    policy = page.only("//meta[@http-equiv]").get("content")
    (nonce,) = set(page.root.xpath("//script/@nonce"))
    assert policy.startswith("default-src 'none'") and policy.count(nonce) == 2
    assert not re.search(r"script-src[^;]*(unsafe|https?:|\*)", policy)
    assert not list(broken_links(pages.values()))


def _asked(pages: dict[str, Page], *questions: dict[str, str]) -> list[dict[str, Any]]:
    answers = _node("search.mjs", pages["search/index.html"].path, said=json.dumps(questions))
    assert answers["errors"] == []
    site = pages["search/index.html"].path.parent.as_uri()
    assert all(request.startswith(site.removesuffix("search")) for request in answers["requests"])
    return list(answers["all"])


def test_questions_are_answered_with_the_place(pages: dict[str, Page]) -> None:
    slow()
    expected = json.loads((HERE / "questions.json").read_text(encoding="utf-8"))
    answers = _asked(pages, *(each["question"] for each in expected))
    for each, answer in zip(expected, answers, strict=True):
        found = [
            (item["href"].partition(":~:")[0].rstrip("#"), item["words"])
            for item in answer["found"]
        ]
        assert found == [tuple(place) for place in each["found"]], each["question"]


def test_every_place_that_is_found_is_there(pages: dict[str, Page]) -> None:
    answer, more = _asked(pages, {"q": "a"}, {"q": "the"})
    page = pages["search/index.html"].path
    for item in answer["found"] + more["found"]:
        name, _, place = item["href"].partition(":~:")[0].partition("#")
        target = Page((page.parent / name).resolve())
        assert target.path.is_file() and (not place or place in target.ids), item["href"]


def test_the_page_stands_in_no_ones_way(pages: dict[str, Page]) -> None:
    page = pages["search/index.html"].path
    assert not _checked(page, warnings=False)
    slow()
    assert _node("check.mjs", page) == []
    assert _node("keys.mjs", page) == []


def test_words_of_every_script_are_found(tmp_path: Path) -> None:
    slow()
    folder = shared("corpora")
    pages = built(Edition.of([folder / name for name in SCRIPTS], folder), tmp_path)
    answers = _asked(pages, *({"q": word} for word in WORDS))
    for word, answer in zip(WORDS, answers, strict=True):
        found = [item["words"][0] for item in answer["found"]]
        assert WORDS[word] in found, (word, found)


def _letters(folder: Path) -> Path:
    """Letters whose words are as frequent as those of a language are (Zipf's law)."""
    random = Random(LETTERS)
    syllables = [first + last for first in "bdfgklmnprstvz" for last in ("a", "e", "i", "un")]
    lengths = random.choices((1, 2, 2, 3), k=20_000)
    vocabulary = ["".join(random.choices(syllables, k=length)) for length in lengths]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    for number in range(1, LETTERS + 1):
        words = " ".join(random.choices(vocabulary, weights, k=LONG // 6))
        paragraphs = re.sub(r"((?:\S+ ){40})", r"<p>\1</p>", words + " ")
        year = 1800 + number // 20
        rare = f"<p>number{number}</p>" if number % 100 == 77 else ""
        (folder / f"letter{number:04}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter{number:04}" xml:lang="la">'
            f"<teiHeader><fileDesc><titleStmt><title>Letter {number}</title></titleStmt>"
            "<publicationStmt><p>Invented.</p></publicationStmt><sourceDesc><p>None.</p>"
            f'</sourceDesc></fileDesc><profileDesc><creation><date when="{year}">{year}</date>'
            f"</creation></profileDesc></teiHeader><text><body>{paragraphs}"
            f"{rare}</body></text></TEI>",
            encoding="utf-8",
        )
    return folder


def test_two_thousand_letters_are_small_and_searched_at_once(tmp_path: Path) -> None:
    slow()
    (tmp_path / "tei").mkdir()
    folder = _letters(tmp_path / "tei")
    pages = built(Edition.of([folder], folder), tmp_path / "output")
    files = list((tmp_path / "output" / "html" / "search").glob("*/*.js"))
    sizes = {file: len(gzip.compress(file.read_bytes())) for file in files}
    assert sum(sizes.values()) < 1_000_000 and max(sizes.values()) < 40_000
    warm, *answers = _asked(
        pages, {"q": "ba"}, {"q": "number777"}, {"q": "bade"}, {"q": "da ru", "from": "1850"}
    )
    assert warm["more"] and answers[0]["found"]
    assert all(answer["ms"] < 100 for answer in answers)
