<?xml version="1.0" encoding="UTF-8"?>
<!-- The witnesses side by side: the text of each in columns, as many for all. By turns a column lies
     outside all entries of the apparatus, and within entries that touch or overlap each other. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- the entries that have begun and not ended -->
  <xsl:accumulator name="v:running" as="xs:string*" initial-value="()">
    <xsl:accumulator-rule match="tei:seg[@v:entries]"
        select="distinct-values(($value, tokenize(@v:entries)))"/>
    <xsl:accumulator-rule match="tei:seg[@v:entries]" phase="end"
        select="$value[not(. = tokenize(current()/@v:ends))]"/>
  </xsl:accumulator>

  <!-- a finished model is marked: an anchor stands wherever a column ends and the next begins -->
  <xsl:mode name="columns" on-no-match="shallow-copy" visibility="public"
      use-accumulators="v:running"/>

  <xsl:template match="/" mode="columns" as="document-node()">
    <xsl:document>
      <xsl:apply-templates mode="#current"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="tei:teiHeader | tei:standOff" mode="columns" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="tei:seg[@v:entries]" mode="columns" as="element()+">
    <xsl:variable name="starts" as="xs:string*" select="tokenize(@v:starts)"/>
    <xsl:if test="every $entry in accumulator-before('v:running') satisfies $entry = $starts">
      <tei:anchor v:column="begins"/>
    </xsl:if>
    <xsl:copy-of select="."/>
    <xsl:if test="empty(accumulator-after('v:running'))">
      <tei:anchor v:column="ends"/>
    </xsl:if>
  </xsl:template>

  <!-- a marked model becomes the columns of the text of `$witness`, a string for each -->
  <xsl:mode name="collation" on-no-match="fail" visibility="public"/>

  <xsl:template match="/" mode="collation" as="xs:string+">
    <xsl:variable name="text" as="document-node()">
      <xsl:apply-templates select="." mode="witness"/>
    </xsl:variable>
    <xsl:variable name="pieces" as="item()*">
      <xsl:apply-templates select="$text/tei:TEI/tei:text" mode="words"/>
    </xsl:variable>
    <xsl:for-each-group select="'', $pieces" group-starting-with=".[. instance of element()]">
      <xsl:sequence select="string-join(current-group()[not(. instance of element())])"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- 1  text stays, and so do the anchors of columns
       2  blocks, and elements between them, are set apart by white space
       3  what stands for no words is a space; notes and parts for machines are none of the text -->
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

  <xsl:template match="*[@v:is = ('note', 'silent')]" mode="words" priority="1"/>
</xsl:stylesheet>
