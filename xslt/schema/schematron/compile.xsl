<?xml version="1.0" encoding="UTF-8"?>
<!-- An expanded schema as a stylesheet: one walk through the document for all patterns. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:_xsl="urn:variorum:output"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="urn:variorum:schematron"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <!-- Steps: (1) the schema becomes a stylesheet with its prefixes, its keys and functions, its
       lets as global variables and the fixed parts of walk.xsl; (2) each let of a pattern becomes a
       global variable of another name, since two patterns may use one name; (3) each rule becomes
       a template rule: of two rules of the document the earlier has the higher priority, and
       each hands on to the next one that matches with the number of its pattern, so that the later
       rules of that pattern let the node pass (ISO 19757-3 6.5); those of a group do not. The
       instructions are in a namespace of ours until the mode `finish`. -->
  <xsl:mode name="compile" on-no-match="fail"/>

  <xsl:template match="sch:schema" mode="compile" as="element(_xsl:stylesheet)">
    <_xsl:stylesheet version="3.0" xsl:inherit-namespaces="no">
      <xsl:for-each-group select="(sch:ns[s:file(.) = ('', '0')], sch:ns)[not(@prefix = 'xml')]" group-by="string(@prefix)">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each-group>
      <xsl:apply-templates select="xsl:*" mode="compile"/>
      <xsl:sequence select="s:walk(.), $s:counts, $s:finding, $s:name"/>
      <xsl:apply-templates select="sch:let, sch:param, sch:phase[not($s:asks)]/sch:let, *[s:is-pattern(.)]/sch:let" mode="compile"/>
      <xsl:apply-templates select="*[s:is-pattern(.)]/sch:rule" mode="compile"/>
    </_xsl:stylesheet>
  </xsl:template>

  <xsl:template match="xsl:*" mode="compile" as="element()">
    <xsl:copy>
      <xsl:sequence select="s:origin(.), @* except @s:at, node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- The content of a let is its value as it stands, also where it looks like XSLT. -->
  <xsl:template match="sch:let | sch:param" mode="compile" as="element(_xsl:variable)">
    <_xsl:variable name="{normalize-space(@name)}">
      <xsl:sequence select="s:origin(.), @as, s:version(.)"/>
      <xsl:if test="not(@as or @value or s:version(.))">
        <xsl:attribute name="as" select="'node()*'"/>
      </xsl:if>
      <xsl:for-each select="@value">
        <xsl:attribute name="select" select="."/>
      </xsl:for-each>
      <xsl:apply-templates select="node()[not(current()/@value)]" mode="verbatim"/>
    </_xsl:variable>
  </xsl:template>

  <xsl:template match="sch:let[s:is-pattern(..)]" mode="compile" as="element(_xsl:variable)">
    <xsl:variable name="content" as="element(_xsl:variable)">
      <xsl:next-match/>
    </xsl:variable>
    <_xsl:variable name="{s:global(.)}" as="item()*">
      <xsl:sequence select="s:origin(.), preceding-sibling::sch:let ! s:local(.), $content"/>
      <_xsl:sequence select="${normalize-space(@name)}"/>
    </_xsl:variable>
  </xsl:template>

  <xsl:template match="sch:rule" mode="compile" as="element(_xsl:template)">
    <xsl:variable name="pattern" as="xs:integer" select="s:number(..)"/>
    <xsl:variable name="body" as="element(_xsl:try)">
      <_xsl:try>
        <xsl:sequence select="../sch:let ! s:local(.)"/>
        <xsl:apply-templates select="sch:let" mode="compile"/>
        <xsl:sequence select="s:visits(.)"/>
        <xsl:sequence select="$s:failure"/>
      </_xsl:try>
    </xsl:variable>
    <_xsl:template match="{s:context(.)}" mode="check" priority="{last() - position() + 1}" as="map(*)*">
      <xsl:sequence select="s:origin(.), s:version(.)"/>
      <_xsl:param name="{$s:fired}" select="0"/>
      <xsl:if test="@visit-each">
        <_xsl:variable name="{$s:here}" select="."/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="parent::sch:group">
          <xsl:sequence select="$body"/>
        </xsl:when>
        <xsl:otherwise>
          <_xsl:if test="${$s:fired} ne {$pattern}">
            <xsl:sequence select="$body"/>
          </_xsl:if>
        </xsl:otherwise>
      </xsl:choose>
      <_xsl:next-match>
        <_xsl:with-param name="{$s:fired}" select="{$pattern}"/>
      </_xsl:next-match>
    </_xsl:template>
  </xsl:template>

  <!-- What a rule asserts of its context, or of each item that it visits instead (`visit-each`). -->
  <xsl:function name="s:visits" as="element()*">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:variable name="assertions" as="element()*">
      <xsl:apply-templates select="$rule/(sch:assert | sch:report)" mode="compile"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$rule/@visit-each">
        <_xsl:for-each select="{$rule/@visit-each}">
          <xsl:sequence select="s:origin($rule), $assertions"/>
        </_xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$assertions"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="s:is-pattern" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="$node instance of element(sch:pattern) or $node instance of element(sch:group)"/>
  </xsl:function>

  <xsl:accumulator name="s:number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="sch:schema/sch:pattern | sch:schema/sch:group" select="$value + 1"/>
  </xsl:accumulator>

  <!-- Patterns count from 1: nothing has fired yet is 0. -->
  <xsl:function name="s:number" as="xs:integer">
    <xsl:param name="pattern" as="element()"/>
    <xsl:sequence select="$pattern/accumulator-before('s:number')"/>
  </xsl:function>

  <xsl:function name="s:global" as="xs:string">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:sequence select="'Q{urn:variorum:schematron}let-' || s:number($let/..) || '-' || count($let/preceding-sibling::sch:let)"/>
  </xsl:function>

  <!-- A context stands outside the rule, where the lets of its pattern have their global names. A step that
       is a variable stands in parentheses, since Saxon ends the whole process over $x/y. -->
  <xsl:function name="s:context" as="xs:string">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$rule/@context" regex="'[^']*'|&quot;[^&quot;]*&quot;|((^|\|)\s*)?\$\s*([\i-[:]]\c*)">
        <xsl:matching-substring>
          <xsl:variable name="let" as="element(sch:let)?" select="$rule/../sch:let[normalize-space(@name) = regex-group(3)]"/>
          <xsl:variable name="variable" as="xs:string" select="'$' || ($let ! s:global(.), regex-group(3))[1]"/>
          <xsl:sequence select="
              if (not(regex-group(3))) then string()
              else if (matches(., '^\s*\$') and position() gt 1) then $variable
              else regex-group(1) || '(' || $variable || ')'"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="string()"/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- A let of a pattern under its own name, where rules and later lets of that pattern see it. -->
  <xsl:function name="s:local" as="element(_xsl:variable)">
    <xsl:param name="let" as="element(sch:let)"/>
    <_xsl:variable name="{normalize-space($let/@name)}" select="${s:global($let)}"/>
  </xsl:function>

  <!-- Bindings to XSLT 1.0, the default, mean the comparisons and conversions of XPath 1.0. -->
  <xsl:function name="s:version" as="attribute(version)?">
    <xsl:param name="node" as="element()"/>
    <xsl:if test="not(matches($node/ancestor::sch:schema/@queryBinding, '[23]'))">
      <xsl:attribute name="version" select="'1.0'"/>
    </xsl:if>
  </xsl:function>

  <!-- Where an element comes from: the prefixes of an included file, and its place for messages. -->
  <xsl:function name="s:origin" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="declared" as="map(*)" select="($prefixes(s:file($element)), map{})[1]"/>
    <xsl:for-each select="map:keys($declared)">
      <xsl:namespace name="{.}" select="$declared(.)"/>
    </xsl:for-each>
    <xsl:sequence select="$element/@s:at"/>
  </xsl:function>

  <!-- Steps: instructions get the namespace of XSLT, under a prefix that no schema has for itself, since
       xsl may stand for anything there. -->
  <xsl:mode name="finish" on-no-match="shallow-copy"/>

  <xsl:template match="_xsl:*" mode="finish" as="element()">
    <xsl:element name="{name()}" namespace="http://www.w3.org/1999/XSL/Transform">
      <xsl:sequence select="namespace::*[not(name() = '_xsl')], @*"/>
      <xsl:apply-templates mode="finish"/>
    </xsl:element>
  </xsl:template>

  <!-- Steps: each node of a value becomes the instruction that makes it. -->
  <xsl:mode name="verbatim" on-no-match="fail"/>

  <xsl:template match="*" mode="verbatim" as="element(_xsl:element)">
    <_xsl:element name="{local-name()}" namespace="{s:braced(namespace-uri())}">
      <xsl:apply-templates select="@* except @s:at, node()" mode="verbatim"/>
    </_xsl:element>
  </xsl:template>

  <xsl:template match="@*" mode="verbatim" as="element(_xsl:attribute)">
    <_xsl:attribute name="{local-name()}" namespace="{s:braced(namespace-uri())}">{.}</_xsl:attribute>
  </xsl:template>

  <xsl:template match="text()" mode="verbatim" as="element(_xsl:text)?">
    <xsl:where-populated>
      <_xsl:text>{.[normalize-space()]}</_xsl:text>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="verbatim" as="empty-sequence()"/>

  <!-- Text as an attribute value template that means it. -->
  <xsl:function name="s:braced" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '[{}]', '$0$0')"/>
  </xsl:function>
</xsl:stylesheet>
