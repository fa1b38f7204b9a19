"""Texts and values that are allowed in XML and seldom met."""

from __future__ import annotations

__all__ = ["TEXTS", "VALUES", "WORDS"]

SCRIPTS = (
    "μῆνιν ἄειδε θεά", "В начале было слово", "שָׁלוֹם עֲלֵיכֶם", "بِسْمِ ٱللَّهِ", "ܒܪܫܝܬ", "በመጀመሪያ",
    "धर्मक्षेत्रे कुरुक्षेत्रे", "தமிழ்", "ในปฐม", "བོད་ཡིག", "ខ្មែរ", "မြန်မာ", "ქართული", "Հայերեն",
    "ᏣᎳᎩ", "ᚠᚢᚦᚨᚱᚲ", "初，帝觀天下", "いろはにほへと", "훈민정음", "ᠮᠣᠩᠭᠣᠯ", "𒀭𒂗𒍪", "𓂀𓃒", "𐌰𐌱𐌲",
    "𝔄𝔟𝔠", "𠀀𠮷", "Ǟ̤̈ś̱ṭ", "ﬁﬂ ſt", "İıŞğ", "ǅ ẞ ŉ",
)  # fmt: skip
"""A few words in scripts of every kind: of both directions, with marks, of later planes."""

SIGNS = (
    "\u0080", "\u0085", "\u0092", "\u009f", "\u00a0", "\u00ad", "\u034f", "\u061c", "\u115f",
    "\u180e", "\u2007", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2011", "\u2028",
    "\u2029", "\u202a", "\u202c", "\u202e", "\u2060", "\u2066", "\u2069", "\u206a", "\u3000",
    "\ue000", "\ufdd0", "\ufe0f", "\ufeff", "\ufff9", "\ufffd", "\U000e0041", "\U000f0000",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0010fffd", "\u0301", "\u20dd",
)  # fmt: skip
"""Controls, spaces, joiners, hyphens, marks of direction, private and unassigned characters."""

MARKUP = (
    "#", "*_*", "`x`", "$x$", "\\emph{x}", "{", "}", "[x]", "@x", "~", "^", "%", "&", "<b>", "]]>",
    "//", "/*", "*/", "--", "---", "'", '"', "„x“", "»x«", "= x", "+ 1", "- a", "1. a", "|", "<!--",
    "-- >", "\\", "\\\\", "http://example.org/?a=b&c#d", "<x@y>", "#let x = 1", "\\input{x}", ";",
    "[...]", "⟨x⟩", "…", "†x†", "om.", "...", "¶", "//*[1]", "{{x}}", "<?x?>", "\t", "\n\n",
)  # fmt: skip
"""What means something in HTML, Typst, LaTeX, Markdown, or in the apparatus."""

LONG = ("Donaudampfschifffahrt" * 60, "x" * 3000, "ἀ" * 800, "字" * 900, "ܐ" * 500, "a-" * 700)

WORDS = ("sea", "The land", "was cold", "a", "I.", "42", "so, he said", "(so)", "it’s")
TEXTS = ("", " ", "\n   ", *WORDS, *SCRIPTS, *SIGNS, *MARKUP, *LONG)

VALUES = (
    "", " ", "x", "a b", "#a", "#a #b", "#W", "#V #W", "1", "-1", "0", "01", "1.5", "1e9",
    "99999999999999999999", "true", "false", "maybe", "unknown", "en", "ar", "he-Latn", "x-none",
    "zh-Hant-TW", "und", "no such", "1989", "1989-07", "1989-07-14", "-0044-03-15", "12000",
    "14.07.1989", "1989-02-29", "--07-14", "---31", "12:30:00", "P1D", "high", "none", "omitted",
    "right", "bottom", "margin-left", "main", "sub", "s", "m", "italic", "#b", "bold small-caps",
    "red", "color: red; x", "text-align:center", "font-size:1000em", "}", "inline", "block",
    "http://example.org/?a=b&c#d", "//[::1", "a%00.xml", "data:text/plain,x", "javascript:x()",
    "../../x.xml#y", "mailto:x@example.org", "urn:x:y", "a:b", "%", "&", "<", "'", "\"", "\\", "{",
    "chars", "lines", "3", "cm", "hours", "shift", "insert", "pb", "I", "i", "N", "Y", "x" * 2000,
    "κ", "я", "字", "\u202e", "\u00ad", "\u200b", "\U0001f600", "e\u0301", "A.png", "a.png",
    "sic corr", "#a " * 300, "string-range(//p,1,2)", "left(#a)", "#range(a,b)", "tei:p", ".*", "(",
)  # fmt: skip
