<?xml version="1.0" encoding="UTF-8"?>
<!-- Openings, closings and addresses: one paragraph, in which each part has a line like any block
     among words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- a part that follows another in the same line is set apart -->
  <xsl:template match="*[@v:parts]/*[v:is-part(.)]" mode="content" priority="30" as="text()*">
    <xsl:value-of select="'\editionspace{}'[v:follows-part(current())]"/>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
