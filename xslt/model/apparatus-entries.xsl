<?xml version="1.0" encoding="UTF-8"?>
<!-- The entries of the apparatus in the order of the text, each with its number, the block it begins
     in, and what a printed entry needs to know of its surroundings. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:template match="tei:standOff[@v:part = 'apparatus']/tei:listApp" mode="number"
      as="element(tei:listApp)">
    <xsl:param name="extents" as="map(xs:string, map(xs:string, item()))" tunnel="yes"/>
    <xsl:variable name="placed" as="element(tei:app)*"
        select="tei:app[map:contains($extents, @v:key)]"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates select="$placed" mode="#current">
        <xsl:sort select="$extents(@v:key)?n"/>
        <xsl:with-param name="naming" tunnel="yes" select="v:naming($placed ! $extents(@v:key)?start)"/>
      </xsl:apply-templates>
      <xsl:for-each select="tei:app except $placed">
        <xsl:apply-templates select="." mode="#current">
          <xsl:with-param name="number" select="count($placed) + position()"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app" mode="number"
      as="element(tei:app)">
    <xsl:param name="extents" as="map(xs:string, map(xs:string, item()))" tunnel="yes"/>
    <xsl:param name="origin" as="document-node()" tunnel="yes"/>
    <xsl:param name="naming" as="xs:string" tunnel="yes" select="''"/>
    <xsl:param name="number" as="xs:integer" select="0"/>
    <xsl:variable name="extent" as="map(xs:string, item())?" select="$extents(@v:key)"/>
    <xsl:variable name="n" as="xs:integer" select="($extent?n, $number)[1]"/>
    <xsl:variable name="lemma" as="element(tei:lem)">
      <xsl:apply-templates select="tei:lem" mode="#current">
        <xsl:with-param name="extent" select="$extent"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="agreeing" as="element(tei:rdg)*" select="tei:rdg[v:agrees(., $lemma)]"/>
    <xsl:variable name="reads" as="map(xs:string, element())" select="v:reads(.)"/>
    <xsl:copy>
      <xsl:copy-of select="@* except (@v:key, @v:loc, @v:list, @v:present, @v:absent, @v:moved)"/>
      <xsl:attribute name="v:id" select="'app-' || $n"/>
      <xsl:attribute name="v:n" select="$n"/>
      <xsl:variable name="unit" as="attribute()?" select="v:unit(., $lemma)"/>
      <xsl:variable name="between" as="xs:boolean" select="$unit = 'added' or @v:kind = 'deletion'"/>
      <xsl:variable name="note" as="element(tei:note)?" select="$extent?start/ancestor::tei:note[1]"/>
      <xsl:sequence select="
          if ($note) then v:place-in-note($lemma, $note, $extent)
          else ($unit, $extent ! v:place-attributes($lemma, ., $naming, $between),
                $extent ! v:within(., $extents))"/>
      <xsl:variable name="fault" as="xs:string?" select="v:fault(., $extent)"/>
      <xsl:sequence select="v:unplaced(., $fault, $origin), @v:loc[$fault = 'entry-unplaced'] ! v:named-location(.)"/>
      <xsl:if test="exists($fault)">
        <xsl:attribute name="v:fault" select="$fault"/>
      </xsl:if>
      <tei:lem>
        <xsl:sequence select="$lemma/(@* except @v:key)"/>
        <xsl:sequence select="v:witnesses-of((tei:lem, $agreeing), $reads)"/>
        <xsl:sequence select="$lemma/node()"/>
      </tei:lem>
      <xsl:apply-templates select="tei:rdg except $agreeing" mode="#current">
        <xsl:with-param name="reads" select="$reads"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="tei:note" mode="#current">
        <xsl:with-param name="places"
            select="v:reading-places((tei:lem, $agreeing), tei:rdg except $agreeing)"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app/tei:rdg"
      mode="number" as="element(tei:rdg)" priority="3">
    <xsl:param name="reads" as="map(xs:string, element())"/>
    <xsl:param name="naming" as="xs:string" tunnel="yes" select="''"/>
    <xsl:param name="extents" as="map(xs:string, map(xs:string, item()))" tunnel="yes"/>
    <xsl:variable name="here" as="element()?" select="$extents(../@v:key)?start ! v:named-place(.)"/>
    <tei:rdg>
      <xsl:sequence select="@* except (@v:key, @v:place-of)"/>
      <xsl:for-each select="@v:place-of ! key('v:id', ., root())[ancestor::tei:text][1]">
        <xsl:attribute name="v:unit-place" select="
            v:place-name(., if (v:division(., $naming) is $here ! v:division(., $naming)) then '' else $naming, ())"/>
      </xsl:for-each>
      <xsl:sequence select="v:witnesses-of(., $reads)"/>
      <xsl:if test="../@v:loc and contains(../tei:lem, '°')">
        <xsl:attribute name="v:letters" select="'true'"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </tei:rdg>
  </xsl:template>

  <!-- of an entry without text the entries that are open where it stands -->
  <xsl:function name="v:within" as="attribute()?">
    <xsl:param name="extent" as="map(xs:string, item())"/>
    <xsl:param name="extents" as="map(xs:string, map(xs:string, item()))"/>
    <xsl:variable name="around" as="xs:string*" select="
        $extent[?from eq ?to][?end]?start/accumulator-before('v:open')"/>
    <xsl:if test="exists($around)">
      <xsl:attribute name="v:within" select="v:ids($around ! $extents(.))"/>
    </xsl:if>
  </xsl:function>

  <!-- by the key of each reading its place among those that are printed; 0 is the lemma -->
  <xsl:function name="v:reading-places" as="map(xs:string, xs:integer)">
    <xsl:param name="lemma" as="element()*"/>
    <xsl:param name="others" as="element()*"/>
    <xsl:sequence select="map:merge((
        $lemma/@v:key ! map { string(.): 0 },
        for-each-pair($others, 1 to count($others),
            function($reading, $n) { $reading/@v:key ! map { string(.): $n } })))"/>
  </xsl:function>

  <!-- a remark says which of the readings it is about, if it is about a single reading -->
  <xsl:template match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app/tei:note"
      mode="number" as="element(tei:note)" priority="3">
    <xsl:param name="places" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="about" as="xs:integer*"
        select="distinct-values(tokenize(@v:about) ! $places(.))"/>
    <xsl:copy>
      <xsl:copy-of select="@* except @v:about"/>
      <xsl:if test="count($about) eq 1">
        <xsl:attribute name="v:about" select="$about"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:lem[@v:from-text]" mode="number" as="element(tei:lem)" priority="1">
    <xsl:param name="extent" as="map(xs:string, item())?"/>
    <xsl:variable name="blocks" as="xs:string*"
        select="$extent ! tokenize(v:covered-string(.), '&#10;') ! normalize-space()"/>
    <tei:lem>
      <xsl:copy-of select="@* except @v:from-text"/>
      <xsl:sequence select="if (count($blocks) gt 1) then $blocks ! v:block-of-lemma(.) else $blocks"/>
    </tei:lem>
  </xsl:template>

  <xsl:function name="v:block-of-lemma" as="element(tei:ab)">
    <xsl:param name="text" as="xs:string"/>
    <tei:ab v:is="paragraph" v:block="words"><xsl:value-of select="$text"/></tei:ab>
  </xsl:function>

  <!-- a reading that says what the lemma says, and has nothing to add but its witnesses -->
  <xsl:function name="v:agrees" as="xs:boolean">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:sequence select="
        exists($reading/@v:wit)
        and empty($reading/(@v:empty, @v:resp, @source, @hand, @v:state, @v:added, @v:unclear, @v:instant))
        and v:words-by-lines($reading) eq v:words-by-lines($lemma)"/>
  </xsl:function>

  <!-- the words of a reading, with a space where a line or half-verse ends -->
  <xsl:function name="v:words-by-lines" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        normalize-space(string-join($reading//(text() | tei:lb[not(@break = 'no')] | tei:caesura | tei:space)
                                      ! (if (self::text()) then string(.) else ' ')))"/>
  </xsl:function>

  <!-- the reading that is the text of each witness: of several its last state; what was deleted is none -->
  <xsl:function name="v:reads" as="map(xs:string, element())">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:iterate select="
        $entry/(tei:lem, tei:rdg)[@v:wit][not(@v:presence)][@v:source or $entry/@v:kind ne 'deletion']">
      <xsl:param name="reads" as="map(xs:string, element())" select="map {}"/>
      <xsl:on-completion select="$reads"/>
      <xsl:variable name="reading" as="element()" select="."/>
      <xsl:variable name="later" as="map(xs:string, element())*" select="
          tokenize(@v:wit)[empty($reads(.)) or v:is-later($reading, $reads(.))]
            ! map { . : $reading }"/>
      <xsl:next-iteration>
        <xsl:with-param name="reads" select="map:merge(($later, $reads))"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- @v:wit, who has these readings, and @v:reads, whose text they are -->
  <xsl:function name="v:witnesses-of" as="attribute()*">
    <xsl:param name="readings" as="element()+"/>
    <xsl:param name="reads" as="map(xs:string, element())"/>
    <xsl:variable name="named" as="xs:string*"
        select="v:ordered($readings/@v:wit ! tokenize(.), root($readings[1]))"/>
    <xsl:variable name="own" as="xs:string*"
        select="$named[exists($reads(.) intersect $readings)]"/>
    <xsl:if test="exists($named)">
      <xsl:attribute name="v:wit" select="$named"/>
    </xsl:if>
    <xsl:if test="exists($own)">
      <xsl:attribute name="v:reads" select="$own"/>
    </xsl:if>
  </xsl:function>

  <!-- an entry of a note is known by the number of the note -->
  <xsl:function name="v:place-in-note" as="attribute()+">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:param name="extent" as="map(xs:string, item())"/>
    <xsl:attribute name="v:in-note" select="'true'"/>
    <xsl:attribute name="v:begins-in" select="'note-' || $note/accumulator-before('v:notes')"/>
    <xsl:attribute name="v:place" select="v:place-name($note, '', ())"/>
    <xsl:if test="normalize-space($lemma) eq ''">
      <xsl:variable name="words" as="text()*" select="$note//text()[not(parent::*/@v:generated)]"/>
      <xsl:sequence select="v:nearest-word(string-join($words[. &lt;&lt; $extent?start]),
                                        string-join($words[. >> $extent?start]))"/>
    </xsl:if>
    <xsl:attribute name="v:from" select="$extent?from"/>
    <xsl:attribute name="v:to" select="$extent?to"/>
  </xsl:function>

  <xsl:key name="v:generated-id" match="tei:*[v:is-apparatus-entry(.)]" use="generate-id()"/>

  <!-- what keeps an entry from its place -->
  <xsl:function name="v:fault" as="xs:string?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="extent" as="map(xs:string, item())?"/>
    <xsl:sequence select="
        if (empty($extent)) then 'entry-unplaced'
        else if (empty($extent?end)) then 'entry-reversed'
        else if ($entry/@v:loc and normalize-space($entry/tei:lem) ne ''
                 and $extent?from eq $extent?to) then 'lemma-not-found'
        else if ($entry[@v:loc][tei:rdg][not(v:is-of-blocks(.))]/tei:lem/@v:from-text) then 'lemma-missing'
        else ()"/>
  </xsl:function>

  <!-- the name of a place that is not in the text -->
  <xsl:function name="v:named-location" as="attribute()">
    <xsl:param name="location" as="attribute()"/>
    <xsl:attribute name="v:place" select="replace(normalize-space($location), '^#', '')"/>
  </xsl:function>

  <!-- that is told, with the entry printed all the same -->
  <xsl:function name="v:unplaced" as="empty-sequence()">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="code" as="xs:string?"/>
    <xsl:param name="origin" as="document-node()"/>
    <xsl:variable name="encoded" as="element()?" select="
        if (empty($code) or $code eq 'lemma-missing' and empty($entry/tei:rdg/@v:wit)) then ()
        else key('v:generated-id', $entry/@v:key, $origin)"/>
    <xsl:for-each select="$encoded">
      <xsl:message>
        <v:finding code="{$code}" path="{path()}" location="{(@loc, @from, @to, @target)[1]}"
            lemma="{normalize-space($entry/tei:lem)}"/>
      </xsl:message>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
