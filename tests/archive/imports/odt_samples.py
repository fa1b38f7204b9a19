"""OpenDocument texts as LibreOffice and others write them, by the rules of ISO/IEC 26300."""

from __future__ import annotations

from collections.abc import Callable

from tests.archive.imports.odt_files import OdtFile

__all__ = ["ODT_SAMPLES"]

_P = '<text:p text:style-name="Standard">'


def _span(text: str, style: str = "T1") -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def _region(number: int, kind: str, content: str = "") -> str:
    return (
        f'<text:changed-region text:id="c{number}"><text:{kind}><office:change-info>'
        "<dc:creator>Ann</dc:creator><dc:date>2020-01-01T00:00:00</dc:date></office:change-info>"
        f"{content}</text:{kind}></text:changed-region>"
    )


def _note(kind: str, label: str, content: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body>{content}</text:note-body></text:note>"
    )


_BOLD = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
)
ODT_SAMPLES: dict[str, Callable[[], OdtFile]] = {
    "spaces": lambda: OdtFile(
        f"{_P}One<text:s/>two<text:s text:c='3'/>three<text:tab/>four<text:line-break/>five"
        f"{_span('six')}{_span('se')}ven {_span(' ')}eight</text:p>{_P}\n  Indented\n  lines\n"
        "</text:p>",
        _BOLD,
    ),
    "ruby": lambda: OdtFile(
        f"{_P}Read <text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう"
        "</text:ruby-text></text:ruby>aloud.</text:p>"
    ),
    "changes": lambda: OdtFile(
        "<text:tracked-changes>"
        + _region(1, "insertion")
        + _region(2, "deletion", f"{_P}v</text:p>")
        + _region(3, "deletion", f"{_P}whole end</text:p>{_P}begin </text:p>")
        + _region(4, "format-change")
        + "</text:tracked-changes>"
        + f"{_P}har<text:change text:change-id='c2'/><text:change-start text:change-id='c1'/>b"
        "<text:change-end text:change-id='c1'/>our and <text:change text:change-id='c3'/>then "
        "<text:change-start text:change-id='c4'/>looks<text:change-end text:change-id='c4'/>."
        "</text:p>"
    ),
    "sources": lambda: OdtFile(
        f"{_P}As <text:bibliography-mark text:bibliography-type='book' text:identifier='S'>[S1999]"
        "</text:bibliography-mark> says, Table <text:sequence text:name='Table' "
        "text:formula='ooow:Table+1' text:ref-name='r'>1</text:sequence>, page <text:page-number>4"
        "</text:page-number>, by <text:author-name>Ann</text:author-name>, see "
        "<text:sequence-ref text:reference-format='value' text:ref-name='r'>1</text:sequence-ref>, "
        "<text:date>May</text:date>, <text:placeholder>&lt;name&gt;</text:placeholder>, "
        "<text:variable-get text:name='v'>value</text:variable-get>.</text:p>"
    ),
    "notes": lambda: OdtFile(
        f"{_P}Word{_note('footnote', '1', f'{_P}First.</text:p>{_P}Second.</text:p>')} and"
        f"{_note('endnote', 'i', f'{_P}At the end.</text:p>')} so<office:annotation>"
        f"<dc:creator>Ann</dc:creator><dc:date>2020</dc:date>{_P}Right?</text:p>"
        "</office:annotation> on.</text:p>"
    ),
    "lists": lambda: OdtFile(
        f"<text:list><text:list-header>{_P}Heading of it</text:p></text:list-header>"
        f"<text:list-item>{_P}one</text:p>{_P}still one</text:p><text:list><text:list-item>"
        f"{_P}inner</text:p></text:list-item></text:list></text:list-item><text:list-item>"
        f"<text:numbered-paragraph>{_P}numbered</text:p></text:numbered-paragraph>"
        "</text:list-item></text:list><text:numbered-paragraph text:level='1'>"
        f"{_P}alone</text:p></text:numbered-paragraph>{_P}End.</text:p>"
    ),
    "tables": lambda: OdtFile(
        "<table:table><table:table-column/><table:table-header-rows><table:table-row>"
        f"<table:table-cell table:number-columns-spanned='2'>{_P}wide</text:p></table:table-cell>"
        "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        f"<table:table-cell>{_P}a</text:p><table:table table:is-sub-table='true'><table:table-row>"
        f"<table:table-cell>{_P}in</text:p></table:table-cell></table:table-row></table:table>"
        f"</table:table-cell><table:table-cell>{_P}b</text:p></table:table-cell></table:table-row>"
        f"</table:table>{_P}End.</text:p>"
    ),
    "sections": lambda: OdtFile(
        f"<text:section text:name='s'>{_P}In a section.</text:p><text:section>{_P}Deeper.</text:p>"
        "</text:section></text:section><text:table-of-content text:name='c'>"
        "<text:table-of-content-source><text:index-title-template>Not text"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        f"<text:index-title>{_P}Contents</text:p></text:index-title>{_P}<text:a xlink:href='#h'>"
        "One<text:tab/>4</text:a></text:p></text:index-body></text:table-of-content>"
        "<text:h text:outline-level='1'>One</text:h>"
    ),
    "frames": lambda: OdtFile(
        f"{_P}be<draw:frame><draw:text-box>{_P}Boxed words</text:p></draw:text-box></draw:frame>"
        f"fore<draw:g><draw:custom-shape>{_P}Shape</text:p></draw:custom-shape></draw:g></text:p>"
        f"{_P}Next.</text:p>"
    ),
    "metadata": lambda: OdtFile(
        f"{_P}<text:meta>Marked</text:meta> <text:meta-field>field</text:meta-field> "
        "<text:bookmark-start text:name='b'/>boo<text:bookmark text:name='x'/>ked"
        "<text:bookmark-end text:name='b'/> <text:user-defined text:name='u'>defined"
        "</text:user-defined><text:soft-page-break/> <text:conditional-text>if"
        "</text:conditional-text> <text:hidden-text text:string-value='secret' text:is-hidden="
        "'true'/> end <loext:content-control>control</loext:content-control></text:p>"
        "<text:soft-page-break/>",
        master="<style:master-page style:name='Standard'><style:header>"
        "<text:p>Head of pages</text:p></style:header></style:master-page>",
    ),
}
"""By what they hold."""
