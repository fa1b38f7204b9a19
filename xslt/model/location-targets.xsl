<?xml version="1.0" encoding="UTF-8"?>
<!-- What a location means: the blocks or the line that an entry names. -->
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

  <!-- the entries that name a location -->
  <xsl:key name="v:located-entry" match="tei:app[@loc | @n]"
      use="(@loc, @n) ! (., tokenize(., '\s*[-–]\s*')) ! v:location(.)"/>

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
        if ($place or count($ends) ne 2) then $place ! v:with-parts(.) else v:blocks-between($entry, $ends)"/>
  </xsl:function>

  <!-- of the blocks a location can mean one in the section whose list has the entry, if there is any,
       and of these the one that has the lemma, else the first -->
  <xsl:function name="v:place" as="element()?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:param name="location" as="xs:string"/>
    <xsl:variable name="all" as="element()*"
        select="key('v:location', v:location($location), root($entry))"/>
    <xsl:variable name="near" as="element()*"
        select="if (count($all) le 1) then () else $all[ancestor::* intersect v:section-of-list($entry)]"/>
    <xsl:variable name="places" as="element()*" select="if (exists($near)) then $near else $all"/>
    <xsl:sequence select="
        if (count($places) le 1) then $places
        else ($places[exists(v:find($entry/tei:lem, v:searched(v:with-parts(.)), 0))], $places)[1]"/>
  </xsl:function>

  <xsl:key name="v:list" match="tei:anchor[@v:list]" use="@v:list"/>

  <!-- the part of the text to which the list of an entry belongs: one in `back` has the whole text -->
  <xsl:function name="v:section-of-list" as="element()?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="
        $entry/@v:list ! key('v:list', ., root($entry))[1]
          /ancestor::*[matches(local-name(), '^(div[1-7]?|front|body|text)$')][1]"/>
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
    <xsl:sequence select="if ($first and $last) then v:from-to($first, v:with-parts($last)[last()]) else ()"/>
  </xsl:function>

  <!-- a place with what else it consists of: the other parts of a verse that several speakers share -->
  <xsl:function name="v:with-parts" as="element()+">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="verses" as="map(*)" select="v:alike(root($place), 'l')"/>
    <xsl:sequence select="
        $place,
        $place/self::tei:l[@part = 'I'] ! v:parts-from(., $verses?all, $verses?places(generate-id()) + 1)"/>
  </xsl:function>

  <xsl:function name="v:parts-from" as="element(tei:l)*">
    <xsl:param name="first" as="element(tei:l)"/>
    <xsl:param name="verses" as="element(tei:l)*"/>
    <xsl:param name="at" as="xs:integer?"/>
    <xsl:variable name="next" as="element(tei:l)?" select="
        $at ! $verses[$at][@part = ('M', 'F')][not(@n != $first/@n)]"/>
    <xsl:sequence select="$next, $next[@part = 'M'] ! v:parts-from($first, $verses, $at + 1)"/>
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
</xsl:stylesheet>
