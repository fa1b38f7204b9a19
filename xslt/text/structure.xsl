<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of the text as paragraphs of plain text, and the text of a block as one string. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <!-- the blocks below an element, each a string; `numbered` sets their numbers before them -->
  <xsl:function name="p:blocks" as="xs:string*">
    <xsl:param name="parent" as="element()?"/>
    <xsl:param name="numbered" as="xs:boolean"/>
    <xsl:apply-templates select="$parent" mode="blocks">
      <xsl:with-param name="numbered" tunnel="yes" select="$numbered"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- 1  blocks follow in their order, however deep they stand
       2  what stands between them, up to the next, is one string, its line breaks kept
       3  notes are printed elsewhere; what is silent is not
       Tunnel parameter: `numbered`. -->
  <xsl:mode name="blocks" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="*" mode="blocks" priority="-1" as="xs:string*">
    <xsl:call-template name="p:block"/>
  </xsl:template>

  <xsl:template match="*[@v:is = ('note', 'silent')]" mode="blocks"/>

  <!-- the number of one without words is written where an entry of the apparatus names it -->
  <xsl:template match="*[@v:is = 'paragraph'][@v:n]" mode="blocks" as="xs:string*">
    <xsl:param name="numbered" as="xs:boolean" tunnel="yes"/>
    <xsl:call-template name="p:block">
      <xsl:with-param name="before" select="('[' || @v:n || '] ')[$numbered], ''[not($numbered)]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- the blocks in a block, and the words between them; `before` is set before the first string.
       Verses, rows and items that follow each other are one string of lines, and so are words between
       verses. -->
  <xsl:template name="p:block" as="xs:string*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:variable name="in-lines" as="xs:boolean" select="exists(*[@v:is = 'verse'])"/>
    <xsl:variable name="of-lines" as="xs:boolean" select="$in-lines or *[@v:is = ('row', 'item')]"/>
    <xsl:variable name="layout" as="text()*" select="text()[$of-lines and not($in-lines)][not(normalize-space())]"/>
    <xsl:variable name="strings" as="xs:string*">
      <xsl:for-each-group select="node()[not(p:follows-words(.))] except $layout, p:notes-after(.)"
          group-adjacent="p:grouping(., $in-lines)">
        <xsl:choose>
          <xsl:when test="current-grouping-key() = 'verse'">
            <xsl:call-template name="p:verses"/>
          </xsl:when>
          <xsl:when test="current-grouping-key() = ('row', 'item')">
            <xsl:variable name="lines" as="xs:string*">
              <xsl:apply-templates select="current-group()" mode="blocks"/>
            </xsl:variable>
            <xsl:sequence select="string-join($lines[. ne ''], '&#10;')"/>
          </xsl:when>
          <xsl:when test="current-grouping-key() = 'block'">
            <xsl:apply-templates select="current-group()" mode="blocks"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="p:words"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="said" as="xs:string*" select="$strings[. ne '']"/>
    <xsl:sequence select="
        if (exists($said)) then ($before || $said[1], tail($said))
        else p:trimmed($before)[. ne ''][current()//@v:entries]"/>
  </xsl:template>

  <xsl:function name="p:grouping" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="in-lines" as="xs:boolean"/>
    <xsl:sequence select="
        if ($node/@v:is = ('verse', 'row', 'item', 'label')) then replace($node/@v:is, 'label', 'item')
        else if (p:stands-apart($node)) then 'block'
        else if ($in-lines) then 'verse'
        else 'words'"/>
  </xsl:function>

  <!-- the nodes of the current group as one string -->
  <xsl:template name="p:words" as="xs:string?">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="current-group()" mode="string"/>
    </xsl:variable>
    <xsl:sequence select="p:trimmed(p:lines(string-join($words)))[. ne '']"/>
  </xsl:template>

  <!-- where a line of the source ends no space stands beside the end -->
  <xsl:function name="p:lines" as="xs:string">
    <xsl:param name="string" as="xs:string"/>
    <xsl:sequence select="
        if (contains($string, '&#x2028;')) then replace($string, '[ \t\n]*&#x2028;[ \t\n&#x2028;]*', '&#10;') else $string"/>
  </xsl:function>

  <!-- whether a node is a block, or a part of a line that a block in it divides -->
  <xsl:function name="p:stands-apart" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        exists($node/@v:block)
        or exists($node/*) and not($node/@v:is = ('note', 'silent'))
           and (some $child in $node/* satisfies p:stands-apart($child))"/>
  </xsl:function>

  <!-- the content of an element as one string, without the numbers of notes -->
  <xsl:function name="p:string" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$element/node()" mode="string"/>
    </xsl:variable>
    <xsl:sequence select="p:lines(string-join($words))"/>
  </xsl:function>

  <!-- 1  text stays; a note becomes its number in the reading text
       2  line breaks begin a new line where the text says so
       3  blocks within what is one string stand on lines of their own; what is silent goes -->
  <xsl:mode name="string" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="string" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>

  <!-- lines of the file are lines of the text in code alone -->
  <xsl:template match="text()[contains(., '&#10;')][not(ancestor::*/@v:is = 'code')]" mode="string" as="xs:string">
    <xsl:sequence select="replace(., '\s*\n\s*', ' ')"/>
  </xsl:template>

  <xsl:template match="*[@v:block]" mode="string" as="xs:string*">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="." mode="blocks"/>
    </xsl:variable>
    <xsl:sequence select="$blocks ! ('&#10;' || . || '&#10;')"/>
  </xsl:template>

  <!-- without white space at its ends; a regular expression would look at every character -->
  <xsl:function name="p:trimmed" as="xs:string">
    <xsl:param name="string" as="xs:string"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($string)"/>
    <xsl:sequence select="
        if ($string eq '') then ''
        else if (normalize-space(substring($string, 1, 1)) eq '')
          then p:trimmed(substring($string, 2))
        else if (normalize-space(substring($string, $length)) eq '')
          then p:trimmed(substring($string, 1, $length - 1))
        else $string"/>
  </xsl:function>
</xsl:stylesheet>
