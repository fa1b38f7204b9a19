"""What an output makes of attributes beside the words of a text: numbers and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from variorum.proof.elements import local
from variorum.proof.unit_numbers import first_wrong_number

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.proof.items import Item
    from variorum.proof.links import EncodedLinks

__all__ = ["wrong_attributes"]


def wrong_attributes(
    items: Iterable[Item], links: EncodedLinks, kind: str, output: str, numbered: str
) -> Iterator[tuple[_Element, str, tuple[str, str]]]:
    """The first unit whose number is wrong, and the first link that is.

    With the element are given what it is about, and what the TEI and the output have. `numbered`
    are the words of the output with its numbers.
    """
    number = first_wrong_number(items, numbered)
    if number is not None:
        where = f"{kind}, the number of a {local(number.element)}"
        yield number.element, where, (number.number, number.printed)
    link = links.first_wrong_in(kind, output)
    if link is not None:
        where = f"{kind}, the link of a {local(link.element)}"
        yield link.element, where, (link.pointer, link.printed)
