<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes, after the text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- a note with its number; its blocks, numbers left out, on lines of their own -->
  <xsl:mode name="note" on-no-match="fail"/>

  <xsl:template match="tei:note" mode="note" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:call-template name="v:runs"/>
    </xsl:variable>
    <xsl:sequence select="'(' || @v:n || ') ' || string-join($blocks[. ne ''], '&#10;    ')"/>
  </xsl:template>
</xsl:stylesheet>
