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
  <xsl:template match="tei:abbr | tei:add | tei:addName | tei:affiliation | tei:am | tei:anchor
      | tei:author | tei:bibl | tei:biblScope | tei:c | tei:choice | tei:code | tei:corr
      | tei:country | tei:damage | tei:damageSpan | tei:date | tei:distinct | tei:district
      | tei:edition | tei:editor | tei:email | tei:ex | tei:expan | tei:extent | tei:foreign
      | tei:forename | tei:genName | tei:geogName | tei:gloss | tei:handShift | tei:ident
      | tei:idno | tei:interp | tei:interpGrp | tei:lem | tei:measure | tei:mentioned | tei:name
      | tei:nameLink | tei:note | tei:num | tei:objectName | tei:orgName | tei:orig | tei:pc
      | tei:persName | tei:placeName | tei:ptr | tei:pubPlace | tei:publisher | tei:rdg | tei:ref
      | tei:reg | tei:region | tei:restore | tei:role | tei:roleDesc | tei:roleName | tei:rs
      | tei:s | tei:seg | tei:settlement | tei:sic | tei:soCalled | tei:speaker | tei:subst
      | tei:supplied | tei:surname | tei:surplus | tei:term | tei:time | tei:title | tei:unclear
      | tei:w | tei:cl | tei:phr | tei:gap | tei:respStmt | tei:resp | tei:series | tei:imprint"
      mode="content" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <xsl:template match="tei:hi[@rend | @rendition]" mode="content" as="text()*">
    <xsl:text>#hi({t:string(string-join((@rend, @rendition), ' '))})[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="tei:emph | tei:hi | tei:term[ancestor::tei:teiHeader]
      | tei:title[ancestor::tei:bibl or ancestor::tei:note][not(@level = ('a', 'u'))]"
      mode="content" as="text()*">
    <xsl:text>#emph[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- quotation marks are the text's own where it has any -->
  <xsl:template match="(tei:q | tei:quote | tei:soCalled)
      [not(t:is-quoted(.))][not(t:holds-blocks(.) or t:holds-blocks(..))]"
      mode="content" as="text()*">
    <xsl:text>{t:markup(l:label('quote.open'))}</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>{t:markup(l:label('quote.close'))}</xsl:text>
  </xsl:template>

  <xsl:template match="tei:q | tei:quote" mode="content" priority="-0.3" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- whether quotation marks stand at the edges of an element, inside or outside -->
  <xsl:function name="t:is-quoted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="marks" as="xs:string" select="'[&quot;''«»‹›„“”‚‘’]'"/>
    <xsl:variable name="before" as="xs:string"
        select="string($element/preceding-sibling::node()[1][self::text()])"/>
    <xsl:sequence select="
        matches(normalize-space($element), '^[\[(⟨—–-]?\s?' || $marks)
        or matches(normalize-space($element), $marks || '[.,;:!?]?$')
        or matches($before, $marks || '\s*$')"/>
  </xsl:function>

  <xsl:template match="tei:del" mode="content" as="text()*">
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

  <xsl:template match="tei:p//tei:lb | tei:note//tei:lb" mode="content" as="text()?">
    <xsl:if test="not(@break = 'no')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:cb | tei:gb | tei:milestone" mode="content" as="empty-sequence()"/>

  <xsl:template match="tei:space" mode="content" as="text()">
    <xsl:text>#blank()</xsl:text>
  </xsl:template>

  <xsl:template match="tei:ref[matches(@target, '^https?://')][normalize-space()]" mode="content"
      as="text()*">
    <xsl:text>#external({t:string(@target)})[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="tei:ptr[@target] | tei:ref[matches(@target, '^https?://')][not(normalize-space())]"
      mode="content" as="text()*">
    <xsl:for-each select="tokenize(@target)[matches(., '^https?://')]">
      <xsl:text>#external({t:string(.)})[{t:markup(.)}]</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
