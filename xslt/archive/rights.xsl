<?xml version="1.0" encoding="UTF-8"?>
<!-- On what terms each layer of the document may be used. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- each statement once -->
  <xsl:function name="r:rights-of" as="element(r:rights)*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="found" as="element(r:rights)*">
      <xsl:apply-templates select="v:facts('rights', $tei)/*" mode="rights"/>
    </xsl:variable>
    <xsl:for-each-group select="$found[. ne '' or @target]" group-by="string-join((@target, .), '|')">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- 1  each `licence` is a statement, with its address or that of a link in it
       2  so is each paragraph beside them, whose link to a licence is its address -->
  <xsl:mode name="rights" on-no-match="deep-skip"/>

  <xsl:template match="tei:licence | tei:p | tei:ab" mode="rights" as="element(r:rights)*">
    <xsl:variable name="inner" as="element()*" select="self::tei:p//tei:licence"/>
    <xsl:variable name="address" as="xs:string?" select="
        (@target ! tokenize(.), .//(tei:ref | tei:ptr)/@target ! tokenize(.)
           [r:is-licence(.) or current()/self::tei:licence],
         normalize-space()[matches(., '^https?://\S+$')])[matches(., '^https?:')][1]"/>
    <xsl:variable name="words" as="xs:string" select="v:plain-paragraphs(.)"/>
    <xsl:choose>
      <xsl:when test="exists($inner)"><xsl:apply-templates select="$inner" mode="rights"/></xsl:when>
      <xsl:otherwise>
        <r:rights>
          <xsl:if test="exists($address)">
            <xsl:attribute name="target" select="$address"/>
          </xsl:if>
          <xsl:value-of select="($words, r:spdx($address), $address)[. ne ''][1]"/>
        </r:rights>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- whether an address is that of a licence -->
  <xsl:function name="r:is-licence" as="xs:boolean">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="
        matches($address, '(creativecommons\.org|opensource\.org|spdx\.org|rightsstatements\.org|licen[cs]e|gnu\.org/licenses|opendatacommons\.org)', 'i')"/>
  </xsl:function>

  <!-- the terms that hold for the whole: only those that stand alone -->
  <xsl:function name="r:whole-rights" as="element(r:rights)?">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="$record/r:rights[count($record/r:rights) eq 1]"/>
  </xsl:function>
</xsl:stylesheet>
