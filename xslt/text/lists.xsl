<?xml version="1.0" encoding="UTF-8"?>
<!-- Items begin with their mark, else with a dash, unless they have a label or are empty, and what is in them is indented; a record made of parts is one line. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'item']" mode="blocks" as="xs:string?">
    <xsl:variable name="mark" as="xs:string" select="p:mark-of-item(.)"/>
    <xsl:variable name="strings" as="xs:string*">
      <xsl:call-template name="p:block">
        <xsl:with-param name="before" select="$mark"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="lines" as="xs:string" select="
        string-join($strings ! tokenize(., '\n'), '&#10;' || substring('            ', 1, max((2, string-length($mark)))))"/>
    <xsl:sequence select="$lines[normalize-space() ne normalize-space($mark)]"/>
  </xsl:template>

  <!-- a label such as `1.` or `a)` stands in the line of its item -->
  <xsl:template match="*[@v:is = 'label'][p:is-mark(.)]" mode="blocks" as="empty-sequence()"/>

  <xsl:function name="p:is-mark" as="xs:boolean">
    <xsl:param name="label" as="element()"/>
    <xsl:sequence select="
        string-length($label) le 5 and empty($label/*) and matches($label, '\d|[.)\]]$|^\P{L}+$')
        and exists($label/following-sibling::*[1][@v:is = 'item'])"/>
  </xsl:function>

  <!-- a label before the item takes the place of its mark; a plain list has none -->
  <xsl:function name="p:mark-of-item" as="xs:string">
    <xsl:param name="item" as="element()"/>
    <xsl:variable name="list" as="xs:string" select="string($item/../@v:list)"/>
    <xsl:sequence select="if ($item/@v:mark) then string-join(($item/@v:mark[. ne ''], ''), ' ')
        else if ($list eq 'labelled') then ($item/preceding-sibling::*[1][@v:is = 'label'][p:is-mark(.)] ! (. || ' '), '  ')[1]
        else if ($list eq 'plain') then '' else '- '"/>
  </xsl:function>

  <xsl:template match="*[@v:is = 'description']" mode="blocks" as="xs:string">
    <xsl:sequence select="v:description(.)"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'description']" mode="string" as="xs:string">
    <xsl:sequence select="v:description(.)"/>
  </xsl:template>
</xsl:stylesheet>
