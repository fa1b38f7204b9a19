<?xml version="1.0" encoding="UTF-8"?>
<!-- What each entry covers: from the anchors of its beginning and end to the text nodes between
     them. One walk over the text, whatever overlaps. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:end" match="tei:text//tei:anchor[@v:end]" use="@v:end"/>

  <!-- By id of a text node, or of an anchor that becomes a part without text: a map with
       `entries`, `starts`, `ends` (keys of entries) and `space`. By key of an entry: a map with its
       `n`, `id`, the entries it begins `within`, `first` and `last` part, the `string` it covers (a line's end where a block
       begins), the `block` it begins in and the `offset` there. -->
  <xsl:function name="v:extents" as="map(xs:string, map(*))">
    <xsl:param name="text" as="element()?"/>
    <xsl:variable name="places" as="node()*" select="
        if (empty($text//tei:anchor/@v:start)) then ()
        else $text//(text() | tei:anchor[@v:start or @v:end] | tei:p | tei:ab | tei:l | tei:head)
             [not(ancestor-or-self::tei:note)]"/>
    <xsl:variable name="covered" as="map(*)*" select="v:covered($places)"/>
    <xsl:variable name="entries" as="map(*)*">
      <xsl:for-each-group select="$covered[?key]" group-by="?key">
        <xsl:sequence select="current-group()[last()]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:map>
      <xsl:for-each-group select="$covered[?part]" group-by="?part">
        <xsl:map-entry key="current-grouping-key()" select="map {
            'entries': distinct-values(current-group()?entries),
            'starts': distinct-values(current-group()?starts),
            'ends': distinct-values(current-group()?ends),
            'space': distinct-values(current-group()?space) }"/>
      </xsl:for-each-group>
      <xsl:for-each select="sort($entries, (), v:entry-order#1)">
        <xsl:map-entry key="?key" select="map {
            'n': position(), 'id': 'app-' || position(), 'within': ?within, 'begun': ?begun,
            'first': ?first, 'last': ?last, 'string': .[not(?unordered)] ! string(?string),
            'block': ?block, 'offset': ?offset, 'unordered': ?unordered }"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- by the first part; there what has no text first, then the longer before the shorter -->
  <xsl:function name="v:entry-order" as="xs:integer+">
    <xsl:param name="entry" as="map(*)"/>
    <xsl:variable name="empty" as="xs:boolean" select="not($entry?string)"/>
    <xsl:sequence select="
        $entry?first, if ($empty) then 0 else 1, if ($empty) then 0 else -$entry?last,
        if ($entry?outer) then 0 else 1, $entry?begun"/>
  </xsl:function>

  <!-- the walk: which entries are open, which part each has reached, in which block we are -->
  <xsl:function name="v:covered" as="map(*)*">
    <xsl:param name="places" as="node()*"/>
    <xsl:iterate select="$places">
      <xsl:param name="open" as="map(xs:string, map(*))" select="map {}"/>
      <xsl:param name="part" as="xs:integer" select="0"/>
      <xsl:param name="number" as="xs:integer" select="0"/>
      <xsl:param name="block" as="element()?" select="()"/>
      <xsl:param name="offset" as="xs:integer" select="0"/>
      <!-- where no entry is open only a beginning matters -->
      <xsl:variable name="step" as="map(*)?">
        <xsl:if test="map:size($open) gt 0 or @v:start">
          <xsl:apply-templates select="." mode="extent">
            <xsl:with-param name="open" select="$open"/>
            <xsl:with-param name="part" select="$part"/>
            <xsl:with-param name="number" select="$number"/>
            <xsl:with-param name="where" select="map { 'block': $block, 'offset': $offset }"/>
          </xsl:apply-templates>
        </xsl:if>
      </xsl:variable>
      <xsl:sequence select="$step?covered"/>
      <xsl:next-iteration>
        <xsl:with-param name="open" select="($step?open, $open)[1]"/>
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

  <!-- 1  a beginning opens its entry; one whose end comes before it, or never, is closed at once;
          one between blocks has a first part without text
       2  a text node is a part of every open entry
       3  an end closes its entry: on the last part it reached, or, without any, here -->
  <xsl:mode name="extent" on-no-match="fail"/>

  <xsl:template match="tei:p | tei:ab | tei:l | tei:head" mode="extent" as="map(*)">
    <xsl:param name="open" as="map(xs:string, map(*))"/>
    <xsl:sequence select="map { 'open': map:merge($open?* ! map { ?key:
        if (?string) then map:put(., 'break', '&#10;') else . }), 'covered': () }"/>
  </xsl:template>

  <xsl:template match="tei:anchor[@v:start]" mode="extent" as="map(*)">
    <xsl:param name="open" as="map(xs:string, map(*))"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="where" as="map(*)"/>
    <xsl:variable name="key" as="xs:string" select="@v:start"/>
    <xsl:variable name="ordered" as="xs:boolean" select="exists(key('v:end', $key)[. >> current()])"/>
    <xsl:variable name="between" as="xs:boolean"
        select="$ordered and map:contains($v:structures, local-name(..))"/>
    <xsl:variable name="entry" as="map(*)" select="map {
        'key': $key, 'within': map:keys($open), 'begun': $number, 'first': $part + 1,
        'outer': exists(@v:located), 'space': 'before'[current()/@v:space],
        'block': $where?block, 'offset': $where?offset, 'unordered': not($ordered),
        'reached': generate-id()[$between] }"/>
    <xsl:sequence select="
        if ($ordered) then map {
          'open': map:put($open, $key, $entry),
          'covered': map { 'part': generate-id(), 'entries': (map:keys($open), $key),
                           'starts': $key }[$between] }
        else map {
          'open': $open,
          'covered': ($entry, v:empty-part(generate-id(), $entry, map:keys($open))) }"/>
  </xsl:template>

  <xsl:template match="text()" mode="extent" as="map(*)">
    <xsl:param name="open" as="map(xs:string, map(*))"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:param name="where" as="map(*)"/>
    <xsl:variable name="text" as="text()" select="."/>
    <xsl:variable name="entries" as="map(*)*" select="
        if (map:size($open) le 1) then $open?*
        else sort($open?*, (), function($one) { $one?begun })"/>
    <xsl:sequence select="map {
        'open': fold-left($entries, $open, function($all, $one) {
            map:put($all, $one?key, v:reaching($one, $text, $part + 1, $where)) }),
        'covered': map {
            'part': generate-id(), 'entries': $entries?key,
            'starts': $entries[not(?reached)]?key, 'space': $entries[not(?string)]?space } }"/>
  </xsl:template>

  <!-- an open entry with one more part; its first text says where it begins. All keys are named
       anew: a map that others are put into takes many times the memory -->
  <xsl:function name="v:reaching" as="map(*)">
    <xsl:param name="entry" as="map(*)"/>
    <xsl:param name="text" as="text()"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:param name="where" as="map(*)"/>
    <xsl:variable name="begins" as="map(*)" select="if ($entry?string) then $entry else $where"/>
    <xsl:sequence select="map {
        'key': $entry?key, 'within': $entry?within, 'begun': $entry?begun, 'first': $entry?first,
        'outer': $entry?outer, 'space': $entry?space, 'block': $begins?block,
        'offset': $begins?offset, 'unordered': false(), 'reached': generate-id($text),
        'last': $part, 'string': string-join(($entry?string, $entry?break, $text)) }"/>
  </xsl:function>

  <xsl:template match="tei:anchor[@v:end]" mode="extent" as="map(*)">
    <xsl:param name="open" as="map(xs:string, map(*))"/>
    <xsl:variable name="entry" as="map(*)?" select="$open(@v:end)"/>
    <xsl:variable name="space" as="xs:string?" select="'after'[current()/@v:space]"/>
    <xsl:sequence select="map {
        'open': map:remove($open, @v:end),
        'covered': $entry ! (
            if (?reached) then map { 'part': ?reached, 'ends': ?key, 'space': $space }
            else v:empty-part(generate-id(current()), map:put(., 'space', (?space, $space)),
                              map:keys(map:remove($open, ?key))),
            .) }"/>
  </xsl:template>

  <xsl:function name="v:empty-part" as="map(*)">
    <xsl:param name="node" as="xs:string"/>
    <xsl:param name="entry" as="map(*)"/>
    <xsl:param name="around" as="xs:string*"/>
    <xsl:sequence select="map {
        'part': $node, 'entries': ($around, $entry?key), 'starts': $entry?key, 'ends': $entry?key,
        'space': $entry?space }"/>
  </xsl:function>
</xsl:stylesheet>
