<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of a lemma, a reading or a remark in one line, whatever blocks and lines they have. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- 1  a block is its content, between two edges; what holds a block is what it holds
       2  a line end of the source is a space
       3  everything else stays -->
  <xsl:mode name="inline" on-no-match="shallow-copy"/>

  <xsl:template match="*[@v:block or descendant::*/@v:block]" mode="inline" as="node()*">
    <xsl:sequence select="v:edge(.)"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="v:edge(.)"/>
  </xsl:template>

  <xsl:template match="tei:lb" mode="inline" priority="1" as="text()?">
    <xsl:sequence select="v:space('before'[v:divides(current())])"/>
  </xsl:template>

  <xsl:function name="v:edge" as="element(v:edge)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@v:block">
      <v:edge/>
    </xsl:if>
  </xsl:function>

  <!-- the line: where there are words on both sides of an edge a mark divides them -->
  <xsl:function name="v:inline" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="pieces" as="node()*">
      <xsl:apply-templates select="$nodes" mode="inline"/>
    </xsl:variable>
    <xsl:variable name="words" as="node()*" select="
        for $at in 1 to count($pieces)
        return $pieces[$at][not(self::text()) or normalize-space()
                            or empty(($pieces[$at - 1], $pieces[$at + 1])/self::v:edge)]"/>
    <xsl:for-each-group select="$words" group-adjacent="exists(self::v:edge)">
      <xsl:if test="current-grouping-key() and position() gt 1 and position() lt last()">
        <tei:pc v:is="generated" v:generated="separator"><xsl:value-of select="l:label('block.separator')"/></tei:pc>
      </xsl:if>
      <xsl:sequence select="current-group()[not(self::v:edge)]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- the words of a line, whose pieces are trees of their own: each by itself, in the order of the line -->
  <xsl:function name="v:words-of-line" as="xs:string*">
    <xsl:param name="line" as="node()*"/>
    <xsl:sequence select="
        tokenize(normalize-space(string-join(
          $line ! descendant-or-self::node()[self::text() or @v:is = 'space']
          ! (if (ancestor-or-self::*[@v:generated = 'separator' or @v:is = 'space']) then ' ' else string()))))"/>
  </xsl:function>

  <!-- whether only the line end divides the words before and after it -->
  <xsl:function name="v:divides" as="xs:boolean">
    <xsl:param name="line" as="element(tei:lb)"/>
    <xsl:sequence select="
        not($line/@break = 'no' or v:ends-with-space($line/preceding-sibling::node()[1])
            or v:starts-with-space($line/following-sibling::node()[1]))"/>
  </xsl:function>
</xsl:stylesheet>
