"""Finds in examples in which something is wrong the smallest in which it still is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tests.apparatus.examples import (
    BASE,
    Content,
    Entry,
    Example,
    Note,
    Piece,
    Reading,
    piece,
    texts_of,
)
from tests.apparatus.writer import document

__all__ = ["smallest"]

ATTEMPTS = 150


def smallest(examples: Sequence[Example], is_wrong: Callable[[Sequence[Example]], bool]) -> Example:
    """An example in which something is wrong, without much that need not be there for it.

    Each attempt takes as long as a build: when a number of them is over, the smallest so far is it.
    """
    while len(examples) > 1:
        half = len(examples) // 2
        examples = examples[:half] if is_wrong(examples[:half]) else examples[half:]
    (example,) = examples
    # a space that was left out may be set again: what has been tried is not tried again
    tried = {example}
    while len(tried) < ATTEMPTS:
        for each in islice(_examples(example), ATTEMPTS):
            if each not in tried:
                tried.add(each)
                if _is_linked(each) and is_wrong([each]):
                    example = each
                    break
        else:
            return example
    return example


def _examples(example: Example) -> Iterator[Example]:
    """The example without some of its blocks, or with less in one of them."""
    if any(block.moved for block in example.blocks):  # its verses depend on each other
        return
    blocks = example.blocks
    for start in range(len(blocks)):
        for end in range(len(blocks), start, -1):
            rest = Example((*blocks[:start], *blocks[end:]))
            if _is_whole(rest):
                yield rest
    for number, block in enumerate(blocks):
        for content in _contents(block.content):
            shorter = replace(block, content=content)
            yield Example((*blocks[:number], shorter, *blocks[number + 1 :]))


def _is_linked(example: Example) -> bool:
    """Whether nothing points to an element that is not there any more."""
    text = document([example], "parallel")
    pointers = re.findall('(?:copyOf|sameAs|target)="#([^"]*)"', text)
    return all(f'xml:id="{name}"' in text for name in pointers)


def _is_whole(example: Example) -> bool:
    """Whether no list, speech or table lacks its beginning or its end."""
    text = "".join(block.before + block.after for block in example.blocks)
    opened: list[str] = []
    for end, name in re.findall(r"<(/?)(\w+)", text):
        if not end:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def _contents(content: tuple[Content, ...]) -> Iterator[tuple[Content, ...]]:
    for start in range(len(content)):
        for length in (4, 2, 1):
            if start + length <= len(content):
                yield _apart((*content[:start], *content[start + length :]))
    for number, each in enumerate(content):
        for simpler in _simpler(each):
            yield (*content[:number], simpler, *content[number + 1 :])


def _apart(content: tuple[Content, ...]) -> tuple[Content, ...]:
    """The content with spaces where parts that stood apart now meet."""
    found: list[Content] = []
    for each in content:
        meets = found and not _is_space(found[-1]) and not _is_space(each)
        if meets and not (isinstance(each, Piece) and each.printed == ","):
            found.append(piece(" ", " "))
        found.append(each)
    return (*found,)


def _is_space(each: Content) -> bool:
    return isinstance(each, Piece) and each.printed.isspace()


def _simpler(each: Content) -> Iterator[Content]:
    if isinstance(each, Note):
        yield from (Note(content) for content in _contents(each.content) if content)
    if not isinstance(each, Entry):
        return
    for number, reading in enumerate(each.readings):
        others = (*each.readings[:number], *each.readings[number + 1 :])
        if others:
            yield replace(each, readings=others)
        for simpler in _readings(reading):
            yield replace(
                each, readings=(*each.readings[:number], simpler, *each.readings[number + 1 :])
            )
    lemmas = (lemma for lemma in _contents(each.lemma) if texts_of(lemma, BASE).strip())
    yield from (replace(each, lemma=lemma) for lemma in lemmas)
    if each.space != ("", ""):
        yield replace(each, space=("", ""))
    if each.grouped:
        yield replace(each, grouped=False)


def _readings(reading: Reading) -> Iterator[Reading]:
    yield from (replace(reading, content=some) for some in _contents(reading.content) if some)
    if reading.remark:
        yield replace(reading, remark="")
    if reading.inherited:
        yield replace(reading, inherited=())
