<?xml version="1.0" encoding="UTF-8"?>
<!-- The timeline of the documents and events that have a date: a drawing, and a table that says the
     same. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- so many things make a timeline; beyond that number documents are counted by their years -->
  <xsl:variable name="h:dated-things" as="xs:integer+" select="3, 100"/>

  <!-- what has a date: `name`, `address`, `date` in words, `start` and `end` in years; the earliest first -->
  <xsl:variable name="h:chronicle" as="map(xs:string, item())*">
    <xsl:variable name="documents" as="map(xs:string, item())*" select="
        $summaries/date ! h:dated-thing(., ../v:title, '../' || h:first-page(..))"/>
    <xsl:variable name="events" as="map(xs:string, item())*" select="
        $h:register-items ! ?1[h:kind(.) eq 'event']
          ! h:dated-thing((.[v:dated(.) ne ''], date)[1], v:preferred-name(.), h:address-of-entry(.))"/>
    <xsl:variable name="things" as="map(xs:string, item())*" select="
        if (count(($documents, $events)) le $h:dated-things[2]) then ($documents, $events)
        else (h:years($documents), $events)"/>
    <xsl:sequence select="sort($things, (), function($thing) { $thing?start, $thing?end })"/>
  </xsl:variable>

  <xsl:function name="h:dated-thing" as="map(xs:string, item())?">
    <xsl:param name="dated" as="element()?"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="dates" as="xs:string*" select="
        $dated/(@when, @when-iso, @from, @from-iso, @notBefore, @notBefore-iso, @to, @to-iso, @notAfter, @notAfter-iso)"/>
    <xsl:if test="exists($dates ! h:year(.))">
      <xsl:sequence select="map {
          'name': $name, 'address': $address,
          'start': min($dates ! h:year(.)), 'end': max($dates ! (h:year(.) + h:length-of-date(.))),
          'date': (v:dated($dated)[. ne ''], normalize-space($dated))[1] }"/>
    </xsl:if>
  </xsl:function>

  <!-- a date of ISO 8601 as a number of years, the month and day as a part of one -->
  <xsl:function name="h:year" as="xs:decimal?">
    <xsl:param name="date" as="xs:string"/>
    <xsl:for-each select="analyze-string($date, '^(-?\d{4,})(-(\d\d))?(-(\d\d))?')//fn:match"
        xmlns:fn="http://www.w3.org/2005/xpath-functions">
      <xsl:sequence select="
          xs:decimal(fn:group[@nr = 1])
          + (xs:decimal((.//fn:group[@nr = 3], 1)[1]) - 1) div 12
          + (xs:decimal((.//fn:group[@nr = 5], 1)[1]) - 1) div 366"/>
    </xsl:for-each>
  </xsl:function>

  <!-- how long a day, a month or a year is, in years -->
  <xsl:function name="h:length-of-date" as="xs:decimal">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="
        if (matches($date, '^-?\d{4,}-\d\d-\d\d')) then 0.0
        else if (matches($date, '^-?\d{4,}-\d\d')) then 1.0 div 12 else 0.99"/>
  </xsl:function>

  <!-- documents that are too many to be named one by one: how many are of each year -->
  <xsl:function name="h:years" as="map(xs:string, item())*">
    <xsl:param name="documents" as="map(xs:string, item())*"/>
    <xsl:for-each-group select="$documents" group-by="floor(?start)">
      <xsl:sequence select="map {
          'name': l:label('html.timeline.documents', string(count(current-group()))),
          'address': '../index.html', 'start': current-grouping-key(), 'end': current-grouping-key() + 0.99,
          'date': v:day(format-number(current-grouping-key(), '0000')) }"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template name="h:timeline" as="element(page)?" xpath-default-namespace="">
    <xsl:if test="count($h:chronicle) ge $h:dated-things[1]">
      <page href="register/timeline.html">{h:serialized(h:chart-page('html.timeline', h:timeline-drawing(), h:timeline-table()))}</page>
    </xsl:if>
  </xsl:template>

  <!-- a page with a drawing and the table that says the same -->
  <xsl:function name="h:chart-page" as="element()" xpath-default-namespace="">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="drawing" as="element()"/>
    <xsl:param name="table" as="element()"/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="l:label($label) || ' · ' || h:site-title()"/>
      <xsl:with-param name="up" select="'../'"/>
      <xsl:with-param name="styles" select="'register.css'"/>
      <xsl:with-param name="main" as="item()*">
        <header class="title"><h1>{l:label($label)}</h1></header>
        <xsl:sequence select="h:kinds-nav(substring-after($label, '.'))"/>
        <div class="chart" role="region" aria-label="{l:label($label)}" tabindex="0"><xsl:sequence select="$drawing"/></div>
        <div class="chart-table" role="region" aria-label="{l:label('html.table')}"><xsl:sequence select="$table"/></div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <!-- the drawing: a row for each thing, in units of a tenth of a millimetre or so -->
  <xsl:function name="h:timeline-drawing" as="element()" xpath-default-namespace="">
    <xsl:variable name="first" as="xs:decimal" select="floor(min($h:chronicle?start))"/>
    <xsl:variable name="last" as="xs:decimal" select="floor(max($h:chronicle?end)) + 1"/>
    <xsl:variable name="short" as="xs:boolean" select="$last - $first le 2"/>
    <!-- a drawing that is taller than a screen has the scale above it, too -->
    <xsl:variable name="top" as="xs:integer" select="if (count($h:chronicle) gt 12) then 30 else 0"/>
    <xsl:variable name="height" as="xs:integer" select="44 * count($h:chronicle) + 50 + $top"/>
    <xsl:variable name="at" as="function(xs:decimal) as xs:decimal"
        select="function($year) { round(20 + 960 * ($year - $first) div ($last - $first), 1) }"/>
    <xsl:variable name="step" as="xs:decimal" select="
        if ($short) then 0.25 else h:step($last - $first, (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000))"/>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 {$height}" role="img" aria-labelledby="drawing-title">
      <title id="drawing-title">{l:label('html.timeline.drawing', string(count($h:chronicle)))}</title>
      <g class="scale" font-size="16">
        <xsl:for-each select="(xs:integer(ceiling($first div $step)) to xs:integer(floor($last div $step))) ! (. * $step)">
          <xsl:variable name="x" as="xs:decimal" select="$at(.)"/>
          <xsl:variable name="tick" as="xs:string" select="h:tick(., $short)"/>
          <line x1="{$x}" x2="{$x}" y1="{$top}" y2="{$height - 35}"/>
          <xsl:for-each select="20[$top gt 0], $height - 12">
            <text x="{$x}" y="{.}" text-anchor="{if ($x lt 60) then 'start' else if ($x gt 940) then 'end' else 'middle'}">{$tick}</text>
          </xsl:for-each>
        </xsl:for-each>
      </g>
      <xsl:for-each select="$h:chronicle">
        <xsl:variable name="x" as="xs:decimal" select="$at(?start)"/>
        <xsl:variable name="width" as="xs:decimal" select="max(($at(?end) - $x, 6.0))"/>
        <xsl:variable name="y" as="xs:integer" select="44 * (position() - 1) + 4 + $top"/>
        <g class="thing" font-size="16">
          <text x="{if ($x gt 500) then $x + $width else $x}" y="{$y + 16}" text-anchor="{if ($x gt 500) then 'end' else 'start'}">{h:clipped(?name, 48)}</text>
          <rect x="{$x}" y="{$y + 22}" width="{$width}" height="12" rx="3"/>
        </g>
      </xsl:for-each>
    </svg>
  </xsl:function>

  <!-- what a line of the scale says: the year, or in a short time its quarters -->
  <xsl:function name="h:tick" as="xs:string">
    <xsl:param name="years" as="xs:decimal"/>
    <xsl:param name="short" as="xs:boolean"/>
    <xsl:variable name="year" as="xs:string" select="format-number(floor($years), '0000')"/>
    <xsl:sequence select="
        v:day(if ($short) then $year || '-' || format-number(12 * ($years - floor($years)) + 1, '00') else $year)"/>
  </xsl:function>

  <!-- the first step that divides a span into ten parts or fewer -->
  <xsl:function name="h:step" as="xs:decimal">
    <xsl:param name="span" as="xs:decimal"/>
    <xsl:param name="steps" as="xs:decimal+"/>
    <xsl:sequence select="($steps[$span div . le 10], $steps[last()])[1]"/>
  </xsl:function>

  <xsl:function name="h:clipped" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:sequence select="if (string-length($name) le $length) then $name else substring($name, 1, $length) || '…'"/>
  </xsl:function>

  <xsl:function name="h:timeline-table" as="element(table)" xpath-default-namespace="">
    <table>
      <thead><tr><th scope="col">{l:label('html.date')}</th><th scope="col">{l:label('html.timeline.thing')}</th></tr></thead>
      <tbody>
        <xsl:for-each select="$h:chronicle">
          <tr><td>{?date}</td><td><a href="{?address}">{v:curl(?name, '')}</a></td></tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:function>
</xsl:stylesheet>
