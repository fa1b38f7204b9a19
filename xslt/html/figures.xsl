<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures and their descriptions. Pictures are linked, never loaded: a page makes no request. -->
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

  <xsl:template match="*[@v:is = 'picture']" mode="text" as="element()?">
    <xsl:param name="link" as="map(*)?" tunnel="yes" select="()"/>
    <xsl:variable name="address" as="xs:string?" select="h:web-address(string(@url))"/>
    <xsl:if test="exists($address) and empty($link)">
      <a class="graphic" href="{$address}">{l:label('html.picture')}</a>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
