"""Draws examples at random: first what each witness reads, with the TEI of words alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from xml.sax.saxutils import escape

from tests.apparatus.examples import (
    Absence,
    Block,
    Content,
    Entry,
    Example,
    Lacuna,
    Note,
    Piece,
    Reading,
    piece,
)
from tests.apparatus.pieces import EVERYWHERE, OF_ENTRIES, OF_HANDS, OF_TEXT, OF_WITNESSES
from tests.apparatus.special import SPECIAL

__all__ = ["HANDS", "OF_BASE", "OF_READINGS", "REMARKS", "SCHOLARS", "SIGLA", "drawn", "numbered"]

SIGLA = ("A", "B", "C")
SCHOLARS = {"ed": "Editrix", "lector": "Lectrix", "zetes": "Zetes"}
EDITORS = ("ed", "lector")
HANDS = {"h1": "prima", "h2": "altera"}
OF_BASE = ("ara", "belo", "сон", "d'or", "é", "a&e", "kto,", "fin.", "gamora", "helu")
OF_READINGS = tuple(
    first + last for first in ("zi", "zo", "zu", "zy") for last in ("ka", "mu", "ре", "ß", "to.")
)
REMARKS = ("remota", "rasa", "ruda")


@dataclass(frozen=True)
class Place:
    """Where pieces stand, which decides what may be marked in them."""

    words: Sequence[str]
    kind: str
    verse: bool = False


class Generator:
    """Draws one example; the same seed gives the same example."""

    def __init__(self, seed: int, encoding: str) -> None:
        self.random = Random(f"{encoding} {seed}")
        self.seed = seed
        self.encoding = encoding
        self.fresh: list[str] = []
        self.originals: list[Reading] = []
        self.names = 0

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def name(self) -> str:
        """An id that no other element of any example has."""
        self.names += 1
        return f"{self.seed}-{self.names}"

    def word(self, place: Place) -> str:
        """A word; those of readings are other than all words near them."""
        if place.kind in ("base", "lemma"):
            return self.random.choice(place.words)
        if not self.fresh:
            self.fresh = self.random.sample(OF_READINGS, len(OF_READINGS))
        return self.fresh.pop()

    def separator(self, place: Place) -> Piece:
        """What stands between two words that are written apart."""
        if self.chance(0.75):
            return piece(self.random.choice((" ", "\n", "  ")), " ")
        several = [
            " <lb/>",
            "<lb/> ",
            '<lb break="yes"/>',
            ' <pb n="7"/>',
            '<cb n="b"/> ',
            ' <milestone unit="section"/> ',
            ' <gb n="4"/>',
            '<pb break="yes"/>',
        ]
        if place.verse:
            several += ["<caesura/>", " <caesura/> "]
        return piece(self.random.choice(several), " ")

    def piece(self, place: Place) -> Piece:
        """A word, marked or not."""
        word = self.word(place)
        if self.chance(0.6):
            return piece(escape(word), word)
        makers = [*EVERYWHERE]
        if place.kind in ("base", "lemma", "witness"):
            makers += OF_WITNESSES
        if place.kind == "base":
            makers += OF_TEXT
        if place.kind in ("lemma", "witness"):
            makers += OF_ENTRIES
        if place.kind in ("corrected", "witness"):
            makers += OF_HANDS
        made = self.random.choice(makers)(word, self.word(place))
        return replace(made, xml=made.xml.replace("@", self.name()))

    def pieces(self, place: Place, most: int = 3) -> tuple[Piece, ...]:
        """Some words, with what stands between them."""
        found = [self.piece(place)]
        for _ in range(self.random.randrange(most)):
            found += [self.separator(place), self.piece(place)]
        return (*found,)

    def entry(self, place: Place, allowed: Sequence[str], depth: int) -> Entry:
        """An entry whose readings have words that the text does not have."""
        places = {siglum: self.random.randrange(4) for siglum in allowed}
        lemma_has = [siglum for siglum in allowed if places[siglum] < 2]
        named = self._named(lemma_has)
        copied = self._copied_lemma()
        self.originals = [each for each in self.originals if each is not copied]
        readings: list[Reading] = []
        for number in (2, 3):
            witnesses = tuple(siglum for siglum in allowed if places[siglum] == number)
            if witnesses:
                readings += self.readings(place, witnesses, depth)
        while not readings or self.chance(0.2):
            readings.insert(self.random.randrange(len(readings) + 1), self.conjecture(place))
        lemma = self.lemma(place, named, lemma_has, depth)
        if copied is not None:
            name = dict(copied.attributes)["xml:id"]
            return Entry(copied.content, named, (*readings,), copy_of=name)
        return Entry(
            lemma,
            named,
            (*readings,),
            space=self._space(),
            bare=bool(named) and lemma != () and self.encoding == "parallel" and self.chance(0.1),
            grouped=self.chance(0.1),
            unquoted=self.chance(0.2) and all(each.remark_as != "witDetail" for each in readings),
        )

    def _copied_lemma(self) -> Reading | None:
        """A reading whose words the lemma of a later entry has."""
        plain = [
            each
            for each in self.originals
            if all(isinstance(part, Piece) and part.xml == part.printed for part in each.content)
        ]
        if self.encoding != "parallel" or not plain or not self.chance(0.1):
            return None
        return self.random.choice(plain)

    def _named(self, lemma_has: Sequence[str]) -> tuple[str, ...]:
        if self.chance(0.5):
            return (*lemma_has,)
        return () if self.chance(0.5) else (*lemma_has[:1],)

    def _space(self) -> tuple[str, str]:
        if self.chance(0.7):
            return ("", "")
        return (self.random.choice(("", " ")), self.random.choice(("", " ", "\n")))

    def lemma(
        self, place: Place, named: tuple[str, ...], lemma_has: Sequence[str], depth: int
    ) -> tuple[Content, ...]:
        """Words, with corrections where one witness has them, or with entries within."""
        if self.chance(0.1):
            return ()
        inner = named or (*lemma_has,)
        if depth and inner and self.chance(0.3):
            place = Place(OF_BASE, "lemma", place.verse)
            parts: list[Content] = [*self.pieces(place, 2), self.separator(place)]
            return (
                *parts,
                self.entry(place, inner, depth - 1),
                self.separator(place),
                self.piece(place),
            )
        return self.pieces(Place(OF_BASE, "lemma", place.verse))

    def readings(self, place: Place, witnesses: tuple[str, ...], depth: int) -> list[Reading]:
        """The readings of some witnesses: one, or one for each state or hand."""
        inside = Place(OF_READINGS, "witness", place.verse)
        if len(witnesses) == 1 and self.chance(0.25):
            return self.states(inside, witnesses)
        if self.chance(0.15):
            return [Reading((), witnesses)]
        if self.originals and self.chance(0.15):
            return [self.copy(witnesses)]
        if depth and len(witnesses) > 1 and self.chance(0.3):
            return [Reading(self._nested(inside, witnesses), witnesses)]
        if self.chance(0.08):
            return [Reading((piece('<gap reason="lost"/>', "[...]"),), witnesses)]
        if self.chance(0.15):
            return [self.original(Reading(self.pieces(inside), witnesses))]
        return [self._told(Reading(self.pieces(inside), witnesses))]

    def original(self, reading: Reading) -> Reading:
        """The reading with an id, so that others can be copies of it."""
        self.originals.append(replace(reading, attributes=(("xml:id", f"copied-{self.name()}"),)))
        return self.originals[-1]

    def copy(self, witnesses: tuple[str, ...]) -> Reading:
        """A reading that is said to be the same as another one, or a copy of it (TEI P5 17.6)."""
        original = self.random.choice(self.originals)
        pointer = f"#{dict(original.attributes)['xml:id']}"
        # what is written out twice has no id: an id is given once in a file (TEI P5 1.3.1.1.1)
        has_ids = any("xml:id" in str(each) for each in original.content)
        if self.chance(0.3) and not has_ids:
            return Reading(original.content, witnesses, attributes=(("sameAs", pointer),))
        ignored = self.random.choice(("", "", " ", "ignored", "<!-- a copy -->"))
        return Reading(
            original.content, witnesses, attributes=(("copyOf", pointer),), ignored=ignored
        )

    def _nested(self, place: Place, witnesses: tuple[str, ...]) -> tuple[Content, ...]:
        plain = Place(OF_READINGS, "nested", place.verse)
        own = Entry(
            self.pieces(plain, 2),
            witnesses[:1],
            (Reading(self.pieces(plain, 2), witnesses[1:]),),
        )
        return (self.piece(plain), self.separator(plain), own)

    def _told(self, reading: Reading) -> Reading:
        """The reading with what else is said of it: a hand, a remark, a group."""
        attributes: tuple[tuple[str, str], ...] = ()
        marks: frozenset[str] = frozenset()
        if self.chance(0.1):
            hand = self.random.choice([*HANDS])
            attributes, marks = (("hand", f"#{hand}"),), frozenset({HANDS[hand]})
        remark = self.random.choice(REMARKS) if self.chance(0.15) else ""
        kinds = ("note", "witDetail", "inside")
        return Reading(
            reading.content,
            reading.witnesses,
            attributes=attributes,
            inherited=self._inherited(),
            remark=remark,
            remark_as=self.random.choice(kinds),
            marks=marks,
            listed=self.random.choice(("", "", "", "sigla", "markup", "pointers")),
        )

    def _inherited(self) -> tuple[str, ...]:
        return self.random.choice(
            ((), (), (), (), ("wit",), ("wit", "hand"), ("hand",), ("type", "varSeq"))
        )

    def states(self, place: Place, witnesses: tuple[str, ...]) -> list[Reading]:
        """Two states of one witness, told apart by number, type or hand; the later is its text."""
        words = Place(OF_READINGS, "nested", place.verse)
        if self.chance(0.25):
            return [
                Reading(
                    self.pieces(words),
                    witnesses,
                    scholar=SCHOLARS[name],
                    attributes=(("resp", f"#{name}"),),
                )
                for name in EDITORS
            ]
        kind, values = self.random.choice(
            (("varSeq", ("1", "2")), ("type", ("ac", "pc")), ("hand", ("#h1", "#h2")))
        )
        marks = (*HANDS.values(),) if kind == "hand" else ("ante", "post")
        return [
            Reading(
                self.pieces(words),
                witnesses,
                attributes=((kind, value),),
                inherited=self._inherited(),
                marks=frozenset({mark}),
            )
            for value, mark in zip(values, marks, strict=True)
        ]

    def conjecture(self, place: Place) -> Reading:
        """A reading that no witness has, of a scholar, of the editor or of nobody who is named."""
        name = self.random.choice(("", *SCHOLARS))
        attribute = self.random.choice(("source", "resp")) if name in EDITORS else "source"
        attributes = ((attribute, f"#{name}"),) if name else ()
        content = self.pieces(Place(OF_READINGS, "conjecture", place.verse))
        return Reading(
            content,
            scholar=SCHOLARS.get(name, ""),
            attributes=attributes,
            inherited=(attribute,) if self.chance(0.2) else (),
        )

    def content(
        self, *, verse: bool = False, entries: bool = True, notes: bool = True
    ) -> tuple[Content, ...]:
        """The content of a block."""
        place = Place(OF_BASE, "base", verse)
        found: list[Content] = []
        for _ in range(self.random.randint(1, 4)):
            if entries and notes and self.chance(0.05):
                self._beside(found, self.absence(place), place)
            elif entries and self.chance(0.03):
                self._beside_all(found, self.parts(place), place)
            elif entries and self.chance(0.4):
                torn = self.encoding != "located" and self.chance(0.1)
                self._beside(
                    found, self.lacuna(place) if torn else self.entry(place, SIGLA, 1), place
                )
            else:
                self._beside(found, self.piece(place), place)
            if self.chance(0.1) and self._takes_comma(found[-1]):
                found.append(piece(",", ","))
            if notes and self.chance(0.05):
                found += self._note(found[-1])
        return (*found,)

    def _note(self, before: Content) -> list[Content]:
        """A note; one with entries stands between words, for a location does not say on which side
        of it something is added."""
        if self.encoding != "located":
            return [Note(self.content(notes=False))]
        apart = isinstance(before, Piece) and bool(before.printed.strip(" ,"))
        return [Note(self.content(notes=False, entries=apart)), piece(" ", " "), *self.words()]

    def absence(self, place: Place) -> Absence:
        """Words that one witness lacks, which marks in the text say."""
        witness, words = self._lacked(place)
        marks = self.random.choice((("witEnd", "witStart"), ("lacunaStart", "lacunaEnd")))
        return Absence(marks, words, witness)

    def lacuna(self, place: Place) -> Lacuna:
        """Words between two entries that one witness lacks; it is named for none of them."""
        witness, words = self._lacked(place)
        marks = self.random.choice((("lacunaStart", "lacunaEnd"), ("witEnd", "witStart")))
        start, end = (
            self.bound(witness, kind, mark)
            for kind, mark in zip(("start", "end"), marks, strict=True)
        )
        return Lacuna(start, words, end, witness)

    def parts(self, place: Place) -> tuple[Content, ...]:
        """Two entries in which a witness has the parts of one reading (TEI P5 17.7)."""
        witness, name = self.random.choice(SIGLA), self.name()
        first, second = f"part-{name}", f"part-{name}-b"
        return tuple(
            Entry(
                self.lemma(place, (), (), 0),
                (),
                (
                    Reading(
                        self.pieces(Place(OF_READINGS, "witness", place.verse)),
                        (witness,),
                        attributes=own,
                    ),
                ),
            )
            for own in (
                (("xml:id", first), ("next", f"#{second}")),
                (("xml:id", second), ("prev", f"#{first}")),
            )
        )

    def witness(self) -> str:
        return self.random.choice(SIGLA)

    def words(self, verse: bool = False, *, fresh: bool = False) -> tuple[Content, ...]:
        """Words that all have; `fresh` ones no text has near them."""
        place = Place(OF_READINGS, "nested", verse) if fresh else Place(OF_BASE, "lemma", verse)
        words = [self.word(place) for _ in range(self.random.randint(1, 2))]
        return tuple(
            each for word in words for each in (piece(" ", " "), piece(escape(word), word))
        )[1:]

    def bound(self, witness: str, kind: str, mark: str) -> Entry:
        """An entry in which a witness breaks off or begins again, at a mark."""
        entry = self._bound(witness, Place(OF_BASE, "base"), kind)
        (reading,) = entry.readings
        return replace(entry, readings=(replace(reading, lacuna_mark=mark),))

    def _lacked(self, place: Place) -> tuple[str, tuple[Content, ...]]:
        """A witness, and words that it lacks, perhaps with an entry of the others."""
        witness = self.random.choice(SIGLA)
        others = [siglum for siglum in SIGLA if siglum != witness]
        words: list[Content] = [piece(" ", " "), self.piece(place), piece(" ", " ")]
        if self.chance(0.5):
            words += [self.entry(place, others, 0), piece(" ", " ")]
        return witness, (*words,)

    def _bound(self, witness: str, place: Place, kind: str) -> Entry:
        plain = Place(OF_READINGS, "nested", place.verse)
        reading = Reading(self.pieces(plain, 2), (witness,), lacuna=kind)
        word = self.random.choice(OF_BASE)
        return Entry((piece(escape(word), word),), (), (reading,))

    def _takes_comma(self, each: Content) -> bool:
        """Whether a comma may follow at once.

        Not so after added words where it is not said on which side of a space they stand: their
        location does not say it, nor does a lemma that is nothing but a space.
        """
        added = isinstance(each, Entry) and not each.lemma
        spaced = isinstance(each, Entry) and any(each.space)
        return not ((added and (spaced or self.encoding == "located")) or _holds_break(each))

    def _beside_all(
        self, found: list[Content], following: tuple[Content, ...], place: Place
    ) -> None:
        for each in following:
            self._beside(found, each, place)

    def _beside(self, found: list[Content], following: Content, place: Place) -> None:
        """Puts content after what stands before, apart from it; a space within an entry will do."""
        before = found[-1] if found else None
        spaces = [before.space[1] if isinstance(before, Entry) else ""]
        spaces += [following.space[0] if isinstance(following, Entry) else ""]
        if before is not None and not (any(spaces) and self.chance(0.5)):
            found.append(self.separator(place))
        found.append(following)

    def blocks(self) -> list[Block]:
        """The blocks of an example, with numbers that are not given twice."""
        kinds: list[Callable[[int], list[Block]]] = [self.paragraph, self.paragraph, self.verses]
        if self.encoding != "located":
            kinds += [self.speech, self.items, self.cells, self.heading]
        found = self.random.choice(kinds)(1)
        if self.chance(0.1):
            found.append(self.translation())
        return found

    def paragraph(self, number: int) -> list[Block]:
        return [Block(f'<p n="{number}">', self.content(), "</p>", number=str(number))]

    def verses(self, number: int) -> list[Block]:
        last = number + self.random.randrange(3)
        return [
            Block(
                ("<lg>" if each == number else "") + f'<l n="{each}">',
                self.content(verse=True),
                "</l>" + ("</lg>" if each == last else ""),
                number=str(each),
            )
            for each in range(number, last + 1)
        ]

    def transposed(self) -> Example:
        """Verses that some witnesses have in another order."""
        place = Place(OF_READINGS, "nested", verse=True)
        verses = [self.pieces(place) for _ in range(self.random.randint(2, 3))]
        usual = [*range(len(verses))]
        orders = {siglum: self.random.sample(usual, len(usual)) for siglum in SIGLA[1:]}
        moving = [siglum for siglum in orders if orders[siglum] != usual]
        blocks = [
            Block(
                f'{"" if number else "<lg>"}<l n="{number + 1}" xml:id="verse-@-{number + 1}">',
                verse,
                "</l></lg>" if number == usual[-1] else "</l>",
                number=str(number + 1),
                moved=tuple(
                    (siglum, verses[orders[siglum][number]])
                    for siglum in moving
                    if orders[siglum][number] != number
                ),
                instead=tuple(
                    (siglum, str(orders[siglum][number] + 1))
                    for siglum in moving
                    if orders[siglum][number] != number
                ),
            )
            for number, verse in enumerate(verses)
        ]
        return Example(
            (*blocks,),
            tuple((siglum, tuple(at + 1 for at in orders[siglum])) for siglum in moving),
        )

    def copied(self) -> Example:
        """Verses of which a witness has one after another one, where a copy of it stands."""
        place = Place(OF_READINGS, "nested", verse=True)
        verses: list[tuple[Content, ...]] = [
            (self.piece(place), piece(" ", " "), self.piece(place))
            for _ in range(self.random.randint(2, 4))
        ]
        witness = self.random.choice(SIGLA)
        own, after = self.random.sample(range(len(verses)), 2)
        blocks = []
        for number, verse in enumerate(verses):
            moved = ((witness, ()),) if number == own else ()
            name = f'n="{number + 1}" xml:id="verse-@-{number + 1}"'
            blocks.append(Block(f"<l {name}>", verse, "</l>", number=str(number + 1), moved=moved))
            if number == after:
                copy = f'<l copyOf="#verse-@-{own + 1}"/>'
                there = f'<app type="transposition"><rdg wit="#{witness}">{copy}</rdg></app>'
                blocks.append(Block(there, (), "", moved=((witness, verses[own]),)))
        first, last = blocks[0], blocks[-1]
        blocks[0] = replace(first, before=f"<lg>{first.before}")
        blocks[-1] = replace(last, after=f"{last.after}</lg>")
        return Example((*blocks,))

    def speech(self, number: int) -> list[Block]:
        return [
            Block("<sp><speaker>", self.content(notes=False), "</speaker>"),
            Block(f'<l n="{number}">', self.content(verse=True), "</l></sp>"),
        ]

    def items(self, _number: int) -> list[Block]:
        return [
            Block("<list><item>", self.content(), "</item>"),
            Block("<item>", self.content(), "</item></list>"),
        ]

    def cells(self, _number: int) -> list[Block]:
        return [
            Block("<table><row><cell>", self.content(), "</cell>"),
            Block("<cell>", self.content(), "</cell></row></table>"),
        ]

    def heading(self, number: int) -> list[Block]:
        return [
            Block("<div><head>", self.content(notes=False), "</head>"),
            Block(f'<p n="{number}">', self.content(), "</p></div>"),
        ]

    def translation(self) -> Block:
        kinds = ("translation", "introduction", "commentary", "bibliography")
        kind = self.random.choice(kinds)
        before = f'<div type="{kind}" xml:lang="fr"><p>'
        return Block(before, self.content(entries=False, notes=False), "</p></div>", editorial=True)


def drawn(seed: int, encoding: str) -> Example:
    """The example of a seed."""
    generator = Generator(seed, encoding)
    if generator.chance(0.05):
        return generator.transposed() if generator.chance(0.6) else generator.copied()
    if generator.chance(0.08):
        kinds = ["torn"] + ["verses", "reordered"] * (encoding == "parallel")
        kinds += ["overlapping"] * (encoding != "parallel")
        return SPECIAL[generator.random.choice(kinds)](generator)
    return Example((*generator.blocks(),))


def numbered(examples: Sequence[Example]) -> list[Example]:
    """The examples, each with a paragraph of its own before it whose words name it in all texts."""
    return [
        replace(example, blocks=(_name(number), *example.blocks))
        for number, example in enumerate(examples, 1)
    ]


def _name(number: int) -> Block:
    lemma = (piece(f"example{number}", f"example{number}"),)
    reading = Reading((piece(f"other{number}", f"other{number}"),), SIGLA)
    return Block('<p n="x">', (Entry(lemma, (), (reading,)),), "</p>", number="x")


def _holds_break(each: Content) -> bool:
    """Whether a line, page or half-verse ends within a lemma: it ends beside other readings too."""
    if isinstance(each, Piece):
        return re.search("<([lpcg]b|caesura|milestone)", each.xml) is not None
    return isinstance(each, Entry) and any(_holds_break(part) for part in each.lemma)
