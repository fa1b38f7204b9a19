<?xml version="1.0" encoding="UTF-8"?>
<!-- What the outputs that are typeset ask of an element: does it stand on lines of its own, is it
     one run of words, has it quotation marks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- elements that hold blocks, never words -->
  <xsl:variable name="v:frames" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('
      text front body back group floatingText div div1 div2 div3 div4 div5 div6 div7 titlePage sp
      epigraph argument postscript castList set performance listBibl') ! map { . : true() })"/>

  <!-- elements that make whatever holds them, and no words of its own, hold blocks -->
  <xsl:variable name="v:units" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('p ab lg l div sp list table head') ! map { . : true() })"/>

  <!-- elements on lines of their own wherever they stand -->
  <xsl:variable name="v:blocks" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('
      p ab lg l sp list listBibl listPerson listPlace listOrg listEvent listObject listNym table
      figure head opener closer castItem castGroup byline trailer figDesc docTitle titlePart
      docAuthor docImprint docDate docEdition imprimatur epigraph') ! map { . : true() })"/>

  <!-- whether blocks stand here rather than words -->
  <xsl:function name="v:holds-blocks" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
        exists($element/self::tei:*[map:contains($v:frames, local-name())])
        or exists($element/tei:*[map:contains($v:units, local-name())])
           and not($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- whether an element stands on lines of its own wherever it is -->
  <xsl:function name="v:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/self::tei:*[map:contains($v:blocks, local-name())])
        or v:holds-blocks($element)"/>
  </xsl:function>

  <!-- whether an element can be marked as one run of words: in a PDF for all readers no emphasis
       and no link goes across paragraphs -->
  <xsl:function name="v:is-run" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        not($element/@v:block = 'blocks')
        and (every $child in $element/*[not(@v:is = 'note')]
             satisfies not($child/@v:block) and v:is-run($child))"/>
  </xsl:function>

  <!-- whether a heading is that of its division -->
  <xsl:function name="v:is-section" as="xs:boolean">
    <xsl:param name="head" as="element(tei:head)"/>
    <xsl:sequence select="
        exists($head/parent::*[self::tei:front or self::tei:body or self::tei:back
          or self::tei:group or matches(local-name(), '^div[1-7]?$')])
        and not($head/preceding-sibling::tei:head)
        and normalize-space($head)
        and empty($head/ancestor::tei:floatingText)"/>
  </xsl:function>

  <!-- whether an opening, closing or address is made of parts alone, and no blocks; or a date line,
       whose parts stand apart in their line -->
  <xsl:function name="v:holds-parts" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
        exists($element[@v:is = ('opening', 'closing', 'address')][@v:block = 'blocks']
               | $element[self::tei:dateline][not(text()[normalize-space()])])
        and not($element/*/@v:is = ('paragraph', 'verse', 'stanza', 'speech', 'list', 'table',
                                    'heading', 'subheading', 'caption'))"/>
  </xsl:function>

  <!-- whether a line is broken before or after a part that stands among words; where the source
       breaks it, or the part before has done so, once is enough -->
  <xsl:function name="v:begins-line" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="node()?"
        select="$part/preceding-sibling::node()[normalize-space() or self::tei:lb][1]"/>
    <xsl:sequence select="
        not(v:holds-parts($part/..)) and exists($before)
        and not($before[self::tei:lb or @v:is = ('letter-line', 'address')])"/>
  </xsl:function>

  <xsl:function name="v:ends-line" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="after" as="node()?"
        select="$part/following-sibling::node()[normalize-space() or self::tei:lb][1]"/>
    <xsl:sequence
        select="not(v:holds-parts($part/..)) and exists($after) and not($after/self::tei:lb)"/>
  </xsl:function>

  <xsl:function name="v:is-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        normalize-space($element) ne ''
        and not($element[self::tei:pc or @v:is = ('note', 'generated', 'silent')])"/>
  </xsl:function>

  <!-- whether quotation marks stand at the edges of an element, inside or outside -->
  <xsl:function name="v:is-quoted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="marks" as="xs:string" select="'[&quot;''«»‹›„“”‚‘’]'"/>
    <xsl:variable name="before" as="xs:string"
        select="string($element/preceding-sibling::node()[1][self::text()])"/>
    <xsl:sequence select="
        matches(normalize-space($element), '^[\[(⟨—–-]?\s?' || $marks)
        or matches(normalize-space($element), $marks || '[.,;:!?]?$')
        or matches($before, $marks || '\s*$')"/>
  </xsl:function>
</xsl:stylesheet>
