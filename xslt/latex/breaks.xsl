<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of the source and spaces. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'break']" mode="content" as="empty-sequence()"/>

  <xsl:template match="tei:pb[@v:is = 'break']" mode="content" priority="1" as="text()">
    <xsl:value-of select="'\editionpage{' || x:escape(@n) || '}'"/>
  </xsl:template>

  <xsl:template match="tei:lb[@v:is = 'break']" mode="content" priority="1" as="text()?">
    <xsl:value-of select="
        if (x:breaks-line(.)) then '\editionbreak{}' else ' '[not(current()/@break = 'no')]"/>
  </xsl:template>

  <!-- whether a line of the source is one of ours: not in prose, as which `ab` does not count, for it
       holds the lines of inscriptions; a word that a break divides is whole again -->
  <xsl:function name="x:breaks-line" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        exists($node/self::tei:lb[not(@break = 'no')])
        and empty($node/(ancestor::tei:p | ancestor::*[@v:is = 'note'] | ancestor::v:printed-entry))"/>
  </xsl:function>

  <xsl:template match="*[@v:is = 'space']" mode="content" as="text()">
    <xsl:text>\editionspace{}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
