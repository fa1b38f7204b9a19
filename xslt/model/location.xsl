<?xml version="1.0" encoding="UTF-8"?>
<!-- What a location means, and where in its text a lemma stands. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what a location can name: a verse, paragraph or line, by its own number, by each part of a
       number that equates two counts (1v4=4), or with the numbers of what it stands in -->
  <xsl:key name="v:location"
      match="(tei:l | tei:p | tei:ab | tei:lb | tei:div | tei:lg | tei:seg)[@n][ancestor::tei:text]"
      use="v:locations(.)"/>

  <xsl:function name="v:locations" as="xs:string+">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="numbers" as="xs:string+" select="$block/ancestor-or-self::tei:*[@n]/@n"/>
    <!-- the number of a stanza may be left out between section and verse -->
    <xsl:variable name="without-stanza" as="xs:string+"
        select="$block/ancestor-or-self::tei:*[@n][not(self::tei:lg) or . is $block]/@n"/>
    <xsl:sequence select="distinct-values((
        for $from in 1 to count($numbers)
        return v:location(string-join(subsequence($numbers, $from), '.')),
        v:location(string-join($without-stanza, '.')),
        $block/@n[contains(., '=')] ! tokenize(., '=') ! v:location(.)))"/>
  </xsl:function>

  <!-- the numbers of a location, whatever words and signs stand between them; else its words -->
  <xsl:function name="v:location" as="xs:string">
    <xsl:param name="location" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*"
        select="tokenize($location, '[\s.,:;/\-–#]+')[. ne '']"/>
    <xsl:variable name="numbers" as="xs:string*" select="$parts[matches(., '\d')]"/>
    <xsl:sequence select="string-join(if (exists($numbers)) then $numbers else $parts, '.')"/>
  </xsl:function>

  <!-- the blocks an entry is about: those its location names, else those from one to another -->
  <xsl:function name="v:places" as="element()*" cache="yes">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="place" as="element()?" select="v:place($entry, $entry/@v:loc)"/>
    <xsl:variable name="ends" as="xs:string+" select="tokenize($entry/@v:loc, '\s*[-–]\s*')"/>
    <xsl:sequence select="
        if ($place or count($ends) ne 2) then $place else v:blocks-between($entry, $ends)"/>
  </xsl:function>

  <!-- of the blocks a location can mean, the one that has the lemma, else the first -->
  <xsl:function name="v:place" as="element()?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="location" as="xs:string"/>
    <xsl:variable name="places" as="element()*"
        select="key('v:location', v:location($location), root($entry))"/>
    <xsl:sequence select="
        if (count($places) le 1) then $places
        else ($places[exists(v:find($entry/tei:lem, v:searched(.), 0))], $places)[1]"/>
  </xsl:function>

  <!-- from 2.7 to 8 is from 2.7 to 2.8 -->
  <xsl:function name="v:blocks-between" as="element()*">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="ends" as="xs:string+"/>
    <xsl:variable name="from" as="xs:string+" select="tokenize(v:location($ends[1]), '\.')"/>
    <xsl:variable name="to" as="xs:string*" select="tokenize(v:location($ends[2]), '\.')"/>
    <xsl:variable name="shared" as="xs:string*"
        select="subsequence($from, 1, count($from) - count($to))"/>
    <xsl:variable name="first" as="element()?" select="v:place($entry, $ends[1])"/>
    <xsl:variable name="last" as="element()?"
        select="v:place($entry, string-join(($shared, $to), '.'))"/>
    <xsl:sequence select="if ($first and $last) then v:from-to($first, $last) else ()"/>
  </xsl:function>

  <!-- what has the same name between two elements, in whatever holds them -->
  <xsl:function name="v:from-to" as="element()+">
    <xsl:param name="first" as="element()"/>
    <xsl:param name="last" as="element()"/>
    <xsl:variable name="alike" as="map(*)" select="v:alike(root($first), local-name($first))"/>
    <xsl:variable name="ends" as="xs:integer*"
        select="($first, $last) ! $alike?places(generate-id())"/>
    <xsl:sequence select="
        $first,
        if (count($ends) eq 2) then subsequence($alike?all, $ends[1] + 1, $ends[2] - $ends[1])
        else $last"/>
  </xsl:function>

  <!-- all elements of a name in the text, and which in their order each is -->
  <xsl:function name="v:alike" as="map(*)" cache="yes">
    <xsl:param name="root" as="document-node()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="all" as="element()*" select="
        $root/tei:TEI/tei:text//tei:*[local-name() eq $name][not(ancestor::tei:note)]"/>
    <xsl:variable name="places" as="map(xs:string, xs:integer)">
      <xsl:map>
        <xsl:for-each select="$all">
          <xsl:map-entry key="generate-id()" select="position()"/>
        </xsl:for-each>
      </xsl:map>
    </xsl:variable>
    <xsl:sequence select="map { 'all': $all, 'places': $places }"/>
  </xsl:function>

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
        if ($place/self::tei:lb) then v:lines(v:section($place))(generate-id($place))
        else $place//(text() | tei:lb | tei:space)[not(ancestor::tei:note)]"/>
  </xsl:function>

  <xsl:function name="v:texts-after" as="node()*">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="lines" as="map(*)" select="v:alike(root($place), 'lb')"/>
    <xsl:variable name="next" as="element(tei:lb)?" select="
        $place/self::tei:lb ! subsequence($lines?all, $lines?places(generate-id()) + 1, 1)"/>
    <xsl:sequence select="$next ! v:lines(v:section($place))(generate-id())"/>
  </xsl:function>

  <!-- what each line of a section holds, in whatever paragraphs, by generate-id() of its `lb` -->
  <xsl:function name="v:lines" as="map(xs:string, node()+)" cache="yes">
    <xsl:param name="section" as="element()"/>
    <xsl:map>
      <xsl:for-each-group select="$section//(text() | tei:lb | tei:space)[not(ancestor::tei:note)]"
          group-starting-with="tei:lb">
        <xsl:map-entry key="generate-id()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- what holds the last line that begins in it -->
  <xsl:function name="v:section" as="element()">
    <xsl:param name="line" as="element(tei:lb)"/>
    <xsl:sequence select="
        $line/ancestor::*[matches(local-name(), '^(div[1-7]?|front|body|back|text)$')][1]"/>
  </xsl:function>

  <!-- a lemma as it is looked for; ° says that it is part of a word -->
  <xsl:function name="v:wanted" as="xs:string">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:variable name="parts" as="xs:string*" select="
        $lemma//(text() | tei:lb[not(@break = 'no')] | tei:space)
          ! (if (self::text()) then string() else ' ')"/>
    <xsl:sequence select="normalize-space(string-join($parts))"/>
  </xsl:function>

  <xsl:function name="v:letters" as="xs:string">
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:sequence select="normalize-space(translate($wanted, '°', ''))"/>
  </xsl:function>

  <!-- where a lemma begins and ends in what is searched: the time its @n says, else as a word from
       `from` on, else from the start, else as letters within a word; one without text after as
       many words as its @n says; nothing where it is not found -->
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
        <xsl:sequence select="$at, $at"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="at" as="xs:integer?" select="
            (v:word-at($string, $wanted, if (exists($n)) then 0 else $from, ($n, 1)[1]),
             v:word-at($string, $wanted, 0, 1),
             string-length(substring-before($string, $letters))[contains($string, $letters)])
              [. lt $searched?length][1]"/>
        <xsl:sequence select="$at ! (., . + string-length($letters))"/>
      </xsl:otherwise>
    </xsl:choose>
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
