"""Which files are registers, by what they hold."""

from __future__ import annotations

import pytest
from lxml import etree

from variorum.source.registers import holds_entries_alone

_LIST = (
    "<listPerson><person xml:id='ann'><persName>Ann</persName>"
    "<note>She was born, and lived, and wrote letters.</note></person></listPerson>"
)
_BOOKS = "<listBibl><bibl xml:id='book'>A book of many words that all of us know</bibl></listBibl>"
_CAST = f"<profileDesc><particDesc>{_LIST}</particDesc></profileDesc>"


def _holds(text: str, header: str = "", stand_off: str = "") -> bool:
    return holds_entries_alone(
        etree.fromstring(
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'>"
            f"<teiHeader>{header}</teiHeader>{stand_off}{text}</TEI>"
        )
    )


@pytest.mark.parametrize(
    ("text", "header", "stand_off"),
    [
        (f"<text><body>{_LIST}</body></text>", "", ""),
        (f"<text><body><div><head>Persons</head>{_LIST}</div></body></text>", "", ""),
        (f"<text><body><p>All <hi>persons</hi>.</p>{_LIST}</body></text>", "", ""),
        (f"<text><front><p>Of whom?</p></front><body>{_LIST}{_BOOKS}</body></text>", "", ""),
        ("<text><body><p>The lists stand above.</p></body></text>", "", _LIST),
        ("<text><body><p>See the header.</p></body></text>", _CAST, ""),
        ("<text><body><p/></body></text>", _CAST, ""),
        ("", "", _LIST),
    ],
)
def test_lists_with_a_word_about_them_are_registers(text: str, header: str, stand_off: str) -> None:
    assert _holds(text, header, stand_off and f"<standOff>{stand_off}</standOff>")


_LETTER = "<text><body><p>Dear Ann, come soon.</p></body>{}</text>"


@pytest.mark.parametrize(
    ("text", "header", "stand_off"),
    [
        (_LETTER.format(f"<back>{_LIST}</back>"), "", ""),
        (_LETTER.format(""), f"<correspDesc/>{_CAST}", ""),
        (_LETTER.format(""), f"<msDesc/>{_CAST}", ""),
        (_LETTER.format("").replace("<p>", "<pb/><p>"), _CAST, ""),
        (_LETTER.format("").replace("Ann", "<persName>Ann</persName>"), _CAST, ""),
        (_LETTER.format("").replace("soon", "soon " * 40), _CAST, ""),
        (f"<text><body><p>An essay on Ann{', the writer' * 9}.</p>{_LIST}</body></text>", "", ""),
        (f"<text><body><p>An essay.</p>{_BOOKS}</body></text>", "", ""),
        (f"<text><body><sp><p>Ann!</p></sp>{_LIST}</body></text>", "", ""),
        ("<text><body><p>No entry has an id.</p></body></text>", "", "<listPerson/>"),
    ],
)
def test_texts_with_lists_of_their_own_are_none(text: str, header: str, stand_off: str) -> None:
    assert not _holds(text, header, stand_off and f"<standOff>{stand_off}</standOff>")
