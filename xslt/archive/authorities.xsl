<?xml version="1.0" encoding="UTF-8"?>
<!-- Numbers in authority files: as addresses, with a prefix, or in an `idno` that says of which. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- the address that a number of each service begins with -->
  <xsl:variable name="r:services" as="map(xs:string, xs:string)" select="
      map { 'Wikidata': 'http://www.wikidata.org/entity/', 'VIAF': 'http://viaf.org/viaf/',
            'GND': 'https://d-nb.info/gnd/', 'ISNI': 'https://isni.org/isni/',
            'GeoNames': 'https://sws.geonames.org/', 'ORCID': 'https://orcid.org/',
            'ROR': 'https://ror.org/', 'LCNAF': 'http://id.loc.gov/authorities/names/',
            'LCSH': 'http://id.loc.gov/authorities/subjects/',
            'Crossref Funder ID': 'https://doi.org/10.13039/' }"/>

  <!-- how others write them -->
  <xsl:variable name="r:spellings" as="map(xs:string, xs:string)" select="
      map { 'Wikidata': '^(https?://(www\.)?wikidata\.org/(wiki|entity)/|wikidata:|wd:)(Q\d+)/?$',
            'VIAF': '^(https?://(www\.)?viaf\.org/viaf/|viaf:)()(\d+)/?.*$',
            'GND': '^(https?://(?:www\.)?d-nb\.info/gnd/|gnd:|pnd:)()([\dXx\-]+)/?.*$',
            'ISNI': '^(https?://(www\.)?isni\.org/(?:isni/)?|isni:)([\dX ]{16,19})/?$',
            'GeoNames': '^(https?://(?:sws|www)\.geonames\.org/|geonames:)()(\d+)(?:/.*)?$',
            'ORCID': '^(https?://(?:www\.)?orcid\.org/|orcid:\s*)()(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/?$',
            'ROR': '^(https?://(?:www\.)?ror\.org/|ror:)()(0[a-z0-9]{6}[0-9]{2})/?$',
            'LCNAF': '^(https?://id\.loc\.gov/authorities/names/|lcnaf:)()([a-z]+\d+)(?:\.html)?$',
            'LCSH': '^(https?://id\.loc\.gov/authorities/subjects/|lcsh:)()(sh\d+)(?:\.html)?$',
            'Crossref Funder ID': '^(https?://(?:dx\.)?doi\.org/10\.13039/)()(\d+)$' }"/>

  <!-- what the types of `idno` mean, in small letters -->
  <xsl:variable name="r:types-of-numbers" as="map(xs:string, xs:string)" select="
      map { 'wikidata': 'Wikidata', 'wd': 'Wikidata', 'viaf': 'VIAF', 'gnd': 'GND', 'pnd': 'GND',
            'gkd': 'GND', 'isni': 'ISNI', 'geonames': 'GeoNames', 'orcid': 'ORCID', 'ror': 'ROR',
            'lcnaf': 'LCNAF', 'lccn': 'LCNAF', 'lcsh': 'LCSH', 'fundref': 'Crossref Funder ID' }"/>

  <!-- what an address or a number with a prefix leads to: the number of a service, else an address of
       the web; nothing where it leads to a register -->
  <xsl:function name="r:authority" as="element(r:authority)?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="address" as="xs:string" select="r:expanded($pointer, $from)"/>
    <xsl:variable name="scheme" as="xs:string?" select="
        map:keys($r:spellings)[matches($address, $r:spellings(.), 'i')][1]"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:choose>
      <xsl:when test="exists($scheme)">
        <xsl:sequence select="r:number($scheme, r:last-group($address, $r:spellings($scheme)))"/>
      </xsl:when>
      <xsl:when test="matches($address, '^https?://[^\s/]+')">
        <r:authority scheme="URI" home="" uri="{$address}">{$address}</r:authority>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="r:last-group" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="
        string((analyze-string($address, $pattern, 'i')//*[local-name() = 'group'])
               [normalize-space()][last()])"/>
  </xsl:function>

  <xsl:function name="r:number" as="element(r:authority)">
    <xsl:param name="scheme" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:variable name="known" as="xs:string"
        select="if ($scheme eq 'ISNI') then translate($number, ' ', '') else $number"/>
    <r:authority scheme="{$scheme}" home="{$r:services($scheme)}"
        uri="{$r:services($scheme)}{$known}">{$known}</r:authority>
  </xsl:function>

  <!-- what the numbers of each service look like -->
  <xsl:variable name="r:forms-of-numbers" as="map(xs:string, xs:string)" select="
      map { 'Wikidata': 'Q\d+', 'VIAF': '[1-9]\d+', 'GND': '[1-9]\d{0,9}-?[\dX]',
            'ISNI': '\d{4} ?\d{4} ?\d{4} ?\d{3}[\dX]', 'GeoNames': '\d+',
            'ORCID': '\d{4}-\d{4}-\d{4}-\d{3}[\dX]', 'ROR': '0[a-z0-9]{6}\d{2}',
            'LCNAF': '[a-z]{1,2} ?\d{8,10}', 'LCSH': 'sh ?\d+', 'Crossref Funder ID': '\d+' }"/>

  <!-- the number of a service in some words, before which its name may stand, or the prefix of its
       library; nothing where they have another form -->
  <xsl:function name="r:number-in" as="xs:string?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="scheme" as="xs:string"/>
    <xsl:variable name="pattern" as="xs:string" select="
        '^(?:\(DE-588[a-z]?\)\s*|10\.13039/|[a-z]{3,}(?: id)?:?\s*)?(' || $r:forms-of-numbers($scheme) || ')$'"/>
    <xsl:sequence select="
        if (matches($words, $pattern, 'i')) then translate(replace($words, $pattern, '$1', 'i'), ' ', '')
        else ()"/>
  </xsl:function>

  <!-- what an `idno` says -->
  <xsl:function name="r:numbered" as="element(r:authority)?">
    <xsl:param name="idno" as="element(tei:idno)"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($idno)"/>
    <xsl:variable name="type" as="xs:string" select="lower-case(string($idno/(@type, @subtype)[1]))"/>
    <xsl:variable name="scheme" as="xs:string?" select="$r:types-of-numbers($type)"/>
    <xsl:variable name="led" as="element(r:authority)?" select="r:authority($words, $idno)"/>
    <xsl:choose>
      <xsl:when test="$led[@scheme ne 'URI']"><xsl:sequence select="$led"/></xsl:when>
      <xsl:when test="exists($scheme) and empty($led)">
        <xsl:sequence select="r:number-in($words, $scheme) ! r:number($scheme, .)"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$led"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- a pointer with a prefix that the header declares, as the address that it stands for -->
  <xsl:function name="r:expanded" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="prefix" as="xs:string" select="substring-before($pointer, ':')"/>
    <xsl:variable name="rest" as="xs:string" select="substring-after($pointer, ':')"/>
    <xsl:variable name="rule" as="element()?" select="
        root($from)//tei:prefixDef[@ident = $prefix][matches(@replacementPattern, '^https?://')][1]"/>
    <xsl:try>
      <xsl:sequence select="
          if (empty($rule)) then $pointer
          else replace($rest, '^' || $rule/@matchPattern || '$', $rule/@replacementPattern)"/>
      <xsl:catch><xsl:sequence select="$pointer"/></xsl:catch>
    </xsl:try>
  </xsl:function>

  <!-- the numbers of a register entry -->
  <xsl:function name="r:authorities" as="element(r:authority)*">
    <xsl:param name="entry" as="element()?"/>
    <xsl:for-each-group group-by="string(@uri)" select="
        ($entry/tei:idno ! r:numbered(.), $entry/(@ref, @sameAs) ! tokenize(.) ! r:authority(., $entry),
         $entry/tei:*/(@ref) ! tokenize(.)[matches(., '^https?:')] ! r:authority(., $entry))">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
