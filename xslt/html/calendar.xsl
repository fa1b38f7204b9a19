<?xml version="1.0" encoding="UTF-8"?>
<!-- The calendar: a page for each year that has documents of known days, and a page of all years. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- by the day, the letters and diaries of it; only the calendar that is still in use has weeks that
       go on to ours -->
  <xsl:variable name="h:days" as="map(xs:string, element(v:document)+)?" select="
      map:merge($h:by-date[@kind = ('letter', 'diary')][not(@to)]
                [@from castable as xs:date][@from ge '1582-10-15'] ! map { string(@from): . },
                map { 'duplicates': 'combine' })[map:size(.) gt 0]"/>

  <xsl:variable name="h:years" as="xs:string*" select="
      $h:days ! map:keys(.) ! substring(., 1, 4) => distinct-values() => sort()"/>

  <xsl:template name="h:calendar" as="element()*">
    <xsl:if test="exists($h:days)">
      <xsl:variable name="overview" as="element()"><xsl:call-template name="h:calendar-overview"/></xsl:variable>
      <page href="documents/calendar.html">{h:serialized($overview)}</page>
      <xsl:for-each select="$h:years">
        <xsl:variable name="year" as="element()"><xsl:call-template name="h:calendar-of-year"/></xsl:variable>
        <page href="documents/calendar-{.}.html">{h:serialized($year)}</page>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="h:calendar-overview" as="element()">
    <xsl:variable name="count" as="map(xs:string, xs:integer)" select="
        map:merge((for $day in map:keys($h:days) return map { substring($day, 1, 4): count($h:days($day)) }),
                  map { 'duplicates': 'combine' }) => map:for-each(
                  function($year, $counts) { map { $year: sum($counts) } }) => map:merge()"/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="l:label('html.documents.by.calendar') || ' · ' || h:site-title()"/>
      <xsl:with-param name="up" select="'../'"/>
      <xsl:with-param name="styles" select="'documents.css'"/>
      <xsl:with-param name="main" as="element()+">
        <header class="title"><h1>{l:label('html.documents.by.calendar')}</h1></header>
        <div class="listing">
          <xsl:call-template name="h:orders">
            <xsl:with-param name="current" select="'calendar'"/>
            <xsl:with-param name="folder" select="''"/>
          </xsl:call-template>
          <div class="groups">
            <ul>
              <xsl:for-each select="$h:years">
                <li><a href="calendar-{.}.html">{.}</a><xsl:text> </xsl:text><span class="count">{$count(.)}</span></li>
              </xsl:for-each>
            </ul>
          </div>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="h:calendar-of-year" as="element()">
    <xsl:context-item as="xs:string" use="required"/>
    <xsl:variable name="year" as="xs:string" select="."/>
    <xsl:variable name="place" as="xs:integer" select="index-of($h:years, .)"/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="l:label('html.documents.year', .) || ' · ' || h:site-title()"/>
      <xsl:with-param name="up" select="'../'"/>
      <xsl:with-param name="styles" select="'documents.css'"/>
      <xsl:with-param name="main" as="element()+">
        <header class="title"><h1>{l:label('html.documents.year', .)}</h1></header>
        <div class="listing">
          <nav class="orders" aria-label="{l:label('html.documents.by.calendar')}">
            <ul>
              <xsl:for-each select="$h:years[$place - 1]"><li><a rel="prev" href="calendar-{.}.html">{.}</a></li></xsl:for-each>
              <li><a href="calendar.html">{l:label('html.documents.by.calendar')}</a></li>
              <xsl:for-each select="$h:years[$place + 1]"><li><a rel="next" href="calendar-{.}.html">{.}</a></li></xsl:for-each>
            </ul>
          </nav>
          <div class="calendar">
            <xsl:sequence select="(1 to 12) ! h:month($year, .)"/>
          </div>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- a month as weeks from Monday to Sunday -->
  <xsl:function name="h:month" as="element()">
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="month" as="xs:integer"/>
    <xsl:variable name="first" as="xs:date" select="xs:date($year || '-' || format-integer($month, '00') || '-01')"/>
    <xsl:variable name="next" as="xs:date" select="$first + xs:yearMonthDuration('P1M')"/>
    <xsl:variable name="length" as="xs:integer" select="days-from-duration($next - $first)"/>
    <xsl:variable name="before" as="xs:integer" select="h:weekday($first) - 1"/>
    <table>
      <caption>{tokenize(l:label('date.months-alone'))[$month]}</caption>
      <thead>
        <tr>
          <xsl:for-each select="tokenize(l:label('date.weekdays'))"><th scope="col">{.}</th></xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="0 to ($before + $length - 1) idiv 7">
          <xsl:variable name="start" as="xs:integer" select=". * 7 - $before"/>
          <tr>
            <xsl:for-each select="1 to 7">
              <xsl:variable name="day" as="xs:integer" select="$start + ."/>
              <td><xsl:sequence select="h:day($first, $day)[$day = 1 to $length]"/></td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:function>

  <!-- Monday is 1; 1 January 1900 was a Monday -->
  <xsl:function name="h:weekday" as="xs:integer">
    <xsl:param name="date" as="xs:date"/>
    <xsl:variable name="days" as="xs:integer" select="days-from-duration($date - xs:date('1900-01-01'))"/>
    <xsl:sequence select="(($days mod 7) + 7) mod 7 + 1"/>
  </xsl:function>

  <!-- a day with a document leads to it, a day with several to the first of them in the table -->
  <xsl:function name="h:day" as="node()*">
    <xsl:param name="first" as="xs:date"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="date" as="xs:string"
        select="substring(string($first), 1, 8) || format-integer($number, '00')"/>
    <xsl:variable name="documents" as="element(v:document)*" select="$h:days($date)"/>
    <xsl:variable name="name" as="xs:string" select="
        v:day($date) || ': ' || string-join($documents/v:title, '; ')"/>
    <xsl:choose>
      <xsl:when test="empty($documents)"><xsl:value-of select="$number"/></xsl:when>
      <xsl:when test="count($documents) eq 1">
        <a href="../{h:first-page($documents)}" title="{$name}" aria-label="{$name}">{$number}</a>
      </xsl:when>
      <xsl:otherwise>
        <a href="{h:table-name('date', h:page-by-date($documents[1]))}#document-{encode-for-uri($documents[1]/@id)}"
            title="{$name}" aria-label="{$name}">{$number}</a>
        <xsl:text> </xsl:text>
        <span class="count" aria-hidden="true">{count($documents)}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:variable name="h:places-by-date" as="map(xs:string, xs:integer)" select="
      map:merge(for $place in 1 to count($h:by-date)
                return map { string($h:by-date[$place]/@id): $place })"/>

  <xsl:function name="h:page-by-date" as="xs:integer">
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:sequence select="($h:places-by-date($document/@id) - 1) idiv $h:rows + 1"/>
  </xsl:function>
</xsl:stylesheet>
