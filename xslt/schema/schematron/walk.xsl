<?xml version="1.0" encoding="UTF-8"?>
<!-- The fixed parts of every compiled schema: the walk, and the form of a finding. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:variorum:output"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:s="urn:variorum:schematron"
    exclude-result-prefixes="#all">

  <!-- Names in the compiled stylesheet are written with their namespace, for any prefix may be
       taken by the schema. -->
  <xsl:variable name="s:fired" as="xs:string" select="'Q{urn:variorum:schematron}fired'"/>
  <xsl:variable name="s:message" as="xs:string" select="'Q{urn:variorum:schematron}message'"/>
  <xsl:variable name="s:help" as="xs:string" select="'Q{urn:variorum:schematron}help'"/>

  <!-- A finding: `path` of the element, `attribute` its attribute if that is meant, and texts. -->
  <xsl:variable name="s:finding" as="element(xsl:function)">
    <o:function name="Q{{urn:variorum:schematron}}finding" as="map(*)">
      <o:param name="node" as="node()"/>
      <o:param name="id"/>
      <o:param name="role"/>
      <o:param name="message"/>
      <o:param name="help"/>
      <o:variable name="attribute" as="attribute()?" select="$node[self::attribute()]"/>
      <o:sequence select="map{{
          'path': path(if ($attribute) then $attribute/.. else $node), 'attribute': name($attribute), 'id': $id,
          'role': $role, 'message': normalize-space($message), 'help': normalize-space($help)}}"/>
    </o:function>
  </xsl:variable>

  <!-- Every element is visited in document order after the rules that match it, other nodes only
       where a context asks for their kind. -->
  <xsl:function name="s:walk" as="element()+">
    <xsl:param name="contexts" as="xs:string*"/>
    <o:mode name="check" on-no-match="deep-skip" use-accumulators="#all"/>
    <o:template match="/ | *" mode="check" priority="0" as="map(*)*">
      <o:apply-templates select="{s:visited($contexts)}" mode="check"/>
    </o:template>
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
