"""Dates on a page: as they are written, for machines, and on demand in their normal form."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from tests.conftest import slow
from tests.html.pages import Page
from tests.html.test_browser import _checked, _node
from variorum.source import Edition

WRITTEN = {
    '<date when="1878-04-16">yesterday</date>': ("1878-04-16", "16 April 1878", "0"),
    '<date when="1878-04-16">April 16, 1878</date>': ("1878-04-16", None, None),
    '<date when="1878-04">last month</date>': ("1878-04", "April 1878", "0"),
    '<date from="1878" to="1880">two years</date>': (None, "1878–1880", "0"),
    '<date notBefore="1878-04-16" cert="low">soon</date>': (
        None,
        "not before 16 April 1878 (?)",
        "0",
    ),
    '<date when="-0043">long ago</date>': (None, "43 BC", "0"),
    '<date when="1878-02-30">never</date>': (None, "1878-02-30", "0"),
    "<date>some day</date>": (None, None, None),
    '<ref target="https://example.org/"><date when="1878-04-16">then</date></ref>': (
        "1878-04-16",
        "16 April 1878",
        None,
    ),
}
"""Dates of TEI; `datetime`, which HTML has for some (HTML Standard, 4.5.14), title, `tabindex`."""


def _tei(text: str, name: str = "dated", header: str = "", more: str = "") -> str:
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>T {name}</title></titleStmt>
<publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc>{header}</teiHeader>{more}<text><body>{text}</body></text>
</TEI>"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("dates")
    text = "".join(f"<p>It was {date}.</p>" for date in WRITTEN)
    (folder / "dated.xml").write_text(_tei(text), encoding="utf-8")
    build(Edition.of([folder], folder), folder / "out", ("html",), saxon=warm_saxon())
    return Page(folder / "out" / "html" / "dated.html")


def test_dates_stand_as_they_are_written_and_say_the_rest_on_demand(page: Page) -> None:
    found = [
        block.xpath(".//time | .//span[@title] | .//*[@class='tei-date']")
        for block in page.root.xpath("//article[@id='edition-text']//p[not(@class)]")
    ]
    told = [
        tuple(date.get(name) for name in ("datetime", "title", "tabindex")) for (date,) in found
    ]
    assert told == list(WRITTEN.values())
    assert [date.tag == "time" for (date,) in found] == [
        datetime is not None for datetime, *_ in WRITTEN.values()
    ]


def test_dates_stand_in_no_ones_way(page: Page) -> None:
    slow()
    assert not _checked(page.path)
    assert _node("check.mjs", page.path) == []


def test_parties_have_one_name_and_their_number_in_all_letters(tmp_path: Path) -> None:
    """Whether the text names them or the header alone: tables put them together by their names."""
    register = """<standOff><listPerson><person xml:id="ada"><persName><forename>Ada</forename>
<surname>Lind</surname></persName><idno type="GND">https://d-nb.info/gnd/118540238</idno></person>
</listPerson></standOff>"""
    named = '<persName ref="register.xml#ada">Ada Lind</persName>'
    header = f"""<profileDesc><correspDesc><correspAction type="sent">{named}
<date when="1878-04-16"/></correspAction></correspDesc></profileDesc>"""
    files = {
        "register": _tei("<p/>", "register", more=register).replace(
            "<text><body><p/></body></text>", ""
        ),
        "one": _tei(f"<p>I, {named}, write.</p>", "one", header),
        "two": _tei("<p>I write.</p>", "two", header),
    }
    for name, content in files.items():
        (tmp_path / f"{name}.xml").write_text(content, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.variorum]\ntitle = "Letters"\nurl = "https://lind.example.org/"\n', encoding="utf-8"
    )
    edition = Edition.of([tmp_path], tmp_path)
    build(edition, tmp_path / "out", ("html",), online=True, saxon=warm_saxon())
    letters = (tmp_path / "out" / "html" / "letters.xml").read_text(encoding="utf-8")
    assert (
        letters.count('<persName ref="https://d-nb.info/gnd/118540238">Lind, Ada</persName>') == 2
    )
    entry = Page(tmp_path / "out" / "html" / "register" / "person.html")
    assert [link.get("href") for link in entry.root.xpath("//details[@class='letters']//a")] == [
        "../one.html",
        "../two.html",
    ]
