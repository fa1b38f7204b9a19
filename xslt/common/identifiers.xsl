<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements by their identifiers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:id" match="tei:*[@xml:id]" use="@xml:id"/>

  <!-- the id of an entry that is known by an address alone, which no id of XML can be -->
  <xsl:function name="v:id-of-address" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="replace($address, '[^A-Za-z0-9.:/_~-]', '_')"/>
  </xsl:function>

  <!-- an id of the program's own: one that an element of the encoding has gets a colon, which no id of
       XML has -->
  <xsl:function name="v:own-id" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="place" as="node()"/>
    <xsl:sequence select="if (key('v:id', $id, root($place))) then $id || ':' else $id"/>
  </xsl:function>
</xsl:stylesheet>
