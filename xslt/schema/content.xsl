<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models: Pure ODD in, one flat pattern out; classes and macros are put in place. -->
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

  <!-- Steps, from the inside out: (1) each reference becomes the patterns it stands for;
       (2) sequences and alternations join them; (3) minOccurs and maxOccurs repeat the result.
       What no rule knows was reported before as a fault, so reaching it here is an error. -->
  <xsl:mode name="content" on-no-match="fail"/>

  <xsl:template match="content" mode="content" as="element()">
    <xsl:sequence select="pattern:group(odd:patterns(.))"/>
  </xsl:template>

  <!-- A macro that is all the content of an element is shared by reference. -->
  <xsl:template match="content[count(*) = 1][macroRef[not(@minOccurs | @maxOccurs)]]" mode="content"
      as="element(rng:ref)">
    <xsl:sequence select="odd:reference(macroRef/@key)"/>
  </xsl:template>

  <xsl:template match="textNode" mode="content" as="element(rng:text)">
    <text/>
  </xsl:template>

  <xsl:template match="empty" mode="content" as="element(rng:empty)">
    <empty/>
  </xsl:template>

  <!-- Any element of a namespace, with whatever is in it: one definition for each namespace. -->
  <xsl:template match="anyElement" mode="content" as="element()">
    <xsl:sequence select="odd:occurring(., odd:reference(odd:any-element(@require)))"/>
  </xsl:template>

  <xsl:function name="odd:any-element" as="xs:string">
    <xsl:param name="namespace" as="xs:string"/>
    <xsl:sequence select="'any.' || replace($namespace, '^.*/', '')"/>
  </xsl:function>

  <xsl:template match="elementRef" mode="content" as="element()">
    <xsl:sequence select="odd:occurring(., odd:reference(@key))"/>
  </xsl:template>

  <xsl:template match="macroRef" mode="content" as="element()">
    <xsl:sequence select="odd:occurring(., pattern:group(odd:patterns(key('macro', @key)/content)))"/>
  </xsl:template>

  <xsl:template match="sequence" mode="content" as="element()">
    <xsl:sequence select="odd:occurring(., pattern:group(odd:patterns(.)))"/>
  </xsl:template>

  <xsl:template match="sequence[@preserveOrder = ('false', '0')]" mode="content" as="element()">
    <xsl:sequence select="odd:occurring(., pattern:interleave(odd:patterns(.)))"/>
  </xsl:template>

  <xsl:template match="alternate" mode="content" as="element()">
    <xsl:sequence select="odd:occurring(., pattern:choice(odd:patterns(.)))"/>
  </xsl:template>

  <xsl:template match="classRef" mode="content" as="element()">
    <xsl:sequence select="odd:occurring(., pattern:choice(odd:class-members(.)))"/>
  </xsl:template>

  <xsl:template match="classRef[starts-with(@expand, 'sequence')]" mode="content" as="element()">
    <xsl:variable name="min" as="xs:integer" select="if (contains(@expand, 'Optional')) then 0 else 1"/>
    <xsl:variable name="max" as="xs:string"
        select="if (contains(@expand, 'Repeatable')) then 'unbounded' else '1'"/>
    <xsl:sequence select="odd:occurring(.,
        pattern:group(odd:class-members(.) ! pattern:occurring(., $min, $max)))"/>
  </xsl:template>

  <xsl:template match="dataRef | valList" mode="content" as="element()">
    <xsl:apply-templates select="." mode="datatype"/>
  </xsl:template>

  <xsl:function name="odd:patterns" as="element()*">
    <xsl:param name="parent" as="element()"/>
    <xsl:apply-templates select="$parent/*" mode="content"/>
  </xsl:function>

  <!-- The elements a classRef stands for, as @include and @except narrow them. -->
  <xsl:function name="odd:class-members" as="element(rng:ref)*">
    <xsl:param name="ref" as="element(classRef)"/>
    <xsl:variable name="names" as="xs:string*" select="
        odd:elements(key('class', $ref/@key, root($ref)))/@ident/string()"/>
    <xsl:sequence select="
        $names[not($ref/@include) or . = tokenize($ref/@include)]
              [not(. = tokenize($ref/@except))] ! odd:reference(.)"/>
  </xsl:function>

  <xsl:function name="odd:reference" as="element(rng:ref)">
    <xsl:param name="name" as="xs:string"/>
    <ref name="{$name}"/>
  </xsl:function>

  <!-- A pattern, repeated as the ODD element that stands for it says. -->
  <xsl:function name="odd:occurring" as="element()">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="pattern" as="element()"/>
    <xsl:sequence select="pattern:occurring($pattern,
        xs:integer(($node/@minOccurs, 1)[1]), string(($node/@maxOccurs, 1)[1]))"/>
  </xsl:function>
</xsl:stylesheet>
