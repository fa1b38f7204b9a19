"""The site while texts are written: the page at once, then the rest; the last good one stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.watch.preview import Preview

_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>{0}</title>'
    "</titleStmt><publicationStmt><p>I.</p></publicationStmt><sourceDesc><p>x</p></sourceDesc>"
    "</fileDesc></teiHeader><text><body><p>{1}</p></body></text></TEI>"
)
_GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>
<define name="any"><element><anyName><except><name ns="http://www.tei-c.org/ns/1.0">hi</name>
</except></anyName><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/>
</choice></zeroOrMore></element></define></grammar>"""


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "tei" / "schema").mkdir(parents=True)
    (tmp_path / "tei" / "a.xml").write_text(_TEI.format("First", "Words"))
    (tmp_path / "tei" / "schema" / "edition.rng").write_text(_GRAMMAR)
    (tmp_path / "pyproject.toml").write_text('[tool.variorum]\ntitle = "T"\n')
    return tmp_path


def _page(folder: Path, name: str) -> str:
    return (folder / "output" / "html" / name).read_text(encoding="utf-8")


def test_a_saved_text_is_a_page_at_once_and_in_the_list_after_it(folder: Path) -> None:
    preview = Preview(folder, folder / "output")
    assert not [each for each in preview.all() if each.level == "error"]
    file = folder / "tei" / "a.xml"
    file.write_text(_TEI.format("Second", "Other words"))
    assert preview.saved({file}) == []
    assert "Other words" in _page(folder, "a.html") and "Second" not in _page(folder, "index.html")
    preview.all()
    assert "Second" in _page(folder, "index.html")


@pytest.mark.parametrize(
    ("text", "code"),
    [("<hi>no</hi>", "grammar-element-namespace"), ("<p>", "xml-not-well-formed")],
)
def test_a_mistake_keeps_the_last_good_page(folder: Path, text: str, code: str) -> None:
    preview = Preview(folder, folder / "output")
    preview.all()
    file = folder / "tei" / "a.xml"
    file.write_text(_TEI.format("Second", text))
    assert [each.code for each in preview.saved({file})] == [code]
    assert code in [each.code for each in preview.all()]
    assert "Words" in _page(folder, "a.html") and "First" in _page(folder, "index.html")
    file.write_text(_TEI.format("Third", "Mended"))
    assert preview.saved({file}) == []
    assert "Mended" in _page(folder, "a.html")


def test_a_schema_that_changes_counts_at_once(folder: Path) -> None:
    preview = Preview(folder, folder / "output")
    preview.all()
    file, grammar = folder / "tei" / "a.xml", folder / "tei" / "schema" / "edition.rng"
    file.write_text(_TEI.format("Second", "<hi>now</hi>"))
    assert [each.code for each in preview.saved({file})] == ["grammar-element-namespace"]
    grammar.write_text(_GRAMMAR.replace(">hi<", ">ho<"))
    assert preview.saved({grammar}) == []
    assert preview.saved({file}) == [] and "now" in _page(folder, "a.html")
    grammar.write_text(_GRAMMAR)
    preview.saved({grammar})
    assert {each.code for each in preview.all()} >= {"grammar-element-namespace"}


def test_a_file_that_is_no_text_makes_no_page(folder: Path) -> None:
    preview = Preview(folder, folder / "output")
    preview.all()
    assert preview.saved({folder / "pyproject.toml", folder / "tei" / "gone.xml"}) == []
