<?xml version="1.0" encoding="UTF-8"?>
<!-- Schematron that stands in a RELAX NG grammar (ISO 19757-3, annex on embedding) or in an ODD
     (TEI P5 22.5.2), as a schema of its own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="urn:variorum:schematron"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <!-- Steps: (1) a schema is itself; (2) any other root becomes a schema: first the prefixes, declared
       by ns or else in scope where the Schematron stands; then the outermost Schematron elements
       of an ODD's constraints or of a grammar, in order; (3) a rule outside patterns becomes a pattern;
       (4) an assert or report outside rules gets a rule for the element or attribute it belongs to. -->
  <xsl:mode name="gather" on-no-match="fail"/>

  <xsl:template match="sch:schema" mode="gather" as="element(sch:schema)">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- A part of a schema is none: it has no rule of its own. -->
  <xsl:template match="/sch:*[not(self::sch:schema)] | /xsl:*" mode="gather" priority="3" as="element(sch:schema)">
    <sch:schema>
      <xsl:sequence select="@s:at"/>
    </sch:schema>
  </xsl:template>

  <xsl:template match="*" mode="gather" as="element(sch:schema)">
    <xsl:variable name="parts" as="element()*" select="s:parts(.)"/>
    <sch:schema queryBinding="xslt3">
      <xsl:sequence select="s:namespaces(., $parts)"/>
      <xsl:apply-templates select="$parts except $parts/self::sch:ns" mode="gather"/>
    </sch:schema>
  </xsl:template>

  <xsl:template match="sch:pattern | sch:group | sch:let | sch:phase | sch:diagnostics | sch:properties | sch:title | sch:p | sch:rules
                       | xsl:*" mode="gather" priority="1" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- An abstract rule that stands in no pattern belongs to none. -->
  <xsl:template match="sch:rule[@abstract = 'true']" mode="gather" priority="2" as="element(sch:rules)">
    <sch:rules>
      <xsl:sequence select="@s:at, ."/>
    </sch:rules>
  </xsl:template>

  <xsl:template match="sch:rule" mode="gather" priority="1" as="element(sch:pattern)">
    <sch:pattern>
      <xsl:sequence select="@s:at, ."/>
    </sch:pattern>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="gather" priority="1" as="element(sch:pattern)">
    <xsl:variable name="context" as="xs:string?" select="s:owner(.)"/>
    <sch:pattern>
      <xsl:sequence select="@s:at"/>
      <sch:rule>
        <xsl:if test="exists($context)">
          <xsl:attribute name="context" select="$context"/>
        </xsl:if>
        <xsl:sequence select="@s:at, ../sch:let, ."/>
      </sch:rule>
    </sch:pattern>
  </xsl:template>

  <xsl:template match="sch:*" mode="gather" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="sch:let[../(sch:assert | sch:report)]" mode="gather" priority="2" as="element()?"/>

  <!-- The outermost Schematron elements, without those of deleted constraints and of examples. -->
  <xsl:function name="s:parts" as="element()*">
    <xsl:param name="root" as="element()"/>
    <xsl:variable name="holders" as="element()*"
        select="if ($root/self::tei:*) then $root//tei:constraintSpec[not(@mode = 'delete')]/tei:constraint else $root"/>
    <xsl:sequence select="$holders//(sch:* | xsl:key | xsl:function)[not(ancestor::sch:* or ancestor::xsl:*)]"/>
  </xsl:function>

  <!-- Prefixes: the first ns of a prefix wins over what is in scope, an earlier place over a later. -->
  <xsl:function name="s:namespaces" as="element(sch:ns)*">
    <xsl:param name="root" as="element()"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="declared" as="element(sch:ns)*" select="$parts/self::sch:ns"/>
    <xsl:variable name="in-scope" as="element(sch:ns)*">
      <xsl:for-each-group select="($root, $parts)/namespace::*[name()][not(name() = 'xml')]" group-by="name()">
        <sch:ns prefix="{current-grouping-key()}" uri="{.}"/>
      </xsl:for-each-group>
      <xsl:if test="$root/self::tei:*">
        <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
      </xsl:if>
    </xsl:variable>
    <xsl:for-each-group select="$declared, $in-scope" group-by="string(@prefix)">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The context of a bare assertion in an ODD: its element, or that element's attribute; for an
       attribute of a class every element that carries it. -->
  <xsl:function name="s:owner" as="xs:string?">
    <xsl:param name="assertion" as="element()"/>
    <xsl:variable name="element" as="element()?" select="$assertion/ancestor::tei:elementSpec[1]"/>
    <xsl:variable name="attribute" as="element()?" select="$assertion/ancestor::tei:attDef[1]"/>
    <xsl:variable name="namespace" as="xs:string"
        select="($element/@ns, $assertion/ancestor::tei:schemaSpec/@ns, 'http://www.tei-c.org/ns/1.0')[1]"/>
    <xsl:variable name="step" as="xs:string?" select="
        if ($element) then 'Q{' || $namespace || '}' || $element/@ident
        else if ($attribute) then '*' else ()"/>
    <xsl:sequence select="$step ! string-join((., $attribute ! ('@' || @ident)), '/')"/>
  </xsl:function>
</xsl:stylesheet>
