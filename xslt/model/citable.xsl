<?xml version="1.0" encoding="UTF-8"?>
<!-- What reference managers need to know of a document: an item of CSL-JSON (Citation Style Language
     1.0.2, schema csl-data), of which all other forms of a citation are made. It has no address, which
     the edition knows, and a value that is not known is empty. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:function name="v:citable" as="map(xs:string, item()*)">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:variable name="created" as="element()?"
        select="(v:facts('created', $document)[v:is-dated(.)], v:facts('source-date', $document))[1]"/>
    <xsl:variable name="holding" as="element()?" select="v:facts('holding', $document)"/>
    <xsl:sequence select="map {
        'id': string($document/@v:id),
        'title': string-join(($document/tei:teiHeader/@v:title, v:facts('subtitle', $document)[1] ! v:plain(.)), ': '),
        'author': v:csl-names(v:facts('author', $document)),
        'translator': v:csl-names((v:facts('translator', $document), v:those-who-translated($document))),
        'editor': v:csl-names(v:those-who-edited($document)),
        'issued': v:csl-dates((
            (v:facts('published', $document) ! ((@when, @when-iso, @to, @to-iso) ! string(), v:plain(.)))[v:is-calendar-date(.)],
            $document/tei:teiHeader/@v:released)[1]),
        'original-date': v:csl-dates((
            $created/(@when, @from, @notBefore)[1], $created[empty(@when)]/(@to, @notAfter)[1])),
        'publisher': string(v:facts('publisher', $document)[1] ! v:plain(.)),
        'publisher-place': string(v:facts('place', $document)[1] ! v:plain(.)),
        'collection-title': string(v:facts('series', $document)[1] ! v:plain(.)),
        'version': string((v:facts('edition', $document)/@n[. ne ''])[1]),
        'language': string(($document/tei:text/@xml:lang, $document/@xml:lang)[1]),
        'archive': string($holding/(tei:repository, tei:institution)[normalize-space()][1] ! v:plain(.)),
        'archive_collection': string-join($holding/tei:collection ! v:plain(.), ', '),
        'archive_location': string-join($holding/tei:idno[normalize-space()][1]
            ! (if (tei:idno and not(text()[matches(., '\w')]))
               then tei:idno ! v:number-with-kind(.) else normalize-space()), ', '),
        'DOI': string((v:facts('identifier', $document)[lower-case(@type) = 'doi']
            ! replace(normalize-space(), '^(https?://(dx\.)?doi\.org/|doi:)', '', 'i'))[1]),
        'keyword': string-join(v:facts('keyword', $document) ! v:plain(.)[. ne ''], '; '),
        'abstract': string($document/tei:teiHeader/@v:about) }"/>
  </xsl:function>

  <!-- a part of a shelfmark: fond 10026 -->
  <xsl:function name="v:number-with-kind" as="xs:string">
    <xsl:param name="number" as="element(tei:idno)"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($number)"/>
    <xsl:sequence select="string-join(($number/@type[not(contains($words, .))], $words), ' ')"/>
  </xsl:function>

  <!-- the editors; where none is named, those who changed the file or have an entry in a register -->
  <xsl:function name="v:those-who-edited" as="element()*">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:variable name="editors" as="element()*" select="v:facts('editor', $document)"/>
    <xsl:variable name="changed-by" as="xs:string*"
        select="v:facts('change', $document)/@who ! tokenize(.)"/>
    <xsl:sequence select="
        if (exists($editors)) then $editors
        else v:facts('responsibility', $document)/(tei:persName | tei:orgName | tei:name)
          [@ref or ../@xml:id ! concat('#', .) = $changed-by
           or (self::tei:persName or empty(../@xml:id)) and empty(v:facts('author', $document))]
          except v:those-who-translated($document)"/>
  </xsl:function>

  <!-- those of whom a statement of responsibility says that they translated -->
  <xsl:function name="v:those-who-translated" as="element()*">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:sequence select="
        v:facts('responsibility', $document)
          [tei:resp[matches(., '(^|[^\p{L}])(translat(ed|or|ion)|übersetz|traduc|traduit|перев[её]?[лод])', 'i')]]
          [empty(@xml:id)]/(tei:persName | tei:orgName | tei:name)"/>
  </xsl:function>

  <!-- a name as it is stated; it has parts where the statement or the register tells the surname, and this
       stands at its end or before a comma. Others, such as those in the order of Chinese, have none. -->
  <xsl:function name="v:csl-names" as="array(map(xs:string, xs:string))">
    <xsl:param name="parties" as="element()*"/>
    <xsl:sequence
        select="array { ($parties ! v:names-apart(.))[v:plain(.) ne ''] ! v:csl-name(.) }"/>
  </xsl:function>

  <!-- the names of a party that are those of several; else the party -->
  <xsl:function name="v:names-apart" as="element()+">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="names" as="element()*" select="v:party-names($party)"/>
    <xsl:sequence select="
        if (count($names) gt 1 and not(v:are-forms-of-name($names))) then $names else $party"/>
  </xsl:function>

  <xsl:function name="v:csl-name" as="map(xs:string, xs:string)">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="v:entry-of-party($party)"/>
    <xsl:variable name="parted" as="element()?"
        select="(($party | $entry ! v:preferred-entry-name(.))/descendant-or-self::*[tei:surname])[1]"/>
    <xsl:variable name="family" as="xs:string"
        select="string-join($parted/(tei:nameLink, tei:surname) ! normalize-space(), ' ')"/>
    <xsl:variable name="words" as="xs:string" select="v:plain($party)"/>
    <xsl:variable name="given" as="xs:string" select="
        if ($family eq '') then ''
        else if (ends-with($words, ' ' || $family)) then substring($words, 1, string-length($words) - string-length($family) - 1)
        else if (starts-with($words, $family || ', ')) then substring-after($words, ', ')
        else ''"/>
    <xsl:variable name="inverted" as="xs:string*" select="
        if ($given eq '' and $party[self::tei:persName or self::tei:name]
            and matches($words, '^[^,\d]+, [^,\d]+$'))
        then tokenize($words, ', ') else ()"/>
    <xsl:sequence select="
        if (exists($inverted)) then map { 'family': $inverted[1], 'given': $inverted[2] }
        else if ($given eq '') then map { 'literal': $words } else map { 'family': $family, 'given': $given }"/>
  </xsl:function>

  <!-- a date or a span of two; each is a day, a month or a year as numbers -->
  <xsl:function name="v:csl-dates" as="array(array(xs:integer))">
    <xsl:param name="dates" as="xs:string*"/>
    <xsl:sequence select="
        array { $dates[v:is-calendar-date(.)] ! array { tokenize(., '-') ! xs:integer(.) } }"/>
  </xsl:function>
</xsl:stylesheet>
