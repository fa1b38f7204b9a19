<?xml version="1.0" encoding="UTF-8"?>
<!-- The register entries that the text mentions or the document keeps for itself, as they stand
     beside the text; and whole registers with the description of every element. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:template name="v:register" as="element()?">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:variable name="kept" as="element()*" select="
        (tei:standOff[empty(@v:part)] | tei:teiHeader/(tei:profileDesc | .//tei:sourceDesc//*[v:is-list-of-source(.)]))
        //tei:*[@xml:id][exists(v:entity-kind(.))][not(ancestor::tei:note or ancestor::tei:desc)]"/>
    <xsl:variable name="ids" as="xs:string*" select="
        distinct-values((tei:text//@v:entity ! tokenize(.), $kept ! v:entity-id(.)))"/>
    <xsl:variable name="entries" as="element()*" select="$ids ! v:entry-of(., current())"/>
    <xsl:if test="exists($entries)">
      <tei:standOff v:part="register" v:is="silent">
        <xsl:for-each-group select="$entries" group-by="v:entity-kind(.)">
          <tei:list type="{current-grouping-key()}" v:is="register" v:block="blocks">
            <xsl:for-each select="current-group()">
              <xsl:sort select="v:sort-key(.)" lang="{$l:language}"
                  xmlns:l="urn:variorum:labels"/>
              <xsl:apply-templates select="." mode="register-entry-copy"/>
            </xsl:for-each>
          </tei:list>
        </xsl:for-each-group>
      </tei:standOff>
    </xsl:if>
  </xsl:template>

  <!-- whether a list in a description of the source is a register, and tells nothing of the source -->
  <xsl:function name="v:is-list-of-source" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map:contains($v:lists-of-entries, local-name($element)) and v:lists-entries($element)"/>
  </xsl:function>

  <xsl:template match="tei:sourceDesc//tei:*[v:is-list-of-source(.)]" mode="facts" as="empty-sequence()"/>

  <!-- the entry that has an id of v:entity-id() -->
  <xsl:function name="v:entry-of" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:sequence select="
        ((root($document), $others)
           ! key('v:register-entry', substring-after($id, v:id-before-entries(.) || '.'), .)[v:entity-id(.) eq $id],
         $registers ! key('v:register-entry', $id, .))[1]"/>
  </xsl:function>

  <!-- a register entry with its id and preferred name, its white space collapsed -->
  <xsl:mode name="register-entry-copy" on-no-match="fail"/>

  <xsl:template match="tei:*" mode="register-entry-copy" as="element()">
    <xsl:variable name="described" as="element()">
      <xsl:apply-templates select="." mode="whitespace"/>
    </xsl:variable>
    <xsl:copy>
      <xsl:attribute name="v:id" select="v:entity-id(.)"/>
      <xsl:attribute name="v:name" select="v:preferred-name(.)"/>
      <xsl:attribute name="v:kind" select="v:entity-kind(.)"/>
      <xsl:where-populated>
        <xsl:attribute name="v:relations" select="v:relations(.)" separator="&#10;"/>
      </xsl:where-populated>
      <xsl:if test="empty($registers intersect root())">
        <xsl:attribute name="v:own" select="'true'"/>
      </xsl:if>
      <xsl:copy-of select="$described/(@*, node())"/>
    </xsl:copy>
  </xsl:template>

  <!-- a pointer in what is said of an entry, by the name of the entry that it leads to -->
  <xsl:template match="tei:ptr[@target][not(@v:wordless)][not(parent::*[exists(v:entity-kind(.))])]
      [ancestor::*[exists(v:entity-kind(.))]]" mode="described whitespace" priority="2" as="element()">
    <xsl:variable name="entry" as="element()?" select="v:register-entry(tokenize(@target)[1], .)"/>
    <xsl:choose>
      <xsl:when test="exists($entry)">
        <tei:ref v:is="reference">
          <xsl:copy-of select="@*"/>
          <xsl:value-of select="v:written-name($entry)"/>
        </tei:ref>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a date there that only machines can read -->
  <xsl:template match="tei:date[not(node())][ancestor::tei:note or ancestor::tei:desc or ancestor::tei:p]
      [ancestor::*[exists(v:entity-kind(.))]][v:is-dated(.)]" mode="described whitespace" priority="2" as="element(tei:date)">
    <tei:date v:is="date">
      <xsl:copy-of select="@*"/>
      <xsl:value-of select="v:dates-in-words(.)"/>
    </tei:date>
  </xsl:template>

  <!-- a register of the edition in which every element is described -->
  <xsl:mode name="described-register" on-no-match="fail" visibility="public"
      use-accumulators="v:last-text"/>

  <xsl:template match="/" mode="described-register" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="tei:TEI" mode="described">
        <xsl:with-param name="declarations" tunnel="yes" select="v:declared-renditions(.)"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:template>
</xsl:stylesheet>
