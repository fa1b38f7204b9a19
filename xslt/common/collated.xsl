<?xml version="1.0" encoding="UTF-8"?>
<!-- Which witnesses have a text that can be read: many editions list the copies of a letter, and collate
     none of them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- the witnesses that readings or places of the text name; the only one where there are entries at
       all, since these say how it differs from the reading text -->
  <xsl:function name="v:collated" as="xs:string*" cache="yes">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:variable name="sigla" as="xs:string*" select="
        $document/tei:standOff[@v:part = 'witnesses']//tei:witness/@v:siglum[. ne ''] ! string(.)"/>
    <xsl:variable name="entries" as="element()*"
        select="$document/tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app"/>
    <xsl:variable name="named" as="xs:string*" select="distinct-values((
        $entries/(tei:lem | tei:rdg)/@v:wit,
        $document/tei:text//tei:anchor/(@v:absent, @v:present)) ! tokenize(.))"/>
    <xsl:sequence select="
        if (count($sigla) eq 1) then $sigla[exists($entries) or exists($named)]
        else $sigla[. = $named]"/>
  </xsl:function>
</xsl:stylesheet>
