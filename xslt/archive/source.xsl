<?xml version="1.0" encoding="UTF-8"?>
<!-- What the edition was made from: the thing in the archive, and what is said of it in words. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- the archival level of a typed part of a shelfmark, for those that have a fixed one -->
  <xsl:variable name="r:levels" as="map(xs:string, xs:string)" select="
      map { 'fond': 'fonds', 'fonds': 'fonds', 'collection': 'collection',
            'opis': 'series', 'series': 'series', 'box': 'file',
            'delo': 'file', 'file': 'file', 'folder': 'file',
            'listy': 'item', 'list': 'item', 'folio': 'item', 'item': 'item', 'page': 'item' }"/>

  <xsl:function name="r:source" as="element()*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:apply-templates select="v:facts('holding', $tei)" mode="holding"/>
    <xsl:apply-templates mode="publication" select="
        v:facts('source-publication', $tei)
        | v:facts('source', $tei)/(tei:biblFull | tei:biblStruct | tei:listBibl/(tei:bibl | tei:biblStruct))"/>
    <xsl:for-each select="
        v:facts('source', $tei)/(tei:p | tei:ab | tei:recordingStmt | tei:scriptStmt
          | tei:listWit//tei:witness[not(tei:bibl or .//tei:msIdentifier)])[normalize-space()]">
      <r:provenance>{normalize-space(string-join(r:words(.)))}</r:provenance>
    </xsl:for-each>
  </xsl:function>

  <!-- the archive and the shelfmark; a shelfmark in typed parts gives a hierarchy -->
  <xsl:mode name="holding" on-no-match="fail"/>

  <xsl:template match="*" mode="holding" as="element(r:holding)">
    <xsl:variable name="keeper" as="element()?" select="(tei:repository, tei:institution)[1]"/>
    <xsl:variable name="marks" as="element(tei:idno)*" select="tei:idno[not(r:is-isil(.))]"/>
    <xsl:variable name="mark" as="element()?"
        select="($marks[tei:idno], $marks[@type = 'shelfmark'], $marks)[1]"/>
    <xsl:variable name="isil" as="attribute(isil)?" select="
        ((tei:idno, $keeper//tei:idno)[r:is-isil(.)] ! normalize-space(),
         ($keeper/(@ref, @key) ! tokenize(.))[matches(., $r:isil)] ! replace(., $r:isil, '$2'))[1]
        ! r:attributes(map { 'isil': . })"/>
    <r:holding repository="{string-join(distinct-values((tei:institution, tei:repository)
                             ! normalize-space(string-join(r:words(.))))[. ne ''], ', ')}"
        place="{string-join((tei:settlement, tei:country) ! normalize-space(), ', ')}"
        collection="{string-join(tei:collection ! normalize-space(string-join(r:words(.))), ', ')}"
        shelfmark="{normalize-space($mark)}"
        extent="{v:facts('extent', .) ! normalize-space()}">
      <xsl:sequence select="$isil"/>
      <xsl:for-each-group group-by="string(@uri)" select="
          $keeper ! r:entry(.) ! r:authorities(.),
          $keeper/(@ref, @key) ! tokenize(.) ! r:authority(., $keeper)">
        <xsl:sequence select="."/>
      </xsl:for-each-group>
      <!-- one part alone is no hierarchy -->
      <xsl:for-each select="$mark/tei:idno[@type][last() gt 1 or exists($r:levels(@type))]">
        <r:unit type="{@type}" level="{r:level(@type, position(), last())}">
          <xsl:sequence select="$isil"/>
          <xsl:text>{normalize-space()}</xsl:text>
        </r:unit>
      </xsl:for-each>
    </r:holding>
  </xsl:template>

  <!-- the number of a library or an archive (ISO 15511), alone or in an address -->
  <xsl:variable name="r:isil" as="xs:string" select="
      '^(info:isil/|https?://(?:ld\.zdb-services\.de|lobid\.org)/(?:resource/)?organisations/|isil:)([A-Z]{1,4}-[A-Za-z0-9:/\-]{1,11})(#!)?$'"/>

  <xsl:function name="r:is-isil" as="xs:boolean">
    <xsl:param name="number" as="element(tei:idno)"/>
    <xsl:sequence select="upper-case($number/@type) = 'ISIL'"/>
  </xsl:function>

  <!-- a thing in an archive, by the archive, the collection and the shelfmark -->
  <xsl:function name="r:called" as="xs:string">
    <xsl:param name="holding" as="element(r:holding)"/>
    <xsl:sequence
        select="string-join($holding/(@repository, @collection, @shelfmark)[. ne ''], ', ')"/>
  </xsl:function>

  <!-- levels in between are series above, files below -->
  <xsl:function name="r:level" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="position" as="xs:integer"/>
    <xsl:param name="last" as="xs:integer"/>
    <xsl:sequence select="
        ($r:levels($type),
         if ($position eq 1) then 'fonds' else if ($position eq $last) then 'item'
         else if ($position eq 2) then 'series' else 'file')[1]"/>
  </xsl:function>

  <!-- elements that have no words but those of their parts, which a file may leave without a space -->
  <xsl:variable name="r:composed" as="xs:string+" select="
      'biblStruct', 'monogr', 'analytic', 'series', 'imprint', 'bibl', 'biblFull', 'fileDesc',
      'titleStmt', 'editionStmt', 'publicationStmt', 'seriesStmt', 'author', 'editor', 'respStmt',
      'persName', 'name', 'collection', 'address', 'pubPlace', 'publisher', 'msIdentifier',
      'recordingStmt', 'scriptStmt'"/>

  <!-- the words without those of notes -->
  <xsl:function name="r:words" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/node()">
      <xsl:choose>
        <xsl:when test="self::text()"><xsl:sequence select="string()"/></xsl:when>
        <xsl:when test="self::tei:note or self::tei:availability or not(self::*)
                        or self::tei:idno[r:is-isil(.)]"/>
        <xsl:otherwise>
          <xsl:sequence select="
              ' '[local-name($element) = $r:composed and empty($element/text()[normalize-space()])],
              r:words(.)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
