<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of witnesses. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- a list as a whole where it has a siglum, else what is in it -->
  <xsl:function name="v:members" as="element()*">
    <xsl:param name="list" as="element(tei:listWit)"/>
    <xsl:sequence select="if ($list/@xml:id) then $list else $list/(tei:witness | tei:listWit)"/>
  </xsl:function>
</xsl:stylesheet>
