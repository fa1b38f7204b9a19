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
       name have a space between them, whether the file has one or not -->
  <xsl:function name="r:words-of-party" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="beside" as="element()*" select="
        $name//(tei:address | tei:idno | tei:email | tei:note | tei:affiliation | tei:ptr
                | tei:graphic | tei:figure | tei:date | tei:resp | tei:roleName[@type = 'job'])"/>
    <xsl:variable name="own" as="text()*"
        select="$name//text()[empty(ancestor::* intersect $beside)]"/>
    <xsl:variable name="words" as="xs:string" select="
        if (r:is-of-parts($name)) then v:name-in-order($name, false())
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

  <!-- whether words name a body: some of those that bodies are called by -->
  <xsl:function name="r:sounds-corporate" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="matches($words,
        '(societ|société|gesellschaft|universi|institut|academ|akademie|press([^\p{L}]|$)|verlag|verein|archi[vf]|library|biblioth|museum|musée|foundation|stiftung|fund(s|[^\p{L}]|$)|committee|komitee|commission|kommission|ministry|minist[eè]r|office|cent(er|re)([^\p{L}]|$)|zentrum|project|projekt|projet|team|editors|herausgeber|laborator|college|school|church|company|council|department|universität|университет|институт|академия|общество|архив|библиотека|издательство|комитет|министерство|фонд)',
        'i')"/>
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

  <!-- `Surname, Forename`, and dates after that: one comma parts a name -->
  <xsl:function name="r:parts-of-words" as="attribute()*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="
        tokenize(replace($words, ',?\s*\(?(ca?\.\s*)?\d{3,4}\??\s*[-–]\s*(\d{3,4}\??)?\)?$', ''), '\s*,\s*')"/>
    <xsl:if test="count($parts) eq 2 and (every $part in $parts satisfies $part ne '' and not(matches($part, '\d')))">
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
