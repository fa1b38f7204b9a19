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
    <xsl:param name="is-register" as="xs:boolean"/>
    <xsl:variable name="unnamed" as="element()*" select="
        $document//(tei:listPerson | tei:listPlace | tei:listOrg | tei:listEvent | tei:listObject | tei:listNym
                    | tei:listBibl[not(ancestor::tei:fileDesc)])
        [ancestor::tei:standOff or ancestor::tei:profileDesc or ($is-register and ancestor::tei:text)
         or (if (self::tei:listBibl) then v:is-register(.) else v:lists-entries(.))]
        /tei:*[not(@xml:id)][map:contains($v:entity-kinds, local-name())][normalize-space()]
        [not(ancestor::*[exists(v:entity-kind(.))])]"/>
    <xsl:choose>
      <xsl:when test="empty($unnamed)"><xsl:sequence select="$document"/></xsl:when>
      <xsl:otherwise>
        <xsl:document>
          <xsl:apply-templates select="$document/node()" mode="named-entries">
            <xsl:with-param name="numbers" tunnel="yes" select="
                map:merge(for $at in 1 to count($unnamed) return map {
                  generate-id($unnamed[$at]): string-join(('unnamed-entry', $id[$is-register], $at), '-') })"/>
          </xsl:apply-templates>
        </xsl:document>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- a register in which each entry has an id -->
  <xsl:mode name="named-register" on-no-match="fail" visibility="public"/>

  <xsl:template match="/" mode="named-register" as="document-node()">
    <xsl:sequence select="v:with-named-entries(., true())"/>
  </xsl:template>

  <!-- a copy in which each of them has its number as an id -->
  <xsl:mode name="named-entries" on-no-match="shallow-copy"/>

  <xsl:template match="tei:*[not(@xml:id)]" mode="named-entries" as="element()">
    <xsl:param name="numbers" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:copy>
      <xsl:for-each select="$numbers(generate-id())">
        <xsl:attribute name="xml:id" select="."/>
      </xsl:for-each>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
