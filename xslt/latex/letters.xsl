<?xml version="1.0" encoding="UTF-8"?>
<!-- Openings, closings and addresses: one paragraph, in which each part has a line like any block
     among words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- a part is set apart from the one before it in the same line -->
  <xsl:template match="*[@v:parts]/*[v:stands-apart(.)]" mode="content" priority="30" as="text()*">
    <xsl:text>\editionspace{}</xsl:text>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
