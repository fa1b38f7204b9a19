<?xml version="1.0" encoding="UTF-8"?>
<!-- The entries of the apparatus in the order of the text, each with its number, the block it begins
     in, and what a printed entry needs to know of its surroundings. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:template match="tei:standOff[@v:part = 'apparatus']/tei:listApp" mode="number"
      as="element(tei:listApp)">
    <xsl:param name="extents" as="map(xs:string, map(*))" tunnel="yes"/>
    <xsl:variable name="placed" as="xs:integer"
        select="count(tei:app[exists($extents(@v:key)?n)])"/>
    <xsl:copy>
      <xsl:apply-templates select="tei:app[exists($extents(@v:key)?n)]" mode="#current">
        <xsl:sort select="$extents(@v:key)?n"/>
      </xsl:apply-templates>
      <xsl:for-each select="tei:app[empty($extents(@v:key)?n)]">
        <xsl:apply-templates select="." mode="#current">
          <xsl:with-param name="number" select="$placed + position()"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app" mode="number"
      as="element(tei:app)">
    <xsl:param name="extents" as="map(xs:string, map(*))" tunnel="yes"/>
    <xsl:param name="origin" as="document-node()" tunnel="yes"/>
    <xsl:param name="number" as="xs:integer" select="0"/>
    <xsl:variable name="extent" as="map(*)" select="($extents(@v:key), map {})[1]"/>
    <xsl:variable name="n" as="xs:integer" select="($extent?n, $number)[1]"/>
    <xsl:copy>
      <xsl:copy-of select="@* except @v:key"/>
      <xsl:attribute name="v:id" select="'app-' || $n"/>
      <xsl:attribute name="v:n" select="$n"/>
      <xsl:sequence select="v:place-attributes(., $extent)"/>
      <xsl:sequence select="v:unplaced(., $extent, $origin)"/>
      <xsl:apply-templates select="tei:lem" mode="#current">
        <xsl:with-param name="covered" select="string($extent?string)"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="tei:* except tei:lem" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:lem[@v:from-text]" mode="number" as="element(tei:lem)" priority="1">
    <xsl:param name="covered" as="xs:string" select="''"/>
    <tei:lem>
      <xsl:value-of select="$covered"/>
    </tei:lem>
  </xsl:template>

  <xsl:function name="v:place-attributes" as="attribute()*">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="extent" as="map(*)"/>
    <xsl:variable name="block" as="element()?" select="$extent?block"/>
    <xsl:if test="$block">
      <xsl:attribute name="v:block" select="v:block-id($block)"/>
      <xsl:attribute name="v:block-n" select="string(v:block-number($block))"/>
      <xsl:sequence select="v:surroundings($entry, string-join(v:texts-of($block)), $extent)"/>
    </xsl:if>
    <xsl:if test="exists($extent?n)">
      <xsl:attribute name="v:first" select="$extent?first"/>
      <xsl:attribute name="v:last" select="($extent?last, $extent?first - 1)[1]"/>
    </xsl:if>
  </xsl:function>

  <!-- for a lemma whose word recurs in the block, which of them it is; for an empty one the word
       it follows -->
  <xsl:function name="v:surroundings" as="attribute()?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="block" as="xs:string"/>
    <xsl:param name="extent" as="map(*)"/>
    <xsl:variable name="lemma" as="xs:string"
        select="normalize-space(($entry/tei:lem[not(@v:from-text)], $extent?string)[1])"/>
    <xsl:variable name="before" as="xs:string*"
        select="tokenize(substring($block, 1, $extent?offset), '[^\p{L}\p{M}\p{N}]+')[. ne '']"/>
    <xsl:choose>
      <xsl:when test="$lemma eq ''">
        <xsl:attribute name="v:after" select="($before[last()], '')[1]"/>
      </xsl:when>
      <xsl:when test="matches($lemma, '^[\p{L}\p{M}\p{N}]+$')
          and count(tokenize($block, '[^\p{L}\p{M}\p{N}]+')[. eq $lemma]) gt 1">
        <xsl:attribute name="v:nth" select="count($before[. eq $lemma]) + 1"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- what keeps an entry from its place is told, with the entry printed all the same -->
  <xsl:function name="v:unplaced" as="empty-sequence()">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="extent" as="map(*)"/>
    <xsl:param name="origin" as="document-node()"/>
    <xsl:variable name="code" as="xs:string?" select="
        if (empty($extent?n)) then 'entry-unplaced'
        else if ($extent?unordered) then 'entry-reversed'
        else if ($entry/@v:loc and normalize-space($entry/tei:lem) ne ''
                 and string($extent?string) eq '') then 'lemma-not-found'
        else ()"/>
    <xsl:variable name="encoded" as="element()?" select="
        if (empty($code)) then ()
        else key('v:intervention', true(), $origin)[generate-id() eq $entry/@v:key]"/>
    <xsl:for-each select="$encoded">
      <xsl:message>
        <v:finding code="{$code}" path="{path()}" location="{(@loc, @from, @to)[1]}"
            lemma="{normalize-space($entry/tei:lem)}"/>
      </xsl:message>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
