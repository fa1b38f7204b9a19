<?xml version="1.0" encoding="UTF-8"?>
<!-- Verses that follow each other are one string of lines. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'verse'][v:shows-number(.)]" mode="blocks" as="xs:string*">
    <xsl:param name="numbered" as="xs:boolean" tunnel="yes"/>
    <xsl:call-template name="p:block">
      <xsl:with-param name="before" select="('[' || @v:n || '] ')[$numbered], ''[not($numbered)]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*[@v:is = 'verse'][v:shows-number(.)]" mode="single-line" as="xs:string">
    <xsl:param name="numbered" as="xs:boolean" tunnel="yes"/>
    <xsl:variable name="line" as="xs:string"><xsl:next-match/></xsl:variable>
    <xsl:sequence select="('[' || @v:n || '] ')[$numbered and normalize-space($line)] || $line"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'stanza'][*/@v:is = 'verse']" mode="blocks" as="xs:string*">
    <xsl:for-each-group select="* | text()[normalize-space()]"
        group-adjacent="@v:is = 'verse' or not(p:stands-apart(.))">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:variable name="lines" as="xs:string*">
            <xsl:apply-templates select="current-group()" mode="single-line"/>
          </xsl:variable>
          <xsl:sequence select="string-join($lines[. ne ''], '&#10;')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()" mode="blocks"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>
</xsl:stylesheet>
