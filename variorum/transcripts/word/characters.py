"""The text of runs: its characters, its language, and what of its looks is not kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.transcripts.scripts import fitting, language_by_script
from variorum.transcripts.symbols import in_unicode, sign
from variorum.transcripts.transcript import Span, TextRun
from variorum.transcripts.word.context import WordContext
from variorum.transcripts.word.names import W, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Characters"]


class Characters:
    """Reads the characters of runs."""

    def __init__(self, context: WordContext) -> None:
        self._context = context

    def run(
        self,
        text: str,
        properties: _Element | None,
        paragraph: str,
        rend: tuple[str, ...],
        span: Span,
    ) -> TextRun:
        """The text of a run in a paragraph of a style, in Unicode and with its language."""
        fonts = self._context.styles.fonts(properties, paragraph)
        text = in_unicode(text, fonts, self._context.losses)
        return TextRun(text, rend, replace(span, language=self._language(text, properties)))

    def _language(self, text: str, properties: _Element | None) -> str:
        """The language of a run; what is said of other scripts says nothing of its own."""
        styles = self._context.styles
        by_script = language_by_script(text)
        if by_script:
            kind = "bidi" if by_script in ("und-Hebr", "und-Arab") else "eastAsia"
            told = styles.language_of(properties, kind)
            return told or by_script
        return fitting(styles.language_of(properties, "val") or styles.language, text)

    def symbol(self, font: str, code: str) -> str:
        """What a font shows for a code in hexadecimal figures."""
        return sign(font, code, self._context.losses)

    def report_looks(self, properties: _Element | None) -> None:
        """Says what of the looks of a run is not kept."""
        losses = self._context.losses
        if is_on(properties, "vanish"):
            losses.changed("hidden text", "is kept as text")
        shade = None if properties is None else properties.find(f"{W}shd")
        fill = "auto" if shade is None else shade.get(f"{W}fill", "auto")
        if value(properties, "highlight") not in (None, "none") or fill not in ("auto", "FFFFFF"):
            losses.left_out("highlighting", "left out, its words are kept")
        if value(properties, "color") not in (None, "auto", "000000"):
            losses.left_out("colour", "left out, its words are kept")
        if properties is not None and properties.find(f"{W}rPrChange") is not None:
            losses.changed("tracked change of looks", "is taken in")
