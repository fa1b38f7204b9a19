<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite: CITATION.cff 1.2.0. CSL-JSON, BibTeX and RIS are made where the site has them from. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:function name="r:citation-cff" as="xs:string">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="doi" as="element()?" select="$record/r:identifier[@type = 'DOI'][1]"/>
    <xsl:variable name="licences" as="xs:string*"
        select="r:whole-rights($record)/@target ! r:spdx(.)"/>
    <xsl:variable name="lines" as="xs:string*" select="
        'cff-version: 1.2.0',
        'message: ' || r:quoted('Please cite the edition as described here.'),
        'type: dataset',
        'title: ' || r:quoted(r:full-title($record)),
        'version: ' || r:quoted($record/@version),
        $record/@released[. castable as xs:date] ! ('date-released: ' || .),
        'authors:', r:contributors($record) ! r:cff-author(.),
        $doi ! ('doi: ' || r:quoted(substring-after(r:doi(.), 'https://doi.org/'))),
        r:landing($record) ! ('url: ' || r:quoted(.)),
        ('license: ' || $licences[1])[exists($licences)],
        r:whole-rights($record)/@target[empty($licences)] ! ('license-url: ' || r:quoted(.)),
        $record/r:abstract ! ('abstract: ' || r:quoted(.)),
        'keywords:'[exists($record/r:subject)],
        distinct-values($record/r:subject ! string()) ! ('  - ' || r:quoted(.))"/>
    <xsl:sequence select="string-join($lines, '&#10;') || '&#10;'"/>
  </xsl:function>

  <!-- authors, then those who made the edition; where there are none, whoever made the document -->
  <xsl:function name="r:contributors" as="element(r:agent)*">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="made" as="element(r:agent)*" select="
        r:named-once(($record/r:agent[@relator = 'aut'],
                      $record/r:agent[@relator = ('edt', 'mrk', 'com')]))"/>
    <xsl:sequence select="if (exists($made)) then $made else r:creators($record)"/>
  </xsl:function>

  <xsl:function name="r:cff-author" as="xs:string*">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:variable name="orcid" as="xs:string?"
        select="$agent/r:authority[@scheme = 'ORCID'][1]/@uri"/>
    <xsl:sequence select="
        if ($agent/@family) then
          ('  - family-names: ' || r:quoted($agent/@family),
           $agent/@given ! ('    given-names: ' || r:quoted(.)),
           $orcid ! ('    orcid: ' || r:quoted(.)))
        else '  - name: ' || r:quoted($agent/@name)"/>
  </xsl:function>

  <!-- a JSON string, which is a YAML string too -->
  <xsl:function name="r:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="serialize($text, map { 'method': 'json' }) => replace('\\/', '/')"/>
  </xsl:function>
</xsl:stylesheet>
