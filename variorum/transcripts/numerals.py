"""Numbers as letters, Roman numerals and figures."""

from __future__ import annotations

__all__ = ["numeral"]

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"


def numeral(number: int, kind: str) -> str:
    """A number in figures, or as `lower-roman`, `upper-alpha`, `lower-russian` and the like say."""
    case, _, script = kind.partition("-")
    if script == "roman":
        text = _roman(number)
    elif script in ("alpha", "russian"):
        text = _lettered(number, _LATIN if script == "alpha" else _RUSSIAN)
    else:
        text = f"{number:02}" if kind == "decimalZero" else str(number)
    return text.upper() if case == "upper" else text


def _roman(number: int) -> str:
    text = ""
    for amount, letters in _ROMAN:
        text += letters * (number // amount)
        number %= amount
    return text


def _lettered(number: int, letters: str) -> str:
    """a … z, then aa … zz (17.18.59)."""
    turn, place = divmod(max(number, 1) - 1, len(letters))
    return letters[place] * (turn + 1)
