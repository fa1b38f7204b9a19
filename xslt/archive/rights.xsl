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
       2  so is each paragraph beside them, whose link to a licence is its address; one with several
          such links is a statement for each of them
       3  what does not hold for the whole has a @scope: `layer` where the words name one, `more` where
          a paragraph says more than its licence -->
  <xsl:mode name="rights" on-no-match="deep-skip"/>

  <xsl:template match="tei:licence | tei:p | tei:ab" mode="rights" as="element(r:rights)*">
    <xsl:variable name="inner" as="element()*" select="self::tei:p//tei:licence"/>
    <xsl:variable name="address" as="xs:string?" select="
        (@target ! tokenize(.), .//(tei:ref | tei:ptr)/@target ! tokenize(.)
           [r:is-licence(.) or current()/self::tei:licence],
         normalize-space()[matches(., '^https?://\S+$')])[matches(., '^https?:')][1]"/>
    <xsl:variable name="words" as="xs:string" select="v:plain-paragraphs(.)"/>
    <xsl:variable name="links" as="element()*" select="r:links-to-licences(.)"/>
    <xsl:choose>
      <xsl:when test="exists($inner)"><xsl:apply-templates select="$inner" mode="rights"/></xsl:when>
      <xsl:when test="empty(@target) and count($links) gt 1">
        <xsl:sequence select="$links ! r:rights-of-link(., $links)"/>
      </xsl:when>
      <xsl:otherwise>
        <r:rights>
          <xsl:if test="exists($address)">
            <xsl:attribute name="target" select="$address"/>
          </xsl:if>
          <xsl:sequence select="r:scope(., $words)"/>
          <xsl:value-of select="($words, r:spdx($address), $address)[. ne ''][1]"/>
        </r:rights>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the links to licences of which no two lead to the same one -->
  <xsl:function name="r:links-to-licences" as="element()*">
    <xsl:param name="statement" as="element()"/>
    <xsl:for-each-group group-by="string(@target)"
        select="$statement//(tei:ref | tei:ptr)[tokenize(@target)[1] ! r:is-licence(.)]">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- one of several licences that a statement names, with the words between the link before it and
       its own end -->
  <xsl:function name="r:rights-of-link" as="element(r:rights)">
    <xsl:param name="link" as="element()"/>
    <xsl:param name="links" as="element()+"/>
    <xsl:variable name="before" as="element()?" select="$links[. &lt;&lt; $link][last()]"/>
    <xsl:variable name="statement" as="element()"
        select="$link/ancestor::*[self::tei:p or self::tei:ab or self::tei:licence][last()]"/>
    <xsl:variable name="words" as="text()*" select="
        $statement//text()[empty($before) or . >> $before][empty(ancestor::* intersect $before)]
          [. &lt;&lt; $link or ancestor::* intersect $link]"/>
    <r:rights target="{tokenize($link/@target)[1]}" scope="layer">{
      normalize-space(string-join($words)) => replace('^[\s.,;:)]+', '')}</r:rights>
  </xsl:function>

  <!-- words for the layers of an edition; “this text” may be all of it -->
  <xsl:variable name="r:layers" as="xs:string" select="
      '(^|[^\p{L}])((the|der|le|il|el) (text|texte|testo|texto)|texts?:|translat|übersetz|traduct|traduzion|traducci|перевод|image|picture|photo|facsimil|faksimil|bild|abbild|scan|metadat|métadonn|метадан|encod|markup|mark-up|kodier|auszeichn|encodage|разметк|кодиров|notes?([^\p{L}]|$)|anmerk|annotat|comment|komment|примеч|коммент|introduct|einleit|вступ|transcri|transkri|trascri|транскри|изображ|снимк)'"/>

  <xsl:function name="r:scope" as="attribute()?">
    <xsl:param name="statement" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="not($statement/self::tei:licence) and matches($words, '[.;!?]\s+\S')">
        <xsl:attribute name="scope" select="'more'"/>
      </xsl:when>
      <xsl:when test="matches($words, $r:layers, 'i')">
        <xsl:attribute name="scope" select="'layer'"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- whether an address is that of a licence -->
  <xsl:function name="r:is-licence" as="xs:boolean">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="
        matches($address, '(creativecommons\.org|opensource\.org|spdx\.org|rightsstatements\.org|licen[cs]e|gnu\.org/licenses|opendatacommons\.org)', 'i')"/>
  </xsl:function>

  <!-- the terms that hold for the whole: only those that stand alone and are of no layer -->
  <xsl:function name="r:whole-rights" as="element(r:rights)?">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="$record/r:rights[count($record/r:rights) eq 1][empty(@scope)]"/>
  </xsl:function>
</xsl:stylesheet>
