<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes: those of an element itself in full, the others by their class; not those that every
     element has. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:l="urn:variorum:labels"
    xmlns:odd="urn:variorum:odd"
    xmlns:g="urn:variorum:guidelines"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- what a specification says of attributes -->
  <xsl:template name="g:attributes" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="own" as="element(attDef)*" select="attList//attDef ! g:effective(., current())"/>
    <xsl:variable name="classes" as="element(classSpec)*" select="odd:attribute-classes(.) except $g:of-all"/>
    <xsl:where-populated>
      <dl><xsl:sequence select="$own ! g:attribute(.)"/></dl>
    </xsl:where-populated>
    <xsl:if test="exists($classes)">
      <p>
        <a href="att.html">{l:label('guidelines.inherited')}</a>
        <xsl:text> {string-join($classes/gloss, ', ')}</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="g:of-all" as="element(classSpec)*" select="
      $odd//classSpec[@type = 'atts']
      [every $element in $odd//elementSpec satisfies $element/classes/memberOf/@key = @ident]"/>

  <!-- a change together with what it changes; nothing where the attribute is deleted -->
  <xsl:function name="g:effective" as="element(attDef)?">
    <xsl:param name="definition" as="element(attDef)"/>
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="
        if ($definition/@mode = 'change') then odd:changed($definition, $spec)
        else $definition[not(@mode = 'delete')]"/>
  </xsl:function>

  <xsl:function name="g:attribute" as="element()+">
    <xsl:param name="definition" as="element(attDef)"/>
    <dt>
      <xsl:value-of select="$definition/@ident"/>
      <xsl:if test="$definition/@usage = 'req'"> {l:label('guidelines.required')}</xsl:if>
    </dt>
    <dd>
      <xsl:value-of select="g:sentence($definition)"/>
      <xsl:for-each select="$definition/valList">
        <xsl:text> {l:label(if (@type = 'closed') then 'guidelines.one-of' else 'guidelines.such-as')} </xsl:text>
        <xsl:apply-templates select="." mode="words"/>
        <xsl:text>.</xsl:text>
      </xsl:for-each>
      <xsl:for-each select="$definition[not(valList/@type = 'closed')]
                            /datatype/dataRef/key('data', @key, $odd)[@ident ne 'data.word']">
        <xsl:text> ({gloss})</xsl:text>
      </xsl:for-each>
    </dd>
  </xsl:function>

  <!-- the values of a list, each with its meaning unless that is no more than the value itself -->
  <xsl:template match="valList" mode="words" as="text()">
    <xsl:value-of separator=", " select="
        valItem ! (@ident || g:meaning(.))"/>
  </xsl:template>

  <xsl:function name="g:meaning" as="xs:string">
    <xsl:param name="item" as="element(valItem)"/>
    <xsl:variable name="more" as="xs:string*"
        select="tokenize($item/desc)[string-length() gt 3][. ne $item/@ident]"/>
    <xsl:sequence select="if (exists($more)) then ' (' || normalize-space($item/desc) || ')' else ''"/>
  </xsl:function>
</xsl:stylesheet>
