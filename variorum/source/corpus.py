"""The documents of a file that holds several: a `teiCorpus`, or a `TEI` with others in it.

Each `TEI` of them is a document of its own. What the header of the corpus says counts for all of
them (TEI P5 15.1): its descriptions join those of the document's own header, and so do its editors,
the witnesses and the books that it lists. Several texts in one `TEI` are the parts of one text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain

from variorum.source.bytes import NAME, DocumentBytes
from variorum.source.elements import Element, elements
from variorum.source.woven import Piece, Woven

__all__ = ["documents_in", "may_hold_several"]

_NAMESPACE = "{http://www.tei-c.org/ns/1.0}"
_TEI, _CORPUS = f"{_NAMESPACE}TEI", f"{_NAMESPACE}teiCorpus"
_DOCUMENT = re.compile(rb"<(?:[\w.\-]+:)?(?:TEI|teiCorpus)[\s>]")
_TEXT = re.compile(rb"<(?:[\w.\-]+:)?text[\s>]")
_SOURCES = ("listWit", "listBibl")
_KEPT = ("TEI", "teiCorpus", "teiHeader", "text", "facsimile", "sourceDoc", *_SOURCES)
_HEADERS = ("teiHeader", "fileDesc", "titleStmt")
_OF_EDITORS = ("editor", "respStmt", "principal")
_OF_DOCUMENT = ("fileDesc", "revisionDesc")
"""What a header says of its own document alone."""

_Edit = tuple[int, int, Sequence[Piece]]
"""The bytes from one offset to another, and what stands in their place."""


def may_hold_several(data: bytes) -> bool:
    """Whether a document, in UTF-8, may hold other documents or several texts."""
    documents = (found[0] for found in _DOCUMENT.finditer(data))
    first = next(documents, b"")
    if b"teiCorpus" in first or next(documents, None) is not None:
        return True
    texts = _TEXT.finditer(data)
    return next(texts, None) is not None and next(texts, None) is not None


def documents_in(name: str, data: bytes, woven: Woven | None) -> list[Woven]:
    """The documents that a file holds, in their order; none where it is one document as it is.

    `data` is well-formed XML in UTF-8, and `woven` says where it comes from, unless it is the file
    as it is.
    """
    found = elements(
        data, lambda local, within: local in _KEPT or bool(within and within[-1] in _HEADERS)
    )
    whole = woven or Woven((Piece(data, name, 0),), {name: DocumentBytes(data)})
    corpus = _Corpus(whole, found)
    if len(corpus.documents) == 1 and not corpus.is_divided(corpus.documents[0]):
        return []
    return [
        Woven(tuple(corpus.document(each)), whole.files)
        for each in corpus.documents
        if corpus.is_document(each)
    ]


class _Corpus:
    """The elements of a file that holds several documents."""

    def __init__(self, whole: Woven, found: Sequence[Element]) -> None:
        self.documents = [each for each in found if each.name in (_TEI, _CORPUS)]
        self._whole = whole
        self._listed = [each for each in found if each.local in _SOURCES]
        self._children: dict[tuple[int, ...], list[Element]] = defaultdict(list)
        for each in found:
            self._children[each.steps[:-1]].append(each)
        self._by_steps = {each.steps: each for each in self.documents}

    def is_divided(self, document: Element) -> bool:
        """Whether it is a corpus, or has several texts."""
        return document.name == _CORPUS or len(self._named(document, "text")) > 1

    def is_document(self, element: Element) -> bool:
        """Whether a `TEI` is a document itself, and no mere frame of others."""
        if element.name != _TEI:
            return False
        texts = self._named(element, "text", "facsimile", "sourceDoc")
        return bool(texts) or not self._named(element, "TEI", "teiCorpus")

    def document(self, element: Element) -> Iterator[Piece]:
        """The bytes of one document, with what the corpora around it say of it."""
        around = [
            self._by_steps[element.steps[:length]]
            for length in range(len(element.steps) - 1, 0, -1)
            if element.steps[:length] in self._by_steps
        ]
        edits = sorted(
            [self._start(element, around), *self._edits(element, around)],
            key=lambda edit: edit[:2],
        )
        done = element.start
        for first, last, pieces in edits:
            yield from self._whole.slice(done, first)
            yield from pieces
            done = last
        yield from self._whole.slice(done, element.end)

    def _start(self, element: Element, around: Sequence[Element]) -> _Edit:
        """The namespaces and the language that count for a document."""
        missing = {
            f"xmlns:{prefix}" if prefix else "xmlns": uri
            for prefix, uri in element.scope.items()
            if prefix != "xml"
        }
        languages = (each.attributes.get("xml:lang", "") for each in around)
        if language := next(filter(None, languages), ""):
            missing["xml:lang"] = language
        added = "".join(
            f' {name}="{escape(value)}"'
            for name, value in missing.items()
            if name not in element.attributes
        )
        name = NAME.match(self._whole.data, element.start)
        at = name.end() if name else element.first
        return at, at, [self._written(added, element)]

    def _edits(self, element: Element, around: Sequence[Element]) -> Iterator[_Edit]:
        for inner in self._named(element, "TEI", "teiCorpus"):
            yield inner.start, inner.end, ()
        texts = self._named(element, "text")
        if len(texts) > 1:
            name = self._qname(texts[0])
            group = name.replace("text", "group")
            opened, closed = f"<{name}><{group}>", f"</{group}></{name}>"
            yield texts[0].start, texts[0].start, [self._written(opened, texts[0])]
            yield texts[-1].end, texts[-1].end, [self._written(closed, texts[-1])]
        headers = [header for each in around for header in self._named(each, "teiHeader")]
        if headers:
            yield from self._header(element, headers)

    def _header(self, element: Element, corpora: Sequence[Element]) -> Iterator[_Edit]:
        """Adds what the headers of the corpora around a document say to its own."""
        own = next(iter(self._named(element, "teiHeader")), None)
        if own is None or own.first == own.end:
            at = (own.start, own.end) if own else (element.first, element.first)
            yield *at, list(self._whole.slice(corpora[0].start, corpora[0].end))
            return
        shared = [
            each
            for corpus in corpora
            for each in self._children[corpus.steps]
            if each.local not in _OF_DOCUMENT
        ]
        revision = self._named(own, "revisionDesc")
        at_end = revision[0].start if revision else own.last
        yield at_end, at_end, self._copies(shared)
        for file in self._named(own, "fileDesc"):
            yield from self._editors(file, corpora)
            yield from self._sources(file, corpora)

    def _editors(self, file: Element, corpora: Sequence[Element]) -> Iterator[_Edit]:
        """Adds those responsible for all to those for a document."""
        editors = [
            each
            for corpus in corpora
            for outer in self._named(corpus, "fileDesc")
            for statement in self._named(outer, "titleStmt")
            for each in self._named(statement, *_OF_EDITORS)
        ]
        for statement in self._named(file, "titleStmt")[:1]:
            if editors and statement.first < statement.end:
                yield statement.last, statement.last, self._copies(editors)

    def _sources(self, file: Element, corpora: Sequence[Element]) -> Iterator[_Edit]:
        """Adds the witnesses and books of all to the source of a document.

        A document without a source has the one of all.
        """
        described = [
            source
            for corpus in corpora
            for outer in self._named(corpus, "fileDesc")
            for source in self._named(outer, "sourceDesc")
        ]
        if not described:
            return
        own = [each for each in self._named(file, "sourceDesc") if each.first < each.end]
        first = own[0] if own else described[0]
        lists = [
            each
            for source in described
            for each in self._listed
            if source.holds(each) and not first.holds(each)
        ]
        listed = self._copies(
            each for each in lists if not any(other.holds(each) for other in lists)
        )
        if own:
            yield first.last, first.last, listed
            return
        begun = self._whole.slice(first.start, first.last)
        ended = self._whole.slice(first.last, first.end)
        yield file.last, file.last, [*begun, *listed, *ended]

    def _copies(self, found: Iterable[Element]) -> list[Piece]:
        return list(chain(*(self._whole.slice(each.start, each.end) for each in found)))

    def _named(self, element: Element, *names: str) -> list[Element]:
        return [each for each in self._children[element.steps] if each.local in names]

    def _qname(self, element: Element) -> str:
        name = NAME.match(self._whole.data, element.start)
        return name[1].decode() if name else element.local

    def _written(self, text: str, element: Element) -> Piece:
        file, at = self._whole.origin(element.start)
        return Piece(text.encode(), file, at, verbatim=False)
