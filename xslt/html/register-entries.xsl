<?xml version="1.0" encoding="UTF-8"?>
<!-- What a register says of one entry: names, dates, places, description, sources, records. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- 1  a source is quoted in full  2  other names, dates, places, occupations are facts
       3  the description is set as text, with its sources  4  records elsewhere are linked -->
  <xsl:mode name="register-entry" on-no-match="fail" use-accumulators="v:character-before"/>

  <xsl:template match="*" mode="register-entry" as="element()*">
    <xsl:variable name="entry" as="element()" select="."/>
    <xsl:variable name="facts" as="element()*" select="
        h:fact('register.names', v:entry-names(.)[not(. is v:preferred-entry-name(..))]),
        h:dates(.),
        h:fact('register.situated', location/(placeName | geo) | country | region | settlement),
        h:fact('register.occupation',
                   occupation ! string-join((h:date-words(.)[. ne ''], normalize-space()), ': '))"/>
    <xsl:if test="exists($facts)">
      <dl class="principles"><xsl:sequence select="$facts"/></dl>
    </xsl:if>
    <xsl:for-each select="(desc | note | p | ab | gloss | def | trait | state)[normalize-space()]">
      <div class="prose">
        <xsl:sequence select="h:language(.)"/>
        <xsl:apply-templates mode="text"/>
        <xsl:sequence select="h:sources(tokenize(@source) ! h:pointed-register-entry(., $entry), '')"/>
      </div>
    </xsl:for-each>
    <xsl:variable name="records" as="node()*" select="(idno[normalize-space()] | ptr | ref) ! h:record(.)"/>
    <xsl:if test="exists($records)">
      <p class="records">
        <xsl:text>{l:label('html.register.records')} </xsl:text>
        <xsl:for-each select="$records">
          <xsl:sequence select="."/>
          <xsl:text>{if (position() ne last()) then ', ' else ''}</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="bibl" mode="register-entry" as="element()*">
    <xsl:variable name="quoted" as="node()*" select="node() except (note, desc)"/>
    <xsl:if test="normalize-space(string-join($quoted)) ne v:preferred-name(.)">
      <p class="full"><xsl:apply-templates select="$quoted" mode="text"/></p>
    </xsl:if>
    <xsl:for-each select="(note | desc)[normalize-space()]">
      <div class="prose">
        <xsl:sequence select="h:language(.)"/>
        <xsl:apply-templates mode="text"/>
      </div>
    </xsl:for-each>
  </xsl:template>

  <!-- birth, death, floruit; an event's own date -->
  <xsl:function name="h:dates" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="$entry/(birth | death | floruit)">
      <xsl:sequence select="h:fact('register.' || local-name(), h:dated(.)[. ne ''])"/>
    </xsl:for-each>
    <xsl:sequence select="
        h:fact('register.date', ($entry, $entry/date) ! h:date-words(.)[. ne ''])"/>
  </xsl:function>

  <!-- the date of an element, then its words unless they are the date -->
  <xsl:function name="h:dated" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/date) then normalize-space($element)
        else string-join((h:date-words($element), normalize-space($element))[. ne ''], ', ')"/>
  </xsl:function>

  <!-- a normalised date in the words of the edition's language -->
  <xsl:function name="h:date-words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="from" as="xs:string?" select="$element/(@from, @notBefore)[1]"/>
    <xsl:variable name="to" as="xs:string?" select="$element/(@to, @notAfter)[1]"/>
    <xsl:sequence select="
        if ($element/@when) then h:date($element/@when)
        else if ($from and $to) then h:date($from) || ' – ' || h:date($to)
        else if ($from) then l:label('html.date.from', h:date($from))
        else if ($to) then l:label('html.date.to', h:date($to))
        else ''"/>
  </xsl:function>

  <xsl:function name="h:date" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="
        if ($date castable as xs:date)
        then format-date(xs:date($date), l:label('html.date.format'), $l:language, (), ())
        else if ($date castable as xs:gYearMonth)
        then format-date(xs:date($date || '-01'), l:label('html.date.month'), $l:language, (), ())
        else $date"/>
  </xsl:function>

  <!-- the record in an authority file, linked where its address is known -->
  <xsl:variable name="h:authorities" as="map(xs:string, xs:string)" select="map {
      'wikidata': 'https://www.wikidata.org/wiki/', 'geonames': 'https://www.geonames.org/',
      'gnd': 'https://d-nb.info/gnd/', 'viaf': 'https://viaf.org/viaf/',
      'isni': 'https://isni.org/isni/', 'orcid': 'https://orcid.org/',
      'tgn': 'https://vocab.getty.edu/tgn/', 'ulan': 'https://vocab.getty.edu/ulan/',
      'lcnaf': 'https://id.loc.gov/authorities/names/',
      'doi': 'https://doi.org/' }"/>

  <xsl:function name="h:record" as="node()?">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="value" as="xs:string"
        select="string((normalize-space($record)[. ne ''], $record/@target)[1])"/>
    <xsl:variable name="name" as="xs:string" select="string(($record/@type, $record/@subtype)[1])"/>
    <xsl:variable name="address" as="xs:string?" select="
        (h:web-address($value),
         $h:authorities(lower-case($name)) ! h:web-address(. || replace($value, '\s', '')))[1]"/>
    <xsl:variable name="label" as="xs:string" select="
        normalize-space(if (starts-with($value, 'http')) then ($name[. ne ''], $value)[1]
                        else $name || ' ' || $value)"/>
    <xsl:choose>
      <xsl:when test="exists($address)"><a href="{$address}">{$label}</a></xsl:when>
      <xsl:when test="$record/self::idno"><span>{$label}</span></xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- pointers within the registers lead to their entries on the same page -->
  <xsl:template match="*[@ref | @corresp | @target][empty(ancestor::text)]
      [exists(h:pointed-register-entries(.))]
      [@v:is = ('reference', 'name', 'title') or self::term or self::bibl]" mode="text" as="element()" priority="6">
    <xsl:call-template name="h:link">
      <xsl:with-param name="to" select="map {
          'href': '#' || h:pointed-register-entries(.)[1],
          'class': 'name' }"/>
    </xsl:call-template>
  </xsl:template>

  <!-- the ids of the entries that an element of a register means, on the page of the registers -->
  <xsl:function name="h:pointed-register-entries" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/(@ref, @target, @corresp) ! tokenize(.) ! h:pointed-register-entry(., $element)"/>
  </xsl:function>

  <!-- what an entry that a document keeps for itself points to is first looked for in that document -->
  <xsl:function name="h:pointed-register-entry" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*[#:]', '')"/>
    <xsl:variable name="own" as="element()?" select="$from/ancestor-or-self::*[@v:own]"/>
    <xsl:sequence select="
        ($own ! (substring(@v:id, 1, string-length(@v:id) - string-length(@xml:id)) || $id), $id)
        [map:contains($h:register-entries, .)][1]"/>
  </xsl:function>

  <!-- the sources a note rests on; `page` is the address of the register from here -->
  <xsl:function name="h:sources" as="element()?">
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:if test="exists($ids)">
      <p class="sources">
        <xsl:text>{l:label('html.sources')} </xsl:text>
        <xsl:for-each select="$ids">
          <a href="{$page}#{.}">{$h:register-entries(.) ! v:preferred-name(.)}</a>
          <xsl:text>{if (position() ne last()) then '; ' else ''}</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
