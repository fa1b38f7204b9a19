<?xml version="1.0" encoding="UTF-8"?>
<!-- An entry of the apparatus as one line: place, lemma, bracket, readings. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:function name="v:entry-line" as="xs:string">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="place" as="xs:string?" select="$entry/@v:block-n[. ne ''] ! ('[' || . || ']')"/>
    <xsl:variable name="lemma" as="xs:string" select="v:lemma($entry)"/>
    <xsl:variable name="readings" as="xs:string*"
        select="$entry/tei:rdg ! v:reading(., string($entry/@v:kind))"/>
    <xsl:sequence select="
        string-join(($place, $lemma || l:label('lemma.close'),
                     string-join($readings, l:label('reading.separator'))), ' ')"/>
  </xsl:function>

  <xsl:function name="v:lemma" as="xs:string">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="sigla" as="xs:string*" select="tokenize($entry/tei:lem/@v:wit)"/>
    <xsl:sequence select="string-join((v:string($entry/tei:lem), $sigla)[. ne ''], ' ')"/>
  </xsl:function>

  <xsl:function name="v:reading" as="xs:string">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="what" as="xs:string" select="
        if ($reading/@v:empty) then l:label('empty.' || $kind) else v:string($reading)"/>
    <xsl:variable name="who" as="xs:string*" select="
        (tokenize($reading/@v:wit), $reading/@v:resp ! string(.))"/>
    <xsl:sequence select="
        string-join(($what, l:label('kind.conjecture')[$kind eq 'conjecture'], $who), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
