"""TEI with as many paragraphs and entries as a test asks for; every lemma is a word of its own."""

from __future__ import annotations

import random

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
