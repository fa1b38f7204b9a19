"""A link leads to what the TEI points to."""

from __future__ import annotations

import pytest

from tests.building import InMemory, warm_saxon
from variorum.outputs.output import TextOutput
from variorum.outputs.registry import FORMATS, outputs_of
from variorum.proof import Proof
from variorum.source import Edition

TEXTS = {
    str(o.proof): o
    for o in outputs_of(FORMATS)
    if isinstance(o, TextOutput) and o.proof and o.proof != "text"
}
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Ferries</title></titleStmt><publicationStmt><p>Invented.</p></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<standOff><listPerson><person xml:id="ida"><persName>Ida Reed</persName></person>
<person xml:id="ben"><persName>Ben Oar</persName></person></listPerson></standOff><text><body>
<div xml:id="one"><head>Boats</head><p xml:id="begin">Look <ref target="#two">below</ref>, or
<ref target="https://example.org/boats">elsewhere</ref>: <persName ref="#ida">she</persName> and
<persName ref="#ben">he</persName> rowed<note xml:id="n">As <ref target="#verse">told</ref> by
<persName ref="#ben">Oar</persName>.</note>; <ptr target="#verse"/>, <ref target="#n">noted</ref>.
<rs ref="#ida #ben">They</rs> rest, the <ref target="#ida">pilot</ref> too.</p></div>
<div xml:id="two"><head>Fords</head><lg><l>the river is wide</l><l xml:id="verse">its ferry is
late</l></lg><closer>Yours, <address><persName ref="#ben">Benny</persName> <addrLine>At the
ford</addrLine></address> <persName rend="right" ref="#ida">Captain</persName></closer></div>
<div><opener><persName ref="#ben">Mate</persName> <persName ref="#ida" rend="right">Lady</persName>
</opener><p>Wait.</p></div></body></text></TEI>"""
FAULTS = {
    "html": {
        "a place": ('href="#two">below', 'href="#one">below', "#two"),
        "no place": ('href="#two">below', 'href="#three">below', "#two"),
        "the web": (
            "https://example.org/boats",
            "https://example.org/oats",
            "https://example.org/boats",
        ),
        "a name": ('#ferries.ida">she', '#ferries.ben">she', "#ida"),
        "a name in a note": ('#ferries.ben">Oar', '#ferries.ida">Oar', "#ben"),
        "a place in a note": ('href="#verse">told', 'href="#one">told', "#verse"),
        "no words": ('href="#verse">l', 'href="#two-heading">l', "#verse"),
        "a note": ('href="#note-1">noted', 'href="#begin">noted', "#n"),
        "a reference to an entry": ('#ferries.ida">pilot', '#ferries.ben">pilot', "#ida"),
        "no link": (">below</a>", "></a>below", "#two"),
    },
    "print": {
        "a name": ('"ferries.ida")[she', '"ferries.ben")[she', "#ida"),
        "a name in a note": ('"ferries.ben")[Oar', '"ferries.ida")[Oar', "#ben"),
        "the web": ('boats")[elsewhere', 'oats")[elsewhere', "https://example.org/boats"),
        "no link": (")[she]", ")[]she", "#ida"),
        "a line of an address": (")[Benny]", ")[]Benny", "#ben"),
        "a line at the right": (")[Lady]", ")[]Lady", "#ida"),
    },
    "latex": {
        "a name": ("entry-ferries.ida}{she", "entry-ferries.ben}{she", "#ida"),
        "a name in a note": ("entry-ferries.ben}{Oar", "entry-ferries.ida}{Oar", "#ben"),
        "the web": ("boats}{elsewhere", "oats}{elsewhere", "https://example.org/boats"),
        "no link": ("{she}", "{}she", "#ida"),
        "a line of an address": ("{Benny}", "{}Benny", "#ben"),
        "a line at the right": ("{Lady}", "{}Lady", "#ida"),
    },
}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, dict[str, str]]:
    file = tmp_path_factory.mktemp("links") / "ferries.xml"
    file.write_text(DOCUMENT, encoding="utf-8")
    edition = Edition.of([file], file.parent)
    made = InMemory(edition, saxon=warm_saxon())
    return edition, {kind: made.rendered(output) for kind, output in TEXTS.items()}


def _found(edition: Edition, kind: str, output: str) -> list[str]:
    proof = Proof(edition.documents[0], "en", edition)
    return [each.message for each in proof.failures(kind, output)]


@pytest.mark.parametrize("kind", TEXTS)
def test_right_links_pass(outputs: tuple[Edition, dict[str, str]], kind: str) -> None:
    edition, made = outputs
    assert _found(edition, kind, made[kind]) == []


@pytest.mark.parametrize(
    ("kind", "fault"), [(kind, fault) for kind, faults in FAULTS.items() for fault in faults]
)
def test_a_link_that_leads_elsewhere_is_found(
    outputs: tuple[Edition, dict[str, str]], kind: str, fault: str
) -> None:
    edition, made = outputs
    old, new, pointer = FAULTS[kind][fault]
    assert old in made[kind], made[kind][made[kind].find("edition-text") :]
    (message,) = _found(edition, kind, made[kind].replace(old, new))
    assert f"the TEI has “{pointer}”, the output “" in message
