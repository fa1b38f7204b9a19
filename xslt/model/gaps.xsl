<?xml version="1.0" encoding="UTF-8"?>
<!-- Where each witness has a gap: which witnesses lack the text at a place. What a witness reads where
     it has the text is decided in witness.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the witnesses that lack the text at a place -->
  <xsl:accumulator name="v:lacking" as="xs:string*" initial-value="()">
    <xsl:accumulator-rule match="tei:text" select="v:late(.)"/>
    <xsl:accumulator-rule match="tei:anchor[@v:absent]"
        select="distinct-values(($value, tokenize(@v:absent)))"/>
    <xsl:accumulator-rule match="tei:anchor[@v:present]"
        select="$value[not(. = tokenize(current()/@v:present))]"/>
  </xsl:accumulator>

  <!-- witnesses of which the first thing said is that they begin -->
  <xsl:function name="v:late" as="xs:string*">
    <xsl:param name="text" as="element(tei:text)"/>
    <xsl:for-each-group select="$text//tei:anchor/(@v:absent | @v:present)" group-by="tokenize(.)">
      <xsl:sequence select="current-grouping-key()[local-name(current-group()[1]) eq 'present']"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- the witnesses that have any part of a section, where there are several and not all have the whole text -->
  <xsl:function name="v:section-witnesses" as="attribute()?">
    <xsl:param name="section" as="element()"/>
    <xsl:variable name="sigla" as="xs:string*" select="v:sigla(root($section))"/>
    <xsl:if test="count($sigla) gt 1 and not($section/@v:editorial) and exists(map:keys(v:fragments(root($section))))">
      <xsl:variable name="lacking" as="xs:string*"
          select="$section/accumulator-before('v:lacking')"/>
      <xsl:variable name="beginning" as="xs:string*"
          select="if (empty($lacking)) then ()
                  else $section//tei:anchor/@v:present ! tokenize(.)"/>
      <xsl:attribute name="v:witnesses"
          select="$sigla[not(. = $lacking) or . = $beginning]"/>
    </xsl:if>
  </xsl:function>

  <!-- a sign within the words where the text of the witness ends, and where it begins only then -->
  <xsl:template match="tei:anchor[(@v:absent, @v:present)/tokenize(.) = $witness]
      [not($v:elements(local-name(..))?holds = 'blocks')]" mode="witness" as="node()+">
    <xsl:variable name="late" as="xs:boolean" select="
        . is (ancestor::tei:TEI/tei:text//tei:anchor[(@v:absent, @v:present)/tokenize(.) = $witness])[1]"/>
    <xsl:copy-of select="."/>
    <xsl:if test="tokenize(@v:absent) = $witness or $late">
      <xsl:sequence select="v:space('before'), v:lacuna-sign(), v:space('after')"/>
    </xsl:if>
  </xsl:template>

  <!-- between blocks the sign is a block -->
  <xsl:template match="tei:anchor[(@v:absent, @v:present)/tokenize(.) = $witness]
      [../@v:is = ('division', 'stanza', 'text', 'list')]" mode="witness" as="node()+" priority="1">
    <xsl:variable name="late" as="xs:boolean" select="
        . is (ancestor::tei:TEI/tei:text//tei:anchor[(@v:absent, @v:present)/tokenize(.) = $witness])[1]"/>
    <xsl:copy-of select="."/>
    <xsl:if test="tokenize(@v:absent) = $witness or $late">
      <xsl:variable name="block" as="xs:string+"
          select="(map { 'stanza': ('l', 'verse'), 'list': ('item', 'item') }(../@v:is), 'ab', 'paragraph')[position() le 2]"/>
      <xsl:element name="{$block[1]}" namespace="http://www.tei-c.org/ns/1.0">
        <xsl:attribute name="v:is" select="$block[2]"/>
        <xsl:attribute name="v:block" select="'words'"/>
        <xsl:sequence select="v:lacuna-sign()"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <!-- for each fragment by its siglum, in words: where it begins, what it lacks, where it ends -->
  <xsl:function name="v:fragments" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:map>
      <xsl:for-each-group select="$document//tei:text//tei:anchor[@v:absent or @v:present]"
          group-by="tokenize((@v:absent, @v:present)[1])">
        <xsl:map-entry key="current-grouping-key()" select="v:gaps(current-group())"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:function name="v:gaps" as="xs:string">
    <xsl:param name="events" as="element(tei:anchor)+"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:for-each-group select="$events" group-starting-with="tei:anchor[@v:absent]">
        <xsl:variable name="from" as="element()?" select="current-group()[@v:absent]"/>
        <xsl:variable name="to" as="element()?" select="current-group()[@v:present][1]"/>
        <xsl:sequence select="
            if (empty($from)) then l:label('fragment.begins', v:block-number-at($to, true()))
            else if (empty($to)) then l:label('fragment.ends', v:block-number-at($from, false()))
            else if (v:block-number-at($from, true()) eq v:block-number-at($to, false()))
              then l:label('fragment.lacks-within', v:block-number-at($from, true()))
            else l:label('fragment.lacks', (v:block-number-at($from, true()), v:block-number-at($to, false())))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="v:sentence(string-join($said, '; '))"/>
  </xsl:function>

  <!-- the number of the block a place is in, else of the one `after` or before it, or of the other one, with its
       section's; where nothing has a number, what the place is called, or an id -->
  <xsl:function name="v:block-number-at" as="xs:string">
    <xsl:param name="place" as="element(tei:anchor)"/>
    <xsl:param name="after" as="xs:boolean"/>
    <xsl:variable name="following" as="element()?"
        select="($place/following-sibling::*/descendant-or-self::*[@v:n][not(@v:is = 'note')])[1]"/>
    <xsl:variable name="preceding" as="element()?"
        select="($place/preceding-sibling::*[descendant-or-self::*[@v:n][not(@v:is = 'note')]][1]/descendant-or-self::*[@v:n])[last()]"/>
    <xsl:variable name="number" as="xs:string?" select="
        ($place/ancestor::*[@v:n][1], if ($after) then ($following, $preceding) else ($preceding, $following))[1]/@v:n"/>
    <xsl:sequence select="
        if ($number) then string-join(($place/ancestor::tei:div[@n][1]/@n, $number), '.')
        else string(($place/(if ($after) then following-sibling::*[1] else preceding-sibling::*[1])/self::tei:item ! v:place-name(., '', ()),
                     $place ! v:named-place(.)[self::tei:head or self::tei:cell or self::tei:item or self::tei:speaker]
                       ! v:place-name(., '', ()), $place/ancestor::*[@v:id][1]/@v:id)[1])"/>
  </xsl:function>
</xsl:stylesheet>
