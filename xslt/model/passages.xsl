<?xml version="1.0" encoding="UTF-8"?>
<!-- The passages of a document as a search looks through them: each block of words, each note, each
     entry of the apparatus, and what the header says of the document. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- in their order: `id` is where a page can be entered, `n` the number that it shows there; `entry` is
       the number of an entry, which a page shows as a letter -->
  <xsl:template name="v:passages" as="element(v:passage)*">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:sequence select="v:passage('about', (), string-join(v:words-of-header(.), ' · '))"/>
    <xsl:for-each-group group-by="generate-id(v:block-of-words(.))" select="
        tei:text//(text()[empty(ancestor::*[@v:is = ('generated', 'silent')][ancestor::tei:text])] | *[v:divides-words(.)])">
      <xsl:variable name="words" as="xs:string*"
          select="current-group() ! (if (self::text()) then string() else ' ')"/>
      <xsl:sequence select="
          v:passage(if (ancestor::tei:note) then 'note' else 'text', ancestor::*[@v:id][1], string-join($words))"/>
    </xsl:for-each-group>
    <xsl:for-each select="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app">
      <xsl:variable name="parts" as="xs:string*" select="
          v:printed-entry/node()
          ! (if (self::v:reading) then ' ' || string-join(node() ! string(), ' ') else string())"/>
      <xsl:sequence select="v:passage('reading', ., replace(string-join($parts), '(\() | (\))', '$1$2'))"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="v:passage" as="element(v:passage)?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="place" as="element()?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:if test="normalize-space($words)">
      <v:passage kind="{$kind}" id="{$place[not(self::tei:TEI)]/@v:id}" n="{($place/@v:place, $place/@v:n)[1]}">
        <xsl:sequence select="v:part-of-place($place[not(self::tei:TEI)])"/>
        <xsl:if test="$place/self::tei:app">
          <xsl:attribute name="entry" select="$place/@v:n"/>
        </xsl:if>
        <xsl:value-of select="normalize-space($words)"/>
      </v:passage>
    </xsl:if>
  </xsl:function>

  <!-- the block that the words of a node belong to: that of a note is the note -->
  <xsl:function name="v:block-of-words" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/ancestor::*[@v:block or @v:is = 'note'][1]"/>
  </xsl:function>

  <!-- whether the words before and after an element, or around its beginning, are two -->
  <xsl:function name="v:divides-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[@v:block or @v:is = 'space' or @v:break = 'line' and not(@v:within-word)])
        or $element/@v:is = ('name', 'place', 'date') and empty($element/../text()[normalize-space()])"/>
  </xsl:function>

  <!-- what a reader may look for in the header: titles, parties, dates, places, subjects, shelfmark -->
  <xsl:function name="v:words-of-header" as="xs:string*">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:variable name="facts" as="element()*" select="
        ('subtitle', 'author', 'translator', 'created', 'keyword') ! v:facts(., $document)"/>
    <xsl:sequence select="
        distinct-values((
          $document/tei:teiHeader/@v:title ! string(), $facts ! v:plain(.),
          v:facts('correspondence', $document)/tei:correspAction/*
            ! (if (tei:surname | tei:forename) then v:name-in-order(., false()) else normalize-space()),
          v:facts('holding', $document)/* ! normalize-space(),
          v:facts('abstract', $document) ! v:plain-paragraphs(.)))[. ne '']"/>
  </xsl:function>

  <!-- the text of an element, its notes left out -->
  <xsl:function name="v:text-of" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="texts" as="text()*">
      <xsl:apply-templates select="$element/node()" mode="without-notes"/>
    </xsl:variable>
    <xsl:sequence select="string-join($texts)"/>
  </xsl:function>

  <!-- the text nodes below, those of notes left out -->
  <xsl:mode name="without-notes" on-no-match="shallow-skip"/>
  <xsl:template match="tei:note" mode="without-notes"/>
  <xsl:template match="tei:lb[not(@v:within-word)]" mode="without-notes" as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="text()" mode="without-notes" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>
</xsl:stylesheet>
