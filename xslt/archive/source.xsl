<?xml version="1.0" encoding="UTF-8"?>
<!-- What the edition was made from: the thing in the archive, and publications of it. -->
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
    <xsl:variable name="mark" as="element()?"
        select="(tei:idno[tei:idno], tei:idno[@type = 'shelfmark'], tei:idno)[1]"/>
    <r:holding repository="{normalize-space($keeper)}"
        place="{string-join((tei:settlement, tei:country) ! normalize-space(), ', ')}"
        collection="{string-join(tei:collection ! normalize-space(string-join(r:words(.))), ', ')}"
        shelfmark="{normalize-space($mark)}"
        extent="{v:facts('extent', .) ! normalize-space()}">
      <xsl:for-each-group group-by="string(@uri)" select="
          $keeper ! r:entry(.) ! r:authorities(.),
          $keeper/(@ref, @key) ! tokenize(.) ! r:authority(., $keeper)">
        <xsl:sequence select="."/>
      </xsl:for-each-group>
      <!-- one part alone is no hierarchy -->
      <xsl:for-each select="$mark/tei:idno[@type][last() gt 1 or exists($r:levels(@type))]">
        <r:unit type="{@type}" level="{r:level(@type, position(), last())}"
            >{normalize-space()}</r:unit>
      </xsl:for-each>
    </r:holding>
  </xsl:template>

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

  <!-- a publication: its reference without the notes, its first address -->
  <xsl:mode name="publication" on-no-match="fail"/>

  <xsl:template match="*" mode="publication" as="element(r:publication)">
    <xsl:variable name="addresses" as="xs:string*" select="
        ((.//(tei:ptr | tei:ref)/@target, .//tei:idno) [empty(ancestor::tei:availability)]
         ! normalize-space())[matches(., '^https?://\S+$')]"/>
    <r:publication title="{normalize-space((.//tei:title)[1])}">
      <xsl:if test="exists($addresses)">
        <xsl:attribute name="uri" select="$addresses[1]"/>
      </xsl:if>
      <xsl:value-of select="
          normalize-space(string-join(r:words(.))) => replace('(\s*,)+$', '')"/>
    </r:publication>
  </xsl:template>

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
        <xsl:when test="self::tei:note or self::tei:availability or not(self::*)"/>
        <xsl:otherwise>
          <xsl:sequence select="
              ' '[local-name($element) = $r:composed and empty($element/text()[normalize-space()])],
              r:words(.)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
