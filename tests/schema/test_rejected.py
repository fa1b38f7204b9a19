"""What the schema must refuse: each row a sound snippet, the same with one mistake, the reason."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.conftest import ROOT
from tests.schema.grammar import TEI, fragment_schema

ROWS = [
    # names and structure
    ("<p>a</p>", "<para>a</para>", "an element TEI does not know"),
    ("<p>a</p>", "<P>a</P>", "capitals count"),
    ("<p>a</p>", '<p xmlns="">a</p>', "an element outside the TEI namespace"),
    ("<p>a</p>", "<p><p>a</p></p>", "a paragraph in a paragraph"),
    ("<body><p>a</p></body>", "<body>a</body>", "text that is in no block"),
    ("<body><p>a</p></body>", "<body/>", "a body with nothing in it"),
    (
        "<div><head>a</head><p>b</p></div>",
        "<div><p>b</p><head>a</head></div>",
        "a heading after what it heads",
    ),
    (
        "<div><p>a</p><div><p>b</p></div></div>",
        "<div><div><p>b</p></div><p>a</p></div>",
        "a paragraph after a division: nobody could cite it",
    ),
    (
        "<div><p>a</p><closer>b</closer></div>",
        "<div><closer>b</closer><p>a</p></div>",
        "text after the closing",
    ),
    ('<div type="letter"><p>a</p></div>', '<div type="brief"><p>a</p></div>', "no such kind"),
    ("<lg><l>a</l></lg>", "<lg><p>a</p></lg>", "prose in a stanza"),
    ("<l>a</l>", "<l>a<l>b</l></l>", "a line of verse in a line of verse"),
    ("<list><item>a</item></list>", "<list>a</list>", "a list without items"),
    (
        "<list><label>a</label><item>b</item></list>",
        "<list><label>a</label></list>",
        "a label without its item",
    ),
    ("<table><row><cell>a</cell></row></table>", "<table><cell>a</cell></table>", "no row"),
    ("<sp><speaker>A</speaker><p>a</p></sp>", "<sp><speaker>A</speaker></sp>", "nothing said"),
    ("<pb n='2'/>", "<pb n='2'>2</pb>", "a boundary holds nothing"),
    ("<milestone unit='leaf'/>", "<milestone/>", "a boundary of what?"),
    # names, dates, pointers
    ('<rs type="group">a</rs>', "<rs>a</rs>", "words that refer to what kind of thing?"),
    ('<rs type="group">a</rs>', '<rs type="gruop">a</rs>', "no such kind"),
    (
        "<persName><surname>a</surname></persName>",
        "<p><surname>a</surname></p>",
        "a part of a name outside a name",
    ),
    (
        "<placeName><country>a</country></placeName>",
        "<persName><country>a</country></persName>",
        "a part of a place name in the name of a person",
    ),
    ('<persName ref="reg:a"/>', '<persName ref="">x</persName>', "a pointer that points nowhere"),
    ('<persName ref="reg:a"/>', '<persName key="a">x</persName>', "keys are not used: @ref is"),
    ('<date when="1989-08-22"/>', '<date when="22.08.1989"/>', "not an ISO date"),
    ('<date when="1989-08-22"/>', '<date when="1989-13-22"/>', "there is no month 13"),
    ('<date when="2000-02-29"/>', '<date when="1989-02-29"/>', "1989 had no 29 February"),
    ('<date when="1989"/>', '<date when="89"/>', "a year has four figures"),
    ('<date atLeast="2" unit="year"/>', '<date atLeast="two" unit="year"/>', "not in figures"),
    ('<date cert="low"/>', '<date cert="perhaps"/>', "no such degree"),
    ('<num value="3"/>', '<num value="three"/>', "a value is given in figures"),
    ('<num type="ordinal"/>', '<num type="ordinals"/>', "no such kind"),
    ('<p xml:id="p1"/>', '<p xml:id="1"/>', "an identifier begins with a letter"),
    ('<p xml:id="p1"/>', '<p id="p1"/>', "TEI has xml:id, not id"),
    ('<foreign xml:lang="ru"/>', '<foreign xml:lang="rußkij"/>', "not a language tag"),
    ('<title level="j"/>', '<title level="journal"/>', "levels are single letters"),
    ('<title level="j"/>', '<title rev="1"/>', "no such attribute"),
    # interventions
    ('<gap reason="lost"/>', "<gap/>", "a gap without a reason"),
    ('<gap reason="lost"/>', '<gap reason="unknown"/>', "no such reason"),
    ('<gap reason="lost"/>', '<gap reason="lost">…</gap>', "a gap holds no text"),
    ('<supplied reason="lost">a</supplied>', "<supplied>a</supplied>", "supplied, but why?"),
    (
        '<supplied reason="lost">a</supplied>',
        '<supplied reason="I think">a</supplied>',
        "no reason",
    ),
    ('<unclear reason="faded">a</unclear>', '<unclear reason="ink">a</unclear>', "no such reason"),
    (
        "<choice><sic>a</sic><corr>b</corr></choice>",
        "<choice><sic>a</sic></choice>",
        "a choice with one side",
    ),
    (
        "<choice><sic>a</sic><corr>b</corr></choice>",
        "<choice><sic>a</sic><reg>b</reg></choice>",
        "sides that do not belong together",
    ),
    (
        "<choice><abbr>a</abbr><expan>b</expan></choice>",
        "<choice>a<expan>b</expan></choice>",
        "text in a choice outside its sides",
    ),
    (
        "<subst><del>a</del><add>b</add></subst>",
        "<subst>a<add>b</add></subst>",
        "what was deleted?",
    ),
    ('<add place="margin">a</add>', '<add place="beside">a</add>', "no such place"),
    ('<addSpan spanTo="#a"/>', "<addSpan/>", "where does it end?"),
    # apparatus
    (
        "<app><lem>a</lem><rdg>b</rdg></app>",
        "<app><rdg>b</rdg><lem>a</lem></app>",
        "the lemma comes first",
    ),
    (
        "<app><lem>a</lem><rdg>b</rdg></app>",
        "<app><lem>a</lem><lem>c</lem><rdg>b</rdg></app>",
        "an entry has one lemma",
    ),
    ("<app><lem>a</lem><rdg>b</rdg></app>", "<app>a<rdg>b</rdg></app>", "text beside the readings"),
    ("<app><rdg>b</rdg></app>", "<p><rdg>b</rdg></p>", "a reading outside an entry"),
    ("<listApp><app/></listApp>", "<listApp><p>a</p></listApp>", "an apparatus holds entries"),
    ('<witness xml:id="T">a</witness>', "<witness>a</witness>", "a witness without a siglum"),
    ('<witDetail wit="#T">a</witDetail>', "<witDetail>a</witDetail>", "a detail of which witness?"),
    (
        '<variantEncoding method="double-end-point" location="external"/>',
        '<variantEncoding method="double" location="external"/>',
        "no such method",
    ),
    (
        '<variantEncoding method="double-end-point" location="external"/>',
        '<variantEncoding method="double-end-point"/>',
        "in the text or beside it?",
    ),
    # header
    (
        "<titleStmt><title>a</title></titleStmt>",
        "<titleStmt><author>a</author></titleStmt>",
        "no title",
    ),
    (
        '<licence target="https://example.org">a</licence>',
        "<licence>a</licence>",
        "a licence without its address",
    ),
    (
        '<availability status="free"><p/></availability>',
        '<availability status="open"><p/></availability>',
        "no such status",
    ),
    (
        '<change when="1989-08-22" who="#ed">a</change>',
        '<change when="1989-08-22">a</change>',
        "changed by whom?",
    ),
    (
        '<change when="1989-08-22" who="#ed">a</change>',
        '<change who="#ed">a</change>',
        "changed when?",
    ),
    ('<language ident="en">a</language>', "<language>English</language>", "which tag?"),
    (
        '<citeStructure match="//p" use="@n"/>',
        '<citeStructure unit="paragraph"/>',
        "cited by which number?",
    ),
    (
        '<prefixDef ident="reg" matchPattern=".+" replacementPattern="a.xml#$0"/>',
        '<prefixDef ident="reg:" matchPattern=".+" replacementPattern="a.xml#$0"/>',
        "the colon is no part of the prefix",
    ),
    (
        '<correspAction type="sent"><date when="1989"/></correspAction>',
        "<correspAction><date when='1989'/></correspAction>",
        "which act?",
    ),
    (
        "<msIdentifier><settlement>a</settlement><repository>b</repository></msIdentifier>",
        "<msIdentifier><repository>b</repository><settlement>a</settlement></msIdentifier>",
        "from the large to the small",
    ),
    # registers
    (
        '<person xml:id="a"><persName>a</persName></person>',
        "<person><persName>a</persName></person>",
        "nothing could point to it",
    ),
    (
        '<person xml:id="a"><persName>a</persName></person>',
        '<person xml:id="a"><birth/></person>',
        "a person without a name",
    ),
    (
        '<place xml:id="a"><placeName>a</placeName></place>',
        '<place xml:id="a"><location/></place>',
        "a place without a name",
    ),
    (
        '<place xml:id="a"><placeName>a</placeName></place>',
        '<place xml:id="a"><persName>a</persName></place>',
        "the wrong kind of name",
    ),
    (
        '<org xml:id="a"><orgName>a</orgName></org>',
        '<org xml:id="a"/>',
        "an organisation without a name",
    ),
    (
        '<event xml:id="a"><eventName>a</eventName></event>',
        "<event><eventName>a</eventName></event>",
        "nothing could point to it",
    ),
    (
        '<relation name="spouse" mutual="#a #b"/>',
        '<relation name="spouse" mutual="#a" active="#b"/>',
        "mutual and one-sided at once",
    ),
    ('<relation name="spouse" mutual="#a #b"/>', '<relation name="spouse"/>', "between whom?"),
    ("<geo>39.9 116.4</geo>", "<geo><num>39.9</num></geo>", "coordinates are plain text"),
]


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    return fragment_schema(ROOT / "tei" / "schema" / "edition.rng")


def _valid(snippet: str, schema: etree.RelaxNG) -> bool:
    parser = etree.XMLParser(collect_ids=False)
    parent = etree.fromstring(f'<x xmlns="{TEI[1:-1]}">{snippet}</x>', parser)
    return bool(schema.validate(parent[0]))


@pytest.mark.parametrize(("good", "bad", "reason"), ROWS, ids=[row[1] for row in ROWS])
def test_the_mistake_is_refused(good: str, bad: str, reason: str, schema: etree.RelaxNG) -> None:
    assert _valid(good, schema)
    assert not _valid(bad, schema), reason
