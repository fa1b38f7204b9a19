<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters and digits above the line, as characters of their own: a siglum is plain text with them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:variable name="v:flat-letters" as="xs:string" static="yes"
      select="'0123456789abcdefghijklmnoprstuvwxyz+-()'"/>
  <xsl:variable name="v:raised-letters" as="xs:string" static="yes"
      select="'⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁺⁻⁽⁾'"/>

  <xsl:function name="v:raised-text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="translate($text, $v:flat-letters, $v:raised-letters)"/>
  </xsl:function>

  <!-- a siglum in runs; `raise` is done with those that have raised letters, for digits alone are in
       every font -->
  <xsl:function name="v:siglum-runs" as="item()*">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:param name="raise" as="function(xs:string) as item()*"/>
    <xsl:param name="plain" as="function(xs:string) as item()*"/>
    <xsl:analyze-string select="$siglum" regex="[{$v:raised-letters}]*[ᵃ-ᵿʰ-ˣⁱⁿᶜᶠᶻ][{$v:raised-letters}]*">
      <xsl:matching-substring>
        <xsl:sequence select="$raise(translate(., $v:raised-letters, $v:flat-letters))"/>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:sequence select="$plain(.)"/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>
</xsl:stylesheet>
