"""Randomly made texts in all encodings: each witness keeps each of its words, through model and
outputs, and has what the making of the text says it has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.apparatus.encodings import ENCODINGS
from tests.apparatus.made import failed, made
from tests.conftest import TEST_ALL

SIGLA = "ABC"
EXAMPLES = 40 if TEST_ALL else 10
WORDS = st.sampled_from(["a", "b", "ab", "b,", "сон", "a'b", "é", "&", "c."])

HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="random"><teiHeader><fileDesc>
<titleStmt><title>Random</title></titleStmt><publicationStmt><p>made by a test</p>
</publicationStmt><sourceDesc><listWit>
<witness xml:id="A">A</witness><listWit xml:id="g"><witness xml:id="B">B</witness><witness
xml:id="C">C</witness></listWit></listWit></sourceDesc></fileDesc></teiHeader><text><body>"""


@dataclass(frozen=True)
class Node:
    """A piece of text: its TEI and what each text has there; the text printed is that of ''."""

    xml: str
    text: dict[str, str]


Nodes = list[Node]


def joined(nodes: Nodes, siglum: str) -> str:
    return " ".join(node.text[siglum] for node in nodes)


def xml(nodes: Nodes) -> str:
    return " ".join(node.xml for node in nodes)


def everywhere(text: str, **others: str) -> dict[str, str]:
    return dict.fromkeys(["", *SIGLA], text) | others


word = WORDS.map(lambda w: Node(escape(w), everywhere(w)))


def of_sources(xml: str, printed: str, text: str) -> Node:
    return Node(xml, dict.fromkeys(SIGLA, text) | {"": printed})


@st.composite
def editorial(draw: st.DrawFn) -> Node:
    first, other = draw(WORDS), draw(WORDS)
    a, b = escape(first), escape(other)
    return draw(
        st.sampled_from(
            [
                of_sources(f"<choice><sic>{a}</sic><corr>{b}</corr></choice>", other, first),
                of_sources(f"<choice><reg>{a}</reg><orig>{b}</orig></choice>", first, other),
                of_sources(f'<supplied reason="omitted">{a}</supplied>', f"⟨{first}⟩", ""),
                of_sources(f"<surplus>{a}</surplus>", "", first),
                of_sources(f"<del>{a}</del>", "", ""),
                of_sources('<gap reason="lost"/>', "[...]", "[...]"),
                of_sources(f"{a}<note>{b}</note>", first, first),
                of_sources(f'<hi rend="italic">{a}</hi>', first, first),
            ]
        )
    )


def plain(nodes: Nodes) -> Nodes:
    """Nodes as they are in a reading: as printed, whoever's it is."""
    return [Node(node.xml, everywhere(node.text[""])) for node in nodes]


@st.composite
def entry(draw: st.DrawFn, depth: int = 1) -> Node:
    inner = st.one_of(word, editorial(), *([entry(depth - 1)] if depth else []))
    lemma: Nodes = draw(
        st.one_of(
            st.just([]),
            st.tuples(word, st.lists(inner, max_size=2), word).map(
                lambda parts: [parts[0], *parts[1], parts[2]]
            ),
            st.lists(word, min_size=1, max_size=1),
        )
    )
    places = draw(
        st.lists(st.sampled_from(["lemma", "first", "second", "nowhere"]), min_size=3, max_size=3)
    )
    texts = everywhere(joined(lemma, "")) | {s: joined(lemma, s) for s in SIGLA}
    named = [s for s, place in zip(SIGLA, places, strict=True) if place == "lemma"]
    made_of = f"<lem{wit(named)}>{xml(lemma)}</lem>"
    for place in ("first", "second"):
        sigla = [s for s, where in zip(SIGLA, places, strict=True) if where == place]
        reading = plain(draw(st.lists(st.one_of(word, editorial()), max_size=2)))
        if sigla:
            made_of += f"<rdg{wit(sigla)}>{xml(reading)}</rdg>"
            texts |= {s: joined(reading, s) for s in sigla}
    return Node(f"<app>{made_of}</app>", texts)


def wit(sigla: list[str]) -> str:
    names = ["g", *(s for s in sigla if s == "A")] if {"B", "C"} <= {*sigla} else sigla
    return f' wit="{" ".join(f"#{name}" for name in names)}"' if sigla else ""


blocks = st.lists(
    st.lists(st.one_of(word, editorial(), entry()), min_size=1, max_size=7), min_size=1, max_size=4
)


def document(paragraphs: list[Nodes]) -> str:
    text = "".join(
        f'<p n="{number}">{xml(nodes)}</p>' for number, nodes in enumerate(paragraphs, 1)
    )
    return f'{HEADER}<div n="1">{text}</div></body></text></TEI>'


@pytest.mark.parametrize("encoding", ["parallel", *ENCODINGS])
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(paragraphs=blocks)
def test_each_text_keeps_its_words(encoding: str, paragraphs: list[Nodes]) -> None:
    source = document(paragraphs)
    # before or after words that are not printed is more than a location can say
    assume(encoding != "located" or "<surplus>" not in source)
    if encoding != "parallel":
        root = ENCODINGS[encoding](etree.fromstring(source))
        source = etree.tostring(root, encoding="unicode")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "random.xml"
        file.write_text(source, encoding="utf-8")
        built = made(file)
    assert not failed(built), source
    for siglum in SIGLA:
        expected = " ".join(joined(nodes, siglum) for nodes in paragraphs).split()
        assert built.text(siglum) == expected, (siglum, source)
