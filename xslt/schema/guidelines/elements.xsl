<?xml version="1.0" encoding="UTF-8"?>
<!-- One page for each element: what it is, its attributes, its content, where it may stand, an
     example from the edition, the rules that speak of it. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:l="urn:variorum:labels"
    xmlns:g="urn:variorum:guidelines"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- One step: the page of an elementSpec. -->
  <xsl:mode name="element-page" on-no-match="fail"/>

  <xsl:key name="named" match="gi" use="string()"/>
  <xsl:key name="element-ref" match="content//elementRef" use="@key"/>
  <xsl:key name="spec-ref" match="content//classRef | content//macroRef" use="@key"/>

  <xsl:template match="elementSpec" mode="element-page" as="element()">
    <xsl:variable name="attributes" as="element()*"><xsl:call-template name="g:attributes"/></xsl:variable>
    <xsl:variable name="content" as="item()*"><xsl:apply-templates select="content" mode="words"/></xsl:variable>
    <xsl:call-template name="g:page">
      <xsl:with-param name="name" select="@ident"/>
      <xsl:with-param name="title" select="@ident"/>
      <xsl:with-param name="body" as="element()+">
        <p>{g:sentence(.)}</p>
        <xsl:sequence select="g:paragraph(g:joined(g:chapters(.), ', '))"/>
        <xsl:sequence select="g:part('attributes', $attributes)"/>
        <xsl:sequence select="g:part('content', g:paragraph($content))"/>
        <xsl:sequence select="g:part('within', g:paragraph(g:joined(g:within(.), ', ')))"/>
        <xsl:sequence select="g:in-use(@ident)"/>
        <xsl:sequence select="g:part('rules', g:paragraph(g:joined(g:rules-of(.) ! g:rule-link(.), ', ')))"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- a part of the page with its heading; nothing where there is nothing to say -->
  <xsl:function name="g:part" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="body" as="element()*"/>
    <xsl:if test="exists($body)">
      <h2>{l:label('guidelines.' || $key)}</h2>
      <xsl:sequence select="$body"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="g:paragraph" as="element()?">
    <xsl:param name="body" as="item()*"/>
    <xsl:where-populated>
      <p><xsl:sequence select="$body"/></p>
    </xsl:where-populated>
  </xsl:function>

  <!-- where an element may stand: elements that name it, then classes and macros that have it -->
  <xsl:function name="g:within" as="element()*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:variable name="owners" as="element()*"
        select="key('element-ref', $spec/@ident, $odd)/(ancestor::elementSpec | ancestor::macroSpec)"/>
    <xsl:variable name="classes" as="element()*"
        select="$spec/classes/memberOf/key('class', @key, $odd)[@type = 'model']"/>
    <xsl:sequence select="
        sort($owners[self::elementSpec]/@ident ! string()) ! g:link(.),
        ($owners[self::macroSpec] | $classes) ! g:shared-link(.)"/>
  </xsl:function>

  <!-- the chapters that speak of an element -->
  <xsl:function name="g:chapters" as="element()*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:sequence select="
        (key('named', $spec/@ident, $odd)/ancestor::div[last()] intersect $g:chapters) ! g:chapter-link(.)"/>
  </xsl:function>
</xsl:stylesheet>
