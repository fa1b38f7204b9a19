"""The LaTeX source: what is written, that nothing is lost, and that no text becomes a command."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.building import InMemory
from tests.conftest import ROOT, TEST_ALL, Golden, shared, slow
from tests.latex.conftest import CASES, document
from tests.latex.reader import body, entries, read, words
from tests.print import markup
from tests.print.model import entries as model_entries
from variorum.outputs.latex import LATEX
from variorum.outputs.pdf import PDF
from variorum.source import Edition

NAMES = sorted(path.stem for path in CASES.glob("*.xml"))
QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")
TEI = {"t": "http://www.tei-c.org/ns/1.0", "v": "urn:variorum:model"}
PUBLISHED = [
    "SCDH__seed-tei-transformations__BAlam52.tei.xml",
    "SCDH__seed-tei-transformations__Bisharah.tei.xml",
    "TEIC__TEI__torture.xml",
    "dracor-org__greekdracor__euripides-hecuba.xml",
    "erc-dharma__tfa-pallava-epigraphy__DHARMA_INSPallava00377.xml",
    "jjmccollum__teiphy__ubs_ephesians.xml",
    "sjhuskey__Calpurnius_Siculus__editio.xml",
]
SILENT = " or ".join(f"ancestor::t:{name}" for name in ("note", "interp", "index", "span"))
PRINT = ROOT / "tests" / "print" / "cases"


def _folded(text: str) -> str:
    return re.sub(r"\s+|\u200b", "", text.translate(QUOTES))


@pytest.mark.parametrize("name", NAMES)
def test_the_source_is_as_agreed(name: str, cases: dict[str, str], golden: Golden) -> None:
    golden(CASES / f"{name}.tex", cases[name])


@pytest.fixture(params=["latex", "print", "note"])
def edition(request: pytest.FixtureRequest) -> Edition:
    if request.param == "note":
        return Edition.here(ROOT)
    folder = {"latex": CASES, "print": PRINT}[request.param]
    return Edition.of([folder], folder)


def test_words_are_the_words_of_the_model(
    edition: Edition, latex: Callable[[Edition], dict[str, str]]
) -> None:
    memory = InMemory(edition, ("latex",))
    for source in edition.documents:
        source_text = latex(edition)[source.id]
        if "\\beginnumbering" not in source_text:
            continue
        model = memory.model(source)
        found = _folded(words(read(body(source_text))))
        nodes = model.xpath(
            f"t:text//text()[not({SILENT})] | t:text//t:ptr[not(ancestor::t:note)]/@target",
            namespaces=TEI,
        )
        expected = "".join(each for each in nodes if not _is_local(each))
        assert _unmarked(found) == _unmarked(_folded(expected)), source.id


def _is_local(node: Any) -> bool:
    """The target of a pointer that is no address of the web."""
    return bool(node.is_attribute) and not node.startswith("http")


def _unmarked(text: str) -> str:
    """Without quotation marks, which the output adds, and what stands for a picture."""
    return re.sub(r"[\"']|\[picture:[^\]]*\]", "", text)


def test_every_entry_is_written_once_as_the_model_has_it(
    edition: Edition, latex: Callable[[Edition], dict[str, str]]
) -> None:
    made = latex(edition)
    for source in edition.documents:
        expected = sorted(_folded(entry.line) for entry in model_entries(edition, source))
        if not expected:
            continue
        placed = entries(read(body(made[source.id])))
        after = made[source.id].split("\\endnumbering\n")[1].removesuffix("\\end{document}\n")
        lines = (line for line in after.splitlines() if "\\noindent" in line)
        others = [words(read(line)) for line in lines if "\\hypertarget" not in line]
        assert sorted(map(_folded, placed + others)) == expected, source.id


def test_labels_come_in_pairs(cases: dict[str, str]) -> None:
    for source in cases.values():
        labels = re.findall(r"\\edlabel\{([^}]*)\}", source)
        referred = re.findall(r"\\xxref\{([^}]*)\}\{([^}]*)\}", source)
        assert sorted(labels) == sorted(label for pair in referred for label in pair)


SPECIAL = st.text(alphabet="\\{}$&#_%^~`'\"[]()<>-,.!?*|@/=+:; \u00a0\u00adab1é", max_size=30)
ANY = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cs", "Cc", "Cn", "Co"),
        exclude_characters="\ufeff\u200b\u2028\u2029",
    ),
    max_size=30,
)


EXAMPLES = 300 if TEST_ALL else 30


@settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(text=SPECIAL | ANY)
@example(text="\\section{x}")
@example(text="[1] --- ``quoted'' ,,so''")
@example(text="\\")
@example(text="#let x = [1]; // no comment")
def test_any_text_is_text(text: str, tmp_path: Path) -> None:
    """In LaTeX and in Typst: what a reader of the markup gets is what the TEI has."""
    path = tmp_path / "made.xml"
    path.write_text(document(text), encoding="utf-8")
    memory = InMemory(replace(Edition.of([path], tmp_path), own=True), ("latex",))
    expected = _folded(text)
    tex = memory.rendered(LATEX)
    found = words(read(body(tex))) if "\\beginnumbering" in tex else ""
    assert _folded(found) == expected
    typ = markup.read(memory.rendered(PDF))
    paragraphs = [call.contents[-1] for call in markup.calls(typ, "para")]
    made = "".join(_folded(markup.words(each)) for each in paragraphs)
    assert made.endswith(expected)


def test_a_text_that_is_no_command_is_refused_by_the_reader() -> None:
    """The tests above can fail."""
    for wrong in ("50% off", "\\section{x}", "a_b", "{", "}", "\\input{x}", "$x$"):
        with pytest.raises(ValueError, match=r"after|command"):
            read(wrong)


@pytest.mark.parametrize("name", PUBLISHED)
def test_no_word_and_no_entry_of_a_published_text_is_lost(
    name: str, latex: Callable[[Edition], dict[str, str]]
) -> None:
    slow()
    edition = Edition.of([shared("corpora") / name], ROOT)
    test_words_are_the_words_of_the_model(edition, latex)
    test_every_entry_is_written_once_as_the_model_has_it(edition, latex)


def test_every_task_is_offered() -> None:
    import tasks
    from variorum import tasks as known

    offered = set(tasks.namespace.tasks)
    assert offered == {name.strip("_") for name in known.__all__}
