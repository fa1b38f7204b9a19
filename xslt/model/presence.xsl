<?xml version="1.0" encoding="UTF-8"?>
<!-- Which witnesses have which sections. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- the witnesses that lack the text at a place -->
  <xsl:accumulator name="v:lacking" as="xs:string*" initial-value="()">
    <xsl:accumulator-rule match="tei:text" select="v:late(.)"/>
    <xsl:accumulator-rule match="tei:anchor[@v:absent]"
        select="distinct-values(($value, tokenize(@v:absent)))"/>
    <xsl:accumulator-rule match="tei:anchor[@v:present]"
        select="$value[not(. = tokenize(current()/@v:present))]"/>
  </xsl:accumulator>

  <!-- witnesses of which the first thing said is that they begin -->
  <xsl:function name="v:late" as="xs:string*">
    <xsl:param name="text" as="element(tei:text)"/>
    <xsl:for-each-group select="$text//tei:anchor/(@v:absent | @v:present)" group-by="tokenize(.)">
      <xsl:sequence select="current-grouping-key()[local-name(current-group()[1]) eq 'present']"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- the witnesses that have any part of a section, where there are several -->
  <xsl:function name="v:section-witnesses" as="attribute()?">
    <xsl:param name="section" as="element()"/>
    <xsl:variable name="sigla" as="xs:string*" select="v:sigla(root($section))"/>
    <xsl:if test="count($sigla) gt 1">
      <xsl:variable name="lacking" as="xs:string*"
          select="$section/accumulator-before('v:lacking')"/>
      <xsl:variable name="beginning" as="xs:string*"
          select="if (empty($lacking)) then ()
                  else $section//tei:anchor/@v:present ! tokenize(.)"/>
      <xsl:attribute name="v:witnesses"
          select="$sigla[not(. = $lacking) or . = $beginning]"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
