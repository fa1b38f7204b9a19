<?xml version="1.0" encoding="UTF-8"?>
<!-- What registers say of entities with dates: when a name was used, and how entities are related. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- a name as the register has it, and in brackets when it was used -->
  <xsl:function name="v:name-with-dates" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        v:name-in-order($name, true()) || (v:dated($name)[. ne ''] ! (' (' || . || ')'))"/>
  </xsl:function>

  <xsl:key name="v:relation" match="tei:relation"
      use="(@active, @passive, @mutual) ! tokenize(.) ! replace(., '^.*[#:]', '')"/>

  <!-- what lists of relations say of an entry, in the same file: `parent: Hugo → Anna` -->
  <xsl:function name="v:relations" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        if ($entry/@v:relations) then tokenize($entry/@v:relations, '\n')
        else key('v:relation', $entry/@xml:id, root($entry)) ! v:relation-in-words(., $entry)"/>
  </xsl:function>

  <xsl:function name="v:relation-in-words" as="xs:string">
    <xsl:param name="relation" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="sides" as="xs:string*" select="
        $relation/(@mutual, @active, @passive)
        ! string-join(v:pointers-of-side(., $entry) ! v:related(., $relation), '; ')"/>
    <xsl:sequence select="
        string-join((v:called-relation($relation), string-join(($sides => string-join(' → '), v:dated($relation))[. ne ''], ', ')), ': ')"/>
  </xsl:function>

  <xsl:function name="v:called-relation" as="xs:string?">
    <xsl:param name="relation" as="element()"/>
    <xsl:sequence select="(normalize-space($relation), $relation/(@name, @type) ! translate(., '_', ' '))[. ne ''][1]"/>
  </xsl:function>

  <!-- those at an end of a relation. In a mutual one all stand alike (TEI P5 13.3.2.3), so that the entry
       which tells of it names the others alone; between two ends one sees by its own place which it is -->
  <xsl:function name="v:pointers-of-side" as="xs:string*">
    <xsl:param name="side" as="attribute()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="pointers" as="xs:string*" select="tokenize($side)"/>
    <xsl:variable name="others" as="xs:string*"
        select="$pointers[replace(., '^.*[#:]', '') ne $entry/@xml:id]"/>
    <xsl:sequence select="if ($side/self::attribute(mutual)) then $others else $pointers"/>
  </xsl:function>

  <!-- an end of a relation: the name of the entry in the same file, else its id -->
  <xsl:function name="v:related" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="relation" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*[#:]', '')"/>
    <xsl:sequence
        select="(key('v:id', $id, root($relation))[1] ! v:preferred-name(.), $id)[1]"/>
  </xsl:function>
</xsl:stylesheet>
