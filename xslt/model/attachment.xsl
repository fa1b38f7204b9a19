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

  <!-- whether the entry stands apart from the text it is about; one that stands within a block has
       its text there, whatever location it names besides -->
  <xsl:function name="v:is-attached" as="xs:boolean">
    <xsl:param name="app" as="element(tei:app)"/>
    <xsl:sequence select="
        exists($app/(@from, @to, parent::tei:listApp))
        or exists($app/@loc) and empty($app/(ancestor::tei:p | ancestor::tei:l | ancestor::tei:ab
                                             | ancestor::tei:head))"/>
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

  <!-- witnesses whose text begins with a reading of this entry, and those whose text ends with one:
       a beginning takes effect before the entry, an end after it, so that the entry itself goes by
       what its readings say -->
  <xsl:function name="v:beginning" as="attribute()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="sigla" as="xs:string*" select="
        $entry[self::tei:app]/v:readings(.)[tei:lacunaEnd or tei:witStart] ! v:wit(.)"/>
    <xsl:if test="exists($sigla)">
      <xsl:attribute name="v:present" select="$sigla"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="v:ending" as="attribute()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="sigla" as="xs:string*" select="
        $entry[self::tei:app]/v:readings(.)[tei:lacunaStart or tei:witEnd] ! v:wit(.)"/>
    <xsl:if test="exists($sigla)">
      <xsl:attribute name="v:absent" select="$sigla"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
