<?xml version="1.0" encoding="UTF-8"?>
<!-- A row is one line, its cells with tabs between them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'row']" mode="blocks" as="xs:string">
    <xsl:variable name="cells" as="xs:string*">
      <xsl:apply-templates select="*[@v:is = 'cell']" mode="single-line"/>
    </xsl:variable>
    <xsl:sequence select="string-join($cells, '&#9;')"/>
  </xsl:template>
</xsl:stylesheet>
