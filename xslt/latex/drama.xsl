<?xml version="1.0" encoding="UTF-8"?>
<!-- Speeches: a speaker and a stage direction are set as is usual, unless the encoding says how.
     What is spoken is blocks like any other. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:variable name="x:look-of-drama" as="map(xs:string, xs:string)" static="yes"
      select="map { 'speaker': 'small-capitals', 'stage': 'italic' }"/>
</xsl:stylesheet>
