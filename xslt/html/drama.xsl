<?xml version="1.0" encoding="UTF-8"?>
<!-- Speeches, speakers and stage directions. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these blocks -->
  <xsl:variable name="h:drama-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'speech': 'div', 'speaker': 'p' }"/>

  <!-- a speaker leads to the entry of who speaks -->
  <xsl:template match="*[@v:is = 'speaker'][../@v:is = 'speech' and ../@v:mention]
      [not(h:holds-links(.) or h:has-blocks(.)) and normalize-space()]" mode="text" priority="4"
      as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="entities" as="xs:string+" select="tokenize(../@v:entity)"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'p'}">
      <xsl:sequence select="h:attributes(., ('tei-' || local-name(), 'block'[$phrasing]))"/>
      <a>
        <xsl:attribute name="class" select="'name'"/>
        <xsl:sequence select="h:link-attributes(h:entity-link($entities[1], .))"/>
        <xsl:call-template name="h:words">
          <xsl:with-param name="phrasing" tunnel="yes" select="true()"/>
        </xsl:call-template>
      </a>
      <xsl:call-template name="h:further-entries">
        <xsl:with-param name="further" select="tail($entities)"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- the HTML elements of these phrases, which are blocks between blocks -->
  <xsl:variable name="h:stage-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'stage': 'span' }"/>
</xsl:stylesheet>
