<?xml version="1.0" encoding="UTF-8"?>
<!-- White space in outputs where a run of it is one space. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- each run of white space as one space. Few texts have a longer run, and to look is many times
       as quick as to replace each space by itself -->
  <xsl:function name="v:single-spaced" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="spaces" as="xs:string" select="translate($text, '&#9;&#10;&#13;', '   ')"/>
    <xsl:sequence select="
        if (contains($spaces, '  ')) then replace($spaces, '  +', ' ') else $spaces"/>
  </xsl:function>
</xsl:stylesheet>
