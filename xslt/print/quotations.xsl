<?xml version="1.0" encoding="UTF-8"?>
<!-- Words with quotation marks, and quotations in blocks. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:marks = ('outer', 'inner')]" mode="content" priority="2" as="text()*">
    <xsl:text>{t:markup(v:opening-mark(.))}</xsl:text>
    <xsl:call-template name="t:words"/>
    <xsl:text>{t:markup(v:closing-mark(.))}</xsl:text>
  </xsl:template>

  <xsl:template match="*[@v:marks = ('outer', 'inner')]" mode="short" as="text()*">
    <xsl:text>{t:markup(v:opening-mark(.))}</xsl:text>
    <xsl:next-match/>
    <xsl:text>{t:markup(v:closing-mark(.))}</xsl:text>
  </xsl:template>

  <!-- what is quoted with its source in a block stands in that block -->
  <xsl:template match="*[@v:is = 'quotation'][@v:block]/*[@v:is = 'quotation'][@v:block]
      [not(../text()[normalize-space()])]" mode="content" priority="2" as="text()*">
    <xsl:call-template name="t:words"/>
  </xsl:template>
</xsl:stylesheet>
