<?xml version="1.0" encoding="UTF-8"?>
<!-- Speeches and stage directions among words. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'speech']" mode="content" priority="3" as="text()*">
    <xsl:variable name="speakers" as="element()*" select="*[@v:is = 'speaker']"/>
    <xsl:text>&#10;#speech[</xsl:text>
    <xsl:apply-templates select="$speakers" mode="content"/>
    <xsl:text>][</xsl:text>
    <xsl:call-template name="t:words">
      <xsl:with-param name="content" select="node() except $speakers"/>
    </xsl:call-template>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[@v:is = 'speaker'][../@v:is = 'speech']" mode="content" priority="3"
      as="text()*">
    <xsl:call-template name="t:words"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'stage'][not(@v:block)][t:is-run(.)]" mode="content" as="text()*">
    <xsl:text>#emph[</xsl:text>
    <xsl:call-template name="t:words"/>
    <xsl:text>]</xsl:text>
  </xsl:template>
</xsl:stylesheet>
