<?xml version="1.0" encoding="UTF-8"?>
<!-- Code: lines of a program or of markup. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <!-- its quotation marks are signs of the code -->
  <xsl:template match="*[@v:is = 'code']/text()" mode="content" priority="1" as="text()?">
    <xsl:value-of select="t:markup(.)"/>
  </xsl:template>
</xsl:stylesheet>
