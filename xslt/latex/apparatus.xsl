<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus: each entry is the printed line of the model, where its words are. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- an entry that begins and ends in one run of words is \edtext around them; one that overlaps
       another, or goes from block to block, has a label at either end -->
  <xsl:template match="tei:text//tei:seg[@v:entries]" mode="content" priority="15" as="text()*">
    <xsl:variable name="starting" as="element(tei:app)*"
        select="key('x:apparatus-entry', tokenize(@v:starts))"/>
    <xsl:variable name="ending" as="element(tei:app)*"
        select="key('x:apparatus-entry', tokenize(@v:ends))"/>
    <xsl:variable name="nested" as="map(xs:string, xs:boolean)" select="x:nested(root()/tei:TEI)"/>
    <xsl:sequence select="$starting[not($nested(@v:id))] ! x:opening(.)"/>
    <xsl:value-of select="string-join($starting[$nested(@v:id)] ! '\edtext{')"/>
    <xsl:next-match/>
    <xsl:sequence select="reverse($ending[$nested(@v:id)]) ! x:closing(.)"/>
    <xsl:value-of select="
        $ending[not($nested(@v:id))] ! ('\edlabel{' || @v:id || '-end}')" separator=""/>
  </xsl:template>

  <xsl:key name="x:apparatus-entry" match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app"
      use="@v:id"/>

  <xsl:function name="x:opening" as="text()*">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:value-of select="'\edlabel{' || $entry/@v:id || '}\edtext{}{\xxref{' || $entry/@v:id
        || '}{' || $entry/@v:id || '-end}'"/>
    <xsl:apply-templates select="$entry" mode="apparatus"/>
    <xsl:text>}</xsl:text>
  </xsl:function>

  <xsl:function name="x:closing" as="text()*">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:text>}{</xsl:text>
    <xsl:apply-templates select="$entry" mode="apparatus"/>
    <xsl:text>}</xsl:text>
  </xsl:function>

  <xsl:variable name="x:series" as="map(xs:string, xs:string)" select="map {
      'variants': 'A', 'editorial': 'C', 'sources': 'D', 'parallels': 'E', 'testimonia': 'F' }"/>

  <!-- the letters of other series, in their order -->
  <xsl:variable name="x:other-letters" as="xs:string*" static="yes"
      select="'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y'"/>

  <xsl:function name="x:letters" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="others" as="xs:string*" select="
        distinct-values($document/tei:standOff/tei:listApp/tei:app/@v:series)[not(map:contains($x:series, .))]"/>
    <xsl:sequence select="map:merge(($x:series,
        for-each-pair($others, $x:other-letters, function($name, $letter) { map { $name: $letter } })))"/>
  </xsl:function>

  <!-- the letter of a series; all that come after the last letter share one -->
  <xsl:function name="x:letter" as="xs:string">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="(x:letters(root($entry)/tei:TEI)($entry/@v:series), 'Z')[1]"/>
  </xsl:function>

  <!-- the letters in the order in which their series are printed -->
  <xsl:function name="x:letters-in-order" as="xs:string">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="entries" as="element(tei:app)*">
      <xsl:perform-sort select="$document/tei:standOff/tei:listApp/tei:app">
        <xsl:sort select="xs:integer(@v:rank)"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:variable name="used" as="xs:string*" select="distinct-values($entries ! x:letter(.))"/>
    <xsl:variable name="all" as="xs:string*" select="'A', 'B', 'C', 'D', 'E', 'F'"/>
    <xsl:sequence select="
        string-join(if (empty($used[not(. = ('A', 'C'))])) then $all else ($used, $all[not(. = $used)]), ',')"/>
  </xsl:function>

  <!-- lemma and note of reledmac, one after the other the printed line -->
  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:template match="tei:app" mode="apparatus" as="text()*">
    <xsl:variable name="lemma" as="element(v:lemma)" select="v:printed-entry/v:lemma"/>
    <xsl:variable name="named" as="xs:boolean" select="x:has-named-place(.)"/>
    <xsl:text>\lemma{</xsl:text>
    <xsl:value-of select="x:unseen-of(.), .[$named] ! x:named-place(.)" separator=""/>
    <xsl:apply-templates select="$lemma/node()" mode="content"/>
    <xsl:value-of select="'}\' || x:letter(.) || 'footnote' || '[nonum]'[$named] || '{'"/>
    <xsl:apply-templates select="$lemma/following-sibling::node()" mode="content"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- whether reledmac does not know the place: where it counts verses, it knows those that stand in
       stanzas by a plain number, unless these begin anew -->
  <xsl:function name="x:has-named-place" as="xs:boolean">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="document" as="element(tei:TEI)" select="root($entry)/tei:TEI"/>
    <xsl:sequence select="
        exists($entry/@v:place) and x:counts-verses($document)
        and empty(key('x:counted-verse', $entry/@v:begins-in, $document)[@v:n = $entry/@v:place])"/>
  </xsl:function>

  <xsl:key name="x:counted-verse" use="@v:id" match="
      tei:text//*[@v:is = 'verse'][@v:n castable as xs:positiveInteger][x:is-structure(..)]"/>

  <!-- the place of an entry; LaTeX prints it once for all of a series that follow each other there and
       stand on one page -->
  <xsl:function name="x:named-place" as="xs:string">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="before" as="element(tei:app)?" select="
        $entry/preceding-sibling::tei:app[@v:series = $entry/@v:series][x:is-at-foot(.)][1]"/>
    <xsl:variable name="again" as="xs:boolean"
        select="$before[x:has-named-place(.)]/@v:place = $entry/@v:place"/>
    <xsl:sequence select="
        '\editionplace' || 'again'[$again] || '{' || x:escape($entry/@v:place) || '}'"/>
  </xsl:function>

  <xsl:function name="x:is-at-foot" as="xs:boolean">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="map:contains(x:nested(root($entry)/tei:TEI), $entry/@v:id)"/>
  </xsl:function>

  <!-- what the page does not show, and the proof asks for -->
  <xsl:function name="x:unseen" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence
        select="'\editionunseen{' || $name || '}{' || x:escape(string-join($values, ' ')) || '}'"/>
  </xsl:function>

  <!-- of an entry: its id, where another needs it; which entries one without words stands in; that
       it has no place; the witnesses of the lemma -->
  <xsl:function name="x:unseen-of" as="xs:string">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="string-join((
        x:unseen('id', $entry/@v:id)[exists(key('x:inner', $entry/@v:id, root($entry)))],
        $entry/@v:within ! x:unseen('within', .),
        $entry/@v:fault ! x:unseen('unplaced', ()),
        v:unshown-sigla($entry)[1] ! x:unseen('witnesses', v:unshown-sigla($entry))))"/>
  </xsl:function>

  <xsl:key name="x:inner" match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app[@v:within]"
      use="tokenize(@v:within)"/>

  <xsl:template match="tei:text//tei:anchor[@v:present]" mode="content" as="text()">
    <xsl:value-of select="x:unseen('begins', @v:present)"/>
  </xsl:template>
  <xsl:template match="tei:text//tei:anchor[@v:absent]" mode="content" as="text()">
    <xsl:value-of select="x:unseen('ends', @v:absent)"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'division'][@v:editorial]" mode="blocks" priority="2" as="text()*">
    <xsl:variable name="blocks" as="text()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:if test="exists($blocks)">
      <xsl:value-of select="x:unseen('editorial', 'begins')"/>
      <xsl:sequence select="$blocks"/>
      <xsl:value-of select="x:unseen('editorial', 'ends')"/>
    </xsl:if>
  </xsl:template>

  <!-- a reading: its words, and what is said of them -->
  <xsl:template match="v:reading[preceding-sibling::text()][exists(v:shown-reading(.))]"
      mode="content" priority="1" as="text()*">
    <xsl:variable name="rdg" as="element(tei:rdg)" select="v:shown-reading(.)"/>
    <xsl:text>\editionreading{</xsl:text>
    <xsl:apply-templates select="v:content/node()" mode="content"/>
    <xsl:text>}{</xsl:text>
    <xsl:value-of select="
        x:unseen('sources', ())[v:is-of-sources($rdg)],
        v:other-states($rdg)[1] ! x:unseen('not-last', v:other-states($rdg)),
        x:unseen('letters', ())[$rdg/@v:letters]" separator=""/>
    <xsl:apply-templates select="node() except v:content" mode="content"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template match="v:reading | v:content" mode="content" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>
  <xsl:template match="v:siglum" mode="content" as="text()">
    <xsl:value-of select="'\editionsiglum{' || x:siglum(.) || '}'"/>
  </xsl:template>

  <xsl:function name="x:siglum" as="xs:string">
    <xsl:param name="printed" as="xs:string"/>
    <xsl:sequence select="string-join(v:siglum-runs($printed,
        function($text) { '\textsuperscript{' || x:escape($text) || '}' }, x:curled#1))"/>
  </xsl:function>

  <xsl:template match="v:abbr | v:nth | v:printed-entry//tei:pc[@v:generated = ('separator', 'beside')]" mode="content"
      as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="
          '\edition' || (@v:generated, local-name())[1] || '{'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="v:resp" mode="content" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="'\textit{'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="v:unit" mode="content" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="'\editionunit{'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="v:remark" mode="content" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- after the text: the entries that have no place in it -->
  <xsl:mode name="unplaced" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="unplaced" as="text()*">
    <xsl:variable name="placed" as="map(xs:string, xs:boolean)" select="x:nested(root()/tei:TEI)"/>
    <xsl:variable name="others" as="element(tei:app)*"
        select="tei:listApp/tei:app[not(map:contains($placed, @v:id))]"/>
    <xsl:if test="exists($others)">
      <xsl:value-of select="'\section*{' || x:curled(l:label('apparatus')) || '}&#10;'"/>
      <xsl:for-each select="$others">
        <xsl:variable name="key" as="xs:string?"
            select="@v:in-note ! ('[' || x:escape(../@v:place) || '] ')"/>
        <xsl:value-of select="
            '\noindent' || $key || '\editionunplaced{' || x:letter(.) || '}{'"/>
        <xsl:apply-templates select="v:printed-entry/v:lemma/node()" mode="content"/>
        <xsl:text>}{</xsl:text>
        <xsl:apply-templates select="v:printed-entry/v:lemma/following-sibling::node()" mode="content"/>
        <xsl:text>}\par&#10;</xsl:text>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
