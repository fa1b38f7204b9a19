"""What counts when two texts are compared: one rule, by which every comparison of the proof tells
a fault from noise.

`RULE` says it in words, which `variorum explain proof-failed` prints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from unicodedata import bidirectional, combining, is_normalized, normalize

from variorum.proof.placeholders import MARKS

__all__ = ["RULE", "Compared", "Tolerance", "compared", "first_other_mark", "length", "straight"]


@dataclass(frozen=True)
class Tolerance:
    """A class of characters: what of it may differ, and what may not."""

    name: str
    noise: str
    fault: str


RULE = (
    Tolerance(
        "spaces",
        "A run of spaces, tabs and ends of lines is one space, however wide, and whether a line may"
        " end at it or not. The marks « » may have a no-break space on their inner sides.",
        "A space too many or too few, also beside a punctuation mark.",
    ),
    Tolerance(
        "quotation marks",
        "A straight mark of the TEI may be curled, or be a mark of the language.",
        "A mark that is no straight one in the TEI is another one in the output. A mark is there"
        " in one of them alone, and the TEI has no element that asks for marks.",
    ),
    Tolerance(
        "places where a line may end, or may not: soft hyphen (U+00AD), zero width space (U+200B),"
        " word joiner (U+2060, U+FEFF)",
        "They may be there or not: nobody sees them.",
        "A hyphen or a space stands in the place of one, or one in the place of these.",
    ),
    Tolerance(
        "joiners (U+200C, U+200D)",
        "They may be there or not beside letters, figures and signs that look the same with them:"
        " Latin, Greek, Cyrillic, Armenian, Georgian, Chinese, Japanese.",
        "One is lost, or added, beside any other character, such as a letter of Arabic or an"
        " Indian script, or a picture sign: there it makes another form of it.",
    ),
    Tolerance(
        "marks of direction (U+200E, U+200F, U+061C)",
        "They may be there or not between letters that run in their direction anyway.",
        "One is lost, or added, elsewhere: words, figures or signs may then stand in another order."
        " So it is with all embeddings, overrides and isolates (U+202A to U+202E, U+2066 to"
        " U+2069).",
    ),
    Tolerance(
        "letters with accents",
        "A letter with an accent is one character or two (Unicode, canonical equivalence).",
        "Every other difference, such as an accent lost, or a ligature in the place of letters.",
    ),
    Tolerance(
        "controls",
        "Those of the TEI are left out of all that is read, and character-left-out tells of them.",
        "The output has one.",
    ),
)

_CURLED = dict.fromkeys("“”„‟«»「」", '"') | dict.fromkeys("‘’‚‛‹›『』", "'")
_INNER = {
    "fr fra fre ar ast be br ca el ell es eu gl grc hy it ita kk nb nn no oc pt sq spa": "“”",
    "uk ukr ru": "„“",
    "pl pol ro hu ka kat geo": "«»",
}
"""The inner marks of languages where they are the outer ones of others (Unicode CLDR)."""
_FRENCH = re.compile("(?<=«)[\u00a0\u202f]|[\u00a0\u202f](?=»)")
_CONTROLS = re.compile("[\x0b\x0c\x1c-\x1f\x7f-\x9f]")
"""Those that are no placeholders: some of them Python takes for white space."""
_UNSEEN = re.compile("[\xad\u061c\u200b-\u200f\u2060\ufeff]")
_JOINERS = "\u200c\u200d"
_DIRECTIONS = {"\u200e": ("L", ("L",)), "\u200f": ("R", ("R", "AL")), "\u061c": ("AL", ("R", "AL"))}
"""What the letters before a mark, and those after it, must be where it changes nothing (Unicode
Standard Annex 9, W2, W7 and N1)."""
_LETTERS = ("L", "R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
_SAME = re.compile(
    "[\x00-\u058f\u10a0-\u10ff\u1c80-\u1cbf\u1d00-\u20cf\u2c60-\u2c7f\u2d00-\u2d2f\u2de0-\ua4cf"
    "\ua640-\ua69f\ua720-\ua7ff\uab30-\uab6f\uf900-\ufaff\ufb00-\ufb17\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003fffd]"
)
"""The characters that joiners do not change."""
_REACH = 200


@dataclass(frozen=True)
class Compared:
    """A text as it is compared: what is noise in it is gone, and there are none but single spaces.

    In `shown` the quotation marks are as they are; `plain` is as long and has straight ones.
    """

    shown: str
    language: str = ""

    @cached_property
    def plain(self) -> str:
        return straight(self.shown, self.language)

    def until(self, at: int) -> str:
        """Its beginning up to the end of the word in which a character stands."""
        rest = self.shown[at:]
        return self.shown[: at + len(rest) - len(rest.lstrip())] + "".join(rest.split()[:1])


def compared(text: str, language: str = "") -> Compared:
    """A text of a language, with placeholders or without, as it is compared."""
    if _CONTROLS.search(text):
        text = _CONTROLS.sub("\ufffd", text)
    if not text.isascii():
        if "«" in text or "»" in text:
            text = _FRENCH.sub("", text)
        if _UNSEEN.search(text):
            text = _UNSEEN.sub(lambda sign: "" if _is_noise(text, sign.start()) else sign[0], text)
        if not is_normalized("NFC", text):
            text = normalize("NFC", text)
    return Compared(" ".join(text.split()), language)


def straight(text: str, language: str = "") -> str:
    """The text with straight quotation marks, one for each that the language knows."""
    return text if text.isascii() else text.translate(_straight(language.partition("-")[0].lower()))


@cache
def _straight(language: str) -> dict[int, str]:
    inner = next((marks for tags, marks in _INNER.items() if language in tags.split()), "")
    return str.maketrans(_CURLED | dict.fromkeys(inner, "'"))


def first_other_mark(expected: str, plain: str, actual: str) -> int:
    """Where a mark that is no straight one is another one in a text that is equal but for marks.

    `plain` is the expected text with straight marks. Returns -1 where there is none.
    """
    if expected in (actual, plain):
        return -1
    three = enumerate(zip(expected, plain, actual, strict=False))
    return next((at for at, (own, bare, other) in three if own not in (bare, other)), -1)


def length(text: str) -> int:
    """How many characters of a text count for a place in it: no spaces, no placeholders, nothing
    that may be noise, and no accents.
    """
    kept = "".join(text.translate(_UNCOUNTED).split())
    return len(kept) if kept.isascii() else sum(not combining(character) for character in kept)


_UNCOUNTED = {
    ord(sign): None for sign in f"{MARKS}\xad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
}


def _is_noise(text: str, at: int) -> bool:
    """Whether a character that nobody sees changes nothing of what is seen."""
    sign = text[at]
    if sign in _JOINERS:
        return all(_SAME.match(_beside(text, at, step)) for step in (-1, 1))
    if sign not in _DIRECTIONS:
        return True
    before, after = _DIRECTIONS[sign]
    return _letter(text, at, -1) == before and _letter(text, at, 1) in after


def _beside(text: str, at: int, step: int) -> str:
    """The next character on one side that is seen; a space where there is none."""
    for near in text[at + 1 : at + _REACH] if step > 0 else text[max(0, at - _REACH) : at][::-1]:
        if near not in MARKS and not _UNSEEN.match(near):
            return near
    return " "


def _letter(text: str, at: int, step: int) -> str:
    """The direction of the next letter on one side, as Unicode calls it; that of Arabic figures,
    and what begins or ends an embedding, are directions, too.
    """
    for near in text[at + 1 : at + _REACH] if step > 0 else text[max(0, at - _REACH) : at][::-1]:
        direction = bidirectional(near)
        if direction in _LETTERS and near not in _DIRECTIONS:
            return direction
    return ""
