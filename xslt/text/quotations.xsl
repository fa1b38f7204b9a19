<?xml version="1.0" encoding="UTF-8"?>
<!-- Words with quotation marks, which stay straight: in plain text also those that are spoken of, which
     other outputs set in italics. Quotations and words that are called so have those of the encoding. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = ('gloss', 'mention')][not(@v:block)]" mode="string"
      as="xs:string+">
    <xsl:sequence select="'&quot;'"/>
    <xsl:apply-templates mode="string"/>
    <xsl:sequence select="'&quot;'"/>
  </xsl:template>
</xsl:stylesheet>
