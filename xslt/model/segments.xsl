<?xml version="1.0" encoding="UTF-8"?>
<!-- The text that entries cover, in parts: a part is a text node, or nothing at the place of an
     entry that has no text there. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- 1  a text node is a part of every entry open there
       2  so is the anchor of an entry that begins between blocks, or that has no text
       3  any other anchor has done its work
       Tunnel parameter: `extents`, of v:extents(). -->
  <xsl:mode name="segment" on-no-match="fail"/>

  <!-- white space at the edges of what an entry covers belongs to the text around it -->
  <xsl:template match="text()" mode="segment" as="node()+">
    <xsl:param name="extents" as="map(xs:string, map(xs:string, item()))" tunnel="yes"/>
    <xsl:variable name="from" as="xs:integer" select="accumulator-before('v:characters')"/>
    <xsl:variable name="to" as="xs:integer" select="accumulator-after('v:characters')"/>
    <xsl:variable name="open" as="map(xs:string, item())+"
        select="accumulator-before('v:open') ! $extents(.)"/>
    <xsl:variable name="beginning" as="map(xs:string, item())*" select="$open[?from eq $from]"/>
    <xsl:variable name="ending" as="map(xs:string, item())*" select="$open[?to eq $to]"/>
    <xsl:variable name="before" as="xs:boolean"
        select="exists($beginning) and v:starts-with-space(.)"/>
    <xsl:variable name="after" as="xs:boolean" select="exists($ending) and v:ends-with-space(.)"/>
    <xsl:variable name="words" as="xs:boolean" select="normalize-space() ne ''"/>
    <xsl:if test="$before and $words">
      <xsl:call-template name="v:segment">
        <xsl:with-param name="content" select="' '"/>
        <xsl:with-param name="entries" select="$open[not(?from eq $from)]"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="v:segment">
      <xsl:with-param name="content" select="
          string() ! (if ($before and $words) then replace(., '^\s+', '') else .)
                   ! (if ($after and $words) then replace(., '\s+$', '') else .)"/>
      <xsl:with-param name="entries" select="$open"/>
      <xsl:with-param name="starts" select="$beginning[not(v:is-between(?start))]"/>
      <xsl:with-param name="ends" select="$ending"/>
      <xsl:with-param name="space" select="
          'before'[$beginning?start/@v:space or $before and not($words)],
          'after'[$ending?end/@v:space or $after and not($words)]"/>
    </xsl:call-template>
    <xsl:if test="$after and $words">
      <xsl:call-template name="v:segment">
        <xsl:with-param name="content" select="' '"/>
        <xsl:with-param name="entries" select="$open[not(?to eq $to)]"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:anchor[@v:start]" mode="segment" as="element(tei:seg)?">
    <xsl:param name="extents" as="map(xs:string, map(xs:string, item()))" tunnel="yes"/>
    <xsl:variable name="own" as="map(xs:string, item())" select="$extents(@v:start)"/>
    <xsl:variable name="ordered" as="xs:boolean" select="exists($own?end)"/>
    <xsl:variable name="ends" as="xs:boolean" select="$own?from eq $own?to"/>
    <xsl:if test="not($ordered) or v:is-between(.)">
      <xsl:call-template name="v:segment">
        <xsl:with-param name="entries" select="accumulator-before('v:open') ! $extents(.), $own"/>
        <xsl:with-param name="starts" select="$own"/>
        <xsl:with-param name="ends" select="$own[$ends]"/>
        <xsl:with-param name="space" select="
            'before'[not($ordered)][current()/@v:space], 'after'[$ends][$own?end/@v:space]"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:anchor[@v:end]" mode="segment" as="element(tei:seg)?">
    <xsl:param name="extents" as="map(xs:string, map(xs:string, item()))" tunnel="yes"/>
    <xsl:variable name="own" as="map(xs:string, item())?" select="
        $extents(@v:end)[?end is current()][?from eq ?to][not(v:is-between(?start))]"/>
    <xsl:if test="exists($own)">
      <xsl:call-template name="v:segment">
        <xsl:with-param name="entries" select="accumulator-after('v:open') ! $extents(.), $own"/>
        <xsl:with-param name="starts" select="$own"/>
        <xsl:with-param name="ends" select="$own"/>
        <xsl:with-param name="space"
            select="'before'[$own?start/@v:space], 'after'[current()/@v:space]"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- whether an entry begins between blocks -->
  <xsl:function name="v:is-between" as="xs:boolean">
    <xsl:param name="start" as="element(tei:anchor)"/>
    <xsl:sequence select="$v:elements(local-name($start/..))?holds = 'blocks'"/>
  </xsl:function>

  <!-- a part of the text with the entries that cover it; text alone where none does -->
  <xsl:template name="v:segment" as="node()">
    <xsl:param name="content" as="xs:string" select="''"/>
    <xsl:param name="entries" as="map(xs:string, item())*"/>
    <xsl:param name="starts" as="map(xs:string, item())*"/>
    <xsl:param name="ends" as="map(xs:string, item())*"/>
    <xsl:param name="space" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="exists($entries)">
        <tei:seg v:is="phrase" v:entries="{v:ids($entries)}">
          <xsl:if test="exists($starts)">
            <xsl:attribute name="v:starts" select="v:ids($starts)"/>
          </xsl:if>
          <xsl:if test="exists($ends)">
            <xsl:attribute name="v:ends" select="v:ids($ends)"/>
          </xsl:if>
          <xsl:if test="exists($space)">
            <xsl:attribute name="v:space" select="$space"/>
          </xsl:if>
          <xsl:value-of select="$content"/>
        </tei:seg>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$content"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the ids of entries, in their order -->
  <xsl:function name="v:ids" as="xs:string*">
    <xsl:param name="extents" as="map(xs:string, item())*"/>
    <xsl:sequence select="sort($extents?n) ! ('app-' || .)"/>
  </xsl:function>
</xsl:stylesheet>
