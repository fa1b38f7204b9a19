<?xml version="1.0" encoding="UTF-8"?>
<!-- What an ODD declares, and how its specifications hang together. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:odd="urn:variorum:odd"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <xsl:key name="spec" match="elementSpec | classSpec | macroSpec | dataSpec" use="@ident"/>
  <xsl:key name="element" match="elementSpec" use="@ident"/>
  <xsl:key name="class" match="classSpec" use="@ident"/>
  <xsl:key name="macro" match="macroSpec" use="@ident"/>
  <xsl:key name="data" match="dataSpec" use="@ident"/>
  <xsl:key name="member" match="elementSpec | classSpec" use="classes/memberOf/@key"/>

  <!-- The elements of a model class, its subclasses' elements included. -->
  <xsl:function name="odd:elements" as="element(elementSpec)*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:variable name="members" as="element()*" select="key('member', $class/@ident, root($class))"/>
    <xsl:sequence select="$members[self::elementSpec] | $members[self::classSpec] ! odd:elements(.)"/>
  </xsl:function>

  <!-- The attribute classes a specification names itself. -->
  <xsl:function name="odd:attribute-classes" as="element(classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/classes/memberOf ! key('class', @key)[@type = 'atts']"/>
  </xsl:function>

  <!-- All attributes a specification has from its classes, as often as it has them. -->
  <xsl:function name="odd:inherited" as="element(attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="odd:attribute-classes($spec) ! (odd:inherited(.), attList/attDef)"/>
  </xsl:function>

  <!-- An inherited attribute with the parts replaced that a change names. -->
  <xsl:function name="odd:changed" as="element(attDef)">
    <xsl:param name="change" as="element(attDef)"/>
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="base" as="element(attDef)" select="odd:inherited($spec)[@ident = $change/@ident]"/>
    <xsl:copy select="$base">
      <xsl:sequence select="$base/@*, $change/@usage"/>
      <xsl:for-each select="'gloss', 'desc', 'datatype', 'valList'">
        <xsl:sequence select="($change/*[name() = current()], $base/*[name() = current()])[1]"/>
      </xsl:for-each>
    </xsl:copy>
  </xsl:function>

  <!-- The specifications one is built from: classes of a class, macros of a macro, datatypes. -->
  <xsl:function name="odd:parts" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="keys" as="xs:string*"
                  select="$spec/(classes/memberOf | content//(macroRef | dataRef))/@key/string()"/>
    <xsl:sequence select="key('spec', $keys, root($spec))[not(self::elementSpec)]"/>
  </xsl:function>

  <!-- All specifications reached from some, stopping at what was seen before. -->
  <xsl:function name="odd:reached" as="element()*">
    <xsl:param name="from" as="element()*"/>
    <xsl:param name="seen" as="element()*"/>
    <xsl:variable name="new" as="element()*" select="($from ! odd:parts(.)) except $seen"/>
    <xsl:sequence select="if (empty($new)) then $seen else odd:reached($new, $seen | $new)"/>
  </xsl:function>
</xsl:stylesheet>
