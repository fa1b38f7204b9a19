<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of the source, and spaces. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <!-- columns, quires and milestones are not shown -->
  <xsl:template match="*[@v:is = 'break']" mode="content" priority="-0.2"
      as="empty-sequence()"/>

  <xsl:template match="tei:pb" mode="content" as="text()">
    <xsl:text>#source-page({t:string(@n)})</xsl:text>
  </xsl:template>

  <xsl:template match="tei:lb" mode="content" as="text()">
    <xsl:text>#source-line()</xsl:text>
  </xsl:template>

  <!-- in prose a line of the source is no line of ours; `ab` is a block that need not be prose -->
  <xsl:template match="tei:p//tei:lb | *[@v:is = 'note']//tei:lb" mode="content" priority="1"
      as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- a word it divides is whole again -->
  <xsl:template match="tei:lb[@break = 'no']" mode="content" priority="2" as="empty-sequence()"/>

  <xsl:template match="*[@v:is = 'space']" mode="content" as="text()">
    <xsl:text>#blank()</xsl:text>
  </xsl:template>
</xsl:stylesheet>
