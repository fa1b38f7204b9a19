<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of a block as one string. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:function name="v:string" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$block/node()" mode="string"/>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- 1  text stays; a note becomes its number in the reading text
       2  line breaks begin a new line where the text says so
       3  blocks within what is one string stand on lines of their own; parts for machines go -->
  <xsl:mode name="string" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="string" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>

  <xsl:template match="tei:note" mode="string"/>

  <xsl:template match="tei:note[@v:n]" mode="string" as="xs:string?">
    <xsl:param name="numbered" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:if test="$numbered">
      <xsl:sequence select="'(' || @v:n || ')'"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:lb" mode="string" as="xs:string">
    <xsl:sequence select="'&#10;'"/>
  </xsl:template>

  <!-- a line end within a word is only one of the source -->
  <xsl:template match="tei:lb[@break = 'no']" mode="string"/>

  <xsl:template match="tei:space" mode="string" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

  <!-- words that are spoken of stand in quotation marks, straight ones -->
  <xsl:template match="tei:mentioned | tei:gloss" mode="string" as="xs:string+">
    <xsl:sequence select="'&quot;'"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="'&quot;'"/>
  </xsl:template>

  <xsl:template match="*[v:is-block(.)][not(self::tei:l | self::tei:cell)
      or parent::*[not(self::tei:lg | self::tei:row)]]" mode="string" as="xs:string*">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="." mode="blocks"/>
    </xsl:variable>
    <xsl:sequence select="$blocks ! ('&#10;' || . || '&#10;')"/>
  </xsl:template>

  <xsl:template mode="string" match="tei:index | tei:interp | tei:interpGrp | tei:span | tei:spanGrp
      | tei:link | tei:linkGrp | tei:join | tei:joinGrp | tei:alt | tei:altGrp | tei:certainty
      | tei:precision | tei:respons | tei:listChange | tei:facsimile | tei:sourceDoc | tei:standOff
      | tei:listApp | tei:teiHeader"/>
</xsl:stylesheet>
