<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of the source, spaces and places without words. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these phrases -->
  <xsl:variable name="h:space-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'space': 'span' }"/>

  <!-- breaks of pages, columns and quires are marked -->
  <xsl:template match="*[@v:is = 'break']" mode="text" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., ('break', local-name()))"/>
      <xsl:if test="@n">
        <xsl:sequence select="h:hidden(l:label('html.break.' || @v:break) || ' ')"/>
      </xsl:if>
      <xsl:text>{(@n, '|')[1]}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="*[@v:break = 'section']" mode="text" priority="1" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., 'milestone')"/>
      <xsl:if test="@n and not(ancestor::seg[@v:entries])">{@n}</xsl:if>
    </span>
  </xsl:template>

  <!-- line ends: kept where lines matter, a mark to be read over in prose -->
  <xsl:template match="*[@v:break = 'line']" mode="text" priority="1" as="item()+">
    <xsl:choose>
      <xsl:when test="v:runs-on(.)"><xsl:call-template name="h:line-end-in-prose"/></xsl:when>
      <xsl:otherwise>
        <br>
          <xsl:sequence select="h:attributes(., 'within-word'[current()/@v:within-word])"/>
        </br>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="h:line-end-in-prose" as="item()+">
    <span>
      <xsl:sequence select="h:attributes(., 'tei-lb')"/>
    </span>
    <xsl:if test="not(@v:within-word) and not(matches(preceding-sibling::node()[1], '\s$'))
        and not(matches(following-sibling::node()[1], '^\s'))">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- a place that links lead to, or where the text of a fragment ends and begins -->
  <xsl:template match="*[@v:is = 'anchor']" mode="text" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., 'tei-anchor')"/>
      <xsl:if test="(@v:absent or @v:present) and h:is-compared(root(.)/*)">
        <xsl:for-each select="@v:absent | @v:present">
          <xsl:attribute name="data-{local-name()}" select="."/>
        </xsl:for-each>
      </xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
