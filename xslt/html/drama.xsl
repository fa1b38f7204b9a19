<?xml version="1.0" encoding="UTF-8"?>
<!-- Speeches, speakers and stage directions. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these blocks -->
  <xsl:variable name="h:drama-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'speech': 'div', 'speaker': 'p' }"/>

  <!-- the HTML elements of these phrases, which are blocks between blocks -->
  <xsl:variable name="h:stage-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'stage': 'span' }"/>
</xsl:stylesheet>
