<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of items, sources, witnesses, and entries that stand in the text. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <!-- what is seen although it has no words -->
  <xsl:variable name="t:wordless" static="yes" as="xs:string+" select="'picture', 'pointer', 'reference', 'break', 'note', 'anchor'"/>

  <!-- a group ends with its item: marks between items belong to the item after them -->
  <xsl:template match="*[@v:is = ('list', 'bibliography')]" mode="content" as="text()*">
    <xsl:variable name="captions" as="element()*" select="*[@v:is = 'caption']"/>
    <xsl:variable name="labelled" as="xs:boolean" select="@v:list = 'labelled'"/>
    <xsl:apply-templates select="$captions" mode="content"/>
    <xsl:text>&#10;#{if ($labelled) then 'labelled-items(' else 'items('}</xsl:text>
    <xsl:if test="not($labelled) and */@v:mark">
      <xsl:text>marks: ({string-join(*[@v:is = 'item'][normalize-space() or .//@v:starts or .//*/@v:is = $t:wordless] ! t:string((@v:mark, '–')[1]), ', ')},), </xsl:text>
    </xsl:if>
    <xsl:for-each-group select="(* except $captions)[not(@v:block) or normalize-space() or .//@v:starts or .//*/@v:is = $t:wordless]"
        group-ending-with="*[@v:block][not(@v:is = ('label', 'line'))]">
      <!-- a page that begins before a label begins in its cell -->
      <xsl:variable name="label" as="element()*" select="
          current-group()[$labelled][@v:is = 'label' or . &lt;&lt; current-group()[@v:is = 'label'][1]]"/>
      <xsl:text>{'('[$labelled]}</xsl:text>
      <xsl:if test="$labelled">
        <xsl:text>{current-group()/@v:mark ! t:string(.)}</xsl:text>
        <xsl:if test="empty(current-group()/@v:mark)">
          <xsl:text>[</xsl:text>
          <xsl:apply-templates select="$label" mode="content"/>
          <xsl:text>]</xsl:text>
        </xsl:if>
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates select="current-group() except $label" mode="content"/>
      <xsl:text>]{')'[$labelled]}, </xsl:text>
    </xsl:for-each-group>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <!-- Typst sets no more than some twenty lists within each other: deeper ones are set like blocks -->
  <xsl:template match="*[@v:is = 'list'][ancestor::*[@v:is = 'list'][9]]" mode="content" priority="4"
      as="text()*">
    <xsl:for-each select="*">
      <xsl:text>{('&#10;#deep-item' || @v:mark ! ('(n: ' || t:string(.) || ')') || '[')[current()/@v:is = 'item']}</xsl:text>
      <xsl:apply-templates select="." mode="content"/>
      <xsl:text>{']&#10;'[current()/@v:is = 'item']}</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- entries of a register that stands in the text -->
  <xsl:template match="*[@v:is = 'register']" mode="content" as="text()*">
    <xsl:variable name="captions" as="element()*" select="*[@v:is = 'caption']"/>
    <xsl:apply-templates select="$captions" mode="content"/>
    <xsl:text>&#10;#items({string-join(
        (* except $captions) ! v:sentence(t:prose(.)) ! ('[' || . || '], '))})&#10;</xsl:text>
  </xsl:template>

  <!-- descriptions made of parts -->
  <xsl:template match="*[@v:is = 'description']" mode="content" as="text()*">
    <xsl:variable name="apart" as="xs:boolean" select="exists(@v:block)"/>
    <xsl:text>{'&#10;#unit['[$apart]}</xsl:text>
    <xsl:text>{t:prose(.)}</xsl:text>
    <xsl:text>{']&#10;'[$apart]}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
