<?xml version="1.0" encoding="UTF-8"?>
<!-- How words look: the style sheet has one class for each word of the model's closed set. Raised and
     lowered words have elements of HTML too. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the classes of the style sheet for @v:rendition -->
  <xsl:function name="h:rendition-classes" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@v:rendition) ! ('r-' || .)"/>
  </xsl:function>

  <!-- the HTML element that a rendition asks for -->
  <xsl:function name="h:rendition-tag" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if (contains-token($element/@v:rendition, 'superscript')) then 'sup'
        else if (contains-token($element/@v:rendition, 'subscript')) then 'sub'
        else ()"/>
  </xsl:function>
</xsl:stylesheet>
