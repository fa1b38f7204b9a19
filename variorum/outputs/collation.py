"""The witnesses of a document side by side, word by word, for programs that compare texts.

The alignment is that of the apparatus: outside its entries the witnesses that have the text have
the same words, within an entry each has its reading. It comes from the reader of the proof, against
which every text of a witness is held.
"""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from variorum.proof.placeholders import LINK, MARKS, SPACE

if TYPE_CHECKING:
    from variorum.proof.tei import Reader

__all__ = ["as_csv", "as_json", "rows"]

Row = list[list[str]]
"""One place in the text: for each witness its words, each with the white space after it."""

_WORD = re.compile(r"\S+\s*")
_SPACES = (SPACE, LINK)
_UNSEEN = re.compile(f"[{MARKS}]")


def rows(reader: Reader) -> list[Row]:
    """The table, a row for each place, with the witnesses in the order of `reader.sigla`."""
    texts = [_parts(reader.columns(siglum)) for siglum in reader.sigla]
    table: list[Row] = []
    for number, cells in enumerate(zip(*texts, strict=True)):
        if number % 2:
            table.append(list(cells))
        else:
            table += [
                [[word] if word else [] for word in row]
                for row in zip_longest(*cells, fillvalue="")
            ]
    return [row for row in table if any(row)]


def _parts(columns: list[str]) -> list[list[str]]:
    """The words of each column; white space at the beginning of one belongs to the word before."""
    parts: list[list[str]] = []
    last: list[str] = []
    for column in columns:
        plain = _UNSEEN.sub(lambda mark: " " if mark[0] in _SPACES else "", column)
        if plain[:1].isspace() and last and not last[-1].endswith(" "):
            last[-1] += " "
        words = [
            word.rstrip() + " " if word[-1].isspace() else word for word in _WORD.findall(plain)
        ]
        parts.append(words)
        last = words or last
    return parts


def as_json(sigla: list[str], table: list[Row]) -> str:
    """The table as CollateX writes it."""
    cells = [
        [[{"t": word} for word in cell] or None for cell in texts]
        for texts in zip(*table, strict=True)
    ]
    return json.dumps({"witnesses": sigla, "table": cells}, ensure_ascii=False) + "\n"


def as_csv(sigla: list[str], table: list[Row]) -> str:
    """The table with a column for each witness."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(sigla)
    writer.writerows(["".join(words).strip() for words in row] for row in table)
    return made.getvalue()
