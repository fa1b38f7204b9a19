<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of the text as paragraphs of plain text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- the blocks below an element, each a string; `numbered` sets their numbers before them -->
  <xsl:function name="v:blocks" as="xs:string*">
    <xsl:param name="parent" as="element()?"/>
    <xsl:param name="numbered" as="xs:boolean"/>
    <xsl:apply-templates select="$parent" mode="blocks">
      <xsl:with-param name="numbered" tunnel="yes" select="$numbered"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- 1  an element that holds blocks and no text of its own gives the blocks of its children
       2  any other element gives one string, its line breaks kept
       3  notes are printed elsewhere -->
  <xsl:mode name="blocks" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:variable name="v:block-names" as="xs:string*" select="tokenize('
      p ab lg l div div1 div2 div3 head list item label sp table row body front back text group
      quote floatingText listBibl bibl docTitle titlePart byline docImprint argument castList
      castItem castGroup figDesc')"/>

  <xsl:template match="tei:*" mode="blocks" priority="-1" as="xs:string*">
    <xsl:sequence select="v:string(.)"/>
  </xsl:template>

  <xsl:template match="tei:*[v:holds-blocks(.)]" mode="blocks" priority="0" as="xs:string*">
    <xsl:apply-templates select="tei:*" mode="#current"/>
  </xsl:template>

  <xsl:function name="v:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/tei:*/local-name() = $v:block-names
        and empty($element/text()[normalize-space() ne ''])"/>
  </xsl:function>

  <xsl:template match="tei:note | tei:listApp | tei:teiHeader" mode="blocks" priority="1"/>

  <xsl:template match="tei:p[@v:n] | tei:ab[@v:n]" mode="blocks" as="xs:string*">
    <xsl:param name="numbered" as="xs:boolean" tunnel="yes"/>
    <xsl:sequence select="if ($numbered) then '[' || @v:n || '] ' || v:string(.) else v:string(.)"/>
    <xsl:apply-templates select="v:inner-blocks(.)" mode="#current"/>
  </xsl:template>

  <!-- verses that follow each other are one string of lines -->
  <xsl:template match="tei:lg[tei:l]" mode="blocks" as="xs:string*">
    <xsl:for-each-group select="* | text()[normalize-space()]"
        group-adjacent="exists(self::tei:l | self::tei:seg | self::tei:anchor | self::text())">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:sequence select="string-join(current-group() ! v:line-of-verse(.), '&#10;')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()" mode="#current"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="v:line-of-verse" as="xs:string?">
    <xsl:param name="line" as="node()"/>
    <xsl:sequence select="
        if ($line[self::tei:l]) then v:string($line) else normalize-space($line)[. ne '']"/>
  </xsl:function>

  <xsl:template match="tei:row" mode="blocks" priority="0.5" as="xs:string">
    <xsl:sequence select="string-join(tei:cell ! v:string(.), '&#9;')"/>
  </xsl:template>

  <xsl:template match="tei:item" mode="blocks" priority="0.5" as="xs:string*">
    <xsl:sequence select="'- ' || v:string(.)"/>
    <xsl:apply-templates select="v:inner-blocks(.)" mode="#current"/>
  </xsl:template>

  <!-- blocks within a block that holds text itself: they follow it -->
  <xsl:function name="v:inner-blocks" as="element()*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block/(tei:list | tei:lg | tei:table | tei:floatingText)"/>
  </xsl:function>
</xsl:stylesheet>
