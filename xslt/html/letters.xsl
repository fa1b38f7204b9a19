<?xml version="1.0" encoding="UTF-8"?>
<!-- Openings, closings, addresses and their lines. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these blocks -->
  <xsl:variable name="h:letter-tags" static="yes" as="map(xs:string, xs:string)" select="map {
      'opening': 'div', 'closing': 'div', 'address': 'div', 'letter-line': 'p' }"/>

  <!-- a part is set apart from the one before it where the encoding has no space -->
  <xsl:template match="*[@v:parts]/*[v:stands-apart(.)]" mode="text" priority="20"
      as="item()+">
    <xsl:text>{' '[not(v:follows-space(current()))]}</xsl:text>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
