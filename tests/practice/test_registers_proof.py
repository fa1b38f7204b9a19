"""Registers are held against the TEI: planted faults in what each output says of an entry."""

from __future__ import annotations

import re

import pytest

from tests.building import InMemory, build, warm_saxon
from tests.practice.test_left_out import TEXTS
from variorum.proof import Proof, register_failures
from variorum.source import Edition

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="made" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>A boat</title></titleStmt>
<publicationStmt><p>Invented.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc>
</fileDesc></teiHeader>
<standOff><listPerson>
<person xml:id="reed"><persName><surname>Reed</surname><forename>Ina</forename></persName>
<persName>Ina Ferry</persName><birth when="1812-03-04"/><death>drowned in 1880</death>
<occupation from="1830">pilot</occupation><note>Rowed the <hi>last</hi> boat home.</note>
<idno type="GND">118540239</idno></person>
<person xml:id="oar"><persName>Ben Oar</persName><note>Kept the lamp.</note></person>
<person xml:id="crew"><occupation><persName>Hands of a barge</persName></occupation></person>
<listRelation><relation name="aunt" active="#crew" passive="#reed"/></listRelation>
</listPerson></standOff>
<text><body><p><persName ref="#reed">She</persName> rowed.</p></body></text></TEI>"""

FAULTS = {
    "a further name": ("Ina Ferry", "Ina"),
    "a year of an attribute": ("1812", ""),
    "another year of an attribute": ("1830", "1831"),
    "another month of an attribute": ("March", "April"),
    "another day of an attribute": ("4 March", "14 March"),
    "a death": ("drowned", ""),
    "an occupation": ("pilot", ""),
    "a word of a note": ("last", ""),
    "a word said twice": ("home", "home home"),
    "words in another order": ("lamp", "Kept lamp"),
    "a number of an authority": (r"GND 118540239", "GND"),
    "a name": (r"Ben Oar", "Ben"),
}
KINDS = [str(output.proof) for output in TEXTS]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, dict[str, str]]:
    """The outputs of the document, by their kinds, and the page of its persons."""
    folder = tmp_path_factory.mktemp("registers")
    file = folder / "made.xml"
    file.write_text(DOCUMENT, encoding="utf-8")
    edition = Edition.of([file], folder)
    made = InMemory(edition)
    texts = {str(each.proof): made.rendered(each) for each in TEXTS}
    build(edition, folder / "output", ("html",), saxon=warm_saxon())
    page = folder / "output" / "html" / "register" / "person.html"
    return edition, texts | {"register": page.read_text(encoding="utf-8")}


def said(edition: Edition, kind: str, output: str) -> list[str]:
    if kind == "register":
        found = register_failures(edition, [output])
    else:
        found = Proof(edition.documents[0], "en", edition).failures(kind, output)
    assert {each.code for each in found} <= {"proof-failed"}, found
    return [each.message for each in found]


@pytest.mark.parametrize("kind", [*(kind for kind in KINDS if kind != "html"), "register"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_register_is_found(
    outputs: tuple[Edition, dict[str, str]], fault: str, kind: str
) -> None:
    edition, made = outputs
    assert said(edition, kind, made[kind]) == []
    old, new = FAULTS[fault]
    # the first time that the words stand there may be in the text: the last is in the register
    broken = re.sub(rf"{old}(?!.*{old})", new, made[kind], flags=re.DOTALL)
    assert broken != made[kind]
    (message,) = said(edition, kind, broken)
    assert re.search("the entry (reed|oar)", message), message


@pytest.mark.parametrize("kind", ["print", "latex", "text"])
def test_an_entry_that_is_not_there_is_found(
    outputs: tuple[Edition, dict[str, str]], kind: str
) -> None:
    edition, made = outputs
    entry = {
        "print": r"\n#entry\(\"made\.oar\".*?\)\[[^\]]*\]\n",
        "latex": r"\\noindent\\hypertarget\{entry-made\.oar\}.*?\\par\n",
        "text": r"- Ben Oar[^\n]*\n",
    }[kind]
    broken, number = re.subn(entry, "", made[kind], flags=re.DOTALL)
    assert number == 1
    (message,) = said(edition, kind, broken)
    assert "the entry oar" in message and "lacks the entry" in message
