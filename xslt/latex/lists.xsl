<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists: an item begins with its mark, else with a dash; a record made of parts is one line. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'item']" mode="blocks" as="text()*">
    <xsl:call-template name="x:paragraph">
      <xsl:with-param name="before" select="x:mark-of-item(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*[@v:is = 'item'][x:is-structure(.)]" mode="blocks" priority="2"
      as="text()*">
    <xsl:text expand-text="yes">\pstart{x:mark-of-item(.)}\pend&#10;</xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'item']" mode="content" priority="24" as="text()*">
    <xsl:value-of select="x:mark-of-item(.)"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="x:mark-of-item" as="xs:string">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="'\editionitem{' || (if ($item/@v:mark) then x:curled($item/@v:mark) else '–') || '}'"/>
  </xsl:function>

  <!-- the parts of a record are apart, also where the encoding has no white space between them -->
  <xsl:template match="*[@v:is = 'description']//*[preceding-sibling::node()[1]/self::*]"
      mode="content" priority="26" as="text()*">
    <xsl:value-of select="' '[x:is-part-of-record(current())]"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="x:is-part-of-record" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence
        select="$element/ancestor::*[@v:is = ('note', 'description')][1]/@v:is = 'description'"/>
  </xsl:function>
</xsl:stylesheet>
