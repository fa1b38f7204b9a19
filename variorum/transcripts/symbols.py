"""Characters of the fonts Symbol and Wingdings, in which a code is not what it is in Unicode."""

from __future__ import annotations

from variorum.transcripts.losses import Losses

__all__ = ["in_unicode", "sign"]

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


def in_unicode(text: str, fonts: tuple[str, str], losses: Losses) -> str:
    """A text as its fonts show it: ASCII has one of its own (ISO/IEC 29500-1, 17.3.2.26), all else
    the other.
    """
    if text.isascii() and fonts[0].lower() not in _FONTS:
        return text
    return "".join(_character(char, *fonts, losses) for char in text)


def _character(char: str, ascii_font: str, other_font: str, losses: Losses) -> str:
    is_moved = "\uf000" <= char <= "\uf0ff"
    font = ascii_font if char.isascii() or is_moved else other_font
    if is_moved or (font.lower() in _FONTS and not char.isspace()):
        return sign(font or "Symbol", f"{ord(char):X}", losses)
    return char


def sign(font: str, code: str, losses: Losses) -> str:
    """What a font shows for a code in hexadecimal figures; one that nobody knows is told."""
    try:
        number = int(code, 16)
    except ValueError:
        number = 0xFFFD
    known = _known(font, number)
    if known is not None:
        return known
    shown = chr(number) if 0xE000 <= number <= 0xF8FF else "\ufffd"
    if 0x20 <= number <= 0xFF:
        shown = chr(0xF000 + number)
    what = f"stands as U+{ord(shown):04X}, for nobody knows what it is in Unicode"
    losses.changed(f"sign of the font {font}", what)
    return shown


def _known(font: str, code: int) -> str | None:
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
