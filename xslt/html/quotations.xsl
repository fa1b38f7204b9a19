<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotations, glosses, words that are called so. Their quotation marks are those of the encoding. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these phrases -->
  <xsl:variable name="h:quotation-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'quotation': 'span', 'gloss': 'span', 'so-called': 'span' }"/>

  <!-- a quotation is set apart between blocks, and where it holds blocks -->
  <xsl:template match="*[@v:is = 'quotation']" mode="text" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="apart" as="xs:boolean"
        select="not($phrasing) and (@v:block or h:has-blocks(.))"/>
    <xsl:call-template name="h:phrase">
      <xsl:with-param name="classes" select="'tei-' || local-name(), 'quotation'[$apart]"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
