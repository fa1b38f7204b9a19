<?xml version="1.0" encoding="UTF-8"?>
<!-- Speeches and stage directions, each a `div`, or a `span` among words; speakers. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of blocks that are no `div` -->
  <xsl:variable name="h:drama-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'speaker': 'p' }"/>
</xsl:stylesheet>
