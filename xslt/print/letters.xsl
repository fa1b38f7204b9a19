<?xml version="1.0" encoding="UTF-8"?>
<!-- Openings, closings, addresses and their lines. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <xsl:variable name="t:letter-calls" static="yes" as="map(xs:string, xs:string)"
      select="map { 'opening': 'opener', 'closing': 'closer' }"/>

  <xsl:template match="*[@v:is = ('opening', 'closing')]" mode="content" as="text()*">
    <xsl:text>&#10;#{$t:letter-calls(@v:is)}[</xsl:text>
    <xsl:call-template name="t:placed-words"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- a closing has a place of its own, which gives way to the one it is given -->
  <xsl:template name="t:placed-words" as="text()*">
    <xsl:text>{t:look(t:placing(.))}</xsl:text>
    <xsl:call-template name="t:words"/>
    <xsl:text>{']'[exists(t:placing(current()))]}</xsl:text>
  </xsl:template>

  <!-- the closing of a paragraph is set with it, so that it never stands alone on a page -->
  <xsl:mode name="closing" on-no-match="fail"/>

  <xsl:template match="*" mode="closing" as="text()*">
    <xsl:text>#closing[</xsl:text>
    <xsl:call-template name="t:placed-words"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="*[@v:is = 'closing'][t:closes(preceding-sibling::*[1])]" mode="content"
      priority="25" as="empty-sequence()"/>

  <xsl:function name="t:closes" as="xs:boolean">
    <xsl:param name="paragraph" as="element()?"/>
    <xsl:sequence select="
        exists($paragraph[@v:is = 'paragraph'][@v:n][@v:block eq 'words'])"/>
  </xsl:function>

  <!-- a line among words; between blocks it is a block, in an opening that holds nothing else a part -->
  <xsl:template match="*[@v:is = ('letter-line', 'address')]" mode="content" as="text()*">
    <xsl:variable name="apart" as="xs:boolean"
        select="../@v:block eq 'blocks' and not(t:has-lines(..))"/>
    <xsl:value-of select="'#source-line()'[t:begins-line(current())][not($apart)]"/>
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'unit'[$apart]"/>
    </xsl:call-template>
    <xsl:value-of select="'#source-line()'[t:ends-line(current())][not($apart)]"/>
  </xsl:template>

  <!-- the parts of a date line -->
  <xsl:template match="*[@v:parts]/*[v:stands-apart(.)][t:holds-parts(..)]" mode="content"
      priority="30" as="text()*">
    <xsl:text>#blank({'signs: 1fr'[t:placing(current()) = 'right']})</xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- the parts of an opening, a closing or an address: a line each; where the source breaks the line
       itself, once is enough -->
  <xsl:template match="*[../@v:is = ('opening', 'closing', 'address')][t:is-part(.)]"
      mode="content" priority="30" as="text()*">
    <xsl:variable name="goes-on" as="xs:boolean" select="
        t:has-lines(..) and exists(preceding-sibling::*[t:is-part(.)])
        and not(preceding-sibling::*[1]/@v:break = 'line')"/>
    <xsl:value-of select="'#source-line()'[$goes-on]"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="t:is-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        normalize-space($element) ne ''
        and not($element/@v:is = ('note', 'punctuation', 'generated', 'silent'))"/>
  </xsl:function>

  <!-- whether the parts of an element are lines of one paragraph: none has a place of its own -->
  <xsl:function name="t:has-lines" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        t:holds-parts($element)
        and ($element/@v:is = 'letter-line' or empty($element/*[exists(t:placing(.))]))"/>
  </xsl:function>

  <!-- whether an opening, closing or address is made of parts alone, and no blocks; or a date line,
       whose parts stand apart in their line -->
  <xsl:function name="t:holds-parts" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
        exists($element[@v:is = ('opening', 'closing', 'address')][@v:block = 'blocks']
               | $element[@v:parts])
        and not($element/*/@v:is = ('paragraph', 'verse', 'stanza', 'speech', 'list', 'table',
                                    'heading', 'subheading', 'caption'))"/>
  </xsl:function>

  <!-- whether a line is broken before or after a part that stands among words; where the source
       breaks it, or the part before has done so, once is enough -->
  <xsl:function name="t:begins-line" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="node()?"
        select="$part/preceding-sibling::node()[normalize-space() or @v:break = 'line'][1]"/>
    <xsl:sequence select="
        not(t:holds-parts($part/..)) and exists($before)
        and not($before[@v:break = 'line' or @v:is = ('letter-line', 'address')])"/>
  </xsl:function>

  <xsl:function name="t:ends-line" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="after" as="node()?"
        select="$part/following-sibling::node()[normalize-space() or @v:break = 'line'][1]"/>
    <xsl:sequence
        select="not(t:holds-parts($part/..)) and exists($after) and not($after/@v:break = 'line')"/>
  </xsl:function>
</xsl:stylesheet>
