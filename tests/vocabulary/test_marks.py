"""Quotation marks that the edition adds: decided in the model, the same in every output."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from tests.apparatus.made import failed, made
from tests.building import InMemory
from tests.conftest import SLOW
from tests.vocabulary.documents import MODEL, document_of
from variorum.outputs.html import HTML
from variorum.outputs.latex import LATEX
from variorum.outputs.pdf import PDF
from variorum.outputs.text import TEXT
from variorum.proof.comparison import compared
from variorum.proof.html import text_of_page
from variorum.source import Edition

BODY = (
    "<p>One <q>two <quote>three <q>four</q></quote></q> five <quote>six</quote>, "
    "<gloss>seven</gloss>, <soCalled>eight</soCalled>, <title level='a'>nine</title>, "
    "<title level='a' rend='quoted'>ten</title>, <q>'eleven'</q>, "
    '"<soCalled>twelve</soCalled>" '
    "<q rend='no-quotes'>thirteen</q>, "
    "<gloss rend='single-quotes'>fourteen</gloss>, "
    "<cit><quote>fifteen</quote> <bibl>B</bibl></cit>, "
    "<mentioned rend='quotes'>sixteen</mentioned>, <said>seventeen</said>, "
    '("eighteen") <q>nineteen</q>.</p>'
)
WORDS = (
    'One "two \'three "four"\'" five "six", "seven", "eight", nine, "ten", \'eleven\', '
    '"twelve" thirteen, \'fourteen\', "fifteen" B, "sixteen", "seventeen", ("eighteen") '
    '"nineteen".'
)
OUTPUTS = (HTML, TEXT, PDF, LATEX)


def in_memory(folder: Path, body: str, header: str = "", language: str = "en") -> InMemory:
    (folder / "pyproject.toml").write_text(f'[tool.variorum]\nlanguage = "{language}"\n', "utf-8")
    return InMemory(Edition.of([document_of(folder, body, header)], folder))


def paragraph(name: str, rendered: str) -> str:
    """The words of the first paragraph, with their marks, as an output shows them."""
    if name == "html":
        return text_of_page(rendered).strip().removeprefix("paragraph 1").strip()
    pattern = {
        "text": r"\[1\] (.*)",
        "pdf": r'#para\(n: "1"\)\[(.*)\]\n',
        "latex": r"\\editionparagraph\{1\}(.*)\n\\pend",
    }[name]
    (found,) = re.findall(pattern, rendered)
    return re.sub(r'#look\("italic"\)\[([^]]+)\]|\\textit\{([^}]+)\}', r"\1\2", found).replace(
        "\\", ""
    )


def paragraphs(edition: InMemory) -> dict[str, str]:
    return {each.name: paragraph(each.name, edition.rendered(each)) for each in OUTPUTS}


def marked(folder: Path, body: str) -> list[str]:
    """The elements of a made paragraph that get marks."""
    model = in_memory(folder, f"<p>Said {body} so.</p>").model()
    return [each.tag for each in model.iterfind(f".//{{*}}body//*[@{MODEL}marks]")]


def marks(edition: InMemory) -> list[str | None]:
    """What the model says of the marks of each phrase of the first paragraph."""
    model = edition.model()
    found = model.find(".//{*}body/{*}p")
    assert found is not None
    return [each.get(f"{MODEL}marks") for each in found]


def test_every_output_has_the_same_words_and_marks(tmp_path: Path) -> None:
    shown = paragraphs(in_memory(tmp_path, BODY))
    assert {name: compared(words).plain for name, words in shown.items()} == dict.fromkeys(
        shown, WORDS
    )
    curled = {shown[name] for name in ("html", "pdf", "latex")}
    assert len(curled) == 1 and "“two ‘three “four”’”" in curled.pop()
    assert not set(shown["text"]) & set("“”‘’")


def test_the_marks_are_those_of_the_language(tmp_path: Path) -> None:
    shown = paragraphs(in_memory(tmp_path, "<p><q>a <q>b</q></q></p>", language="de"))
    assert {shown[name] for name in ("pdf", "latex")} == {"„a ‚b‘“"}
    assert shown["html"].endswith("„a ‚b‘“")
    assert shown["text"] == "\"a 'b'\""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "„Er sagt: ‚Geht’s?‘“ Das „Lied“"),
        ("ru", "«Er sagt: „Geht’s?“» Das «Lied»"),
        ("fr", "«\u00a0Er sagt: “Geht’s?”\u00a0» Das «\u00a0Lied\u00a0»"),
    ],
)
def test_straight_marks_become_those_of_the_language(
    tmp_path: Path, language: str, words: str
) -> None:
    body = '<p>"Er sagt: \'<name>Geht\'s</name>?\'" Das "Lied"</p>'
    shown = paragraphs(in_memory(tmp_path, body, language=language))
    assert shown["html"].endswith(words) and shown["latex"].replace("~", "\u00a0") == words
    assert compared(words, language).plain == compared(shown["text"], language).plain


def test_a_mark_after_a_block_opens_before_a_word(tmp_path: Path) -> None:
    body = '<cit><quote><p>a</p></quote><bibl>"b"</bibl></cit>'
    edition = in_memory(tmp_path, body)
    assert "“b”" in text_of_page(edition.rendered(HTML))


def test_a_word_that_is_spoken_of_has_marks_where_there_are_no_italics(tmp_path: Path) -> None:
    edition = in_memory(tmp_path, "<p><mentioned>a</mentioned> <mentioned>'b'</mentioned></p>")
    assert marks(edition) == ["plain", None]
    shown = {name: compared(words).plain for name, words in paragraphs(edition).items()}
    assert shown == {"text": "\"a\" 'b'"} | dict.fromkeys(("html", "pdf", "latex"), "a 'b'")


@pytest.mark.parametrize(
    ("kept", "expected"), [("all", None), ("some", "outer"), ("none", "outer")]
)
def test_the_header_says_whether_the_text_has_its_marks(
    tmp_path: Path, kept: str, expected: str | None
) -> None:
    declared = (
        f"<encodingDesc><editorialDecl><quotation marks='{kept}'><p>Marks.</p></quotation>"
        "</editorialDecl></encodingDesc>"
    )
    body = "<p><q>a</q><note>In the sense of <gloss>b</gloss>.</note></p>"
    edition = in_memory(tmp_path, body, declared)
    assert marks(edition)[0] == expected
    (gloss,) = edition.model().iterfind(".//{*}note/{*}gloss")
    assert gloss.get(f"{MODEL}marks") == "outer", "a note of the editors is not the source"


def test_a_quotation_that_is_a_block_has_no_marks_and_begins_anew(tmp_path: Path) -> None:
    body = "<quote><p>a <q>b</q></p></quote><cit><quote>c</quote><bibl>d</bibl></cit>"
    edition = in_memory(tmp_path, body)
    told = [each.get(f"{MODEL}marks") for each in edition.model().iterfind(".//{*}body//{*}quote")]
    assert told == [None, None]
    (inner,) = edition.model().iterfind(".//{*}body//{*}q")
    assert inner.get(f"{MODEL}marks") == "outer"


def test_an_element_without_a_word_may_hold_quotations(tmp_path: Path) -> None:
    edition = in_memory(tmp_path, "<p><own>a <q>b</q></own></p>")
    (quoted,) = edition.model().iterfind(".//{*}body//{*}q")
    assert quoted.get(f"{MODEL}marks") == "outer"


def test_a_block_among_quoted_words_stands_between_the_marks(tmp_path: Path) -> None:
    edition = in_memory(tmp_path, "<p>a <q>b <list><item>c</item></list></q></p>")
    assert '"b\n\n- c"' in edition.rendered(TEXT)
    assert "“b" in edition.rendered(PDF) and "\n”]" in edition.rendered(PDF)


def test_marks_stand_in_links_headings_and_contents(tmp_path: Path) -> None:
    body = "".join(
        f"<div><head>The <q>{name}</q> case</head><p>x</p></div>" for name in ("first", "second")
    )
    edition = in_memory(tmp_path, body)
    assert edition.rendered(HTML).count("The “first” case") == 1, "in the contents"
    assert "[The “first” case][The “first” case]" in edition.rendered(PDF)


def test_a_printed_entry_quotes_without_marks_and_remarks_with_them(tmp_path: Path) -> None:
    body = (
        "<p>a <app><lem wit='#A'><q>b</q></lem><rdg wit='#B'><gloss>c</gloss></rdg>"
        "<note>read <gloss>d</gloss></note></app></p>"
    )
    edition = in_memory(tmp_path, body)
    assert '[1] a "b"' in edition.rendered(TEXT)
    assert '[1] b A] c B (read "d")' in edition.rendered(TEXT)
    assert "(read “d”)" in edition.rendered(LATEX)


@pytest.mark.parametrize("language", ["en", "de", "ru", "fr", "zh", "ar"])
def test_the_proof_knows_the_marks(tmp_path: Path, language: str) -> None:
    in_memory(tmp_path, BODY.replace("'eleven'", "eleven"), language=language)
    assert not failed(made(tmp_path / "made.xml"))


SAID = "<p n='1'>He said <q>good day</q> to <soCalled>all</soCalled> of us.</p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "He said <app><lem wit='#A'><q>yes</q></lem><rdg wit='#B'><q>no</q></rdg></app> to us.",
            'He said "no" to us.',
        ),
        (
            "He said <app><lem wit='#A'><q>yes</q></lem><rdg wit='#B'>no</rdg></app> to us.",
            "He said no to us.",
        ),
        ("He said <app><lem><q>yes</q></lem><rdg wit='#B'/></app> to us.", "He said to us."),
        (
            "He said <q><app><lem>yes</lem><rdg wit='#B'>no</rdg></app></q> to us.",
            'He said "no" to us.',
        ),
        (
            "He <app><lem>said <q>yes</q> to</lem><rdg wit='#B'>told</rdg></app> us.",
            "He told us.",
        ),
        (
            f"{SAID}<app loc='1'><lem>day to all</lem><rdg wit='#B'>bad</rdg></app>",
            'He said "good bad" of us.',
        ),
        (
            f"{SAID}<app loc='1'><lem>said good</lem><rdg wit='#B'>bad</rdg></app>",
            'He bad day to "all" of us.',
        ),
    ],
)
def test_a_witness_has_the_marks_of_its_own_words(tmp_path: Path, body: str, expected: str) -> None:
    witnesses = "<listWit><witness xml:id='A'>A</witness><witness xml:id='B'>B</witness></listWit>"
    file = document_of(tmp_path, body if body.startswith("<p") else f"<p>{body}</p>")
    stated = "<sourceDesc>"
    text = file.read_text("utf-8")
    file.write_text(text.replace(f"{stated}<p>None.</p>", f"{stated}{witnesses}"), "utf-8")
    document = made(file)
    assert not failed(document)
    assert expected in document.outputs["text/made.B.txt"]


@pytest.mark.parametrize(
    "body",
    [
        "<pc>“</pc><q><w>Yes</w></q><pc>”</pc>",
        "„<hi rend='italic'><q>Ja</q></hi>“",
        "»<cit><quote>a</quote> <bibl>G</bibl></cit>«",
        "„<lb/><q>Ja</q>“",
        "„<note>c</note><q>Ja</q>“",
        "<said>— Oui, dit-il.</said>",
        "<said>-- Oui, dit-il.</said>",
        "<q>,,Ja'' so</q>",
        "<q>``x'' so</q>",
        "<q>「c」</q>",
        "<q>『c』</q>",
        "<q>‟a‟</q>",
        "<q>… “a</q>",
        "<q>a”)</q>",
        "<q>a”?!</q>",
        "<q>a”<note>A note.</note></q>",
        "<said direct='false'>that he came</said>",
        "<title rend='double underline'>a</title>",
        "<title rend='underline single'>a</title>",
        "<quote><floatingText><body><p>a</p></body></floatingText></quote>",
        "<q><figure><figDesc>a</figDesc></figure></q>",
        "<q><note>c</note></q>",
        "<cit><ref>a</ref></cit>",
    ],
)
def test_the_edition_adds_no_marks(tmp_path: Path, body: str) -> None:
    assert marked(tmp_path, body) == []
    assert not failed(made(tmp_path / "made.xml"))


@pytest.mark.parametrize(
    "body",
    [
        "<q>“A”</q><q>b</q>",
        "l'<q>amour</q>",
        "d’<soCalled>art</soCalled>",
        "<title rend='double'>a</title>",
        "<title rendition='#single'>a</title>",
        "<q>a<note>“c”</note></q>",
        "<q><note>“c”</note>a</q>",
        "<note>c”</note><q>a</q>",
        "<said direct='true'>a</said>",
        "<q>a <figure><figDesc>b</figDesc></figure></q>",
        "<cit><quote>a</quote> (<bibl>B</bibl>)</cit>",
        "</p><p>“</p><p><q>a</q>",
    ],
)
def test_the_edition_adds_marks_once(tmp_path: Path, body: str) -> None:
    assert len(marked(tmp_path, body)) == 1
    assert not failed(made(tmp_path / "made.xml"))


@SLOW
@pytest.mark.parametrize(
    ("before", "quoted", "after"),
    [
        ("<quote>", "<l>a <q>b</q></l>", "</quote>"),
        ("<p>", "a <hi><q>b</q></hi><note>c</note> ", "</p>"),
    ],
)
def test_a_quotation_costs_no_more_among_many(
    tmp_path: Path, before: str, quoted: str, after: str
) -> None:
    """Eight times as many cost at most sixteen times as much: seconds are not exact."""

    def modelled(times: int) -> float:
        edition = in_memory(tmp_path, f"{before}{quoted * times}{after}")
        start = time.process_time()
        edition.node()
        return time.process_time() - start

    modelled(1)
    short = min(modelled(500) for _ in range(2))
    assert modelled(4000) <= 16 * short
