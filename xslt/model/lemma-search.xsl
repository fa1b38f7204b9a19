<?xml version="1.0" encoding="UTF-8"?>
<!-- Looks for a lemma in the text of the blocks, or of the line, that its entry names. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what a lemma is looked for in: the `runs` of text of a place and their `string`. Its own text
       ends at `length`; a lemma that begins in a line may run over into the next -->
  <xsl:function name="v:searched" as="map(*)" cache="yes">
    <xsl:param name="places" as="element()+"/>
    <xsl:variable name="own" as="node()*" select="($places ! v:texts-of(.)) | ()"/>
    <xsl:variable name="runs" as="map(*)*" select="v:runs(($own, v:texts-after($places[last()])))"/>
    <xsl:sequence select="map {
        'runs': $runs, 'string': string-join($runs ! (?break || ?text)),
        'length': string-length(string-join(v:runs($own) ! (?break || ?text))) }"/>
  </xsl:function>

  <!-- the text of a place, line ends and spaces too; a line goes from its `lb` to the next -->
  <xsl:function name="v:texts-of" as="node()*">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
        if ($place/self::tei:lb) then v:nodes-by-line(v:section($place))(generate-id($place))
        else $place//(text() | tei:lb | tei:space | tei:caesura)[not(ancestor::tei:note)]"/>
  </xsl:function>

  <xsl:function name="v:texts-after" as="node()*">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="lines" as="map(*)" select="v:alike(root($place), 'lb')"/>
    <xsl:variable name="next" as="element(tei:lb)?" select="
        $place/self::tei:lb ! subsequence($lines?all, $lines?places(generate-id()) + 1, 1)"/>
    <xsl:sequence select="$next ! v:nodes-by-line(v:section($place))(generate-id())"/>
  </xsl:function>

  <!-- what each line of a section holds, in whatever paragraphs, by generate-id() of its `lb` -->
  <xsl:function name="v:nodes-by-line" as="map(xs:string, node()+)" cache="yes">
    <xsl:param name="section" as="element()"/>
    <xsl:map>
      <xsl:for-each-group select="$section//(text() | tei:lb | tei:space | tei:caesura)[not(ancestor::tei:note)]"
          group-starting-with="tei:lb">
        <xsl:map-entry key="generate-id()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- the larger part of the document that an element stands in. It holds the last line that begins
       in it -->
  <xsl:function name="v:section" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/ancestor::*[matches(local-name(), '^(div[1-7]?|front|body|back|text|listApp|standOff)$')][1]"/>
  </xsl:function>

  <!-- texts as they are searched, white space collapsed: each run of text with its `node`, the
       characters of it that stand `before`, and the `break` before it, a space where a block
       begins, or a line, unless it goes on with a word -->
  <xsl:function name="v:runs" as="map(*)*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:iterate select="$nodes">
      <xsl:param name="block" as="element()?" select="()"/>
      <xsl:param name="apart" as="xs:boolean" select="false()"/>
      <xsl:param name="after-space" as="xs:boolean" select="true()"/>
      <xsl:variable name="own" as="element()?" select="self::text() ! v:block-of(.)"/>
      <xsl:variable name="break" as="xs:string" select="
          if ($own and ($apart or not($own is $block)) and not($after-space)
              and not(v:starts-with-space(.))) then ' ' else ''"/>
      <xsl:variable name="runs" as="map(*)*"
          select="self::text() ! v:runs-of(., $break, $after-space)"/>
      <xsl:sequence select="$runs"/>
      <xsl:next-iteration>
        <xsl:with-param name="block" select="($own, $block)[1]"/>
        <xsl:with-param name="apart"
            select="self::*[not(@break = 'no')] or $apart and empty($runs)"/>
        <xsl:with-param name="after-space" select="
            if (empty($runs)) then $after-space else ends-with($runs[last()]?text, ' ')"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- the runs of one text node: one, unless it has white space to collapse -->
  <xsl:function name="v:runs-of" as="map(*)*">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="break" as="xs:string"/>
    <xsl:param name="after-space" as="xs:boolean"/>
    <xsl:choose>
      <xsl:when test="
          not(matches($text, '\s\s|[\t\n\r]') or $after-space and starts-with($text, ' '))">
        <xsl:sequence select="
            map { 'node': $text, 'before': 0, 'text': string($text), 'break': $break }"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:iterate select="analyze-string($text, '\s+')/*">
          <xsl:param name="before" as="xs:integer" select="0"/>
          <xsl:variable name="space" as="xs:boolean" select="normalize-space() eq ''"/>
          <xsl:sequence select="
              map { 'node': $text, 'before': $before, 'break': if ($before eq 0) then $break else '',
                    'text': if ($space) then ' ' else string() }
                [not($space and $after-space and $before eq 0)]"/>
          <xsl:next-iteration>
            <xsl:with-param name="before" select="$before + string-length()"/>
          </xsl:next-iteration>
        </xsl:iterate>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="v:block-of" as="element()">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="
        ($text/ancestor::*[$v:elements(local-name())?holds = 'words'][1], $text/..)[1]"/>
  </xsl:function>

  <!-- a lemma as it is looked for; ° says that it is part of a word -->
  <xsl:function name="v:wanted" as="xs:string">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:variable name="parts" as="xs:string*" select="
        $lemma//(text() | tei:lb[not(@break = 'no')] | tei:space | tei:caesura | tei:gap[@reason = 'ellipsis'])
          ! (if (self::text()) then string() else if (self::tei:gap) then ' … ' else ' ')"/>
    <xsl:sequence select="normalize-space(string-join($parts))"/>
  </xsl:function>

  <xsl:function name="v:letters" as="xs:string">
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:sequence select="normalize-space(translate($wanted, '°', ''))"/>
  </xsl:function>

  <!-- where a lemma begins and ends in what is searched: the time its @n says, else as a word from
       `from` on, else from the start, else as letters within a word; one without text after as
       many words as its @n says; what is no more than a remark is about the whole place; nothing where it is not found -->
  <xsl:function name="v:find" as="xs:integer*">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:param name="searched" as="map(*)"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:variable name="wanted" as="xs:string" select="v:wanted($lemma)"/>
    <xsl:variable name="letters" as="xs:string" select="v:letters($wanted)"/>
    <xsl:variable name="string" as="xs:string" select="$searched?string"/>
    <xsl:variable name="n" as="xs:integer?" select="$lemma/@n[. castable as xs:integer]"/>
    <xsl:choose>
      <xsl:when test="$letters eq ''">
        <xsl:variable name="own" as="xs:string" select="substring($string, 1, $searched?length)"/>
        <xsl:variable name="at" as="xs:integer"
            select="if (exists($n)) then v:after-words($own, $n) else $searched?length"/>
        <xsl:sequence select="if ($lemma[@v:from-text][not(../tei:rdg)]) then (0, $searched?length) else ($at, $at)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="at" as="xs:integer?" select="
            (v:word-at($string, $wanted, if (exists($n)) then 0 else $from, ($n, 1)[1]),
             v:word-at($string, $wanted, 0, 1),
             string-length(substring-before($string, $letters))[contains($string, $letters)])
              [. lt $searched?length][1]"/>
        <xsl:sequence select="
            if (empty($at)) then v:find-ends($wanted, $searched, $from, ($n, 1)[1])
            else ($at, $at + string-length($letters))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- the signs that words of a lemma are left out: dots, in brackets or not, and dashes -->
  <xsl:variable name="v:ellipsis" as="xs:string" static="yes"
      select="'\s*(\[?\s*(…|\.\s?\.\s?\.)\s*\]?|—)\s*|\s[\-–]\s'"/>

  <!-- the same of a lemma of which only the first and the last words are given, with such a sign between them -->
  <xsl:function name="v:find-ends" as="xs:integer*">
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:param name="searched" as="map(*)"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:param name="nth" as="xs:integer"/>
    <xsl:variable name="ends" as="xs:string*" select="tokenize($wanted, $v:ellipsis)[v:letters(.) ne '']"/>
    <xsl:variable name="string" as="xs:string" select="$searched?string"/>
    <xsl:if test="exists($ends) and matches($wanted, $v:ellipsis)">
      <xsl:variable name="at" as="xs:integer?" select="
          (v:word-at($string, $ends[1], if ($nth gt 1) then 0 else $from, $nth), v:word-at($string, $ends[1], 0, 1))
            [. lt $searched?length][1]"/>
      <xsl:variable name="last" as="xs:integer?"
          select="if (count($ends) eq 1) then $at else $at ! v:word-at($string, $ends[last()], . + string-length(v:letters($ends[1])), 1)"/>
      <xsl:sequence select="$last ! ($at, . + string-length(v:letters($ends[last()])))"/>
    </xsl:if>
  </xsl:function>

  <!-- the offset of the n-th time `wanted` stands in `string` as a word or words of its own, or
       where it has ° as a part of one -->
  <xsl:function name="v:word-at" as="xs:integer?">
    <xsl:param name="string" as="xs:string"/>
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:param name="nth" as="xs:integer"/>
    <xsl:variable name="letters" as="xs:string" select="v:letters($wanted)"/>
    <xsl:variable name="rest" as="xs:string" select="substring($string, $from + 1)"/>
    <xsl:if test="contains($rest, $letters)">
      <xsl:variable name="at" as="xs:integer"
          select="$from + string-length(substring-before($rest, $letters))"/>
      <xsl:variable name="end" as="xs:integer" select="$at + string-length($letters)"/>
      <xsl:variable name="here" as="xs:boolean" select="
          v:divided(substring($string, $at, 2)[$at gt 0], starts-with($wanted, '°'))
          and v:divided(substring($string, $end, 2), ends-with($wanted, '°'))"/>
      <xsl:sequence select="
          if ($here and $nth eq 1) then $at
          else v:word-at($string, $wanted, $at + 1, if ($here) then $nth - 1 else $nth)"/>
    </xsl:if>
  </xsl:function>

  <!-- whether the two characters at an end of a lemma are not letters of one word, or, where a
       part of a word is wanted, the word goes on -->
  <xsl:function name="v:divided" as="xs:boolean">
    <xsl:param name="pair" as="xs:string?"/>
    <xsl:param name="part" as="xs:boolean"/>
    <xsl:sequence select="
        if ($part) then matches($pair, '^\S\S$')
        else not(matches($pair, '^[\p{L}\p{M}\p{N}]{2}$'))"/>
  </xsl:function>

  <!-- the offset after so many words -->
  <xsl:function name="v:after-words" as="xs:integer">
    <xsl:param name="string" as="xs:string"/>
    <xsl:param name="words" as="xs:integer"/>
    <xsl:variable name="before" as="xs:string" select="
        if ($words eq 0) then ''
        else replace($string, '^((\s*\S+){' || $words || '}).*$', '$1', 's')"/>
    <xsl:sequence select="string-length($before)"/>
  </xsl:function>
</xsl:stylesheet>
