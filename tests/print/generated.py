"""TEI with as many paragraphs and entries as a test asks for; every lemma is a word of its own."""

from __future__ import annotations

import random
from collections.abc import Sequence

_WORDS = (
    *("river", "bridge", "mill", "harvest", "winter", "letter", "garden", "window", "evening"),
    *("market", "council", "border", "railway", "station", "paper", "lantern", "orchard"),
    *("cellar", "village", "kitchen", "miller", "harbour"),
)
_HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Made</title>'
    "</titleStmt><publicationStmt><p>Made.</p></publicationStmt><sourceDesc><listWit>"
    '<witness xml:id="A">A</witness><witness xml:id="B">B</witness></listWit></sourceDesc>'
    "</fileDesc></teiHeader><text><body><div><head>Chapter 0</head>"
)


def document(words: int, entries: int, seed: int = 1) -> bytes:
    """A text of about `words` words with `entries` entries, evenly spread, and a few notes."""
    chance = random.Random(seed)
    step, made, number = words / entries, 0, 0
    parts = [_HEAD]
    while made < words:
        if chance.random() < 0.1:
            parts.append(f"</div><div><head>Chapter {made}</head>")
        parts.append("<p>")
        for _ in range(chance.randrange(40, 160)):
            if made >= number * step and number < entries:
                number += 1
                lemma = f"lemma{number}x"
                more = " ".join(chance.choices(_WORDS, k=chance.choice((0, 0, 1, 14))))
                parts.append(
                    f'<app><lem wit="#A">{lemma} {more}</lem><rdg wit="#B">'
                    f"{' '.join(chance.choices(_WORDS, k=2))}</rdg></app> "
                )
            parts.append(chance.choice(_WORDS) + " ")
            if chance.random() < 0.004:
                parts.append(f"<note>{' '.join(chance.choices(_WORDS, k=20))}</note>")
            made += 1
        parts.append("</p>")
    return "".join([*parts, "</div></body></text></TEI>"]).encode()


def headed(sections: int, seed: int = 1) -> bytes:
    """Sections of some paragraphs without entries, then a heading and a verse with a long one."""
    chance = random.Random(seed)
    parts = [_HEAD]
    for number in range(1, sections + 1):
        for _ in range(chance.randrange(3, 8)):
            parts.append(f"<p>{' '.join(chance.choices(_WORDS, k=chance.randrange(30, 70)))}</p>")
        reading = " ".join(chance.choices(_WORDS, k=150))
        parts.append(
            f"</div><div><head>Chapter {number}</head><p><app><lem wit='#A'>lemma{number}x</lem>"
            f"<rdg wit='#B'>{reading}</rdg></app> {' '.join(chance.choices(_WORDS, k=20))}</p>"
        )
    return "".join([*parts, "</div></body></text></TEI>"]).encode()


def noted(notes: int) -> bytes:
    """A paragraph of notes whose words have variants, so that no word of the text has an entry."""
    held = (
        f"the mill <note>A <app><lem wit='#A'>lemma{number}x</lem><rdg wit='#B'>river</rdg></app>"
        "</note> by the bridge"
        for number in range(notes)
    )
    return f"{_HEAD}<p>{', '.join(held)}.</p></div></body></text></TEI>".encode()


def tall() -> bytes:
    """Entries of which one is longer than a page, and then a note that is."""
    chance = random.Random(3)

    def words(count: int) -> str:
        return " ".join(chance.choices(_WORDS, k=count))

    entries = (
        f"<app><lem wit='#A'>lemma{number}x</lem><rdg wit='#B'>{words(length)}</rdg></app> "
        f"{words(80)} "
        for number, length in enumerate((5, 900, 3))
    )
    noted = f"{words(300)}<note>{words(700)}</note> {words(150)}"
    return f"{_HEAD}<p>{''.join(entries)}</p><p>{noted}</p></div></body></text></TEI>".encode()


def crowded(entries: int, words: int) -> bytes:
    """A paragraph, then one whose words have entries with so many words, then some without."""
    chance = random.Random(5)

    def plain(count: int) -> str:
        return " ".join(chance.choices(_WORDS, k=count))

    read = " ".join(f"word{number}" for number in range(words))
    crowd = "".join(
        f"<app><lem wit='#A'>lemma{number}x</lem><rdg wit='#B'>{read}</rdg></app> {plain(2)} "
        for number in range(entries)
    )
    paragraphs = (plain(150), crowd + plain(200), plain(300))
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"{_HEAD}{body}</div></body></text></TEI>".encode()


def sections(names: Sequence[str]) -> bytes:
    """Sections with these `@n`, or none: a word of its own begins each; every lemma is long."""
    chance = random.Random(7)

    def words(count: int) -> str:
        return " ".join(chance.choices(_WORDS, k=count))

    divisions = (
        f"<div n='{name}'><head>Chapter {number}</head><p>begin{number}x "
        + " ".join(
            f"{words(30)} <app><lem wit='#A'>lemma{number}0{entry}x {words(14)}</lem>"
            "<rdg wit='#B'>river</rdg></app>"
            for entry in range(9)
        )
        + f" {words(30)}</p></div>"
        for number, name in enumerate(names, 1)
    )
    return f"{_HEAD[: _HEAD.index('<div>')]}{''.join(divisions)}</body></text></TEI>".encode()


def nested(paragraphs: int, depth: int) -> bytes:
    """Paragraphs with an entry each, and a note that holds one, and so on to this depth."""
    chance = random.Random(11)

    def words(count: int) -> str:
        return " ".join(chance.choices(_WORDS, k=count))

    def note(number: int, level: int) -> str:
        within = note(number, level + 1) if level < depth else ""
        return f"<note>note{number}level{level} {words(25)}{within} {words(5)}</note>"

    made = (
        f"<p>{words(40)} <app><lem wit='#A'>lemma{number}x</lem><rdg wit='#B'>river</rdg></app>"
        f" {words(20)}{note(number, 1)} call{number}x {words(20)}</p>"
        for number in range(paragraphs)
    )
    return f"{_HEAD}{''.join(made)}</div></body></text></TEI>".encode()
