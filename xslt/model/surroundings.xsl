<?xml version="1.0" encoding="UTF-8"?>
<!-- What a printed lemma needs to know of the words around it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- letters of scripts that put spaces between words: not Thai, Lao, Tibetan, Burmese, Khmer, Japanese,
       Chinese. Saxon must not be asked for their blocks by name: it prints what it loads -->
  <xsl:variable name="v:letter-of-word" as="xs:string" static="yes" select="
      '[\p{L}\p{M}\p{N}-[&#xE00;-&#xFFF;&#x1000;-&#x109F;&#x1780;-&#x17FF;&#x3040;-&#x30FF;&#x3400;-&#x4DBF;&#x4E00;-&#x9FFF;&#xF900;-&#xFAFF;]]'"/>

  <!-- for a lemma whose words recur in the block, which of them it is; for one that is empty or no
       more than marks, the word it follows; for part of a word, where the word goes on -->
  <xsl:function name="v:surroundings" as="attribute()*">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:param name="block" as="element()"/>
    <xsl:param name="offset" as="xs:integer"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($lemma)"/>
    <xsl:variable name="text" as="xs:string" select="v:block-text($block)"/>
    <xsl:choose>
      <xsl:when test="$words eq ''">
        <xsl:sequence select="v:nearest-word(v:words-between($block, $offset - 60, $offset),
                                          v:words-between($block, $offset, $offset + 60))"/>
      </xsl:when>
      <xsl:when test="not(matches($words, '[\p{L}\p{M}\p{N}]'))">
        <xsl:variable name="before" as="xs:string"
            select="(v:words-of(v:words-between($block, $offset - 60, $offset))[last()], '')[1]"/>
        <xsl:variable name="near" as="xs:string" select="substring($text, max((1, $offset - 59)), min((60, $offset)))"/>
        <xsl:if test="$before ne '' and not($lemma//@v:generated)">
          <xsl:attribute name="v:beside"
              select="$before || replace($near, '^.*[\p{L}\p{M}\p{N}]', '', 's')"/>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="v:nth($words, $block, $text, $offset), v:word-goes-on($words, $block, $offset)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- for an empty lemma the word that it follows, or at the beginning the one that it precedes -->
  <xsl:function name="v:nearest-word" as="attribute()">
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="after" as="xs:string"/>
    <xsl:variable name="last" as="xs:string?" select="v:words-of($before)[last()]"/>
    <xsl:attribute name="{if ($last) then 'v:after' else 'v:before'}"
        select="($last, v:words-of($after)[1], '')[1]"/>
  </xsl:function>

  <xsl:function name="v:words-of" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="tokenize($text, '[^\p{L}\p{M}\p{N}]+')[. ne '']"/>
  </xsl:function>

  <!-- which of equal words it is -->
  <xsl:function name="v:nth" as="attribute()?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="block" as="element()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="offset" as="xs:integer"/>
    <xsl:choose>
      <xsl:when test="not(v:is-long($text) or contains(substring-after($text, $words), $words))"/>
      <xsl:when test="matches($words, '^[\p{L}\p{M}\p{N}]+$')">
        <xsl:variable name="places" as="xs:integer*" select="
            if (substring(v:own-text($block), $offset + 1, string-length($words)) ne $words
                or v:word-places($block)($words) ! map:contains(., $offset))
            then v:word-places($block)($words) ! map:keys(.)
            else v:places-in-words($words, $block, $offset)"/>
        <xsl:if test="count($places) gt 1">
          <xsl:attribute name="v:nth" select="count($places[. le $offset])"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="contains($words, ' ') and contains(substring-after($text, $words), $words)">
        <!-- what stands between two of them is the end of the one and the beginning of the other -->
        <xsl:variable name="doubled" as="function(xs:string) as xs:string"
            select="function($string as xs:string) as xs:string { replace($string, '[^\p{L}\p{M}\p{N}]', '$0$0') }"/>
        <xsl:variable name="regex" as="xs:string" select="
            '[^\p{L}\p{M}\p{N}]' || replace($doubled($words), '([\\.*+?^${}()|\[\]-])', '\\$1') || '([^\p{L}\p{M}\p{N}]|$)'"/>
        <xsl:if test="count(tokenize($doubled(' ' || $text), $regex)) gt 2">
          <xsl:attribute name="v:nth"
              select="count(tokenize($doubled(' ' || substring($text, 1, $offset + string-length($words))), $regex)) - 1"/>
        </xsl:if>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- the offsets of equal beginnings of words, or of equal ends of words, as which `words` stand at an offset;
       in scripts without spaces between words those of the same letters anywhere -->
  <xsl:function name="v:places-in-words" as="xs:integer*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="block" as="element()"/>
    <xsl:param name="offset" as="xs:integer"/>
    <xsl:variable name="all" as="map(xs:string, map(xs:integer, xs:integer))" select="v:word-places($block)"/>
    <xsl:variable name="text" as="xs:string" select="v:own-text($block)"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($words)"/>
    <xsl:variable name="begun" as="xs:integer*" select="
        map:keys($all)[starts-with(., $words)][. ne $words] ! map:keys($all(.))"/>
    <xsl:variable name="ended" as="xs:integer*" select="
        for $word in map:keys($all)[ends-with(., $words)][. ne $words]
        return map:keys($all($word)) ! (. + string-length($word) - $length)"/>
    <xsl:sequence select="
        if (not(matches($words, $v:letter-of-word)))
          then fold-left(tokenize($text, $words), map { 'at': -$length, 'found': () }, function($state, $part) {
                 let $at := $state?at + $length + string-length($part)
                 return map { 'at': $at, 'found': ($state?found, $at) } })?found[position() lt last()]
        else ($begun[$begun = $offset], $ended[$ended = $offset][not($begun = $offset)])"/>
  </xsl:function>

  <!-- where the word of which it is a part goes on -->
  <xsl:function name="v:word-goes-on" as="attribute()?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="block" as="element()"/>
    <xsl:param name="offset" as="xs:integer"/>
    <xsl:variable name="text" as="xs:string" select="v:block-text($block)"/>
    <xsl:variable name="end" as="xs:integer" select="$offset + string-length($words)"/>
    <xsl:variable name="is-letter" as="function(xs:string) as xs:boolean"
        select="function($text as xs:string) as xs:boolean { matches($text, '^' || $v:letter-of-word) }"/>
    <xsl:variable name="last" as="xs:string" select="substring($words, string-length($words))"/>
    <xsl:variable name="joined" as="xs:string*" select="
        if (substring($text, $offset + 1, string-length($words)) ne $words) then ()
        else ('before'[$is-letter(substring($text, $offset, 1)) and $is-letter($words)]
                [not(v:ends-of-lines($block)($offset))],
              'after'[$is-letter(substring($text, $end + 1, 1)) and $is-letter($last)]
                [not(v:ends-of-lines($block)($end))])"/>
    <xsl:if test="exists($joined)">
      <xsl:attribute name="v:joined" select="$joined"/>
    </xsl:if>
  </xsl:function>

  <!-- the offsets at which lines, half-verses, quotations and blocks within the block end, and words with them -->
  <xsl:function name="v:ends-of-lines" as="map(xs:integer, xs:boolean)" cache="yes">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="start" as="xs:integer" select="$block/accumulator-before('v:characters')"/>
    <xsl:map>
      <xsl:for-each-group select="$block//(tei:lb | tei:caesura | tei:space)[not(@break = 'no')], $block//*[@v:block or @v:marks]"
          group-by="(accumulator-before('v:characters'), self::*[@v:block or @v:marks]/accumulator-after('v:characters')) ! (. - $start)">
        <xsl:map-entry key="current-grouping-key()" select="true()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:function name="v:block-text" as="xs:string" cache="yes">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="string-join($block//text()[not(ancestor::tei:note)])"/>
  </xsl:function>

  <!-- the same without what the edition adds: these are no words of the text -->
  <xsl:function name="v:own-text" as="xs:string" cache="yes">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        string-join($block//text()[not(ancestor::tei:note)]
                      ! (if (parent::*/@v:generated) then replace(., '.', $v:no-word, 's') else string(.)))"/>
  </xsl:function>

  <!-- a character that stands for what is no word -->
  <xsl:variable name="v:no-word" as="xs:string" static="yes" select="'&#xE000;'"/>

  <!-- the text between two offsets, with white space where a line or half-verse ends -->
  <xsl:function name="v:words-between" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:param name="to" as="xs:integer"/>
    <xsl:variable name="cuts" as="xs:integer+" select="
        $from, sort(map:keys(v:ends-of-lines($block))[. gt $from and . lt $to]), $to"/>
    <xsl:sequence select="
        string-join(for-each-pair($cuts, tail($cuts), function($start, $end) {
            substring(v:own-text($block), $start + 1, $end - $start) }), ' ')"/>
  </xsl:function>

  <!-- whether to look through the block for each lemma takes longer than to look up each word -->
  <xsl:function name="v:is-long" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="string-length($text) gt 1000"/>
  </xsl:function>

  <!-- for each word of a block the offsets at which it begins, each with its number among them -->
  <xsl:function name="v:word-places" as="map(xs:string, map(xs:integer, xs:integer))" cache="yes">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="cuts" as="xs:integer*" select="0, sort(map:keys(v:ends-of-lines($block))[. gt 0])"/>
    <xsl:variable name="words" as="map(xs:string, xs:anyAtomicType)*">
      <xsl:for-each select="1 to count($cuts)">
        <xsl:variable name="start" as="xs:integer" select="$cuts[current()]"/>
        <xsl:iterate select="analyze-string(
            substring(v:own-text($block), $start + 1, ($cuts[current() + 1], $start + string-length(v:own-text($block)))[1] - $start),
            '[\p{L}\p{M}\p{N}]+')/*">
          <xsl:param name="offset" as="xs:integer" select="$start"/>
          <xsl:sequence select="self::fn:match ! map { 'word': string(.), 'at': $offset }"
              xmlns:fn="http://www.w3.org/2005/xpath-functions"/>
          <xsl:next-iteration>
            <xsl:with-param name="offset" select="$offset + string-length()"/>
          </xsl:next-iteration>
        </xsl:iterate>
      </xsl:for-each>
    </xsl:variable>
    <xsl:map>
      <xsl:for-each-group select="$words" group-by="?word">
        <xsl:map-entry key="current-grouping-key()">
          <xsl:map>
            <xsl:for-each select="current-group()">
              <xsl:map-entry key="?at" select="position()"/>
            </xsl:for-each>
          </xsl:map>
        </xsl:map-entry>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>
</xsl:stylesheet>
