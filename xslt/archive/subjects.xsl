<?xml version="1.0" encoding="UTF-8"?>
<!-- What the document is about: its keywords, and the register entries it mentions. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:function name="r:subjects" as="element()*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <!-- who speaks in a play is no subject of it -->
    <xsl:variable name="cast" as="xs:string*" select="
        $tei/tei:teiHeader/tei:profileDesc/tei:particDesc//@xml:id ! string(),
        $tei/tei:text//tei:castList//@xml:id ! string()"/>
    <!-- nor is somebody whom the header alone names, as one who made the edition -->
    <xsl:variable name="file" as="element()*" select="$tei/tei:teiHeader/tei:fileDesc"/>
    <xsl:variable name="others" as="xs:string*" select="
        r:keys-in(($tei/tei:text, $tei/tei:teiHeader/tei:profileDesc, $file/tei:sourceDesc))"/>
    <xsl:variable name="makers" as="xs:string*" select="
        r:keys-in(($file/(tei:titleStmt | tei:editionStmt | tei:publicationStmt | tei:seriesStmt),
                   $tei/tei:teiHeader/tei:revisionDesc))[not(. = $others)]"/>
    <xsl:apply-templates mode="subject"
        select="v:facts('keyword', $tei),
                $tei/tei:standOff[@v:part = 'register']
                  //(tei:person | tei:place | tei:org | tei:event)[@v:kind]
                  [not((@xml:id, @v:id) ! string() = ($cast, $makers))]"/>
  </xsl:function>

  <!-- the keys that the elements under some point to: `reg:KEY`, `#KEY`, or the key alone -->
  <xsl:function name="r:keys-in" as="xs:string*">
    <xsl:param name="within" as="element()*"/>
    <xsl:sequence select="
        distinct-values($within//(@ref | @key | @corresp | @sameAs | @who | @resp | @target | @ana)
          ! tokenize(.)) ! replace(., '^(reg:|#)', '')"/>
  </xsl:function>

  <!-- keywords become subjects; persons, places, organisations and events that the text
       mentions become entities, with their authority records and coordinates -->
  <xsl:mode name="subject" on-no-match="deep-skip"/>

  <xsl:template match="*[@v:fact = 'keyword']" mode="subject" as="element(r:subject)">
    <r:subject>
      <xsl:copy-of select="ancestor::tei:keywords/@scheme"/>
      <xsl:if test="matches(@ref, '^https?:')">
        <xsl:attribute name="uri" select="@ref"/>
      </xsl:if>
      <xsl:value-of select="v:plain(.)"/>
    </r:subject>
  </xsl:template>

  <xsl:template match="tei:person | tei:place | tei:org | tei:event" mode="subject"
      as="element(r:entity)">
    <xsl:variable name="point" as="xs:string*"
        select="(.//tei:geo)[1] ! tokenize(translate(., ',', ' '))"/>
    <r:entity kind="{@v:kind}" name="{@v:name}">
      <xsl:if test="count($point) = 2 and (every $part in $point satisfies
                    $part castable as xs:decimal)">
        <xsl:attribute name="latitude" select="$point[1]"/>
        <xsl:attribute name="longitude" select="$point[2]"/>
      </xsl:if>
      <xsl:sequence select="r:authorities(.)"/>
    </r:entity>
  </xsl:template>
</xsl:stylesheet>
