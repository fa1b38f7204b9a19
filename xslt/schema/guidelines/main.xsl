<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to guidelines for editors: the chapters, a page for each element and each rule, a page for
     what they share. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:l="urn:variorum:labels"
    xmlns:g="urn:variorum:guidelines"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="../../common/labels.xsl"/>
  <xsl:include href="../specs.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="style.xsl"/>
  <xsl:include href="chapters.xsl"/>
  <xsl:include href="elements.xsl"/>
  <xsl:include href="attributes.xsl"/>
  <xsl:include href="content.xsl"/>
  <xsl:include href="shared.xsl"/>
  <xsl:include href="rules.xsl"/>
  <xsl:include href="examples.xsl"/>

  <!-- the ODD -->
  <xsl:param name="odd" as="document-node()" required="yes"/>
  <!-- the files of the edition, from which the elements' examples in use are taken -->
  <xsl:param name="edition" as="document-node()*" select="()"/>
  <!-- every code a finding can have: as JSON, a map of `level`, `reason`, `help`, `bad`, `good` and
       the `page` that speaks of it -->
  <xsl:param name="codes" as="xs:string" select="'{}'"/>

  <xsl:variable name="g:codes" as="map(*)" select="parse-json($codes)"/>

  <!-- public: the style sheet and each page as an element `page` with its address and its content as a string -->
  <xsl:template name="guidelines" as="element()+" visibility="public">
    <xsl:call-template name="g:style"/>
    <xsl:call-template name="g:start"/>
    <xsl:apply-templates select="$g:chapters" mode="chapter-page"/>
    <xsl:call-template name="g:shared"/>
    <xsl:apply-templates select="$odd//elementSpec" mode="element-page"/>
    <xsl:call-template name="g:rules"/>
  </xsl:template>

  <!-- the first page: the chapters, the elements, the rules -->
  <xsl:template name="g:start" as="element()">
    <xsl:call-template name="g:page">
      <xsl:with-param name="name" select="'index'"/>
      <xsl:with-param name="title" select="l:label('guidelines')"/>
      <xsl:with-param name="body" as="element()+">
        <ol>
          <xsl:for-each select="$g:chapters">
            <li><xsl:sequence select="g:chapter-link(.)"/></li>
          </xsl:for-each>
        </ol>
        <xsl:for-each select="$odd//specGrp[elementSpec]">
          <h2>{@n}</h2>
          <p><xsl:sequence select="g:joined(elementSpec ! g:link(@ident), ' ')"/></p>
        </xsl:for-each>
        <h2>{l:label('guidelines.shared')}</h2>
        <p>
          <xsl:sequence select="g:joined(
              distinct-values($odd//(classSpec | macroSpec | dataSpec)/substring-before(@ident, '.'))
              ! g:shared-page(.), ', ')"/>
        </p>
        <h2>{l:label('guidelines.rules')}</h2>
        <p>
          <xsl:sequence select="
              g:joined(sort(map:keys($g:codes))[$g:codes(.)?bad ne ''] ! g:rule-link(.), ' ')"/>
        </p>
        <p><a href="codes.html">{l:label('guidelines.codes')}</a></p>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
