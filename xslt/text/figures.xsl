<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures: what they show, or else what they are called, in words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'figure-description']" mode="blocks" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:call-template name="p:block"/>
    </xsl:variable>
    <xsl:sequence select="l:label('print.picture', string-join($blocks[. ne ''], ' '))"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'picture'][@url]" mode="string" as="xs:string?">
    <xsl:if test="not(../*/@v:is = 'figure-description')">
      <xsl:sequence select="l:label('print.picture', (normalize-space()[. ne ''], string(@url))[1])"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
