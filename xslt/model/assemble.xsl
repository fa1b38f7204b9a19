<?xml version="1.0" encoding="UTF-8"?>
<!-- Step 5: each entry of the apparatus gets its printed line, and after the text come the witnesses
     and the register entries that it mentions. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- 1  everything made so far is kept
       2  each entry of the apparatus gets its printed line
       3  a `standOff` for the witnesses, one for the signs and one for the register entries follow -->
  <xsl:mode name="assemble" on-no-match="shallow-copy"/>

  <xsl:template match="tei:TEI" mode="assemble" as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:call-template name="v:witnesses"/>
      <xsl:call-template name="v:signs-explained"/>
      <xsl:call-template name="v:register"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:text" mode="assemble" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="tei:teiHeader" mode="assemble" as="element(tei:teiHeader)">
    <xsl:apply-templates select="." mode="facts"/>
  </xsl:template>

  <xsl:template match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app" mode="assemble"
      as="element(tei:app)">
    <xsl:copy>
      <xsl:copy-of select="@*, node() except tei:rdg[v:is-said-with-words(.)]"/>
      <xsl:apply-templates select="." mode="printed-entry"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
