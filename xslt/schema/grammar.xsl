<?xml version="1.0" encoding="UTF-8"?>
<!-- The grammar: one define for each element, attribute class and datatype. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    xmlns:odd="urn:variorum:odd"
    xmlns:pattern="urn:variorum:pattern"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="xsl xs rng odd pattern">

  <!-- Steps: (1) the start names the elements a document may begin with; (2) datatypes,
       (3) attribute classes, (4) macros and (5) elements are defined, each in the order of their
       names. Model classes leave no trace: content models have their elements in place. -->
  <xsl:mode name="grammar" on-no-match="fail"/>

  <xsl:template match="schemaSpec" mode="grammar" as="element(rng:grammar)">
    <grammar ns="{(@ns, namespace-uri())[1]}"
             datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:namespace name="a" select="'http://relaxng.org/ns/compatibility/annotations/1.0'"/>
      <start>
        <xsl:sequence select="pattern:choice(tokenize(@start) ! odd:reference(.))"/>
      </start>
      <xsl:for-each select="//dataSpec, //classSpec[@type = 'atts'], //macroSpec, //elementSpec">
        <xsl:sort select="index-of(('dataSpec', 'classSpec', 'macroSpec', 'elementSpec'), name())"/>
        <xsl:sort select="@ident" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
        <define name="{@ident}">
          <xsl:apply-templates select="." mode="grammar"/>
        </define>
      </xsl:for-each>
      <xsl:for-each select="distinct-values(//anyElement/@require)">
        <define name="{odd:any-element(.)}">
          <element>
            <nsName ns="{.}"/>
            <zeroOrMore>
              <choice>
                <attribute>
                  <anyName/>
                </attribute>
                <text/>
                <ref name="{odd:any-element(.)}"/>
              </choice>
            </zeroOrMore>
          </element>
        </define>
      </xsl:for-each>
    </grammar>
  </xsl:template>

  <xsl:template match="dataSpec" mode="grammar" as="element()*">
    <xsl:sequence select="odd:documentation(.)"/>
    <xsl:apply-templates select="content" mode="datatype"/>
  </xsl:template>

  <xsl:template match="classSpec" mode="grammar" as="element()*">
    <xsl:sequence select="odd:documentation(.)"/>
    <xsl:sequence select="(odd:attributes(.), $pattern:empty[empty(odd:attributes(current()))])"/>
  </xsl:template>

  <xsl:template match="macroSpec" mode="grammar" as="element()*">
    <xsl:sequence select="odd:documentation(.)"/>
    <xsl:sequence select="pattern:group(odd:patterns(content))"/>
  </xsl:template>

  <xsl:template match="elementSpec" mode="grammar" as="element(rng:element)">
    <element name="{@ident}">
      <xsl:sequence select="odd:documentation(.)"/>
      <xsl:apply-templates select="content" mode="content"/>
      <xsl:sequence select="odd:attributes(.)"/>
    </element>
  </xsl:template>
</xsl:stylesheet>
