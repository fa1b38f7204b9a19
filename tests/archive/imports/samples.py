"""Word files as different programs write them, each made by the rules of ISO/IEC 29500."""

from __future__ import annotations

from collections.abc import Callable

from tests.archive.imports.word_files import WordFile, p, r

__all__ = ["SAMPLES"]

_LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl>'
    for depth, (form, text) in enumerate(
        [("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "(%3)"), ("bullet", "•")]
    )
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="My"><w:name w:val="My chapter"/>'
    '<w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/>'
    "<w:rPr><w:i/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Block"><w:name w:val="Block Text"/></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Loud"><w:name w:val="Loud"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/>'
    "<w:rPr><w:i/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Deep"><w:name w:val="Deep"/>'
    '<w:basedOn w:val="Strong"/></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Ship"><w:name w:val="Ship name"/>'
    "<w:rPr><w:i/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Items"><w:name w:val="List Paragraph"/>'
    '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)


def item(text: str, depth: int = 0, number: int = 1) -> str:
    """A paragraph in a list."""
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, place)


def note(kind: str, number: int, content: str) -> str:
    """A footnote, endnote or comment."""
    return f'<w:{kind} w:id="{number}" w:author="Ann">{content}</w:{kind}>'


def mark(kind: str, number: int) -> str:
    """The mark of a note, in the text."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def tracked(kind: str, text: str) -> str:
    """A tracked change."""
    name = "delText" if kind == "del" else "t"
    run = f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'
    return f'<w:{kind} w:id="9" w:author="Ann" w:date="2020-01-01T00:00:00Z">{run}</w:{kind}>'


def field(instruction: str, result: str) -> str:
    """A field in several runs, its instruction cut in two."""
    half = len(instruction) // 2
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction[:half]}</w:instrText></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction[half:]}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(text: str) -> str:
    """A text box in both of its forms, as Word writes it."""
    content = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def picture(relation: str, words: str) -> str:
    """A picture in the line."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="{words}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def cell(content: str, properties: str = "") -> str:
    """A cell of a table."""
    said = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{said}{content if content.startswith('<') else p(content)}</w:tc>"


def table(*rows: str) -> str:
    """A table with these rows, each the cells of it."""
    columns = '<w:gridCol w:w="100"/>' * max(row.count("<w:tc>") for row in rows)
    grid = f"<w:tblGrid>{columns}</w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def styled(body: str, **parts: str) -> WordFile:
    """A file with styles and lists."""
    return WordFile(body, {"styles": STYLES, "numbering": NUMBERING, **parts})


def drawing(inner: str) -> str:
    """Something drawn, by the part that holds it."""
    return (
        f"<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def math(inner: str) -> str:
    """A formula."""
    return f"<m:oMath>{inner}</m:oMath>"


def m(text: str) -> str:
    """A run of a formula."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


_ITALIC, _BOLD = "<w:i/>", "<w:b/>"
SAMPLES: dict[str, Callable[[], WordFile]] = {
    "spaces": lambda: styled(p(r("one", _ITALIC) + r(" ") + r("two", _BOLD) + r(" ") + r("three"))),
    "split-words": lambda: styled(
        p(r("har") + r("bo", _ITALIC) + r("ur") + r(" ") + r("mas") + r("ter"))
    ),
    "headings": lambda: styled(
        p("First", '<w:pStyle w:val="H1"/>')
        + p("Words.")
        + p("Second", '<w:pStyle w:val="H2"/>')
        + p("More.")
        + p("Third", '<w:pStyle w:val="My"/>')
        + p("Fourth", '<w:outlineLvl w:val="1"/>')
    ),
    "lists": lambda: styled(
        p("Before")
        + item("a")
        + item("b", 1)
        + item("c", 1)
        + item("d", 2)
        + item("e")
        + item("f", 0, 2)
        + item("g", 0, 3)
        + p("h", '<w:pStyle w:val="Items"/>')
        + p("After")
    ),
    "characters": lambda: styled(
        p(
            r("plain ")
            + r("strong", '<w:rStyle w:val="Strong"/>')
            + r(" ")
            + r("deep", '<w:rStyle w:val="Deep"/>')
            + r(" ")
            + r("Mary", '<w:rStyle w:val="Ship"/>')
            + r(" ")
            + r("not", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')
        )
        + p(r("loud ") + r("quiet", '<w:rStyle w:val="Strong"/>'), '<w:pStyle w:val="Loud"/>')
    ),
    "quotations": lambda: styled(
        p("He said:")
        + p("Quoted one.", '<w:pStyle w:val="Quote"/>')
        + p("Quoted two.", '<w:pStyle w:val="Quote"/>')
        + p("And:")
        + p("In a block.", '<w:pStyle w:val="Block"/>')
        + p("End.")
    ),
    "notes": lambda: styled(
        p(r("Text") + mark("footnote", 2) + r(" and") + mark("endnote", 3) + r(" end.")),
        footnotes='<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        + note("footnote", 2, p(r(" At the foot.")) + p("Twice.")),
        endnotes=note("endnote", 3, p("At the end.")),
    ),
    "tracked": lambda: styled(
        p(r("We ") + tracked("del", "sold ") + tracked("ins", "bought ") + r("the boat."))
    ),
    "moved": lambda: styled(
        p(
            '<w:moveFrom w:id="1" w:author="Ann">'
            + r("Moved. ")
            + "</w:moveFrom>"
            + r("Stays. ")
            + '<w:moveTo w:id="2" w:author="Ann">'
            + r("Moved.")
            + "</w:moveTo>"
        )
    ),
    "joined": lambda: styled(
        '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="Ann"/></w:rPr></w:pPr>'
        + r("The har")
        + "</w:p>"
        + p("bour.")
    ),
    "fields": lambda: styled(
        p(
            field(' HYPERLINK "https://example.org/x" ', r("linked"))
            + r(" then ")
            + field(" PAGE ", r("7"))
            + r(" and ")
            + field(r" REF here \h ", r("there"))
            + r(".")
        )
        + p(
            '<w:bookmarkStart w:id="0" w:name="here"/>'
            + r("The place.")
            + '<w:bookmarkEnd w:id="0"/>'
        )
    ),
    "nested-fields": lambda: styled(
        p(
            field(
                ' HYPERLINK "https://example.org/" ',
                r("see ") + field(" SEQ x ", r("4")) + r(" there"),
            )
        )
    ),
    "long-field": lambda: styled(
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("First line 1")
        )
        + p("Second line 2")
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("After."))
    ),
    "simple-field": lambda: styled(
        p(r("Page ") + '<w:fldSimple w:instr="PAGE">' + r("12") + "</w:fldSimple>" + r(" ends."))
    ),
    "wrappers": lambda: styled(
        p(
            '<w:smartTag w:element="x">'
            + r("Smart")
            + "</w:smartTag><w:sdt><w:sdtContent>"
            + r(" control")
            + '</w:sdtContent></w:sdt><w:customXml w:element="y">'
            + r(" custom")
            + "</w:customXml>"
            '<w:dir w:val="ltr">'
            + r(" dir")
            + '</w:dir><w:bdo w:val="ltr">'
            + r(" bdo")
            + "</w:bdo>"
        )
    ),
    "blocks-in-controls": lambda: styled(
        "<w:sdt><w:sdtContent>"
        + p("One.")
        + "<w:sdt><w:sdtContent>"
        + p("Two.")
        + "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        + '<w:customXml w:element="z">'
        + p("Three.")
        + "</w:customXml>"
    ),
    "boxes": lambda: styled(p(r("Around") + box("In the box") + r(" it.")) + p("Next.")),
    "old-box": lambda: styled(
        p(
            r("Before ")
            + "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            + p("Old box")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            + r("after.")
        )
    ),
    "symbols": lambda: styled(
        p(
            r("Take ")
            + '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'
            + r(" and ")
            + '<w:r><w:sym w:font="Symbol" w:char="F0AE"/></w:r>'
            + r(".")
        )
    ),
    "hyphens": lambda: styled(
        p(
            "<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r>"
            + r(" soft")
            + "<w:r><w:softHyphen/></w:r>"
            + r("ly")
        )
    ),
    "breaks": lambda: styled(
        p(r("One") + "<w:r><w:br/></w:r>" + r("two") + "<w:r><w:tab/></w:r>" + r("three"))
        + p("<w:r><w:lastRenderedPageBreak/><w:t>Laid out.</w:t></w:r>")
        + p('<w:r><w:br w:type="page"/></w:r>' + r("On a page."))
    ),
    "merged": lambda: styled(
        table(
            cell("a", '<w:gridSpan w:val="2"/>') + cell("b"),
            cell("c", '<w:vMerge w:val="restart"/>') + cell("d") + cell("e"),
            cell("<w:p/>", "<w:vMerge/>") + cell("f") + cell("g"),
        )
    ),
    "nested-table": lambda: styled(
        table(
            cell(p("Out one") + table(cell("in one") + cell("in two")) + p("Out two"))
            + cell("beside")
        )
    ),
    "table-wrapped": lambda: styled(
        "<w:tbl><w:tblPr/><w:sdt><w:sdtContent><w:tr>"
        + cell("a")
        + "<w:sdt><w:sdtContent>"
        + cell("b")
        + "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
    ),
    "cells": lambda: styled(
        table(cell(item("one") + item("two")) + cell(p(r("x") + mark("footnote", 2)))),
        footnotes=note("footnote", 2, p("Of the cell.")),
    ),
    "formulas": lambda: styled(
        p(
            r("Where ")
            + math(
                f"<m:f><m:num>{m('a')}</m:num><m:den>{m('b')}</m:den></m:f>"
                f"<m:sSup><m:e>{m('x')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>"
            )
            + r(" holds.")
        )
    ),
    "formula-alone": lambda: styled(
        p("<m:oMathPara>" + math(f"<m:rad><m:deg/><m:e>{m('y')}</m:e></m:rad>") + "</m:oMathPara>")
    ),
    "languages": lambda: styled(
        p("English words that are most of all the words here, by far and without any doubt at all.")
        + p(r("Bonjour le monde", '<w:lang w:val="fr-FR"/>'))
        + p(r("He said ") + r("guten Tag", '<w:lang w:val="de-DE"/>') + r(" and went."))
        + p(r("שלום", "<w:rtl/>"), "<w:bidi/>")
    ),
    "aligned": lambda: styled(
        p("Middle", '<w:jc w:val="center"/>') + p("Right", '<w:jc w:val="right"/>') + p("Left")
    ),
    "links": lambda: WordFile(
        p(
            r("See ")
            + '<w:hyperlink r:id="r1">'
            + r("the ")
            + r("site", _BOLD)
            + "</w:hyperlink>"
            + r(" or ")
            + '<w:hyperlink w:anchor="far">'
            + r("below")
            + "</w:hyperlink>"
            + r(".")
        )
        + p('<w:bookmarkStart w:id="0" w:name="far"/><w:bookmarkEnd w:id="0"/>' + r("Below."))
        + p(r("Note") + mark("footnote", 1)),
        {
            "styles": STYLES,
            "footnotes": note(
                "footnote", 1, p('<w:hyperlink r:id="r1">' + r("source") + "</w:hyperlink>")
            ),
        },
        {"r1": "https://example.org/a?b=c&amp;d"},
    ),
    "pictures": lambda: WordFile(
        p(picture("i1", "A boat at sea") + r(" Under it.")), pictures={"i1": "image 1.png"}
    ),
    "comments": lambda: styled(
        p(
            '<w:commentRangeStart w:id="0"/>'
            + r("Doubtful")
            + '<w:commentRangeEnd w:id="0"/>'
            + mark("comment", 0)
            + r(" words.")
        ),
        comments=note("comment", 0, p("Please check.")),
    ),
    "not-kept": lambda: styled(
        p(r("Chart ") + drawing('<c:chart xmlns:c="urn:c" r:id="r9"/>') + r("and diagram "))
        + p(drawing('<dgm:relIds xmlns:dgm="urn:d" r:dm="r8"/>') + r("after it."))
        + p('<w:r><w:pict><v:shape><v:textpath string="Ornate"/></v:shape></w:pict></w:r>' + r("x"))
        + p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
            '<w:instrText> XE "pears" </w:instrText></w:r><w:r>'
            '<w:fldChar w:fldCharType="end"/></w:r>' + r("Pears.")
        )
        + '<w:altChunk r:id="r7"/>'
        + p(mark("footnote", 99) + r("No note, ") + r("shaded", '<w:shd w:fill="FFFF00"/>')),
        footnotes=note("footnote", 5, p("Nobody refers to it.")),
        header1=p("A running head"),
    ),
    "initial": lambda: styled(
        p("O", '<w:framePr w:dropCap="drop" w:lines="3"/>') + p("nce upon a time.")
    ),
    "as-google": lambda: styled(
        p(
            r("Title", '<w:b w:val="1"/><w:sz w:val="40"/><w:rtl w:val="0"/>'),
            '<w:pStyle w:val="H1"/><w:pageBreakBefore w:val="0"/><w:rPr><w:b w:val="1"/></w:rPr>',
        )
        + p(
            r("Some ", '<w:rtl w:val="0"/>')
            + r("bold", '<w:b w:val="1"/><w:rtl w:val="0"/>')
            + r(" and ", '<w:rtl w:val="0"/>')
            + r("plain", '<w:b w:val="0"/><w:i w:val="0"/><w:u w:val="none"/><w:rtl w:val="0"/>')
            + r("."),
            '<w:ind w:left="0" w:firstLine="0"/><w:rPr><w:u w:val="none"/></w:rPr>',
        )
        + p(
            r("one"),
            '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:ind w:left="720"/>',
        )
        + '<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>'
        + table(cell("in a table") + cell("of Google"))
        + "</w:sdtContent></w:sdt>"
        + p('<w:r><w:rPr><w:rtl w:val="0"/></w:rPr></w:r>')
    ),
    "as-libreoffice": lambda: styled(
        p(
            '<w:bookmarkStart w:id="0" w:name="__RefHeading___Toc1_1"/>'
            + r("Heading", '<w:rFonts w:ascii="Liberation Sans"/><w:b/><w:bCs/>')
            + '<w:bookmarkEnd w:id="0"/>',
            '<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
        )
        + p(
            r("Text with ", '<w:lang w:val="en-US"/>')
            + r("emphasis", '<w:rStyle w:val="Emphasis"/>')
            + mark("footnote", 2)
            + r(" and a ")
            + '<w:hyperlink r:id="none" w:anchor="__RefHeading___Toc1_1">'
            + r("way back")
            + "</w:hyperlink>"
            + r(".")
        ),
        footnotes='<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        + note("footnote", 2, p("<w:r><w:footnoteRef/></w:r><w:r><w:tab/></w:r>" + r("Its note."))),
    ),
    "strict": lambda: WordFile(p("Strict ") + p(math(m("z"))), strict=True),
}
"""By what they hold."""
