<?xml version="1.0" encoding="UTF-8"?>
<!-- Straight quotation marks become curled; only in HTML and print, never in plain text. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the character before this place in the running text; '' at the start of a block, ¶ after the end
       of one. Where a single mark is open an apostrophe follows it -->
  <xsl:accumulator name="v:character-before" as="xs:string" initial-value="''">
    <xsl:accumulator-rule match="*[@v:block or @v:is = 'note'] | v:printed-entry" select="''"/>
    <xsl:accumulator-rule match="*[@v:block]" phase="end" select="'¶'"/>
    <xsl:accumulator-rule match="text()[. ne '']" phase="end" select="
        substring(., string-length(.)) || &quot;'&quot;[v:leaves-open(string(current()), $value)]"/>
  </xsl:accumulator>

  <xsl:variable name="v:opens" as="xs:string" select="' &#9;&#10;&#13;&#xA0;&#x202F;([{⟨—–='"/>

  <!-- curls `text`; `before` is what v:character-before says of its place -->
  <xsl:function name="v:curl" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:sequence select="
        if (contains($text, '''')) then v:with-inner-marks(v:with-outer-marks($text, $before), $before)?text
        else v:with-outer-marks($text, $before)"/>
  </xsl:function>

  <!-- whether a single mark is open at the end of `text` -->
  <xsl:function name="v:leaves-open" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:sequence select="
        if (contains($text, '''')) then v:with-inner-marks(v:with-outer-marks($text, $before), $before)?open
        else string-length($before) gt 1"/>
  </xsl:function>

  <xsl:function name="v:with-outer-marks" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:variable name="neighbour" as="xs:string" select="v:neighbour($text, $before)"/>
    <xsl:sequence select="
        if (not(contains($text, '&quot;'))) then $text
        else substring(v:joined(tokenize($neighbour || $text, '&quot;'), $v:opens,
                                $v:language-marks[1], $v:language-marks[2]),
                       string-length($neighbour) + 1)"/>
  </xsl:function>

  <!-- one neutral character that holds the neighbour's place, so that lengths stay known. After a block
       a mark opens before a word, else it closes -->
  <xsl:function name="v:neighbour" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:variable name="last" as="xs:string" select="substring($before, 1, 1)"/>
    <xsl:sequence select="
        if ($last eq '') then ''
        else if (if ($last eq '¶') then matches($text, '^[&quot;''][\p{L}\p{N}]') else contains($v:opens, $last))
        then '(' else 'x'"/>
  </xsl:function>

  <!-- `text` with its single marks, and whether one of them is `open` at the end. One between letters,
       or with none before it that it could close, is an apostrophe -->
  <xsl:function name="v:with-inner-marks" as="map(xs:string, item())">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:iterate select="tokenize($text, '''')">
      <xsl:param name="done" as="xs:string*" select="()"/>
      <xsl:param name="last" as="xs:string" select="v:neighbour($text, $before)"/>
      <xsl:param name="open" as="xs:boolean" select="string-length($before) gt 1"/>
      <xsl:on-completion select="map { 'text': string-join($done), 'open': $open }"/>
      <xsl:variable name="marked" as="xs:boolean" select="position() gt 1"/>
      <xsl:variable name="opening" as="xs:boolean" select="
          $marked and ($last eq '' or contains($v:opens || $v:language-marks[1], $last))"/>
      <xsl:variable name="closing" as="xs:boolean" select="
          $marked and $open and not($opening) and not(matches($last, '\p{L}') and matches(., '^\p{L}'))"/>
      <xsl:variable name="mark" as="xs:string" select="
          if (not($marked)) then '' else if ($opening) then $v:language-marks[3]
          else if ($closing) then $v:language-marks[4] else l:label('apostrophe')"/>
      <xsl:next-iteration>
        <xsl:with-param name="done" select="$done, $mark, ."/>
        <xsl:with-param name="last" select="(substring(., string-length(.))[. ne ''], $mark[. ne ''], $last)[1]"/>
        <xsl:with-param name="open" select="$opening or $open and not($closing)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- the pieces between marks joined again: a mark opens at the start and after a character of
       `before`, else it closes. Many times as quick as a pattern over the whole text -->
  <xsl:function name="v:joined" as="xs:string">
    <xsl:param name="pieces" as="xs:string*"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="open" as="xs:string"/>
    <xsl:param name="close" as="xs:string"/>
    <xsl:value-of separator="">
      <xsl:for-each select="$pieces">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:variable name="last" as="xs:string" select="substring(., string-length(.))"/>
        <xsl:sequence select="
            .,
            if ($at eq last()) then ()
            else if ($last eq '' and $at eq 1 or $last ne '' and contains($before, $last))
            then $open else $close"/>
      </xsl:for-each>
    </xsl:value-of>
  </xsl:function>
</xsl:stylesheet>
