<?xml version="1.0" encoding="UTF-8"?>
<!-- Abstract patterns, abstract rules and diagnostics, written out (ISO 19757-3 5.4.4, 5.4.10, 6.3). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="urn:variorum:schematron"
    exclude-result-prefixes="#all">

  <xsl:key name="diagnostic" match="sch:diagnostic" use="@id"/>
  <xsl:key name="abstract-pattern" match="(sch:pattern | sch:group)[@abstract = 'true']" use="local-name() || ' ' || @id"/>
  <xsl:key name="abstract-rule" match="sch:rule[@abstract = 'true']" use="@id"/>

  <!-- Steps: (1) patterns outside the phase, abstract ones, and what only tells a reader something
       are dropped; the phase is kept for its lets and the place it begins at; (2) a pattern that is-a takes the
       content of the abstract one, each $name of a parameter replaced in every attribute;
       (3) extends is replaced by what the abstract rule holds; (4) an assertion takes copies of
       its diagnostics. All else is copied. -->
  <xsl:mode name="expand" on-no-match="shallow-copy"/>

  <xsl:template match="(sch:pattern | sch:group)[@abstract = 'true' or not(s:is-active(.))] | sch:phase[not(. is s:active-phase(..) or ($s:asks and @when))]
                       | sch:rule[@abstract = 'true'] | sch:rules | sch:diagnostics | sch:properties
                       | (sch:pattern | sch:group)/sch:param | sch:active | sch:title | sch:p | comment() | processing-instruction()"
      mode="expand" priority="1" as="empty-sequence()"/>

  <xsl:template match="(sch:pattern | sch:group)[@is-a]" mode="expand" as="element()">
    <xsl:variable name="abstract" as="element()" select="s:abstract(.)[1]"/>
    <xsl:variable name="params" as="map(xs:string, xs:string)" select="
        map:merge(($abstract, .)/sch:param[@value] ! map{string(@name): string(@value)}, map{'duplicates': 'use-last'})"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, sch:let" mode="expand"/>
      <xsl:apply-templates select="$abstract/node()" mode="expand">
        <xsl:with-param name="params" select="$params" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:extends" mode="expand" as="node()*">
    <xsl:apply-templates select="s:extended(.)/node()" mode="expand"/>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="expand" as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@*, node(), tokenize(@diagnostics) ! key('diagnostic', ., root(current()))" mode="expand"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:*/@*[not(self::attribute(s:at))]" mode="expand" as="attribute()">
    <xsl:param name="params" as="map(xs:string, xs:string)" select="map{}" tunnel="yes"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}"
                   select="if (map:size($params)) then s:substituted(., $params) else string()"/>
  </xsl:template>

  <!-- The abstract pattern or group that another one is an instance of. -->
  <xsl:function name="s:abstract" as="element()*">
    <xsl:param name="instance" as="element()"/>
    <xsl:sequence select="key('abstract-pattern', local-name($instance) || ' ' || $instance/@is-a, root($instance))"/>
  </xsl:function>

  <!-- The abstract rule an extends names: in the same pattern if it is there, else in a container of
       rules for all patterns. -->
  <xsl:function name="s:extended" as="element(sch:rule)?">
    <xsl:param name="extends" as="element(sch:extends)"/>
    <xsl:variable name="rules" as="element(sch:rule)*" select="key('abstract-rule', $extends/@rule, root($extends))"/>
    <xsl:sequence select="($rules[.. is $extends/../..], $rules[parent::sch:rules])[1]"/>
  </xsl:function>

  <!-- $text with the parameters put in. Macro text has no grammar: in $name-1 the parameter may be
       called name-1 or name, and the longer one is meant where both exist. -->
  <xsl:function name="s:substituted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="params" as="map(xs:string, xs:string)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$text" regex="\$([\i-[:]][\c-[:]]*)">
        <xsl:matching-substring>
          <xsl:variable name="word" as="xs:string" select="regex-group(1)"/>
          <xsl:variable name="name" as="xs:string?"
              select="sort(map:keys($params)[$word = . or matches(substring-after($word, .), '^[.-]') and starts-with($word, .)], (), string-length#1)[last()]"/>
          <xsl:sequence select="if (exists($name)) then $params($name) || substring($word, string-length($name) + 1) else string()"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="string()"/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>
</xsl:stylesheet>
