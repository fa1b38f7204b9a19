"""The witnesses of a document side by side, word by word, for programs that compare texts.

The alignment comes from the apparatus, as the model has it: outside its entries all witnesses that
have the passage agree, and within an entry each has its own reading.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from variorum.outputs.output import File, Text, TextOutput

__all__ = ["COLLATION", "RAW_COLLATION"]

Row = list[list[str]]
"""One place in the text: for each witness its words, each with the white space after it."""

_WORD = re.compile(r"\S+\s*")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""How the formulas of spreadsheets begin, also those of East Asian editions."""


def _applies(text: Text) -> bool:
    return len(text.document.summary.sigla) > 1


def _render(text: Text) -> str:
    """The table in the form in which CollateX writes it."""
    sigla = text.document.summary.sigla
    table = _rows([text.document.columns(siglum) for siglum in sigla])
    cells = [
        [[{"t": word} for word in cell] or None for cell in texts]
        for texts in zip(*table, strict=True)
    ]
    return json.dumps({"witnesses": list(sigla), "table": cells}, ensure_ascii=False) + "\n"


def _files(text: Text, rendered: str) -> Iterator[File]:
    yield File(f"text/{text.name}.collation.json", rendered)
    yield File(f"text/{text.name}.collation.csv", _as_csv(rendered, _guarded))


def _raw_files(text: Text, rendered: str) -> Iterator[File]:
    yield File(f"text/{text.name}.collation.json", rendered)
    yield File(f"text/{text.name}.collation.csv", _as_csv(rendered, str))


def _rows(texts: Sequence[Sequence[str]]) -> list[Row]:
    """The table, a row for each place, of the columns of each witness."""
    table: list[Row] = []
    for number, cells in enumerate(zip(*map(_words, texts), strict=True)):
        if number % 2:
            table.append(list(cells))
        else:
            table += [
                [[word] if word else [] for word in row]
                for row in zip_longest(*cells, fillvalue="")
            ]
    return [row for row in table if any(row)]


def _words(columns: Sequence[str]) -> list[list[str]]:
    """The words of each column; white space at the beginning of one belongs to the word before."""
    found: list[list[str]] = []
    last: list[str] = []
    for column in columns:
        if column[:1].isspace() and last and not last[-1].endswith(" "):
            last[-1] += " "
        words = [
            word.rstrip() + " " if word[-1].isspace() else word for word in _WORD.findall(column)
        ]
        found.append(words)
        last = words or last
    return found


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _as_csv(rendered: str, written: Callable[[str], str]) -> str:
    """The table with a column for each witness, each cell as it is to be written."""
    collation = json.loads(rendered)
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(map(written, collation["witnesses"]))
    for row in zip(*collation["table"], strict=True):
        texts = ("".join(token["t"] for token in cell or ()).strip() for cell in row)
        writer.writerow(map(written, texts))
    return made.getvalue()


COLLATION = TextOutput(
    name="collation",
    format="text",
    paths=("text/{name}.collation.json", "text/{name}.collation.csv"),
    scope=frozenset({"document"}),
    render=_render,
    files=_files,
    applies=_applies,
)

RAW_COLLATION = replace(COLLATION, files=_raw_files)
"""The same, whose cells have the words as they are, for programs that know no formulas."""
