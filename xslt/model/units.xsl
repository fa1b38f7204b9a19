<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries on whole verses, paragraphs and the like that a witness lacks, adds or has elsewhere: they are
     told by their place, and not quoted. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- whether an entry is about whole verses, paragraphs and the like, which a witness lacks, adds or has
       elsewhere;
       `covered` is the lemma with the words of the text that it covers -->
  <xsl:function name="v:unit" as="attribute()?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="covered" as="element(tei:lem)"/>
    <xsl:variable name="lemma" as="element(tei:lem)" select="$entry/tei:lem"/>
    <xsl:variable name="readings" as="element(tei:rdg)*" select="$entry/tei:rdg"/>
    <xsl:variable name="unit" as="xs:string?" select="
        if (empty($readings) or $entry/@v:series eq 'editorial') then ()
        else if ($entry/@v:moved) then 'moved'
        else if (not($lemma/@v:from-text) and v:is-whole-blocks($lemma))
        then (if (empty($readings[not(@v:empty)])) then 'omitted' else 'replaced')
        else if (normalize-space($covered) eq '' and (every $reading in $readings satisfies v:is-whole-blocks($reading)))
        then 'added'
        else ()"/>
    <xsl:if test="exists($unit)">
      <xsl:attribute name="v:unit" select="$unit"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="v:is-whole-blocks" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        exists($reading/*[@v:block]) and empty($reading/*[not(@v:block)][normalize-space()])
        and empty($reading/text()[normalize-space()])"/>
  </xsl:function>

  <!-- entries on units that are not quoted -->
  <xsl:variable name="v:told-by-place" as="xs:string+" select="'omitted', 'added', 'moved'"/>

  <!-- verses and paragraphs that are lacking, added or elsewhere are told by their place -->
  <xsl:template match="tei:app[@v:unit = $v:told-by-place]/tei:lem" mode="printed-entry" as="element()+">
    <v:lemma/>
    <xsl:variable name="remarks" as="node()*" select="v:remarks-on(., 0)"/>
    <xsl:if test="exists($remarks)">
      <v:reading><xsl:sequence select="$remarks"/></v:reading>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:app[@v:unit = 'added']/tei:rdg" mode="printed-entry" as="element(v:reading)">
    <xsl:param name="place" as="xs:integer"/>
    <xsl:variable name="sigla" as="xs:string*" select="v:collapsed-sigla(tokenize(@v:wit), root())"/>
    <v:reading>
      <xsl:copy-of select="@v:wit, @v:kind"/>
      <v:unit><xsl:sequence select="v:inline(node()) ! v:without-marks(.)"/></v:unit>
      <xsl:for-each select="v:terms(.)">
        <xsl:value-of select="if (position() gt 1) then ' ' else ()"/>
        <v:abbr><xsl:value-of select="."/></v:abbr>
      </xsl:for-each>
      <xsl:sequence select="
          v:credit($sigla, v:credited(., $sigla), true(), root()),
          v:remark(v:ends-of-unit(.)), v:remarks-on(., $place)"/>
    </v:reading>
  </xsl:template>

  <!-- another verse or paragraph that stands there -->
  <xsl:template match="tei:rdg[@v:unit-place]" mode="printed-entry" as="element(v:reading)">
    <xsl:param name="place" as="xs:integer"/>
    <xsl:variable name="sigla" as="xs:string*" select="v:collapsed-sigla(tokenize(@v:wit), root())"/>
    <v:reading>
      <xsl:copy-of select="@v:wit, @v:kind"/>
      <v:unit><xsl:sequence select="v:inline(node()) ! v:without-marks(.)"/></v:unit>
      <xsl:value-of select="@v:unit-place"/>
      <xsl:for-each select="v:terms(.)">
        <xsl:text> </xsl:text>
        <v:abbr><xsl:value-of select="."/></v:abbr>
      </xsl:for-each>
      <xsl:sequence select="v:credit($sigla, v:credited(., $sigla), true(), root()), v:remarks-on(., $place)"/>
    </v:reading>
  </xsl:template>

  <!-- by which words added verses and paragraphs are known -->
  <xsl:function name="v:ends-of-unit" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="
        tokenize(normalize-space(string-join(v:inline($reading/node()))))[. ne normalize-space(l:label('block.separator'))]"/>
    <xsl:sequence select="
        if (count($words) le 2) then string-join($words, ' ')
        else $words[1] || l:label('lemma.ellipsis') || $words[last()]"/>
  </xsl:function>

</xsl:stylesheet>
