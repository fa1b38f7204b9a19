<?xml version="1.0" encoding="UTF-8"?>
<!-- How persons, places and other entities are called: which of their names is preferred, and names
     that are made of parts. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the names of a register entry, in their order -->
  <xsl:function name="v:entry-names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        $entry/(tei:persName | tei:placeName | tei:orgName | tei:eventName | tei:objectName
                | tei:geogName | tei:name | tei:label | tei:title | tei:term | tei:form
                | tei:role | tei:catDesc
                | (tei:analytic, tei:monogr)[1]/tei:title)
        [normalize-space()]"/>
  </xsl:function>

  <!-- the name that heads an entry -->
  <xsl:function name="v:preferred-entry-name" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="v:preferred-among(v:entry-names($entry))"/>
  </xsl:function>

  <!-- the name to use of several: one that is said to be the main one, not one that is said to be
       another; then one in the language of the edition; then the first -->
  <xsl:function name="v:preferred-among" as="element()?">
    <xsl:param name="names" as="element()*"/>
    <xsl:sequence select="head(sort($names, (), v:rank-of-name#1))"/>
  </xsl:function>

  <xsl:function name="v:rank-of-name" as="xs:integer">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="kind" as="xs:integer?"
        select="$name/(@type, @subtype, @role) ! $v:ranks-of-names(lower-case(.)) => head()"/>
    <xsl:variable name="language" as="xs:string"
        select="string($name/ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
    <xsl:sequence select="
        2 * ($kind, 1)[1]
        + (if ($language eq '' or tokenize($language, '-')[1] eq $l:language) then 0 else 1)"/>
  </xsl:function>

  <xsl:variable name="v:ranks-of-names" as="map(xs:string, xs:integer)" select="map:merge((
      tokenize('main pref preferred reg regular standard authorized authorised full')
        ! map { .: 0 },
      tokenize('alt alternative alternate variant var former historical hist old abbr abbreviated
        aka also nickname nick pseudonym pseud birth maiden married short sort sub')
        ! map { .: 2 }))"/>

  <!-- how an entry, or a responsible party, is called -->
  <xsl:function name="v:preferred-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        (v:preferred-entry-name($entry) ! v:name-in-order(., true()),
         $entry[empty(text()[normalize-space()])]/tei:*[1] ! normalize-space(),
         normalize-space($entry), string($entry/@xml:id))[. ne ''][1]"/>
  </xsl:function>

  <!-- by what an entry is sorted -->
  <xsl:function name="v:sort-key" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        string(($entry/@sortKey, v:preferred-entry-name($entry)/@sortKey, v:preferred-name($entry))[1])"/>
  </xsl:function>

  <!-- a name in words: as it is written, where words or punctuation stand between its parts; else its
       parts, and `inverted` says whether the surname stands before a comma -->
  <xsl:function name="v:name-in-order" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="inverted" as="xs:boolean"/>
    <xsl:variable name="parts" as="element()*" select="v:parts-of-name($name)"/>
    <xsl:variable name="surnames" as="element()*" select="$parts intersect $name/tei:surname"/>
    <xsl:variable name="before" as="element()*"
        select="$parts intersect $name/(tei:forename | tei:nameLink)"/>
    <xsl:sequence select="
        if (empty($parts) or $name/text()[normalize-space()] or exists($name/* except $parts))
        then v:words-of-name($name)
        else if (empty($surnames) or empty($before) or v:is-family-first($name, $parts)
                 or not($inverted) and not($name/tei:surname[1] &lt;&lt; $name/tei:forename[1]))
        then v:spaced-names($parts)
        else if ($inverted) then
          v:spaced-names($surnames) || ', ' || v:spaced-names($parts except $surnames)
        else v:spaced-names(($name/tei:roleName, $before, $surnames, $name/(tei:genName | tei:addName)))"/>
  </xsl:function>

  <!-- the words of a name without its siglum; in a statement of the header without the notes, numbers and addresses that
       stand within it -->
  <xsl:function name="v:words-of-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="siglum" as="element()*" select="$name/tei:abbr[tokenize(@type) = 'siglum']"/>
    <xsl:variable name="beside" as="element()*"
        select="$name[ancestor-or-self::*/@v:fact]//(tei:note | tei:idno | tei:email)
                | $siglum[($name/node() except $siglum)[normalize-space()]]"/>
    <xsl:sequence select="
        if (empty($name/*)) then normalize-space($name)
        else v:joined-words($name//(text() | *[v:sets-apart(.)])[empty(ancestor-or-self::* intersect $beside)])"/>
  </xsl:function>

  <xsl:function name="v:parts-of-name" as="element()*">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        sort($name/(tei:surname | tei:forename | tei:nameLink | tei:genName | tei:roleName
                    | tei:addName)[normalize-space()],
             (), function($part) { ($part/@sort[. castable as xs:integer] ! xs:integer(.), 0)[1] })"/>
  </xsl:function>

  <!-- whether the parts stand in the order in which the name is read and sorted: so the encoding says,
       or the name is of a language that begins with the surname, as another form of it may show -->
  <xsl:function name="v:is-family-first" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:sequence select="
        exists($parts/@sort)
        or $name/tei:surname[1] &lt;&lt; $name/tei:forename[1]
           and ($name/ancestor-or-self::*[@xml:lang][1] | $name/../*[tei:surname or not(*)])/@xml:lang
               ! tokenize(., '-')[1]
             = ('hu', 'zh', 'ja', 'ko', 'vi', 'hun', 'zho', 'chi', 'jpn', 'kor', 'vie')"/>
  </xsl:function>

  <!-- parts of a name with spaces between them, but in Chinese and Japanese characters -->
  <xsl:function name="v:spaced-names" as="xs:string">
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="unspaced" as="xs:boolean"
        select="every $part in $parts satisfies matches($part, '^\s*[&#x2E80;-&#x9FFF;]')"/>
    <xsl:sequence select="string-join($parts ! normalize-space(), if ($unspaced) then '' else ' ')"/>
  </xsl:function>

  <!-- the names of a party in the header, where it has more than words -->
  <xsl:function name="v:party-names" as="element()*">
    <xsl:param name="party" as="element()"/>
    <xsl:sequence select="
        $party[@v:fact = ('author', 'translator', 'editor', 'principal', 'funder', 'sponsor',
                          'publisher', 'distributor')]
          [empty(text()[normalize-space()])]
          /(tei:persName | tei:orgName | tei:name)[normalize-space()]"/>
  </xsl:function>

  <!-- whether the names of a party are names of the same: each says for which language or use it is -->
  <xsl:function name="v:are-forms-of-name" as="xs:boolean">
    <xsl:param name="names" as="element()*"/>
    <xsl:variable name="uses" as="xs:string*"
        select="$names ! string-join((@xml:lang, @type), ' ')"/>
    <xsl:sequence select="
        count($names) gt 1 and $uses != '' and count(distinct-values($uses)) eq count($names)"/>
  </xsl:function>

  <!-- a party in plain words: of several forms of its name the preferred one -->
  <xsl:function name="v:party-name" as="xs:string">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="names" as="element()*" select="v:party-names($party)"/>
    <xsl:variable name="shown" as="element()*"
        select="if (v:are-forms-of-name($names)) then v:preferred-among($names) else $names"/>
    <xsl:variable name="rest" as="element()*" select="
        $party/* except ($names, $party/(tei:idno | tei:email | tei:note | tei:ptr | tei:graphic))"/>
    <xsl:sequence select="
        string-join(($shown ! v:name-in-order(., false()), $rest ! normalize-space())[. ne ''], ', ')"/>
  </xsl:function>

  <!-- the party with the other forms of its name behind it in brackets -->
  <xsl:function name="v:party-in-full" as="xs:string">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="others" as="xs:string" select="string-join(v:other-names($party), ', ')"/>
    <xsl:sequence select="v:plain($party) || ' ('[$others] || $others || ')'[$others]"/>
  </xsl:function>

  <!-- the other forms of its name, in plain words; two languages may have the same form -->
  <xsl:function name="v:other-names" as="xs:string*">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="names" as="element()*" select="v:party-names($party)"/>
    <xsl:variable name="shown" as="element()?" select="v:preferred-among($names)"/>
    <xsl:sequence select="
        distinct-values(($names[v:are-forms-of-name($names)] except $shown)
                        ! v:name-in-order(., false()))
          [not(. = $shown ! v:name-in-order(., false()))]"/>
  </xsl:function>

  <!-- what is said of an entity: words as they are written; where all stand in parts, these with commas
       between them; `dated` puts the date of a part without words into words -->
  <xsl:function name="v:words-apart" as="xs:string">
    <xsl:param name="said" as="element()"/>
    <xsl:param name="dated" as="function(element()) as xs:string"/>
    <xsl:variable name="beside" as="element()*"
        select="$said/(tei:location | tei:idno | tei:note | tei:desc)"/>
    <xsl:variable name="own" as="xs:string" select="
        if ($said/text()[normalize-space()])
        then replace(normalize-space(string-join($said/(node() except $beside)
               ! (if (self::*[*][not(text()[normalize-space()])]) then v:words-apart(., $dated)
                  else if (self::*[not(node())]) then v:words-apart(., $dated)[. ne ''] ! (' ' || . || ' ')
                  else string()))), ' ([,.;])', '$1')
        else if ($said/*) then '' else $dated($said)"/>
    <xsl:variable name="parts" as="element()*"
        select="(if ($own eq '') then $said/* else $beside) except $said/(tei:idno | tei:geo)"/>
    <xsl:sequence select="
        if ($said/(tei:surname | tei:forename)) then v:name-in-order($said, false())
        else string-join(($own, $parts ! v:words-apart(., $dated))[. ne ''], ', ')"/>
  </xsl:function>
</xsl:stylesheet>
