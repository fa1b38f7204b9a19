<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of the source, and spaces. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <!-- other breaks are not shown; a word that one divides is whole again -->
  <xsl:template match="*[@v:is = 'break']" mode="content" priority="-0.2"
      as="empty-sequence()"/>

  <xsl:template match="*[@v:break = 'page']" mode="content" as="text()">
    <xsl:text>#source-page({t:string(@n)})</xsl:text>
  </xsl:template>

  <xsl:template match="*[@v:break = 'line'][not(@v:within-word)]" mode="content" as="text()">
    <xsl:text>{if (v:keeps-line(.)) then '#source-line()' else ' '}</xsl:text>
  </xsl:template>

  <xsl:template match="*[@v:is = 'space']" mode="content" as="text()">
    <xsl:text>#blank()</xsl:text>
  </xsl:template>
</xsl:stylesheet>
