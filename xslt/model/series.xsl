<?xml version="1.0" encoding="UTF-8"?>
<!-- Which apparatus an entry belongs to, where that stands among the others, and what it is called. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- what the settings say of series: one in a line, its name, a tab, its title -->
  <xsl:param name="series" as="xs:string" select="''"/>

  <xsl:variable name="v:set-series" as="xs:string*" select="tokenize($series, '\n') ! substring-before(., '&#9;')"/>
  <xsl:variable name="v:set-titles" as="xs:string*" select="tokenize($series, '\n') ! substring-after(., '&#9;')"/>
  <xsl:variable name="v:usual-series" as="xs:string*"
      select="'testimonia', 'sources', 'parallels', 'variants', 'editorial'"/>

  <!-- the types and places of notes that are entries, if the settings name no others -->
  <xsl:variable name="v:series-of-notes" as="xs:string*" static="yes" select="
      'testimonia', 'sources', 'parallels', 'fontes', 'similia', 'loci', 'loci_similes', 'loci-similes', 'parallela'"/>
  <!-- those that say no more than that -->
  <xsl:variable name="v:apparatus-names" as="xs:string*" static="yes" select="
      'app', 'apparatus', 'critical', 'criticus', 'variant', 'main'"/>

  <!-- the series that a note of the text is an entry of -->
  <xsl:function name="v:series-of-note" as="xs:string?">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="names" as="xs:string*"
        select="$note[self::tei:note][@type or @place]/(@type, @place) ! v:bare(.)"/>
    <xsl:sequence select="
        ($names[. = ($v:set-series, $v:series-of-notes)], 'variants'[$names = ('app', 'apparatus')])[1]
          [$note/ancestor::tei:text]
          [empty($note/(ancestor::tei:app | ancestor::tei:note | ancestor::tei:witDetail
                        | ancestor::tei:bibl | ancestor::tei:del | ancestor::tei:surplus))]"/>
  </xsl:function>

  <!-- the word that its list or itself names. Of an entry that says what witnesses read the type is mostly
       that of the variation, unless the settings know it as a series -->
  <xsl:function name="v:series" as="xs:string">
    <xsl:param name="intervention" as="element()"/>
    <xsl:variable name="own" as="xs:string*" select="v:bare($intervention/@type)"/>
    <xsl:variable name="of-list" as="xs:string*" select="
        v:bare($intervention/ancestor::tei:listApp[@type][1]/@type)
          [not(. = $v:apparatus-names)]"/>
    <xsl:variable name="variation" as="xs:boolean" select="
        exists($intervention/(tei:rdgGrp | tei:rdg[not(@source) or @wit or @resp or @type] | tei:lem[@wit]))"/>
    <xsl:sequence select="
        if ($intervention/self::tei:note) then v:series-of-note($intervention)
        else if (not($intervention/self::tei:app)) then 'editorial'
        else ($own[. = ($v:set-series, $v:usual-series)], $of-list, $own[not($variation)], 'variants')[1]"/>
  </xsl:function>

  <xsl:key name="v:list-of-series" match="tei:listApp[@type][tei:head]" use="v:bare(@type)"/>

  <!-- its rank, and its title: that of the settings, else what stands above its list -->
  <xsl:function name="v:title-of-series" as="attribute()+">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="set" as="xs:integer?" select="index-of($v:set-series, $name)[1]"/>
    <xsl:variable name="usual" as="xs:integer?" select="index-of($v:usual-series, $name)"/>
    <xsl:attribute name="v:rank" select="
        ($set, count($v:set-series) + ($usual, count($v:usual-series) + 1)[1])[1]"/>
    <xsl:attribute name="v:title" select="
        ($v:set-titles[$set], key('v:list-of-series', $name, $document)/tei:head[1] ! normalize-space(),
         l:known('apparatus.' || $name, v:capitalized(translate($name, '_-', '  '))))[. ne ''][1]"/>
  </xsl:function>
</xsl:stylesheet>
