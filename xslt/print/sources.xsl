<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the text comes from: witnesses, manuscripts, books. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- each part of a sourceDesc as one paragraph or one list -->
  <xsl:mode name="source" on-no-match="fail"/>

  <xsl:template match="*" mode="source" as="text()*">
    <xsl:text>{t:sentence(t:prose(.)) ! ('&#10;#para()[' || . || ']&#10;')}</xsl:text>
  </xsl:template>

  <xsl:template match="tei:p | tei:ab | tei:listBibl" mode="source" as="text()*">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>

  <xsl:template match="tei:listWit" mode="source" as="text()*">
    <xsl:text>&#10;#witnesses(</xsl:text>
    <xsl:for-each select=".//tei:witness[not(tei:witness)]">
      <xsl:text>([{t:curled((@v:siglum, @n, @xml:id)[1])}], [{t:sentence(t:prose(.))}]), </xsl:text>
    </xsl:for-each>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <!-- an element as running text. One that holds words is what it says; one that only groups
       others is the sequence of what they say: words with commas, groups with semicolons -->
  <xsl:function name="t:prose" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="text()*">
      <xsl:if test="t:is-worded($element)">
        <xsl:apply-templates select="$element/node()" mode="content"/>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="children" as="element()*"
        select="$element[not(t:is-worded(.))]/(* except tei:geo)"/>
    <xsl:variable name="separator" as="xs:string" select="
        if (every $child in $children satisfies t:is-worded($child)) then ', ' else '; '"/>
    <xsl:sequence select="
        if (exists($words)) then normalize-space(string-join($words))
        else string-join($children ! t:prose(.)[. ne ''] ! replace(., '\\?\.$', ''), $separator)"/>
  </xsl:function>

  <xsl:function name="t:is-worded" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/text()[normalize-space()]) or empty($element/*)"/>
  </xsl:function>

  <!-- a number is named by its type, unless the words before it do so -->
  <xsl:template match="(tei:idno | tei:bibl)/tei:idno[@type][not(@type = ('URI', 'URL', 'url'))]
      [not(ends-with(normalize-space(preceding-sibling::node()[1]), @type))]"
      mode="content" as="text()*">
    <xsl:text>{t:markup(@type)} </xsl:text>
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <xsl:template match="tei:bibl/tei:note[not(@v:n)]" mode="content" as="text()*">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- an identifier and the authority that gives it -->
  <xsl:function name="t:identifier" as="xs:string">
    <xsl:param name="identifier" as="element(tei:idno)"/>
    <xsl:sequence select="
        t:markup(string-join(($identifier/@type, normalize-space($identifier)), ' '))"/>
  </xsl:function>
</xsl:stylesheet>
