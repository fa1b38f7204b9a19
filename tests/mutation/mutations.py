"""Changes of a tree at random: each takes an element, chance, and the stock of pieces."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

from tests.mutation.odd import TEXTS, VALUES, WORDS
from tests.mutation.stock import Stock

__all__ = ["GRAFT", "MUTATIONS", "Mutation"]

Mutation = Callable[[etree._Element, Random, Stock], None]
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MOST_LEVELS = 60


def delete(element: etree._Element, _chance: Random, _stock: Stock) -> None:
    parent = element.getparent()
    if parent is not None:
        _keep_tail(element)
        parent.remove(element)


def duplicate(element: etree._Element, chance: Random, _stock: Stock) -> None:
    if element.getparent() is not None:
        for _ in range(chance.choice((1, 1, 2, 5))):
            element.addnext(_without_ids(element))


def swap(element: etree._Element, _chance: Random, _stock: Stock) -> None:
    following = element.getnext()
    if following is not None:
        following.addnext(element)


def wrap(element: etree._Element, chance: Random, stock: Stock) -> None:
    """Puts an element around another one."""
    _wrap(element, _name(element, chance, stock))


def nest(element: etree._Element, chance: Random, _stock: Stock) -> None:
    """Puts many elements of the same name around an element."""
    for _ in range(chance.randrange(2, _MOST_LEVELS)):
        _wrap(element, str(element.tag))


def unwrap(element: etree._Element, _chance: Random, _stock: Stock) -> None:
    parent = element.getparent()
    if parent is None:
        return
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + (element.text or "")
    else:
        parent.text = (parent.text or "") + (element.text or "")
    for child in list(element):
        element.addprevious(child)
    _keep_tail(element)
    parent.remove(element)


def empty(element: etree._Element, chance: Random, _stock: Stock) -> None:
    if chance.random() < 0.5:
        element.text = None
    for child in list(element):
        element.remove(child)


def rename(element: etree._Element, chance: Random, stock: Stock) -> None:
    element.tag = _name(element, chance, stock)


def move(element: etree._Element, chance: Random, _stock: Stock) -> None:
    """Puts a copy of an element into another one."""
    others = list(element.getroottree().getroot().iter("*"))
    target = chance.choice(others)
    target.insert(chance.randint(0, len(target)), _without_ids(element))


def graft(element: etree._Element, chance: Random, stock: Stock) -> None:
    """Puts a piece of another document into an element."""
    piece = stock.piece(str(element.tag), chance)
    if piece is not None:
        if chance.random() < 0.5:
            piece.tail = chance.choice((" ", ", ", chance.choice(TEXTS)))
        element.insert(chance.randint(0, len(element)), piece)


def insert(element: etree._Element, chance: Random, stock: Stock) -> None:
    """Puts a new element into an element."""
    made = etree.Element(chance.choice(stock.elements))
    made.text = chance.choice((None, *WORDS))
    for name in stock.attributes(made):
        if chance.random() < 0.05:
            made.set(name, chance.choice(VALUES))
    element.insert(chance.randint(0, len(element)), made)


def change_text(element: etree._Element, chance: Random, _stock: Stock) -> None:
    """Cuts a text, or puts something odd into it."""
    inside = chance.random() < 0.5 or element.getparent() is None
    text = (element.text if inside else element.tail) or ""
    place = chance.randint(0, len(text))
    end = chance.choice((place, place, len(text), chance.randint(place, len(text))))
    text = text[:place] + chance.choice(TEXTS) + text[end:]
    if inside:
        element.text = text
    else:
        element.tail = text


def set_attribute(element: etree._Element, chance: Random, stock: Stock) -> None:
    names = stock.attributes(element)
    if names:
        element.set(chance.choice(names), _value(element, chance))


def change_attribute(element: etree._Element, chance: Random, _stock: Stock) -> None:
    if element.attrib:
        element.set(chance.choice(sorted(element.attrib)), _value(element, chance))


def drop_attribute(element: etree._Element, chance: Random, _stock: Stock) -> None:
    if element.attrib:
        del element.attrib[chance.choice(sorted(element.attrib))]


def move_attribute(element: etree._Element, chance: Random, _stock: Stock) -> None:
    """Gives an attribute to another element."""
    if element.attrib:
        name = chance.choice(sorted(element.attrib))
        value = element.attrib.pop(name)
        chance.choice(list(element.getroottree().getroot().iter("*"))).set(name, value)


def name_it(element: etree._Element, chance: Random, _stock: Stock) -> None:
    """Gives an element an id, which may be long, or odd, or differ from others by case alone."""
    names = ("a", "A", "b", "é", "e\u0301", "字", "CON", "index", "_", "a.b", "a-W", "x" * 400)
    element.set(XML_ID, chance.choice(names))


def say_something(element: etree._Element, chance: Random, _stock: Stock) -> None:
    """Puts a comment or a processing instruction into an element."""
    made = etree.Comment(" -x ") if chance.random() < 0.5 else etree.PI("x", "y")
    made.tail = chance.choice(WORDS)
    element.insert(chance.randint(0, len(element)), made)


def _name(element: etree._Element, chance: Random, stock: Stock) -> str:
    beside = [str(each.tag) for each in element.itersiblings("*")]
    if beside and chance.random() < 0.4:
        return chance.choice(beside)
    return chance.choice(stock.elements)


def _value(element: etree._Element, chance: Random) -> str:
    """An odd value, an id of the document, or a value that another element has."""
    kind = chance.random()
    others = list(element.getroottree().getroot().iter("*"))
    if kind < 0.2:
        ids = [each.get(XML_ID) for each in others if each.get(XML_ID)]
        if ids:
            return f"#{chance.choice(ids)}"
    if kind < 0.4:
        values = [value for each in others for value in each.attrib.values()]
        if values:
            return str(chance.choice(values))
    return chance.choice(VALUES)


def _wrap(element: etree._Element, name: str) -> None:
    if element.getparent() is None:
        return
    outer = etree.Element(name)
    outer.tail, element.tail = element.tail, None
    element.addprevious(outer)
    outer.append(element)


def _keep_tail(element: etree._Element) -> None:
    """What follows an element that is to be removed is given to what stands before it."""
    parent, previous = element.getparent(), element.getprevious()
    assert parent is not None
    if element.tail:
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None


def _without_ids(element: etree._Element) -> etree._Element:
    made = deepcopy(element)
    for each in made.iter("*"):
        each.attrib.pop(XML_ID, None)
    return made


GRAFT: Mutation = graft
MUTATIONS: tuple[Mutation, ...] = (
    delete, duplicate, swap, wrap, nest, unwrap, empty, rename, move, graft, insert, change_text,
    change_text, change_text, set_attribute, set_attribute, change_attribute, drop_attribute,
    move_attribute, name_it, say_something,
)  # fmt: skip
