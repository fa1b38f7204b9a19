<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes, after the text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:function name="v:note" as="xs:string">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:variable name="blocks" as="xs:string*" select="
        if (v:holds-blocks($note)) then v:blocks($note, false())
        else (v:string($note), v:inner-blocks($note) ! v:blocks(., false()))"/>
    <xsl:sequence select="'(' || $note/@v:n || ') ' || string-join($blocks[. ne ''], '&#10;    ')"/>
  </xsl:function>
</xsl:stylesheet>
