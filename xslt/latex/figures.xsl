<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures: themselves, or what they show, or else where they are, in words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'picture']" mode="content" as="text()*">
    <xsl:if test="@url and not(../*[@v:is = 'figure-description'])">
      <xsl:value-of select="x:curled(l:label('print.picture', (normalize-space()[. ne ''], string(@url))[1]))"/>
    </xsl:if>
  </xsl:template>

  <!-- LaTeX includes no other kinds -->
  <xsl:template match="*[@v:is = 'picture'][matches(@v:file, '\.(png|jpe?g)$', 'i')]" mode="content"
      priority="1" as="text()">
    <xsl:value-of select="
        '\editionpicture{' || @v:file || '}' || normalize-space()[. ne ''] ! x:curled(' ' || l:label('print.picture', .))"/>
  </xsl:template>
</xsl:stylesheet>
