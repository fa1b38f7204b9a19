"""Formulas keep their notation in pages, and nothing else of what stands in them."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from tests.building import InMemory, warm_saxon
from variorum.outputs.html import HTML
from variorum.source import Edition, Source

_DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>So
<formula><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="half" onclick="act()"
><semantics><mfrac href="https://example.org/"><mn>1</mn><mi mathvariant="bold">n</mi></mfrac>
<annotation-xml encoding="text/html"><script xmlns="http://www.w3.org/1999/xhtml">act()</script>
</annotation-xml></semantics><maction actiontype="link"><mi>x</mi></maction></math></formula>
is.</p></body></text></TEI>"""


def _page() -> str:
    source = Source(Path("formula.xml"), "formula.xml", _DOCUMENT.encode())
    edition = Edition(Path(), (source,), own=False)
    return InMemory(edition, ("html",), warm_saxon()).rendered(HTML)


def test_a_formula_keeps_its_notation() -> None:
    (formula,) = html.fromstring(_page()).iterfind(".//math")
    assert [part.tag for part in formula.iter()] == ["math", "semantics", "mfrac", "mn", "mi"]
    assert formula.get("alttext") == "half"
    assert formula.find(".//mi").get("mathvariant") == "bold"


def test_nothing_in_a_formula_acts_or_leads_away() -> None:
    page = _page()
    assert "act()" not in page
    assert "https://example.org/" not in page
