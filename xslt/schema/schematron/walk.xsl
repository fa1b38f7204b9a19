<?xml version="1.0" encoding="UTF-8"?>
<!-- The fixed parts of every compiled schema: the walk, and the form of a finding. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:_xsl="urn:variorum:output"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="urn:variorum:schematron"
    exclude-result-prefixes="#all">

  <!-- Names in the compiled stylesheet are written with their namespace, for any prefix may be
       taken by the schema. -->
  <xsl:variable name="s:fired" as="xs:string" select="'Q{urn:variorum:schematron}fired'"/>
  <xsl:variable name="s:here" as="xs:string" select="'Q{urn:variorum:schematron}here'"/>
  <xsl:variable name="s:role" as="xs:string" select="'Q{urn:variorum:schematron}role'"/>
  <xsl:variable name="s:message" as="xs:string" select="'Q{urn:variorum:schematron}message'"/>
  <xsl:variable name="s:help" as="xs:string" select="'Q{urn:variorum:schematron}help'"/>

  <!-- How many nodes of a kind there are up to a node: numbers that are had at once, unlike paths. -->
  <xsl:variable name="s:counts" as="element(_xsl:accumulator)+">
    <xsl:for-each select="'element', 'text', 'comment', 'processing-instruction'">
      <_xsl:accumulator name="Q{{urn:variorum:schematron}}{.}" initial-value="0">
        <_xsl:accumulator-rule match="{.}()" select="$value + 1"/>
      </_xsl:accumulator>
    </xsl:for-each>
  </xsl:variable>

  <!-- A finding: the `kind` of its node, the `number` of the node among those of its kind, its `attribute`
       if that is meant, and texts. It is about the first of $about if that is a node of the
       document, else about $here. -->
  <xsl:variable name="s:finding" as="element(_xsl:function)">
    <_xsl:function name="Q{{urn:variorum:schematron}}finding" as="map(*)">
      <_xsl:param name="about" as="item()*"/>
      <_xsl:param name="here" as="node()"/>
      <_xsl:param name="id"/>
      <_xsl:param name="role"/>
      <_xsl:param name="message"/>
      <_xsl:param name="help"/>
      <_xsl:variable name="node" as="node()" select="($about[1][. instance of node()][root() is root($here)], $here)[1]"/>
      <_xsl:variable name="attribute" as="attribute()?" select="$node[self::attribute()]"/>
      <_xsl:variable name="owner" as="node()" select="($attribute/.., $node)[1]"/>
      <_xsl:variable name="kind" as="item()" select="
          if ($owner instance of text()) then 'text' else if ($owner instance of comment()) then 'comment'
          else if ($owner instance of processing-instruction()) then 'processing-instruction' else 'element'"/>
      <_xsl:variable name="number" as="item()"
                     select="$owner/accumulator-before('Q{{urn:variorum:schematron}}' || $kind)"/>
      <_xsl:sequence select="map{{
          'kind': $kind, 'number': string($number), 'attribute': name($attribute), 'id': $id,
          'role': string($role), 'message': normalize-space($message), 'help': normalize-space($help)}}"/>
    </_xsl:function>
  </xsl:variable>

  <!-- A name in a message: @path gives a string that is the name of a node; an element stands for
       its own name, since the text in it can be none. -->
  <xsl:variable name="s:name" as="element(_xsl:function)">
    <_xsl:function name="Q{{urn:variorum:schematron}}name" as="item()*">
      <_xsl:param name="items" as="item()*"/>
      <_xsl:sequence select="$items ! (if (. instance of element()) then name() else string())"/>
    </_xsl:function>
  </xsl:variable>

  <!-- The walk starts with the document, or where the phase says (`from`). Every element is visited in
       document order after the rules that match it, other nodes only where a context asks for
       their kind. -->
  <xsl:function name="s:walk" as="element()+">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <_xsl:mode name="start" use-accumulators="#all"/>
    <_xsl:mode name="check" on-no-match="deep-skip" use-accumulators="#all"/>
    <_xsl:template match="/" mode="start" as="map(*)*">
      <xsl:if test="$s:asks">
        <xsl:sequence select="s:suited($schema/sch:phase)"/>
      </xsl:if>
      <_xsl:apply-templates select="." mode="check">
        <xsl:for-each select="$schema/sch:phase[@from]">
          <xsl:sequence select="s:origin(.)"/>
          <xsl:attribute name="select" select="'outermost((' || @from || '))'"/>
        </xsl:for-each>
      </_xsl:apply-templates>
    </_xsl:template>
    <_xsl:template match="/ | *" mode="check" priority="0" as="map(*)*">
      <_xsl:apply-templates select="{s:visited($schema//sch:rule/@context)}" mode="check"/>
    </_xsl:template>
  </xsl:function>

  <!-- A map that names the first of the phases whose condition holds for the document. -->
  <xsl:function name="s:suited" as="element()+">
    <xsl:param name="phases" as="element(sch:phase)*"/>
    <_xsl:variable name="{$s:here}" as="item()*">
      <xsl:for-each select="$phases">
        <_xsl:if test="{@when}">
          <xsl:sequence select="s:origin(.)"/>
          <_xsl:sequence select="{s:quoted(@id)}"/>
        </_xsl:if>
      </xsl:for-each>
    </_xsl:variable>
    <_xsl:sequence select="map{{'phase': string(${$s:here}[1])}}"/>
  </xsl:function>

  <!-- What the walk goes on to from an element. Predicates say nothing about the kind of node; a
       pattern that begins with a variable, a function or a dot may match anything. -->
  <xsl:function name="s:visited" as="xs:string">
    <xsl:param name="contexts" as="xs:string*"/>
    <xsl:variable name="steps" as="xs:string*" select="$contexts ! s:without-predicates(replace(., '''[^'']*''|&quot;[^&quot;]*&quot;', ''))"/>
    <xsl:variable name="any" as="xs:boolean" select="$steps ! matches(., '\$|^\s*\.|(^|[^\w.:-])(id|key|element-with-id|root)\s*\(') = true()"/>
    <xsl:variable name="attributes" as="xs:boolean" select="$any or $steps ! matches(., '@|(^|[^\w.:-])attribute\s*(\(|::)') = true()"/>
    <xsl:variable name="nodes" as="xs:boolean"
        select="$any or $steps ! matches(., '(^|[^\w.-])(text|comment|processing-instruction|node)\s*\(') = true()"/>
    <xsl:sequence select="string-join(('@*'[$attributes], if ($nodes) then 'node()' else '*'), ', ')"/>
  </xsl:function>

  <xsl:function name="s:without-predicates" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:variable name="less" as="xs:string" select="replace($pattern, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($less = $pattern) then $pattern else s:without-predicates($less)"/>
  </xsl:function>
</xsl:stylesheet>
