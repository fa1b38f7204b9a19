<?xml version="1.0" encoding="UTF-8"?>
<!-- What numbers the lines of a printed text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what numbers the lines that entries are keyed by: if the settings do not say it, the source,
       where most entries stand in verses, and else each page -->
  <xsl:function name="v:line-numbering" as="xs:string">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:param name="settings" as="map(xs:string, item()*)"/>
    <xsl:variable name="entries" as="element(tei:app)*" select="v:entries-by-line($document)"/>
    <xsl:variable name="verses" as="xs:string*"
        select="$document/tei:text//tei:l[@v:n] ! string(@v:id)"/>
    <xsl:sequence select="
        if (exists($settings?print?numbering)) then $settings?print?numbering
        else if (2 * count($entries[@v:begins-in = $verses]) gt count($entries)) then 'source'
        else 'page'"/>
  </xsl:function>

  <!-- the entries that stand in the text -->
  <xsl:function name="v:entries-by-line" as="element(tei:app)*">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:sequence
        select="$document/tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app[@v:from]"/>
  </xsl:function>
</xsl:stylesheet>
