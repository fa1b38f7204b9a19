"""The signs around words that are restored, added, corrupt and so on (TEI P5 3.5, 12.3)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from variorum import resource
from variorum.proof.corrections import is_by_edition, was_there
from variorum.proof.elements import BLOCKS, TEI, local
from variorum.proof.placeholders import MARKS
from variorum.proof.traced import Traced

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.proof.items import Item
    from variorum.source import Settings

__all__ = [
    "holds_blocks",
    "kind_of_wrong_words",
    "labels_of_signs",
    "sign_of",
    "signed",
    "with_signs",
]

_FOLDER = resource("xslt") / "locale" / "signs"
_CRUX = ["crux", "cruces", "obelus", "obeli", "obelized", "dagger", "daggers", "desperatus"]
_NAMES = {"surplus": "surplus", "unclear": "unclear", "add": "inserted", "ex": "expanded"}
_NAMES |= {"damage": "damaged", "del": "deleted"}
_LETTER = re.compile(r"[^\W_][\u0300-\u036f]*")
_WORDS = re.compile(f"[^\\s{MARKS}](?:.*[^\\s{MARKS}])?", re.DOTALL)


def labels_of_signs(root: _Element, settings: Settings | None = None) -> dict[str, str]:
    """The signs of the convention and those that the settings choose, as labels.

    Under `entries` stand those whose words have entries all the same.
    """
    chosen = "" if settings is None else settings.convention
    models = (
        e for e in root.itersiblings(preceding=True) if getattr(e, "target", "") == "xml-model"
    )
    schemas = [str(each.text) for each in models]
    usual = "leiden" if "epidoc" in " ".join(schemas).lower() else "classical"
    signs = dict(_of_convention(chosen or usual))
    if settings is not None:
        signs |= {f"sign:{name}": sign for name, sign in settings.signs.chosen.items()}
        if settings.entries is not None:
            signs["entries"] = " ".join(settings.entries)
    text = "".join(str(t) for each in root.iter(f"{TEI}text") for t in each.itertext("{*}*"))
    letters = unicodedata.normalize("NFD", text)
    for name, sign in signs.items():
        # a mark that letters of the text have themselves would make other letters of its words
        if sign.startswith("◌") and sign[1:] in letters:
            signs[name] = ""
    return signs


@cache
def _of_convention(name: str) -> Mapping[str, str]:
    from lxml import etree

    root = etree.parse(_FOLDER / f"{name}.xml").getroot()
    signs = {f"sign:{label.get('key')}": label.text or "" for label in root}
    return signs | {"entries": root.get("entries", "")}


def sign_of(element: _Element, labels: Mapping[str, str], *, attested: bool) -> tuple[str, ...]:
    """The signs before and after the words of an element, or the mark on each of its letters.

    What a witness added, deleted or left unclear in its reading is told by the entry around it:
    `attested` says that the element stands in such a reading.
    """
    name = local(element)
    if name == "supplied":
        kind = "added" if is_by_edition(element) and not was_there(element) else "restored"
    elif name in ("sic", "seg", "hi"):
        kind = kind_of_wrong_words(element, name, labels)
    elif attested and name in ("add", "unclear", "del"):
        return ()
    else:
        kind = _NAMES.get(name, "")
    return tuple(labels.get(f"sign:{kind}", "").split())


def kind_of_wrong_words(element: _Element, name: str, labels: Mapping[str, str]) -> str:
    """A crux where the encoding says so, but none within another one that the text has itself."""
    if next(element.iterancestors(f"{TEI}rdg"), None) is not None:
        return ""
    said = " ".join(element.get(key, "") for key in ("rend", "rendition", "type", "ana"))
    words = "".join(str(text) for text in element.itertext()).strip()
    own = words.startswith(labels["sign:crux"][:1] or "\0")
    if not own and not set(re.split(r"[\s#]+", said.lower())).isdisjoint(_CRUX):
        return "crux"
    return "corrupt" if name == "sic" else ""


def holds_blocks(element: _Element) -> bool:
    """Whether whole verses or paragraphs stand in an element."""
    return any(local(inner) in BLOCKS for inner in element.iterdescendants("{*}*"))


def with_signs(items: list[Item], sign: tuple[str, ...], *, blocks: bool) -> Iterator[Item]:
    """Items with signs around them; those of whole blocks stand at their first and last words."""
    if not sign:
        yield from items
    elif sign[0].startswith("◌"):
        for kind, item in items:
            yield kind, signed(item, sign[0][1:]) if kind == "text" else item
    elif blocks:
        told = [n for n, (kind, item) in enumerate(items) if kind == "text" and _WORDS.search(item)]
        for n, (kind, item) in enumerate(items):
            if n in told[-1:]:
                item = _changed(item, _WORDS.sub(lambda words: words[0] + sign[-1], item, 1))
            if n in told[:1]:
                item = _changed(item, _WORDS.sub(lambda words: sign[0] + words[0], item, 1))
            yield kind, item
    else:
        yield "text", sign[0]
        yield from items
        yield "text", sign[-1]


def signed(words: str, mark: str) -> str:
    """Words with a mark on each letter."""
    return _changed(words, _LETTER.sub(lambda letter: letter[0] + mark, words))


def _changed(words: str, signed: str) -> str:
    return words.like(signed) if isinstance(words, Traced) else signed
