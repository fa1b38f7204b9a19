<?xml version="1.0" encoding="UTF-8"?>
<!-- Stanzas and verses. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these blocks -->
  <xsl:variable name="h:verse-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'stanza': 'div' }"/>

  <xsl:template match="*[@v:is = 'verse']" mode="text" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="flow" as="xs:boolean" select="h:has-blocks(.) and not($phrasing)"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'div'}">
      <xsl:sequence select="h:attributes(., ('tei-l', 'block'[$phrasing]))"/>
      <xsl:apply-templates mode="text">
        <xsl:with-param name="phrasing" tunnel="yes" select="not($flow)"/>
      </xsl:apply-templates>
      <xsl:if test="v:shows-number(.)">
        <xsl:choose>
          <xsl:when test="@v:id and not($phrasing)"><a class="line-number" href="#{@v:id}">{@v:n}</a></xsl:when>
          <xsl:otherwise><span class="line-number">{@v:n}</span></xsl:otherwise>
        </xsl:choose>
      </xsl:if>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
