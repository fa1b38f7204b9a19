<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures: what they show, or else where they are, in words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'picture']" mode="content" as="text()*">
    <xsl:if test="@url and not(../*[@v:is = 'figure-description'])">
      <xsl:value-of select="x:curled(l:label('print.picture', string(@url)))"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
