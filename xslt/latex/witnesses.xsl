<?xml version="1.0" encoding="UTF-8"?>
<!-- Conspectus siglorum. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- a list of the witnesses; a group is its siglum and heading with a list of its members -->
  <xsl:mode name="conspectus" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="conspectus" as="text()*">
    <xsl:value-of
        select="'\section*{' || x:curled(l:label('print.conspectus')) || '}&#10;'"/>
    <xsl:call-template name="x:witnesses">
      <xsl:with-param name="members" select="
          tei:listWit ! (if (@xml:id) then . else (tei:witness | tei:listWit))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="x:witnesses" as="text()*">
    <xsl:param name="members" as="element()*" select="tei:witness | tei:listWit"/>
    <xsl:text>\begin{description}&#10;</xsl:text>
    <xsl:for-each select="$members">
      <xsl:value-of select="'\item[{' || x:curled((@v:siglum, @xml:id, @n)[1]) || '}] '"/>
      <xsl:apply-templates select="." mode="witness"/>
    </xsl:for-each>
    <xsl:text>\end{description}&#10;</xsl:text>
  </xsl:template>

  <!-- what is said of a witness or a group -->
  <xsl:mode name="witness" on-no-match="fail"/>
  <xsl:template match="tei:witness" mode="witness" as="text()*">
    <xsl:value-of select="x:escape(x:prose(.)) || '&#10;'"/>
  </xsl:template>
  <xsl:template match="tei:witness[@v:fragment]" mode="witness" as="text()*">
    <xsl:value-of select="
        x:escape(string-join((v:sentence(x:prose(.)), @v:fragment), ' ')) || '&#10;'"/>
  </xsl:template>
  <xsl:template match="tei:listWit" mode="witness" as="text()*">
    <xsl:value-of select="x:words(tei:head) || '&#10;'"/>
    <xsl:call-template name="x:witnesses"/>
  </xsl:template>
</xsl:stylesheet>
