"""Characters of the fonts Symbol and Wingdings, in which a code is not what it is in Unicode."""

from __future__ import annotations

__all__ = ["symbol", "uses_symbols"]

_SYMBOL_20 = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_A0 = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\x00〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_SYMBOL = {0x20 + at: char for at, char in enumerate(_SYMBOL_20)}
_SYMBOL |= {0xA0 + at: char for at, char in enumerate(_SYMBOL_A0) if char != "\x00"}
_WINGDINGS = {
    **{0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑"},
    **{0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→"},
    **{0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒"},
    **{0xFE: "☑", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x45: "☜", 0x58: "✠", 0xAB: "★"},
    **{0x80 + number: "⓪①②③④⑤⑥⑦⑧⑨⑩"[number] for number in range(11)},
}
_FONTS = {"symbol": _SYMBOL, "symbolmt": _SYMBOL, "wingdings": _WINGDINGS}
_UNKNOWN: dict[int, str] = {}
for _name in (
    *("wingdings 2", "wingdings 3", "webdings", "marlett", "mt extra", "zapfdingbats"),
    *("zapf dingbats", "itc zapf dingbats", "monotype sorts", "bookshelf symbol 7"),
):
    _FONTS[_name] = _UNKNOWN
"""Those of which no sign is known show signs all the same, and no letters."""


def uses_symbols(font: str) -> bool:
    """Whether the codes of a font are not those of Unicode."""
    return font.lower() in _FONTS


def symbol(font: str, code: int) -> str | None:
    """The character that a font shows for a code, which may be moved to the private use area
    (U+F000); none where it is not known. Other fonts show what Unicode says, and so do these for
    characters that they cannot hold.
    """
    if not _is_character(code):
        return None
    table = _FONTS.get(font.lower())
    moved = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if table is None:
        return chr(code) if moved == code else None
    if moved > 0xFF and not 0xE000 <= code <= 0xF8FF:
        return chr(code)
    return table.get(moved)


def _is_character(code: int) -> bool:
    """Whether XML can hold the character of a code."""
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code < 0xFFFD or 0x10000 <= code <= 0x10FFFF
