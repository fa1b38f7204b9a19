<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: with the number the edition gives them, at the foot of the page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'note'][@v:n]" mode="content" priority="4" as="text()*">
    <xsl:variable name="look" as="xs:string*" select="x:look(.)"/>
    <xsl:variable name="open" as="xs:string*"
        select="x:own-language(.) ! ('\foreignlanguage{' || . || '}{'), x:commands($look)"/>
    <xsl:value-of separator="" select="
        '\editionapart{}'[current()/preceding-sibling::node()[1]/@v:is = 'note'],
        '\editionnote{' || @v:n || '}{', $open"/>
    <xsl:apply-templates mode="content">
      <xsl:with-param name="capitals" tunnel="yes" select="$look = 'capitals'"/>
    </xsl:apply-templates>
    <xsl:value-of select="$open ! '}', '}'" separator=""/>
  </xsl:template>

  <!-- its own text holds no further mark -->
  <xsl:template match="v:printed-entry//*[@v:is = 'note'][@v:n]" mode="content" priority="41"
      as="empty-sequence()"/>
</xsl:stylesheet>
