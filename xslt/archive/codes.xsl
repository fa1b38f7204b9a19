<?xml version="1.0" encoding="UTF-8"?>
<!-- Code lists of others: languages, licences. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- ISO 639-2 codes (bibliographic) of languages that have a two-letter code -->
  <xsl:variable name="r:three-letters" as="map(xs:string, xs:string)" select="
      map { 'ar': 'ara', 'be': 'bel', 'bg': 'bul', 'cs': 'cze', 'cy': 'wel', 'da': 'dan',
            'de': 'ger', 'el': 'gre', 'en': 'eng', 'es': 'spa', 'et': 'est', 'fa': 'per',
            'fi': 'fin', 'fr': 'fre', 'ga': 'gle', 'he': 'heb', 'hr': 'hrv', 'hu': 'hun',
            'hy': 'arm', 'is': 'ice', 'it': 'ita', 'ja': 'jpn', 'ka': 'geo', 'ko': 'kor',
            'la': 'lat', 'lt': 'lit', 'lv': 'lav', 'nl': 'dut', 'no': 'nor', 'pl': 'pol',
            'pt': 'por', 'ro': 'rum', 'ru': 'rus', 'sa': 'san', 'sk': 'slo', 'sl': 'slv',
            'sr': 'srp', 'sv': 'swe', 'tr': 'tur', 'uk': 'ukr', 'yi': 'yid', 'zh': 'chi' }"/>

  <!-- ISO 639-2 has two codes of some languages: the bibliographic one by the terminological one -->
  <xsl:variable name="r:bibliographic" as="map(xs:string, xs:string)" select="
      map { 'ces': 'cze', 'cym': 'wel', 'deu': 'ger', 'ell': 'gre', 'eus': 'baq', 'fas': 'per',
            'fra': 'fre', 'hye': 'arm', 'isl': 'ice', 'kat': 'geo', 'mkd': 'mac', 'mri': 'mao',
            'msa': 'may', 'mya': 'bur', 'nld': 'dut', 'ron': 'rum', 'slk': 'slo', 'sqi': 'alb',
            'bod': 'tib', 'zho': 'chi' }"/>

  <!-- ISO 639-2 of a language tag: three letters stay, two are looked up, others are `und` -->
  <xsl:function name="r:iso639-2" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="language" as="xs:string" select="lower-case(tokenize($tag, '-')[1])"/>
    <xsl:sequence select="
        ($r:three-letters($language), $r:bibliographic($language),
         $language[string-length() eq 3], 'und')[1]"/>
  </xsl:function>

  <!-- whether two tags are of two languages: regions, scripts and the length of a code do not count -->
  <xsl:function name="r:are-two-languages" as="xs:boolean">
    <xsl:param name="first" as="xs:string?"/>
    <xsl:param name="second" as="xs:string?"/>
    <xsl:variable name="languages" as="xs:string*" select="
        for $tag in ($first, $second)[. ne ''], $code in r:iso639-2($tag)
        return if ($code eq 'und') then lower-case(tokenize($tag, '-')[1]) else $code"/>
    <xsl:sequence select="count(distinct-values($languages)) gt 1"/>
  </xsl:function>

  <!-- the licences of Creative Commons that SPDX lists; its mark of the public domain is none -->
  <xsl:variable name="r:listed-licences" as="xs:string+" select="
      'CC0-1.0',
      for $terms in ('BY', 'BY-SA', 'BY-NC', 'BY-ND', 'BY-NC-SA', 'BY-NC-ND'),
          $version in ('1.0', '2.0', '2.5', '3.0', '4.0')
      return 'CC-' || $terms || '-' || $version,
      ('BY-2.5-AU', 'BY-3.0-AT', 'BY-3.0-AU', 'BY-3.0-DE', 'BY-3.0-IGO', 'BY-3.0-NL', 'BY-3.0-US',
       'BY-NC-3.0-DE', 'BY-NC-ND-3.0-DE', 'BY-NC-ND-3.0-IGO', 'BY-NC-SA-2.0-DE', 'BY-NC-SA-2.0-FR',
       'BY-NC-SA-2.0-UK', 'BY-NC-SA-3.0-DE', 'BY-NC-SA-3.0-IGO', 'BY-ND-3.0-DE', 'BY-SA-2.0-UK',
       'BY-SA-2.1-JP', 'BY-SA-3.0-AT', 'BY-SA-3.0-DE', 'BY-SA-3.0-IGO') ! ('CC-' || .)"/>

  <!-- the SPDX identifier of a Creative Commons licence, by its address or that of its summary; one that
       was ported to a country has its own, or none -->
  <xsl:function name="r:spdx" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:variable name="parts" as="xs:string*" select="
        analyze-string($address,
          '^https?://(?:www\.)?creativecommons\.org/(licenses|publicdomain)/([a-z\-]+)/(\d\.\d)(?:/([a-z]{2,3}|scotland))?(?:/(?:(?:deed|legalcode)(?:\.[A-Za-z_\-]+)?/?)?)?$')
        //*[local-name() = 'group'][@nr = ('2', '3', '4')][. ne ''] ! string()"/>
    <xsl:variable name="known" as="xs:string*" select="
        if (empty($parts)) then () else
        if ($parts[1] eq 'zero') then 'CC0-' || $parts[2]
        else 'CC-' || upper-case(string-join($parts, '-'))"/>
    <xsl:sequence select="$known[. = $r:listed-licences]"/>
  </xsl:function>
</xsl:stylesheet>
