<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of the source and spaces. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <!-- a break between words has no words of its own; the lines of the source are those of the text,
       in prose too, but for the end of a line that divides a word -->
  <xsl:template match="*[@v:break = 'line'][not(@v:within-word)]" mode="string" as="xs:string?">
    <xsl:sequence select="'&#10;'[not(v:begins-block(current()))]"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'space']" mode="string" as="xs:string?">
    <xsl:sequence select="' '[v:is-only-space(current())]"/>
  </xsl:template>
</xsl:stylesheet>
