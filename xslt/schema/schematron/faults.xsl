<?xml version="1.0" encoding="UTF-8"?>
<!-- What is wrong with a schema, said before anything is compiled from it. Errors in its XPath are
     found later, by the compiler of the stylesheet. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="urn:variorum:schematron"
    xmlns:v="urn:variorum:model"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <!-- Query language bindings of ISO 19757-3 (annexes C, E, H) that XSLT 3.0 can stand for. -->
  <xsl:variable name="s:bindings" as="xs:string+"
      select="'xslt', 'xslt1', 'xslt2', 'xslt3', 'xpath', 'xpath1', 'xpath2', 'xpath3', 'xpath31'"/>

  <!-- The attribute without which each element means nothing (ISO 19757-3 5.4). -->
  <xsl:variable name="s:required" as="map(xs:string, xs:string)" select="map{
      'ns': 'prefix', 'let': 'name', 'phase': 'id', 'active': 'pattern', 'assert': 'test', 'report': 'test',
      'value-of': 'select', 'diagnostic': 'id', 'param': 'name'}"/>

  <!-- The compiled stylesheet needs one prefix for itself. -->
  <xsl:variable name="s:kept" as="map(xs:string, xs:string)" select="map{
      'xml': 'http://www.w3.org/XML/1998/namespace', '_xsl': 'http://www.w3.org/1999/XSL/Transform'}"/>

  <!-- Steps: every element is looked at, parents first; the rules below give findings, one element may
       have several; content is always looked into. -->
  <xsl:mode name="faults" on-no-match="shallow-skip"/>

  <xsl:template match="sch:schema" mode="faults" as="element(v:finding)*" priority="3">
    <xsl:if test="not(lower-case((@queryBinding, 'xslt')[1]) = $s:bindings)">
      <xsl:sequence select="s:fault(., 'queryBinding «' || @queryBinding || '» is not known', 'write xslt3')"/>
    </xsl:if>
    <xsl:if test="not(s:phase(.) = ('#ALL', '#ANY'[$s:asks], sch:phase/@id))">
      <xsl:sequence select="s:fault(., 'there is no phase «' || s:phase(.) || '»', s:choices(sch:phase/@id))"/>
    </xsl:if>
    <xsl:if test="empty(.//sch:rule)">
      <xsl:sequence select="s:fault(., 'there is no Schematron rule in this file', '')"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:*[map:contains($s:required, local-name())]" mode="faults" as="element(v:finding)*" priority="2"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map">
    <xsl:variable name="name" as="xs:string" select="$s:required(local-name())"/>
    <xsl:if test="empty(@*[name() = $name])">
      <xsl:sequence select="s:fault(., local-name() || ' has no @' || $name, '')"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- Every prefix of a file is declared on one element of the compiled stylesheet. -->
  <xsl:template match="sch:ns" mode="faults" as="element(v:finding)*">
    <xsl:variable name="others" as="xs:string*" select="
        $s:kept(string(@prefix)), ../sch:ns[@prefix = current()/@prefix][s:file(.) = s:file(current())]/@uri"/>
    <xsl:if test="not(@prefix castable as xs:NCName) or @prefix = 'xmlns' or not(normalize-space(@uri))">
      <xsl:sequence select="s:fault(., 'this declares no prefix for a namespace', 'write prefix=&quot;…&quot; and uri=&quot;…&quot;')"/>
    </xsl:if>
    <xsl:if test="exists($others[. != current()/@uri])">
      <xsl:sequence select="s:fault(., 'prefix «' || @prefix || '» stands for two namespaces', '')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sch:let" mode="faults" as="empty-sequence()"/>

  <!-- A parameter of the schema is a variable of it; what it is without a value, nobody can say here. -->
  <xsl:template match="sch:schema/sch:param[not(@value)]" mode="faults" as="element(v:finding)*">
    <xsl:sequence select="s:fault(., 'the parameter «' || @name || '» has no value', '')"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:rule[not(@abstract = 'true')][not(@context)]" mode="faults" as="element(v:finding)*" priority="1">
    <xsl:sequence select="s:fault(., 'rule has no @context', 'say which nodes it is about')"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- Parameters that an abstract pattern declares are the ones it takes; one that declares none, as before
       the edition of 2025, takes any. -->
  <xsl:template match="(sch:pattern | sch:group)[@is-a]" mode="faults" as="element(v:finding)*">
    <xsl:variable name="abstract" as="element()?" select="s:abstract(.)[1]"/>
    <xsl:variable name="declared" as="element(sch:param)*" select="$abstract/sch:param"/>
    <xsl:variable name="missing" as="xs:string*" select="$declared[not(@value)]/@name[not(. = current()/sch:param/@name)]"/>
    <xsl:if test="empty($abstract)">
      <xsl:sequence select="s:unknown(., 'abstract ' || local-name(), @is-a, ../*[local-name() = local-name(current())][@abstract = 'true']/@id)"/>
    </xsl:if>
    <xsl:sequence select="
        sch:param[exists($declared) or s:is-2025(.)][not(@name = $declared/@name)] ! s:unknown(., 'parameter', string(@name), $declared/@name),
        $missing ! s:fault(current(), 'the parameter «' || . || '» is not given', '')"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="(sch:pattern | sch:group)[@documents]" mode="faults" as="element(v:finding)*" priority="1">
    <xsl:sequence select="s:fault(., 'patterns about other documents (@documents) are not checked here', '')"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:extends" mode="faults" as="element(v:finding)*">
    <xsl:variable name="found" as="element(sch:rule)?" select="s:extended(.)"/>
    <xsl:variable name="elsewhere" as="element(sch:rule)*" select="key('abstract-rule', @rule)"/>
    <xsl:if test="empty($found)">
      <xsl:sequence select="
          if (exists($elsewhere))
          then s:fault(., 'the abstract rule «' || @rule || '» stands in another pattern', 'put it into &lt;rules> of the schema')
          else s:unknown(., 'abstract rule', string(@rule), (../../sch:rule, //sch:rules/sch:rule)[@abstract = 'true']/@id)"/>
    </xsl:if>
    <xsl:if test=".. intersect s:ancestry($found, ())">
      <xsl:sequence select="s:fault(., 'the rule extends itself', '')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sch:active" mode="faults" as="element(v:finding)*">
    <xsl:variable name="known" as="attribute(id)*" select="../../(sch:pattern | sch:group)/@id"/>
    <xsl:if test="not(@pattern = $known)">
      <xsl:sequence select="s:unknown(., 'pattern', string(@pattern), $known)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="faults" as="element(v:finding)*">
    <xsl:variable name="known" as="attribute()*" select="//sch:diagnostic/@id"/>
    <xsl:sequence select="tokenize(@diagnostics)[not(. = $known)] ! s:unknown(current(), 'diagnostic', ., $known)"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:*[not(local-name() = ('schema', 'title', 'ns', 'p', 'let', 'phase', 'active', 'pattern', 'group', 'rule', 'rules',
                       'assert', 'report', 'extends', 'name', 'value-of', 'emph', 'span', 'dir', 'diagnostics', 'diagnostic',
                       'properties', 'property', 'param'))]
                       | sch:schema/xsl:*[not(self::xsl:key | self::xsl:function | self::xsl:variable | self::xsl:param | self::xsl:accumulator
                       | self::xsl:decimal-format)]"
      mode="faults" as="element(v:finding)">
    <xsl:sequence select="s:fault(., name() || ' cannot be compiled here', '')"/>
  </xsl:template>

  <!-- A name that is defined twice, where both are seen: in an expanded schema a let of a schema,
       its phase and a pattern; and two lets of a rule. A rule may hide what is defined outside of it. -->
  <xsl:function name="s:defined-twice" as="element(v:finding)*">
    <xsl:param name="schema" as="element(sch:schema)?"/>
    <xsl:variable name="outer" as="element()*" select="$schema/(sch:let | sch:param | sch:phase[not($s:asks)]/sch:let)"/>
    <xsl:variable name="twice" as="element()*" select="
        s:later((), $outer), $schema/(sch:pattern | sch:group) ! (s:later($outer, sch:let), sch:rule ! s:later((), sch:let))"/>
    <xsl:sequence select="$twice ! s:fault(., 'the variable $' || normalize-space(@name) || ' is already defined', 'give it another name')"/>
  </xsl:function>

  <!-- The definitions whose name is one of those $before, or of an earlier one of these. -->
  <xsl:function name="s:later" as="element()*">
    <xsl:param name="before" as="element()*"/>
    <xsl:param name="definitions" as="element()*"/>
    <xsl:for-each-group select="$definitions" group-by="normalize-space(@name)">
      <xsl:sequence select="if (current-grouping-key() = $before/normalize-space(@name)) then current-group() else tail(current-group())"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Whether the schema of an element says that it is written for the edition of 2025 or a later one. -->
  <xsl:function name="s:is-2025" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::sch:schema/@schematronEdition[. ge '2025'])"/>
  </xsl:function>

  <!-- The number of the file that an element comes from. -->
  <xsl:function name="s:file" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="substring-before($element/@s:at, ' ')"/>
  </xsl:function>

  <!-- All abstract rules that $rule is made of, itself included. -->
  <xsl:function name="s:ancestry" as="element(sch:rule)*">
    <xsl:param name="rule" as="element(sch:rule)?"/>
    <xsl:param name="seen" as="element(sch:rule)*"/>
    <xsl:sequence select="fold-left($rule[empty(. intersect $seen)]/sch:extends, ($rule, $seen),
        function($rules, $extends) { $rules | s:ancestry(s:extended($extends), $rules) })"/>
  </xsl:function>

  <xsl:function name="s:unknown" as="element(v:finding)">
    <xsl:param name="where" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="known" as="xs:string*"/>
    <xsl:sequence select="s:fault($where, 'there is no ' || $kind || ' «' || $name || '»', s:choices($known))"/>
  </xsl:function>

  <xsl:function name="s:choices" as="xs:string">
    <xsl:param name="known" as="xs:string*"/>
    <xsl:sequence select="if (exists($known)) then 'there is: ' || string-join($known[position() le 8], ', ') else ''"/>
  </xsl:function>

  <xsl:function name="s:fault" as="element(v:finding)">
    <xsl:param name="where" as="element()"/>
    <xsl:param name="message" as="xs:string"/>
    <xsl:param name="help" as="xs:string"/>
    <v:finding at="{$where/@s:at}" message="{$message}" help="{$help}"/>
  </xsl:function>
</xsl:stylesheet>
