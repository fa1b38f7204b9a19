<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements by their identifiers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:id" match="tei:*[@xml:id]" use="@xml:id"/>
</xsl:stylesheet>
