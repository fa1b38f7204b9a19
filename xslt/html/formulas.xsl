<?xml version="1.0" encoding="UTF-8"?>
<!-- Formulas: their notation, where browsers can show it. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:mathml]" mode="text" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., 'tei-' || local-name())"/>
      <xsl:sequence select="parse-xml-fragment(@v:mathml)/*"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
