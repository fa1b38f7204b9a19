<?xml version="1.0" encoding="UTF-8"?>
<!-- Words within a line. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <!-- whatever words are: how they look is all that is seen of it -->
  <xsl:template match="*" mode="content" as="text()*">
    <xsl:call-template name="t:words"/>
  </xsl:template>

  <!-- what is said about the text is no part of reading it -->
  <xsl:template match="*[@v:is = 'silent']" mode="content" as="empty-sequence()"/>
</xsl:stylesheet>
