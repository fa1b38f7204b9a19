<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions that the editors wrote, such as translations, introductions and commentaries: they
     stand in the edition, and in the text of no witness. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:l="urn:variorum:labels"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what editions call such divisions, by how a word of the type begins -->
  <xsl:variable name="v:editorial-types" as="xs:string" static="yes" select="
      '^(translation|traduction|traduzion|traducci|tradução|übersetzung|uebersetzung|perevod|перевод'
      || '|introduction|einleitung|введение|comment|kommentar|комментари|bibliograph|bibliografi|библиограф'
      || '|apparatus|apparat|editorial)'"/>

  <xsl:key name="v:unit" match="tei:body//(tei:p | tei:ab | tei:l | tei:item | tei:cell)" use="true()"/>

  <xsl:template match="(tei:div | tei:div1)[@type or @xml:lang or tei:listWit]" mode="reading-text"
      as="element()">
    <xsl:copy>
      <xsl:if test="exists(v:sigla(root())) and v:is-of-editors(.) and v:has-other-text(root())">
        <xsl:attribute name="v:editorial" select="'true'"/>
      </xsl:if>
      <xsl:if test="v:is-translation(.)">
        <xsl:attribute name="v:translates" select="'true'"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:sequence select="v:heading-of-type(.)"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- whether a division is of the editors: its type says so, or it is in another language than the
       text and says which parts of the text it corresponds to, or it lists the witnesses. An entry in it that names witnesses
       shows that they have it -->
  <xsl:function name="v:is-of-editors" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="main" as="xs:string?" select="v:language-of-text(root($division))"/>
    <xsl:variable name="translates" as="xs:boolean" select="
        exists($division[@corresp or */@corresp]/@xml:lang[not(v:primary-language(.) = $main)])
        and exists($main)"/>
    <xsl:sequence select="
        ($translates or exists($division/tei:listWit)
         or (some $word in tokenize(lower-case($division/@type), '[\s_.:/#-]+')
             satisfies matches($word, $v:editorial-types)))
        and empty($division//tei:app//@wit)"/>
  </xsl:function>

  <!-- whether a division translates the one before it -->
  <xsl:function name="v:is-translation" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="
        matches(lower-case($division/@type), '^(transl|tradu|übers|uebers|перевод|perevod)')
        and exists($division/preceding-sibling::*[local-name() = ('div', 'div1')])"/>
  </xsl:function>

  <!-- the headings of divisions that their type alone names, by its spellings -->
  <xsl:variable name="v:types-of-divisions" as="map(xs:string, xs:string)" static="yes" select="map {
      'edition': 'edition', 'original': 'original', 'translation': 'translation',
      'commentary': 'commentary', 'bibliography': 'bibliography', 'introduction': 'introduction',
      'enclosure': 'enclosure' }"/>

  <!-- such a heading, where a text without witnesses has several such divisions beside each other; what is
       enclosed with a letter has one after the letter -->
  <xsl:function name="v:heading-of-type" as="element(tei:head)?">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="type" as="xs:string?" select="$v:types-of-divisions(string($division/@type))"/>
    <xsl:if test="exists($type) and empty($division/tei:head) and normalize-space($division)
        and empty(v:sigla(root($division)))
        and (exists($division/../tei:div[@type = map:keys($v:types-of-divisions)][not(@type = $division/@type)])
             or $type eq 'enclosure' and exists($division/preceding-sibling::*[normalize-space()]))">
      <tei:head xml:lang="{$l:language}">
        <xsl:sequence select="v:generated('heading', l:label('division.' || $type))"/>
      </tei:head>
    </xsl:if>
  </xsl:function>

  <!-- the language of the text: that of its first division that names one, else its own -->
  <xsl:function name="v:language-of-text" as="xs:string?" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:variable name="text" as="element(tei:text)?" select="$document/*/tei:text[1]"/>
    <xsl:sequence select="
        ($text/tei:body/(tei:div | tei:div1)/@xml:lang, $text/tei:body/@xml:lang, $text/@xml:lang)[1]
        ! v:primary-language(.)"/>
  </xsl:function>

  <xsl:function name="v:primary-language" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="lower-case(tokenize($tag, '-')[1])"/>
  </xsl:function>

  <!-- whether the body holds anything else than such divisions: the text of an edition may itself be
       a commentary or a translation -->
  <xsl:function name="v:has-other-text" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="
        some $unit in key('v:unit', true(), $document)
        satisfies empty($unit/(ancestor::tei:div | ancestor::tei:div1)[v:is-of-editors(.)])"/>
  </xsl:function>

  <!-- of a finished model what translates the text, which stands in no witness -->
  <xsl:function name="v:kept-translations" as="element(tei:standOff)?">
    <xsl:param name="text" as="element(tei:text)*"/>
    <xsl:where-populated>
      <tei:standOff v:part="translation" v:is="silent">
        <xsl:apply-templates select="outermost($text//*[@v:editorial])[v:is-tied(.)]" mode="kept"/>
      </tei:standOff>
    </xsl:where-populated>
  </xsl:function>

  <!-- whether a part of the text says what it translates -->
  <xsl:function name="v:is-tied" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(@v:translates | descendant-or-self::*/@corresp))"/>
  </xsl:function>

  <!-- the places in what is kept are those of the text of the witness -->
  <xsl:mode name="kept" on-no-match="shallow-copy"/>
  <xsl:template match="tei:anchor" mode="kept"/>
</xsl:stylesheet>
