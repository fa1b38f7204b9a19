"""The conspectus siglorum of every output: groups, hands, fragments and sources cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml import html

from tests.apparatus.made import CASES, made
from tests.conftest import Golden


def of_page(page: str) -> Iterator[str]:
    """What a page says of each witness, links and members left out."""
    for term in html.fromstring(page).xpath("//section[h3='Source and witnesses']//dt"):
        depth = len(term.xpath("ancestor::dl"))
        said = term.getnext().xpath(".//text()[not(ancestor::a)][normalize-space()]")
        own = [text for text in said if len(text.getparent().xpath("ancestor::dl")) == depth]
        yield ": ".join([term.text_content(), " | ".join(text.strip() for text in own)])


@pytest.mark.parametrize("name", ["hands", "cited"])
def test_every_output_says_who_is_meant(name: str, golden: Golden) -> None:
    built = made(CASES / f"{name}.xml")
    plain = built.outputs[f"text/{name}.txt"].split("\n\n")
    said = {
        "html": of_page(built.outputs[f"html/{name}.html"]),
        "text": plain[plain.index("SOURCE") + 1].split("\n"),
        "print": re.findall(
            r"(?m)^#(?:witness|sources|called).*", built.outputs[f"print/{name}.typ"]
        ),
        "latex": re.findall(
            r"(?m)^\\(?:item|noindent .textbf).*", built.outputs[f"print/{name}.tex"]
        ),
    }
    text = "\n".join("\n  ".join([kind, *map(str.rstrip, lines)]) for kind, lines in said.items())
    golden(CASES / f"{name}.txt", text + "\n")


@pytest.mark.parametrize("name", ["hands", "cited", "parallel"])
def test_every_link_within_a_page_leads_somewhere(name: str) -> None:
    outputs = made(CASES / f"{name}.xml", ("html",), markup=False).outputs
    for page in (text for file, text in outputs.items() if file.endswith(".html")):
        known = set(re.findall(r'\sid="([^"]+)"', page))
        assert known.issuperset(re.findall(r'href="#([^"]+)"', page))
