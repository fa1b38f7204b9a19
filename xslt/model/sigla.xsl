<?xml version="1.0" encoding="UTF-8"?>
<!-- Witnesses: their sigla, their groups, and who is meant by a list of them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:key name="v:declared-witness" match="tei:listWit//tei:witness" use="true()"/>
  <xsl:key name="v:group" match="tei:listWit[@xml:id][tei:witness]" use="true()"/>

  <!-- the siglum of a witness: its xml:id, else its @n -->
  <xsl:function name="v:siglum" as="xs:string">
    <xsl:param name="witness" as="element(tei:witness)"/>
    <xsl:sequence select="string(($witness/@xml:id, $witness/@n)[1])"/>
  </xsl:function>

  <!-- the sigla of all witnesses, in the order of listWit -->
  <xsl:function name="v:sigla" as="xs:string*" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="key('v:declared-witness', true(), $document) ! v:siglum(.)[. ne '']"/>
  </xsl:function>

  <!-- what the files of each witness are called: its siglum without signs that no file name may have,
       told apart from others that are the same name on some system, and from the page of all -->
  <xsl:function name="v:file-names" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:map>
      <xsl:for-each-group select="distinct-values(v:sigla($document))"
          group-by="v:folded(v:safe-name(.))">
        <xsl:for-each select="current-group()">
          <xsl:variable name="suffix" as="xs:string"
              select="if (position() eq 1 and current-grouping-key() ne 'compare') then ''
                      else '~' || position()"/>
          <xsl:map-entry key="." select="v:safe-name(.) || $suffix"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:function name="v:safe-name" as="xs:string">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="
        replace(normalize-unicode($siglum),
          '[/\\:*?~&quot;&lt;&gt;|\p{Cc}&#x61C;&#x200E;&#x200F;&#x202A;-&#x202E;&#x2066;-&#x2069;]', '-')"/>
    <!-- in bytes, of which a name may have 255: with the document, the siglum and the kind -->
    <xsl:sequence select="
        if (string-length(encode-for-uri($name)) gt 90) then substring($name, 1, 20) else $name"/>
  </xsl:function>

  <!-- names of which this is the same are one where capital letters do not count -->
  <xsl:function name="v:folded" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="normalize-unicode(lower-case(upper-case($name)))"/>
  </xsl:function>

  <!-- the place of each siglum in listWit -->
  <xsl:function name="v:ranks" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:map>
      <xsl:for-each select="distinct-values(v:sigla($document))">
        <xsl:map-entry key="." select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- the members of each group that has a siglum of its own -->
  <xsl:function name="v:groups" as="map(xs:string, xs:string*)" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="
        map:merge(key('v:group', true(), $document)
                  ! map { string(@xml:id): .//tei:witness ! v:siglum(.) })"/>
  </xsl:function>

  <!-- the witnesses a reading names, bare, groups resolved, in the order of listWit; sigla that
       are not declared come last -->
  <xsl:function name="v:wit" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="named" as="xs:string*" select="v:named-sigla($reading)"/>
    <xsl:sequence select="
        if (empty($named)) then ()
        else if (exists($reading[self::tei:rdg]//tei:rdg))
        then v:ordered(($named, v:sigla-within($reading)), root($reading))[not(. = v:departing($reading))]
        else if ($named = map:keys(v:groups(root($reading))))
        then v:ordered($named, root($reading))[not(. = v:departing($reading))]
        else v:ordered($named, root($reading))"/>
  </xsl:function>

  <!-- of a reading of a family, the witnesses that entries within it name, such as its members, unless another
       reading of its own entry does; words from elsewhere have none there -->
  <xsl:function name="v:sigla-within" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="within" as="xs:string*" select="$reading[self::tei:rdg[not(@v:moved)]]//tei:rdg[not(ancestor::tei:note)] ! v:named-sigla(.)"/>
    <xsl:variable name="named" as="xs:string*" select="
        if (exists($within)) then v:readings($reading/ancestor::tei:app[1]) ! v:named-sigla(.) else ()"/>
    <xsl:sequence select="
        distinct-values($within)[not(. = v:ordered($named, root($reading)))][exists(v:named-sigla($reading))]"/>
  </xsl:function>

  <xsl:function name="v:named-sigla" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="list" as="element(tei:wit)?"
        select="$reading[not(@wit)]/(tei:wit, following-sibling::*[1]/self::tei:wit)[1]"/>
    <xsl:sequence select="
        if ($list) then v:sigla-of-list($list)
        else v:sigla-of-wit(($reading/@wit, v:wit-of-group($reading))[1])"/>
  </xsl:function>

  <!-- of a reading of a group, the witnesses that depart from their group: another reading of the entry
       names them, and not as an earlier state or another hand -->
  <xsl:function name="v:departing" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="own" as="xs:string*" select="v:named-sigla($reading)"/>
    <xsl:sequence select="
        ($reading[self::tei:lem or self::tei:rdg]/ancestor::tei:app[1] ! v:readings(.) except $reading)
          [v:state(.) eq -1][not(v:of-reading(., 'hand') or v:of-reading(., 'resp'))]
          ! v:named-sigla(.)[not(. = $own)]"/>
  </xsl:function>

  <!-- the sigla of an attribute, which some editions divide by commas or by nothing: "#A, #B", "#A#B" -->
  <xsl:function name="v:sigla-of-wit" as="xs:string*">
    <xsl:param name="wit" as="attribute()?"/>
    <xsl:sequence select="
        tokenize(translate($wit, ',;', '  '))
          ! (if (starts-with(., '#')) then tokenize(., '#')[. ne ''] else v:bare(.))"/>
  </xsl:function>

  <!-- the witnesses of a list: what it points to, or calls by a siglum; where markup alone divides
       sigla, each of its texts is one -->
  <xsl:function name="v:sigla-of-list" as="xs:string*">
    <xsl:param name="list" as="element(tei:wit)"/>
    <xsl:variable name="called" as="map(xs:string, xs:string)" select="v:called(root($list))"/>
    <xsl:variable name="parts" as="xs:string*" select="
        $list/(descendant::text()[not(ancestor::tei:ref[@target])] | .//(tei:ref | tei:ptr)/@target)
          ! (self::text() ! string(), self::attribute() ! (' ' || string-join(v:bare(.), ' ') || ' '))"/>
    <xsl:variable name="words" as="function(xs:string) as xs:string*"
        select="function($text) { tokenize(translate($text, ',;', '  ')) }"/>
    <xsl:variable name="joined" as="xs:string*" select="$words(string-join($parts))"/>
    <xsl:variable name="apart" as="xs:string*" select="$parts ! $words(.)"/>
    <xsl:variable name="are-known" as="function(xs:string*) as xs:boolean" select="
        function($names) { every $name in $names satisfies map:contains($called, $name) }"/>
    <xsl:sequence select="
        (if ($are-known($apart) and not($are-known($joined))) then $apart else $joined) ! ($called(.), .)[1]"/>
  </xsl:function>

  <!-- the sigla of witnesses and groups, by what they are called -->
  <xsl:function name="v:called" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="map:merge(
        for $named in (key('v:declared-witness', true(), $document), key('v:group', true(), $document)),
            $siglum in $named/string((@xml:id, @n)[1])
        return ($siglum, $named/@n, $named/tei:abbr ! normalize-space(.), v:abbreviation($named))
               ! map { string(.): $siglum },
        map { 'duplicates': 'use-first' })"/>
  </xsl:function>

  <!-- what a group says of its readings' witnesses; it does not say it of what a scholar puts above
       the readings that the witnesses have -->
  <xsl:function name="v:wit-of-group" as="attribute()?">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        if ($reading[@resp or @source]/../(tei:lem | tei:rdg)[not(@wit or @resp or @source)]) then ()
        else v:of-reading($reading, 'wit')"/>
  </xsl:function>

  <xsl:function name="v:ordered" as="xs:string*">
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:param name="document" as="node()"/>
    <xsl:variable name="groups" as="map(xs:string, xs:string*)" select="v:groups($document)"/>
    <xsl:variable name="ranks" as="map(xs:string, xs:integer)" select="v:ranks($document)"/>
    <xsl:variable name="members" as="xs:string*"
        select="distinct-values($sigla ! (if (map:contains($groups, .)) then $groups(.) else .))"/>
    <xsl:sequence select="
        if (count($members) le 1) then $members
        else sort($members, (), function($siglum) { ($ranks($siglum), 100000)[1] })"/>
  </xsl:function>

  <!-- sigla for print: where all members of a group stand together, the group's siglum -->
  <xsl:function name="v:collapsed-sigla" as="xs:string*">
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:param name="document" as="node()"/>
    <xsl:variable name="groups" as="map(xs:string, xs:string*)" select="v:groups($document)"/>
    <xsl:variable name="whole" as="xs:string?" select="
        sort(map:keys($groups)[count($groups(.)) gt 1]
                              [every $member in $groups(.) satisfies $member = $sigla],
             (), function($group) { -count($groups($group)) })[1]"/>
    <xsl:sequence select="
        if (empty($whole)) then $sigla
        else
          let $first := index-of($sigla, $sigla[. = $groups($whole)][1])[1],
              $others := function($some) { $some[not(. = $groups($whole))] }
          return (v:collapsed-sigla($others(subsequence($sigla, 1, $first - 1)), $document), $whole,
                  v:collapsed-sigla($others(subsequence($sigla, $first)), $document))"/>
  </xsl:function>
</xsl:stylesheet>
