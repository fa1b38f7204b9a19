"""The proof finds a word too few, too many, elsewhere, or in the wrong text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.apparatus.made import CASES, Made, failed, made
from tests.building import InMemory, build, warm_saxon
from tests.conftest import ROOT
from variorum.build.plan import plan
from variorum.build.run import run
from variorum.findings import VariorumError
from variorum.outputs.latex import LATEX
from variorum.outputs.output import TextOutput
from variorum.outputs.pdf import PDF
from variorum.outputs.text import TEXT
from variorum.proof import Proof
from variorum.source import Edition, Settings


@pytest.fixture(scope="module")
def ferry() -> Made:
    return made(CASES / "parallel.xml")


OUTPUTS = [
    ("html", "html/ferry.html", ""),
    ("html", "html/ferry.D.html", "D"),
    ("text", "text/ferry.txt", ""),
    ("text", "text/ferry.D.txt", "D"),
    ("text", "text/ferry.E.txt", "E"),
    ("print", "print/ferry.typ", ""),
    ("latex", "print/ferry.tex", ""),
]

FAULTS: dict[str, Callable[[str], str]] = {
    "lost": lambda text: text.replace("king", "", 1),
    "doubled": lambda text: text.replace("king", "king king", 1),
    "changed": lambda text: text.replace("king", "queen", 1),
    "joined": lambda text: text.replace("king ", "king", 1),
    "moved": lambda text: text.replace("a king", "king a", 1),
}
PLACES = {"lost": (48, 18), "doubled": (48, 23), "changed": (48, 18), "joined": (48, 23)}
PLACES |= {"moved": (48, 16)}
"""Where the words at fault stand in the TEI."""


@pytest.mark.parametrize(("kind", "name", "siglum"), OUTPUTS)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_an_output_is_found(
    ferry: Made, kind: str, name: str, siglum: str, fault: str
) -> None:
    output = ferry.outputs[name]
    at = output.index("Once")
    broken = output[:at] + FAULTS[fault](output[at:])
    assert broken != output
    assert not ferry.proof.failures(kind, output, siglum)
    found = ferry.proof.failures(kind, broken, siglum, name)
    assert {finding.code for finding in found} == {"proof-failed"}
    assert len(found) == 1 or kind in ("print", "latex")
    assert {(finding.line, finding.column) for finding in found} == {PLACES[fault]}
    for place in (finding.output for finding in found):
        assert place is not None and place.file == name
        assert "Once" in broken.splitlines()[place.line - 1]
    assert (f"witness {siglum}" if siglum else "reading text") in found[0].message


def test_a_reading_in_the_wrong_text_is_found(ferry: Made) -> None:
    found = ferry.proof.failures("text", ferry.outputs["text/ferry.C.txt"], "D")
    assert [finding.code for finding in found] == ["proof-failed"]


def test_curled_quotation_marks_are_forgiven_and_nothing_else(ferry: Made) -> None:
    page = ferry.outputs["html/ferry.F.html"]
    assert "i’ th’" in page
    assert not ferry.proof.failures("html", page.replace("i’ th’", "i' th'"), "F")
    assert ferry.proof.failures("html", page.replace("i’ th’", "i th"), "F")


PRINT_FAULTS: dict[str, tuple[str, str, str, str]] = {
    "entry lost": (
        r'  apparatus-entry\("app-3", .*\n',
        "",
        "B C D",
        "in line 34: the TEI has “bridge] brigge B; stone bridge C D”, the output “”",
    ),
    "entry twice": (
        r'(  apparatus-entry\("app-3", .*\n)',
        r"\1\1",
        "",
        ": the TEI has “”, the output “bridge] brigge B; stone bridge C D”",
    ),
    "entry without a witness lost": (
        r'  apparatus-entry\("app-9", .*\n',
        "",
        "",
        "in line 38: the TEI has “the elder] the eldest”, the output “”",
    ),
    "entry without a reading lost": (
        r'  apparatus-entry\("app-35", .*\n',
        "",
        "",
        "in line 56: the TEI has “which runs”, the output “”",
    ),
    "siglum lost": (
        r'(#reading\[Hayle\]\[ )#siglum\("B"\)\[B\] ',
        r"\1",
        "B",
        "has “Hale] Hayle B D; Hal the smith F”, the output “Hale] Hayle D; Hal the smith F”",
    ),
    "siglum added": (
        r'(#reading\[hee\]\[ #siglum\("A"\)\[A\])',
        r'\1 #siglum("F")[F]',
        "F",
        "the TEI has “he] hee A”, the output “he] hee A F”",
    ),
    "sigla swapped": (
        r'(#reading\[hym\]\[ )#siglum\("C"\)\[C\](.*)#siglum\("D"\)\[D\]',
        r'\1#siglum("D")[D]\2#siglum("C")[C]',
        "C D",
        "the TEI has “him] hym C; hem D”, the output “him] hym D; hem C”",
    ),
    "word of a reading lost": (
        "for a man and wife",
        "for a man wife",
        "C",
        "output “for a man] for one man B E; for a man wife C; for a man or wife D; a man F”",
    ),
    "words of a reading moved": (
        "for a man and wife",
        "for a wife and man",
        "C",
        "output “for a man] for one man B E; for a wife and man C; for a man or wife D; a man F”",
    ),
    "word of a conjecture lost": (
        "the eldest",
        "eldest",
        "",
        "the TEI has “the elder] the eldest”, the output “the elder] eldest”",
    ),
    "word of a state before the last changed": (
        "the hille",
        "the hylle",
        "",
        "has “the hill] the hille B; to the water B”, the output “the hill] the hylle B; to the wa",
    ),
    "omission not said": (
        r'#abbr\[om\.\] (#siglum\("g"\)\[g\]\]\]\),\n  apparatus-entry\("app-7")',
        r"\1",
        "",
        "has “neither young nor] – C D”, the output “neither young nor] ? C D”",
    ),
    "lemma changed": (
        r'("app-3", \[)bridge',
        r"\1ford",
        "",
        "has “bridge] brigge B; stone bridge C D”, the output “ford] brigge B; stone bridge C D”",
    ),
    "shortened lemma changed": (
        "in the … great flood",
        "in the … great ford",
        "",
        "“in the winter of the great flood] late C D”, the output “in the … great ford] late C D”",
    ),
    "place moved": (
        r'before the #app\("app-3"\)\[#first\("app-3"\)\[bridge\]\] was',
        'before #app("app-3")[#first("app-3")[the]] bridge was',
        "B C D",
        "",
    ),
    "end moved": (r' flood(#app-end\("app-12"\))', r"\1 flood", "C D", ""),
    "beginning of a fragment lost": (r'#presence\(begins: "E"\)', "", "E", ""),
    "end of a fragment lost": (r'#presence\(ends: "F"\)', "", "F", ""),
    "reading of all sources lost": (r"reading\(sources: true\)\[know", "reading[know", "ABCDF", ""),
    "state confused": (r'reading\(not-last: "B"\)', "reading", "B", ""),
    "member of a group lost": (r'#witness\("D"\)\[D\]', '#witness("X")[D]', "D", "Orin C D"),
}
"""What to change to what in the markup; whose texts are found wrong; what is said of the entry."""

LATEX_FAULTS: dict[str, tuple[str, str, str, str]] = {
    "entry lost": (
        r"\\edtext\{bridge\}\{.*?g\}\}\}\}",
        "bridge",
        "B C D",
        "in line 34: the TEI has “bridge] brigge B; stone bridge C D”, the output “”",
    ),
    "entry without a witness lost": (
        r"\\edtext\{the elder\}\{.*?Orme\}\}\}\}",
        "the elder",
        "",
        "in line 38: the TEI has “the elder] the eldest”, the output “”",
    ),
    "siglum lost": (
        r"(\{Hayle\}\{ )\\editionsiglum\{B\} ",
        r"\1",
        "B",
        "has “Hale] Hayle B D; Hal the smith F”, the output “Hale] Hayle D; Hal the smith F”",
    ),
    "sigla swapped": (
        r"(\{hym\}\{ )\\editionsiglum\{C\}(.*?)\\editionsiglum\{D\}",
        r"\1\\editionsiglum{D}\2\\editionsiglum{C}",
        "C D",
        "the TEI has “him] hym C; hem D”, the output “him] hym D; hem C”",
    ),
    "word of a reading lost": (
        "for a man and wife",
        "for a man wife",
        "C",
        "output “for a man] for one man B E; for a man wife C; for a man or wife D; a man F”",
    ),
    "word of a conjecture lost": (
        "the eldest",
        "eldest",
        "",
        "the TEI has “the elder] the eldest”, the output “the elder] eldest”",
    ),
    "lemma changed": (
        r"(\\lemma\{)bridge",
        r"\1ford",
        "",
        "has “bridge] brigge B; stone bridge C D”, the output “ford] brigge B; stone bridge C D”",
    ),
    "omission not said": (
        r"\\editionabbr\{om\.\} (\\editionsiglum\{g\})",
        r"\1",
        "",
        "has “neither young nor] – C D”, the output “neither young nor] ? C D”",
    ),
    "end of labels moved": (r"(\.)(\\edlabel\{app-28-end\})", r"\2\1", "D F", ""),
    "beginning of a fragment lost": (r"\\editionunseen\{begins\}\{E\}", "", "E", ""),
    "reading of all sources lost": (
        r"(know\}\{)\\editionunseen\{sources\}\{\}",
        r"\1",
        "ABCDF",
        "",
    ),
    "state confused": (r"\\editionunseen\{not-last\}\{B\}", "", "B", ""),
    "member of a group lost": (r"\\item\[\{D\}\]", r"\\item[{X}]", "D", "Orin C D"),
}
"""The same for LaTeX."""


BOOKS = {"print": ("ferry.typ", PRINT_FAULTS), "latex": ("ferry.tex", LATEX_FAULTS)}


@pytest.mark.parametrize(
    ("kind", "fault"), [(kind, fault) for kind in BOOKS for fault in BOOKS[kind][1]]
)
def test_a_fault_in_a_printed_apparatus_is_found(ferry: Made, kind: str, fault: str) -> None:
    name, faults = BOOKS[kind]
    pattern, new, sigla, said = faults[fault]
    output = ferry.outputs[f"print/{name}"]
    broken, count = re.subn(pattern, new, output, count=1)
    assert count and broken != output
    found = ferry.proof.failures(kind, broken)
    assert {finding.code for finding in found} == {"proof-failed"}
    messages = [finding.message for finding in found]
    wrong = [m.group(1) for m in map(re.compile(rf"{kind}, witness (\w+)").match, messages) if m]
    assert wrong == list(sigla.replace(" ", ""))
    entries = [
        message for message in messages if message.startswith((f"{kind}, the e", f"{kind}, an "))
    ]
    assert len(entries) == bool(said)
    assert all(said in message for message in entries), entries


@pytest.mark.parametrize(
    ("apparatus", "line"),
    [("positive", "bridge A F] brigge B"), ("negative", "old¹] olde F"), ("encoded", "bridge] b")],
)
def test_the_book_passes_whatever_witnesses_it_names(apparatus: str, line: str) -> None:
    """A fragment is not named where it has no text, and has none where nobody is named."""
    edition = replace(
        Edition.of([CASES / "parallel.xml"], CASES), settings=Settings(apparatus=apparatus)
    )
    (source,) = edition.documents
    memory = InMemory(edition, ("pdf",))
    for kind, book in (("print", PDF), ("latex", LATEX)):
        assert not Proof(source, "en").failures(kind, memory.rendered(book))
    assert f"] {line}" in memory.rendered(TEXT)


def test_an_entry_between_rows_is_applied(tmp_path: Path) -> None:
    row = "<row><cell>{}</cell><cell>{}</cell></row>"
    text = (CASES / "overlapping.xml").read_text(encoding="utf-8")
    start, end = text.index("<p n="), text.index("</text>")
    entry = f"<app><lem>{row.format('two', 'deux')}</lem><rdg wit='#B'/></app>"
    table = f"{row.format('one', 'un')}{entry}{row.format('three', 'trois')}"
    (tmp_path / "rows.xml").write_text(f"{text[:start]}<table>{table}</table></body>{text[end:]}")
    built = made(tmp_path / "rows.xml")
    assert built.text("B") == ["one", "un", "three", "trois"]
    assert not failed(built)


def test_an_edition_s_own_build_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tei").mkdir()
    text = (CASES / "parallel.xml").read_text(encoding="utf-8")
    (tmp_path / "tei" / "ferry.xml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(
        "variorum.proof.tei.Reader.text", lambda _reader, siglum="": "other words" if siglum else ""
    )
    with pytest.raises(VariorumError) as caught:
        build(Edition.here(tmp_path), tmp_path / "output", ("text",), saxon=warm_saxon())
    codes = {finding.code for finding in caught.value.findings}
    assert codes == {"proof-failed", "not-written"}
    assert not (tmp_path / "output" / "text" / "ferry.txt").exists()


@pytest.mark.parametrize(("book", "reading"), [(PDF, "[brigge]"), (LATEX, "{brigge}")])
def test_an_edition_s_own_build_stops_before_a_faulty_book(
    tmp_path: Path, book: TextOutput, reading: str
) -> None:
    (tmp_path / "tei").mkdir()
    text = (CASES / "parallel.xml").read_text(encoding="utf-8")
    (tmp_path / "tei" / "ferry.xml").write_text(text, encoding="utf-8")
    empty = reading[0] + reading[-1]
    faulty = replace(book, render=lambda text: book.rendered(text).replace(reading, empty))
    with pytest.raises(VariorumError) as caught:
        run(plan(Edition.here(tmp_path), [faulty]), tmp_path / "output", Proof, saxon=warm_saxon())
    codes = {finding.code for finding in caught.value.findings}
    assert codes == {"proof-failed", "not-written"}
    assert not list((tmp_path / "output").glob("*/ferry.*"))


def test_the_note_passes() -> None:
    edition = Edition.here(ROOT)
    for source in edition.documents:
        proof = Proof(source, "en")
        for siglum in ("", *proof.reader.sigla):
            assert proof.reader.text(siglum).strip()


def test_the_reader_uses_no_stylesheet() -> None:
    for module in (ROOT / "variorum" / "proof").glob("*.py"):
        assert not re.search(r"import.*saxon", module.read_text(encoding="utf-8")), module


def test_all_texts_of_all_cases_pass(ferry: Made) -> None:
    assert not failed(ferry)
