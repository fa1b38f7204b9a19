<?xml version="1.0" encoding="UTF-8"?>
<!-- The quotation marks of a language, and those that the edition adds; the model says where. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the marks of languages that have no labels of their own: the outer ones, then the inner ones
       (Unicode CLDR). In French they stand apart from the words -->
  <xsl:variable name="v:marks-of-languages" static="yes" as="map(xs:string, xs:string)" select="
      map:merge(
      for $row in (
        '«&#xA0;/&#xA0;»/“/”: fr fra fre',
        '«/»/“/”: ast be br ca el ell es eu gl grc hy it ita kk nb nn no oc pt sq spa',
        '«/»/‹/›: fa fas per',
        '«/»/„/“: uk ukr',
        '“/”/‘/’: cy da ga lv nl tr',
        '„/“/‚/‘: bg cs et is lb lt mk sk sl',
        '„/“/«/»: ka kat geo',
        '「/」/『/』: ja jpn',
        '„/”/«/»: pl pol ro',
        '„/”/»/«: hu',
        '„/”/‘/’: bs hr sr',
        '”/”/’/’: fi sv')
      return tokenize(substring-after($row, ': ')) ! map { .: substring-before($row, ': ') },
      map { 'duplicates': 'reject' })"/>

  <!-- the marks in use: outer open and close, inner open and close -->
  <xsl:variable name="v:language-marks" as="xs:string+" select="
      let $own := $v:marks-of-languages(lower-case(tokenize($language, '-')[1]))
      return if (exists($own)) then tokenize($own, '/')
             else ('quote.open', 'quote.close', 'quote.inner.open', 'quote.inner.close') ! l:label(.)"/>

  <xsl:function name="v:opening-mark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$v:language-marks[if ($element/@v:marks eq 'inner') then 3 else 1]"/>
  </xsl:function>

  <xsl:function name="v:closing-mark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$v:language-marks[if ($element/@v:marks eq 'inner') then 4 else 2]"/>
  </xsl:function>
</xsl:stylesheet>
