<?xml version="1.0" encoding="UTF-8"?>
<!-- The register page: every person, place, organisation ... mentioned in any document, with names,
     dates, description, authority records and each mention of it. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- what the model says of each document: title and mentions -->
  <xsl:param name="summaries" as="element(v:document)*" select="()"/>
  <!-- the registers of the edition -->
  <xsl:param name="registers" as="document-node()*" select="()"/>

  <!-- the order of the sections; other kinds follow as one -->
  <xsl:variable name="h:kinds" as="xs:string+"
      select="'person', 'group', 'place', 'org', 'event', 'office', 'term', 'bibl'"/>

  <xsl:variable name="h:mentions" as="map(xs:string, element(v:mention)*)" select="
      map:merge($summaries/v:mention ! (for $id in tokenize(@entity) return map { $id: . }),
                map { 'duplicates': 'combine' })"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <xsl:variable name="h:entries" as="map(xs:string, element())" select="
      map:merge(($registers, $summaries)//*[map:contains($h:mentions, string(@xml:id))] ! map { string(@xml:id): . },
                map { 'duplicates': 'use-first' })"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <xsl:template name="h:register" as="element()">
    <xsl:variable name="items" as="element(v:entry)*">
      <xsl:for-each select="sort(map:keys($h:mentions))"
          xmlns:map="http://www.w3.org/2005/xpath-functions/map">
        <xsl:variable name="mention" as="element(v:mention)" select="$h:mentions(.)[1]"/>
        <v:entry id="{.}" name="{($h:entries(.) ! h:name(.), $mention/@text)[. ne ''][1]}"
            kind="{($mention/@kind[. = $h:kinds], 'other')[1]}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="l:label('register') || ' · ' || h:site-title()"/>
      <xsl:with-param name="up" select="'../'"/>
      <xsl:with-param name="main" as="item()*">
        <header class="title">
          <h1>{l:label('register')}</h1>
          <p class="subtitle">{l:label('html.register.about')}</p>
        </header>
        <xsl:call-template name="h:register-contents">
          <xsl:with-param name="kinds" select="($h:kinds, 'other')[. = $items/@kind]"/>
        </xsl:call-template>
        <div class="register">
          <xsl:for-each select="($h:kinds, 'other')[. = $items/@kind]">
            <xsl:sequence select="h:register-section(., $items[@kind = current()])"/>
          </xsl:for-each>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="h:register-contents" as="element()?">
    <xsl:param name="kinds" as="xs:string*"/>
    <xsl:if test="exists($kinds)">
      <nav class="kinds" aria-label="{l:label('html.contents')}">
        <ul>
          <xsl:for-each select="$kinds">
            <li><a href="#kind-{.}">{l:label('html.register.' || .)}</a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:register-section" as="element()">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="items" as="element(v:entry)+"/>
    <section class="kind" aria-labelledby="kind-{$kind}">
      <h2 id="kind-{$kind}">{l:label('html.register.' || $kind)}</h2>
      <xsl:for-each select="$items">
        <xsl:sort select="@name" lang="{$l:language}"/>
        <xsl:call-template name="h:register-entry"/>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </section>
  </xsl:function>

  <xsl:template name="h:register-entry" as="element()">
    <xsl:variable name="entry" as="element()?" select="$h:entries(string(@id))"/>
    <section class="register-entry" id="{@id}" tabindex="-1">
      <h3>
        <xsl:sequence select="$entry ! h:preferred(.)/h:language(.)[local-name() = 'lang']"/>
        <xsl:value-of select="v:curl(@name, '')"/>
      </h3>
      <xsl:if test="$entry">
        <xsl:apply-templates select="$entry" mode="entry"/>
      </xsl:if>
      <xsl:call-template name="h:occurrences">
        <xsl:with-param name="mentions" select="$h:mentions(string(@id))"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <!-- 1  other names with their languages  2  dates and places  3  description  4  records elsewhere -->
  <xsl:mode name="entry" on-no-match="fail" use-accumulators="v:character-before"/>

  <xsl:template match="*" mode="entry" as="element()*">
    <xsl:variable name="names" as="element()*" select="h:names(.)[not(. is h:preferred(..))]"/>
    <xsl:variable name="records" as="element()*" select="idno[normalize-space()] | ptr | ref"/>
    <xsl:variable name="prose" as="element()*"
        select="(desc | note | p | ab | gloss | def | trait | state)[normalize-space()]"/>
    <xsl:if test="self::bibl and empty(h:names(.)[not(self::title)])">
      <p class="full"><xsl:apply-templates select="node() except (note, idno)" mode="text"/></p>
    </xsl:if>
    <xsl:variable name="facts" as="element()*" select="
        h:fact('register.names', $names), h:dates(.),
        h:fact('register.situated', location/(placeName | geo) | country | region | settlement)"/>
    <xsl:if test="exists($facts)">
      <dl class="principles"><xsl:sequence select="$facts"/></dl>
    </xsl:if>
    <xsl:for-each select="$prose">
      <div class="prose">
        <xsl:sequence select="h:language(.)"/>
        <xsl:apply-templates mode="text"/>
      </div>
    </xsl:for-each>
    <xsl:if test="$records[h:record(.)]">
      <p class="records">
        <xsl:text>{l:label('html.register.records')} </xsl:text>
        <xsl:for-each select="$records[h:record(.)]">
          <xsl:sequence select="h:record(.)"/>
          <xsl:text>{if (position() ne last()) then ', ' else ''}</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        $entry/(persName | placeName | orgName | eventName | name | label | title | term)
        [normalize-space()]"/>
  </xsl:function>

  <xsl:function name="h:preferred" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="h:names($entry)[1]"/>
  </xsl:function>

  <xsl:function name="h:name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        normalize-space(string((h:preferred($entry), $entry[not(*)], $entry/@xml:id)[1]))"/>
  </xsl:function>

  <!-- birth, death, floruit, founding ...; an event's own date -->
  <xsl:function name="h:dates" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="$entry/(birth | death | floruit | date)">
      <xsl:sequence select="h:fact('register.' || local-name(), h:dated(.)[. ne ''])"/>
    </xsl:for-each>
    <xsl:sequence select="h:fact('register.date', h:date-words($entry)[. ne ''])"/>
  </xsl:function>

  <xsl:function name="h:dated" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(normalize-space($element)[. ne ''], h:date-words($element))[1]"/>
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
        else if ($date castable as xs:gYear) then replace($date, '^0+', '')
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
        select="normalize-space($record) || $record[self::ptr or self::ref]/@target"/>
    <xsl:variable name="name" as="xs:string" select="string(($record/@type, $record/@subtype)[1])"/>
    <xsl:variable name="address" as="xs:string?" select="
        h:web-address($value),
        $h:authorities(lower-case($name)) ! h:web-address(. || replace($value, '\s', ''))"/>
    <xsl:variable name="label" as="xs:string" select="
        normalize-space(if (starts-with($value, 'http')) then ($name[. ne ''], $value)[1]
                        else $name || ' ' || $value)"/>
    <xsl:choose>
      <xsl:when test="exists($address)"><a href="{$address[1]}">{$label}</a></xsl:when>
      <xsl:when test="$record/self::idno"><span>{$label}</span></xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- every mention, by document: its paragraph and the words around it -->
  <xsl:template name="h:occurrences" as="element()*">
    <xsl:param name="mentions" as="element(v:mention)+"/>
    <xsl:for-each-group select="$mentions" group-by="../@id">
      <div class="occurrences">
        <xsl:variable name="document" as="element(v:document)" select=".."/>
        <p class="in-document">
          <cite>
            <xsl:sequence select="h:chrome-language-of($document)"/>
            <xsl:value-of select="v:curl($document/v:title, '')"/>
          </cite>
        </p>
        <ol>
          <xsl:for-each select="current-group()">
            <li>
              <a href="../{encode-for-uri($document/@id)}.html#{@id}">
                <xsl:text>{h:place(.)}</xsl:text>
                <span class="hidden">: {@text}</span>
              </a>
              <xsl:text> </xsl:text>
              <span class="context">
                <xsl:sequence select="h:chrome-language-of($document)"/>
                <xsl:value-of select="v:curl(@before, '')"/>
                <b><xsl:value-of select="v:curl(@text, substring(@before, string-length(@before)))"/></b>
                <xsl:value-of select="v:curl(@after, substring(@text, string-length(@text)))"/>
              </span>
            </li>
          </xsl:for-each>
        </ol>
      </div>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="h:place" as="xs:string">
    <xsl:param name="mention" as="element(v:mention)"/>
    <xsl:sequence select="
        if ($mention/@block-n ne '') then l:label('html.place.paragraph', $mention/@block-n)
        else l:label('html.place.text')"/>
  </xsl:function>

  <!-- the language of words quoted from a document -->
  <xsl:function name="h:chrome-language-of" as="attribute()*">
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:variable name="tag" as="xs:string?" select="h:language-tag($document/@language)"/>
    <xsl:if test="$tag ne $l:language">
      <xsl:attribute name="lang" select="$tag"/>
      <xsl:if test="h:direction($tag) ne h:direction($l:language)">
        <xsl:attribute name="dir" select="h:direction($tag)"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
