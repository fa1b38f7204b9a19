"""Words in markup that changes who reads them (TEI P5 11.3), as the pieces of random texts."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

from tests.apparatus.examples import Piece, piece

__all__ = ["EVERYWHERE", "OF_ENTRIES", "OF_HANDS", "OF_TEXT", "OF_WITNESSES"]


def _halves(word: str) -> tuple[str, str]:
    middle = len(word) // 2 or 1
    return escape(word[:middle]), escape(word[middle:])


Maker = Callable[[str, str], Piece]


def _marked(template: str) -> Maker:
    """A word in some markup that changes nothing: `{0}` is the word, `{1}` and `{2}` its halves."""
    return lambda word, _other: piece(template.format(escape(word), *_halves(word)), word)


def _broken(template: str) -> Maker:
    """A word in which a line or page ends; one letter is no word that could be broken."""
    marked = _marked(template)
    return lambda word, other: marked(word, other) if len(word) > 1 else piece(escape(word), word)


def _of_two(template: str, *, printed: int, witness: int, first: int, marks: str = "") -> Maker:
    """Markup of two words, the first and the second, of which the others read one."""

    def made(word: str, other: str) -> Piece:
        words = (word, other, "", f"{word} {other}")
        return Piece(
            template.format(escape(word), escape(other)),
            words[printed],
            words[witness],
            words[first],
            frozenset(marks.split()),
        )

    return made


def _supplied(word: str, _other: str) -> Piece:
    return piece(f'<supplied reason="lost">{escape(word)}</supplied>', f"[{word}]")


def _omitted_by_all(word: str, _other: str) -> Piece:
    xml = f'<supplied reason="omitted">{escape(word)}</supplied>'
    return Piece(xml, f"⟨{word}⟩", "", "")


def _superfluous(word: str, _other: str) -> Piece:
    return Piece(f"<surplus>{escape(word)}</surplus>", f"{{{word}}}", word, word)


def _marked_superfluous(word: str, _other: str) -> Piece:
    return piece(f"<surplus>{escape(word)}</surplus>", f"{{{word}}}")


EVERYWHERE: list[Maker] = [
    _marked('<hi rend="italic">{0}</hi>'),
    _marked("<seg>{0}</seg>"),
    _marked('{1}<hi rend="italic">{2}</hi>'),
    _broken('{1}<lb break="no"/>{2}'),
    _broken('{1}\n<lb break="no"/>{2}'),
    _broken('{1}<pb break="no" n="3"/>{2}'),
    _marked("<retrace>{0}</retrace>"),
    _broken(
        '<seg xml:id="part-@" next="#part-@b">{1}</seg>'
        '<seg xml:id="part-@b" prev="#part-@">{2}</seg>'
    ),
    _marked('<damageSpan spanTo="#hole"/>{0}<anchor xml:id="hole"/>'),
]
OF_WITNESSES: list[Maker] = [
    _of_two("<choice><sic>{0}</sic><corr>{1}</corr></choice>", printed=1, witness=0, first=0),
    _of_two("<choice><orig>{0}</orig><reg>{1}</reg></choice>", printed=1, witness=0, first=0),
    _of_two("<choice><abbr>{0}</abbr><expan>{1}</expan></choice>", printed=1, witness=0, first=0),
    _of_two("<sic>{0}</sic>", printed=0, witness=0, first=0),
    _of_two("<unclear>{0}</unclear>", printed=0, witness=0, first=0),
    _supplied,
]
OF_SPANS: list[Maker] = [
    _of_two('<delSpan spanTo="#end"/>{0}<anchor xml:id="end"/>', printed=2, witness=2, first=0),
    _of_two('<addSpan spanTo="#end"/>{0}<anchor xml:id="end"/>', printed=0, witness=0, first=2),
    _of_two("<del>{0} <restore>{1}</restore></del>", printed=1, witness=1, first=3),
    _of_two(
        "<restore><subst><del>{0}</del><add>{1}</add></subst></restore>",
        printed=0,
        witness=0,
        first=0,
    ),
]
"""Changes over spans, and changes that were cancelled; the ends of all spans have the same id."""
OF_CANCELLED: list[Maker] = [
    _of_two(template, printed=text, witness=text, first=first)
    for template, text, first in (
        ('<del xml:id="change-@">{0}</del><undo target="#change-@"/>', 0, 0),
        ('<undo target="#change-@"/><add xml:id="change-@">{0}</add>', 2, 2),
        (
            '<subst xml:id="change-@"><del>{0}</del><add>{1}</add></subst>'
            '<undo target="#change-@"/>',
            0,
            0,
        ),
        (
            '<delSpan xml:id="change-@" spanTo="#end"/>{0}<anchor xml:id="end"/>'
            '<undo target="#change-@"/>',
            0,
            0,
        ),
        (
            '<addSpan xml:id="change-@" spanTo="#end"/>{0}<anchor xml:id="end"/>'
            '<undo target="#change-@"/>',
            2,
            2,
        ),
        ('<undo spanTo="#end"/><del>{0}</del><anchor xml:id="end"/>', 0, 0),
        ('<del>{0} <seg xml:id="change-@">{1}</seg></del><undo target="#change-@"/>', 1, 3),
        (
            '<del xml:id="change-@">{0}</del><undo xml:id="undo-@" target="#change-@"/>'
            '<redo target="#undo-@"/>',
            2,
            0,
        ),
        (
            '<add xml:id="change-@">{0}</add><undo target="#change-@"/><redo target="#change-@"/>',
            0,
            2,
        ),
    )
]
"""Changes that were cancelled, and some that were then confirmed (TEI P5 11.3.4.4)."""
OF_TEXT: list[Maker] = [
    _of_two("<del>{0}</del>", printed=2, witness=2, first=0),
    _of_two("<add>{0}</add>", printed=0, witness=0, first=2),
    _of_two("<subst><del>{0}</del><add>{1}</add></subst>", printed=1, witness=1, first=0),
    _superfluous,
    _omitted_by_all,
]
OF_HANDS: list[Maker] = [
    _of_two("<del>{0}</del>", printed=2, witness=2, first=0),
    _of_two("<add>{0}</add>", printed=0, witness=0, first=2),
    _of_two("<subst><del>{0}</del><add>{1}</add></subst>", printed=1, witness=1, first=0),
    _of_two("<mod><del>{0}</del><add>{1}</add></mod>", printed=1, witness=1, first=0),
    _of_two("<restore><del>{0}</del></restore>", printed=0, witness=0, first=0),
]
OF_TEXT += OF_SPANS + OF_CANCELLED
OF_HANDS += OF_SPANS + OF_CANCELLED
OF_HANDS += [
    _of_two(
        '<add place="margin" hand="#h2">{0}</add>',
        printed=0,
        witness=0,
        first=2,
        marks="in marg. altera",
    ),
    _of_two('<del hand="#h2">{0}</del>', printed=2, witness=2, first=0, marks="altera"),
    _of_two(
        '<subst hand="#h1"><del>{0}</del><add place="above">{1}</add></subst>',
        printed=1,
        witness=1,
        first=0,
        marks="s.l. prima",
    ),
]
OF_ENTRIES: list[Maker] = [_marked_superfluous]
