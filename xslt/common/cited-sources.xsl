<?xml version="1.0" encoding="UTF-8"?>
<!-- Sources that entries of the apparatus cite: where they are described they have the name by
     which entries call them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:cited" match="tei:standOff[@v:part = 'apparatus']//v:resp[@ref]" use="@ref"/>

  <!-- what entries call a source that the header lists; nothing where none cites it -->
  <xsl:function name="v:cited-as" as="xs:string?">
    <xsl:param name="source" as="element()"/>
    <xsl:sequence select="
        $source[self::tei:bibl or self::tei:biblStruct or self::tei:biblFull]
               [ancestor::*[not(self::tei:listBibl)][1]/self::*[@v:fact = 'source']]
          /key('v:cited', @xml:id, root($source))[1] ! string(.)"/>
  </xsl:function>

  <!-- whether nothing is said of a witness but its siglum -->
  <xsl:function name="v:is-bare-witness" as="xs:boolean">
    <xsl:param name="source" as="element()"/>
    <xsl:sequence select="exists($source/self::tei:witness[@v:printed ne ''][not(@v:fragment)][normalize-space() eq ''])"/>
  </xsl:function>
</xsl:stylesheet>
