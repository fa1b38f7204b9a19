<?xml version="1.0" encoding="UTF-8"?>
<!-- What the parts of a description of a manuscript or another object are about (TEI P5 11). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the labels of elements, by the names of these -->
  <xsl:variable name="v:parts-of-descriptions" static="yes" as="map(xs:string, xs:string)" select="
      map:merge(
      for $row in (
        'language: textLang', 'summary: summary', 'incipit: incipit', 'explicit: explicit',
        'rubric: rubric finalRubric', 'colophon: colophon', 'material: material', 'extent: extent',
        'dimensions: dimensions', 'foliation: foliation', 'collation: collation', 'condition: condition',
        'layout: layout', 'hand: handNote scriptNote', 'decoration: decoNote', 'music: musicNotation',
        'binding: bindingDesc', 'seal: sealDesc', 'additions: additions', 'accompanying: accMat',
        'origin: origin', 'provenance: provenance', 'acquisition: acquisition', 'custody: custodialHist',
        'surrogates: surrogates', 'bibliography: listBibl')
      return tokenize(substring-after($row, ': ')) ! map { .: substring-before($row, ':') })"/>

  <!-- the outermost elements that hold running text or say how large something is -->
  <xsl:function name="v:statements" as="element()*">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        if (empty($part/*) or $part/text()[normalize-space()]
            or $part[self::tei:p or self::tei:ab or self::tei:list or self::tei:bibl or self::tei:listBibl])
        then $part[normalize-space()]
        else if ($part/self::tei:dimensions) then $part[v:size(.) ne '']
        else $part/* ! v:statements(.)"/>
  </xsl:function>

  <!-- the label of a statement within a part: that of the outermost element in the part that has one -->
  <xsl:function name="v:label-of-statement" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="key" as="xs:string?" select="
        ($statement/ancestor-or-self::*[. is $part or . >> $part] ! $v:parts-of-descriptions(local-name()))[1]"/>
    <xsl:variable name="group" as="xs:string" select="
        (('additional', 'head', 'history', 'msContents', 'physDesc')[. = local-name($part)], 'other')[1]"/>
    <xsl:sequence select="if (exists($key)) then l:label('source.' || $key) else l:label('html.source.' || $group)"/>
  </xsl:function>

  <!-- height, width and depth with their unit -->
  <xsl:function name="v:size" as="xs:string">
    <xsl:param name="dimensions" as="element(tei:dimensions)"/>
    <xsl:variable name="sizes" as="xs:string*" select="
        $dimensions/* ! string((normalize-space()[. ne ''], @quantity)[1])[. ne '']"/>
    <xsl:variable name="unit" as="xs:string?" select="
        ($dimensions/(@unit, */@unit))[1][every $size in $sizes satisfies matches($size, '\d$')]"/>
    <xsl:sequence select="string-join((string-join($sizes, ' × '), $unit)[exists($sizes)], ' ')"/>
  </xsl:function>
</xsl:stylesheet>
