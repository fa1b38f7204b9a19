"""What stands above a line: how often an entry is mentioned, and how the witnesses read."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.desk.desk import Desk
from variorum.desk.lenses import Mentions, lenses
from variorum.desk.page_place import page_place
from variorum.desk.wrapping import wrappings
from variorum.new.edition import Wishes, begin


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Desk:
    begin(tmp_path, "verse", Wishes("Poems", "en"))
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("app", "words"),
    [
        ('<app><lem wit="#A #B">a  b</lem><rdg wit="#C">c</rdg></app>', ["a b] A B · c C"]),
        ('<app><rdg wit="#A"/><rdg wit="#B"><hi>x</hi></rdg></app>', ["– A · x B"]),
        (
            '<app><lem wit="#A">o <app><lem>i</lem><rdg wit="#C">j</rdg></app></lem>'
            '<rdg wit="#B">p</rdg></app>',
            ["o ij] A · p B", "i] · j C"],
        ),
        (f'<app><lem wit="#A">{"word " * 9}</lem></app>', ["word word word word word word…] A"]),
        ('<app><lem wit="#A">never closed', []),
        ("<appendix/><app/>", []),
    ],
)
def test_an_entry_shows_its_readings(app: str, words: list[str], desk: Desk) -> None:
    path = desk.paths[0]
    desk.put(path, f"<p>{app}</p>")
    assert [each.words for each in lenses(desk, path, Mentions())] == words


def test_mentions_are_counted_over_all_files_as_they_change(desk: Desk) -> None:
    poem, register = (
        desk.root.resolve() / "tei" / f"{name}.xml" for name in ("poem-1", "register")
    )
    mentions = Mentions()

    def shown() -> dict[str, str]:
        said = desk.text(register)
        found = [each for each in lenses(desk, register, mentions) if each.at is not None]
        return {said[each.at :].partition('"')[0]: each.words for each in found}

    before = shown()
    assert before["jonas"] == "1 mention"
    assert len(before) > 1
    text = desk.text(poem)
    desk.put(poem, text.replace("boats", '<rs ref="reg:jonas">boats</rs>'))
    assert shown() == before | {"jonas": "2 mentions"}
    desk.put(poem, text.replace("reg:jonas", "reg:nobody"))
    assert shown() == before | {"jonas": "no mentions"}
    desk.take(poem)
    assert shown() == before


def test_whole_elements_alone_are_wrapped(desk: Desk) -> None:
    path = desk.root.resolve() / "tei" / "poem-1.xml"
    text = desk.text(path)

    def offered(first: str, last: str) -> dict[str, str]:
        start, end = text.index(first), text.index(last) + len(last)
        return {each.title: each.changes[0][2] for each in wrappings(desk, path, start, end)}

    found = offered("boats", "boats")
    assert found["Wrap in persName"] == "<persName>boats</persName>"
    assert found["Make it an apparatus entry"] == "<app><lem>boats</lem><rdg></rdg></app>"
    assert offered("<app", "</app>") and not offered("<lem", "<rdg")
    assert not offered("<title>", "</title>").get("Wrap in del")
    assert not offered("xml:id", "xml:id")


def test_a_place_is_found_on_its_page(desk: Desk) -> None:
    path = desk.root.resolve() / "tei" / "poem-1.xml"
    text = desk.text(path)
    place = page_place(desk, path, text.index("boats"))
    assert place.page == "poem-1.html" and place.begins
    assert place.fragment.startswith(":~:text=") and " " not in place.fragment
    assert page_place(desk, path, text.index("<title>")).fragment == ""
    desk.put(path, text.replace("boats", "<note xml:id='n-1'>boats</note>"))
    assert page_place(desk, path, desk.text(path).index("boats")).fragment == "n-1"
