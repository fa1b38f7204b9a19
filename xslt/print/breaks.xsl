<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of the source, and spaces. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <!-- a word that a break divides is whole again -->
  <xsl:template match="*[@v:is = 'break']" mode="content" priority="-0.2" as="text()">
    <xsl:text>#source-page({t:string((@v:says, @n)[1])})</xsl:text>
  </xsl:template>

  <!-- a division or a stanza has its number on a line of its own -->
  <xsl:template match="*[@v:break = 'section']" mode="content" as="text()?">
    <xsl:value-of select="
        @v:says ! ('#source-section(' || 'alone: true, '[current()/../@v:block = 'blocks'] || t:string(.) || ')')"/>
  </xsl:template>

  <xsl:template match="*[@v:break = 'page']" mode="content" as="text()">
    <xsl:text>#source-page({t:string(@n)})</xsl:text>
  </xsl:template>

  <xsl:template match="*[@v:break = 'line']" mode="content" as="text()">
    <xsl:value-of separator="" select="
        if (v:keeps-line(.)) then '#source-line()' else ' '[not(current()/@v:within-word)],
        @v:says ! ('#source-line-number(' || t:string(../@n) || ')')"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'space']" mode="content" as="text()">
    <xsl:text>#blank({@quantity[. castable as xs:integer][matches(../@unit, '^(char|sign|letter)')] ! ('signs: ' || .)})</xsl:text>
  </xsl:template>
</xsl:stylesheet>
