<?xml version="1.0" encoding="UTF-8"?>
<!-- In which of the parts that have pages of their own a place lies: who leads to it needs to know. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- by what the pages of texts are divided: `div`, or a type of divisions; empty where they are not -->
  <xsl:param name="parts" as="xs:string" select="''"/>

  <!-- the number of the part that a place lies in, for those who lead to its page -->
  <xsl:function name="v:part-of-place" as="attribute(part)?">
    <xsl:param name="place" as="element()?"/>
    <xsl:if test="$parts ne '' and exists($place)">
      <xsl:for-each select="v:part($place, v:parts(root($place)/tei:TEI, $parts))">
        <xsl:attribute name="part" select="."/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <xsl:function name="v:number-of-parts" as="attribute(parts)?">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:if test="$parts ne ''">
      <xsl:attribute name="parts" select="count(v:parts($document, $parts))"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
