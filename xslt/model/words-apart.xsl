<?xml version="1.0" encoding="UTF-8"?>
<!-- Words that only the markup divides: nothing may join them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what has words that belong to none of those beside it: `<label>A.</label>Salve` -->
  <xsl:template match="tei:text//(tei:label | tei:stage | tei:speaker)" mode="reading-text" as="node()+">
    <xsl:sequence select="v:space('before'[v:ends-in-word(current()/preceding-sibling::node()[1])])"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
    <xsl:sequence select="v:space('after'[v:begins-with-word(current()/following-sibling::node()[1])])"/>
  </xsl:template>

  <!-- a break that is said to end a word (TEI P5, att.breaking) -->
  <xsl:template match="(tei:pb | tei:cb | tei:gb | tei:milestone)[@break = 'yes']" mode="reading-text" as="node()+">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- lines and names in which names, places and dates are divided by their tags alone -->
  <xsl:variable name="v:made-of-names" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('head byline signed salute persName placeName orgName geogName name author editor') ! map { . : true() })"/>

  <!-- what is made of phrases, each of which may stand on a line of its own -->
  <xsl:variable name="v:made-of-phrases" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('opener closer argument epigraph postscript address docImprint') ! map { . : true() })"/>

  <!-- to look here first spares most elements a closer look -->
  <xsl:variable name="v:may-hold-phrases" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(($v:made-of-names, $v:made-of-phrases,
                 tokenize('lem rdg sic corr orig reg') ! map { . : true() }))"/>

  <!-- such phrases, where nothing else stands between them: `<forename>Ann</forename><surname>Lee</surname>` -->
  <xsl:template match="tei:text//tei:*[map:contains($v:may-hold-phrases, local-name(..))][v:is-phrase-apart(.)]"
      mode="reading-text" priority="5" as="node()+">
    <xsl:sequence select="v:space('before')"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- titles within a title of the header -->
  <xsl:template match="tei:teiHeader//tei:title/tei:title[v:ends-in-word(preceding-sibling::node()[1])]"
      mode="reading-text" as="node()+">
    <xsl:sequence select="v:space('before')"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="v:is-phrase-apart" as="xs:boolean">
    <xsl:param name="phrase" as="element()"/>
    <xsl:variable name="before" as="element()?" select="
        $phrase/preceding-sibling::node()[not(self::comment() or self::processing-instruction())][1][self::*]"/>
    <xsl:variable name="whole" as="element()?" select="
        $before ! $phrase/ancestor::*[not(self::tei:app or self::tei:lem or self::tei:rdg or self::tei:rdgGrp
            or self::tei:choice or self::tei:sic or self::tei:corr or self::tei:orig or self::tei:reg)][1]"/>
    <xsl:variable name="name" as="xs:string" select="string($whole ! local-name())"/>
    <xsl:sequence select="
        (map:contains($v:made-of-phrases, $name)
         or map:contains($v:made-of-names, $name) and v:is-part-of-line($phrase) and v:is-part-of-line($before)
            and not(v:is-of-unspaced($before) and v:is-of-unspaced($phrase)))
        and matches(v:words-of-neighbour($before), '[\w.,;:!?)]$') and v:begins-with-word($phrase)
        and not(v:is-composed($whole) or v:has-own-words($whole))"/>
  </xsl:function>

  <!-- whether words are written without spaces between them -->
  <xsl:function name="v:is-of-unspaced" as="xs:boolean">
    <xsl:param name="words" as="element()"/>
    <xsl:sequence select="matches($words, $v:unspaced)"/>
  </xsl:function>

  <!-- verses in `ab` are a stanza -->
  <xsl:template match="tei:ab[tei:l or tei:app//tei:l][not(text()[normalize-space()])]"
      mode="reading-text" as="element(tei:lg)">
    <tei:lg>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </tei:lg>
  </xsl:template>

  <xsl:function name="v:ends-in-word" as="xs:boolean">
    <xsl:param name="neighbour" as="node()?"/>
    <xsl:sequence select="matches(v:words-of-neighbour($neighbour), '[\w.,;:!?”’»)]$')"/>
  </xsl:function>

  <xsl:function name="v:begins-with-word" as="xs:boolean">
    <xsl:param name="neighbour" as="node()?"/>
    <xsl:sequence select="matches(v:words-of-neighbour($neighbour), '^[\w“‘«(]')"/>
  </xsl:function>

  <xsl:function name="v:words-of-neighbour" as="xs:string">
    <xsl:param name="neighbour" as="node()?"/>
    <xsl:sequence select="string($neighbour[self::text() or self::*][not(self::tei:note)])"/>
  </xsl:function>
</xsl:stylesheet>
