<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: with the number the edition gives them, at the foot of the page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:template match="tei:note[@v:n]" mode="content" priority="4" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="'\editionnote{' || @v:n || '}{'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- its own text holds no further mark -->
  <xsl:template match="v:line//tei:note[@v:n]" mode="content" priority="5" as="empty-sequence()"/>
</xsl:stylesheet>
