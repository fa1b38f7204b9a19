<?xml version="1.0" encoding="UTF-8"?>
<!-- What is printed where words are missing: how many, and why (TEI P5 3.5.3, 12.3.1).
     The sign for a gap alone says that words are lost. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- spellings of @reason; one that no row has is not shown -->
  <xsl:variable name="v:gap-reasons" static="yes" as="map(xs:string, xs:string)" select="
      map:merge(
      for $row in (
        'lost: lost loss torn tornaway cutoff trimmed hole lacuna missing abraded worn',
        'illegible: illegible unreadable undeciphered indecipherable faded smudged blotted unclear',
        'omitted: omitted omission editorial irrelevant sampling sampled abridged excluded',
        'damaged: damage damaged mutilated burnt stained',
        'deleted: deleted deletion cancelled canceled erased erasure overwritten overstrike rubbing',
        'inaudible: inaudible unintelligible incomprehensible')
      return tokenize(substring-after($row, ': ')) ! map { .: substring-before($row, ':') },
      map { 'duplicates': 'reject' })"/>

  <!-- spellings of @unit, without the s of the plural -->
  <xsl:variable name="v:gap-units" static="yes" as="map(xs:string, xs:string)" select="
      map:merge(
      for $row in (
        'character: character char glyph sign', 'letter: letter', 'syllable: syllable',
        'word: word', 'line: line ln', 'verse: verse', 'stanza: stanza', 'sentence: sentence',
        'paragraph: paragraph para', 'section: section', 'chapter: chapter', 'column: column col',
        'page: page pg', 'leaf: leaf leave folio fol', 'quire: quire gathering',
        'minim: minim', 'inch: inch inche in', 'centimetre: cm centimetre centimeter',
        'millimetre: mm millimetre millimeter')
      return tokenize(substring-after($row, ': ')) ! map { .: substring-before($row, ':') },
      map { 'duplicates': 'reject' })"/>

  <xsl:function name="v:gap-words" as="xs:string">
    <xsl:param name="gap" as="element(tei:gap)"/>
    <xsl:variable name="described" as="element(tei:desc)?" select="
        ($gap/tei:desc[starts-with(ancestor-or-self::*[@xml:lang][1]/@xml:lang, $l:language)],
         $gap/tei:desc)[normalize-space()][1]"/>
    <xsl:variable name="amount" as="xs:string?" select="v:gap-amount($gap)"/>
    <xsl:variable name="reason" as="xs:string?"
        select="(tokenize(lower-case($gap/@reason)) ! $v:gap-reasons(translate(., '-_', '')))[1]"/>
    <xsl:sequence select="
        if ($described) then normalize-space($described)
        else if (exists($reason) and ($reason ne 'lost' or exists($amount)))
          then l:label('gap.' || $reason, ($amount, l:label('gap.unknown'))[1])
        else ($amount, l:label('gap.unknown'))[1]"/>
  </xsl:function>

  <!-- the sign for words that are lost, with what is said of them -->
  <xsl:function name="v:lost" as="element(tei:pc)">
    <xsl:sequence select="v:lost(l:label('gap.unknown'))"/>
  </xsl:function>
  <xsl:function name="v:lost" as="element(tei:pc)">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="v:generated('lost', $v:signs?lost[1] || $words || $v:signs?lost[last()])"/>
  </xsl:function>

  <!-- how much is missing, if that is known -->
  <xsl:function name="v:gap-amount" as="xs:string?">
    <xsl:param name="gap" as="element(tei:gap)"/>
    <xsl:variable name="told" as="xs:string*" select="tokenize($gap/@extent)"/>
    <xsl:variable name="least" as="attribute()?" select="$gap[not(@quantity)]/(@atLeast, @min)[1]"/>
    <xsl:variable name="most" as="attribute()?" select="$gap[not(@quantity)]/(@atMost, @max)[1]"/>
    <xsl:variable name="numbers" as="xs:string*" select="
        distinct-values(($gap/@quantity, $least, $most) ! normalize-space()),
        $told[1][. castable as xs:decimal][not($gap/(@quantity, $least, $most))]"/>
    <xsl:variable name="unit" as="xs:string?"
        select="($gap/@unit ! normalize-space(), $told[2][count($told) eq 2])[. ne ''][1]"/>
    <xsl:variable name="amount" as="xs:string?" select="
        if (exists($numbers) and exists($unit))
        then string-join($numbers, '–') || ' ' || v:counted($unit, $numbers[last()])
        else (normalize-space($gap/@extent)
                [not(lower-case(.) = ('', 'unknown', 'undetermined', 'unspecified', 'unclear'))],
              $unit[(replace(lower-case(.), '(.)s$', '$1') ! $v:gap-units(.))[not(. = ('character', 'letter', 'word'))]] ! (l:label('gap.unknown') || ' ' || v:counted(., '5')))[1]"/>
    <xsl:variable name="how" as="xs:string?" select="
        if ($least and not($most)) then 'gap.at-least'
        else if ($most and not($least)) then 'gap.at-most'
        else 'gap.about'[$gap/@precision = 'low' or $gap/@cert = 'low']"/>
    <xsl:sequence select="
        if (exists($amount) and exists($how)) then l:label($how, $amount) else $amount"/>
  </xsl:function>

  <!-- the word for a unit as it stands after a number; an unknown unit as it is written. A label has
       a form for one and for more, in some languages also for few before that for many -->
  <xsl:function name="v:counted" as="xs:string">
    <xsl:param name="unit" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:variable name="known" as="xs:string?"
        select="replace(lower-case($unit), '(.)s$', '$1') ! $v:gap-units(.)"/>
    <xsl:variable name="forms" as="xs:string*"
        select="$known ! tokenize(l:label('gap.unit.' || .), '\|')"/>
    <xsl:variable name="whole" as="xs:integer?"
        select="$number[. castable as xs:integer] ! xs:integer(.)"/>
    <xsl:variable name="form" as="xs:integer" select="
        if (count($forms) eq 3)
        then (if (empty($whole)) then 2
              else if ($whole mod 10 eq 1 and $whole mod 100 ne 11) then 1
              else if ($whole mod 10 = 2 to 4 and not($whole mod 100 = 12 to 14)) then 2
              else 3)
        else if ($whole = 1) then 1 else 2"/>
    <xsl:sequence select="($forms[$form], $forms[1], $unit)[1]"/>
  </xsl:function>
</xsl:stylesheet>
