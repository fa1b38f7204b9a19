"""The proof that no word is lost: texts rebuilt from the TEI and from each output, compared.

The rule book, which `proof.tei` and the stylesheets apply independently of each other:

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
book's own apparatus applied to it (`printed_book`). A printed apparatus shows no white space at the
edges of a reading, so that there, and there alone, words may be divided otherwise. Besides, a book
prints each entry of the TEI once (`printed_entries`).
"""

from __future__ import annotations

from variorum.proof.proof import Proof, labels

__all__ = ["Proof", "labels"]
