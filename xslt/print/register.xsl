<?xml version="1.0" encoding="UTF-8"?>
<!-- The register: what the text names, and where it does. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:key name="t:mentions" match="tei:text//*[@v:mention]" use="tokenize(@v:entity)"/>

  <!-- a section for each kind of entry -->
  <xsl:mode name="register" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="register" as="text()*">
    <xsl:text>&#10;#part(kind: "register")[{t:curled(l:label('register'))}]&#10;#let entry = entry.with(pages: ({
        t:string(l:label('print.page'))}, {t:string(l:label('print.pages'))}))&#10;</xsl:text>
    <xsl:text>&#10;#guide[{t:curled(l:label('print.register-guide'))}]&#10;</xsl:text>
    <xsl:apply-templates select="
        (for $kind in $t:kinds return tei:list[@type = $kind]),
        tei:list[not(@type = $t:kinds)]" mode="register"/>
  </xsl:template>

  <xsl:variable name="t:kinds" as="xs:string*"
      select="'person', 'group', 'place', 'org', 'event', 'office', 'term', 'bibl'"/>

  <xsl:template match="*[@v:is = 'register']" mode="register" as="text()*">
    <xsl:variable name="title" as="xs:string" select="t:curled(l:label('print.' || (@type[. = $t:kinds], 'other')[1]))"/>
    <xsl:text>&#10;#section(2)[{$title}][{$title}]&#10;</xsl:text>
    <xsl:apply-templates select="*" mode="register"/>
  </xsl:template>

  <!-- an entry: its name, other forms of it (print leaves out those in a script no font has), its
       dates, identifiers and places; and last what the register says. An entry that is running
       text says its name itself -->
  <xsl:template match="*" mode="register" as="text()*">
    <xsl:variable name="worded" as="xs:boolean"
        select="t:is-worded(.) and normalize-space() ne @v:name"/>
    <xsl:text>&#10;#entry({t:string(@v:id)}, </xsl:text>
    <xsl:text>{if ($worded) then 'none' else '[' || t:curled(@v:name) || ']'},&#10;</xsl:text>
    <xsl:if test="not($worded)">
      <xsl:text>  forms: {t:array(distinct-values(t:forms(.)))},&#10;</xsl:text>
      <xsl:text>{t:dates(.)[. ne ''] ! ('  dates: [' || . || '],&#10;')}</xsl:text>
      <xsl:text>  identifiers: {t:array(
          tei:idno[normalize-space()] ! ('[' || t:identifier(.) || ']'))},&#10;</xsl:text>
    </xsl:if>
    <xsl:text>  at: {t:array(t:places(key('t:mentions', @v:id)))},&#10;)[</xsl:text>
    <xsl:variable name="said" as="xs:string*"
        select="if ($worded) then t:prose(.) else (), t:description(.)"/>
    <xsl:text>{string-join($said ! v:sentence(.), ' ')}</xsl:text>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- those beside the preferred one, each with its language -->
  <xsl:function name="t:forms" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="
        v:entry-names($entry)[not(. is v:preferred-entry-name($entry) or normalize-space() eq $entry/@v:name)]">
      <xsl:variable name="language" as="xs:string" select="
          t:string(((ancestor-or-self::*/@v:lang)[last()], $l:language)[1]) || ', dir: rtl'[t:is-from-right(current())]"/>
      <xsl:sequence select="
          '(arguments(' || $language || '), ' || t:string(v:curl(v:name-in-order(., true()), '')) || ')'"/>
    </xsl:for-each>
  </xsl:function>

  <!-- birth and death, else the entry's own date -->
  <xsl:function name="t:dates" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        t:curled(string-join((
          v:dated($entry),
          $entry/tei:birth[1] ! t:dated(.)[. ne ''] ! l:label('print.born', .),
          $entry/tei:death[1] ! t:dated(.)[. ne ''] ! l:label('print.died', .))[. ne ''], ', '))"/>
  </xsl:function>

  <!-- a date as it is written; one that is only normalised, and what is said beside it -->
  <xsl:function name="t:dated" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="
        if ($dated/text()[normalize-space()] or $dated/*)
        then v:words-apart($dated, v:dated#1) else ''"/>
    <xsl:sequence select="
        if ($dated/tei:date or matches($words, '\d')) then $words
        else string-join((v:dated($dated), $words)[. ne ''], ', ')"/>
  </xsl:function>

  <!-- what is neither name nor date nor number: first what is told, then the rest with its dates -->
  <xsl:function name="t:description" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="worded" as="xs:boolean" select="t:is-worded($entry)"/>
    <xsl:variable name="told" as="element()*" select="
        if ($worded) then $entry/self::tei:bibl/tei:note
        else $entry/(tei:desc | tei:gloss | tei:note | tei:p)"/>
    <xsl:variable name="rest" as="element()*" select="
        $entry[not($worded)]/* except ($told, v:entry-names($entry), $entry/(tei:idno | tei:birth
          | tei:death | tei:sex | tei:gender | tei:linkGrp | tei:listRelation))"/>
    <xsl:sequence select="
        $told ! t:prose(.),
        $rest ! string-join((v:dated(.)[. ne ''] ! t:curled(.), t:prose(.)), ' '),
        v:relations($entry) ! t:curled(.)"/>
  </xsl:function>

  <!-- where an entry is mentioned: the paragraph, line or note, and the mark on its page -->
  <xsl:function name="t:places" as="xs:string*">
    <xsl:param name="mentions" as="element()*"/>
    <xsl:for-each-group select="$mentions" group-by="t:place(.)">
      <xsl:sequence select="
          '([' || t:curled(current-grouping-key()) || '], ' || t:string(@v:mention) || ')'"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="t:place" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="note" as="element()?" select="$mention/ancestor-or-self::*[@v:is = 'note'][@v:n][1]"/>
    <xsl:sequence select="
        if ($note) then l:label('print.note', $note/@v:n)
        else string($mention/ancestor-or-self::*[@v:is = ('paragraph', 'verse')][@v:n][1]/@v:n)"/>
  </xsl:function>
</xsl:stylesheet>
