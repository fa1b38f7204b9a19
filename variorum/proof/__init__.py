"""The proof that no word is lost: texts rebuilt from the TEI and from each output, compared.

The rule book, which `tei` applies on its own and the stylesheets apply on theirs:

- The reading text of an entry is its lemma, else its first reading; of a `choice` the `corr`, `reg`
  or `expan`; `del` and `surplus` are not printed; what the edition supplies stands in its brackets,
  a gap as the sign for gaps. Notes and entries are no text.
- A witness has the last by `@varSeq` of the readings that name it, else the first; named nowhere in
  an entry, it has the lemma. It has `sic`, `orig`, `abbr` and `surplus`, and lacks what the
  edition supplies, unless the mark names another source; what it struck out itself it lacks.
- An entry within the extent of one in which the witness departs from the lemma is silent.
- A witness lacks the text before its `witStart` or `lacunaEnd` and after its `witEnd` or
  `lacunaStart`, except where an entry names it; a beginning takes effect before the entry it stands
  in, an end after it.
- An entry that names a place covers its lemma there: the time its `@n` says, else the next after
  the entry before it, else the first; one without a lemma stands after as many words as its `@n`
  says, and its readings are words of their own. `°` says that the word goes on. A line goes to the
  next, or to the end of its section; a lemma that begins in it may run over into the next.

Words are what white space, the ends of blocks and line ends (without `@break="no"`) divide; white
space beside a break within a word is none. Curled quotation marks equal straight ones; nothing else
is forgiven.

What is held against these texts: of HTML and text the page or file of the reading text and those of
the witnesses; of print and LaTeX the text of the book, and for each witness that text with the
book's own apparatus applied to it (`printed`). A printed apparatus shows no white space at the
edges of a reading, so that there, and there alone, words may be divided otherwise. Besides, a book
prints each entry of the TEI once (`lines`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING

from variorum import resource
from variorum.findings import Diagnostic, Place
from variorum.proof.codes import PROOF_FAILED
from variorum.proof.compare import difference, expected, normal
from variorum.proof.latex import book_of_latex
from variorum.proof.lines import first_fault
from variorum.proof.outputs import of_html, of_text, of_witness_text
from variorum.proof.placeholders import EDGE
from variorum.proof.printed import Printed
from variorum.proof.sigla import printed_sigla
from variorum.proof.tei import Reader
from variorum.proof.typst import book_of_typst

if TYPE_CHECKING:
    from variorum.source.edition import Source

__all__ = ["Proof", "labels"]


class Proof:
    """The proof for one document: its texts, against which outputs are held."""

    def __init__(self, source: Source, language: str) -> None:
        """`language`: the one the outputs take their generated words from."""
        self.source = source
        self.labels = labels(language)
        self.reader = Reader(source.root, self.labels)
        self._texts: dict[str, str] = {}
        self._pieces: dict[tuple[str, bool], list[str]] = {}

    def failures(self, kind: str, output: str, siglum: str = "") -> list[Diagnostic]:
        """What is wrong with an output of the kind `html` or `text`: of the reading text, or of the
        witness named; of the kind `print` or `latex`, of all of them. For each text at most one
        finding, on the first word that differs, and one on the first entry.
        """
        if kind not in ("print", "latex"):
            return self._compared(kind, normal(self._words(kind, output, siglum)), siglum)
        book = book_of_typst(output) if kind == "print" else book_of_latex(output, self.labels)
        printed = Printed(book, self.labels, self._printed_sigla)
        texts = ("", *self.reader.sigla)
        found = [one for s in texts for one in self._compared(kind, normal(printed.text(s)), s)]
        return found + self._entries(kind, printed)

    @cached_property
    def _printed_sigla(self) -> dict[str, str]:
        return printed_sigla(self.source.root)

    def _compared(self, kind: str, words: str, siglum: str) -> list[Diagnostic]:
        found = difference(self._expected(siglum, edges=kind in ("print", "latex")), words)
        if found is None:
            return []
        line, entry = self.reader.line_at(found.offset, siglum)
        whose = f"witness {siglum}" if siglum else "reading text"
        at = f", after the beginning of an entry in line {line}" if entry else ""
        return [self._failed(line, f"{kind}, {whose}{at}", found.expected, found.actual)]

    def _expected(self, siglum: str, *, edges: bool) -> list[str]:
        if siglum not in self._texts:
            self._texts[siglum] = self.reader.text(siglum)
        text = self._texts[siglum]
        key = siglum, edges and EDGE in text
        if key not in self._pieces:
            self._pieces[key] = expected(text, edges=key[1])
        return self._pieces[key]

    def _entries(self, kind: str, printed: Printed) -> list[Diagnostic]:
        fault = first_fault(self.reader, printed)
        if fault is None:
            return []
        wanted, actual = fault
        line = wanted.line if wanted else 0
        where = f"{kind}, the entry in line {line}" if line else f"{kind}, an entry"
        return [self._failed(line, where, str(wanted or ""), str(actual or ""))]

    def _failed(self, line: int, where: str, wanted: str, actual: str) -> Diagnostic:
        message = f"{where}: the TEI has “{wanted}”, the output “{actual}”"
        help_ = "a fault of the program: please report it with the file"
        return PROOF_FAILED.at(Place(self.source.name, line), message, help_)

    def _words(self, kind: str, output: str, siglum: str) -> str:
        if kind == "html":
            return of_html(output)
        if not siglum:
            return of_text(output, self.labels)
        events = (entry.present | entry.absent for entry in self.reader.entries)
        return of_witness_text(output, fragmentary=any(siglum in sigla for sigla in events))


@cache
def labels(language: str) -> Mapping[str, str]:
    """The generated words of a language, of its main language, or English."""
    from lxml import etree

    folder = resource("xslt") / "locale"
    names = (language, language.partition("-")[0], "en")
    file = next(f for name in names if name and (f := folder / f"{name}.xml").is_file())
    return {str(one.get("key")): one.text or "" for one in etree.parse(file).getroot()}
