<?xml version="1.0" encoding="UTF-8"?>
<!-- Step 4: numbers and ids that every output shares, pointers resolved, and the text of each entry
     wrapped in segments. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:accumulator name="v:notes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="tei:text//tei:note" select="$value + 1"/>
  </xsl:accumulator>

  <!-- paragraphs of the text, wherever they stand -->
  <xsl:accumulator name="v:blocks" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="(tei:p | tei:ab)[v:is-text(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- paragraphs of the body, which are numbered for the reader; a text that is quoted or floats in
       another goes on with the numbers around it -->
  <xsl:accumulator name="v:paragraphs" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="tei:body[not(ancestor::tei:body)]" select="0"/>
    <xsl:accumulator-rule match="(tei:p | tei:ab)[v:is-text(.)][ancestor::tei:body][not(ancestor::*/@v:translates)]"
        select="$value + 1"/>
  </xsl:accumulator>

  <!-- paragraphs of a translation, which are numbered as what they translate -->
  <xsl:accumulator name="v:translated" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="*[@v:translates]" select="0"/>
    <xsl:accumulator-rule match="(tei:p | tei:ab)[ancestor::*/@v:translates]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- verses, from one division or poem to the next; a verse's own number is taken up -->
  <xsl:accumulator name="v:verse-numbers" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule select="0" match="
        tei:body | *[@v:is = 'division'] | tei:lg[tei:head][tei:lg][not(ancestor::tei:lg)]"/>
    <xsl:accumulator-rule match="tei:l[not(@part = ('M', 'F'))]" select="
        if (@n castable as xs:integer) then xs:integer(@n) else $value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="v:verses" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="tei:text//tei:l" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="v:divisions" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="tei:div | tei:div1 | tei:div2 | tei:div3" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="v:poems" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="tei:lg[tei:head]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- divisions around a place that have a heading: those without one do not count -->
  <xsl:accumulator name="v:depth" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="*[tei:head/@v:is = 'heading']" select="$value + 1"/>
    <xsl:accumulator-rule match="*[tei:head/@v:is = 'heading']" select="$value - 1" phase="end"/>
  </xsl:accumulator>

  <xsl:accumulator name="v:mentions" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule select="$value + 1" match="
        tei:*[@ref or @key or @corresp or @sameAs or @source or @who or @nymRef][ancestor::tei:text]
             [exists(v:entities(.))]"/>
  </xsl:accumulator>

  <!-- 1  notes, paragraphs, verses, divisions and heads get @v:n, @v:id, @v:level
       2  pointers to register entries are resolved; mentions in the text are counted
       3  the text that entries cover is wrapped; the entries are put in the order of the text
       Tunnel parameter: `extents`, of v:extents(). -->
  <xsl:mode name="number" on-no-match="shallow-copy" use-accumulators="#all"/>

  <xsl:template match="tei:*[@ref or @key or @corresp or @sameAs or @source or @who or @nymRef]" mode="number"
      as="element()" priority="2">
    <xsl:copy>
      <xsl:apply-templates select="." mode="numbers"/>
      <xsl:sequence select="v:entity-attributes(.)"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:note | tei:p | tei:ab | tei:l | tei:div | tei:div1 | tei:div2 | tei:div3
      | tei:head | tei:lg[tei:head] | tei:item" mode="number" as="element()" priority="1">
    <xsl:copy>
      <xsl:apply-templates select="." mode="numbers"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text()[exists(accumulator-before('v:open'))][not(ancestor::tei:note)]"
      mode="number" as="node()+">
    <xsl:apply-templates select="." mode="segment"/>
  </xsl:template>

  <!-- a picture has no words in which it could be seen that an entry covers it -->
  <xsl:template match="(tei:figure | tei:graphic | tei:media)[exists(accumulator-before('v:open'))][not(ancestor::tei:note)]"
      mode="number" as="element()" priority="1">
    <xsl:param name="extents" as="map(xs:string, map(xs:string, item()))" tunnel="yes"/>
    <xsl:variable name="around" as="xs:string*" select="accumulator-before('v:open')[. = current()/accumulator-after('v:open')]"/>
    <xsl:copy>
      <xsl:attribute name="v:covered-by" select="v:ids($around ! $extents(.))"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- the entries of a note are known by the note -->
  <xsl:template match="tei:note//tei:anchor[@v:start or @v:end]" mode="number" priority="1"
      as="empty-sequence()"/>

  <xsl:template match="tei:anchor[@v:start or @v:end]" mode="number" as="element()*">
    <xsl:sequence select="@v:present ! v:event(.)"/>
    <xsl:apply-templates select="." mode="segment"/>
    <xsl:sequence select="@v:absent ! v:event(.)"/>
  </xsl:template>

  <xsl:template match="tei:anchor[@v:list]" mode="number" as="empty-sequence()"/>

  <!-- where witnesses begin or end -->
  <xsl:function name="v:event" as="element(tei:anchor)">
    <xsl:param name="sigla" as="attribute()"/>
    <tei:anchor v:is="anchor">
      <xsl:sequence select="$sigla"/>
    </tei:anchor>
  </xsl:function>

  <!-- the numbers an element is given -->
  <xsl:mode name="numbers" on-no-match="deep-skip" use-accumulators="#all"/>

  <xsl:template match="tei:text//tei:note" mode="numbers" as="attribute()*" priority="1">
    <xsl:attribute name="v:n" select="accumulator-before('v:notes')"/>
    <xsl:attribute name="v:id" select="v:own-id('note-' || accumulator-before('v:notes'), .)"/>
  </xsl:template>

  <xsl:template match="(tei:p | tei:ab)[v:is-text(.)]" mode="numbers" as="attribute()*">
    <xsl:attribute name="v:id" select="v:block-id(.)"/>
    <xsl:sequence select="v:block-number(.)"/>
  </xsl:template>

  <xsl:template match="tei:text//tei:l" mode="numbers" as="attribute()*">
    <!-- the later parts of a verse have no number of their own -->
    <xsl:variable name="number" as="xs:string?" select="
        v:verse-number(.)[not(current()/@part = ('M', 'F')
                              and . = string(current()/accumulator-before('v:verse-numbers')))]"/>
    <xsl:if test="exists($number)">
      <xsl:attribute name="v:n" select="$number"/>
      <xsl:if test="v:has-own-numbers-only(.)">
        <xsl:attribute name="v:shown" select="'true'"/>
      </xsl:if>
    </xsl:if>
    <xsl:attribute name="v:id" select="v:block-id(.)"/>
  </xsl:template>

  <xsl:template match="tei:text//tei:div | tei:div1 | tei:div2 | tei:div3" mode="numbers"
      as="attribute()*">
    <xsl:attribute name="v:id"
        select="(@xml:id, v:own-id('div-' || accumulator-before('v:divisions'), .))[1]"/>
    <xsl:sequence select="v:section-witnesses(.), v:name-in-contents(.)"/>
  </xsl:template>

  <xsl:template match="tei:text//tei:lg[tei:head]" mode="numbers" as="attribute()*">
    <xsl:attribute name="v:id" select="(@xml:id, v:own-id('lg-' || accumulator-before('v:poems'), .))[1]"/>
    <xsl:sequence select="v:name-in-contents(.)"/>
  </xsl:template>

  <xsl:template match="tei:head[@v:is = 'heading']" mode="numbers" as="attribute()*">
    <xsl:attribute name="v:level" select="accumulator-before('v:depth')"/>
  </xsl:template>

  <!-- the number of what a paragraph corresponds to; where it names nothing, that of the paragraph in the
       same place of the division before -->
  <xsl:function name="v:translated-number" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="translation" as="element()"/>
    <xsl:variable name="source" as="element()?" select="
        v:bare($block/@corresp)[1] ! key('v:id', ., root($block))
          [self::tei:p or self::tei:ab][not(ancestor::*/@v:translates)][1]"/>
    <xsl:sequence select="
        if ($source) then string(v:block-number($source))
        else string($translation/preceding-sibling::*[@v:is = 'division'][not(@v:translates)][normalize-space()][1]
                      /accumulator-before('v:paragraphs')
                    + $block/accumulator-before('v:translated'))"/>
  </xsl:function>

  <!-- the number of a verse: its own, else the one it has by counting -->
  <xsl:function name="v:verse-number" as="xs:string?">
    <xsl:param name="verse" as="element(tei:l)"/>
    <xsl:sequence select="
        ($verse/@n ! string(.),
         $verse[not(v:has-own-numbers-only(.))] ! string(accumulator-before('v:verse-numbers')))[1]"/>
  </xsl:function>

  <!-- whether some verses of a section have numbers that counting does not lead to: then no other
       verse of it is given a number -->
  <xsl:function name="v:has-own-numbers-only" as="xs:boolean">
    <xsl:param name="verse" as="element(tei:l)"/>
    <xsl:sequence select="
        $verse/ancestor::*[self::tei:body or self::tei:text or @v:is = 'division'][1] ! v:is-sparsely-numbered(.)"/>
  </xsl:function>

  <xsl:function name="v:is-sparsely-numbered" as="xs:boolean" cache="yes">
    <xsl:param name="section" as="element()"/>
    <xsl:variable name="verses" as="element(tei:l)*" select="
        $section//tei:l[not(@part = ('M', 'F'))]
          [ancestor::*[self::tei:body or self::tei:text or @v:is = 'division'][1] is $section]"/>
    <xsl:variable name="first" as="xs:string?" select="$verses[1]/@n[. castable as xs:integer]"/>
    <xsl:variable name="counted" as="xs:integer*" select="
        fold-left($verses, ($first ! xs:integer(.) - 1, 0)[1], function($count, $next) {
          if (empty($count)) then ()
          else if (not($next/@n castable as xs:integer) or $next/@n = string($count + 1)) then $count + 1
          else () })"/>
    <xsl:sequence select="exists($verses[@n]) and exists($verses[not(@n)]) and empty($counted)"/>
  </xsl:function>

  <!-- running text: in `text`, and no commentary on it -->
  <xsl:function name="v:is-text" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/ancestor::tei:text) and empty($element/ancestor::tei:note)"/>
  </xsl:function>

  <xsl:function name="v:block-id" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        string(($block/@xml:id,
                $block[self::tei:l] ! v:own-id('l-' || accumulator-before('v:verses'), .),
                $block ! v:own-id('p-' || accumulator-before('v:blocks'), .))[1])"/>
  </xsl:function>

  <xsl:function name="v:block-number" as="attribute()?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="number" as="xs:string?" select="
        ($block/@n ! string(.),
         $block[self::tei:l] ! v:verse-number(.),
         $block[not(self::tei:l)]/ancestor::*[@v:translates][1] ! v:translated-number($block, .),
         $block[not(self::tei:l)][ancestor::tei:body] ! string(accumulator-before('v:paragraphs')))[1]"/>
    <xsl:if test="exists($number)">
      <xsl:attribute name="v:n" select="$number"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
