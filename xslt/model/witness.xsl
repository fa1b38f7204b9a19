<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of a witness, made from a finished model: where it reads otherwise than the lemma its
     own reading stands in the text; where it has no text there is none. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- whether the witness lacks the text at a place -->
  <xsl:accumulator name="v:absent" as="xs:boolean" initial-value="false()">
    <xsl:accumulator-rule match="tei:TEI" select="v:begins-late(., $witness)"/>
    <xsl:accumulator-rule match="tei:anchor[@v:absent/tokenize(.) = $witness]" select="true()"/>
    <xsl:accumulator-rule match="tei:anchor[@v:present/tokenize(.) = $witness]" select="false()"/>
  </xsl:accumulator>

  <!-- whether the first thing said of a witness is that it begins -->
  <xsl:function name="v:begins-late" as="xs:boolean">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="
        exists(($document/tei:text//tei:anchor[(@v:absent, @v:present)/tokenize(.) = $siglum])[1]/@v:present)"/>
  </xsl:function>

  <!-- 1  what the witness reads otherwise replaces what the entry covers
       2  notes and what the witness lacks go, and blocks of which nothing is left
       3  header and lists of the model stay as they are
       4  a `standOff` keeps what translates the text, for outputs that set it beside the witness
       Tunnel parameter: `own`, the reading the witness has by the id of each entry in which it
       departs from the lemma. -->
  <xsl:mode name="witness" on-no-match="shallow-copy" visibility="public"
      use-accumulators="v:absent"/>

  <xsl:key name="v:app" match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app" use="@v:id"/>

  <xsl:template match="/" mode="witness" as="document-node()">
    <xsl:document>
      <xsl:apply-templates mode="#current"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="tei:TEI" mode="witness" as="element(tei:TEI)">
    <xsl:variable name="replaced" as="element(tei:text)*">
      <xsl:apply-templates select="tei:text" mode="#current">
        <xsl:with-param name="own" tunnel="yes" select="v:own-readings(.)"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="v:text" select="$witness"/>
      <xsl:copy-of select="tei:* except tei:text"/>
      <xsl:sequence select="v:kept-translations(tei:text)"/>
      <xsl:apply-templates select="$replaced" mode="whitespace"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:note" mode="witness"/>

  <!-- what no witness has; the places in it stay -->
  <xsl:template match="*[@v:editorial]" mode="witness" priority="1" as="element(tei:anchor)*">
    <xsl:sequence select="descendant::tei:anchor"/>
  </xsl:template>

  <!-- of words that the witness lacks the white space beside them stays: it divides the words of entries that
       name the witness from each other and from its text -->
  <xsl:template match="text()[accumulator-before('v:absent')]" mode="witness" as="text()?">
    <xsl:sequence select="v:space('around'[v:starts-with-space(current()) or v:ends-with-space(current())])"/>
  </xsl:template>

  <!-- a block of which the witness has nothing -->
  <xsl:template match="*[@v:block][not(@v:is = ('text', 'cell'))][not(parent::tei:text)]"
      mode="witness" as="node()*">
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates mode="#current"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space(string-join($content)) eq '' and normalize-space() ne ''">
        <xsl:sequence select="$content/descendant-or-self::tei:anchor"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy>
          <xsl:copy-of select="@*"/>
          <xsl:sequence select="$content"/>
        </xsl:copy>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a picture in the place of which the witness has something else, which may stand at its beginning -->
  <xsl:template match="*[@v:covered-by]" mode="witness" priority="2" as="node()*">
    <xsl:param name="own" as="map(xs:string, element(tei:rdg))" tunnel="yes"/>
    <xsl:variable name="shown" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="apart" as="text()?" select="v:space('around'[current()/@v:block])"/>
    <xsl:sequence select="
        if (tokenize(@v:covered-by) ! $own(.))
        then ($apart, $shown/descendant-or-self::*[self::tei:seg[@v:differs] or self::tei:anchor][not(ancestor::tei:seg[@v:differs])], $apart)
        else $shown"/>
  </xsl:template>

  <!-- words with quotation marks: what the witness reads instead of all of them brings its own marks if
       the lemma had any; of nothing, and of words that begin in what the reading replaces, there are
       none -->
  <xsl:template match="*[@v:marks]" mode="witness" as="node()*">
    <xsl:param name="own" as="map(xs:string, element(tei:rdg))" tunnel="yes"/>
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates mode="#current"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="v:is-replaced(., $content) or v:begins-outside(., $own)">
        <xsl:sequence select="$content"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy>
          <xsl:copy-of select="@*"/>
          <xsl:sequence select="$content"/>
        </xsl:copy>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- whether nothing is left of the words of an element but, perhaps, readings instead of lemmas that
       have such an element of their own -->
  <xsl:function name="v:is-replaced" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="readings" as="element(tei:seg)*"
        select="$content/descendant-or-self::tei:seg[@v:differs]"/>
    <xsl:variable name="lemmas" as="element(tei:lem)*"
        select="key('v:app', $readings/@v:entries, root($element))/tei:lem"/>
    <xsl:sequence select="
        normalize-space(string-join($content)) eq ''
        or normalize-space(string-join(
             $content/descendant-or-self::text()[not(ancestor::tei:seg[@v:differs])])) eq ''
           and $lemmas//*[@v:marks]/local-name() = local-name($element)"/>
  </xsl:function>

  <!-- whether the first words of an element are replaced by a reading that stands before it -->
  <xsl:function name="v:begins-outside" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="own" as="map(xs:string, element(tei:rdg))"/>
    <xsl:variable name="first" as="text()?"
        select="$element/descendant::text()[normalize-space()][1]"/>
    <xsl:variable name="parts" as="element(tei:seg)*"
        select="$first/ancestor::tei:seg[@v:entries][ancestor::* intersect $element]"/>
    <xsl:variable name="replaced" as="xs:string*"
        select="$parts/tokenize(@v:entries)[map:contains($own, .)]"/>
    <xsl:sequence select="
        exists($replaced)
        and not(every $id in $replaced
                satisfies $id = $element//tei:seg/tokenize(@v:starts))"/>
  </xsl:function>

  <xsl:template match="tei:seg[@v:entries]" mode="witness" as="node()*">
    <xsl:param name="own" as="map(xs:string, element(tei:rdg))" tunnel="yes"/>
    <xsl:variable name="absent" as="xs:boolean" select="accumulator-before('v:absent')"/>
    <xsl:variable name="differing" as="xs:string*"
        select="tokenize(@v:entries)[exists($own(.)[not($absent) or @v:reads and not(@v:source)])]"/>
    <xsl:variable name="starting" as="xs:string*"
        select="$differing[. = tokenize(current()/@v:starts)]"/>
    <xsl:variable name="space" as="xs:string*"
        select="tokenize(@v:space)[exists($differing) and v:is-at-edge(current(), ., $differing)]"/>
    <xsl:sequence select="v:space('before'[. = $space])"/>
    <xsl:sequence select="
        for $id in $starting
        return $own($id)[v:is-outermost(.., $differing ! $own(.)/..)] ! v:in-text(.)"/>
    <xsl:sequence select="v:space('after'[. = $space])"/>
    <xsl:choose>
      <xsl:when test="exists($differing)"/>
      <xsl:when test="$absent and v:names(., $witness)">
        <xsl:copy-of select="."/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- whether no reading in the place of more than this part of the text goes on beside it -->
  <xsl:function name="v:is-at-edge" as="xs:boolean">
    <xsl:param name="part" as="element(tei:seg)"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:param name="differing" as="xs:string*"/>
    <xsl:variable name="edge" as="attribute()?"
        select="if ($side eq 'before') then $part/@v:starts else $part/@v:ends"/>
    <xsl:sequence select="every $id in $differing satisfies contains-token($edge, $id)"/>
  </xsl:function>

  <xsl:function name="v:space" as="text()?">
    <xsl:param name="wanted" as="xs:string?"/>
    <xsl:if test="exists($wanted)">
      <xsl:value-of select="' '"/>
    </xsl:if>
  </xsl:function>

  <!-- the lemma is what the witness has, said in so many words -->
  <xsl:function name="v:names" as="xs:boolean">
    <xsl:param name="part" as="element(tei:seg)"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="
        key('v:app', tokenize($part/@v:entries), root($part))/tei:lem/@v:reads/tokenize(.) = $siglum"/>
  </xsl:function>

  <!-- a reading where it stands in the text of its witness: blocks as blocks, and what stands before,
       between and after them as parts of the text; the first part says where the entry is -->
  <xsl:function name="v:in-text" as="node()+">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:variable name="id" as="xs:string" select="$reading/../@v:id"/>
    <xsl:variable name="edges" as="xs:string*" select="tokenize($reading/@v:space)"/>
    <xsl:variable name="first" as="element()?" select="$reading/*[@v:block][1]"/>
    <xsl:sequence select="v:space('before'[. = $edges])"/>
    <tei:seg v:is="phrase" v:entries="{$id}" v:starts="{$id}" v:ends="{$id}" v:differs="true">
      <xsl:choose>
        <xsl:when test="$first">
          <xsl:sequence select="$first/preceding-sibling::node()"/>
        </xsl:when>
        <xsl:when test="v:is-lacuna($reading)">
          <xsl:sequence select="v:lacuna-sign()"/>
        </xsl:when>
        <xsl:when test="$reading/@v:letters">
          <xsl:apply-templates select="$reading/node()" mode="letters"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$reading/node()"/>
        </xsl:otherwise>
      </xsl:choose>
    </tei:seg>
    <xsl:for-each-group select="$first, $first/following-sibling::node()"
        group-adjacent="exists(self::*[@v:block])">
      <xsl:apply-templates select="if (current-grouping-key()) then current-group() else ()"
          mode="differing"/>
      <xsl:if test="not(current-grouping-key()) and normalize-space(string-join(current-group()))">
        <tei:seg v:is="phrase" v:entries="{$id}" v:differs="true">
          <xsl:sequence select="current-group()"/>
        </tei:seg>
      </xsl:if>
    </xsl:for-each-group>
    <xsl:sequence select="v:space('after'[. = $edges])"/>
  </xsl:function>

  <!-- a block that the witness has instead of the lemma -->
  <xsl:mode name="differing" on-no-match="fail"/>
  <xsl:template match="*" mode="differing" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="v:differs" select="'true'"/>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- part of a word, without the sign that says so -->
  <xsl:mode name="letters" on-no-match="shallow-copy"/>
  <xsl:template match="text()" mode="letters" as="text()?">
    <xsl:value-of select="translate(., '°', '')"/>
  </xsl:template>

  <!-- the reading the witness has by the id of each entry in which it departs from the lemma -->
  <xsl:function name="v:own-readings" as="map(xs:string, element(tei:rdg))">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:variable name="entries" as="element(tei:app)*" select="
        $document/tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app
          [not(@v:series = ('sources', 'parallels', 'testimonia'))][not(@v:fault)]"/>
    <xsl:sequence select="
        map:merge($entries ! (for $own in v:own-reading(.) return map { string(@v:id): $own }))"/>
  </xsl:function>

  <!-- what the witness has instead of the lemma: the reading that names it, else what all sources
       have against the edition -->
  <xsl:function name="v:own-reading" as="element(tei:rdg)?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="
        ($entry/tei:rdg[contains-token(@v:reads, $witness)],
         $entry[not(contains-token(tei:lem/@v:reads, $witness))]
           /tei:rdg[@v:source][not(@v:wit)])[1]"/>
  </xsl:function>

  <!-- whether an entry lies within none of the others -->
  <xsl:function name="v:is-outermost" as="xs:boolean">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="others" as="element(tei:app)*"/>
    <xsl:sequence select="every $other in $others satisfies not(v:lies-within($entry, $other))"/>
  </xsl:function>

  <!-- of two with the same extent the later lies within the earlier; one without text lies within
       those that had begun and not ended -->
  <xsl:function name="v:lies-within" as="xs:boolean">
    <xsl:param name="inner" as="element(tei:app)"/>
    <xsl:param name="outer" as="element(tei:app)"/>
    <xsl:variable name="starts" as="xs:integer"
        select="xs:integer($inner/@v:from) - xs:integer($outer/@v:from)"/>
    <xsl:variable name="ends" as="xs:integer"
        select="xs:integer($outer/@v:to) - xs:integer($inner/@v:to)"/>
    <xsl:sequence select="
        if ($inner is $outer) then false()
        else if ($inner/@v:from = $inner/@v:to) then contains-token($inner/@v:within, $outer/@v:id)
        else $starts ge 0 and $ends ge 0
             and (not($starts eq 0 and $ends eq 0) or $outer &lt;&lt; $inner)"/>
  </xsl:function>
</xsl:stylesheet>
