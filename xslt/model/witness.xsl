<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of a witness, made from a finished model: where it reads otherwise than the lemma its
     own reading stands in the text; where it has no text there is none. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- which of the given witnesses lack the text at a place -->
  <xsl:accumulator name="v:absent" as="xs:string*" initial-value="'*'">
    <xsl:accumulator-rule match="tei:TEI" select="()"/>
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

  <!-- 1  what the witness reads otherwise replaces what the entry covers
       2  notes and what the witness lacks go
       3  header and lists of the model stay as they are -->
  <xsl:mode name="witness" on-no-match="shallow-copy" visibility="public"
      use-accumulators="v:absent"/>

  <xsl:key name="v:app" match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app" use="@v:id"/>

  <xsl:template match="/" mode="witness" as="document-node()">
    <xsl:document>
      <xsl:apply-templates mode="#current"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="tei:TEI" mode="witness" as="element(tei:TEI)">
    <xsl:variable name="replaced" as="element(tei:text)">
      <xsl:apply-templates select="tei:text" mode="#current"/>
    </xsl:variable>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="v:text" select="$witness"/>
      <xsl:copy-of select="tei:* except tei:text"/>
      <xsl:apply-templates select="$replaced" mode="whitespace"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:note" mode="witness"/>
  <xsl:template match="text()[accumulator-before('v:absent') = $witness]" mode="witness"/>

  <xsl:template match="tei:seg[@v:entries]" mode="witness" as="element(tei:seg)*">
    <xsl:variable name="entries" as="element()*" select="key('v:app', tokenize(@v:entries))"/>
    <xsl:variable name="differing" as="element()*" select="$entries[exists(v:own-reading(.))]"/>
    <xsl:variable name="starting" as="xs:string*" select="tokenize(@v:starts)"/>
    <xsl:for-each select="
        for $one in $differing[@v:id = $starting]
        return $one[empty($differing[v:lies-within($one, .)])]">
      <tei:seg v:entries="{@v:id}" v:starts="{@v:id}" v:ends="{@v:id}" v:differs="true">
        <xsl:sequence select="v:own-reading(.)/node()"/>
      </tei:seg>
    </xsl:for-each>
    <xsl:if test="empty($differing)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <!-- what the witness has instead of the lemma; nothing where it has the lemma -->
  <xsl:function name="v:own-reading" as="element(tei:rdg)?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="named" as="element(tei:rdg)*"
        select="$entry/tei:rdg[tokenize(@v:wit) = $witness]"/>
    <xsl:sequence select="
        if ($entry/@v:series = ('variants', 'editorial')) then
          (v:last-state($named[not(tokenize($entry/tei:lem/@v:wit) = $witness)
                               or @varSeq]),
           $entry[not(tokenize(tei:lem/@v:wit) = $witness)]/tei:rdg[@v:source][not(@v:wit)])[1]
        else ()"/>
  </xsl:function>

  <!-- whether an entry lies within another; of two with the same extent the later within the
       earlier -->
  <xsl:function name="v:lies-within" as="xs:boolean">
    <xsl:param name="inner" as="element(tei:app)"/>
    <xsl:param name="outer" as="element(tei:app)"/>
    <xsl:variable name="same" as="xs:boolean" select="
        $inner/@v:first = $outer/@v:first and $inner/@v:last = $outer/@v:last"/>
    <xsl:sequence select="
        not($inner is $outer)
        and number($outer/@v:first) le number($inner/@v:first)
        and number($inner/@v:last) le number($outer/@v:last)
        and (not($same) or $outer &lt;&lt; $inner)"/>
  </xsl:function>
</xsl:stylesheet>
