<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists: an item begins with a dash; a record made of parts is one line. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'item']" mode="blocks" as="text()*">
    <xsl:call-template name="x:paragraph">
      <xsl:with-param name="before" select="'\editionitem{}'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*[@v:is = 'item'][x:is-structure(.)]" mode="blocks" priority="2"
      as="text()*">
    <xsl:text>\pstart\editionitem{}\pend&#10;</xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'item']" mode="content" priority="24" as="text()*">
    <xsl:text>\editionitem{}</xsl:text>
    <xsl:next-match/>
  </xsl:template>

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
