"""A document of many witnesses and many entries, the same each time it is made."""

from __future__ import annotations

from pathlib import Path
from random import Random

__all__ = ["ENTRIES", "WITNESSES", "many"]

WITNESSES, ENTRIES = 40, 1_850

_WORDS = ("amnis", "aqua", "arbor", "campus", "dies", "ignis", "mons", "nox", "silva", "unda")


def many(folder: Path, witnesses: int = WITNESSES, entries: int = ENTRIES) -> Path:
    """Prose of ten entries a paragraph; each witness departs from about two lemmata in five.

    Entries are words changed, left out and added, one in ten with an entry within it; each fifth
    witness lacks a stretch of the text. Returns the file.
    """
    random = Random(entries)
    sigla = [f"W{number:02}" for number in range(1, witnesses + 1)]
    blocks, made = [], 0
    while made < entries:
        parts: list[str] = []
        while len(parts) < 9 and made < entries:
            inner = len(parts) == 5 and made + 1 < entries
            parts.append(f"{_words(random, 6)} {_entry(random, sigla, inner)}")
            made += 1 + inner
        blocks.append(f"<p>{' '.join(parts)} {_words(random, 3)}.</p>")
    for number, siglum in enumerate(sigla[::5], start=1):
        start = number * len(blocks) // (len(sigla) // 5 + 2)
        for place, name in ((start, "lacunaStart"), (start + 2, "lacunaEnd")):
            blocks[place] = blocks[place].replace("<p>", f'<p><{name} wit="#{siglum}"/>', 1)
    file = folder / "many.xml"
    file.write_text(_document(sigla, blocks), encoding="utf-8")
    return file


def _words(random: Random, number: int) -> str:
    return " ".join(random.choices(_WORDS, k=number))


def _entry(random: Random, sigla: list[str], inner: bool) -> str:
    """A lemma, which holds another entry if wished, and up to four readings."""
    lemma = _words(random, random.choice((1, 1, 1, 2)))
    first = _words(random, 1)
    readings = ["", *(f"{first}{ending}" for ending in ("que", "ne", "ve"))]
    held = {siglum: random.randrange(4) for siglum in sigla if random.random() < 0.4}
    agree = [siglum for siglum in sigla if siglum not in held]
    if inner:
        lemma = f"{lemma} {_entry(random, agree, False)}"
    shown = "".join(
        f'<rdg wit="{_wit(those)}">{reading}</rdg>'
        for number, reading in enumerate(readings)
        if (those := [siglum for siglum in sigla if held.get(siglum) == number])
    )
    return f'<app><lem wit="{_wit(agree)}">{lemma}</lem>{shown}</app>'


def _wit(sigla: list[str]) -> str:
    return " ".join(f"#{siglum}" for siglum in sigla)


def _document(sigla: list[str], blocks: list[str]) -> str:
    listed = "".join(f'<witness xml:id="{siglum}">Book {siglum}</witness>' for siglum in sigla)
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="many" xml:lang="la"><teiHeader>'
        "<fileDesc><titleStmt><title>Many witnesses</title></titleStmt>"
        "<publicationStmt><p>Invented for a test.</p></publicationStmt>"
        f"<sourceDesc><listWit>{listed}</listWit></sourceDesc></fileDesc></teiHeader>"
        f"<text><body>{''.join(blocks)}</body></text></TEI>\n"
    )
