<?xml version="1.0" encoding="UTF-8"?>
<!-- Words within a line. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these phrases -->
  <xsl:variable name="h:word-tags" static="yes" as="map(xs:string, xs:string)" select="map {
      'phrase': 'span', 'passage': 'span', 'punctuation': 'span', 'name': 'span', 'place': 'span', 'date': 'span', 'title': 'cite', 'emphasis': 'em', 'foreign': 'i',
      'mention': 'span', 'deletion': 'del', 'code': 'code', 'unknown': 'span' }"/>

  <!-- HTML's own element for titles says all -->
  <xsl:template match="*[@v:is = 'title']" mode="text" as="element()">
    <xsl:call-template name="h:phrase"><xsl:with-param name="classes" select="()"/></xsl:call-template>
  </xsl:template>

  <!-- a letter or bracket that stands in no source -->
  <xsl:template match="*[@v:is = 'generated']" mode="text" as="element()">
    <span class="generated {@v:generated}"><xsl:apply-templates mode="text"/></span>
  </xsl:template>

  <!-- statements about the text are no part of it -->
  <xsl:template match="*[@v:is = 'silent']" mode="text" as="empty-sequence()"/>

  <xsl:template match="comment() | processing-instruction()" mode="text" as="empty-sequence()"/>
</xsl:stylesheet>
