<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the texts mention an entry of the register, and what else they mention there. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="h:companions" as="xs:integer" select="12"/>
  <xsl:variable name="h:kinds-in-company" as="xs:string+" select="'person', 'group', 'place', 'org', 'event'"/>

  <!-- by the id of each entry that keeps company, that of the first of those that are the same -->
  <xsl:variable name="h:first-ids" as="map(xs:string, xs:string)" select="
      map:merge(
        for $part in $h:register-parts[?kind = $h:kinds-in-company], $item in $part?items, $entry in $item?*
        return map { h:entry-id($entry): h:entry-id($item(1)) })"/>

  <!-- by document and block, the entries that are mentioned there -->
  <xsl:variable name="h:companies" as="map(xs:string, xs:string*)">
    <xsl:map>
      <xsl:for-each-group select="$summaries/v:mention[@block ne '']" group-by="h:block-of(.)">
        <xsl:map-entry key="current-grouping-key()"
            select="distinct-values(current-group()/@entity ! tokenize(.) ! $h:first-ids(.))"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="h:block-of" as="xs:string">
    <xsl:param name="mention" as="element(v:mention)"/>
    <xsl:sequence select="$mention/../@id || '#' || $mention/@block"/>
  </xsl:function>

  <!-- the entries that are mentioned in the same blocks, those of most blocks first -->
  <xsl:function name="h:company" as="element(div)?" xpath-default-namespace="">
    <xsl:param name="own" as="xs:string"/>
    <xsl:param name="mentions" as="element(v:mention)*"/>
    <xsl:variable name="blocks" as="xs:string*"
        select="distinct-values($mentions[@block ne ''] ! h:block-of(.))"/>
    <xsl:variable name="others" as="map(xs:string, item())*">
      <xsl:for-each-group select="($blocks ! $h:companies(.))[. ne $own]" group-by=".">
        <xsl:sort select="count(current-group())" order="descending"/>
        <xsl:sort select="$h:names-of-entries(.)"/>
        <xsl:if test="position() le $h:companions">
          <xsl:sequence select="map { 'id': current-grouping-key(), 'count': count(current-group()) }"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:if test="exists($others)">
      <div class="company">
        <p>{l:label('html.register.company')}</p>
        <ul>
          <xsl:for-each select="$others">
            <li>
              <a href="{$h:pages-of-entries(?id)}#{?id}">{v:curl($h:names-of-entries(?id), '')}</a>
              <xsl:text> </xsl:text>
              <span class="count">{?count}</span>
            </li>
          </xsl:for-each>
        </ul>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- every mention, by document; what follows these documents is opened by who wants it, so that the entries
       of a page are not far from each other -->
  <xsl:template name="h:occurrences" as="element()*">
    <xsl:param name="mentions" as="element(v:mention)*"/>
    <xsl:variable name="of-documents" as="element(div)*" xpath-default-namespace="">
      <xsl:call-template name="h:occurrences-by-document">
        <xsl:with-param name="mentions" select="$mentions"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="shown" as="xs:integer" select="
        if (count($of-documents) gt $h:documents-at-once * 3 div 2) then $h:documents-at-once else count($of-documents)"/>
    <xsl:sequence select="$of-documents[position() le $shown]"/>
    <xsl:where-populated>
      <details class="further">
        <xsl:for-each select="count($of-documents)[. gt $shown]">
          <summary>{l:label('html.card.all', string(count($mentions)))}</summary>
        </xsl:for-each>
        <xsl:sequence select="$of-documents[position() gt $shown]"/>
      </details>
    </xsl:where-populated>
  </xsl:template>

  <xsl:variable name="h:documents-at-once" as="xs:integer" select="20"/>

  <!-- the mentions in each document: their paragraphs and the words around them -->
  <xsl:template name="h:occurrences-by-document" as="element()*">
    <xsl:param name="mentions" as="element(v:mention)*"/>
    <xsl:for-each-group select="$mentions" group-by="../@id">
      <div class="occurrences">
        <xsl:variable name="document" as="element(v:document)" select=".."/>
        <p class="in-document">
          <cite>
            <xsl:sequence select="h:quoted-language($document)"/>
            <xsl:value-of select="v:curl($document/v:title, '')"/>
          </cite>
        </p>
        <ol>
          <xsl:for-each-group select="current-group()" group-adjacent="h:words-alone(.)">
            <li>
              <xsl:call-template name="h:occurrence"/>
              <xsl:sequence select="tail(current-group()) ! h:further-occurrence(., position())"/>
            </li>
          </xsl:for-each-group>
        </ol>
      </div>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template name="h:occurrence" as="item()+">
    <a href="../{h:place-address(.)}">
      <xsl:text>{h:place(.)}</xsl:text>
      <span class="hidden">: {v:curl(@text, '')}</span>
    </a>
    <xsl:text> </xsl:text>
    <span class="context">
      <xsl:sequence select="h:quoted-language(..)"/>
      <xsl:value-of select="v:curl(@before, '')"/>
      <b><xsl:value-of select="v:curl(h:short(@text), h:last-character(@before))"/></b>
      <xsl:value-of select="v:curl(@after, h:last-character(@text))"/>
    </span>
  </xsl:template>

  <!-- the words of a mention that has no context; else what no other mention has -->
  <xsl:function name="h:words-alone" as="xs:string">
    <xsl:param name="mention" as="element(v:mention)"/>
    <xsl:sequence select="
        if ($mention/@before eq '' and $mention/@after eq '') then string($mention/@text) else generate-id($mention)"/>
  </xsl:function>

  <!-- of what has no context, such as the speeches of a person, the first is shown, the others are counted -->
  <xsl:function name="h:further-occurrence" as="item()+" xpath-default-namespace="">
    <xsl:param name="mention" as="element(v:mention)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:text> </xsl:text>
    <a href="../{h:place-address($mention)}">{$number + 1}</a>
  </xsl:function>

  <!-- a long passage by its first and last words -->
  <xsl:function name="h:short" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (string-length($text) le 100) then $text
        else replace(substring($text, 1, 48), '\S+$', '') || '…'
             || replace(substring($text, string-length($text) - 40), '^\S+', '')"/>
  </xsl:function>

  <xsl:function name="h:last-character" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="substring($text, string-length($text))"/>
  </xsl:function>

  <xsl:function name="h:place" as="xs:string">
    <xsl:param name="mention" as="element(v:mention)"/>
    <xsl:sequence select="
        if ($mention/@block-n ne '') then l:label('html.place.paragraph', $mention/@block-n)
        else l:label('html.place.text')"/>
  </xsl:function>
</xsl:stylesheet>
