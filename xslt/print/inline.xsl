<?xml version="1.0" encoding="UTF-8"?>
<!-- Words and marks within a line. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- elements that say what words are and leave them as they look -->
  <xsl:template match="tei:abbr | tei:actor | tei:add | tei:addName | tei:affiliation | tei:age
      | tei:altIdentifier | tei:am | tei:anchor | tei:author | tei:bibl | tei:biblScope | tei:c
      | tei:caesura | tei:choice | tei:citedRange | tei:cl | tei:classCode | tei:code | tei:collection
      | tei:corr | tei:country | tei:damage | tei:date | tei:del | tei:desc | tei:dim | tei:dimensions
      | tei:distinct | tei:district | tei:edition | tei:editor | tei:email | tei:emph | tei:ex | tei:expan
      | tei:extent | tei:foreign | tei:forename | tei:formula | tei:fw | tei:g | tei:gap
      | tei:genName | tei:geogFeat | tei:geogName | tei:gi | tei:gloss | tei:handShift | tei:height | tei:hi
      | tei:ident | tei:idno | tei:imprint | tei:label | tei:lem | tei:locus | tei:measure
      | tei:mentioned | tei:metamark | tei:mod | tei:msName | tei:name | tei:nameLink | tei:note
      | tei:num | tei:objectName | tei:objectType | tei:offset | tei:orgName | tei:orig
      | tei:origDate | tei:origPlace | tei:pc | tei:persName | tei:phr | tei:placeName
      | tei:ptr | tei:pubPlace | tei:publisher | tei:quantity | tei:rdg | tei:ref | tei:reg | tei:region
      | tei:rendition | tei:repository | tei:resp | tei:respStmt | tei:restore | tei:role
      | tei:roleDesc | tei:roleName | tei:rs | tei:s | tei:secl | tei:seg | tei:series
      | tei:settlement | tei:sic | tei:soCalled | tei:speaker | tei:stamp | tei:subst
      | tei:supplied | tei:surname | tei:surplus | tei:tag | tei:term | tei:time | tei:title
      | tei:unclear | tei:val | tei:w | tei:watermark | tei:width | tei:witDetail"
      mode="content" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- parts for machines, no part of reading the text -->
  <xsl:template match="tei:alt | tei:altGrp | tei:certainty | tei:facsimile | tei:index | tei:interp
      | tei:interpGrp | tei:join | tei:joinGrp | tei:lacunaEnd | tei:lacunaStart | tei:link
      | tei:linkGrp | tei:listChange | tei:precision | tei:respons | tei:sourceDoc | tei:span
      | tei:spanGrp | tei:witEnd | tei:witStart" mode="content" as="empty-sequence()"/>

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
