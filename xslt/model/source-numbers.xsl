<?xml version="1.0" encoding="UTF-8"?>
<!-- The numbers by which a text is cited and its source is found: those of breaks, and those of books,
     chapters and stanzas, which no output says twice. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the number of a break in words, where it has one that no verse or paragraph has which begins there -->
  <xsl:function name="v:number-of-break" as="xs:string?">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="n" as="xs:string" select="normalize-space($break/@n)"/>
    <xsl:variable name="name" as="xs:string" select="local-name($break)"/>
    <xsl:sequence select="
        if ($n eq '' or $break[not(self::tei:pb)][empty(preceding-sibling::node()[normalize-space()])]/../@n = $n) then ()
        else if ($name eq 'pb' or $break/@unit = 'page') then v:numbered-page($n)
        else if ($name eq 'milestone') then v:numbered-unit(string($break/@unit), $n)
        else if ($name eq 'lb') then l:label('html.place.line', $n)
        else v:numbered-unit($v:breaks($name), $n)"/>
  </xsl:function>

  <!-- a page or a leaf; a number with words of its own says what it is -->
  <xsl:function name="v:numbered-page" as="xs:string">
    <xsl:param name="n" as="xs:string"/>
    <xsl:sequence select="
        if (matches($n, '\p{L}\p{L}|\.')) then $n
        else l:label('break.' || (if (matches($n, '\d\s*[rv]$')) then 'folio' else 'page'), $n)"/>
  </xsl:function>

  <!-- a number after the name of its unit: that of the locale, else the edition's own -->
  <xsl:function name="v:numbered-unit" as="xs:string">
    <xsl:param name="unit" as="xs:string"/>
    <xsl:param name="n" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="(v:unit-word($unit), $unit)[1]"/>
    <xsl:sequence select="
        if ($word eq '' or contains(lower-case($n), lower-case($word))) then $n
        else l:label('unit.numbered', ($word, $n))"/>
  </xsl:function>

  <xsl:function name="v:unit-word" as="xs:string?">
    <xsl:param name="unit" as="xs:string"/>
    <xsl:sequence select="
        (l:found('unit.' || lower-case($unit)), l:found('gap.unit.' || lower-case($unit)))[1]
        ! tokenize(., '\|')[1]"/>
  </xsl:function>

  <!-- the mark of a division or stanza with a number, before what it holds or at the beginning of its
       heading; where the heading says the number there is none -->
  <xsl:template mode="number" priority="4" as="node()*"
      match="*[@v:is = ('division', 'stanza')][@n][not(tei:head/@v:is = 'heading')]/node()[1]
             | *[@v:is = 'division'][@n]/tei:head[@v:is = 'heading']/node()[1]">
    <xsl:variable name="unit" as="element()" select="(parent::tei:head/.., ..)[1]"/>
    <xsl:variable name="number" as="xs:string?" select="v:number-of-unit($unit)"/>
    <xsl:if test="exists($number)">
      <tei:milestone v:is="break" v:break="section" v:says="{$number}"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- in words the number of a division or stanza that can be shown: no address, and nothing that
       stands in its heading -->
  <xsl:function name="v:number-of-unit" as="xs:string?">
    <xsl:param name="unit" as="element()"/>
    <xsl:variable name="n" as="xs:string" select="normalize-space($unit/@n)"/>
    <xsl:variable name="word" as="xs:string?" select="v:name-of-unit($unit)"/>
    <xsl:sequence select="
        if (empty($word) or not(matches($n, '^(\d+\p{L}?([.,–-]\d+\p{L}?)*|[IVXLCDMivxlcdm]+|\p{L})$')) or normalize-space($unit) eq ''
            or $unit/*[1]/(self::tei:p | self::tei:ab)[not(following-sibling::*/@n)]/@n = $n
            or (some $head in $unit/tei:head satisfies v:says-number($head, $n)))
        then ()
        else if ($word eq '') then $n
        else l:label('unit.numbered', (upper-case(substring($word, 1, 1)) || substring($word, 2), $n))"/>
  </xsl:function>

  <!-- what a division is by its types: a unit that the locale has a word for, or the edition's own word;
       empty for a stanza, and where no type says anything; nothing for a type that is no word -->
  <xsl:function name="v:name-of-unit" as="xs:string?">
    <xsl:param name="unit" as="element()"/>
    <xsl:variable name="types" as="xs:string*" select="$unit[not(self::tei:lg)]/(@subtype, @type)[. ne 'textpart']"/>
    <xsl:sequence select="
        ($types ! v:unit-word(.), $types[matches(., '^\p{Ll}+$')][not(map:contains($v:types-of-divisions, .))],
         ''[empty($types)])[1]"/>
  </xsl:function>

  <!-- how words for small numbers, and for what is numbered, begin in some languages -->
  <xsl:variable name="v:number-words" as="xs:string" static="yes" select="
      '^(first|second|third|four|five|fifth|six|seven|eight|nin|ten|eleven|twel|one$|two$|three$|last$'
      || '|erst|zweit|dritt|viert|fünf|sechs|sieb|acht|neun|zehn|elf|zwölf|letzt'
      || '|prem|deux|trois|quatr|cinq|six|sept|huit|neuv|dix|prim|secon|secun|terz|terc|terti|quart|quint|sest|sext|sett|octav|non[aou]|decim'
      || '|перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|одинн|двенадц|последн)'"/>
  <xsl:variable name="v:unit-words" as="xs:string" static="yes" select="
      '^(book|chap|canto|act|scene|part|section|letter|poem|volume|stanza|buch|kapit|gesang|akt|aufzug|auftritt|szene|teil|abschnitt|brief|gedicht|band|strophe'
      || '|livre|chant|scène|partie|lettre|tome|liber|capit|pars|epist|carmen|libro|atto|scena|parte|lettera|jornada|escena'
      || '|книг|глав|песн|действ|акт|явлен|сцен|карти|част|раздел|письм|стих|том|отдел)'"/>

  <!-- whether a heading says a number: in figures, or in words beside the name of a unit -->
  <xsl:function name="v:says-number" as="xs:boolean">
    <xsl:param name="head" as="element(tei:head)"/>
    <xsl:param name="n" as="xs:string"/>
    <xsl:variable name="texts" as="text()*" select="$head//text()[not(ancestor::tei:note)]"/>
    <!-- what elements divide may be one word or two -->
    <xsl:variable name="words" as="xs:string*" select="
        ('', ' ') ! tokenize(lower-case(string-join($texts, .)), '[^\p{L}\p{N}]+')[. ne '']"/>
    <xsl:sequence select="
        $words = (tokenize(lower-case($n), '[^\p{L}\p{N}]+')[last()],
                  $n[. castable as xs:positiveInteger] ! format-integer(xs:integer(.), 'i'))
        or (some $word in $words satisfies matches($word, $v:number-words))
           and (some $word in $words satisfies matches($word, $v:unit-words))"/>
  </xsl:function>
</xsl:stylesheet>
