<?xml version="1.0" encoding="UTF-8"?>
<!-- The quotation marks that the edition adds; the model says where. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:function name="v:opening-mark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        l:label(if ($element/@v:marks eq 'inner') then 'quote.inner.open' else 'quote.open')"/>
  </xsl:function>

  <xsl:function name="v:closing-mark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        l:label(if ($element/@v:marks eq 'inner') then 'quote.inner.close' else 'quote.close')"/>
  </xsl:function>
</xsl:stylesheet>
