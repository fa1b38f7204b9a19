"""What a pointer means and what a new id changes: attributes alone, in files of the edition."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.check.texts import tei
from variorum.desk.desk import Desk
from variorum.desk.expecting import _mended
from variorum.desk.hover import hover
from variorum.desk.layout import RefusedError, formatted
from variorum.desk.outline import outline
from variorum.desk.pieces import tag_names
from variorum.desk.pointers import definition, id_at, renamed
from variorum.desk.standing import standing_at, start_tags

ADA = '<listPerson><person xml:id="ada"><persName>Ada</persName></person></listPerson>'


def desk_of(folder: Path, body: str) -> tuple[Desk, Path]:
    """An edition of one text."""
    path = folder / "edition" / "tei" / "a.xml"
    path.parent.mkdir(parents=True)
    path.write_text(tei(body), encoding="utf-8")
    return Desk(folder / "edition"), path


@pytest.mark.parametrize(
    "apart",
    [
        '<!-- once <person xml:id="ada"/> <ref target="#ada">a</ref> -->',
        '<p><![CDATA[<ref target="#ada" xml:id="ada">]]></p>',
        '<?old xml:id="ada" target="#ada"?>',
        '<p>code: xml:id="ada" target="#ada"</p>',
        '<p n=\'xml:id="ada" target="#ada"\'>a</p>',
    ],
)
def test_a_new_id_changes_attributes_alone(apart: str, tmp_path: Path) -> None:
    rest = ADA + '<p><ref target="#case\n #ada">a</ref></p>'
    desk, path = desk_of(tmp_path, apart + rest)
    text = path.read_text(encoding="utf-8")
    assert id_at(desk, path, text.rindex("#ada") + 2) == (path, "ada")
    new = text
    changes = sorted(renamed(desk, path, "ada", "bea"), key=lambda each: -each[0].start)
    for spot, words in changes:
        new = new[: spot.start] + words + new[spot.end :]
    assert new == tei(apart + rest.replace('"ada"', '"bea"').replace("#ada", "#bea"))


def test_no_pointer_leads_out_of_the_edition(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(tei(ADA), encoding="utf-8")
    links = ("../../secret.xml", secret.as_uri(), ".link.xml")
    pointers = "".join(f'<ref target="{link}#ada">a</ref>' for link in links)
    desk, path = desk_of(tmp_path, f"<p>{pointers}</p>")
    path.with_name(".link.xml").symlink_to(secret)
    desk.put(path, path.read_text(encoding="utf-8"))
    (path.parent / "plain.xml").write_text(tei(ADA), encoding="utf-8")
    text = desk.text(path)
    for link in links:
        at = text.index(f"{link}#ada") + len(link) + 2
        assert hover(desk, path, at) is None
        assert id_at(desk, path, at) is None
        assert list(definition(desk, path, f"{link}#ada")) == []
    assert list(definition(desk, path, "plain.xml#ada")) != []


@pytest.mark.parametrize(
    "text",
    [
        "漢" * 30_000,
        "<p>" + "漢" * 30_000,
        "<" + "漢" * 30_000,
        "<" + "a" * 30_000,
        "<p " + "漢" * 30_000 + ">",
        "<p " + "漢 " * 15_000 + ">",
        "</" + "漢" * 30_000,
        "<!DOCTYPE" + "[]" * 34,
        "<!DOCTYPE a [" + "<!ENTITY a '" * 5_000,
        "<!DOCTYPE " + "'" * 10_001,
    ],
)
def test_long_words_take_no_long_time(text: str) -> None:
    begun = time.process_time()
    list(start_tags(text))
    list(_mended(text))
    outline(text)
    tag_names(text, 1)
    standing_at(text, len(text))
    with suppress(RefusedError):
        formatted(text)
    assert time.process_time() - begun < 0.5
