<?xml version="1.0" encoding="UTF-8"?>
<!-- Which patterns a phase checks (ISO 19757-3 5.4.1, 5.4.11). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="urn:variorum:schematron"
    exclude-result-prefixes="#all">

  <!-- The name of the phase asked for; #ALL where the schema has no default. -->
  <xsl:function name="s:phase" as="xs:string">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:sequence select="if ($phase = '#DEFAULT') then ($schema/@defaultPhase, '#ALL')[1] else $phase"/>
  </xsl:function>

  <!-- Whether it is only asked which phase suits a document (`when`): no pattern is then active. -->
  <xsl:variable name="s:asks" as="xs:boolean" select="$phase = '#ANY'"/>

  <xsl:function name="s:active-phase" as="element(sch:phase)?">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:sequence select="$schema/sch:phase[@id = s:phase($schema)][1]"/>
  </xsl:function>

  <xsl:function name="s:is-active" as="xs:boolean">
    <xsl:param name="pattern" as="element()"/>
    <xsl:variable name="schema" as="element(sch:schema)" select="$pattern/.."/>
    <xsl:sequence select="s:phase($schema) = '#ALL' or $pattern/@id = s:active-phase($schema)/sch:active/@pattern"/>
  </xsl:function>
</xsl:stylesheet>
