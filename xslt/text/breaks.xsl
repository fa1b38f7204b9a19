<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of the source and spaces. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <!-- the number of a break is marked by two characters that no text has, until p:with-numbers() sets it
       in its place. Tunnel parameter: `numbered` -->
  <xsl:template match="*[@v:is = 'break']" mode="string" as="xs:string?">
    <xsl:param name="numbered" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:sequence select="@v:says[$numbered] ! ('&#xFDD0;' || . || '&#xFDD1;')"/>
  </xsl:template>

  <!-- the lines of the source are those of the text, in prose too, unless they are to run on; but for the
       end of a line that divides a word -->
  <xsl:template match="*[@v:break = 'line'][not(@v:within-word)]" mode="string" priority="1" as="xs:string*">
    <xsl:sequence select="
        if (v:begins-block(.)) then () else if (ancestor::tei:text/@v:prose) then ' ' else '&#x2028;'"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'space']" mode="string" as="xs:string?">
    <xsl:sequence select="' '[v:is-only-space(current())]"/>
  </xsl:template>

  <!-- a text with its numbers in brackets: where they are marked, or after the word that is divided there -->
  <xsl:function name="p:with-numbers" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string+" select="tokenize($text, '&#xFDD0;')"/>
    <xsl:variable name="numbered" as="xs:string*">
      <xsl:iterate select="tail($parts)">
        <xsl:param name="before" as="xs:string" select="p:end($parts[1])"/>
        <xsl:param name="waiting" as="xs:string*" select="()"/>
        <xsl:on-completion select="$waiting ! (' ' || .)"/>
        <xsl:variable name="numbers" as="xs:string+"
            select="$waiting, '[' || substring-before(., '&#xFDD1;') || ']'"/>
        <xsl:variable name="rest" as="xs:string" select="substring-after(., '&#xFDD1;')"/>
        <!-- the number of a note is no part of a word -->
        <xsl:variable name="within" as="xs:boolean" select="
            matches($before, '[^\s\p{Z}&#x4E00;-&#x9FFF;]$') and matches($rest, '^[^\s\p{Z}]')
            and not(matches($before, '\(\d+\)$'))"/>
        <xsl:variable name="word" as="xs:string" select="
            if ($within) then tokenize($rest, '[\s\p{Z}]')[1] else ''"/>
        <xsl:variable name="waits" as="xs:boolean" select="$rest eq $word"/>
        <xsl:sequence select="
            $word, if ($waits) then () else p:between($word || $before, $numbers, substring($rest, string-length($word) + 1))"/>
        <xsl:next-iteration>
          <xsl:with-param name="before" select="if ($rest eq '') then $before else p:end($rest)"/>
          <xsl:with-param name="waiting" select="$numbers[$waits]"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="$parts[1] || string-join($numbered)"/>
  </xsl:function>

  <!-- the last characters, among which the number of a note would be -->
  <xsl:function name="p:end" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="substring($text, string-length($text) - 9)"/>
  </xsl:function>

  <!-- numbers with a space between them and what is before and after -->
  <xsl:function name="p:between" as="xs:string">
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="numbers" as="xs:string+"/>
    <xsl:param name="after" as="xs:string"/>
    <xsl:sequence select="
        ' '[matches($before, '[^\s\p{Z}]$')] || string-join($numbers, ' ') || ' '[matches($after, '^[^\s\p{Z}]')] || $after"/>
  </xsl:function>
</xsl:stylesheet>
