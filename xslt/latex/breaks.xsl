<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of the source and spaces. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'break']" mode="content" as="text()">
    <xsl:value-of select="'\editionpage{' || x:escape((@v:says, @n)[1]) || '}'"/>
  </xsl:template>

  <xsl:template match="*[@v:break = 'page']" mode="content" priority="1" as="text()">
    <xsl:value-of select="'\editionpage{' || x:escape(@n) || '}'"/>
  </xsl:template>

  <xsl:template match="*[@v:break = 'section']" mode="content" priority="1" as="text()?">
    <xsl:value-of select="@v:says ! ('\editionsection{' || x:escape(.) || '}')"/>
  </xsl:template>

  <xsl:template match="*[@v:break = 'line']" mode="content" priority="1" as="text()?">
    <xsl:value-of separator="" select="
        if (x:stands-alone(.)) then ()
        else if (v:keeps-line(.)) then '\editionbreak{}' else ' '[not(current()/@v:within-word)],
        @v:says ! ('\editionline{' || x:escape(../@n) || '}')"/>
  </xsl:template>

  <!-- whether a line of the source has no words of its own block around its beginning -->
  <xsl:function name="x:stands-alone" as="xs:boolean">
    <xsl:param name="line" as="element()"/>
    <xsl:sequence select="
        normalize-space($line/..) eq ''
        or x:is-structure($line/..) and not(x:divides-words($line))"/>
  </xsl:function>

  <xsl:template match="*[@v:is = 'space']" mode="content" as="text()">
    <xsl:text>\editionspace{}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
