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

  <xsl:template match="*[@v:is = 'paragraph'][@v:n]" mode="blocks" as="xs:string*">
    <xsl:param name="numbered" as="xs:boolean" tunnel="yes"/>
    <xsl:call-template name="p:block">
      <xsl:with-param name="before" select="('[' || @v:n || '] ')[$numbered], ''[not($numbered)]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- the blocks in a block, and the words between them; `before` is set before the first string -->
  <xsl:template name="p:block" as="xs:string*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:for-each-group select="node()[not(p:follows-words(.))], p:notes-after(.)"
        group-adjacent="p:stands-apart(.)">
      <xsl:variable name="strings" as="xs:string*">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="blocks"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="p:words"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:sequence select="
          if (position() eq 1) then ($before || $strings[1], tail($strings)) else $strings"/>
    </xsl:for-each-group>
    <xsl:sequence select="$before[empty(current()/node())]"/>
  </xsl:template>

  <!-- the nodes of the current group as one string -->
  <xsl:template name="p:words" as="xs:string?">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="current-group()" mode="string"/>
    </xsl:variable>
    <xsl:sequence select="p:trimmed(string-join($words))[. ne '']"/>
  </xsl:template>

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
    <xsl:sequence select="string-join($words)"/>
  </xsl:function>

  <!-- 1  text stays; a note becomes its number in the reading text
       2  line breaks begin a new line where the text says so
       3  blocks within what is one string stand on lines of their own; what is silent goes -->
  <xsl:mode name="string" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="string" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>

  <xsl:template match="*[@v:block]" mode="string" as="xs:string*">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="." mode="blocks"/>
    </xsl:variable>
    <xsl:sequence select="$blocks ! ('&#10;' || . || '&#10;')"/>
  </xsl:template>

  <!-- 1  a verse or a cell is one string, whatever stands in it
       2  so are words between verses
       Tunnel parameter: `numbered`. -->
  <xsl:mode name="single-line" on-no-match="fail"/>

  <xsl:template match="node()" mode="single-line" as="xs:string">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="if (@v:is = ('verse', 'cell')) then node() else ." mode="string"/>
    </xsl:variable>
    <xsl:sequence select="string-join($words)"/>
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
