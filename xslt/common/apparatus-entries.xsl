<?xml version="1.0" encoding="UTF-8"?>
<!-- What the printed line of an apparatus entry does not show, and the outputs that are typeset carry beside
     it: the proof asks for it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- the witnesses of the lemma, where its line does not name them -->
  <xsl:function name="v:unshown-sigla" as="xs:string*">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="named" as="xs:boolean" select="
        exists($entry/v:printed-entry/v:reading[not(preceding-sibling::text())]/v:siglum)"/>
    <xsl:sequence select="if ($named) then () else tokenize($entry/tei:lem/@v:reads)"/>
  </xsl:function>

  <!-- the entries that one without words stands in -->
  <xsl:function name="v:around" as="xs:string*">
    <xsl:param name="part" as="element(tei:seg)"/>
    <xsl:sequence select="
        if ($part/node()) then ()
        else tokenize($part/@v:entries)[not(. = tokenize($part/@v:starts))]"/>
  </xsl:function>

  <!-- the reading that a part of the line shows -->
  <xsl:function name="v:shown-reading" as="element(tei:rdg)?">
    <xsl:param name="shown" as="element(v:reading)"/>
    <xsl:sequence select="$shown/../../tei:rdg[count($shown/preceding-sibling::text())]"/>
  </xsl:function>

  <!-- the witnesses of which a reading is not the last state -->
  <xsl:function name="v:other-states" as="xs:string*">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:sequence select="tokenize($reading/@v:wit)[not(. = tokenize($reading/@v:reads))]"/>
  </xsl:function>

  <!-- whether a reading is what all sources have -->
  <xsl:function name="v:is-of-sources" as="xs:boolean">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:sequence select="exists($reading/@v:source) and empty($reading/@v:wit)"/>
  </xsl:function>
</xsl:stylesheet>
