<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates for machines in words: of one day, of a span, of a limit. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- what the attributes of an element say; `day` puts one date into words, `span` joins two -->
  <xsl:function name="v:date-words" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:param name="day" as="function(xs:string) as xs:string"/>
    <xsl:param name="span" as="function(xs:string, xs:string) as xs:string"/>
    <xsl:variable name="ends" as="attribute()*" select="
        $dated/((@from, @notBefore, @from-iso, @notBefore-iso)[1],
                (@to, @notAfter, @to-iso, @notAfter-iso)[1])"/>
    <xsl:variable name="words" as="xs:string" select="
        if ($dated/(@when | @when-iso)) then $day($dated/(@when, @when-iso)[1])
        else if (count($ends) eq 2) then $span($day($ends[1]), $day($ends[2]))
        else string-join(($ends ! l:label($v:limits(local-name()), $day(.)), $dated/@when-custom[empty($ends)] ! string()))"/>
    <xsl:sequence select="
        if ($words ne '' and $dated/@cert = ('low', 'medium', 'unknown'))
        then l:label('date.uncertain', $words) else $words"/>
  </xsl:function>

  <!-- the label of a span of which one end is known -->
  <xsl:variable name="v:limits" as="map(xs:string, xs:string)" select="
      map:merge(for $form in ('', '-iso') return map {
        'from' || $form: 'date.from', 'to' || $form: 'date.until',
        'notBefore' || $form: 'date.not-before', 'notAfter' || $form: 'date.not-after' })"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- a date before the era: its year without the sign; a year alone: without zeros before it -->
  <xsl:function name="v:in-era" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:param name="day" as="function(xs:string) as xs:string"/>
    <xsl:sequence select="
        if (matches($date, '^-\d{4}')) then l:label('date.before-era', v:in-era(substring($date, 2), $day))
        else if (matches($date, '^\d{4}$')) then replace($date, '^0+(.)', '$1')
        else $day($date)"/>
  </xsl:function>

  <!-- a date of ISO 8601 in words -->
  <xsl:function name="v:day" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="v:in-era($date, v:day-of-era#1)"/>
  </xsl:function>

  <xsl:function name="v:day-of-era" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="calendar" as="xs:string" select="replace($date, '^(\d{4}-\d\d-\d\d)(T.*|Z|[+\-]\d\d:\d\d)$', '$1')"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($calendar, '-')"/>
    <xsl:variable name="months" as="xs:string*" select="tokenize(l:label('date.months'))"/>
    <xsl:sequence select="
        if ($calendar castable as xs:date and count($parts) eq 3)
        then l:label('date.day', (replace($parts[3], '^0', ''),
                     $months[number($parts[2])], replace($parts[1], '^0+(.)', '$1')))
        else if ($date castable as xs:gYearMonth and count($parts) eq 2)
        then l:label('date.month', (tokenize(l:label('date.months-alone'))[number($parts[2])],
                                    replace($parts[1], '^0+(.)', '$1')))
        else if ($date castable as xs:gMonthDay and count($parts) eq 4)
        then l:label('date.day-of-month', (replace($parts[4], '^0', ''), $months[number($parts[3])]))
        else $date"/>
  </xsl:function>

  <!-- what an element says by its attributes; years without spaces around the dash -->
  <xsl:function name="v:dated" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:sequence select="v:date-words($dated, v:day#1, function($from, $to) {
        string-join(($from, $to), if (contains($from || $to, ' ')) then ' – ' else '–') })"/>
  </xsl:function>
</xsl:stylesheet>
