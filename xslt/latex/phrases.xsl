<?xml version="1.0" encoding="UTF-8"?>
<!-- Words within a line: what an element is leaves them as they are; how they look is said in
     renditions.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:template match="*" mode="content" priority="-1" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- what is said about the text is no part of it -->
  <xsl:template match="*[@v:is = 'silent']" mode="content" priority="40" as="empty-sequence()"/>
</xsl:stylesheet>
