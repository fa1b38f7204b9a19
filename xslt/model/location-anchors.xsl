<?xml version="1.0" encoding="UTF-8"?>
<!-- Step 3: entries that name only a place, such as the number of a line. Their lemma is searched for
     at that place; where it is found, anchors are set around it, as step 1 does for other entries. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- 1  text nodes in which a lemma begins or ends are cut there
       2  entries on whole blocks begin before their first and end after their last; one without
          text at the beginning or end of a block is the first or last in it
       3  everything else stays
       Tunnel parameter: `cuts`, anchors by generate-id() of a node. -->
  <xsl:mode name="location-anchors" on-no-match="shallow-copy"/>

  <xsl:template match="text()" mode="location-anchors" as="node()*">
    <xsl:param name="cuts" as="map(xs:string, map(*)*)" tunnel="yes"/>
    <xsl:variable name="text" as="xs:string" select="."/>
    <xsl:variable name="own" as="map(*)*" select="
        sort($cuts(generate-id()), (), function($cut) { $cut?offset, $cut?rank })"/>
    <xsl:for-each select="$own">
      <xsl:variable name="at" as="xs:integer" select="position()"/>
      <xsl:variable name="from" as="xs:integer" select="($own[$at - 1]?offset, 0)[1]"/>
      <xsl:value-of select="substring($text, $from + 1, ?offset - $from)"/>
      <xsl:sequence select="?anchor"/>
    </xsl:for-each>
    <xsl:value-of select="substring($text, ($own[last()]?offset, 0)[1] + 1)"/>
  </xsl:template>

  <xsl:template match="tei:p | tei:ab | tei:l | tei:lg | tei:div | tei:head" mode="location-anchors"
      as="element()+">
    <xsl:param name="cuts" as="map(xs:string, map(*)*)" tunnel="yes"/>
    <xsl:variable name="own" as="map(*)*" select="$cuts(generate-id())"/>
    <xsl:sequence select="$own[?side eq 'before']?anchor"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:sequence select="$own[?side eq 'first']?anchor"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:sequence select="$own[?side eq 'last']?anchor"/>
    </xsl:copy>
    <xsl:sequence select="$own[?side eq 'after']?anchor"/>
  </xsl:template>

  <!-- the document with anchors for entries that name a place; itself where there are none -->
  <xsl:function name="v:with-location-anchors" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="cuts" as="map(xs:string, map(*)*)" select="v:cuts($document)"/>
    <xsl:variable name="cut" as="document-node()">
      <xsl:document>
        <xsl:if test="map:size($cuts) gt 0">
          <xsl:apply-templates select="$document/*" mode="location-anchors">
            <xsl:with-param name="cuts" tunnel="yes" select="$cuts"/>
          </xsl:apply-templates>
        </xsl:if>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="if (map:size($cuts) gt 0) then $cut else $document"/>
  </xsl:function>

  <!-- the cuts of each node, by generate-id() -->
  <xsl:function name="v:cuts" as="map(xs:string, map(*)*)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="entries" as="element(tei:app)*" select="
        $document/tei:TEI/tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app[@v:loc]"/>
    <xsl:variable name="cuts" as="map(*)*">
      <xsl:for-each-group select="$entries" group-by="string-join(v:places(.) ! generate-id())">
        <xsl:variable name="places" as="element()*" select="v:places(.)"/>
        <xsl:sequence select="
            if (exists($places)) then v:located(current-group(), $places) else ()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:map>
      <xsl:for-each-group select="$cuts" group-by="?node">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- the anchors for the entries of one location: first where each begins and ends, then, in
       one walk over the text, the node that each of these offsets falls in -->
  <xsl:function name="v:located" as="map(*)*">
    <xsl:param name="entries" as="element(tei:app)+"/>
    <xsl:param name="places" as="element()+"/>
    <xsl:variable name="whole" as="element(tei:app)*" select="$entries[v:is-of-blocks(.)]"/>
    <xsl:for-each select="$whole">
      <xsl:variable name="added" as="xs:boolean" select="normalize-space(tei:lem) eq ''"/>
      <xsl:sequence select="
          map { 'node': generate-id(if ($added) then $places[last()] else $places[1]),
                'side': if ($added) then 'after' else 'before', 'anchor': v:start-of(., false()) },
          map { 'node': generate-id($places[last()]), 'side': 'after',
                'anchor': v:end-of(., false()) }"/>
    </xsl:for-each>
    <xsl:variable name="searched" as="map(*)" select="v:searched($places)"/>
    <xsl:variable name="runs" as="map(*)*" select="$searched?runs"/>
    <xsl:variable name="offsets" as="map(*)*"
        select="v:offsets($entries except $whole, $searched)"/>
    <xsl:sequence select="v:at-edges($places, $runs, $offsets[?side])"/>
    <xsl:sequence select="if (exists($runs)) then v:cut($runs, $offsets[not(?side)]) else ()"/>
  </xsl:function>

  <!-- the anchors of entries without text at the beginning or end of their place -->
  <xsl:function name="v:at-edges" as="map(*)*">
    <xsl:param name="places" as="element()+"/>
    <xsl:param name="runs" as="map(*)*"/>
    <xsl:param name="offsets" as="map(*)*"/>
    <xsl:variable name="blocks" as="map(xs:string, element())" select="map {
        'first': if (exists($runs)) then v:block-of($runs[1]?node) else $places[1],
        'last': if (exists($runs)) then v:block-of($runs[last()]?node) else $places[last()] }"/>
    <xsl:sequence select="
        $offsets ! map { 'node': generate-id($blocks(?side)), 'side': ?side, 'anchor': ?anchor }"/>
  </xsl:function>

  <!-- readings that hold blocks are attached beside blocks -->
  <xsl:function name="v:is-of-blocks" as="xs:boolean">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="
        exists($entry/(tei:lem | tei:rdg)[v:holds-units(.)])"/>
  </xsl:function>

  <!-- where entries begin and end; a lemma is looked for after the one before it -->
  <xsl:function name="v:offsets" as="map(*)*">
    <xsl:param name="entries" as="element(tei:app)*"/>
    <xsl:param name="searched" as="map(*)"/>
    <xsl:variable name="end" as="xs:integer" select="$searched?length"/>
    <xsl:variable name="own" as="xs:string" select="substring($searched?string, 1, $end)"/>
    <xsl:iterate select="$entries">
      <xsl:param name="from" as="xs:integer" select="0"/>
      <!-- where the entry before added words -->
      <xsl:param name="added" as="xs:integer" select="-1"/>
      <xsl:variable name="found" as="xs:integer+"
          select="(v:find(tei:lem, $searched, $from), $end, $end)[position() le 2]"/>
      <xsl:variable name="empty" as="xs:boolean" select="$found[1] eq $found[2]"/>
      <xsl:variable name="rank" as="xs:integer" select="if ($found[1] lt $end) then 2 else 1"/>
      <xsl:variable name="side" as="xs:string?" select="
          if (not($empty) or v:places(.)/self::tei:lb) then ()
          else ('first'[$found[1] eq 0 and $end gt 0], 'last'[$found[1] eq $end])[1]"/>
      <xsl:variable name="before" as="xs:string" select="
          if ($empty and $found[1] eq $added) then '+' else substring($own, $found[1], 1)"/>
      <xsl:variable name="start" as="element()" select="
          v:start-of(., v:lacks-space(., 'before', $before))"/>
      <xsl:variable name="stop" as="element()" select="
          v:end-of(., v:lacks-space(., 'after', substring($own, $found[1] + 1, 1)))"/>
      <xsl:sequence select="
          map { 'at': $found[1], 'rank': ($rank[$empty], 3)[1], 'anchor': $start,
                'side': $side },
          map { 'at': $found[2], 'rank': ($rank[$empty], 0)[1], 'anchor': $stop,
                'side': $side }"/>
      <xsl:next-iteration>
        <xsl:with-param name="from" select="if ($empty) then $from else $found[1]"/>
        <xsl:with-param name="added" select="if ($empty) then $found[1] else -1"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- offsets in the whole text become offsets in its nodes: what ends stays in the node before, what
       begins, and what has no text but at the end, goes to the one after -->
  <xsl:function name="v:cut" as="map(*)*">
    <xsl:param name="runs" as="map(*)+"/>
    <xsl:param name="offsets" as="map(*)*"/>
    <xsl:iterate select="sort($offsets, (), function($offset) { $offset?at, $offset?rank })">
      <xsl:param name="run" as="xs:integer" select="1"/>
      <xsl:param name="begins" as="xs:integer" select="0"/>
      <xsl:variable name="found" as="xs:integer+"
          select="v:run-at($runs, $run, $begins, ?at + (if (?rank ge 2) then 1 else 0))"/>
      <xsl:sequence select="
          map { 'node': generate-id($runs[$found[1]]?node), 'anchor': ?anchor, 'rank': ?rank,
                'offset': $runs[$found[1]]?before
                    + max((0, min((string-length($runs[$found[1]]?text), ?at - $found[2])))) }"/>
      <xsl:next-iteration>
        <xsl:with-param name="run" select="$found[1]"/>
        <xsl:with-param name="begins" select="$found[2]"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- the number of the run that reaches `offset`, or the break after it does, from `run` on, and
       where its text begins -->
  <xsl:function name="v:run-at" as="xs:integer+">
    <xsl:param name="runs" as="map(*)+"/>
    <xsl:param name="run" as="xs:integer"/>
    <xsl:param name="begins" as="xs:integer"/>
    <xsl:param name="offset" as="xs:integer"/>
    <xsl:variable name="next" as="xs:integer" select="
        $begins + string-length($runs[$run]?text) + string-length($runs[$run + 1]?break)"/>
    <xsl:sequence select="
        if ($offset le $next or $run eq count($runs)) then ($run, $begins)
        else v:run-at($runs, $run + 1, $next, $offset)"/>
  </xsl:function>

  <!-- the anchors of an entry -->
  <xsl:function name="v:start-of" as="element(tei:anchor)">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="spaced" as="xs:boolean"/>
    <tei:anchor v:start="{$entry/@v:key}" v:located="true">
      <xsl:copy-of select="$entry/@v:present"/>
      <xsl:sequence select="v:spaced-anchor($spaced)"/>
    </tei:anchor>
  </xsl:function>

  <xsl:function name="v:end-of" as="element(tei:anchor)">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="spaced" as="xs:boolean"/>
    <tei:anchor v:end="{$entry/@v:key}">
      <xsl:copy-of select="$entry/@v:absent"/>
      <xsl:sequence select="v:spaced-anchor($spaced)"/>
    </tei:anchor>
  </xsl:function>

  <xsl:function name="v:spaced-anchor" as="attribute()?">
    <xsl:param name="spaced" as="xs:boolean"/>
    <xsl:if test="$spaced">
      <xsl:attribute name="v:space" select="'true'"/>
    </xsl:if>
  </xsl:function>

  <!-- what is added after words, of the text or of an addition, is a word of its own: whether neither
       they nor each reading have the space on this side that this needs -->
  <xsl:function name="v:lacks-space" as="xs:boolean">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:param name="beside" as="xs:string"/>
    <xsl:sequence select="
        normalize-space($entry/tei:lem) eq '' and normalize-space($beside) ne ''
        and exists($entry/tei:rdg[normalize-space() ne ''][not(tokenize(@v:space) = $side)])"/>
  </xsl:function>
</xsl:stylesheet>
