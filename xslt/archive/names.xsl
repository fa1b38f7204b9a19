<?xml version="1.0" encoding="UTF-8"?>
<!-- Names of parties: their words, their parts, and whether they are those of bodies. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- a party in plain words, without its address, its numbers and what else is said of it; parts of a
       name have a space between them, whether the file has one or not. Of a party that has no more than
       an address the first line is the name -->
  <xsl:function name="r:words-of-party" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="beside" as="element()*" select="
        $name//(tei:address | tei:idno | tei:email | tei:note | tei:affiliation | tei:ptr
                | tei:graphic | tei:figure | tei:date | tei:resp | tei:roleName[@type = 'job'])"/>
    <xsl:variable name="own" as="text()*"
        select="$name//text()[empty(ancestor::* intersect $beside)]"/>
    <xsl:variable name="words" as="xs:string" select="
        if (r:is-of-parts($name)) then v:name-in-order($name, false())
        else if (normalize-space(string-join($own)) eq '')
        then string($name//tei:address[1]/tei:addrLine[1])
        else string-join($own ! (if (r:begins-part(.)) then ' ' || . else string(.)))"/>
    <xsl:sequence select="
        normalize-space($words) => replace('\s*[,;:]$', '') => replace('\s+([,;])', '$1')"/>
  </xsl:function>

  <!-- whether a name has no other words than those of its parts -->
  <xsl:function name="r:is-of-parts" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        exists($name/(tei:surname | tei:forename)) and empty($name/text()[normalize-space()])
        and empty($name/(* except (tei:surname, tei:forename, tei:nameLink, tei:genName,
                                   tei:roleName, tei:addName)))"/>
  </xsl:function>

  <!-- whether a text begins a part of a name or follows one -->
  <xsl:function name="r:begins-part" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="parts" as="xs:string+" select="
        'surname', 'forename', 'nameLink', 'genName', 'roleName', 'addName', 'persName', 'orgName',
        'name', 'placeName', 'settlement', 'country', 'region', 'addrLine', 'lb', 'title'"/>
    <xsl:sequence select="
        local-name($text/..) = $parts and empty($text/preceding-sibling::node())
        or local-name($text/preceding-sibling::*[1]) = $parts
           and matches($text, '^[\p{L}\p{N}]')"/>
  </xsl:function>

  <!-- whole words that bodies are called by; what German puts together ends with one -->
  <xsl:variable name="r:words-of-bodies" as="xs:string" select="
      '(^|[^\p{L}])(' || string-join((
      'societ(y|ies|à|as)|sociétés?|\p{L}*gesellschaft|universit\p{L}*|universidad\p{L}*|\p{L}*institut(e|es|s|o|ion|ions|ions)?',
      'academ(y|ies|ia)|académie|\p{L}*akademie|press|presses|\p{L}*verlag|\p{L}*verein|\p{L}*archiv(e|es|s|io|o)?',
      'librar(y|ies)|\p{L}*bibliothe[kc]a?|bibliothèque|museums?|\p{L}*museum|museo|musée|foundations?|\p{L}*stiftung|funds?',
      'committee|\p{L}*komitee|commission|\p{L}*kommission|ministry|\p{L}*minist[eè]r(e|ium|io)|office|cent(er|re)|\p{L}*zentrum',
      'projects?|\p{L}*projekt|projet|teams?|editors|herausgeber|laborator(y|ies|ium)|college|school of|church of|company|council',
      'departments?|organi[sz]ations?|organisationen|nations|associations?|union|boards?|trust|league|federation|consortium',
      'network|bureau|agency|parliament|congress|gmbh|ltd|inc',
      'университет\p{L}*|институт\p{L}*|академи[яи]|общество|архив|библиотека|издательство|комитет|министерство|фонд'),
      '|') || ')([^\p{L}]|$)'"/>

  <!-- whether words name a body: by one of these words, or an acronym alone -->
  <xsl:function name="r:sounds-corporate" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="matches($words,
        $r:words-of-bodies, 'i')
        or matches($words, '^\p{Lu}{3,}$')"/>
  </xsl:function>

  <xsl:function name="r:name-parts" as="attribute()*">
    <xsl:param name="name" as="element()?"/>
    <xsl:variable name="full" as="element()?" select="
        (v:preferred-among($name/(tei:persName, tei:name)[tei:surname]), ($name//tei:surname)[1]/..)[1]"/>
    <xsl:variable name="given" as="xs:string" select="
        string-join($full/(tei:forename, tei:addName[@type = 'patronymic']) ! normalize-space(),
                    ' ')"/>
    <xsl:if test="exists($full)">
      <xsl:attribute name="family" select="
          string-join($full/(tei:nameLink, tei:surname)[normalize-space()] ! normalize-space(), ' ')"/>
      <xsl:if test="$given ne ''">
        <xsl:attribute name="given" select="$given"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- one word, with the particles before it, which begin with small letters or with “Van” and “De” -->
  <xsl:variable name="r:surname" as="xs:string"
      select="'^((\p{Ll}[\p{L}’'']*|Van|Von|De|Du|Des|Da|Di|Del|Della|La|Le|Mac|Saint|St\.?)\s+)*\S+$'"/>

  <!-- what stands after a comma and is no forename -->
  <xsl:variable name="r:titles" as="xs:string" select="
      '^(ph\.?\s?d|m\.?d|m\.?a|b\.?a|m\.?sc|b\.?sc|ll\.?[dm]|dr|prof\p{L}*|jr|sr|junior|senior|esq\p{L}*|sir|lord|lady|s\.?j|o\.?p|o\.?s\.?b|o\.?f\.?m|[ivx]+|bart|king|queen|emperor|empress|prince(ss)?|duke|duchess|earl|count(ess)?|baron(ess)?|bishop|archbishop|pope|saint|könig(in)?|kaiser(in)?|fürst(in)?|herzog(in)?|graf|gräfin|freiherr|bischof|papst|roi|reine|empereur|duc|comte|évêque|царь|король|князь|граф|император|епископ)([.\s,]|$)'"/>

  <!-- several persons in plain words, between whom “and” or “with” stands; one name stays as it is -->
  <xsl:function name="r:persons-in-words" as="xs:string+">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string+"
        select="tokenize($words, ',?\s+(and|und|et|и|with|&amp;)\s+', 'i')"/>
    <xsl:variable name="names" as="xs:string+"
        select="if (count($parts) gt 1) then $parts ! tokenize(., '\s*,\s*') else $words"/>
    <xsl:sequence select="
        if (not(r:sounds-corporate($words))
            and (every $name in $names satisfies matches($name, '^\p{Lu}\S*(\s+\S+){1,3}$')
                 and matches($name, '\s\p{Lu}\S*$')))
        then $names else $words"/>
  </xsl:function>

  <!-- `Surname, Forename`, and dates after that: one comma parts a name -->
  <xsl:function name="r:parts-of-words" as="attribute()*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="
        tokenize(replace($words, ',?\s*\(?(ca?\.\s*)?\d{3,4}\??\s*[-–]\s*(\d{3,4}\??)?\)?$', ''), '\s*,\s*')"/>
    <xsl:if test="
        count($parts) eq 2 and (every $part in $parts satisfies $part ne '' and not(matches($part, '\d')))
        and matches($parts[1], $r:surname) and not(matches($parts[2], $r:titles, 'i'))
        and not(r:sounds-corporate($parts[1]))">
      <xsl:attribute name="family" select="$parts[1]"/>
      <xsl:attribute name="given" select="$parts[2]"/>
    </xsl:if>
  </xsl:function>

  <!-- "Surname, Forename" where the parts are known, else the name as it stands -->
  <xsl:function name="r:inverted" as="xs:string">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:sequence select="
        if ($agent/@family) then string-join($agent/(@family, @given), ', ')
        else string($agent/@name)"/>
  </xsl:function>
</xsl:stylesheet>
