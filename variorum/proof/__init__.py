"""The proof that no word is lost: it compares the texts of the TEI with the texts of each output.

These are the rules, which `proof.tei` and the stylesheets apply independently of each other:

- The reading text has the lemma of an entry, or its first reading if there is no lemma. It has the
  `corr`, `reg` or `expan` of a `choice`, and lacks `del`. What the edition supplies or holds to be
  superfluous stands in its brackets, and a gap as the sign for gaps. Notes and entries are not part
  of a text, and what a note has of variants, deletions and choices is told in the apparatus.
- A witness has the reading that names it; of several the last by `@varSeq` or its type, else that
  of the last hand, else the first. Within the reading of a witness stands what the source has:
  `sic`, `orig` or `abbr`, what it adds itself, and nothing that it deletes and does not restore.
  It has the lemma of an entry that does not name it. Outside entries too it has `sic`, `orig`,
  `abbr` and `surplus`, and lacks what it deletes, and what the edition supplies, unless the mark
  names another source.
- A division that the editors wrote, such as a translation, is in no text of a witness.
- If a witness departs from the lemma of an entry, the entries within it do not count for it.
- A witness lacks the text before its `witStart` or `lacunaEnd` and after its `witEnd` or
  `lacunaStart`, except where an entry names it. A beginning takes effect before the entry in which
  it stands, an end after it. The entry says so; a sign may stand where a witness has no text.
- An entry that names a place covers its lemma there. If the lemma occurs there several times, its
  `@n` says which time is meant; without `@n` it is the next one after the entry before, or else the
  first. An entry with an empty lemma stands after as many words as its `@n` says, and its readings
  are separate words; one without `lem` does not say what its readings stand for, and changes no
  text. The sign `°` says that a word goes on. A line ends where the next one begins or
  its section ends, and a lemma that begins in a line may end in the next one.

Words are divided by white space, by the ends of blocks, and by line ends without `@break="no"`.
White space beside a break within a word does not count. What else may differ, such as soft hyphens
and quotation marks that the TEI has as straight ones, stands in `comparison`, and nothing else may.

What is compared with these texts depends on the output. HTML and plain text have a page or file for
the reading text and for each witness. A printed book has the reading text, and its own apparatus is
applied to this text to make the text of each witness (`printed_book`). A printed apparatus does not
show white space at the edges of a reading, so that words may be divided otherwise there, and only
there. Besides, a book must print each entry of the TEI once (`printed_entries`).

Where the running text has the number of a page, a line, a division or another unit, it is the `@n`
of what begins there, and each number of a beginning (TEI P5 3.11.3) stands there (`unit_numbers`).
A link leads to what a reference or name with its words points to, and is there where the TEI has
one and the output has the place (`links`).

A register says of each entry all its words: its names, of those that are alike one, what is told
of it, its numbers in authority files, and the dates that attributes give where the words give none
(TEI P5 14.2 to 14.4, att.datable). Coordinates, sex and gender, relations and pointers are told in
other words, which are not compared (`register_entries`). The page of registers has every entry of
the registers; a text has every entry that its document keeps for itself.

Whatever the reader makes of the TEI, each word of a text must be in an output as often as in the
TEI, and in its running text in the order of the TEI, unless the table of what is left out on
purpose names it (`lost_words`).
"""

from __future__ import annotations

from variorum.proof.proof import Proof, labels
from variorum.proof.site import register_failures

__all__ = ["Proof", "labels", "register_failures"]
