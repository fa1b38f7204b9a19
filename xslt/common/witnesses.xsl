<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of witnesses. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:witness" match="tei:standOff[@v:part = 'witnesses']//tei:witness"
      use="@v:siglum"/>
  <xsl:key name="v:witness" match="tei:standOff[@v:part = 'witnesses']//tei:listWit[@xml:id]"
      use="@xml:id"/>

  <!-- a siglum as it is printed -->
  <xsl:function name="v:printed" as="xs:string">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence
        select="(key('v:witness', $siglum, $document)[1]/@v:printed ! string(.), $siglum)[1]"/>
  </xsl:function>

  <!-- a list as a whole where it has a siglum, else what is in it -->
  <xsl:function name="v:members" as="element()*">
    <xsl:param name="list" as="element(tei:listWit)"/>
    <xsl:sequence select="if ($list/@xml:id) then $list else $list/(tei:witness | tei:listWit)"/>
  </xsl:function>
</xsl:stylesheet>
