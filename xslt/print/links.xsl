<?xml version="1.0" encoding="UTF-8"?>
<!-- References and pointers to the web. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'reference'][matches(@target, '^https?://')][normalize-space()]
      [t:is-run(.)][not(.//*/@v:is = ('note', 'reference', 'pointer')
                        or ancestor::*/@v:is = 'reference')]" mode="content" as="text()*">
    <xsl:text>#external({t:string(@target)})[</xsl:text>
    <xsl:call-template name="t:words"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="*[@v:is = 'pointer'][not(ancestor::*/@v:is = 'reference')]
      | *[@v:is = 'reference'][matches(@target, '^https?://')][not(normalize-space())]"
      mode="content" as="text()*">
    <xsl:for-each select="tokenize(@target)[matches(., '^https?://')]">
      <xsl:if test="position() gt 1">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:text>#address({t:string(.)})</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
