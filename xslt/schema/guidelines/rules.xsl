<?xml version="1.0" encoding="UTF-8"?>
<!-- One page for each code of a finding: why, what to do, an example of the mistake and its cure. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:l="urn:variorum:labels"
    xmlns:g="urn:variorum:guidelines"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="rule" match="constraintSpec" use="@ident"/>
  <xsl:key name="rule-example" match="exemplum[@n]" use="substring-before(@n, ' ')"/>

  <xsl:function name="g:rule-page" as="element()">
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="rule" as="map(*)"/>
    <xsl:variable name="elements" as="element(elementSpec)*" select="
        (key('rule', $code, $odd) | key('rule-example', $code, $odd))/ancestor::elementSpec"/>
    <xsl:call-template name="g:page">
      <xsl:with-param name="name" select="'rule-' || $code"/>
      <xsl:with-param name="title" select="$code"/>
      <xsl:with-param name="body" as="element()+">
        <xsl:sequence select="g:paragraph(g:joined($elements ! g:link(@ident), ', '))"/>
        <p>{l:label('guidelines.level.' || $rule?level)}: {$rule?reason}</p>
        <xsl:for-each select="$rule?help[. ne '']">
          <p>{l:label('guidelines.help')} {.}.</p>
        </xsl:for-each>
        <xsl:sequence select="g:part('bad', g:code($rule?bad))"/>
        <xsl:sequence select="g:part('good', g:code($rule?good))"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <xsl:function name="g:rule-link" as="element()">
    <xsl:param name="code" as="xs:string"/>
    <a href="rule-{$code}.html">{$code}</a>
  </xsl:function>

  <!-- the codes of the rules that an element has, or shows in its examples -->
  <xsl:function name="g:rules-of" as="xs:string*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:sequence select="
        distinct-values(($spec/constraintSpec/@ident/string(),
                         $spec/exemplum/@n ! substring-before(., ' ')))"/>
  </xsl:function>
</xsl:stylesheet>
