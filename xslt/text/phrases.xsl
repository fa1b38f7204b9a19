<?xml version="1.0" encoding="UTF-8"?>
<!-- Words within a line are as they are. What is said about the text is no part of it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'silent']" mode="string"/>
</xsl:stylesheet>
