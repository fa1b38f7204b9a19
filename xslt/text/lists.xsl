<?xml version="1.0" encoding="UTF-8"?>
<!-- Items begin with a dash, unless they are empty; a record made of parts is one line. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'item']" mode="blocks" as="xs:string*">
    <xsl:if test="normalize-space() or .//*[@v:is = 'picture']">
      <xsl:call-template name="p:block">
        <xsl:with-param name="before" select="'- '"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[@v:is = 'description']" mode="blocks" as="xs:string">
    <xsl:sequence select="v:description(.)"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'description']" mode="string" as="xs:string">
    <xsl:sequence select="v:description(.)"/>
  </xsl:template>
</xsl:stylesheet>
