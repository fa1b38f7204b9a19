<?xml version="1.0" encoding="UTF-8"?>
<!-- The map of the places whose coordinates the register has: points over a graticule, and a table that
     says the same. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- so many places make a map -->
  <xsl:variable name="h:fewest-places" as="xs:integer" select="5"/>

  <!-- the places with coordinates: `entry`, degrees `north` and `east`; TEI gives latitude first -->
  <xsl:variable name="h:located" as="map(xs:string, item())*">
    <xsl:for-each select="$h:register-items ! ?1">
      <xsl:variable name="entry" as="element()" select="."/>
      <xsl:variable name="numbers" as="xs:string*"
          select="(location//*:geo | *:geo)[1] ! tokenize(normalize-space(.), '[,;\s]+')"/>
      <xsl:variable name="degrees" as="xs:decimal*" select="$numbers[. castable as xs:decimal] ! xs:decimal(.)"/>
      <xsl:if test="count($numbers) = (2, 3) and count($degrees) eq count($numbers)
          and abs($degrees[1]) le 90 and abs($degrees[2]) le 180">
        <xsl:sequence select="map { 'entry': $entry, 'north': $degrees[1], 'east': $degrees[2] }"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:variable>

  <xsl:template name="h:map" as="element(page)?" xpath-default-namespace="">
    <xsl:if test="count($h:located) ge $h:fewest-places">
      <page href="register/map.html">{h:serialized(h:chart-page('html.map', h:map-drawing(), h:map-table()))}</page>
    </xsl:if>
  </xsl:template>

  <!-- a plain projection: a degree of longitude is as wide as it is in the middle of the map -->
  <xsl:function name="h:map-drawing" as="element()" xpath-default-namespace="">
    <xsl:variable name="margin" as="xs:decimal" select="max((1, 0.08 * (max($h:located?north) - min($h:located?north)), 0.08 * (max($h:located?east) - min($h:located?east))))"/>
    <xsl:variable name="north" as="xs:decimal" select="min((90, max($h:located?north) + $margin))"/>
    <xsl:variable name="south" as="xs:decimal" select="max((-90, min($h:located?north) - $margin))"/>
    <xsl:variable name="west" as="xs:decimal" select="min($h:located?east) - $margin"/>
    <xsl:variable name="east" as="xs:decimal" select="max($h:located?east) + $margin"/>
    <xsl:variable name="narrowed" as="xs:decimal" select="xs:decimal(max((0.2, math:cos(($north + $south) div 2 * math:pi() div 180))))"
        xmlns:math="http://www.w3.org/2005/xpath-functions/math"/>
    <xsl:variable name="height" as="xs:decimal" select="min((1200, max((240, round(1000 * ($north - $south) div (($east - $west) * $narrowed))))))"/>
    <xsl:variable name="x" as="function(xs:decimal) as xs:decimal"
        select="function($degrees) { round(1000 * ($degrees - $west) div ($east - $west), 1) }"/>
    <xsl:variable name="y" as="function(xs:decimal) as xs:decimal"
        select="function($degrees) { round($height * ($north - $degrees) div ($north - $south), 1) }"/>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 {$height}" role="img" aria-labelledby="drawing-title">
      <title id="drawing-title">{l:label('html.map.drawing', string(count($h:located)))}</title>
      <g class="scale" font-size="14">
        <xsl:for-each select="h:lines($west, $east)">
          <line x1="{$x(.)}" x2="{$x(.)}" y1="0" y2="{$height}"/>
          <text x="{$x(.) + 4}" y="{$height - 6}">{h:degrees(., 'E', 'W')}</text>
        </xsl:for-each>
        <xsl:for-each select="h:lines($south, $north)">
          <line x1="0" x2="1000" y1="{$y(.)}" y2="{$y(.)}"/>
          <text x="4" y="{$y(.) - 4}">{h:degrees(., 'N', 'S')}</text>
        </xsl:for-each>
      </g>
      <xsl:sequence select="h:map-points($x, $y)"/>
    </svg>
  </xsl:function>

  <!-- each place as a point, with its name where there is room for it -->
  <xsl:function name="h:map-points" as="element()+" xpath-default-namespace="">
    <xsl:param name="x" as="function(xs:decimal) as xs:decimal"/>
    <xsl:param name="y" as="function(xs:decimal) as xs:decimal"/>
    <xsl:variable name="rows" as="map(xs:integer, xs:decimal*)" select="map:merge(
        $h:located ! map { xs:integer($y(?north)) idiv $h:height-of-name: $x(?east) },
        map { 'duplicates': 'combine' })"/>
    <xsl:iterate select="$h:located">
      <xsl:param name="named" as="map(*)*" select="()"/>
      <xsl:variable name="name" as="xs:string" select="h:clipped(v:curl(v:preferred-name(?entry), ''), 28)"/>
      <xsl:variable name="width" as="xs:decimal" select="$h:width-of-letter * string-length($name)"/>
      <xsl:variable name="at" as="xs:decimal" select="$x(?east)"/>
      <xsl:variable name="height" as="xs:decimal" select="$y(?north)"/>
      <xsl:variable name="place" as="map(*)?" select="
          ((10, -10 - $width) ! map { 'x': $at + ., 'y': $height, 'width': $width, 'left': . lt 0 })
          [?x ge 0 and ?x + $width le 1000][h:is-free-place(., $named, $rows)][1]"/>
      <g class="thing" font-size="16" xmlns="http://www.w3.org/2000/svg">
        <circle cx="{$at}" cy="{$height}" r="{if (count($h:located) gt 40) then 4 else 6}"/>
        <xsl:choose>
          <xsl:when test="exists($place)">
            <text x="{$at + (if ($place?left) then -10 else 10)}" y="{$height + 5}" text-anchor="{if ($place?left) then 'end' else 'start'}">{$name}</text>
          </xsl:when>
          <xsl:otherwise><title>{$name}</title></xsl:otherwise>
        </xsl:choose>
      </g>
      <xsl:next-iteration>
        <xsl:with-param name="named" select="$named, $place"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- in units of the drawing -->
  <xsl:variable name="h:width-of-letter" as="xs:decimal" select="8.5"/>
  <xsl:variable name="h:height-of-name" as="xs:integer" select="20"/>

  <!-- whether a name would stand over no other, and over no point; else the point has it as its title,
       and the table has all. `rows`: where points are from the left, by rows as high as names -->
  <xsl:function name="h:is-free-place" as="xs:boolean">
    <xsl:param name="place" as="map(*)"/>
    <xsl:param name="named" as="map(*)*"/>
    <xsl:param name="rows" as="map(xs:integer, xs:decimal*)"/>
    <xsl:variable name="row" as="xs:integer" select="xs:integer($place?y) idiv $h:height-of-name"/>
    <xsl:sequence select="
        empty($rows($row)[. gt $place?x and . lt $place?x + $place?width])
        and (every $other in $named satisfies
               abs($other?y - $place?y) ge $h:height-of-name
               or $other?x ge $place?x + $place?width or $place?x ge $other?x + $other?width)"/>
  </xsl:function>

  <!-- the round degrees between two, ten or fewer -->
  <xsl:function name="h:lines" as="xs:decimal*">
    <xsl:param name="from" as="xs:decimal"/>
    <xsl:param name="to" as="xs:decimal"/>
    <xsl:variable name="step" as="xs:decimal" select="h:step($to - $from, (0.5, 1, 2, 5, 10, 30, 45))"/>
    <xsl:sequence select="(xs:integer(ceiling($from div $step)) to xs:integer(floor($to div $step))) ! (. * $step)"/>
  </xsl:function>

  <xsl:function name="h:degrees" as="xs:string">
    <xsl:param name="degrees" as="xs:decimal"/>
    <xsl:param name="positive" as="xs:string"/>
    <xsl:param name="negative" as="xs:string"/>
    <xsl:sequence select="abs($degrees) || '°' || (if ($degrees gt 0) then ' ' || $positive else if ($degrees lt 0) then ' ' || $negative else '')"/>
  </xsl:function>

  <xsl:function name="h:map-table" as="element(table)" xpath-default-namespace="">
    <table>
      <thead>
        <tr>
          <th scope="col">{l:label('html.map.place')}</th>
          <th scope="col">{l:label('html.map.north')}</th>
          <th scope="col">{l:label('html.map.east')}</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="sort($h:located, h:collation(), function($place) { v:sort-key($place?entry) })">
          <tr>
            <td><a href="{h:address-of-entry(?entry)}">{v:curl(v:preferred-name(?entry), '')}</a></td>
            <td>{h:degrees(?north, 'N', 'S')}</td>
            <td>{h:degrees(?east, 'E', 'W')}</td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:function>
</xsl:stylesheet>
