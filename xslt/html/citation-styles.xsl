<?xml version="1.0" encoding="UTF-8"?>
<!-- Citations in words, made of an item of CSL-JSON: by the Chicago Manual of Style (18th edition,
     bibliography), the MLA Handbook (9th edition) and the Publication Manual of the APA (7th edition).
     The words that they add are in the language of the labels. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="h:styles" as="map(xs:string, function(map(*)) as item()+)" select="map {
      'Chicago': h:chicago#1, 'MLA': h:mla#1, 'APA': h:apa#1 }"/>

  <!-- Author. Title. Translated by T. Edited by E. Version 1. Publisher, year. Address. -->
  <xsl:function name="h:chicago" as="item()+">
    <xsl:param name="item" as="map(*)"/>
    <xsl:sequence select="
        h:sentence(h:first-inverted($item?author?*)),
        h:title-in-italics($item, '.'),
        h:sentence(h:by('translator', $item)), h:sentence(h:by('editor', $item)),
        h:sentence(h:capital(h:version-of($item))),
        h:sentence(string-join(($item?publisher, h:issued-year($item)), ', ')),
        h:address-of-item($item)"/>
  </xsl:function>

  <!-- Author. Title. Translated by T, edited by E, version 1, Publisher, year, address. -->
  <xsl:function name="h:mla" as="item()+">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="rest" as="xs:string" select="string-join((
        (h:by('translator', $item), h:by('editor', $item)) ! h:small(.), h:version-of($item),
        $item?publisher, h:issued-year($item)), ', ')"/>
    <xsl:variable name="authors" as="map(*)*" select="$item?author?*"/>
    <xsl:sequence select="
        h:sentence(if (count($authors) gt 2) then l:label('citation.others', h:inverted($authors[1]))
                   else h:first-inverted($authors)),
        h:title-in-italics($item, '.'),
        if ($item?URL) then (h:capital($rest) || ', '[$rest ne ''], h:address-of-item($item))
        else h:sentence(h:capital($rest))"/>
  </xsl:function>

  <!-- Author, A. A. (Year). Title (Version 1; T. Translator, Trans.; E. Editor, Ed.). Publisher. Address -->
  <xsl:function name="h:apa" as="item()+">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="authors" as="map(*)*" select="$item?author?*"/>
    <xsl:variable name="leading" as="map(*)*" select="if (exists($authors)) then $authors else $item?editor?*"/>
    <xsl:variable name="year" as="xs:string" select="'(' || (h:issued-year($item), l:label('citation.no-date'))[1] || '). '"/>
    <xsl:variable name="names" as="xs:string" select="string-join((
        h:joined($leading ! h:with-initials(., true()), ', &amp; ', ', &amp; '),
        ('(' || h:editors-of-apa($item) || ')')[empty($authors) and exists($leading)]), ' ')"/>
    <xsl:variable name="details" as="xs:string" select="string-join((
        h:capital(h:version-of($item)),
        h:joined($item?translator?* ! h:with-initials(., false()), ' &amp; ', ', &amp; ')[. ne '']
          ! (. || ', ' || l:label('citation.apa.translator')),
        h:joined($item?editor?* ! h:with-initials(., false()), ' &amp; ', ', &amp; ')[. ne ''][exists($authors)]
          ! (. || ', ' || h:editors-of-apa($item))), '; ')"/>
    <xsl:variable name="named" as="item()+" select="
        h:title-in-italics($item, (' (' || $details || ')')[$details ne ''] || '.')"/>
    <xsl:sequence select="
        if ($names ne '') then (h:sentence($names), $year, $named) else ($named, $year),
        h:sentence($item?publisher), h:address-of-item($item)"/>
  </xsl:function>

  <xsl:function name="h:editors-of-apa" as="xs:string">
    <xsl:param name="item" as="map(*)"/>
    <xsl:sequence select="l:label('citation.apa.editor' || 's'[count($item?editor?*) gt 1])"/>
  </xsl:function>

  <!-- words with a full stop, unless they end in one, and a space; nothing without words -->
  <xsl:function name="h:sentence" as="xs:string?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="$words[. ne ''] ! (replace(., '\.$', '') || '. ')"/>
  </xsl:function>

  <xsl:function name="h:capital" as="xs:string?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="$words ! (upper-case(substring(., 1, 1)) || substring(., 2))"/>
  </xsl:function>

  <xsl:function name="h:small" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="lower-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <xsl:function name="h:title-in-italics" as="item()+">
    <xsl:param name="item" as="map(*)"/>
    <xsl:param name="end" as="xs:string"/>
    <cite>
      <xsl:for-each select="($item?language ! v:language-tag(.))[. ne $l:language]">
        <xsl:sequence select="h:language-within(., $l:language)"/>
      </xsl:for-each>
      <xsl:text>{v:curl($item?title, '')}</xsl:text>
    </cite>
    <xsl:sequence select="replace($end, '^\.$', if (matches($item?title, '[.?!]$')) then '' else '.') || ' '"/>
  </xsl:function>

  <xsl:function name="h:by" as="xs:string?">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="names" as="xs:string"
        select="h:joined($item($role)?* ! h:in-order(.), l:label('citation.and'), l:label('citation.comma-and'))"/>
    <xsl:sequence select="$names[. ne ''] ! l:label('citation.' || $role, .)"/>
  </xsl:function>

  <xsl:function name="h:version-of" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:sequence select="$item?version ! l:label('citation.version', .)"/>
  </xsl:function>

  <xsl:function name="h:issued-year" as="xs:string?">
    <xsl:param name="item" as="map(*)"/>
    <xsl:sequence select="$item?issued?date-parts?1?1 ! string(xs:integer(.))"/>
  </xsl:function>

  <xsl:function name="h:address-of-item" as="item()*">
    <xsl:param name="item" as="map(*)"/>
    <xsl:variable name="address" as="xs:string?"
        select="($item?DOI ! ('https://doi.org/' || .), $item?URL)[1]"/>
    <xsl:if test="$address"><a href="{$address}">{$address}</a></xsl:if>
  </xsl:function>

  <!-- names: the first one begins with the surname, the others are as they are said -->
  <xsl:function name="h:first-inverted" as="xs:string">
    <xsl:param name="names" as="map(*)*"/>
    <xsl:sequence select="
        h:joined((head($names) ! h:inverted(.), tail($names) ! h:in-order(.)),
                 l:label('citation.comma-and'), l:label('citation.comma-and'))"/>
  </xsl:function>

  <xsl:function name="h:inverted" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="($name?literal, $name?family || ', ' || $name?given)[1]"/>
  </xsl:function>

  <xsl:function name="h:in-order" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="($name?literal, $name?given || ' ' || $name?family)[1]"/>
  </xsl:function>

  <xsl:function name="h:with-initials" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:param name="inverted" as="xs:boolean"/>
    <xsl:variable name="initials" as="xs:string" select="
        string-join(tokenize($name?given) ! replace(., '^(\p{L})\p{L}*\.?', '$1.'), ' ')"/>
    <xsl:sequence select="
        ($name?literal, if ($inverted) then $name?family || ', ' || $initials else $initials || ' ' || $name?family)[1]"/>
  </xsl:function>

  <!-- names with commas, and before the last one what stands between two names, or between more -->
  <xsl:function name="h:joined" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="two" as="xs:string"/>
    <xsl:param name="more" as="xs:string"/>
    <xsl:sequence select="
        string-join((string-join($names[position() lt last()], ', ')[. ne ''], $names[last()]),
                    if (count($names) eq 2) then $two else $more)"/>
  </xsl:function>
</xsl:stylesheet>
