<?xml version="1.0" encoding="UTF-8"?>
<!-- Openings, closings and addresses: one paragraph, in which each part has a line like any block
     among words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- what a date line holds besides words is often written without white space; `dateline` alone,
       since the parts of an address or a signature have their own -->
  <xsl:template match="tei:dateline[not(text()[normalize-space()])]/*[x:is-part(.)]" mode="content"
      priority="30" as="text()*">
    <xsl:value-of select="
        '\editionspace{}'[current()[preceding-sibling::*[x:is-part(.)]]
                                    [not(preceding-sibling::*[1]/self::tei:lb)]]"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="x:is-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        normalize-space($element) and not($element/@v:is = 'note' or $element/self::tei:pc)"/>
  </xsl:function>
</xsl:stylesheet>
