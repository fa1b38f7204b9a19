"""What each witness of a randomly made text reads, decided before any TEI is written.

An example is plain data: blocks of text with entries, which say what the base text, each witness
and its first hand have there, and how the apparatus names them (TEI P5 11.3 and 13.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

__all__ = [
    "BASE",
    "LACKING",
    "Absence",
    "Block",
    "Content",
    "Entry",
    "Example",
    "Lacuna",
    "Line",
    "Note",
    "Overlap",
    "Piece",
    "Reading",
    "Segment",
    "texts_of",
]

BASE = ""
"""What stands for the base text where others are named by their sigla."""
LACKING = "[text lacking]"
"""What shows in the text of a witness where it breaks off."""


@dataclass(frozen=True)
class Segment:
    """A reading as the apparatus prints it: its words, who has it, and what must be said of it."""

    words: tuple[str, ...]
    sigla: tuple[str, ...]
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Line:
    """An entry as the apparatus prints it; words added to the text have no lemma of their own."""

    lemma: Segment
    readings: tuple[Segment, ...]
    whole_block: bool = False


@dataclass(frozen=True)
class Piece:
    """Text without entries: its TEI, and what the base text, a witness and its first hand have.

    Of a correction the apparatus says who made it, and where; `marks` are the words for that.
    """

    xml: str
    printed: str
    witness: str
    first: str
    marks: frozenset[str] = frozenset()


def piece(xml: str, text: str) -> Piece:
    """Text that all have."""
    return Piece(xml, text, text, text)


@dataclass(frozen=True)
class Reading:
    """What some witnesses, or an editor and no witness, have in the place of the lemma."""

    content: tuple[Content, ...]
    witnesses: tuple[str, ...] = ()
    scholar: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    inherited: tuple[str, ...] = ()
    remark: str = ""
    remark_as: str = "note"
    marks: frozenset[str] = frozenset()
    lacuna: str = ""
    lacuna_mark: str = ""
    listed: str = ""
    """How a `wit` lists the witnesses: as sigla or as pointers; else an attribute names them."""
    ignored: str = ""
    """What is written in a copy instead of its words, which are those of the original."""

    def text(self, siglum: str) -> str:
        """What the witness has in the end; of a scholar, what an editor would print."""
        return texts_of(self.content, siglum if self.witnesses else BASE)

    def segments(self) -> Iterator[Segment]:
        """As the apparatus prints it: what was corrected, and what it was corrected to."""
        marks = self.marks | {
            *self.remark.split()
        }  # of what was corrected it may stand with either
        if not self.witnesses:
            scholars = (self.scholar,) if self.scholar else ()
            yield Segment((*self.text(BASE).split(),), scholars, marks)
            return
        ends = {"deficit"} if self.lacuna == "start" else set()
        pieces = (each for each in self.content if isinstance(each, Piece))
        corrections = {mark for each in pieces for mark in each.marks}
        for names, final in _by_text(self, self.witnesses):
            names = (*names, self.scholar) if self.scholar else names
            first = first_of(self.content)
            if first and first != final:
                yield Segment(first, names, frozenset({"ante"}))
                ends = ends | corrections | {"post"}
                yield _omitted(Segment(final, names, self.marks | ends))
            else:
                yield _omitted(Segment(final, names, marks | ends | corrections))


def _by_text(
    reading: Reading, witnesses: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The witnesses of a reading, those together that have the same words."""
    found: dict[tuple[str, ...], list[str]] = {}
    for siglum in witnesses:
        found.setdefault((*reading.text(siglum).split(),), []).append(siglum)
    for words, sigla in found.items():
        yield (*sigla,), words


def _omitted(segment: Segment) -> Segment:
    if segment.words:
        return segment
    return Segment((), segment.sigla, segment.marks | {"om."})


@dataclass(frozen=True)
class Entry:
    """A place where witnesses differ: the lemma, who is named for it, and the readings."""

    lemma: tuple[Content, ...]
    witnesses: tuple[str, ...]
    readings: tuple[Reading, ...]
    space: tuple[str, str] = ("", "")
    bare: bool = False
    grouped: bool = False
    whole_block: bool = False
    unquoted: bool = False
    """Its lemma is the text between its points, and is not written again."""
    copy_of: str = ""
    """The id of what its lemma is a copy of (TEI P5 17.6)."""
    of_blocks: bool = False
    """Its lemma holds verses, which are told in short."""

    def text(self, siglum: str) -> str:
        """What the base text or a witness has here.

        Of several states the last is its text, but of what several editors read the first. White
        space at the ends of the lemma is of the text around it, which all have.
        """
        own = [reading for reading in self.readings if siglum in reading.witnesses]
        read = own[:1] if own and own[0].scholar else own[-1:]
        inner = read[0].text(siglum) if read else texts_of(self.lemma, siglum)
        base = texts_of(self.lemma, BASE)
        before = " " if base[:1].isspace() else self.space[0]
        after = " " if base[-1:].isspace() else self.space[1]
        return before + inner + after

    def lines(self) -> Iterator[Line]:
        """The lines of the apparatus: this entry, and those within its lemma."""
        lemma = Segment((*texts_of(self.lemma, BASE).split(),), self.witnesses)
        readings = [each for reading in self.readings for each in reading.segments()]
        first = first_of(self.lemma)
        final = (*texts_of(self.lemma, self.witnesses[0] if self.witnesses else BASE).split(),)
        if self.witnesses and first and first != final:
            readings.insert(0, Segment(first, self.witnesses, frozenset({"ante"})))
        if self.of_blocks and len(lemma.words) > 2:
            lemma = replace(lemma, words=())
        yield Line(lemma, (*readings,), self.whole_block)
        yield from lines_of(self.lemma)


@dataclass(frozen=True)
class Note:
    """A note of the editors, which is in no witness; entries within it stand in the apparatus."""

    content: tuple[Content, ...]

    def text(self, _siglum: str) -> str:
        return ""

    def lines(self) -> Iterator[Line]:
        yield from lines_of(self.content)


@dataclass(frozen=True)
class Lacuna:
    """Text that one witness lacks, which breaks off in the first entry and resumes in the last."""

    start: Entry
    content: tuple[Content, ...]
    end: Entry
    witness: str

    def text(self, siglum: str) -> str:
        if siglum == self.witness:
            return f"{self.start.text(siglum)} {LACKING} {self.end.text(siglum)}"
        return self.start.text(siglum) + texts_of(self.content, siglum) + self.end.text(siglum)

    def lines(self) -> Iterator[Line]:
        yield from lines_of((self.start, *self.content, self.end))


@dataclass(frozen=True)
class Absence:
    """Text that one witness lacks, between two marks that name it."""

    marks: tuple[str, str]
    content: tuple[Content, ...]
    witness: str

    def text(self, siglum: str) -> str:
        return f" {LACKING} " if siglum == self.witness else texts_of(self.content, siglum)

    def lines(self) -> Iterator[Line]:
        yield from lines_of(self.content)


@dataclass(frozen=True)
class Overlap:
    """Three words: one witness has something else for the first two, another for the last two."""

    parts: tuple[str, str, str]
    former: Reading
    latter: Reading

    def text(self, siglum: str) -> str:
        first, shared, last = self.parts
        if siglum and siglum in self.former.witnesses:
            return f"{self.former.text(siglum)} {last}"
        if siglum and siglum in self.latter.witnesses:
            return f"{first} {self.latter.text(siglum)}"
        return f"{first} {shared} {last}"

    def entries(self) -> tuple[Entry, Entry]:
        first, shared, last = self.parts
        spaced = (f"{first} {shared}", f"{shared} {last}")
        former, latter = ((piece(words, words),) for words in spaced)
        return Entry(former, (), (self.former,)), Entry(latter, (), (self.latter,))

    def lines(self) -> Iterator[Line]:
        yield from lines_of(self.entries())


Content = Piece | Entry | Note | Lacuna | Absence | Overlap


def texts_of(content: tuple[Content, ...], siglum: str) -> str:
    """What the base text or a witness has, as one string."""
    return "".join(_text(each, siglum) for each in content)


def _text(each: Content, siglum: str) -> str:
    if isinstance(each, Piece):
        return each.witness if siglum else each.printed
    return each.text(siglum)


def first_of(content: tuple[Content, ...]) -> tuple[str, ...]:
    """The words before corrections; nothing where entries make it several texts."""
    pieces = [each for each in content if isinstance(each, Piece)]
    return (*"".join(each.first for each in pieces).split(),) if len(pieces) == len(content) else ()


def lines_of(content: tuple[Content, ...]) -> Iterator[Line]:
    """The lines of the apparatus for some content, in the order of the text."""
    for each in content:
        if not isinstance(each, Piece):
            yield from each.lines()


@dataclass(frozen=True)
class Block:
    """A paragraph, a verse, a heading and the like; TEI around it is written before and after."""

    before: str
    content: tuple[Content, ...]
    after: str
    editorial: bool = False
    number: str = ""
    moved: tuple[tuple[str, tuple[Content, ...]], ...] = ()
    """What witnesses have in its place that have this block elsewhere."""
    instead: tuple[tuple[str, str], ...] = ()
    """The numbers of the blocks that these are, as the apparatus has them; none for a copy."""
    own: tuple[tuple[str, tuple[Content, ...]], ...] = ()
    """What witnesses have of it that lack some of it."""

    def text(self, siglum: str) -> str:
        """A translation is the editors': no witness has it."""
        own = dict((*self.moved, *self.own)).get(siglum, self.content)
        return " " if siglum and self.editorial else f" {texts_of(own, siglum)} "

    def lines(self) -> Iterator[Line]:
        """The lines of its entries, the first of them about the whole block if it is moved."""
        numbers = dict(self.instead)
        together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for siglum, own in self.moved:
            words = () if self.number else (*texts_of(own, siglum).split(),)
            together.setdefault((numbers.get(siglum, ""), words), []).append(siglum)
        if together:
            yield Line(
                Segment((), ()),
                tuple(
                    Segment(words, (*sigla,), frozenset({"transp.", *number}))
                    for (number, words), sigla in together.items()
                ),
            )
        yield from lines_of(self.content)


@dataclass(frozen=True)
class Example:
    """One division of a document that holds many."""

    blocks: tuple[Block, ...] = field(default=())
    transposed: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """The witnesses that have its verses in another order, each with the numbers of the verses."""

    def words(self, siglum: str) -> list[str]:
        """The words of the base text or of a witness."""
        return "".join(block.text(siglum) for block in self.blocks).split()

    def lines(self) -> list[Line]:
        """The lines of the apparatus."""
        return [line for block in self.blocks for line in block.lines()]

    def notes(self) -> list[str]:
        """The words of the notes."""
        contents = [each for block in self.blocks for each in block.content]
        notes = [texts_of(each.content, BASE) for each in contents if isinstance(each, Note)]
        return " ".join(notes).split()
