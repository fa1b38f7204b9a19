"""Writes examples as TEI, in each method of linking an apparatus to its text (TEI P5 13.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.apparatus.examples import (
    BASE,
    Absence,
    Block,
    Content,
    Entry,
    Example,
    Lacuna,
    Note,
    Overlap,
    Piece,
    Reading,
    texts_of,
)

__all__ = ["LAYOUTS", "METHODS", "document", "parted"]

METHODS = {
    "parallel": ("parallel-segmentation", "internal"),
    "internal": ("double-end-point", "internal"),
    "external": ("double-end-point", "external"),
    "located": ("location-referenced", "external"),
}
LAYOUTS = ("text", "group", "corpus")
"""One text; two, each with an apparatus of its own; or two documents in one file."""
NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0" xml:lang="la"'
HEADER = """<teiHeader>
<fileDesc><titleStmt><title>Random</title>{2}</titleStmt>
<publicationStmt><p>made by a test</p></publicationStmt><sourceDesc><listWit>
<witness xml:id="A">A</witness><witness xml:id="B">B</witness><witness xml:id="C">C</witness>
</listWit><listBibl><bibl xml:id="zetes">Zetes</bibl></listBibl></sourceDesc></fileDesc>
<encodingDesc><variantEncoding method="{0}" location="{1}"/></encodingDesc>
<profileDesc>{3}<handNotes>
<handNote xml:id="h1">prima</handNote><handNote xml:id="h2">altera</handNote></handNotes>
</profileDesc></teiHeader>
"""
PEOPLE = """<editor xml:id="ed">Editrix</editor>
<respStmt><resp>read by</resp><name xml:id="lector">Lectrix</name></respStmt>"""
OF_CORPUS = """<particDesc><listPerson><person xml:id="ed"><persName>Editrix</persName></person>
<person xml:id="lector"><persName>Lectrix</persName></person></listPerson></particDesc>"""
MEMBER = """<teiHeader><fileDesc><titleStmt><title>Random {0}</title></titleStmt>
<publicationStmt><p>made by a test</p></publicationStmt>
<sourceDesc><p>made</p></sourceDesc></fileDesc></teiHeader>
"""


class Writer:
    """Writes one document; entries that stand apart from the text are gathered on the way."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self.listed: list[str] = []
        self.count = 0
        self.divisions = 0
        self.transposed: list[str] = []

    def document(self, examples: Sequence[Example], layout: str) -> str:
        """The examples in one text, or in several."""
        people = ("", OF_CORPUS) if layout == "corpus" else (PEOPLE, "")
        header = HEADER.format(*METHODS[self.encoding], *people)
        parts = parted(examples, layout)
        if layout == "corpus":
            members = [self._member(number, part) for number, part in enumerate(parts, 1)]
            return "\n".join([f"<teiCorpus {NAMESPACE}>{header}", *members, "</teiCorpus>"])
        if layout == "group":
            texts = [self._text(part, apart=False) for part in parts]
            text = "\n".join(["<text><group>", *texts, "</group></text>"])
        else:
            text = self._text(examples, apart=True)
        return f'<TEI {NAMESPACE} xml:id="random">{header}{self._orders()}{text}</TEI>'

    def _member(self, number: int, examples: Sequence[Example]) -> str:
        """A document of a corpus, of which some headers say who the witnesses are."""
        text = self._text(examples, apart=True)
        orders, self.transposed = self._orders(), []
        return f'<TEI xml:id="random{number}">{MEMBER.format(number)}{orders}{text}</TEI>'

    def _orders(self) -> str:
        orders = "".join(self.transposed)
        return f"<standOff><listTranspose>{orders}</listTranspose></standOff>" if orders else ""

    def _text(self, examples: Sequence[Example], *, apart: bool) -> str:
        """The examples as divisions, with the entries that stand apart before or after them."""
        divisions = [self._division(number, each) for number, each in enumerate(examples, 1)]
        body = "\n".join(["<body>", *divisions, "</body>"])
        listed = "\n".join(["<listApp>", *self.listed, "</listApp>"]) if self.listed else ""
        self.listed = []
        if not listed:
            return f"<text>{body}</text>"
        if apart:
            return f"<standOff>{listed}</standOff>\n<text>{body}</text>"
        return f'<text>{body}<back><div type="apparatus">{listed}</div></back></text>'

    def _division(self, number: int, example: Example) -> str:
        self.divisions += 1
        blocks = "".join(self._block(number, block) for block in example.blocks)
        for siglum, order in example.transposed:
            verses = "".join(f'<ptr target="#verse-{self.divisions}-{verse}"/>' for verse in order)
            self.transposed.append(f'<transpose source="#{siglum}">{verses}</transpose>')
        return f'<div n="{number}">{blocks}</div>'

    def _block(self, division: int, block: Block) -> str:
        self.place = f"{division}.{block.number}"
        self.text = texts_of(block.content, BASE)
        before = block.before.replace("@", str(self.divisions))
        return before + self.content(block.content, "") + block.after

    def content(self, content: tuple[Content, ...], before: str) -> str:
        """Some content; `before` is the base text of the block that stands before it."""
        xml = []
        for each in content:
            xml.append(self._written(each, before))
            before += texts_of((each,), BASE)
        return "".join(xml)

    def _written(self, each: Content, before: str) -> str:
        if isinstance(each, Piece):
            return each.xml
        if isinstance(each, Note):
            # a location does not lead into notes: their entries stand in them
            inline = Writer("parallel") if self.encoding == "located" else self
            return f"<note>{inline.content(each.content, '')}</note>"
        if isinstance(each, Overlap):
            return self._overlapping(each, before)
        if isinstance(each, Absence):
            start, end = (f'<{mark} wit="#{each.witness}"/>' for mark in each.marks)
            return start + self.content(each.content, before) + end
        if isinstance(each, Lacuna):
            return self.content((each.start, *each.content, each.end), before)
        if self.encoding == "parallel":
            return app(each, "", self._spaced(each, before))
        return self._apart(each, before)

    def _spaced(self, entry: Entry, before: str) -> str:
        space, after = entry.space
        inner = self.content(entry.lemma, before + space)
        return space + inner + after if inner or space or after else ""

    def _apart(self, entry: Entry, before: str) -> str:
        self.count += 1
        start, end = f"from-{self.count}", f"to-{self.count}"
        own_place = len(self.listed)
        if self.encoding == "located":
            self.listed.append(self._located(entry, before))
            return self._spaced(entry, before)
        if self.encoding == "external" and _is_whole(entry) and self.count % 3 == 0:
            self.listed.append(app(entry, f' target="#{start}"', alone(entry)))
            return f'<seg xml:id="{start}">{self._spaced(entry, before)}</seg>'
        if self.encoding == "external":
            self.listed.append(app(entry, f' from="#{start}" to="#{end}"', alone(entry)))
            own_place = own_place + 1
            return (
                f'<anchor xml:id="{start}"/>{self._spaced(entry, before)}<anchor xml:id="{end}"/>'
            )
        if self.count % 3 == 0:
            own = app(entry, f' to="#{end}"', alone(entry))
            return f'{own}{self._spaced(entry, before)}<anchor xml:id="{end}"/>'
        own = app(entry, f' from="#{start}"', alone(entry))
        return f'<anchor xml:id="{start}"/>{self._spaced(entry, before)}{own}'

    def _overlapping(self, overlap: Overlap, before: str) -> str:
        first, shared, last = overlap.parts
        former, latter = overlap.entries()
        if self.encoding == "located":
            self.listed.append(self._located(former, before))
            self.listed.append(self._located(latter, f"{before}{first} "))
            return f"{first} {shared} {last}"
        self.count += 2
        names = (self.count - 1, self.count)
        from_former, from_latter = (f'<anchor xml:id="from-{name}"/>' for name in names)
        to_former, to_latter = (f'<anchor xml:id="to-{name}"/>' for name in names)
        for entry, name in zip((former, latter), names, strict=True):
            ends = f' from="#from-{name}"'
            ends += f' to="#to-{name}"' if self.encoding == "external" else ""
            written = app(entry, ends, alone(entry))
            if self.encoding == "external":
                self.listed.append(written)
            elif entry is former:
                to_former = written
            else:
                to_latter = written
        return f"{from_former}{first} {from_latter}{shared}{to_former} {last}{to_latter}"

    def _located(self, entry: Entry, before: str) -> str:
        """The entry with `@loc`, and `@n` of the lemma where its words alone do not say which."""
        wanted = " ".join(texts_of(entry.lemma, BASE).split())
        if not wanted:
            number = str(len(before.split()))
            return app(entry, f' loc="{self.place}"', "", number)
        text = " ".join(self.text.split())
        at = len(" ".join(f"{before}{entry.space[0]}|".split())) - 1
        starts = [found.start() for found in re.finditer(f"(?={_whole(wanted)})", text)]
        number = str(sum(start < at for start in starts) + 1) if len(starts) > 1 else ""
        return app(entry, f' loc="{self.place}"', alone(entry), number)


def _is_whole(entry: Entry) -> bool:
    """Whether the words of a lemma can stand in an element of their own."""
    return bool(entry.lemma) and not any(isinstance(each, Entry) for each in entry.lemma)


def _whole(wanted: str) -> str:
    open_ = r"(?<!\w)" if re.match(r"\w", wanted[0]) else ""
    close = r"(?!\w)" if re.match(r"\w", wanted[-1]) else ""
    return open_ + re.escape(wanted) + close


def parted(examples: Sequence[Example], layout: str) -> list[Sequence[Example]]:
    """The examples of each text, or of each document of a corpus."""
    half = (len(examples) + 1) // 2
    several = layout != "text" and len(examples) > 1
    return [examples[:half], examples[half:]] if several else [examples]


def document(examples: Sequence[Example], encoding: str, layout: str = "text") -> str:
    """A document of examples."""
    return Writer(encoding).document(examples, layout)


def alone(entry: Entry) -> str:
    """The lemma as it stands in an entry apart from the text: without entries within it."""
    return entry.space[0] + _bare(entry.lemma) + entry.space[1]


def _bare(content: tuple[Content, ...]) -> str:
    """Some content without entries, in which nothing has the id of what it is a copy of."""
    return "".join(
        re.sub('"(#?)(change|undo|part)-', r'"\1copy-of-\2-', each.xml)
        if isinstance(each, Piece)
        else _bare(each.lemma)
        for each in content
        if isinstance(each, Piece | Entry)
    )


def app(entry: Entry, attributes: str, lemma: str, number: str = "") -> str:
    """An entry; the lemma may stand in a `rdg` if the readings that follow it are told apart."""
    name = "rdg" if entry.bare else "lem"
    given = _wit(entry.witnesses) + (f' n="{number}"' if number else "")
    readings = "".join(_reading(each, entry.space) for each in entry.readings)
    if entry.grouped:
        readings = f'<rdgGrp type="substantive">{readings}</rdgGrp>'
    if entry.bare:
        return f"<app{attributes}><{name}{given}>{lemma}</{name}>{readings}</app>"
    own = f"<lem{given}>{lemma}</lem>"
    if entry.copy_of:
        own = f'<lem{given} copyOf="#{entry.copy_of}"/>'
    if entry.unquoted and attributes.startswith((" from", " to", " target")):
        own = f"<lem{given}/>" if given else ""
    return f"<app{attributes}>{own}{readings}</app>"


def _wit(sigla: Sequence[str]) -> str:
    return f' wit="{" ".join(f"#{siglum}" for siglum in sigla)}"' if sigla else ""


def _reading(reading: Reading, space: tuple[str, str]) -> str:
    """A reading, in a group that has some of its attributes if it inherits them."""
    names = " ".join(f"#{siglum}" for siglum in reading.witnesses)
    listed = bool(names and reading.listed and "wit" not in reading.inherited)
    attributes = [*reading.attributes, *([("wit", names)] if names and not listed else [])]
    copied = dict(reading.attributes).get("copyOf")
    inner = reading.ignored if copied else Writer("parallel").content(reading.content, "")
    if inner and not copied:
        inner = space[0] + inner + space[1]
    mark = f"<{reading.lacuna_mark or f'lacuna{reading.lacuna.title()}'}/>"
    inner = (mark if reading.lacuna == "end" else "") + inner
    inner += mark if reading.lacuna == "start" else ""
    remark = reading.remark
    if remark and reading.remark_as == "inside":
        inner += f"<note>{remark}</note>"
    xml = f"<rdg{_attributes(attributes, reading, inherited=False)}>{inner}</rdg>"
    xml += f"<wit>{_list(reading)}</wit>" if listed else ""
    if remark and reading.remark_as == "note":
        xml += f"<note>{remark}</note>"
    elif remark and reading.remark_as == "witDetail":
        xml += f'<witDetail wit="{names}">{remark}</witDetail>'
    if reading.inherited:
        return f"<rdgGrp{_attributes(attributes, reading, inherited=True)}>{xml}</rdgGrp>"
    return xml


def _list(reading: Reading) -> str:
    """The witnesses of a reading as an edition lists them (TEI P5 12.1.4)."""
    if reading.listed == "sigla":
        return ", ".join(reading.witnesses)
    if reading.listed == "markup":
        return "".join(f"<hi>{siglum}</hi>" for siglum in reading.witnesses)
    return " ".join(f'<ref target="#{siglum}">a codex</ref>' for siglum in reading.witnesses)


def _attributes(attributes: list[tuple[str, str]], reading: Reading, *, inherited: bool) -> str:
    return "".join(
        f' {name}="{value}"'
        for name, value in attributes
        if (name in reading.inherited) is inherited
    )
