<?xml version="1.0" encoding="UTF-8"?>
<!-- What is made of parts, and is read as words: references to sources, descriptions of manuscripts,
     entries of dictionaries, what is said aloud. The encoding tells the parts apart by elements, the
     reader by what the edition sets between them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- what stands between the parts of an element that has no words beside them -->
  <xsl:variable name="v:composed" static="yes" as="map(xs:string, xs:string)" select="
      map:merge(
      for $row in (
        ', : biblStruct biblFull analytic monogr imprint titleStmt editionStmt publicationStmt
           seriesStmt series relatedItem msIdentifier altIdentifier msItem msItemStruct',
        ' × : dimensions',
        ' : entry superEntry hom re form gramGrp sense etym xr cit u annotationBlock respStmt castItem')
      return tokenize(substring-after($row, ': ')) ! map { . : substring-before($row, ': ') })"/>

  <!-- elements of names, whose parts stand apart in a reference even if the encoding joins them -->
  <xsl:variable name="v:names-of-sources" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('author editor persName name orgName') ! map { . : true() })"/>

  <!-- to look here first spares most elements a closer look -->
  <xsl:variable name="v:may-be-composed" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge((map:keys($v:composed), map:keys($v:names-of-sources), 'bibl') ! map { . : true() })"/>

  <!-- what the edition sets before a part; nothing before the first -->
  <xsl:template match="tei:*[map:contains($v:may-be-composed, local-name(..))][v:is-part(.)]" mode="reading-text" priority="6" as="node()*">
    <xsl:variable name="separator" as="xs:string" select="v:separator(.)"/>
    <xsl:sequence select="
        if ($separator eq ' ') then v:space($separator)
        else $separator[. ne ''] ! v:generated('between', .)"/>
    <xsl:sequence select="v:label-of-part(.)[. ne ''] ! v:generated('label', .)"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- white space between parts is layout of the file -->
  <xsl:template match="text()[map:contains($v:may-be-composed, local-name(..))][v:is-composed(..)]" mode="reading-text" priority="2"
      as="empty-sequence()"/>

  <!-- so it is within a word whose letters were replaced or are glossed -->
  <xsl:template match="(tei:subst | tei:ruby)/text()" mode="reading-text" priority="2" as="empty-sequence()"/>

  <!-- a reference made of parts is a reference, and its groups of parts are segments of it -->
  <xsl:template match="tei:text//(tei:biblStruct | tei:biblFull)" mode="reading-text" as="element(tei:bibl)">
    <tei:bibl>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </tei:bibl>
  </xsl:template>

  <!-- a reference that is known by a siglum, which it does not say: `<bibl n="SEG">` -->
  <xsl:template match="tei:text//tei:listBibl/tei:bibl[v:is-known-by-siglum(.)]" mode="reading-text" as="element(tei:bibl)">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:sequence select="v:generated('label', @n || ' ')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="v:is-known-by-siglum" as="xs:boolean">
    <xsl:param name="source" as="element(tei:bibl)"/>
    <xsl:sequence select="
        matches($source/@n, '^\p{Lu}[\p{L}.]*$') and v:is-composed($source) and normalize-space($source) ne ''
        and empty($source/tei:title) and not(contains($source, $source/@n))"/>
  </xsl:function>

  <xsl:template mode="reading-text" as="element(tei:seg)" match="
      tei:text//(tei:analytic | tei:monogr | tei:imprint | tei:series | tei:relatedItem | tei:titleStmt | tei:editionStmt
                 | tei:publicationStmt | tei:seriesStmt | tei:respStmt)">
    <tei:seg>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </tei:seg>
  </xsl:template>

  <!-- a date of a reference that only machines can read -->
  <xsl:template match="tei:text//tei:date[v:is-unwritten-date(.)]" mode="reading-text"
      as="element(tei:date)">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:sequence select="v:generated('date', v:dates-in-words(.))"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="v:is-unwritten-date" as="xs:boolean">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="normalize-space($date) eq '' and v:is-dated($date) and v:is-in-reference($date)"/>
  </xsl:function>

  <!-- pages and the like of which only machines can read where they begin and end -->
  <xsl:template match="tei:text//tei:*[self::tei:biblScope or self::tei:citedRange][v:is-unwritten-range(.)]" mode="reading-text" as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:sequence select="v:generated('range', string-join(distinct-values((@from, @to)), '–'))"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="v:is-unwritten-range" as="xs:boolean">
    <xsl:param name="range" as="element()"/>
    <xsl:sequence select="normalize-space($range) eq '' and exists($range/(@from, @to)) and v:is-in-reference($range)"/>
  </xsl:function>

  <xsl:function name="v:is-in-reference" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/ancestor::*[self::tei:bibl or self::tei:biblStruct or self::tei:biblFull])"/>
  </xsl:function>

  <xsl:function name="v:dates-in-words" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="v:date-words($date, v:day#1, concat(?, '–', ?))"/>
  </xsl:function>

  <!-- whether an element is set apart from the parts before it -->
  <xsl:function name="v:is-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        (v:is-composed($element/..) or v:is-joined($element)) and v:says-something($element)
        and not($element[self::tei:note or self::tei:head or self::tei:desc] or v:is-block-of-parts($element))"/>
  </xsl:function>

  <!-- what stands on lines of its own among parts needs nothing before it, nor does what follows it -->
  <xsl:function name="v:is-block-of-parts" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[self::tei:listBibl or self::tei:p or self::tei:list or self::tei:table
                        or self::tei:msItem or self::tei:msItemStruct])"/>
  </xsl:function>

  <!-- the parts of a reference in a text -->
  <xsl:variable name="v:parts-of-references" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('author editor title date biblScope citedRange publisher pubPlace ref ptr idno extent series edition')
                ! map { . : true() })"/>

  <!-- whether nothing at all stands between an element and the part of the reference before it -->
  <xsl:function name="v:is-joined" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/parent::tei:bibl) and map:contains($v:parts-of-references, local-name($element))
        and exists($element/preceding-sibling::node()[not(self::tei:note or self::comment())][1]
                   [self::*][map:contains($v:parts-of-references, local-name())])"/>
  </xsl:function>

  <!-- white space at the end of a part would stand before what follows it -->
  <xsl:template match="*[map:contains($v:may-be-composed, local-name(..))]/text()[not(following-sibling::node())][matches(., '\s$')]
      [v:is-composed(../..)]" mode="reading-text" priority="3" as="text()?">
    <xsl:variable name="words" as="item()*"><xsl:next-match/></xsl:variable>
    <xsl:value-of select="replace(string-join($words), '\s+$', '')"/>
  </xsl:template>

  <!-- whether an element is made of parts alone: words of its own would bring their punctuation -->
  <xsl:function name="v:is-composed" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="name" as="xs:string" select="string(local-name($element))"/>
    <xsl:sequence select="
        (map:contains($v:composed, $name)
         or map:contains($v:names-of-sources, $name)
            and exists($element/ancestor::*[self::tei:biblStruct or self::tei:biblFull])
         or $name eq 'bibl' and exists($element/parent::tei:listBibl))
        and exists($element/ancestor::tei:text)
        and not($element/text()[normalize-space()])"/>
  </xsl:function>

  <xsl:function name="v:says-something" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        normalize-space($element) ne '' or exists($element/self::tei:date[v:is-unwritten-date(.)])
        or exists($element/(self::tei:biblScope | self::tei:citedRange)[v:is-unwritten-range(.)])
        or exists($element[self::tei:ptr or self::tei:ref]/@target)"/>
  </xsl:function>

  <xsl:function name="v:separator" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="element()?" select="
        $part/preceding-sibling::*[v:says-something(.)][not(self::tei:note)][1]"/>
    <xsl:sequence select="
        if (empty($before) or v:is-block-of-parts($before) or matches($part, '^\s*[,.;:!?)\]]')) then ''
        else if ($before/self::tei:surname and $part/self::tei:forename) then ', '
        else if (matches($before, '[,;:]\s*$')) then ' '
        else v:between($part/..)"/>
  </xsl:function>

  <!-- what stands between the parts of an element -->
  <xsl:function name="v:between" as="xs:string">
    <xsl:param name="composed" as="element()"/>
    <xsl:sequence select="
        if ($composed/self::tei:bibl) then ', ' else ($v:composed(local-name($composed)), ' ')[1]"/>
  </xsl:function>

  <!-- a number is named by its type, a sense by its number -->
  <xsl:function name="v:label-of-part" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        if ($part/self::tei:idno[@type][not(@type = ('URI', 'URL', 'url'))]) 
        then ($part/@type || ' ')[not(starts-with(normalize-space($part), $part/@type))] || ''
        else if ($part/self::tei:sense) then v:number-of-sense($part) ! (. || ' ') || ''
        else ''"/>
  </xsl:function>

  <!-- the number of a sense, if its words do not begin with it: its own, or its place among several -->
  <xsl:function name="v:number-of-sense" as="xs:string?">
    <xsl:param name="sense" as="element(tei:sense)"/>
    <xsl:variable name="all" as="element(tei:sense)*" select="$sense/../tei:sense"/>
    <xsl:variable name="number" as="xs:string?" select="
        if ($sense/@n) then $sense/@n
        else if ($all[2] and not($all/@n)) then string(count($sense/preceding-sibling::tei:sense) + 1)
        else ()"/>
    <xsl:sequence select="
        $number[not(starts-with(normalize-space($sense), .))] ! (. || '.'[matches($number, '\w$')] || '')"/>
  </xsl:function>
</xsl:stylesheet>
