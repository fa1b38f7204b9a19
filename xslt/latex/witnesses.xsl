<?xml version="1.0" encoding="UTF-8"?>
<!-- Conspectus siglorum, and what signs in the text say. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- a list of the witnesses, and one of the signs -->
  <xsl:mode name="conspectus" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="conspectus" as="text()*">
    <xsl:value-of
        select="'\section*{' || x:curled(l:label('print.conspectus')) || '}&#10;'"/>
    <xsl:call-template name="x:witnesses">
      <xsl:with-param name="members" select="tei:listWit ! v:members(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:standOff[@v:part = 'signs']" mode="conspectus" priority="1" as="text()*">
    <xsl:value-of separator="" select="
        '\section*{' || x:curled(l:label('signs')) || '}&#10;\begin{description}&#10;',
        v:sign ! ('\item[{' || x:escape(@v:shown) || '}] ' || x:curled(.) || '&#10;'),
        '\end{description}&#10;'"/>
  </xsl:template>

  <xsl:template name="x:witnesses" as="text()*">
    <xsl:param name="members" as="element()*"/>
    <xsl:text>\begin{description}&#10;</xsl:text>
    <xsl:apply-templates select="$members" mode="witness"/>
    <xsl:text>\end{description}&#10;</xsl:text>
  </xsl:template>

  <!-- 1  a witness is its siglum and what is said of it; its hands follow it
       2  a group is its siglum and heading with a list of its members -->
  <xsl:mode name="witness" on-no-match="fail"/>
  <xsl:template match="tei:witness" mode="witness" as="text()*">
    <xsl:value-of select="x:item(@v:printed)
        || x:escape(if (@v:fragment) then v:sentence(x:prose(.)) || ' ' || @v:fragment
                    else x:prose(.)) || '&#10;'"/>
    <xsl:apply-templates select="tei:listWit ! v:members(.)" mode="witness"/>
  </xsl:template>
  <xsl:template match="tei:listWit" mode="witness" as="text()*">
    <xsl:value-of select="x:item((@v:printed, @n)[1]) || x:words(tei:head) || '&#10;'"/>
    <xsl:call-template name="x:witnesses">
      <xsl:with-param name="members" select="tei:witness | tei:listWit"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="x:item" as="xs:string">
    <xsl:param name="siglum" as="xs:string?"/>
    <xsl:sequence select="'\item[{' || $siglum ! x:siglum(.) || '}] '"/>
  </xsl:function>
</xsl:stylesheet>
