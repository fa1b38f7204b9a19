<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to RELAX NG and to Schematron. Input: a standalone ODD, all of whose specifications are its
     own. Output: a grammar in the XML syntax, with flat content models and shared attributes; or the
     rules of its constraints. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:v="urn:variorum:model"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <xsl:include href="specs.xsl"/>
  <xsl:include href="faults.xsl"/>
  <xsl:include href="patterns.xsl"/>
  <xsl:include href="content.xsl"/>
  <xsl:include href="attributes.xsl"/>
  <xsl:include href="datatypes.xsl"/>
  <xsl:include href="documentation.xsl"/>
  <xsl:include href="grammar.xsl"/>
  <xsl:include href="rules.xsl"/>

  <!-- The file name of the ODD, for the comment that heads the result. -->
  <xsl:param name="name" as="xs:string" select="'the ODD'"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <!-- Steps: (1) the faults of the ODD are found; (2) if there are any, each is a message and the
       result is empty; if there are none, the result is the grammar. -->
  <xsl:mode name="relaxng" on-no-match="fail" visibility="public"/>

  <!-- Steps: (1) as for the grammar; (2) if there is no fault, the result is a Schematron with what
       all rules share, a phase for each type of rule, and a pattern for each rule; it is empty where
       the ODD has no rule. -->
  <xsl:mode name="schematron" on-no-match="fail" visibility="public"/>

  <xsl:template match="/" mode="relaxng schematron" as="document-node()">
    <xsl:variable name="faults" as="element(v:finding)*">
      <xsl:apply-templates select="." mode="faults"/>
    </xsl:variable>
    <xsl:for-each select="$faults">
      <xsl:message select="."/>
    </xsl:for-each>
    <xsl:variable name="result" as="element()?">
      <xsl:if test="empty($faults)">
        <xsl:apply-templates select="//schemaSpec" mode="#current"/>
      </xsl:if>
    </xsl:variable>
    <xsl:document>
      <xsl:if test="exists($result)">
        <xsl:comment> Generated from {$name} by `invoke schema`: edit that file, not this one. </xsl:comment>
        <xsl:sequence select="$result"/>
      </xsl:if>
    </xsl:document>
  </xsl:template>

  <xsl:template match="schemaSpec" mode="relaxng" as="element(rng:grammar)">
    <xsl:apply-templates select="." mode="grammar"/>
  </xsl:template>
</xsl:stylesheet>
