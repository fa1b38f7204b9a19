<?xml version="1.0" encoding="UTF-8"?>
<!-- Datatypes: dataRef and valList in, data, value and ref patterns out. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:odd="urn:variorum:odd"
    xmlns:pattern="urn:variorum:pattern"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <!-- One step: each way to name a type becomes the pattern for one value of it. What no rule
       knows was reported before as a fault. -->
  <xsl:mode name="datatype" on-no-match="fail"/>

  <xsl:template match="content" mode="datatype" as="element()">
    <xsl:variable name="patterns" as="element()*">
      <xsl:apply-templates select="*" mode="datatype"/>
    </xsl:variable>
    <xsl:sequence select="pattern:group($patterns)"/>
  </xsl:template>

  <xsl:template match="alternate" mode="datatype" as="element()">
    <xsl:variable name="patterns" as="element()*">
      <xsl:apply-templates select="*" mode="datatype"/>
    </xsl:variable>
    <xsl:sequence select="pattern:of('choice', $patterns)"/>
  </xsl:template>

  <xsl:template match="textNode" mode="datatype" as="element(rng:text)">
    <text/>
  </xsl:template>

  <xsl:template match="dataRef[@key]" mode="datatype" as="element(rng:ref)">
    <ref name="{@key}"/>
  </xsl:template>

  <xsl:template match="dataRef[@name]" mode="datatype" as="element(rng:data)">
    <data type="{@name}">
      <xsl:if test="@restriction">
        <param name="pattern">{@restriction}</param>
      </xsl:if>
      <xsl:for-each select="dataFacet">
        <param name="{@name}">{@value}</param>
      </xsl:for-each>
    </data>
  </xsl:template>

  <xsl:template match="valList" mode="datatype" as="element()">
    <xsl:sequence select="pattern:of('choice', valItem ! odd:value(.))"/>
  </xsl:template>

  <!-- A value and what it means; in RELAX NG a value's annotation follows it. -->
  <xsl:function name="odd:value" as="element()*">
    <xsl:param name="item" as="element(valItem)"/>
    <value>{$item/@ident}</value>
    <xsl:sequence select="odd:documentation($item)"/>
  </xsl:function>
</xsl:stylesheet>
