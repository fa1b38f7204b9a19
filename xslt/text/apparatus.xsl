<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus, after the text: each entry is its printed line with the place before it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <!-- each apparatus under its heading -->
  <xsl:function name="p:apparatuses" as="xs:string*">
    <xsl:param name="entries" as="element(tei:app)*"/>
    <xsl:for-each-group select="$entries" group-by="@v:series">
      <xsl:sort select="xs:integer(@v:rank)"/>
      <xsl:sequence select="
          p:titled(@v:title, current-group() ! p:apparatus-entry-line(.))"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- what is told by its place -->
  <xsl:template match="v:unit" mode="string" as="empty-sequence()"/>

  <xsl:function name="p:apparatus-entry-line" as="xs:string">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="
        string-join(($entry/@v:place ! ('[' || . || ']'),
                     replace(p:string($entry/v:printed-entry), '^ ', '')), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
