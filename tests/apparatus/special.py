"""Draws examples of which a whole division is made: lacunae over blocks, verses as readings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.apparatus.examples import (
    LACKING,
    Block,
    Content,
    Entry,
    Example,
    Overlap,
    Reading,
    piece,
    texts_of,
)

if TYPE_CHECKING:
    from tests.apparatus.generator import Generator

__all__ = ["SPECIAL", "overlapping", "reordered", "torn", "verses_as_readings"]

_SPACE = piece(" ", " ")
_GAP = piece("", f" {LACKING} ")


def torn(draw: Generator) -> Example:
    """Paragraphs or verses of which one witness lacks the end of the first, the beginning of the
    last, and all between them (TEI P5 13.1.5); or only what is between them."""
    witness, verse = draw.witness(), draw.chance(0.5)
    blocks = [draw.words(verse) for _ in range(draw.random.randint(2, 4))]
    name = "l" if verse else "p"
    wholes = [
        Block(f'<{name} n="{number}">', words, f"</{name}>", number=str(number))
        for number, words in enumerate(blocks, 1)
    ]
    ways: list[Callable[[Generator, list[Block], str], None]] = [_between_words]
    ways += [_in_readings] if draw.encoding != "located" else []
    ways += [_between_blocks] if len(blocks) > 2 else []
    draw.random.choice(ways)(draw, wholes, witness)
    for number, block in enumerate(wholes[1:-1], 1):
        wholes[number] = replace(block, own=block.own or ((witness, ()),))
    if verse:
        wholes[0] = replace(wholes[0], before=f"<lg>{wholes[0].before}")
        wholes[-1] = replace(wholes[-1], after=f"{wholes[-1].after}</lg>")
    return Example((*wholes,))


def _ends(draw: Generator) -> tuple[str, str]:
    return draw.random.choice((("witEnd", "witStart"), ("lacunaStart", "lacunaEnd")))


def _between_words(draw: Generator, blocks: list[Block], witness: str) -> None:
    """Marks in the text of the first block and of the last."""
    end, start = (piece(f'<{mark} wit="#{witness}"/>', "") for mark in _ends(draw))
    first, last = draw.words(), draw.words()
    blocks[0] = replace(
        blocks[0],
        content=(*first, _SPACE, end, *blocks[0].content),
        own=((witness, (*first, _GAP)),),
    )
    blocks[-1] = replace(
        blocks[-1],
        content=(*blocks[-1].content, _SPACE, start, *last),
        own=((witness, last),),
    )


def _in_readings(draw: Generator, blocks: list[Block], witness: str) -> None:
    """The witness breaks off in a reading, and begins again in another one."""
    end, start = _ends(draw)
    first = draw.bound(witness, "start", end)
    last = draw.bound(witness, "end", start)
    words = draw.words()
    blocks[0] = replace(
        blocks[0],
        content=(*words, _SPACE, first, _SPACE, *blocks[0].content),
        own=((witness, (*words, _SPACE, first, _GAP)),),
    )
    blocks[-1] = replace(
        blocks[-1],
        content=(*blocks[-1].content, _SPACE, last, _SPACE, *words),
        own=((witness, (last, _SPACE, *words)),),
    )


def _between_blocks(draw: Generator, blocks: list[Block], witness: str) -> None:
    """Marks between blocks: the witness lacks some as a whole."""
    end, start = (f'<{mark} wit="#{witness}"/>' for mark in _ends(draw))
    blocks[1] = replace(blocks[1], before=f"{end}{blocks[1].before}", own=((witness, (_GAP,)),))
    blocks[-1] = replace(blocks[-1], before=f"{start}{blocks[-1].before}")


def verses_as_readings(draw: Generator) -> Example:
    """A stanza in which witnesses have other verses, more, fewer or none in the place of some."""
    lacks, other = draw.random.sample(("A", "B", "C"), 2)
    lemma = _verses(draw, 2, draw.random.randint(1, 2))
    reading = _verses(draw, 2, draw.random.randint(1, 3), fresh=True)
    readings = [Reading(reading, (other,))]
    readings += [Reading((), (lacks,))] if draw.chance(0.4) else []
    content = (
        *_verses(draw, 1, 1),
        Entry(lemma, (), (*readings,), of_blocks=True),
        *_verses(draw, 4, 1),
    )
    return Example((Block("<lg>", content, "</lg>", number=""),))


def _verses(draw: Generator, first: int, count: int, *, fresh: bool = False) -> tuple[Content, ...]:
    found: list[Content] = []
    for number in range(first, first + count):
        found += [piece(f'<l n="{number}">', " "), *draw.words(fresh=fresh), piece("</l>", " ")]
    return (*found,)


def reordered(draw: Generator) -> Example:
    """A stanza that a witness has in another order: its verses are those of the lemma."""
    words = {number: draw.words(fresh=True) for number in range(2, draw.random.randint(4, 5))}
    lemma: list[Content] = []
    for number, own in words.items():
        lemma += _verse(number, own, f'xml:id="same-{draw.seed}-{number}"')
    others = draw.random.sample([*words], len(words))
    reading: list[Content] = []
    for number in others if others != [*words] else [*reversed(others)]:
        reading += _verse(number, words[number], f'sameAs="#same-{draw.seed}-{number}"')
    moved = Entry((*lemma,), (), (Reading((*reading,), (draw.witness(),)),), of_blocks=True)
    content = (*_verses(draw, 1, 1), moved, *_verses(draw, 6, 1))
    return Example((Block("<lg>", content, "</lg>", number=""),))


def _verse(number: int, words: tuple[Content, ...], said: str) -> list[Content]:
    return [piece(f'<l n="{number}" {said}>', " "), *words, piece("</l>", " ")]


def overlapping(draw: Generator) -> Example:
    """Two entries of which the second begins before the first ends (TEI P5 13.2.2)."""
    former, latter = draw.random.sample(("A", "B", "C"), 2)
    words = tuple(draw.random.sample(("ara", "belo", "gamora", "helu"), 3))
    readings = [
        Reading((piece(text, text),), (siglum,))
        for siglum in (former, latter)
        for text in [texts_of(draw.words(fresh=True), "")]
    ]
    overlap = Overlap((words[0], words[1], words[2]), readings[0], readings[1])
    content = (*draw.words(), _SPACE, overlap, _SPACE, *draw.words())
    return Example((Block('<p n="1">', content, "</p>", number="1"),))


SPECIAL: dict[str, Callable[[Generator], Example]] = {
    "torn": torn,
    "verses": verses_as_readings,
    "reordered": reordered,
    "overlapping": overlapping,
}
