<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models in words. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:l="urn:variorum:labels"
    xmlns:g="urn:variorum:guidelines"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Steps: (1) the words for how often something may stand; (2) what it is: a link, or its parts
       joined by "then" or "or", in brackets where they are parts of something. -->
  <xsl:mode name="words" on-no-match="fail"/>

  <xsl:template match="content" mode="words" as="item()*">
    <xsl:for-each select="*">
      <xsl:apply-templates select="." mode="words"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*[@minOccurs | @maxOccurs]" mode="words" priority="2" as="item()*">
    <xsl:variable name="min" as="xs:string" select="string((@minOccurs, 1)[1])"/>
    <xsl:variable name="max" as="xs:string" select="string((@maxOccurs, 1)[1])"/>
    <xsl:value-of select="
        if ($max eq '1' and $min eq '1') then ''
        else if ($max eq '1') then l:label('guidelines.optional') || ' '
        else if ($max ne 'unbounded') then l:label('guidelines.times', ($min, $max)) || ' '
        else if ($min eq '0') then l:label('guidelines.any') || ' '
        else l:label('guidelines.some') || ' '"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- what may be chosen again and again is a list -->
  <xsl:template match="alternate[@maxOccurs = 'unbounded'][count(*) gt 1]" mode="words" priority="3"
      as="item()*">
    <xsl:value-of select="
        l:label(if (@minOccurs = '0') then 'guidelines.any-of' else 'guidelines.some-of') || ' '"/>
    <xsl:sequence select="g:parts(., ', ')"/>
  </xsl:template>

  <xsl:template match="sequence" mode="words" as="item()*">
    <xsl:sequence select="g:parts(., l:label('guidelines.then'))"/>
  </xsl:template>

  <xsl:template match="alternate" mode="words" as="item()*">
    <xsl:sequence select="g:parts(., l:label('guidelines.or'))"/>
  </xsl:template>

  <!-- the parts of a sequence or an alternation -->
  <xsl:function name="g:parts" as="item()*">
    <xsl:param name="whole" as="element()"/>
    <xsl:param name="between" as="xs:string"/>
    <xsl:variable name="inner" as="xs:boolean"
        select="not($whole/parent::content) and count($whole/*) gt 1"/>
    <xsl:value-of select="'('[$inner]"/>
    <xsl:for-each select="$whole/*">
      <xsl:value-of select="if (position() eq 1) then '' else $between"/>
      <xsl:apply-templates select="." mode="words"/>
    </xsl:for-each>
    <xsl:value-of select="')'[$inner]"/>
  </xsl:function>

  <xsl:template match="textNode" mode="words" as="text()">
    <xsl:value-of select="l:label('guidelines.text')"/>
  </xsl:template>

  <xsl:template match="anyElement" mode="words" as="element()">
    <code>Q{{{{{@require}}}}}*</code>
  </xsl:template>

  <xsl:template match="empty" mode="words" as="text()">
    <xsl:value-of select="l:label('guidelines.nothing')"/>
  </xsl:template>

  <xsl:template match="elementRef" mode="words" as="element()">
    <xsl:sequence select="g:link(@key)"/>
  </xsl:template>

  <xsl:template match="classRef | macroRef | dataRef[@key]" mode="words" as="element()">
    <xsl:sequence select="g:shared-link(key('spec', @key))"/>
  </xsl:template>

  <xsl:template match="dataRef" mode="words" as="item()*">
    <code>{@name}</code>
    <xsl:if test="@restriction">
      <xsl:text> </xsl:text>
      <code>{@restriction}</code>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
