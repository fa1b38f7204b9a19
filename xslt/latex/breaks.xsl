<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of the source and spaces. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'break']" mode="content" as="empty-sequence()"/>

  <xsl:template match="*[@v:break = 'page']" mode="content" priority="1" as="text()">
    <xsl:value-of select="'\editionpage{' || x:escape(@n) || '}'"/>
  </xsl:template>

  <xsl:template match="*[@v:break = 'line']" mode="content" priority="1" as="text()?">
    <xsl:value-of select="
        if (v:keeps-line(.)) then '\editionbreak{}' else ' '[not(current()/@v:within-word)]"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'space']" mode="content" as="text()">
    <xsl:text>\editionspace{}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
