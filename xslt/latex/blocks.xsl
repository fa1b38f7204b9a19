<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, tables, drama and pictures, as paragraphs; and any block that stands among words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:template match="tei:item" mode="blocks" as="text()*">
    <xsl:call-template name="x:paragraph">
      <xsl:with-param name="before" select="'\editionitem{}'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:item[v:holds-blocks(.)]" mode="blocks" priority="2" as="text()*">
    <xsl:text>\pstart\editionitem{}\pend&#10;</xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="tei:speaker" mode="blocks" as="text()*">
    <xsl:call-template name="x:paragraph">
      <xsl:with-param name="before" select="'\textsc{'"/>
      <xsl:with-param name="after" select="'}'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:stage" mode="blocks" as="text()*">
    <xsl:call-template name="x:paragraph">
      <xsl:with-param name="before" select="'\textit{'"/>
      <xsl:with-param name="after" select="'}'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- among words a block has lines of its own -->
  <xsl:template match="*[v:is-block(.) or self::tei:item or self::tei:row]
      | tei:text//tei:witness | tei:text//tei:listWit" mode="content" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="if (x:opens(.)) then '' else '\editionbreak{}'"/>
      <xsl:with-param name="after" select="if (x:goes-on(.)) then '\editionbreak{}' else ''"/>
    </xsl:call-template>
  </xsl:template>

  <!-- whether words follow a block, and no block that begins a line itself -->
  <xsl:function name="x:goes-on" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="next" as="node()?"
        select="$block/following-sibling::node()[normalize-space()][not(self::tei:note)][1]"/>
    <xsl:sequence select="
        exists($next)
        and not($next/(self::tei:item | self::tei:row | self::tei:witness | self::tei:listWit))
        and not($next[self::*] ! v:is-block(.))"/>
  </xsl:function>

  <xsl:template match="tei:item" mode="content" priority="2" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before"
          select="'\editionbreak{}'[not(x:opens(current()))] || '\editionitem{}'"/>
      <xsl:with-param name="after" select="if (x:goes-on(.)) then '\editionbreak{}' else ''"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:cell[preceding-sibling::tei:cell]" mode="content" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="'\editioncell{}'"/>
      <xsl:with-param name="after" select="''"/>
    </xsl:call-template>
  </xsl:template>

  <!-- whether a block is the first thing in its parent -->
  <xsl:function name="x:opens" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence
        select="normalize-space(string-join($block/preceding-sibling::node())) eq ''"/>
  </xsl:function>

  <xsl:template match="tei:graphic | tei:media" mode="content" as="text()*">
    <xsl:if test="not(../tei:figDesc)">
      <xsl:value-of select="x:curled(l:label('print.picture', string(@url)))"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
