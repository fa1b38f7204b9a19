<?xml version="1.0" encoding="UTF-8"?>
<!-- Verses that follow each other are one string of lines. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <!-- the current group: verses, and what stands between two of them as one line -->
  <xsl:template name="p:verses" as="xs:string">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each-group select="current-group()" group-adjacent="generate-id(.[@v:is = 'verse'])">
        <xsl:variable name="parts" as="xs:string+">
          <xsl:apply-templates select="current-group()" mode="single-line"/>
        </xsl:variable>
        <xsl:sequence select="if (current-grouping-key()) then string-join($parts) else p:trimmed(string-join($parts))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($lines[. ne ''] ! replace(., ' +$', ''), '&#10;')"/>
  </xsl:template>

  <!-- 1  a verse or a cell is one string, whatever stands in it
       2  so are words between verses
       Tunnel parameter: `numbered`. -->
  <xsl:mode name="single-line" on-no-match="fail"/>

  <xsl:template match="node()" mode="single-line" as="xs:string">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="if (@v:is = ('verse', 'cell')) then node() else ." mode="string"/>
    </xsl:variable>
    <xsl:sequence select="p:lines(string-join($words))"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'verse'][v:shows-number(.)]" mode="single-line" as="xs:string">
    <xsl:param name="numbered" as="xs:boolean" tunnel="yes"/>
    <xsl:variable name="line" as="xs:string"><xsl:next-match/></xsl:variable>
    <xsl:sequence select="('[' || @v:n || '] ')[$numbered and normalize-space($line)] || $line"/>
  </xsl:template>
</xsl:stylesheet>
