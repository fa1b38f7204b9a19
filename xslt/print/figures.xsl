<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures and pictures: words stand for what the book cannot show. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'picture']" mode="content" as="text()*">
    <xsl:if test="not(../*/@v:is = 'figure-description')">
      <xsl:text>{t:curled(l:label('print.picture', (normalize-space()[. ne ''], string(@url))[1]))}</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[@v:is = 'picture'][@v:file]" mode="content" priority="1" as="text()+">
    <xsl:text>#shown({t:string(@v:file)}, {t:string((@v:alt, l:label('html.picture'))[1])}{
        ', within: true'[not(current()/../@v:is = 'figure')]})</xsl:text>
    <xsl:value-of select="normalize-space()[. ne ''] ! t:curled(' ' || l:label('print.picture', .))"/>
  </xsl:template>
</xsl:stylesheet>
