<?xml version="1.0" encoding="UTF-8"?>
<!-- How an entry is attached to the text, told from its attributes and its place and never from
     what the header declares: around its text, by end-points, or by a location (TEI P5 12.2). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:key name="v:boundary" match="tei:app[@from or @to]"
      use="v:pointed(@from), v:last-target(.)"/>

  <!-- whether the entry stands apart from the text it is about -->
  <xsl:function name="v:is-attached" as="xs:boolean">
    <xsl:param name="app" as="element(tei:app)"/>
    <xsl:sequence select="exists($app/(@from, @to, @loc, parent::tei:listApp))"/>
  </xsl:function>

  <!-- the id a local pointer names -->
  <xsl:function name="v:pointed" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="$pointer ! replace(., '^[^#]*#', '')"/>
  </xsl:function>

  <!-- the id where an entry ends: @to; without it an entry in a list covers its @from alone, and
       an entry in the text ends where it stands -->
  <xsl:function name="v:last-target" as="xs:string?">
    <xsl:param name="app" as="element(tei:app)"/>
    <xsl:sequence select="
        (v:pointed($app/@to), v:pointed($app/@from)[$app/parent::tei:listApp])[1]"/>
  </xsl:function>

  <!-- witnesses that begin or end with a reading of this entry: an end takes effect after the
       entry, a beginning before it, so that the entry itself goes by what its readings say -->
  <xsl:function name="v:events" as="element(tei:anchor)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="where" as="xs:string"/>
    <xsl:for-each select="$entry[self::tei:app] ! v:readings(.)">
      <xsl:variable name="sigla" as="xs:string*" select="v:wit(.)"/>
      <xsl:if test="$where eq 'before' and (tei:lacunaEnd or tei:witStart)">
        <tei:anchor v:present="{$sigla}"/>
      </xsl:if>
      <xsl:if test="$where eq 'after' and (tei:lacunaStart or tei:witEnd)">
        <tei:anchor v:absent="{$sigla}"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
