"""Values for the datatypes of the grammar, ordinary ones and some from the edge."""

from __future__ import annotations

__all__ = ["BY_PATTERN", "BY_TYPE", "WORDS"]

BY_TYPE: dict[str, tuple[str, ...]] = {
    "NCName": ("reg", "x-1", "Ёлка"),
    "boolean": ("true", "false", "1", "0"),
    "date": ("1989-08-22", "2000-02-29", "-0044-03-15", "1989-08-22Z", "1989-08-22+03:00"),
    "dateTime": ("1989-08-22T10:30:00", "1989-08-22T10:30:00.5Z"),
    "decimal": ("0", "-3", "2.5", "+.5"),
    "gDay": ("---22",),
    "gMonth": ("--08",),
    "gMonthDay": ("--08-22", "--02-29"),
    "gYear": ("1989", "-0044", "12000"),
    "gYearMonth": ("1989-08",),
    "language": ("en", "ru-Latn", "grc", "x-klingon", "de-1996"),
    "nonNegativeInteger": ("0", "7", "+12"),
    "string": ("any text", " spaces  kept ", "«Ünïcödé» ☞"),
    "time": ("10:30:00", "10:30:00+01:00"),
    "token": ("[a-z]+", "(\\d+)/(\\d+)"),
}
"""By the name of the type in XML Schema, where the grammar adds no pattern to it."""

BY_PATTERN: dict[str, tuple[str, ...]] = {
    r"\S+": ("#T", "reg:pers_deng", "https://example.org/a?b=c#d", "register.xml#x", "urn:x:y"),
    r"[^\p{C}\p{Z}]+": ("word", "words", "§12", "fol.3r", "Слово", "a:b"),
    r"[a-z][a-z0-9+.\-]*": ("reg", "gnd", "x-1.2+3"),
    r"-?\d+(\.\d+)?,-?\d+(\.\d+)?( -?\d+(\.\d+)?,-?\d+(\.\d+)?){2,}": ("0,0 9,0 4.5,-7",),
    r"\d+(\.\d+){0,2}": ("4", "4.9", "4.9.0"),
    r"\d+(\.\d+)?(%|cm|mm|in|pt|pc|px|em|rem)": ("80mm", "60%", "12.5pt", "2rem"),
}
"""By the pattern the grammar adds to a type."""

WORDS = ("In", "recent", "months", "“radiation”", "—", "хорошо", "λόγος", "&", "<", "1989", "’s")
"""For running text."""
