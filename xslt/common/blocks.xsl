<?xml version="1.0" encoding="UTF-8"?>
<!-- What the outputs that are typeset ask of an element: is it one run of words, of what lines is an
     opening made, has it quotation marks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- whether an element can be marked as one run of words: in a PDF for all readers no emphasis
       and no link goes across paragraphs -->
  <xsl:function name="v:is-run" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        not($element/@v:block = 'blocks')
        and (every $child in $element/*[not(@v:is = 'note')]
             satisfies not($child/@v:block) and v:is-run($child))"/>
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
