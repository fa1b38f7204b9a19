<?xml version="1.0" encoding="UTF-8"?>
<!-- Pointers: from an element of the text to the register entries it means. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:register-entry" match="tei:*[@xml:id][exists(v:entity-kind(.))]" use="@xml:id"/>
  <xsl:key name="v:prefix" match="tei:prefixDef" use="@ident"/>

  <!-- the register entries an element points to, by the first attribute that names any -->
  <xsl:function name="v:entities" as="element()*" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if (empty($element/(@ref | @key | @corresp | @source | @who))) then ()
        else v:first-register-entries($element,
            $element/(@ref, @key, @corresp, @source, @who))"/>
  </xsl:function>

  <xsl:function name="v:first-register-entries" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="attributes" as="attribute()*"/>
    <xsl:variable name="found" as="element()*"
        select="tokenize(head($attributes)) ! v:register-entry(., $element)"/>
    <xsl:sequence select="
        if (exists($found) or empty($attributes)) then $found
        else v:first-register-entries($element, tail($attributes))"/>
  </xsl:function>

  <!-- the entry a pointer means, in a register or in the document itself -->
  <xsl:function name="v:register-entry" as="element()?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="v:pointed-id($pointer, $from)"/>
    <xsl:sequence select="($registers ! key('v:register-entry', $id, .), key('v:register-entry', $id, root($from)))[1]"/>
  </xsl:function>

  <!-- what a list of pointers names, each without its `#` -->
  <xsl:function name="v:bare" as="xs:string*">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:sequence
        select="tokenize($pointers) ! (if (starts-with(., '#')) then substring(., 2) else .)"/>
  </xsl:function>

  <!-- the id at the end of a pointer: `#id`, `file.xml#id`, `prefix:id` by its prefixDef, `id` -->
  <xsl:function name="v:pointed-id" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="prefix" as="element()?"
        select="key('v:prefix', substring-before($pointer, ':'), root($from))[1]"/>
    <xsl:variable name="uri" as="xs:string" select="
        if ($prefix) then replace(substring-after($pointer, ':'),
            '^' || $prefix/@matchPattern || '$', $prefix/@replacementPattern)
        else $pointer"/>
    <xsl:sequence select="if (contains($uri, '#')) then substring-after($uri, '#') else $uri"/>
  </xsl:function>

  <xsl:function name="v:entity-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="entries" as="element()*" select="v:entities($element)"/>
    <xsl:if test="exists($entries)">
      <xsl:attribute name="v:entity" select="$entries/@xml:id"/>
      <xsl:attribute name="v:entity-kind" select="v:entity-kind($entries[1])"/>
      <xsl:if test="$element/ancestor::tei:text">
        <xsl:attribute name="v:mention"
            select="'mention-' || $element/accumulator-before('v:mentions')"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- the responsible, by name: what @resp points to, else the pointer itself -->
  <xsl:function name="v:responsible" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="tokenize(v:of-reading($element, 'resp'))">
      <xsl:variable name="id" as="xs:string" select="v:pointed-id(., $element)"/>
      <xsl:variable name="named" as="element()?"
          select="(key('v:id', $id, root($element)), $registers ! key('v:id', $id, .))[1]"/>
      <xsl:sequence select="
          if ($named[not(ancestor-or-self::tei:text)]) then v:preferred-name($named) else $id"/>
    </xsl:for-each>
  </xsl:function>

  <!-- how an entry, or a responsible party, is called -->
  <xsl:function name="v:preferred-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="element()?" select="
        ($entry/(tei:persName | tei:placeName | tei:orgName | tei:eventName | tei:name | tei:label
                 | tei:title | tei:term),
         $entry/tei:*)[1]"/>
    <xsl:sequence select="
        ($name ! normalize-space(.), normalize-space($entry), string($entry/@xml:id))[. ne ''][1]"/>
  </xsl:function>
</xsl:stylesheet>
