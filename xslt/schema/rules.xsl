<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to ISO Schematron: what the constraints of an ODD say, as a schema of its own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:odd="urn:variorum:odd"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="xs odd">

  <xsl:template match="schemaSpec" mode="schematron" as="element(sch:schema)?">
    <xsl:variable name="rules" as="element(constraintSpec)*" select="//constraintSpec[constraint/sch:rule]"/>
    <xsl:if test="exists($rules)">
      <sch:schema queryBinding="xslt3">
        <xsl:namespace name="xsl" select="'http://www.w3.org/1999/XSL/Transform'"/>
        <sch:title>{normalize-space(/TEI/teiHeader/fileDesc/titleStmt/title[1])}</sch:title>
        <xsl:variable name="shared" as="element()*" select="//constraintSpec/constraint/*"/>
        <xsl:copy-of copy-namespaces="no" select="
            $shared[self::sch:ns], $shared[self::xsl:*], $shared[self::sch:let]"/>
        <xsl:for-each-group select="$rules" group-by="@type">
          <sch:phase id="{current-grouping-key()}">
            <xsl:for-each select="current-group()">
              <sch:active pattern="{odd:pattern-id(.)}"/>
            </xsl:for-each>
          </sch:phase>
        </xsl:for-each-group>
        <xsl:apply-templates select="$rules" mode="schematron"/>
        <xsl:where-populated>
          <sch:diagnostics>
            <xsl:copy-of copy-namespaces="no" select="$shared[self::sch:diagnostic]"/>
          </sch:diagnostics>
        </xsl:where-populated>
      </sch:schema>
    </xsl:if>
  </xsl:template>

  <xsl:template match="constraintSpec" mode="schematron" as="element(sch:pattern)">
    <sch:pattern id="{odd:pattern-id(.)}">
      <sch:p>{odd:sentence(gloss, desc)}</sch:p>
      <xsl:copy-of copy-namespaces="no" select="constraint/sch:rule"/>
    </sch:pattern>
  </xsl:template>

  <!-- The assertion itself has the name of the rule for its id. -->
  <xsl:function name="odd:pattern-id" as="xs:string">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:sequence select="$rule/@ident || '.rule'"/>
  </xsl:function>
</xsl:stylesheet>
