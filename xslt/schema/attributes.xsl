<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes: a class of them is one shared pattern; an element refers to its classes, and
     spells out only a class of which it changes or deletes something. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:odd="urn:variorum:odd"
    xmlns:pattern="urn:variorum:pattern"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <!-- One step: an attDef becomes an attribute pattern, optional unless its usage is "req"; a list
       of attributes, a group or a choice of such patterns. -->
  <xsl:mode name="attribute" on-no-match="fail"/>

  <xsl:template match="attDef[@usage = 'req']" mode="attribute" as="element(rng:attribute)">
    <xsl:sequence select="odd:attribute(.)"/>
  </xsl:template>

  <xsl:template match="attDef" mode="attribute" as="element(rng:optional)">
    <optional>
      <xsl:sequence select="odd:attribute(.)"/>
    </optional>
  </xsl:template>

  <xsl:template match="attList" mode="attribute" as="element()">
    <xsl:variable name="patterns" as="element()*">
      <xsl:apply-templates select="*" mode="attribute"/>
    </xsl:variable>
    <xsl:sequence select="if (@org = 'choice') then pattern:choice($patterns) else pattern:group($patterns)"/>
  </xsl:template>

  <!-- All attribute patterns of an element or an attribute class. -->
  <xsl:function name="odd:attributes" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="own" as="element(attDef)*" select="$spec/attList/attDef"/>
    <xsl:variable name="changed" as="xs:string*" select="$own[@mode = ('change', 'delete')]/@ident"/>
    <xsl:sequence select="odd:attribute-classes($spec) ! odd:class-attributes(., $changed)"/>
    <xsl:apply-templates select="$spec/attList/(attDef[not(@mode = ('change', 'delete'))] | attList)"
        mode="attribute"/>
    <xsl:apply-templates select="$own[@mode = 'change'] ! odd:changed(., $spec)" mode="attribute"/>
  </xsl:function>

  <!-- A class: by reference, or spelt out without the attributes named. -->
  <xsl:function name="odd:class-attributes" as="element()*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:param name="without" as="xs:string*"/>
    <xsl:variable name="all" as="element(attDef)*" select="odd:inherited($class), $class/attList/attDef"/>
    <xsl:choose>
      <xsl:when test="$all/@ident = $without">
        <xsl:apply-templates select="$all[not(@ident = $without)]" mode="attribute"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="odd:reference($class/@ident)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="odd:attribute" as="element(rng:attribute)">
    <xsl:param name="definition" as="element(attDef)"/>
    <attribute name="{$definition/@ident}">
      <xsl:sequence select="$definition/@ns, odd:documentation($definition)"/>
      <xsl:sequence select="odd:attribute-value($definition)"/>
    </attribute>
  </xsl:function>

  <!-- The value: one of a closed list; one of a list or else of the type; of the type; any text. -->
  <xsl:function name="odd:attribute-value" as="element()">
    <xsl:param name="definition" as="element(attDef)"/>
    <xsl:variable name="list" as="element(valList)?" select="$definition/valList[not(@type = 'open')]"/>
    <xsl:variable name="types" as="element()*">
      <xsl:apply-templates select="$list" mode="datatype"/>
      <xsl:if test="not($list/@type = 'closed')">
        <xsl:apply-templates select="$definition/datatype/dataRef" mode="datatype"/>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="value" as="element()" select="
        if (empty($types)) then $pattern:text
        else if (count($types) = 1) then $types
        else pattern:of('choice', $types ! (if (self::rng:choice) then * else .))"/>
    <xsl:sequence select="odd:listed($value, $definition/datatype)"/>
  </xsl:function>

  <!-- A value, or a list of values where the datatype may occur more than once. -->
  <xsl:function name="odd:listed" as="element()">
    <xsl:param name="value" as="element()"/>
    <xsl:param name="datatype" as="element(datatype)?"/>
    <xsl:sequence select="
        if ($datatype/@maxOccurs ne '1')
        then pattern:of('list', odd:occurring($datatype, $value))
        else $value"/>
  </xsl:function>
</xsl:stylesheet>
