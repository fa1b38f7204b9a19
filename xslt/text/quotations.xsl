<?xml version="1.0" encoding="UTF-8"?>
<!-- Words with quotation marks, which are straight, as are those that the encoding has. Plain text alone
     sets those in marks, too, that other outputs set in italics instead. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:marks]" mode="string" priority="2" as="xs:string+">
    <xsl:sequence select="p:mark(.)"/>
    <xsl:next-match/>
    <xsl:sequence select="p:mark(.)"/>
  </xsl:template>

  <!-- where a block divides the words, the marks stand at the ends of the first and the last string -->
  <xsl:template match="*[@v:marks]" mode="blocks" as="xs:string*">
    <xsl:variable name="strings" as="xs:string*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:variable name="last" as="xs:integer" select="count($strings)"/>
    <xsl:sequence select="
        for $at in 1 to $last
        return p:mark(.)[$at eq 1] || $strings[$at] || p:mark(.)[$at eq $last]"/>
  </xsl:template>

  <xsl:function name="p:mark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/@v:marks eq 'inner') then '''' else '&quot;'"/>
  </xsl:function>
</xsl:stylesheet>
