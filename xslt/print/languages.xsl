<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: words are hyphenated and set in the direction of theirs. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- a language other than that of the parent -->
  <xsl:template match="*[@v:lang]" mode="content" priority="20" as="text()*">
    <xsl:variable name="other" as="xs:boolean"
        select="not(@v:lang = (ancestor::*/@v:lang)[last()])"/>
    <xsl:text>{if ($other) then t:language(.) else ''}</xsl:text>
    <xsl:next-match/>
    <xsl:text>{']'[$other]}</xsl:text>
  </xsl:template>

  <!-- the start of a call that sets words in the language of an element -->
  <xsl:function name="t:language" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        '#lang(' || t:string($element/@v:lang) || ', dir: rtl'[t:is-from-right($element)] || ')['"/>
  </xsl:function>

  <xsl:function name="t:is-from-right" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element/ancestor-or-self::*/@v:dir)[last()] = 'rtl'"/>
  </xsl:function>

  <!-- the text, where its language is not the one the book speaks itself -->
  <xsl:template name="t:text" as="text()*">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:variable name="other" as="xs:boolean"
        select="not(tokenize(@v:lang, '-')[1] = $l:language) and exists(@v:lang)"/>
    <xsl:text>{if ($other) then '&#10;' || t:language(.) else ''}</xsl:text>
    <xsl:apply-templates select="tei:text" mode="content"/>
    <xsl:text>{']&#10;'[$other]}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
