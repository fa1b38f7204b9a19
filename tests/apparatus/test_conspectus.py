"""The conspectus siglorum of every output: groups, hands, fragments and sources cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def test_every_output_says_who_the_witnesses_are(golden: Golden) -> None:
    one = made(CASES / "hands.xml")
    name = one.source.id
    plain = one.outputs[f"text/{name}.txt"].split("\n\n")
    said = {
        "html": of_page(one.outputs[f"html/{name}.html"]),
        "text": plain[plain.index("SOURCE") + 1].split("\n"),
        "print": re.findall(r"(?m)^#(?:witness|sources).*", one.outputs[f"print/{name}.typ"]),
        "latex": re.findall(
            r"(?m)^\\(?:item|noindent .textbf).*", one.outputs[f"print/{name}.tex"]
        ),
    }
    text = "\n".join("\n  ".join([kind, *map(str.rstrip, lines)]) for kind, lines in said.items())
    golden(CASES / "hands.txt", text + "\n")
