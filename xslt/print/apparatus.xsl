<?xml version="1.0" encoding="UTF-8"?>
<!-- The critical apparatus: the printed lines of the model, keyed by the number of the block an
     entry stands in. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- where the words of an entry are: its lemma leads back to the end of their first part. The page
       shows nothing of where others end, of which entries one without words stands in, and of where
       witnesses begin and end; the proof asks for it -->
  <xsl:template match="tei:text//tei:seg[@v:starts or @v:ends]" mode="content" priority="15"
      as="text()*">
    <xsl:variable name="starts" as="xs:string*" select="tokenize(@v:starts)"/>
    <xsl:variable name="ends" as="xs:string*" select="tokenize(@v:ends)[not(. = $starts)]"/>
    <xsl:variable name="within" as="xs:string" select="string-join(v:around(.), ' ')"/>
    <xsl:text>{string-join($starts ! ('#app(' || t:arguments((
        t:string(.), t:argument('within', $within))) || ')['))}</xsl:text>
    <xsl:next-match/>
    <xsl:text>{string-join($starts ! ']')}</xsl:text>
    <xsl:text>{string-join($ends ! ('#app-end(' || t:string(.) || ')'))}</xsl:text>
  </xsl:template>

  <xsl:template match="tei:text//tei:anchor[@v:present]" mode="content" as="text()">
    <xsl:text>#presence(begins: {t:string(@v:present)})</xsl:text>
  </xsl:template>
  <xsl:template match="tei:text//tei:anchor[@v:absent]" mode="content" as="text()">
    <xsl:text>#presence(ends: {t:string(@v:absent)})</xsl:text>
  </xsl:template>

  <!-- the line of an entry is that of the first word of its lemma. The mark follows the word: before it,
       it would belong to the line above -->
  <xsl:key name="t:starting" match="tei:text//tei:seg[@v:starts]" use="
      descendant::text()[normalize-space()][ancestor::tei:note[1] is current()/ancestor::tei:note[1]
        or empty(ancestor::tei:note) and empty(current()/ancestor::tei:note)][1] ! generate-id(.)"/>

  <xsl:template match="tei:text//text()[key('t:starting', generate-id())]" mode="content"
      as="text()">
    <xsl:variable name="words" as="xs:string"
        select="v:curl(., accumulator-before('v:character-before'))"/>
    <xsl:variable name="parts" as="element()*"
        select="analyze-string($words, $t:first-word, 's')//fn:group"/>
    <xsl:variable name="ids" as="xs:string" select="
        string-join(key('t:starting', generate-id()) ! tokenize(@v:starts), ' ')"/>
    <xsl:text>{t:markup($parts[1])}#first({t:string($ids)})[{t:markup($parts[2])}]{t:markup($parts[3])}</xsl:text>
  </xsl:template>

  <!-- what comes before the first word, the word, and the rest. A Chinese or Japanese word has no end
       that shows: there it is the first character; where there is no word, the first sign -->
  <xsl:variable name="t:first-word" static="yes" as="xs:string" select="
      '^(\s*[^\p{L}\p{N}\s]*)([&#x3040;-&#x30FF;&#x3400;-&#x9FFF;&#xF900;-&#xFAFF;]|[\p{L}\p{M}\p{N}]+)(.*)$'
      || '|^(\s*)(\S)(.*)$'"/>

  <!-- 1  the layers: a list for each series of entries; in it those that have no place stand last
       2  one call for each block that has entries
       3  an entry is its printed line -->
  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="apparatus" as="text()*">
    <xsl:if test="tei:listApp/tei:app">
      <xsl:text>&#10;#apparatus([{t:curled(l:label('apparatus'))}], [{
          t:curled(l:label('print.apparatus-guide'))}],&#10;</xsl:text>
      <xsl:for-each-group select="tei:listApp/tei:app" group-by="@v:series">
        <xsl:sort select="xs:integer(@v:rank)"/>
        <xsl:text>layer([{t:curled(@v:title)}],&#10;</xsl:text>
        <xsl:for-each-group group-adjacent="string(@v:place)" select="
            current-group()[@v:from], current-group()[not(@v:from)]">
          <xsl:text>apparatus-block({t:string(@v:place)},&#10;</xsl:text>
          <xsl:apply-templates select="current-group()" mode="apparatus"/>
          <xsl:text>),&#10;</xsl:text>
        </xsl:for-each-group>
        <xsl:text>),&#10;</xsl:text>
      </xsl:for-each-group>
      <xsl:text>)&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:app" mode="apparatus" as="text()*">
    <xsl:variable name="lemma" as="element(v:lemma)" select="v:printed-entry/v:lemma"/>
    <xsl:variable name="unshown" as="xs:string" select="string-join(v:unshown-sigla(.), ' ')"/>
    <xsl:text>  apparatus-entry({t:string(@v:id)}</xsl:text>
    <xsl:text>{', linked: false'[not(t:is-run($lemma) and $lemma/node())]}</xsl:text>
    <xsl:text>{', placed: false'[exists(current()/(@v:fault, @v:in-note))]}</xsl:text>
    <xsl:text>{@v:begins-in[current()/@v:in-note] ! (', ' || t:argument('note', .))}</xsl:text>
    <xsl:text>{$unshown[.] ! (', ' || t:argument('witnesses', .))}, [</xsl:text>
    <xsl:apply-templates select="$lemma/node()" mode="run"/>
    <xsl:text>], [</xsl:text>
    <xsl:apply-templates select="$lemma/following-sibling::node()" mode="run"/>
    <xsl:text>]),&#10;</xsl:text>
  </xsl:template>

  <!-- words on one line, whatever they were in the text, and the parts of a printed line -->
  <xsl:mode name="run" on-no-match="fail"/>

  <xsl:template match="node()" mode="run" as="text()*">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>

  <xsl:template match="*[@v:block or not(t:is-run(.))]" mode="run" as="text()*">
    <xsl:apply-templates mode="run"/>
  </xsl:template>

  <!-- the lemma and the readings of a printed line have no marks of ours: what is quoted there is told
       by its look -->
  <xsl:template match="*[@v:is = ('quotation', 'so-called', 'gloss')][not(@v:marks)]
      [ancestor::v:printed-entry][t:is-run(.)]"
      mode="run" as="text()*">
    <xsl:text>#emph[</xsl:text>
    <xsl:apply-templates mode="run"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- what is said of the lemma; and after the bracket, of an entry without readings -->
  <xsl:template match="v:reading" mode="run" priority="1" as="text()*">
    <xsl:apply-templates mode="run"/>
  </xsl:template>

  <!-- a reading: its words, and what is said of them -->
  <xsl:template match="v:reading[preceding-sibling::text()][exists(v:shown-reading(.))]" mode="run"
      priority="2" as="text()*">
    <xsl:variable name="rdg" as="element(tei:rdg)" select="v:shown-reading(.)"/>
    <xsl:variable name="unseen" as="xs:string" select="t:arguments((
        'sources: true'[v:is-of-sources($rdg)],
        t:argument('not-last', string-join(v:other-states($rdg), ' ')),
        'letters: true'[$rdg/@v:letters]))"/>
    <xsl:text>#reading{$unseen[.] ! ('(' || . || ')')}[</xsl:text>
    <xsl:apply-templates select="v:content/node()" mode="run"/>
    <xsl:text>][</xsl:text>
    <xsl:apply-templates select="node() except v:content" mode="run"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="tei:pc[@v:generated = ('separator', 'beside')]" mode="run" as="text()">
    <xsl:text>#{@v:generated}[{t:markup(.)}]</xsl:text>
  </xsl:template>

  <xsl:template match="v:abbr | v:resp | v:remark | v:nth" mode="run" priority="1" as="text()*">
    <xsl:text>#{local-name()}[</xsl:text>
    <xsl:apply-templates mode="run"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="v:unit" mode="run" priority="1" as="text()*">
    <xsl:text>#told-unit[</xsl:text>
    <xsl:apply-templates mode="run"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:function name="t:siglum" as="xs:string">
    <xsl:param name="printed" as="xs:string"/>
    <xsl:sequence select="string-join(v:siglum-runs($printed,
        function($text) { '#super[' || t:curled($text) || ']' }, t:curled#1))"/>
  </xsl:function>

  <!-- a siglum leads to its witness where the sigla are explained -->
  <xsl:template match="v:siglum" mode="run" priority="1" as="text()*">
    <xsl:variable name="known" as="xs:boolean" select="
        t:has-conspectus(root()/tei:TEI) and exists(key('v:witness', @ref))"/>
    <xsl:text>#siglum({if ($known) then t:string(@ref) else 'none'})[{t:siglum(.)}]</xsl:text>
  </xsl:template>
</xsl:stylesheet>
