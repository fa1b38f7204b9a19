"""More Word files as programs write them: the odder markup of Word, and that of Google Docs."""

from __future__ import annotations

from collections.abc import Callable

from tests.archive.imports.samples import (
    box,
    cell,
    field,
    item,
    m,
    mark,
    math,
    note,
    styled,
    table,
    tracked,
)
from tests.archive.imports.word_files import WordFile, p, r

__all__ = ["MORE_WORD"]

_CHANGE = 'w:author="Ann" w:date="2020-01-01T00:00:00Z"'


def _moved(kind: str, number: int, text: str) -> str:
    """Words at the old (`From`) or the new (`To`) place of a move, with its range."""
    return (
        f'<w:move{kind}RangeStart w:id="{number}" w:name="m" {_CHANGE}/>'
        f'<w:move{kind} w:id="{number + 1}" {_CHANGE}>{r(text)}</w:move{kind}>'
        f'<w:move{kind}RangeEnd w:id="{number}"/>'
    )


def _google(text: str, properties: str = "") -> str:
    """A run as Google Docs exports it, which says all and that twice."""
    return (
        '<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr>'
        f'{properties}<w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def _google_p(*runs: str) -> str:
    """A paragraph as Google Docs exports it."""
    properties = '<w:pageBreakBefore w:val="0"/><w:rPr><w:vertAlign w:val="baseline"/></w:rPr>'
    return (
        '<w:p w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" '
        f'w:rsidRDefault="00000000" w:rsidRPr="00000000"><w:pPr>{properties}</w:pPr>'
        f"{''.join(runs)}</w:p>"
    )


def _control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


MORE_WORD: dict[str, Callable[[], WordFile]] = {
    "runs-of-spelling": lambda: styled(
        p(
            '<w:proofErr w:type="spellStart"/>'
            + r("Kol")
            + '<w:bookmarkStart w:id="3" w:name="_GoBack"/><w:bookmarkEnd w:id="3"/>'
            + r("chak", '<w:lang w:val="ru-RU"/>')
            + '<w:proofErr w:type="spellEnd"/><w:permStart w:id="1" w:edGrp="everyone"/>'
            + r("'s", "<w:noProof/>")
            + '<w:permEnd w:id="1"/>'
            + r(" ship")
            + "<w:r><w:t>s</w:t><w:t>ailed</w:t></w:r>"
            + r(" away", '<w:i/><w:bCs/><w:kern w:val="2"/>')
            + r(".")
        )
    ),
    "word-in-many-looks": lambda: styled(
        p("".join(r(each, f"<w:{look}/>") for each, look in zip("harbour", "biubiub", strict=True)))
        + p(r("H") + r("2", '<w:vertAlign w:val="subscript"/>') + r("O is water"))
        + p(r("M") + r("r", '<w:vertAlign w:val="superscript"/>') + r(" Jones"))
    ),
    "tags-in-tags": lambda: styled(
        p(
            '<w:smartTag w:uri="u" w:element="place"><w:smartTag w:uri="u" w:element="City">'
            + r("Saint")
            + "</w:smartTag>"
            + r(" Petersburg")
            + "</w:smartTag>"
            + r(", then ")
            + _control(r("Mos") + _control(r("cow")), "<w:text/>")
            + r(".")
        )
    ),
    "control-of-blocks": lambda: styled(
        _control(p("First in control.") + _control(p("Second.") + table(cell("a") + cell("b"))))
        + p("Third.")
        + _control(
            p(field(' TOC \\o "1-3" ', r("Chapter one") + "<w:r><w:tab/></w:r>" + r("4"))),
            '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
        )
        + p("Chapter one")
    ),
    "placeholder-and-choices": lambda: styled(
        p(
            r("Date: ")
            + _control(r("1 May 1917"), '<w:date w:fullDate="1917-05-01T00:00:00Z"/>')
            + r(" Kind: ")
            + _control(r("letter"), '<w:dropDownList><w:listItem w:value="x"/></w:dropDownList>')
            + r(" Done: ")
            + _control(r("☒"), "<w:checkBox/>")
            + r(".")
        )
    ),
    "nested-tables": lambda: styled(
        table(
            cell(
                p("outer")
                + table(
                    cell(p("inner") + table(cell("innermost") + cell("beside")) + p("below")),
                    cell("second row"),
                )
                + p("after")
            )
            + cell("right")
        )
        + p("End.")
    ),
    "table-of-odd-rows": lambda: styled(
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('late')}</w:tr>"
        f"<w:tr>{cell('one')}{cell('two')}{cell('<w:p/>')}</w:tr>"
        "<w:tr>"
        + cell("wide", '<w:hMerge w:val="restart"/>')
        + cell(p("its other half"), "<w:hMerge/>")
        + "</w:tr></w:tbl>"
    ),
    "notes-of-paragraphs": lambda: styled(
        p(r("Word") + mark("footnote", 3) + r(", more") + mark("endnote", 3) + r(".")),
        footnotes=note(
            "footnote",
            3,
            p("<w:r><w:footnoteRef/></w:r>" + r(" First of it."))
            + p("Second of it.")
            + item("listed", 0, 2)
            + table(cell("in") + cell("table")),
        ),
        endnotes=note("endnote", 3, p("At the") + p("end.")),
    ),
    "own-marks": lambda: styled(
        p(
            r("Starred")
            + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
            + r(" here.")
        ),
        footnotes=note("footnote", 2, p(r("* Its words."))),
    ),
    "moves-of-paragraphs": lambda: styled(
        p(_moved("From", 1, "Gone from here."), '<w:rPr><w:moveFrom w:id="5"/></w:rPr>')
        + p("Stays.")
        + p(_moved("To", 7, "Gone from here."), '<w:rPr><w:moveTo w:id="8"/></w:rPr>')
    ),
    "changes-in-words": lambda: styled(
        p(
            r("har")
            + tracked("del", "v")
            + tracked("ins", "b")
            + r("our and ")
            + f"<w:ins {_CHANGE}><w:del {_CHANGE}><w:r><w:delText>never</w:delText></w:r></w:del>"
            + f"{r('al')}</w:ins>"
            + r("ways")
        )
        + p("Split", "<w:rPr><w:ins/></w:rPr>")
        + p("here.")
    ),
    "comment-in-a-note": lambda: styled(
        p(r("Text") + mark("footnote", 2) + r(".")),
        footnotes=note("footnote", 2, p(r("A note") + mark("comment", 1) + r(" goes on."))),
        comments=note("comment", 1, p("Is this") + p("right?")),
    ),
    "hyphens-of-all-kinds": lambda: styled(
        p(
            "<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>operate re</w:t><w:softHyphen/>"
            "<w:t>search \u00adan anti\u2011war un\u00addone</w:t></w:r>"
        )
    ),
    "signs": lambda: styled(
        p(
            r("A")
            + '<w:r><w:sym w:font="Times New Roman" w:char="0416"/></w:r>'
            + r("b ")
            + '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
            + r(" c")
        )
    ),
    "tabs-of-all-kinds": lambda: styled(
        p(
            r("left")
            + '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'
            + r("right")
            + "<w:r><w:tab/></w:r>"
            + "<w:r><w:t>far</w:t><w:tab/><w:t>end</w:t><w:cr/><w:t>new</w:t></w:r>"
        )
    ),
    "glosses": lambda: styled(
        p(
            r("Read ")
            + '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/></w:rubyPr>'
            + f"<w:rt>{r('とう')}{r('きょう')}</w:rt><w:rubyBase>{r('東京')}</w:rubyBase></w:ruby>"
            + "</w:r>"
            + r("aloud.")
        )
    ),
    "scripts": lambda: styled(
        p(
            r("Hebrew ")
            + r("של", "<w:rtl/><w:cs/>")
            + r("ום", "<w:rtl/><w:b/><w:bCs/>")
            + r(" Arabic ")
            + r("سلام", '<w:rtl/><w:lang w:bidi="ar-SA"/>')
            + r(" Greek λόγος, 漢字 𐌰𐌱.")
        )
        + p(r("עברית", "<w:rtl/>"), "<w:bidi/>")
    ),
    "numbering-overrides": lambda: styled(
        item("one")
        + item("two")
        + p("Between.")
        + item("three")
        + item("seventh", 0, 3)
        + item("eighth", 0, 3)
        + p("Not numbered", '<w:pStyle w:val="Items"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("By style", '<w:pStyle w:val="Items"/>')
        + p("Unknown list", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')
    ),
    "hidden": lambda: styled(
        p(r("Seen ") + r("hidden ", "<w:vanish/>") + r("web ", "<w:webHidden/>") + r("again."))
    ),
    "formulas-in-words": lambda: styled(
        p(r("If ") + math(m("x")) + r(" is ") + math(m("y")) + r(", stop."))
    ),
    "simple-fields": lambda: styled(
        p(
            r("As on p.")
            + f'<w:fldSimple w:instr=" PAGEREF a ">{r("1")}{r("2")}</w:fldSimple>'
            + r(", Table ")
            + f'<w:fldSimple w:instr=" SEQ Table ">{r("3")}</w:fldSimple>'
            + r(": words.")
        )
    ),
    "field-over-looks": lambda: styled(
        p(
            r("Cited ")
            + field(' ADDIN ZOTERO_ITEM CSL_CITATION {"id":"x"} ', r("(Smith") + r(" 1999)"))
            + r(" and ")
            + field(' HYPERLINK "https://example.org/" ', r("the ", "<w:u/>") + r("site"))
            + r(" on ")
            + field(' DATE \\@ "d MMMM" ', r("1 ") + r("May"))
            + r(".")
        )
    ),
    "boxes-in-words": lambda: styled(
        p(r("be") + box("Boxed words") + r("fore") + box("Second box")) + p("Next.")
    ),
    "other-formats": lambda: WordFile(
        p("Before.") + '<w:altChunk r:id="c1"/>' + p("After."), {"header1": p("Head of pages")}
    ),
    "google-letter": lambda: styled(
        _google_p(_google("Dear ", '<w:b w:val="1"/>'), _google("friend", '<w:b w:val="0"/>'))
        + _google_p(_google("a"), _google("b", '<w:i w:val="1"/>'), _google("c "), _google("d"))
        + _google_p('<w:r><w:br w:type="textWrapping"/></w:r>', _google("Next"), _google(" line."))
        + _google_p(
            _control(
                '<w:commentRangeStart w:id="0"/>', '<w:id w:val="1"/><w:tag w:val="goog_rdk_0"/>'
            ),
            _google("Doubt"),
            '<w:commentRangeEnd w:id="0"/>',
            _google("ful."),
        )
        + _google_p(_google(" "), _google("Yours "), _google("  "), _google("truly"))
    ),
    "google-list": lambda: styled(
        "".join(
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
            '<w:ind w:left="720" w:hanging="360"/><w:rPr><w:u w:val="none"/></w:rPr></w:pPr>'
            f"{_google(each)}</w:p>"
            for each in ("apples", "pears and", "plums")
        )
        + _control(table(cell(_google_p(_google("x"))) + cell(_google_p(_google("y")))))
    ),
    "office-habits": lambda: styled(
        p(
            r("Ibsen", "<w:smallCaps/>")
            + r(", ")
            + r("Brand", "<w:i/>")
            + r(" (")
            + r("1866", '<w:shd w:val="clear" w:fill="FFFFFF"/>')
            + r(")")
            + '<w:r><w:annotationRef/></w:r><w:r><w:lastRenderedPageBreak/></w:r><w:r w:rsidR="1">'
            + "<w:t>.</w:t></w:r>"
        )
        + "<w:p/>"
        + p("   ")
        + p(r(" Indented with spaces  twice ") + r(" "))
        + '<w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr></w:p>'
        + p("New section.")
        + "<w:sectPr/>"
    ),
}
"""By what they hold."""
