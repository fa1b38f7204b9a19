<?xml version="1.0" encoding="UTF-8"?>
<!-- What each entry covers: from the anchors of its beginning and end to the text nodes between
     them. One walk over the text, whatever overlaps. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- By id of a text node, or of the anchor where an entry without text ends: a map with
       `entries`, `starts`, `ends` (ids of entries). By key of an entry: a map with its `n`, `id`,
       `first` and `last` part, the `string` it covers, its `block` and the `offset` in it. -->
  <xsl:function name="v:extents" as="map(xs:string, map(*))">
    <xsl:param name="text" as="element()?"/>
    <xsl:variable name="places" as="node()*" select="
        if (empty($text//tei:anchor/@v:start)) then ()
        else $text//(text() | tei:anchor[@v:start or @v:end] | tei:p | tei:ab | tei:l)
             [not(ancestor-or-self::tei:note)]"/>
    <xsl:variable name="ends" as="map(xs:string, element())" select="
        map:merge($places[self::tei:anchor[@v:end]] ! map { string(@v:end): . })"/>
    <xsl:variable name="covered" as="map(*)*" select="v:covered($places, $ends)"/>
    <xsl:map>
      <xsl:for-each-group select="$covered" group-by="?part">
        <xsl:map-entry key="current-grouping-key()" select="map {
            'entries': distinct-values(current-group()?entries),
            'starts': distinct-values(current-group()?starts),
            'ends': distinct-values(current-group()?ends) }"/>
      </xsl:for-each-group>
      <xsl:for-each-group select="$covered[?key]" group-by="?key">
        <xsl:map-entry key="current-grouping-key()" select="map:merge(current-group())"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- the walk: which entries are open, which text node each has reached -->
  <xsl:function name="v:covered" as="map(*)*">
    <xsl:param name="places" as="node()*"/>
    <xsl:param name="ends" as="map(xs:string, element())"/>
    <xsl:iterate select="$places">
      <xsl:param name="open" as="map(xs:string, map(*))" select="map {}"/>
      <xsl:param name="part" as="xs:integer" select="0"/>
      <xsl:param name="number" as="xs:integer" select="0"/>
      <xsl:param name="block" as="element()?" select="()"/>
      <xsl:param name="offset" as="xs:integer" select="0"/>
      <xsl:variable name="step" as="map(*)">
        <xsl:apply-templates select="." mode="extent">
          <xsl:with-param name="open" select="$open"/>
          <xsl:with-param name="part" select="$part"/>
          <xsl:with-param name="number" select="$number"/>
          <xsl:with-param name="ends" select="$ends"/>
          <xsl:with-param name="where" select="map { 'block': $block, 'offset': $offset }"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:sequence select="$step?covered"/>
      <xsl:next-iteration>
        <xsl:with-param name="open" select="$step?open"/>
        <xsl:with-param name="part" select="$part + (if (self::text()) then 1 else 0)"/>
        <xsl:with-param name="number"
            select="$number + (if (self::tei:anchor/@v:start) then 1 else 0)"/>
        <xsl:with-param name="block" select="if (self::tei:anchor or self::text()) then $block else ."/>
        <xsl:with-param name="offset" select="
            if (self::text()) then $offset + string-length(.)
            else if (self::tei:anchor) then $offset else 0"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- 1  a beginning opens its entry; one whose end comes before it, or never, is closed at once
       2  a text node is a part of every open entry
       3  an end closes its entry: on the last text node it reached, or, without text, here -->
  <xsl:mode name="extent" on-no-match="fail"/>

  <xsl:template match="tei:p | tei:ab | tei:l" mode="extent" as="map(*)">
    <xsl:param name="open" as="map(xs:string, map(*))"/>
    <xsl:sequence select="map { 'open': $open, 'covered': () }"/>
  </xsl:template>

  <xsl:template match="tei:anchor[@v:start]" mode="extent" as="map(*)">
    <xsl:param name="open" as="map(xs:string, map(*))"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="ends" as="map(xs:string, element())"/>
    <xsl:param name="where" as="map(*)"/>
    <xsl:variable name="key" as="xs:string" select="@v:start"/>
    <xsl:variable name="id" as="xs:string" select="'app-' || $number + 1"/>
    <xsl:variable name="entry" as="map(*)" select="map:merge(($where, map {
        'key': $key, 'id': $id, 'n': $number + 1, 'first': $part + 1 }))"/>
    <xsl:variable name="ordered" as="xs:boolean"
        select="exists($ends($key)[. >> current()])"/>
    <xsl:sequence select="
        if ($ordered) then map { 'open': map:put($open, $key, $entry), 'covered': $entry }
        else map { 'open': $open,
                   'covered': ($entry, v:empty-part(generate-id(), $id),
                               map { 'key': $key, 'unordered': true() }) }"/>
  </xsl:template>

  <xsl:template match="text()" mode="extent" as="map(*)">
    <xsl:param name="open" as="map(xs:string, map(*))"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:variable name="node" as="xs:string" select="generate-id()"/>
    <xsl:variable name="text" as="xs:string" select="."/>
    <xsl:variable name="entries" as="map(*)*"
        select="if (. eq '') then () else sort($open?*, (), function($one) { $one?n })"/>
    <xsl:sequence select="map {
        'open': if (empty($entries)) then $open
            else map:merge($entries ! map { ?key: map:merge((map {
                'reached': $node, 'string': ?string || $text }, .)) }),
        'covered': $entries ! map { 'part': $node, 'entries': ?id,
                                    'starts': if (?reached) then () else ?id } }"/>
  </xsl:template>

  <xsl:template match="tei:anchor[@v:end]" mode="extent" as="map(*)">
    <xsl:param name="open" as="map(xs:string, map(*))"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:variable name="entry" as="map(*)?" select="$open(@v:end)"/>
    <xsl:sequence select="map {
        'open': map:remove($open, @v:end),
        'covered': $entry ! (
            if (?reached) then map { 'part': ?reached, 'ends': ?id }
            else v:empty-part(generate-id(current()), ?id),
            map { 'key': ?key, 'last': $part, 'string': string(?string) }) }"/>
  </xsl:template>

  <xsl:function name="v:empty-part" as="map(*)">
    <xsl:param name="node" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="
        map { 'part': $node, 'entries': $id, 'starts': $id, 'ends': $id }"/>
  </xsl:function>
</xsl:stylesheet>
