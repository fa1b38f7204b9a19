"""What the outputs of documents are called: names that every system can have as those of files.

The name is the id of the document where that will do. No two are equal, not even where capital
letters do not count, and none is the beginning of another, to which the names of witnesses are
added after a dot.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Container, Sequence
from itertools import chain, count, groupby
from pathlib import PurePath

__all__ = ["distinct_names", "folded", "is_reserved"]

_TAKEN = ("about", "beacon", "edition", "feed", "index", "letters", "robots", "sitemap")
"""What builds write beside the documents: a document of that name would be lost."""
_RESERVED = (
    *("con", "prn", "aux", "nul"),
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
)
"""What Windows keeps for devices, whatever follows after a dot, also with figures as in COM¹."""
_LONGEST = 150
"""Bytes: the names of witnesses and of kinds of files are still added."""


def distinct_names(wanted: Sequence[tuple[str, str]]) -> list[str]:
    """A name for each document, of its id and the path of its file, in their order."""
    safe = [_safe(id_) for id_, _ in wanted]
    times = Counter(map(folded, safe))
    names: list[str] = []
    used: set[str] = set()
    for name, (_, path) in zip(safe, wanted, strict=True):
        made = name.replace(".", "-") if _begins_with_another(folded(name), times) else name
        if times[folded(name)] > 1:
            made = _by_file(name, PurePath(path))
        names.append(_unused(made, used))
        used.add(folded(names[-1]))
    return names


def _safe(id_: str) -> str:
    """A name of letters, figures, `.`, `-` and `_` that no system refuses."""
    runs = groupby(id_, lambda sign: sign in ".-_" or unicodedata.category(sign)[0] in "LMN")
    kept = "".join("".join(run) if is_kept else "-" for is_kept, run in runs)
    name = kept.strip("-.") or "document"
    while len(name.encode()) > _LONGEST:
        name = name[:-1]
    first, dot, rest = name.partition(".")
    if is_reserved(first) or name.casefold() in _TAKEN:
        return f"{first}_{dot}{rest}"
    return name


def is_reserved(beginning: str) -> bool:
    """Whether Windows keeps names for itself that begin so before their first dot."""
    return unicodedata.normalize("NFKC", beginning).casefold() in _RESERVED


def folded(name: str) -> str:
    """What two names have in common that are one file on some system."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _begins_with_another(key: str, keys: Container[str]) -> bool:
    parts = key.split(".")
    return any(".".join(parts[:number]) in keys for number in range(1, len(parts)))


def _by_file(name: str, path: PurePath) -> str:
    """A name by the file: by its own name where that says more than the id, else by its folder."""
    own = _safe(path.stem)
    if folded(own) != folded(name):
        return own
    return _safe(f"{path.parent.name}-{own}")


def _unused(name: str, used: Container[str]) -> str:
    numbered = (f"{name}-{number}" for number in count(2))
    return next(each for each in chain([name], numbered) if folded(each) not in used)
