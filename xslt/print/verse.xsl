<?xml version="1.0" encoding="UTF-8"?>
<!-- Verses; a stanza is no more than a block. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'verse']" mode="content" priority="3" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="
          'verse(' || t:arguments((t:argument('n', @v:n), 'shown: true'[current()/@v:shown])) || ')'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
