<?xml version="1.0" encoding="UTF-8"?>
<!-- Words with quotation marks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:marks = ('outer', 'inner')]" mode="content" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="x:escape(v:opening-mark(.))"/>
      <xsl:with-param name="after" select="x:escape(v:closing-mark(.))"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
