<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables: a row is a line, its cells apart. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'cell'][preceding-sibling::*[@v:is = 'cell']]" mode="content"
      priority="24" as="text()*">
    <xsl:text>\editioncell{}</xsl:text>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
