<?xml version="1.0" encoding="UTF-8"?>
<!-- The chapters of the ODD as pages. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:l="urn:variorum:labels"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    xmlns:g="urn:variorum:guidelines"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- One step: the page of a chapter, with a link to the next. -->
  <xsl:mode name="chapter-page" on-no-match="fail"/>

  <!-- One step: the prose of the chapters as HTML; what has no rule here is left to its text. -->
  <xsl:mode name="prose" on-no-match="text-only-copy"/>

  <xsl:variable name="g:chapters" as="element(div)*" select="$odd/TEI/text/body/div"/>

  <xsl:function name="g:chapter-link" as="element()">
    <xsl:param name="chapter" as="element(div)"/>
    <a href="on-{$chapter/@xml:id}.html">{$chapter/head}</a>
  </xsl:function>

  <xsl:template match="div" mode="chapter-page" as="element()">
    <xsl:call-template name="g:page">
      <xsl:with-param name="name" select="'on-' || @xml:id"/>
      <xsl:with-param name="title" select="string(head)"/>
      <xsl:with-param name="body" as="item()*">
        <xsl:apply-templates select="* except head" mode="prose"/>
        <xsl:for-each select="following-sibling::div[1]">
          <p><xsl:text>{l:label('guidelines.next')} </xsl:text><xsl:sequence select="g:chapter-link(.)"/></p>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="div/head" mode="prose" as="element()">
    <h2><xsl:apply-templates mode="prose"/></h2>
  </xsl:template>

  <xsl:template match="p" mode="prose" as="element()">
    <p><xsl:apply-templates mode="prose"/></p>
  </xsl:template>

  <xsl:template match="gi" mode="prose" as="element()">
    <xsl:sequence select="g:link(.)"/>
  </xsl:template>

  <xsl:template match="gi[empty(key('element', .))] | att | val | code | ident" mode="prose"
      as="element()">
    <code><xsl:apply-templates mode="prose"/></code>
  </xsl:template>

  <xsl:template match="term | mentioned" mode="prose" as="element()">
    <i><xsl:apply-templates mode="prose"/></i>
  </xsl:template>

  <xsl:template match="list" mode="prose" as="element()">
    <ul><xsl:apply-templates select="item" mode="prose"/></ul>
  </xsl:template>

  <xsl:template match="item" mode="prose" as="element()">
    <li><xsl:apply-templates mode="prose"/></li>
  </xsl:template>

  <xsl:template match="eg" mode="prose" as="element()?">
    <xsl:sequence select="g:code(.)"/>
  </xsl:template>

  <xsl:template match="eg:egXML" mode="prose" as="element()?">
    <xsl:sequence select="g:code(string-join(node() ! g:markup(.)))"/>
  </xsl:template>
</xsl:stylesheet>
