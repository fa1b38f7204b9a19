<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus: each entry is the printed line of the model, where its words are. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- an entry that begins and ends in one run of words is \edtext around them; one that overlaps
       another, or goes from block to block, has a label at either end -->
  <xsl:template match="tei:text//tei:seg[@v:entries]" mode="content" priority="15" as="text()*">
    <xsl:variable name="starting" as="element(tei:app)*"
        select="key('x:entry', tokenize(@v:starts))"/>
    <xsl:variable name="ending" as="element(tei:app)*"
        select="key('x:entry', tokenize(@v:ends))"/>
    <xsl:variable name="nested" as="map(xs:string, xs:boolean)" select="x:nested(root()/tei:TEI)"/>
    <xsl:sequence select="$starting[not($nested(@v:id))] ! x:opening(.)"/>
    <xsl:value-of select="string-join($starting[$nested(@v:id)] ! '\edtext{')"/>
    <xsl:next-match/>
    <xsl:sequence select="reverse($ending[$nested(@v:id)]) ! x:closing(.)"/>
    <xsl:value-of select="
        $ending[not($nested(@v:id))] ! ('\edlabel{' || @v:id || '-end}')" separator=""/>
  </xsl:template>

  <xsl:key name="x:entry" match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app"
      use="@v:id"/>

  <xsl:function name="x:opening" as="text()*">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:value-of select="'\edlabel{' || $entry/@v:id || '}\edtext{}{\xxref{' || $entry/@v:id
        || '}{' || $entry/@v:id || '-end}'"/>
    <xsl:apply-templates select="$entry" mode="apparatus"/>
    <xsl:text>}</xsl:text>
  </xsl:function>

  <xsl:function name="x:closing" as="text()*">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="$entry" mode="apparatus"/>
    <xsl:text>}</xsl:text>
  </xsl:function>

  <xsl:variable name="x:series" as="map(xs:string, xs:string)" select="map {
      'variants': 'A', 'editorial': 'C', 'sources': 'D', 'parallels': 'E' }"/>

  <!-- lemma and note of reledmac, one after the other the printed line -->
  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:template match="tei:app" mode="apparatus" as="text()*">
    <xsl:variable name="lemma" as="element(v:lemma)" select="v:line/v:lemma"/>
    <xsl:text>\lemma{</xsl:text>
    <xsl:apply-templates select="$lemma/node()" mode="content"/>
    <xsl:value-of select="'}\' || ($x:series(@v:series), 'F')[1] || 'footnote{'"/>
    <xsl:apply-templates select="$lemma/following-sibling::node()" mode="content"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="v:reading | v:content | v:siglum | v:nth" mode="content" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>
  <xsl:template match="v:abbr | v:resp" mode="content" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="'\textit{'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="v:remark" mode="content" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- in a printed line no block breaks it -->
  <xsl:template match="v:line//*[v:is-block(.) or self::tei:item or self::tei:row]" mode="content"
      priority="3" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- after the text: the entries that have no place in it -->
  <xsl:mode name="unplaced" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="unplaced" as="text()*">
    <xsl:variable name="placed" as="map(xs:string, xs:boolean)" select="x:nested(root()/tei:TEI)"/>
    <xsl:variable name="others" as="element(tei:app)*"
        select="tei:listApp/tei:app[not(map:contains($placed, @v:id))]"/>
    <xsl:if test="exists($others)">
      <xsl:value-of select="'\section*{' || x:curled(l:label('apparatus')) || '}&#10;'"/>
      <xsl:for-each select="$others">
        <xsl:text>\noindent </xsl:text>
        <xsl:apply-templates select="v:line/v:lemma/node(), v:line/v:lemma/following-sibling::node()"
            mode="content"/>
        <xsl:text>\par&#10;</xsl:text>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
