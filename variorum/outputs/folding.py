"""Words as a search compares them: without accents, case and variant forms of letters.

A script folds what a reader types by the same tables, which the index hands to it: what these
tables do not tell must be a rule of Unicode that both know.
"""

from __future__ import annotations

import re
from unicodedata import category, normalize

__all__ = ["IDEOGRAPHS", "LETTERS", "MARKS", "folded", "terms"]

LETTERS: dict[str, str] = {
    **dict(zip("ςıøłđðħŋ", "σiolddhn", strict=True)),
    **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij"},
    # Hebrew: letters at the ends of words, signs of abbreviations
    **dict(zip("ךםןףץ", "כמנפצ", strict=True)),
    **dict.fromkeys("׳״", ""),
    # Arabic: alef with wasla, alef maqsura, ta marbuta, Persian kaf and ya; hamza, tatweel
    **dict(zip("ٱىةکی", "ايهكي", strict=True)),
    **dict.fromkeys("ءـ", ""),
    **dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True)),
}
"""What stands for a small letter that Unicode does not take apart (NFKD)."""

MARKS = (
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Marks above and below letters that are left out; those of Indic scripts are vowels."""

IDEOGRAPHS = "[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]"
"""Characters of scripts that write no spaces between words: they are looked for in pairs."""

_MARK = re.compile(MARKS)
_GAP = re.compile(f"(?<={IDEOGRAPHS}) +(?={IDEOGRAPHS})")
_RUN = re.compile(f"{IDEOGRAPHS}+|[^ ]+?(?={IDEOGRAPHS}| |$)")


class _Folding(dict[int, str]):
    """What each character is folded to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        parts = (_part(char) for char in normalize("NFKD", chr(code).lower()))
        self[code] = "".join(parts)
        return self[code]


def _part(char: str) -> str:
    if char in LETTERS:
        return LETTERS[char]
    kind = category(char)
    if kind == "Cf" or _MARK.match(char):
        return ""
    return char if kind[0] in "LNM" else " "


_FOLDING = _Folding()


def folded(text: str) -> str:
    """The letters and digits of a text as they are compared; all else is a space."""
    return text.translate(_FOLDING)


def terms(text: str) -> set[str]:
    """By what a text is found: its words, of ideographs each pair that stands together.

    The last ideograph of a run stands alone, so that each of them begins a term.
    """
    words = folded(text)
    if words.isascii() or not re.search(IDEOGRAPHS, words):
        return set(words.split())
    found: set[str] = set()
    for run in _RUN.findall(_GAP.sub("", words)):
        if re.match(IDEOGRAPHS, run):
            found.update(run[start : start + 2] for start in range(len(run)))
        else:
            found.add(run)
    return found
