<?xml version="1.0" encoding="UTF-8"?>
<!-- Step 3: entries that name only a place. Their lemma is looked for in the block, or the line, that
     has the number; where it is found the text is cut and anchors are set, as for other entries. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- text nodes in which a lemma begins or ends are cut there; everything else stays -->
  <xsl:mode name="locate" on-no-match="shallow-copy"/>

  <xsl:template match="text()" mode="locate" as="node()*">
    <xsl:param name="cuts" as="map(xs:string, map(*)*)" tunnel="yes"/>
    <xsl:variable name="text" as="xs:string" select="."/>
    <xsl:variable name="own" as="map(*)*" select="sort($cuts(generate-id()), (), v:cut-order#1)"/>
    <xsl:for-each select="$own">
      <xsl:variable name="at" as="xs:integer" select="position()"/>
      <xsl:variable name="from" as="xs:integer" select="($own[$at - 1]?offset, 0)[1]"/>
      <xsl:value-of select="substring($text, $from + 1, ?offset - $from)"/>
      <xsl:sequence select="?anchor"/>
    </xsl:for-each>
    <xsl:value-of select="substring($text, ($own[last()]?offset, 0)[1] + 1)"/>
  </xsl:template>

  <!-- the document with anchors for entries that name a place; itself where there are none -->
  <xsl:function name="v:with-locations" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="cuts" as="map(xs:string, map(*)*)" select="v:cuts($document)"/>
    <xsl:variable name="cut" as="document-node()">
      <xsl:document>
        <xsl:if test="map:size($cuts) gt 0">
          <xsl:apply-templates select="$document/*" mode="locate">
            <xsl:with-param name="cuts" tunnel="yes" select="$cuts"/>
          </xsl:apply-templates>
        </xsl:if>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="if (map:size($cuts) gt 0) then $cut else $document"/>
  </xsl:function>

  <!-- by offset; what ends there comes before what begins there -->
  <xsl:function name="v:cut-order" as="xs:integer+">
    <xsl:param name="cut" as="map(*)"/>
    <xsl:sequence select="$cut?offset, $cut?rank"/>
  </xsl:function>

  <!-- the cuts of each text node, by generate-id() -->
  <xsl:function name="v:cuts" as="map(xs:string, map(*)*)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="cuts" as="map(*)*">
      <xsl:for-each-group select="$document//tei:standOff[@v:part = 'apparatus']//tei:app[@v:loc]"
          group-by="generate-id(v:place(.))">
        <xsl:sequence select="v:located(current-group(), v:place(.))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:map>
      <xsl:for-each-group select="$cuts" group-by="?node">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- of the places a location can mean, the one that has the lemma, else the first -->
  <xsl:function name="v:place" as="element()?" cache="yes">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="places" as="element()*" select="key('v:location', $entry/@v:loc, root($entry))"/>
    <xsl:sequence select="
        ($places[contains(string-join(v:texts-of(.)), v:wanted($entry/tei:lem))], $places)[1]"/>
  </xsl:function>

  <!-- what of a lemma is to be looked for: the sign that it is part of a word is not -->
  <xsl:function name="v:wanted" as="xs:string">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:sequence select="normalize-space(translate($lemma, '°', ''))"/>
  </xsl:function>

  <!-- what a location can name: a verse, paragraph or line, by its own number, by each part of a
       number that equates two counts (1v4=4), or with the numbers of what it stands in -->
  <xsl:key name="v:location"
      match="(tei:l | tei:p | tei:ab | tei:lb | tei:div | tei:lg | tei:seg)[@n][ancestor::tei:text]"
      use="v:locations(.)"/>

  <xsl:function name="v:locations" as="xs:string+">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="numbers" as="xs:string+" select="$block/ancestor-or-self::tei:*[@n]/@n"/>
    <xsl:sequence select="
        for $from in 1 to count($numbers)
        return v:location(string-join(subsequence($numbers, $from), '.')),
        $block/@n[contains(., '=')] ! tokenize(., '=') ! v:location(.)"/>
  </xsl:function>

  <!-- the numbers of a location, whatever words and signs stand between them; else its words -->
  <xsl:function name="v:location" as="xs:string">
    <xsl:param name="location" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*"
        select="tokenize($location, '[\s.,:;/\-–#]+')[. ne '']"/>
    <xsl:variable name="numbers" as="xs:string*" select="$parts[matches(., '\d')]"/>
    <xsl:sequence select="string-join(if (exists($numbers)) then $numbers else $parts, '.')"/>
  </xsl:function>

  <!-- the cuts for the entries of one location, in the order in which their lemmas follow -->
  <xsl:function name="v:located" as="map(*)*">
    <xsl:param name="entries" as="element(tei:app)+"/>
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="texts" as="text()*" select="$place ! v:texts-of(.)"/>
    <xsl:variable name="string" as="xs:string" select="string-join($texts)"/>
    <xsl:if test="exists($texts)">
      <xsl:iterate select="$entries">
        <xsl:param name="from" as="xs:integer" select="0"/>
        <xsl:variable name="found" as="xs:integer+" select="v:find(tei:lem, $string, $from)"/>
        <xsl:sequence select="v:cut-at($texts, $found[1], v:start-of(.), 1)"/>
        <xsl:sequence select="v:cut-at($texts, $found[2], v:end-of(.),
            if ($found[1] eq $found[2]) then 2 else 0)"/>
        <xsl:next-iteration>
          <xsl:with-param name="from" select="if ($found[1] eq $found[2]) then $from else $found[1]"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:if>
  </xsl:function>

  <xsl:function name="v:start-of" as="element(tei:anchor)">
    <xsl:param name="entry" as="element(tei:app)"/>
    <tei:anchor v:start="{$entry/@v:key}"/>
  </xsl:function>

  <xsl:function name="v:end-of" as="element(tei:anchor)">
    <xsl:param name="entry" as="element(tei:app)"/>
    <tei:anchor v:end="{$entry/@v:key}"/>
  </xsl:function>

  <!-- the text nodes of a place; a line goes from its `lb` to the next -->
  <xsl:function name="v:texts-of" as="text()*">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
        if ($place[self::tei:lb]) then
          let $line := $place/ancestor::tei:*[self::tei:ab or self::tei:p or self::tei:div][1]
                       //text()[. >> $place],
              $next := $place/ancestor::tei:*[self::tei:ab or self::tei:p or self::tei:div][1]
                       //tei:lb[. >> $place][1]
          return $line[empty($next) or . &lt;&lt; $next][not(ancestor::tei:note)]
        else $place//text()[not(ancestor::tei:note)]"/>
  </xsl:function>

  <!-- where a lemma begins and ends in a string: as a word from `from` on, else from the start,
       else as letters within a word; one without text after as many words as its @n says; not
       found: twice the end -->
  <xsl:function name="v:find" as="xs:integer+">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:param name="string" as="xs:string"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:variable name="wanted" as="xs:string" select="v:wanted($lemma)"/>
    <xsl:variable name="end" as="xs:integer" select="string-length($string)"/>
    <xsl:variable name="words" as="xs:integer?" select="$lemma/@n[. castable as xs:integer]"/>
    <xsl:choose>
      <xsl:when test="$wanted eq ''">
        <xsl:variable name="at" as="xs:integer"
            select="if (exists($words)) then v:after-words($string, $words) else $end"/>
        <xsl:sequence select="$at, $at"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="at" as="xs:integer?" select="
            (v:word-at($string, $wanted, if (exists($words)) then 0 else $from, ($words, 1)[1]),
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
      <xsl:variable name="whole" as="xs:boolean" select="
          not(matches(substring($string, $at, 1), '\p{L}'))
          and not(matches(substring($string, $at + string-length($wanted) + 1, 1), '\p{L}'))"/>
      <xsl:sequence select="
          if ($whole and $nth eq 1) then $at
          else v:word-at($string, $wanted, $at + 1, if ($whole) then $nth - 1 else $nth)"/>
    </xsl:if>
  </xsl:function>

  <!-- the offset after so many words -->
  <xsl:function name="v:after-words" as="xs:integer">
    <xsl:param name="string" as="xs:string"/>
    <xsl:param name="words" as="xs:integer"/>
    <xsl:variable name="before" as="xs:string" select="
        if ($words eq 0) then ''
        else replace($string, '^(\s*(\S+\s+){' || $words - 1 || '}\S+).*$', '$1', 's')"/>
    <xsl:sequence select="string-length($before)"/>
  </xsl:function>

  <!-- one cut: the text node that holds the offset, and the offset within it -->
  <xsl:function name="v:cut-at" as="map(*)?">
    <xsl:param name="texts" as="text()+"/>
    <xsl:param name="offset" as="xs:integer"/>
    <xsl:param name="anchor" as="element(tei:anchor)"/>
    <xsl:param name="rank" as="xs:integer"/>
    <xsl:iterate select="$texts">
      <xsl:param name="before" as="xs:integer" select="0"/>
      <xsl:variable name="after" as="xs:integer" select="$before + string-length(.)"/>
      <xsl:variable name="here" as="xs:boolean"
          select="if ($rank eq 0) then $offset le $after else $offset lt $after"/>
      <xsl:choose>
        <xsl:when test="$here or position() eq last()">
          <xsl:break select="map { 'node': generate-id(.), 'offset': $offset - $before,
                                   'rank': $rank, 'anchor': $anchor }"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:next-iteration>
            <xsl:with-param name="before" select="$after"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>
</xsl:stylesheet>
