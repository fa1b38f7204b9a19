<?xml version="1.0" encoding="UTF-8"?>
<!-- The witnesses side by side: the text of each in columns, and all have the same number of them.
     Columns alternate: one lies outside all entries of the apparatus, the next within entries that
     touch or overlap each other. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- a finished model is marked: an anchor stands wherever a column ends and the next begins
       Tunnel parameter: `bounds`, of v:bounds(). -->
  <xsl:mode name="columns" on-no-match="shallow-copy" visibility="public"/>

  <xsl:template match="/" mode="columns" as="document-node()">
    <xsl:document>
      <xsl:apply-templates mode="#current">
        <xsl:with-param name="bounds" tunnel="yes" select="v:bounds(//tei:seg[@v:entries])"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:template>

  <xsl:template match="tei:teiHeader | tei:standOff" mode="columns" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="tei:seg[@v:entries]" mode="columns" as="element()+">
    <xsl:param name="bounds" as="map(xs:string, xs:string*)" tunnel="yes"/>
    <xsl:variable name="own" as="xs:string*" select="$bounds(generate-id())"/>
    <xsl:for-each select="$own[. = 'begins']">
      <tei:anchor v:column="{.}"/>
    </xsl:for-each>
    <xsl:copy-of select="."/>
    <xsl:for-each select="$own[. = 'ends']">
      <tei:anchor v:column="{.}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- of each part of the text that entries cover, by generate-id(): whether a column begins with
       it, and whether one ends -->
  <xsl:function name="v:bounds" as="map(xs:string, xs:string*)">
    <xsl:param name="parts" as="element(tei:seg)*"/>
    <xsl:variable name="last" as="map(xs:string, xs:string)" select="
        map:merge(
          for $part in $parts, $entry in tokenize($part/@v:entries)
          return map { $entry: generate-id($part) },
          map { 'duplicates': 'use-last' })"/>
    <xsl:variable name="bounds" as="map(xs:string, xs:string*)*">
      <xsl:iterate select="$parts">
        <xsl:param name="running" as="xs:string*" select="()"/>
        <xsl:variable name="left" as="xs:string*" select="
            distinct-values(($running, tokenize(@v:entries)))[$last(.) ne generate-id(current())]"/>
        <xsl:map-entry key="generate-id()"
            select="'begins'[empty($running)], 'ends'[empty($left)]"/>
        <xsl:next-iteration>
          <xsl:with-param name="running" select="$left"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="map:merge($bounds)"/>
  </xsl:function>

  <!-- a marked model becomes the columns of the text of `$witness`, a string for each -->
  <xsl:mode name="collation" on-no-match="fail" visibility="public" use-accumulators="v:absent"/>

  <xsl:template match="/" mode="collation" as="xs:string+">
    <xsl:variable name="text" as="element(tei:text)*">
      <xsl:apply-templates select="tei:TEI/tei:text" mode="witness">
        <xsl:with-param name="own" tunnel="yes" select="v:own-readings(tei:TEI)"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="pieces" as="item()*">
      <xsl:apply-templates select="$text" mode="words"/>
    </xsl:variable>
    <xsl:for-each-group select="'', $pieces" group-starting-with=".[. instance of element()]">
      <xsl:sequence select="string-join(current-group()[not(. instance of element())])"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- 1  text stays, and so do the anchors of columns
       2  blocks, and elements between them, are set apart by white space
       3  what stands for no words is a space; notes, descriptions and parts for machines are none of
          the text of a witness -->
  <xsl:mode name="words" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="words" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>

  <xsl:template match="tei:anchor[@v:column]" mode="words" as="element(tei:anchor)">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="*[@v:block]" mode="words" as="item()*">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="tei:lb[not(@break = 'no')] | *[@v:is = ('space', 'pointer', 'picture')]"
      mode="words" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="*[@v:is = ('note', 'silent', 'description', 'register')]
      | tei:pc[@v:generated = 'lacuna']" mode="words" priority="1"/>
</xsl:stylesheet>
