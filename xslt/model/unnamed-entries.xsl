<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of registers that have no id get one: by it the register tells of them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:function name="v:with-named-entries" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="unnamed" as="element()*" select="
        $document/tei:TEI/(tei:standOff | tei:teiHeader/tei:profileDesc)//tei:*[not(@xml:id)]
        [map:contains($v:lists-of-entries, local-name(..)) or parent::tei:listBibl]
        [exists(v:entity-kind(.))][normalize-space()][not(ancestor::*[exists(v:entity-kind(.))])]"/>
    <xsl:choose>
      <xsl:when test="empty($unnamed)"><xsl:sequence select="$document"/></xsl:when>
      <xsl:otherwise>
        <xsl:document>
          <xsl:apply-templates select="$document/node()" mode="named-entries">
            <xsl:with-param name="numbers" tunnel="yes" select="
                map:merge(for $at in 1 to count($unnamed) return map { generate-id($unnamed[$at]): $at })"/>
          </xsl:apply-templates>
        </xsl:document>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- a copy in which each of them has its number as an id -->
  <xsl:mode name="named-entries" on-no-match="shallow-copy"/>

  <xsl:template match="tei:text" mode="named-entries" as="element()"><xsl:sequence select="."/></xsl:template>

  <xsl:template match="tei:*[not(@xml:id)]" mode="named-entries" as="element()">
    <xsl:param name="numbers" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:copy>
      <xsl:for-each select="$numbers(generate-id())">
        <xsl:attribute name="xml:id" select="'unnamed-entry-' || ."/>
      </xsl:for-each>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
