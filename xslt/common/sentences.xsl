<?xml version="1.0" encoding="UTF-8"?>
<!-- Words that an edition says by itself, as sentences. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:function name="v:sentence" as="xs:string?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="
        $words[. ne ''] ! (v:capitalized(.) || (if (matches(., '[.!?…]\W?$')) then '' else '.'))"/>
  </xsl:function>

  <!-- with a capital, unless it is the address of a page -->
  <xsl:function name="v:capitalized" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (matches($text, '^[A-Za-z][A-Za-z0-9+.-]*:\S')) then $text
        else upper-case(substring($text, 1, 1)) || substring($text, 2)"/>
  </xsl:function>
</xsl:stylesheet>
