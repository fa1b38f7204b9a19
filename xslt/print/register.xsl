<?xml version="1.0" encoding="UTF-8"?>
<!-- The register: what the text names, and where it does. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:key name="t:mentions" match="tei:text//tei:*[@v:mention]" use="tokenize(@v:entity)"/>

  <!-- a section for each kind of entry -->
  <xsl:mode name="register" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="register" as="text()*">
    <xsl:text>&#10;#part(kind: "register")[{t:curled(l:label('register'))}]&#10;#let entry = entry.with(pages: ({
        t:string(l:label('print.page'))}, {t:string(l:label('print.pages'))}))&#10;</xsl:text>
    <xsl:apply-templates select="
        for $kind in $t:kinds return tei:list[@type = $kind]" mode="register"/>
  </xsl:template>

  <xsl:variable name="t:kinds" as="xs:string*"
      select="'person', 'group', 'place', 'org', 'event', 'office', 'term', 'bibl'"/>

  <xsl:template match="tei:list" mode="register" as="text()*">
    <xsl:variable name="title" as="xs:string" select="t:curled(l:label('print.' || @type))"/>
    <xsl:text>&#10;#section(2)[{$title}][{$title}]&#10;</xsl:text>
    <xsl:apply-templates select="*" mode="register"/>
  </xsl:template>

  <!-- an entry: its name, other forms of it (print leaves out those in a script no font has),
       dates of a life, identifiers, the places; and last what the register says -->
  <xsl:template match="*" mode="register" as="text()*">
    <xsl:variable name="name" as="xs:string" select="
        if (t:is-worded(.) and normalize-space() ne @v:name) then 'none'
        else '[' || t:curled(@v:name) || ']'"/>
    <xsl:text>&#10;#entry({t:string(@v:id)}, {$name},&#10;</xsl:text>
    <xsl:text>  forms: {t:array(distinct-values(t:forms(.)))},&#10;</xsl:text>
    <xsl:text>{t:life(.)[. ne ''] ! ('  life: [' || . || '],&#10;')}</xsl:text>
    <xsl:text>  identifiers: {t:array(
        tei:idno[normalize-space()] ! ('[' || t:identifier(.) || ']'))},&#10;</xsl:text>
    <xsl:text>  at: {t:array(t:places(key('t:mentions', @v:id)))},&#10;)[</xsl:text>
    <xsl:text>{string-join(t:description(.), ' ')}]&#10;</xsl:text>
  </xsl:template>

  <!-- the other names of an entry, each with its language -->
  <xsl:function name="t:forms" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="$entry/@v:name"/>
    <xsl:for-each select="$entry/(tei:persName | tei:placeName | tei:orgName | tei:label
        | tei:term | tei:name)[normalize-space()][normalize-space() ne $name]">
      <xsl:variable name="tag" as="xs:string"
          select="string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
      <xsl:sequence select="
          '(' || t:string($tag) || ', ' || t:string(v:curl(normalize-space(), '')) || ')'"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="t:life" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        t:curled(string-join((
          $entry/tei:birth[1] ! t:when(.)[. ne ''] ! l:label('print.born', .),
          $entry/tei:death[1] ! t:when(.)[. ne ''] ! l:label('print.died', .)), ', '))"/>
  </xsl:function>

  <!-- what is neither name nor number nor coordinate: as it runs, or a sentence for each part -->
  <xsl:function name="t:description" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="parts" as="element()*" select="
        $entry/* except $entry/(tei:persName | tei:placeName | tei:orgName | tei:label | tei:name
          | tei:idno | tei:birth | tei:death | tei:sex | tei:gender | tei:linkGrp
          | tei:listRelation)"/>
    <xsl:sequence select="
        if (not(t:is-worded($entry))) then $parts ! t:sentence(t:prose(.))
        else t:sentence(t:prose($entry)[normalize-space($entry) ne $entry/@v:name])"/>
  </xsl:function>

  <xsl:function name="t:sentence" as="xs:string?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="
        $words[. ne ''] ! (if (matches(., '[.!?…]\W?$')) then . else . || '.')"/>
  </xsl:function>

  <!-- a date as it is written, else as it is normalised -->
  <xsl:function name="t:when" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:sequence select="
        (normalize-space($dated)[. ne ''],
         $dated/descendant-or-self::*/(@when, @notBefore, @from, @notAfter, @to) ! t:day(.))[1]
        => string()"/>
  </xsl:function>

  <!-- where an entry is mentioned: the paragraph, line or note, and the mark on its page -->
  <xsl:function name="t:places" as="xs:string*">
    <xsl:param name="mentions" as="element()*"/>
    <xsl:for-each-group select="$mentions" group-by="t:place(.)">
      <xsl:sequence select="
          '([' || t:curled(current-grouping-key()) || '], ' || t:string(@v:mention) || ')'"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="t:place" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="note" as="element()?" select="$mention/ancestor::tei:note[@v:n][1]"/>
    <xsl:sequence select="
        if ($note) then l:label('print.note', $note/@v:n)
        else string($mention/ancestor-or-self::*[self::tei:p or self::tei:ab or self::tei:l]
                    [@v:n][1]/@v:n)"/>
  </xsl:function>
</xsl:stylesheet>
