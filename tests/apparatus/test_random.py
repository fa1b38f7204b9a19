"""Randomly made texts in all encodings: each witness keeps each of its words, through model and
outputs, and the apparatus names each witness with what the making of the text says it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.apparatus.examples import BASE, Example, Line, Segment
from tests.apparatus.generator import (
    OF_BASE,
    OF_READINGS,
    SCHOLARS,
    SIGLA,
    drawn,
    numbered,
)
from tests.apparatus.made import Made, failed, made
from tests.apparatus.shrinking import smallest
from tests.apparatus.writer import LAYOUTS, METHODS, document
from tests.apparatus.writer import parted as by_text
from tests.conftest import TEST_ALL

DOCUMENTS = 25 if TEST_ALL else 1
EXAMPLES = 50 if TEST_ALL else 6
"""So many in each document: with all four encodings these are 5,000, or a few."""
WORDS = {word.strip(",.") for word in (*OF_BASE, *OF_READINGS)} | {"[...]"}
NAMES = {*SIGLA, *SCHOLARS.values()}
SUPERSCRIPTS = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")
HEADING = r"\n\n{}\n\n(.*?)(?=\n\n[A-Z ]+\n\n|\Z)"


def printed(segment: str) -> Segment:
    """What is printed of a reading, told apart into words, names and what is said of them."""
    words, names, marks = [], [], set()
    # the witnesses that a remark names are of the remark
    segment = re.sub(r"\((?:[ABC] ?)+: ", "(", segment)
    for token in re.sub(r"[()]", " ", segment.translate(SUPERSCRIPTS)).split():
        bare = token if token == "[...]" else re.sub(r"[\[\]⟨⟩{}]", "", token)
        if bare.strip(",.") in WORDS or re.fullmatch(r"(example|other)\d+", bare):
            words.append(token)
        elif token in NAMES:
            names.append(token)
        elif token not in ("|", "—"):
            marks.add(token)
    return Segment((*words,), (*names,), frozenset(marks))


def parted(line: str) -> tuple[Segment, list[Segment]]:
    """A printed line without its key: the lemma, if there is one, and the readings."""
    line = line[_closing(line[1:]) + 3 :]
    place = _closing(line)
    lemma, readings = (line[:place], line[place + 1 :]) if place < len(line) else ("", line)
    return printed(lemma), [printed(each) for each in readings.split("; ")]


def _closing(text: str) -> int:
    """Where a bracket stands that closes none in the text before it."""
    depth = 0
    for place, sign in enumerate(text):
        if sign == "]" and not depth:
            return place
        depth += (sign == "[") - (sign == "]")
    return len(text)


def fault_of_line(line: str, expected: Line) -> str:
    """In what a printed line differs from what it must say."""
    lemma, readings = parted(line)
    if expected.lemma.words and lemma.words != expected.lemma.words:
        return f"lemma {lemma.words}, not {expected.lemma.words}"
    if lemma.sigla != expected.lemma.sigla:
        return f"lemma of {lemma.sigla}, not of {expected.lemma.sigla}"
    for own, wanted in zip(readings, expected.readings, strict=False):
        if (own.words, own.sigla) != (wanted.words, wanted.sigla) or wanted.marks - own.marks:
            return f"{own}, not {wanted}"
    return (
        "" if len(readings) == len(expected.readings) else f"not {len(expected.readings)} readings"
    )


def section(text: str, heading: str) -> str:
    """What stands below a heading of the plain text."""
    found = re.search(HEADING.format(heading), f"\n\n{text}", re.DOTALL)
    return found[1].rstrip("\n") if found else ""


def words_of(text: str) -> list[str]:
    """The words of the plain text, without the numbers of blocks, notes and pages."""
    text = re.sub(r"^(\[(\d+|x)\]( |$)|- |\(\d+\) )", "", text, flags=re.MULTILINE)
    return re.sub(r"\(\d+\)|\[(p\.|column|quire) \w+\]", "", text).split()


def by_example(words: Sequence[str]) -> list[list[str]]:
    """Words in parts, each of which begins with the name of an example."""
    parts: list[list[str]] = [[]]
    for word in words:
        if re.fullmatch(r"(example|other)\d+", word):
            parts.append([])
        parts[-1].append(word)
    return parts[1:]


def lines_by_example(lines: Sequence[str]) -> list[list[str]]:
    """The entries of each example, which the entry of its first word begins; what is added before
    all words of a later block is told after that word.
    """
    parts: list[list[str]] = [[]]
    for line in lines:
        if re.search(r"(?<!after )\bexample\d+\]", line):
            parts.append([])
        parts[-1].append(line)
    return parts[1:]


def faults(built: Made, name: str, examples: Sequence[Example]) -> Iterator[str]:
    """What is wrong in the outputs of a document of examples."""
    plain = built.outputs[f"text/{name}.txt"]
    base = by_example(words_of(section(plain, "TEXT")))
    texts = {
        siglum: by_example(words_of(built.outputs[f"text/{name}.{siglum}.txt"])) for siglum in SIGLA
    } | {BASE: base}
    for siglum, parts in texts.items():
        for example, words in zip(examples, parts, strict=True):
            if _unmarked(words, siglum) != _unmarked(example.words(siglum), siglum):
                yield f"text {siglum or 'base'}: {words}, not {example.words(siglum)}"
    if words_of(section(plain, "NOTES")) != [word for each in examples for word in each.notes()]:
        yield f"notes: {section(plain, 'NOTES')}"
    for example, lines in zip(
        examples, lines_by_example(section(plain, "CRITICAL APPARATUS").split("\n")), strict=True
    ):
        yield from faults_of_lines(lines, example.lines())


def _unmarked(words: Sequence[str], siglum: str) -> list[str]:
    """The words of a witness without the braces of editors, who may show what they strike out."""
    return [re.sub("[{}]", "", word) if siglum else word for word in words]


def faults_of_lines(lines: Sequence[str], expected: Sequence[Line]) -> Iterator[str]:
    if len(lines) != len(expected):
        yield f"{len(lines)} lines, not {len(expected)}: {lines}"
    for line, wanted in zip(lines, expected, strict=False):
        if fault := fault_of_line(line, wanted):
            yield f"line {line}: {fault}"


def found(examples: Sequence[Example], encoding: str, layout: str) -> list[str]:
    """What is wrong with a file that is made of some examples."""
    examples = numbered(examples)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "random.xml"
        file.write_text(document(examples, encoding, layout), encoding="utf-8")
        built = made(file)
    documents = built.edition.documents
    parts = by_text(examples, layout) if layout == "corpus" else [examples]
    return failed(built) + [
        fault
        for source, part in zip(documents, parts, strict=True)
        for fault in faults(built, source.id, part)
    ]


@pytest.mark.parametrize("number", range(DOCUMENTS))
@pytest.mark.parametrize("encoding", METHODS)
def test_each_text_keeps_its_words(encoding: str, number: int) -> None:
    first = number * EXAMPLES
    layout = LAYOUTS[(number + [*METHODS].index(encoding)) % len(LAYOUTS)]
    examples = [drawn(seed, encoding) for seed in range(first, first + EXAMPLES)]
    if wrong := found(examples, encoding, layout):
        example = smallest(examples, lambda some: bool(found(some, encoding, layout)))
        text = document(numbered([example]), encoding, layout)
        # what is wrong only where several stand together is not found in one of them
        of_one = found([example], encoding, layout) or wrong
        pytest.fail("\n".join([*of_one, text]), pytrace=False)
