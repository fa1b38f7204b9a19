<?xml version="1.0" encoding="UTF-8"?>
<!-- Publications that the edition was made from: the reference in words, and the parts that catalogues
     have places for, as far as the encoding tells them apart. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- 1  the titles, the numbers and the pages of a reference become attributes
       2  who wrote what was published become agents
       3  the reference becomes words, without its notes -->
  <xsl:mode name="publication" on-no-match="fail"/>

  <xsl:template match="*" mode="publication" as="element(r:publication)">
    <xsl:variable name="own" as="element(tei:title)?" select="
        (.//tei:title[not(@level = ('j', 's'))], .//tei:title)[1]"/>
    <r:publication title="{normalize-space($own)}">
      <xsl:sequence select="r:address-of(.), r:attributes(r:host(., $own)), r:attributes(r:imprint(.))"/>
      <xsl:apply-templates mode="agent-of-publication"
          select="(tei:analytic, .)[tei:author][1]/tei:author[normalize-space()]"/>
      <r:reference>{r:reference(.)}</r:reference>
    </r:publication>
  </xsl:template>

  <!-- those who wrote what was published -->
  <xsl:mode name="agent-of-publication" on-no-match="fail"/>

  <xsl:template match="tei:author" mode="agent-of-publication" as="element(r:agent)*">
    <xsl:sequence select="r:agents-in(., 'aut', '')"/>
  </xsl:template>

  <!-- the first address -->
  <xsl:function name="r:address-of" as="attribute(uri)?">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="addresses" as="xs:string*" select="
        (($source//(tei:ptr | tei:ref)/@target, $source//tei:idno)[empty(ancestor::tei:availability)]
         ! normalize-space())[matches(., '^https?://\S+$')]"/>
    <xsl:for-each select="$addresses[1]">
      <xsl:attribute name="uri" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- what a part of a publication stands in: a journal, a series, or the book around it -->
  <xsl:function name="r:host" as="map(xs:string, xs:string?)">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="own" as="element(tei:title)?"/>
    <xsl:variable name="host" as="element(tei:title)?" select="
        ($source//tei:title[@level = 'j'],
         $source[tei:analytic]/tei:monogr/tei:title,
         $source//tei:title[@level = 'm'][$own/@level = 'a'])[not(. is $own)][1]"/>
    <xsl:sequence select="map {
        'host': $host ! normalize-space()[. ne ''],
        'host-is': $host ! (if (@level = 'j') then 'journal' else 'book') }"/>
  </xsl:function>

  <xsl:function name="r:imprint" as="map(xs:string, xs:string?)">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="scope" as="map(xs:string, xs:string)" select="
        map:merge($source//tei:biblScope[empty(ancestor::tei:series | ancestor::tei:seriesStmt)] ! r:scope(.),
                  map { 'duplicates': 'use-first' })"/>
    <xsl:variable name="pages" as="xs:string*" select="
        tokenize($scope('page'), '[\-–—]') ! normalize-space()"/>
    <xsl:sequence select="map {
        'volume': $scope('volume'), 'issue': $scope('issue'),
        'first-page': $pages[1], 'last-page': $pages[last()][count($pages) gt 1],
        'year': ($source//(tei:imprint | self::tei:bibl | tei:publicationStmt)/tei:date)[1]
                ! r:span(.) ! substring(., 1, 4)[. castable as xs:gYear],
        'publisher': ($source//tei:publisher)[normalize-space()][1] ! normalize-space(),
        'place': ($source//tei:pubPlace)[normalize-space()][1] ! normalize-space(),
        'issn': ($source//tei:idno[upper-case(@type) = 'ISSN'])[1] ! normalize-space(),
        'isbn': ($source//tei:idno[upper-case(@type) = 'ISBN'])[1] ! normalize-space() }"/>
  </xsl:function>

  <!-- a volume, an issue or pages: by @unit, in older files by @type, without the word before the number -->
  <xsl:function name="r:scope" as="map(xs:string, xs:string)?">
    <xsl:param name="scope" as="element(tei:biblScope)"/>
    <xsl:variable name="unit" as="xs:string?" select="
        (map { 'volume': 'volume', 'vol': 'volume', 'issue': 'issue', 'number': 'issue', 'nr': 'issue',
               'no': 'issue', 'page': 'page', 'pages': 'page', 'pp': 'page', 'p': 'page' })
        (lower-case(($scope/@unit, $scope/@type)[1]))"/>
    <xsl:variable name="words" as="xs:string" select="
        if ($unit eq 'page' and $scope/@from) then string-join(distinct-values($scope/(@from, @to)), '–')
        else replace(normalize-space($scope), '^\p{L}+\.?\s*([\p{N}])', '$1')"/>
    <xsl:sequence select="$unit[$words ne ''] ! map { . : $words }"/>
  </xsl:function>

  <xsl:function name="r:attributes" as="attribute()*">
    <xsl:param name="facts" as="map(xs:string, xs:string?)"/>
    <xsl:for-each select="sort(map:keys($facts))[exists($facts(.))]">
      <xsl:attribute name="{.}" select="$facts(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- the words of a reference; what is made of parts alone has commas between them -->
  <xsl:function name="r:reference" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="parts" as="element()*" select="
        $source/descendant::*[not(self::tei:note or ancestor::tei:note or ancestor-or-self::tei:availability)]
        [not(local-name() = $r:groups-of-parts)][local-name(..) = $r:groups-of-parts]"/>
    <xsl:sequence select="
        if (exists($parts) and empty($parts/../text()[normalize-space()]))
        then string-join(($parts ! normalize-space(string-join(r:words(.))))[. ne ''], ', ')
        else normalize-space(string-join(r:words($source))) => replace('(\s*,)+$', '')"/>
  </xsl:function>

  <xsl:variable name="r:groups-of-parts" as="xs:string+" select="
      'biblStruct', 'monogr', 'analytic', 'imprint', 'series', 'biblFull', 'titleStmt', 'editionStmt',
      'publicationStmt', 'seriesStmt'"/>
</xsl:stylesheet>
