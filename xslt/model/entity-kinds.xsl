<?xml version="1.0" encoding="UTF-8"?>
<!-- Which elements are entries of a register, and of what kind; which lists are registers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:variable name="v:entity-kinds" as="map(xs:string, xs:string)" select="map {
      'person': 'person', 'personGrp': 'group', 'place': 'place', 'org': 'org',
      'event': 'event', 'bibl': 'bibl', 'biblStruct': 'bibl', 'biblFull': 'bibl',
      'object': 'object', 'nym': 'term', 'category': 'term' }"/>

  <!-- the lists that say who or what is meant -->
  <xsl:variable name="v:lists-of-entries" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('listPerson listPlace listOrg listEvent listObject listNym')
                ! map { . : true() })"/>

  <!-- who a cast list names: speeches point to them -->
  <xsl:variable name="v:parts-of-casts" static="yes" as="map(xs:string, xs:string)" select="map {
      'role': 'person', 'castItem': 'person', 'castGroup': 'group' }"/>

  <!-- the kind of a register entry; nothing for what is no entry. What stands in a text is text, but
       in lists whose entries can be pointed to, and who a cast list names -->
  <xsl:function name="v:entity-kind" as="xs:string?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($entry)"/>
    <xsl:sequence select="
        if ($name eq 'item') then $entry[ancestor::tei:standOff]/../string(@type)
        else if (map:contains($v:parts-of-casts, $name))
          then $v:parts-of-casts($name)[$entry/ancestor::tei:castList]
        else if (map:contains($v:entity-kinds, $name) and empty($entry/ancestor::tei:msDesc)
                 and (empty($entry/ancestor::tei:text) or $entry/ancestor::*[v:lists-entries(.)]))
          then $v:entity-kinds($name)
        else ()"/>
  </xsl:function>

  <!-- the kind of what a name means that no entry tells of -->
  <xsl:function name="v:kind-of-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="called" as="xs:string"
        select="if ($name/(self::tei:rs | self::tei:name)) then string($name/@type) else local-name($name)"/>
    <xsl:sequence select="($v:kinds-of-names(lower-case($called)), 'other')[1]"/>
  </xsl:function>

  <xsl:variable name="v:kinds-of-names" as="map(xs:string, xs:string)" select="
      map:merge(
        for $row in ('person: person persname author editor recipient', 'org: org orgname organisation organization',
                     'place: place placename geogname country region settlement district bloc location',
                     'bibl: title bibl work', 'event: event eventname', 'term: term')
        return tokenize(substring-after($row, ': ')) ! map { .: substring-before($row, ':') })"/>

  <!-- whether an element is a list of entries that can be pointed to -->
  <xsl:function name="v:lists-entries" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="
        ($v:lists-of-entries(local-name($list)) or $list/self::tei:listBibl)
        and exists($list/*/descendant-or-self::*/@xml:id)"/>
  </xsl:function>

  <!-- whether an element of a text is a register, which is said about the text and no part of it: a
       list of persons, places and the like whose entries can be pointed to; a bibliography and
       relations beside such lists; a division of nothing but registers -->
  <xsl:function name="v:is-register" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($v:lists-of-entries(local-name($element))) then v:lists-entries($element)
        else v:holds-registers($element/(self::tei:div | self::tei:div1 | self::tei:div2
                                         | (self::tei:listBibl | self::tei:listRelation)/..))"/>
  </xsl:function>

  <!-- whether there is nothing in an element but registers and their headings -->
  <xsl:function name="v:holds-registers" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="held" as="element()*" select="$element/(* except tei:head)"/>
    <xsl:variable name="beside" as="element()*"
        select="$held/(self::tei:listBibl | self::tei:listRelation)"/>
    <xsl:sequence select="
        exists($held except $beside) and empty($element/text()[normalize-space()])
        and (every $each in $held except $beside satisfies v:is-register($each))"/>
  </xsl:function>
</xsl:stylesheet>
