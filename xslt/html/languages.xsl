<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: of an element, of the page, of generated words in a page of another language. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- @lang and, where the script runs another way than around it, @dir -->
  <xsl:function name="h:language" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@v:lang">
      <xsl:attribute name="lang" select="$element/@v:lang"/>
      <xsl:if test="$element/@v:dir">
        <xsl:attribute name="dir" select="$element/@v:dir"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- the language of the text, which is the page's -->
  <xsl:function name="h:text-language" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="string(($document/text/@v:lang, $document/@v:lang, $l:language)[1])"/>
  </xsl:function>

  <!-- @lang and @dir for generated words in a page of another language -->
  <xsl:function name="h:chrome-language" as="attribute()*">
    <xsl:param name="page" as="xs:string"/>
    <xsl:if test="tokenize($page, '-')[1] ne tokenize($l:language, '-')[1]">
      <xsl:sequence select="h:language-within($l:language, $page)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:label-language" as="attribute()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="h:chrome-language(h:text-language($document))"/>
  </xsl:function>

  <!-- the language of words quoted from a document, on a page in the language of the labels -->
  <xsl:function name="h:quoted-language" as="attribute()*">
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:variable name="tag" as="xs:string?" select="v:language-tag($document/@language)"/>
    <xsl:if test="$tag ne $l:language">
      <xsl:sequence select="h:language-within($tag, $l:language)"/>
    </xsl:if>
  </xsl:function>

  <!-- @lang and, where the direction changes, @dir of words in one language within another -->
  <xsl:function name="h:language-within" as="attribute()+">
    <xsl:param name="inner" as="xs:string"/>
    <xsl:param name="outer" as="xs:string"/>
    <xsl:attribute name="lang" select="$inner"/>
    <xsl:if test="v:direction($inner) ne v:direction($outer)">
      <xsl:attribute name="dir" select="v:direction($inner)"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
