<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a mark at their place in the text, themselves at the foot of the page. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'note'][@v:n]" mode="content" as="text()*">
    <xsl:variable name="apart" as="xs:boolean" select="exists(preceding-sibling::node()[1][@v:is = 'note'])"/>
    <xsl:variable name="nests" as="xs:boolean" select="exists(descendant::*[@v:is = 'note'][@v:n])"/>
    <xsl:text>#note({t:arguments((t:string(@v:id), t:string(@v:n), 'apart: true'[$apart],
        'nests: true'[$nests]))})[</xsl:text>
    <xsl:call-template name="t:words">
      <xsl:with-param name="look" select="()" tunnel="yes"/>
    </xsl:call-template>
    <xsl:text>]</xsl:text>
  </xsl:template>
</xsl:stylesheet>
