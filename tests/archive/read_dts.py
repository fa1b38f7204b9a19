"""Prints, as JSON, what an independent reader (dapytains) makes of a text's citeStructure.

Run by the Python of an environment that has dapytains: it pins another saxonche.
"""

import json
import sys
from importlib import import_module
from typing import Any

__all__: list[str] = []


def _walk(units: Any) -> Any:
    for unit in units:
        yield unit
        yield from _walk(unit.children)


def _main(path: str) -> None:
    document = import_module("dapytains.tei.document").Document(path)
    units = list(_walk(document.get_reffs()))
    answer = {
        "units": [[unit.ref, unit.citeType, unit.level] for unit in units],
        "texts": {
            unit.ref: " ".join("".join(document.get_passage(unit.ref).itertext()).split())
            for unit in units
        },
    }
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    _main(sys.argv[1])
