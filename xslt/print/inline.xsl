<?xml version="1.0" encoding="UTF-8"?>
<!-- Words and marks within a line. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- elements that say what words are and leave them as they look -->
  <xsl:variable name="t:plain" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('
      abbr actor add addName affiliation age altIdentifier am anchor author bibl biblScope
      c caesura choice citedRange cl classCode code collection corr country damage date
      del desc dim dimensions distinct district edition editor email emph ex expan extent
      foreign forename formula fw g gap genName geogFeat geogName gi gloss handShift
      height hi ident idno imprint label lem locus measure mentioned metamark mod msName
      name nameLink note num objectName objectType offset orgName orig origDate origPlace
      pc persName phr placeName ptr publisher pubPlace quantity rdg ref reg region
      rendition repository resp respStmt restore role roleDesc roleName rs s secl seg
      series settlement sic soCalled speaker stamp subst supplied surname surplus tag term
      time title unclear val w watermark width witDetail') ! map { . : true() })"/>

  <xsl:template match="tei:*[map:contains($t:plain, local-name())]" mode="content"
      priority="-0.4" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- parts for machines, no part of reading the text -->
  <xsl:variable name="t:silent" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('
      alt altGrp certainty facsimile index interp interpGrp join joinGrp lacunaEnd
      lacunaStart link linkGrp listChange precision respons sourceDoc span spanGrp witEnd
      witStart') ! map { . : true() })"/>

  <xsl:template match="tei:*[map:contains($t:silent, local-name())]" mode="content"
      priority="0" as="empty-sequence()"/>

  <xsl:template match="tei:hi[@rend | @rendition][v:is-run(.)]" mode="content" as="text()*">
    <xsl:text>#hi({t:string(string-join((@rend, @rendition), ' '))})[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="(tei:emph | tei:hi[not(@rend | @rendition)]
      | tei:mentioned | tei:gloss[ancestor::tei:note]
      | tei:term[ancestor::tei:teiHeader]
      | tei:title[ancestor::tei:bibl or ancestor::tei:note][not(@level = ('a', 'u'))])[v:is-run(.)]"
      mode="content" as="text()*">
    <xsl:text>#emph[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- quotation marks are the text's own where it has any -->
  <xsl:template match="(tei:q | tei:quote | tei:said | tei:soCalled)
      [not(v:is-quoted(.))][not(v:holds-blocks(.) or v:holds-blocks(..))]"
      mode="content" as="text()*">
    <xsl:text>{t:markup(l:label('quote.open'))}</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>{t:markup(l:label('quote.close'))}</xsl:text>
  </xsl:template>

  <xsl:template match="tei:q | tei:quote | tei:said" mode="content" priority="-0.3" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <xsl:template match="tei:del[v:is-run(.)]" mode="content" as="text()*">
    <xsl:text>#deleted[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="tei:pb" mode="content" as="text()">
    <xsl:text>#source-page({t:string(@n)})</xsl:text>
  </xsl:template>

  <!-- in prose a line of the source is no line of ours -->
  <xsl:template match="tei:lb" mode="content" as="text()">
    <xsl:text>#source-line()</xsl:text>
  </xsl:template>

  <xsl:template match="tei:p//tei:lb | tei:note//tei:lb" mode="content" as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- a word it divides is whole again -->
  <xsl:template match="tei:lb[@break = 'no']" mode="content" priority="2" as="empty-sequence()"/>

  <xsl:template match="tei:cb | tei:gb | tei:milestone" mode="content" as="empty-sequence()"/>

  <xsl:template match="tei:space" mode="content" as="text()">
    <xsl:text>#blank()</xsl:text>
  </xsl:template>

  <xsl:template match="tei:ref[matches(@target, '^https?://')][normalize-space()][v:is-run(.)]
      [not(.//(tei:note | tei:ref | tei:ptr) | ancestor::tei:ref)]" mode="content"
      as="text()*">
    <xsl:text>#external({t:string(@target)})[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="tei:ptr[@target][not(ancestor::tei:ref)]
      | tei:ref[matches(@target, '^https?://')][not(normalize-space())]" mode="content" as="text()*">
    <xsl:for-each select="tokenize(@target)[matches(., '^https?://')]">
      <xsl:if test="position() gt 1">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:text>#address({t:string(.)})</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
