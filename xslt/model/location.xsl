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
        else ($places[contains(string-join(v:texts-of(.)), v:wanted($entry/tei:lem))], $places)[1]"/>
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
    <xsl:sequence select="
        if (empty($first) or empty($last)) then ()
        else ($first,
              ($first/following-sibling::*[node-name() eq node-name($first)]
                 [. &lt;&lt; $last or . is $last],
               $last[not(.. is $first/..)]))"/>
  </xsl:function>

  <!-- the text nodes of a place; a line goes from its `lb` to the next -->
  <xsl:function name="v:texts-of" as="text()*">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
        if ($place[self::tei:lb]) then
          let $within := $place/ancestor::tei:*[self::tei:ab or self::tei:p or self::tei:div][1],
              $next := ($within//tei:lb[. >> $place])[1]
          return $within//text()[. >> $place][empty($next) or . &lt;&lt; $next][not(ancestor::tei:note)]
        else $place//text()[not(ancestor::tei:note)]"/>
  </xsl:function>

  <!-- what of a lemma is to be looked for: the sign that it is part of a word is not -->
  <xsl:function name="v:wanted" as="xs:string">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:sequence select="normalize-space(translate($lemma, '°', ''))"/>
  </xsl:function>

  <!-- where a lemma begins and ends in a string: the time its @n says, else as a word from `from`
       on, else from the start, else as letters within a word; one without text after as many
       words as its @n says; not found: twice the end -->
  <xsl:function name="v:find" as="xs:integer+">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:param name="string" as="xs:string"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:variable name="wanted" as="xs:string" select="v:wanted($lemma)"/>
    <xsl:variable name="end" as="xs:integer" select="string-length($string)"/>
    <xsl:variable name="n" as="xs:integer?" select="$lemma/@n[. castable as xs:integer]"/>
    <xsl:choose>
      <xsl:when test="$wanted eq ''">
        <xsl:variable name="at" as="xs:integer"
            select="if (exists($n)) then v:after-words($string, $n) else $end"/>
        <xsl:sequence select="$at, $at"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="at" as="xs:integer?" select="
            (v:word-at($string, $wanted, if (exists($n)) then 0 else $from, ($n, 1)[1]),
             v:word-at($string, $wanted, 0, 1),
             string-length(substring-before($string, $wanted))[contains($string, $wanted)])[1]"/>
        <xsl:sequence select="
            if (exists($at)) then ($at, $at + string-length($wanted)) else ($end, $end)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- the offset of the n-th time `wanted` stands in `string` as a word or words of its own -->
  <xsl:function name="v:word-at" as="xs:integer?">
    <xsl:param name="string" as="xs:string"/>
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:param name="nth" as="xs:integer"/>
    <xsl:variable name="rest" as="xs:string" select="substring($string, $from + 1)"/>
    <xsl:if test="contains($rest, $wanted)">
      <xsl:variable name="at" as="xs:integer"
          select="$from + string-length(substring-before($rest, $wanted))"/>
      <xsl:variable name="around" as="xs:string"
          select="substring($string, $at, string-length($wanted) + 2 - (if ($at eq 0) then 1 else 0))"/>
      <xsl:variable name="whole" as="xs:boolean"
          select="v:stands-alone((' '[$at eq 0] || $around), $wanted)"/>
      <xsl:sequence select="
          if ($whole and $nth eq 1) then $at
          else v:word-at($string, $wanted, $at + 1, if ($whole) then $nth - 1 else $nth)"/>
    </xsl:if>
  </xsl:function>

  <!-- whether no letter is joined to a letter of `wanted`, given with the characters around it -->
  <xsl:function name="v:stands-alone" as="xs:boolean">
    <xsl:param name="around" as="xs:string"/>
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:variable name="last" as="xs:integer" select="string-length($wanted) + 1"/>
    <xsl:sequence select="
        not(matches(substring($around, 1, 2), '^[\p{L}\p{M}\p{N}]{2}'))
        and not(matches(substring($around, $last, 2), '^[\p{L}\p{M}\p{N}]{2}'))"/>
  </xsl:function>

  <!-- the offset after so many words and the space that follows -->
  <xsl:function name="v:after-words" as="xs:integer">
    <xsl:param name="string" as="xs:string"/>
    <xsl:param name="words" as="xs:integer"/>
    <xsl:variable name="before" as="xs:string" select="
        if ($words eq 0) then ''
        else replace($string, '^((\s*\S+){' || $words || '}\s?).*$', '$1', 's')"/>
    <xsl:sequence select="string-length($before)"/>
  </xsl:function>
</xsl:stylesheet>
