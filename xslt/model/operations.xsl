<?xml version="1.0" encoding="UTF-8"?>
<!-- The short words that tell what kind of reading it is, and among them what its type says that an editor does:
     to conjecture, to delete, to posit a lacuna. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- how editions spell it, and the label that tells it; the first that fits counts -->
  <xsl:variable name="v:operations" as="map(xs:string, xs:string)*" static="yes" select="
      map { 'type': 'suppl', 'label': 'status.restored' },
      map { 'type': 'secl|athet', 'label': 'operation.secluded' },
      map { 'type': '^del|-del|remov|expung', 'label': 'deleted' },
      map { 'type': '^lac', 'label': 'operation.lacuna' },
      map { 'type': 'crux|cruces|obel|desperat', 'label': 'operation.crux' },
      map { 'type': '^(add|insert)', 'label': 'added' },
      map { 'type': '^corr', 'label': 'status.correction' }"/>

  <!-- those of which a reading without words says enough -->
  <xsl:variable name="v:removing" as="xs:string*" static="yes"
      select="'deleted', 'operation.secluded', 'operation.lacuna', 'operation.crux'"/>

  <xsl:variable name="v:conjectural" as="xs:string" static="yes" select="'^(cont?j|con(i|\.)|emend)'"/>

  <xsl:function name="v:is-conjecture" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        some $type in v:bare(v:of-reading($reading, 'type')) satisfies matches(lower-case($type), $v:conjectural)"/>
  </xsl:function>

  <!-- the label of what a reading of an editor does to the text -->
  <xsl:function name="v:operation" as="xs:string?">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="type" as="xs:string" select="replace(lower-case(normalize-space($reading/@type)), '^#', '')"/>
    <xsl:variable name="conjectured" as="xs:boolean" select="
        v:is-conjecture($reading) or $reading/self::tei:rdg/../@v:kind = 'conjecture'"/>
    <xsl:sequence select="
        ($v:operations[not($reading/@v:wit) or $conjectured][$type ne ''][matches($type, ?type)]?label,
         'conjecture'[$conjectured])[1]"/>
  </xsl:function>

  <!-- the short words that tell what kind of reading it is -->
  <xsl:function name="v:terms" as="xs:string*">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:variable name="entry" as="element()" select="$reading/.."/>
    <xsl:variable name="transposed" as="xs:boolean"
        select="v:is-of-transposition(($reading/@type, $entry/@type))"/>
    <xsl:variable name="operation" as="xs:string" select="(v:operation($reading), '')[1]"/>
    <xsl:sequence select="
        distinct-values((if ($transposed) then l:label('transposed')
          else if ($reading/@v:empty) then v:absence-term($reading)[not($operation = $v:removing)]
          else l:label('added')[normalize-space($entry/tei:lem) eq ''][not(v:has-pictures($entry/tei:lem))][$entry/@v:kind ne 'deletion'][$operation ne 'added']
                               [not($entry/@v:fault = 'lemma-missing')],
          l:label('deleted')[$entry/@v:kind eq 'deletion'],
          $operation[. ne ''] ! l:label(.),
          v:state-terms($reading),
          $reading/@cert[$entry/@v:series ne 'editorial'][. = ('low', 'medium')] ! l:label('cert.' || .)))"/>
  </xsl:function>
</xsl:stylesheet>
