<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures and their descriptions. Pictures of the edition are shown; those of the web are linked,
     never loaded: a page asks no other site for anything. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these blocks -->
  <xsl:variable name="h:figure-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'figure': 'figure', 'figure-description': 'p' }"/>

  <!-- a picture of the web, and one that is not there, in a word -->
  <xsl:template match="*[@v:is = 'picture']" mode="text" as="element()?">
    <xsl:param name="link" as="map(*)?" tunnel="yes" select="()"/>
    <xsl:variable name="address" as="xs:string?" select="v:web-address(string(@url))"/>
    <xsl:choose>
      <xsl:when test="exists($address) and empty($link)">
        <a class="graphic" href="{$address}">{(normalize-space()[. ne ''], l:label('html.picture'))[1]}</a>
      </xsl:when>
      <xsl:when test="@url">
        <span class="graphic">{l:label('print.picture', (normalize-space()[. ne ''], string(@url))[1])}</span>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*[@v:is = 'picture'][@v:file]" mode="text" priority="1" as="element()">
    <img class="graphic" src="{@v:file}" alt="{(@v:alt, l:label('html.picture'))[1]}" loading="lazy"/>
  </xsl:template>
</xsl:stylesheet>
