<?xml version="1.0" encoding="UTF-8"?>
<!-- The codes of findings: why, what to do, an example of the mistake and its cure. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:l="urn:variorum:labels"
    xmlns:g="urn:variorum:guidelines"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="rule" match="constraintSpec" use="@ident"/>
  <xsl:key name="rule-example" match="exemplum[@n]" use="substring-before(@n, ' ')"/>

  <!-- the page of each rule that has an example, and one page for all others -->
  <xsl:template name="g:rules" as="element()+">
    <xsl:for-each select="sort(map:keys($g:codes))[$g:codes(.)?bad ne '']">
      <xsl:variable name="rule" as="map(*)" select="$g:codes(.)"/>
      <xsl:call-template name="g:page">
        <xsl:with-param name="name" select="'rule-' || ."/>
        <xsl:with-param name="title" select="."/>
        <xsl:with-param name="body" as="element()+">
          <xsl:sequence select="g:paragraph(g:joined(g:elements-of(.) ! g:link(.), ', ')), g:told($rule)"/>
          <xsl:sequence select="g:part('bad', g:code($rule?bad)), g:part('good', g:code($rule?good))"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="g:page">
      <xsl:with-param name="name" select="'codes'"/>
      <xsl:with-param name="title" select="l:label('guidelines.codes')"/>
      <xsl:with-param name="body" as="element()*">
        <xsl:for-each select="sort(map:keys($g:codes))[$g:codes(.)?bad eq '']">
          <h2 id="{.}">{.}</h2>
          <xsl:sequence select="g:told($g:codes(.))"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- why a finding matters, and what to do -->
  <xsl:function name="g:told" as="element()+">
    <xsl:param name="rule" as="map(*)"/>
    <p>{l:label('guidelines.level.' || $rule?level)}: {$rule?reason}</p>
    <xsl:for-each select="$rule?help[. ne '']">
      <p>{l:label('guidelines.help')} {.}.</p>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="g:rule-link" as="element()">
    <xsl:param name="code" as="xs:string"/>
    <a href="{$g:codes($code)?page}">{$code}</a>
  </xsl:function>

  <!-- the elements that have a rule, or show it in their examples -->
  <xsl:function name="g:elements-of" as="xs:string*">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="
        (key('rule', $code, $odd) | key('rule-example', $code, $odd))/ancestor::elementSpec/@ident/string()"/>
  </xsl:function>

  <!-- the codes of the rules that an element has, or shows in its examples -->
  <xsl:function name="g:rules-of" as="xs:string*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:sequence select="
        distinct-values(($spec/constraintSpec/@ident/string(),
                         $spec/exemplum/@n ! substring-before(., ' ')))"/>
  </xsl:function>
</xsl:stylesheet>
