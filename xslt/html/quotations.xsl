<?xml version="1.0" encoding="UTF-8"?>
<!-- Words with quotation marks, and quotations that are set apart. -->
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

  <!-- the words of an element between the marks that it gets -->
  <xsl:template name="h:words" as="item()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="marked" as="xs:boolean" select="@v:marks = ('outer', 'inner')"/>
    <xsl:if test="$marked">
      <span class="quotation-mark">{v:opening-mark(.)}</span>
    </xsl:if>
    <xsl:apply-templates mode="text"/>
    <xsl:if test="$marked">
      <span class="quotation-mark">{v:closing-mark(.)}</span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[@v:marks = ('outer', 'inner')]" mode="plain" as="item()+">
    <xsl:text>{v:opening-mark(.)}</xsl:text>
    <xsl:next-match/>
    <xsl:text>{v:closing-mark(.)}</xsl:text>
  </xsl:template>

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
