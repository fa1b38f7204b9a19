<?xml version="1.0" encoding="UTF-8"?>
<!-- Records of authority files: what they are called, and their addresses. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- the beginnings of addresses, by the types of numbers -->
  <xsl:variable name="v:authorities" as="map(xs:string, xs:string)" select="map {
      'wikidata': 'https://www.wikidata.org/wiki/', 'geonames': 'https://www.geonames.org/',
      'gnd': 'https://d-nb.info/gnd/', 'viaf': 'https://viaf.org/viaf/',
      'isni': 'https://isni.org/isni/', 'orcid': 'https://orcid.org/',
      'tgn': 'https://vocab.getty.edu/tgn/', 'ulan': 'https://vocab.getty.edu/ulan/',
      'lcnaf': 'https://id.loc.gov/authorities/names/',
      'doi': 'https://doi.org/' }"/>

  <xsl:variable name="v:hosts" as="map(xs:string, xs:string)*" select="
      map { 'address': 'd-nb.info/gnd/', 'name': 'GND' },
      map { 'address': 'viaf.org/', 'name': 'VIAF' },
      map { 'address': 'wikidata.org/', 'name': 'Wikidata' },
      map { 'address': 'geonames.org/', 'name': 'GeoNames' },
      map { 'address': 'isni.org/', 'name': 'ISNI' },
      map { 'address': '//orcid.org/', 'name': 'ORCID' },
      map { 'address': 'getty.edu/tgn/', 'name': 'TGN' },
      map { 'address': 'getty.edu/ulan/', 'name': 'ULAN' },
      map { 'address': 'id.loc.gov/', 'name': 'LoC' },
      map { 'address': '//doi.org/', 'name': 'DOI' }"/>

  <!-- the records of an entry, each with its `label` and, where it is known, its `address` -->
  <xsl:function name="v:records" as="map(xs:string, xs:string)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        $entry/(tei:idno[normalize-space()] | tei:ptr | tei:ref) ! v:record(.),
        distinct-values(($entry/@sameAs, $entry/@ref, v:entry-names($entry)/@ref) ! tokenize(.))
          [exists(v:web-address(.)) and not(. = $entry/tei:idno/normalize-space())]
        ! map { 'label': v:name-of-address(.), 'address': . }"/>
  </xsl:function>

  <xsl:function name="v:record" as="map(xs:string, xs:string)?">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="value" as="xs:string"
        select="string((normalize-space($record)[. ne ''], $record/@target)[1])"/>
    <xsl:variable name="name" as="xs:string" select="
        string((for $type in $record/@type[not(lower-case(.) = ('url', 'uri'))]
                return ($v:hosts?name[lower-case(.) eq lower-case($type)], $type)[1],
                v:name-of-address($value)[. ne $value], $record/@subtype)[1])"/>
    <xsl:variable name="address" as="xs:string?" select="
        (v:web-address($value),
         $v:authorities(lower-case($name)) ! v:web-address(. || replace($value, '\s', '')))[1]"/>
    <xsl:variable name="label" as="xs:string" select="
        normalize-space(if (starts-with($value, 'http'))
                        then (v:name-of-address($value)[. ne $value], $name[. ne ''], $value)[1]
                        else $name || ' ' || $value)"/>
    <xsl:sequence select="
        if (exists($address)) then map { 'label': $label, 'address': $address }
        else map { 'label': $label }[$record/self::tei:idno]"/>
  </xsl:function>

  <!-- an address elsewhere, by the authority file that it is of -->
  <xsl:function name="v:name-of-address" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="
        ($v:hosts ! .[contains($address, ?address)]
           ! (?name || ' ' || replace($address, '^.*/([^/]+)/?$', '$1')), $address)[1]"/>
  </xsl:function>

  <!-- an address of the web that HTML accepts as it stands -->
  <xsl:function name="v:web-address" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="
        $pointer[matches(., '^(https?://[^\s/&quot;&lt;&gt;\\^`{|}\[\]]+(/[^\s&quot;&lt;&gt;\\^`{|}\[\]]*)?|mailto:[^\s@]+@[^\s@]+)$')]"/>
  </xsl:function>
</xsl:stylesheet>
