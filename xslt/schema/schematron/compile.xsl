<?xml version="1.0" encoding="UTF-8"?>
<!-- An expanded schema as a stylesheet: one walk through the document for all patterns. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:variorum:output"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="urn:variorum:schematron"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="o" result-prefix="xsl"/>

  <!-- Steps: (1) the schema becomes a stylesheet with its prefixes, its keys and functions, its
       lets as global variables and the fixed parts of walk.xsl; (2) each let of a pattern becomes a
       global variable of another name, since two patterns may use one name; (3) each rule becomes
       a template rule: of two rules of the document the earlier has the higher priority, and
       each hands on to the next one that matches with the number of its pattern, so that the later
       rules of that pattern let the node pass (ISO 19757-3 6.5). -->
  <xsl:mode name="compile" on-no-match="fail"/>

  <xsl:template match="sch:schema" mode="compile" as="element(xsl:stylesheet)">
    <o:stylesheet version="3.0">
      <xsl:for-each select="sch:ns[not(@prefix = 'xml')]">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each>
      <xsl:sequence select="xsl:*, s:walk(.//sch:rule/@context), $s:finding"/>
      <xsl:apply-templates select="sch:let, sch:pattern/sch:let" mode="compile"/>
      <xsl:apply-templates select="sch:pattern/sch:rule" mode="compile"/>
    </o:stylesheet>
  </xsl:template>

  <xsl:template match="sch:let" mode="compile" as="element(xsl:variable)">
    <o:variable name="{@name}">
      <xsl:sequence select="@s:at, @as, s:version(.)"/>
      <xsl:for-each select="@value">
        <xsl:attribute name="select" select="."/>
      </xsl:for-each>
      <xsl:sequence select="node()[not(current()/@value)]"/>
    </o:variable>
  </xsl:template>

  <xsl:template match="sch:pattern/sch:let" mode="compile" as="element(xsl:variable)">
    <xsl:variable name="content" as="element(xsl:variable)">
      <xsl:next-match/>
    </xsl:variable>
    <o:variable name="{s:global(.)}" as="item()*">
      <xsl:sequence select="@s:at, preceding-sibling::sch:let ! s:local(.), $content"/>
      <o:sequence select="${@name}"/>
    </o:variable>
  </xsl:template>

  <xsl:template match="sch:rule" mode="compile" as="element(xsl:template)">
    <xsl:variable name="pattern" as="xs:integer" select="s:number(..)"/>
    <o:template match="{s:context(.)}" mode="check" priority="{last() - position() + 1}" as="map(*)*">
      <xsl:sequence select="@s:at, s:version(.)"/>
      <o:param name="{$s:fired}" select="0"/>
      <o:if test="${$s:fired} ne {$pattern}">
        <o:try>
          <xsl:sequence select="../sch:let ! s:local(.)"/>
          <xsl:apply-templates select="sch:let, sch:assert, sch:report" mode="compile"/>
          <xsl:sequence select="s:failure(.)"/>
        </o:try>
      </o:if>
      <o:next-match>
        <o:with-param name="{$s:fired}" select="{$pattern}"/>
      </o:next-match>
    </o:template>
  </xsl:template>

  <!-- Patterns count from 1: nothing has fired yet is 0. -->
  <xsl:function name="s:number" as="xs:integer">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="count($pattern/preceding-sibling::sch:pattern) + 1"/>
  </xsl:function>

  <xsl:function name="s:global" as="xs:string">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:sequence select="'Q{urn:variorum:schematron}let-' || s:number($let/..) || '-' || count($let/preceding-sibling::sch:let)"/>
  </xsl:function>

  <!-- A context stands outside the rule, where the lets of its pattern have their global names. -->
  <xsl:function name="s:context" as="xs:string">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$rule/@context" regex="'[^']*'|&quot;[^&quot;]*&quot;|\$\s*([\i-[:]][\c]*)">
        <xsl:matching-substring>
          <xsl:variable name="let" as="element(sch:let)?" select="$rule/../sch:let[@name = regex-group(1)][last()]"/>
          <xsl:sequence select="if (exists($let)) then '$' || s:global($let) else string()"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="string()"/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- A let of a pattern under its own name, where rules and later lets of that pattern see it. -->
  <xsl:function name="s:local" as="element(xsl:variable)">
    <xsl:param name="let" as="element(sch:let)"/>
    <o:variable name="{$let/@name}" select="${s:global($let)}"/>
  </xsl:function>

  <!-- Bindings to XSLT 1.0, the default, mean the comparisons and conversions of XPath 1.0. -->
  <xsl:function name="s:version" as="attribute(version)?">
    <xsl:param name="node" as="element()"/>
    <xsl:if test="not(matches($node/ancestor::sch:schema/@queryBinding, '[23]'))">
      <xsl:attribute name="version" select="'1.0'"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
