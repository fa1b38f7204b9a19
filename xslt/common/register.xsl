<?xml version="1.0" encoding="UTF-8"?>
<!-- What a register says of its entries, for outputs in which the register follows the text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:key name="v:mentions" match="tei:text//*[@v:mention]" use="tokenize(@v:entity)"/>

  <!-- the order of the sections -->
  <xsl:variable name="v:kinds-of-entries" as="xs:string*"
      select="'person', 'group', 'place', 'org', 'event', 'office', 'term', 'bibl'"/>

  <xsl:function name="v:register-sections" as="element(tei:list)*">
    <xsl:param name="register" as="element(tei:standOff)?"/>
    <xsl:sequence select="
        (for $kind in $v:kinds-of-entries return $register/tei:list[@type = $kind]),
        $register/tei:list[not(@type = $v:kinds-of-entries)]"/>
  </xsl:function>

  <xsl:function name="v:register-title" as="xs:string">
    <xsl:param name="section" as="element(tei:list)"/>
    <xsl:sequence select="l:label('print.' || ($section/@type[. = $v:kinds-of-entries], 'other')[1])"/>
  </xsl:function>

  <!-- the forms of a name beside the preferred one -->
  <xsl:function name="v:further-names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        v:entry-names($entry)[not(. is v:preferred-entry-name($entry) or normalize-space() eq $entry/@v:name)]"/>
  </xsl:function>

  <!-- birth and death, else the entry's own date -->
  <xsl:function name="v:life" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        string-join((
          ($entry, v:preferred-entry-name($entry)) ! v:dated(.),
          $entry/tei:birth[1] ! v:dated-words(.)[. ne ''] ! l:label('print.born', .),
          $entry/tei:death[1] ! v:dated-words(.)[. ne ''] ! l:label('print.died', .))[. ne ''], ', ')"/>
  </xsl:function>

  <!-- a date as it is written; one that is only normalised, and what is said beside it -->
  <xsl:function name="v:dated-words" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="
        if ($dated/text()[normalize-space()] or $dated/*)
        then v:words-apart($dated, v:dated#1) else ''"/>
    <xsl:sequence select="
        if ($dated/tei:date or matches($words, '\d')) then $words
        else string-join((v:dated($dated), $words)[. ne ''], ', ')"/>
  </xsl:function>

  <!-- what is neither name nor date nor number; first what is told -->
  <xsl:function name="v:told-of-entry" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="told" as="element()*"
        select="$entry/(tei:desc | tei:gloss | tei:note | tei:p)"/>
    <xsl:sequence select="
        $told,
        $entry/* except ($told, v:entry-names($entry), $entry/(tei:idno | tei:ptr | tei:ref | tei:birth
          | tei:death | tei:sex | tei:gender | tei:linkGrp | tei:listRelation))"/>
  </xsl:function>

  <!-- an entry in plain words, its name and records left out -->
  <xsl:function name="v:entry-in-words" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="worded" as="xs:boolean" select="v:is-worded-entry($entry)"/>
    <xsl:variable name="named" as="xs:string" select="
        string-join((v:further-names($entry)[not($worded)] ! v:name-with-dates(.) => distinct-values(),
                     v:life($entry))[. ne ''], ', ')"/>
    <xsl:variable name="told" as="xs:string*" select="
        if ($worded) then (v:running-words($entry), $entry/tei:note ! normalize-space())
        else v:told-of-entry($entry)[not(normalize-space() = $entry/@v:name)]
             ! string-join(distinct-values((v:dated(.), v:words-apart(., v:dated#1)))[. ne ''], ' ')"/>
    <xsl:sequence select="
        string-join(($named[not($worded)], $told, v:relations($entry)) ! v:sentence(.), ' ')"/>
  </xsl:function>

  <!-- the words of an entry that is running text, as it is punctuated; its notes are told after it -->
  <xsl:function name="v:running-words" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="
        $entry/(node() except tei:note) ! (if (exists(. intersect $entry/tei:idno)) then v:record(.)?label else string(.))"/>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <!-- the records that stand not already among the words of an entry -->
  <xsl:function name="v:further-records" as="map(xs:string, xs:string)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="worded" as="xs:boolean" select="v:is-worded-entry($entry)"/>
    <xsl:sequence select="v:records($entry)[exists(?address) or not($worded)]"/>
  </xsl:function>

  <!-- whether an entry is running text that says its name itself, or parts that are set as such -->
  <xsl:function name="v:is-worded-entry" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        (exists($entry/(text()[normalize-space()] | *[@v:generated = 'between'])) or empty($entry/*))
        and normalize-space($entry) ne $entry/@v:name"/>
  </xsl:function>

  <!-- where a mention stands: the number of its note, paragraph or verse -->
  <xsl:function name="v:place-of-mention" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="note" as="element()?" select="$mention/ancestor-or-self::*[@v:is = 'note'][@v:n][1]"/>
    <xsl:sequence select="
        if ($note) then l:label('print.note', $note/@v:n)
        else string($mention/ancestor-or-self::*[@v:is = ('paragraph', 'verse')][@v:n][1]/@v:n)"/>
  </xsl:function>

  <xsl:function name="v:places-of-entry" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        distinct-values(key('v:mentions', $entry/@v:id, root($entry)) ! v:place-of-mention(.))[. ne '']"/>
  </xsl:function>

  <!-- names that no entry tells of, by the address that they lead to -->
  <xsl:function name="v:names-with-addresses" as="element()*">
    <xsl:param name="text" as="element(tei:text)?"/>
    <xsl:for-each-group select="$text//*[@v:address][@v:is = ('name', 'place', 'title')][normalize-space()]
                                [exists(v:web-address(@v:address))]" group-by="@v:address">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
