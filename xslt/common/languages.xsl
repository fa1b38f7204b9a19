<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: the tags in use as BCP 47 allows them, and the direction of their scripts. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- @v:lang of an element that names its language; @v:dir where its script runs another way than
       that around it -->
  <xsl:function name="v:language" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="tag" as="xs:string?" select="$element/@xml:lang ! v:language-tag(.)"/>
    <xsl:if test="exists($tag)">
      <xsl:attribute name="v:lang" select="$tag"/>
      <xsl:variable name="around" as="element()?" select="$element/ancestor::*[@xml:lang][1]"/>
      <xsl:variable name="direction" as="xs:string" select="v:written-direction($element)"/>
      <xsl:if test="$direction ne ($around ! v:written-direction(.), 'ltr')[1]">
        <xsl:attribute name="v:dir" select="$direction"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- the direction of the words of an element that names its language. Where no script is named and
       the words have Latin letters and none that run from the right, they are a transcription -->
  <xsl:function name="v:written-direction" as="xs:string" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="direction" as="xs:string" select="v:direction($element/@xml:lang)"/>
    <xsl:sequence select="
        if ($direction eq 'rtl' and empty(v:script($element/@xml:lang))
            and matches($element, '[A-Za-z]')
            and not(matches($element, '[&#x590;-&#x8FF;&#xFB1D;-&#xFDFF;&#xFE70;-&#xFEFF;]')))
        then 'ltr' else $direction"/>
  </xsl:function>

  <!-- three-letter codes in common use whose registered tag has two letters (BCP 47, 2.2.1) -->
  <xsl:variable name="v:short-codes" as="map(xs:string, xs:string)" select="map {
      'ara': 'ar', 'bul': 'bg', 'cat': 'ca', 'ces': 'cs', 'chi': 'zh', 'cze': 'cs', 'dan': 'da',
      'deu': 'de', 'dut': 'nl', 'ell': 'el', 'eng': 'en', 'fas': 'fa', 'fin': 'fi', 'fra': 'fr',
      'fre': 'fr', 'ger': 'de', 'gle': 'ga', 'gre': 'el', 'heb': 'he', 'hrv': 'hr', 'hun': 'hu',
      'hye': 'hy', 'isl': 'is', 'ita': 'it', 'jpn': 'ja', 'kat': 'ka', 'kor': 'ko', 'lat': 'la',
      'lit': 'lt', 'mkd': 'mk', 'nld': 'nl', 'nor': 'no', 'per': 'fa', 'pol': 'pl', 'por': 'pt',
      'ron': 'ro', 'rum': 'ro', 'rus': 'ru', 'san': 'sa', 'slk': 'sk', 'slv': 'sl', 'spa': 'es',
      'srp': 'sr', 'swe': 'sv', 'tam': 'ta', 'tur': 'tr', 'ukr': 'uk', 'urd': 'ur', 'yid': 'yi',
      'zho': 'zh' }"/>

  <!-- a tag as BCP 47 has it, or nothing -->
  <xsl:function name="v:language-tag" as="xs:string?" cache="yes">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case(tokenize($tag, '-')[1])"/>
    <xsl:if test="matches($tag, '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$')
        and not($primary = ('und', 'mul', 'zxx', 'mis'))">
      <!-- a second subtag of three letters would be an extended language: seldom meant or right -->
      <xsl:sequence select="
          replace(string-join((($v:short-codes($primary), $primary)[1],
                               tail(tokenize($tag, '-'))), '-'),
                  '^([a-z]+)-[A-Za-z]{3}(-|$)', '$1$2')"/>
    </xsl:if>
  </xsl:function>

  <!-- 'rtl' or 'ltr', from the script subtag, else from the script the language is written in -->
  <xsl:function name="v:direction" as="xs:string" cache="yes">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="script" as="xs:string?" select="v:script($tag)"/>
    <xsl:variable name="language" as="xs:string"
        select="string(v:language-tag(tokenize(lower-case($tag), '-')[1]))"/>
    <xsl:sequence select="
        if (exists($script))
        then if ($script = ('arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg', 'samr', 'mand'))
             then 'rtl' else 'ltr'
        else if ($language = ('ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'jpr', 'ota', 'ps', 'sd',
                              'syc', 'syr', 'ug', 'ur', 'yi'))
             then 'rtl' else 'ltr'"/>
  </xsl:function>

  <!-- the script that a tag names, in small letters -->
  <xsl:function name="v:script" as="xs:string?">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="tail(tokenize(lower-case($tag), '-'))[matches(., '^[a-z]{4}$')][1]"/>
  </xsl:function>
</xsl:stylesheet>
