<?xml version="1.0" encoding="UTF-8"?>
<!-- What the outputs that are typeset ask of an element: does it stand on lines of its own, is it
     one run of words, has it quotation marks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- whether blocks stand here rather than words -->
  <xsl:function name="v:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
        exists($element/(self::tei:text | self::tei:front | self::tei:body | self::tei:back
          | self::tei:group | self::tei:floatingText | self::tei:div | self::tei:div1
          | self::tei:div2 | self::tei:div3 | self::tei:div4 | self::tei:div5 | self::tei:div6
          | self::tei:div7 | self::tei:titlePage | self::tei:sp | self::tei:epigraph
          | self::tei:argument | self::tei:postscript | self::tei:castList | self::tei:set
          | self::tei:performance | self::tei:listBibl))
        or exists($element/(tei:p | tei:ab | tei:lg | tei:l | tei:div | tei:sp | tei:list
          | tei:table | tei:head)) and not($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- whether an element stands on lines of its own wherever it is -->
  <xsl:function name="v:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/(self::tei:p | self::tei:ab | self::tei:lg | self::tei:l | self::tei:sp
          | self::tei:list | self::tei:listBibl | self::tei:listPerson | self::tei:listPlace
          | self::tei:listOrg | self::tei:listEvent | self::tei:listObject | self::tei:listNym
          | self::tei:table | self::tei:figure | self::tei:head | self::tei:opener
          | self::tei:closer | self::tei:castItem | self::tei:castGroup | self::tei:byline
          | self::tei:trailer | self::tei:figDesc | self::tei:docTitle | self::tei:titlePart
          | self::tei:docAuthor | self::tei:docImprint | self::tei:docDate
          | self::tei:docEdition | self::tei:imprimatur | self::tei:epigraph))
        or v:holds-blocks($element)"/>
  </xsl:function>

  <!-- whether an element can be marked as one run of words: in a PDF for all readers no emphasis
       and no link goes across paragraphs -->
  <xsl:function name="v:is-run" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        not(v:holds-blocks($element)) and (every $child in $element/(* except tei:note)
        satisfies not(v:is-block($child)) and v:is-run($child))"/>
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

  <!-- whether an opening, closing or address is made of parts alone -->
  <xsl:function name="v:holds-parts" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
        exists($element/(self::tei:opener | self::tei:closer | self::tei:address | self::tei:dateline))
        and not($element/text()[normalize-space()]) and not(v:holds-blocks($element))"/>
  </xsl:function>

  <!-- whether a line is broken before or after a part that stands among words; where the source
       breaks it, or the part before has done so, once is enough -->
  <xsl:function name="v:begins-line" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="node()?"
        select="$part/preceding-sibling::node()[normalize-space() or self::tei:lb][1]"/>
    <xsl:sequence select="
        not(v:holds-parts($part/..)) and exists($before)
        and not($before/(self::tei:lb | self::tei:dateline | self::tei:salute | self::tei:signed
                         | self::tei:address | self::tei:addrLine))"/>
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
        normalize-space($element) ne '' and not($element/(self::tei:note | self::tei:pc))"/>
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
