<?xml version="1.0" encoding="UTF-8"?>
<!-- Openings, closings and addresses: their lines follow each other without an empty one. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = ('opening', 'closing', 'address')]" mode="blocks" as="xs:string">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:call-template name="p:block"/>
    </xsl:variable>
    <xsl:sequence select="string-join($lines[. ne ''], '&#10;')"/>
  </xsl:template>

  <!-- a part is set apart from the one before it where the encoding has no space -->
  <xsl:template match="*[@v:parts]/*[v:stands-apart(.)]" mode="string" priority="20"
      as="xs:string*">
    <xsl:sequence select="' '[not(v:follows-space(current()))]"/>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
