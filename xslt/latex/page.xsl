<?xml version="1.0" encoding="UTF-8"?>
<!-- The page: its measures, its heads, and the numbers in its margins. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- The measures of the page of the PDF. The class knows three sizes of type; the nearest is taken. -->
  <xsl:function name="x:page-layout" as="xs:string">
    <xsl:variable name="print" as="map(*)?" select="$settings?print"/>
    <xsl:variable name="sides" as="xs:string*"
        select="tokenize(($print?page, '148 x 210')[1], '\s*x\s*')"/>
    <xsl:variable name="margins" as="item()*" select="
        if (exists($print?margins)) then $print?margins ! (if (. instance of array(*)) then ?* else .)
        else (22, 23, 22, 20)"/>
    <xsl:variable name="size" as="xs:double" select="number(($print?size, 10.5)[1])"/>
    <xsl:variable name="measures" as="xs:string*" select="
        for-each-pair(('paperwidth', 'paperheight', 'top', 'outer', 'bottom', 'inner'),
            ($sides, $margins), function($name, $measure) { $name || '=' || $measure || 'mm' })"/>
    <xsl:sequence select="
        '\documentclass[' || min((12, max((10, xs:integer(round($size)))))) || 'pt,twoside]{article}&#10;'
        || '\usepackage[' || string-join($measures, ',') || ']{geometry}&#10;'"/>
  </xsl:function>

  <!-- Lines are counted as in the PDF: verses with their numbers on the left, or the lines of a page or
       of the text, on the right, so that they do not meet the numbers of verses and paragraphs. Where
       verses count, other lines have no numbers. -->
  <xsl:function name="x:line-numbers" as="xs:string">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:variable name="verses" as="xs:boolean" select="x:counts-verses($document)"/>
    <xsl:variable name="throughout" as="xs:boolean"
        select="$verses or v:line-numbering($document, $settings) eq 'text'"/>
    <xsl:sequence select="
        '\lineation{' || (if ($throughout) then 'section' else 'page') || '}\linenummargin{'
        || (if ($verses) then 'left' else 'right') || '}&#10;'
        || '\newcommand{\editionnumbers}{\firstlinenum{5}}'
        || '\newcommand{\editionnonumbers}{\firstlinenum{100000}}\editionnumbers&#10;'
        || '\AtStartEveryPstart{\ifinstanza\editionnumbers\else\editionnonumbers\fi}&#10;'[$verses]"/>
  </xsl:function>

  <!-- An introduction without entries has no numbers. -->
  <xsl:template match="tei:text/tei:front[empty(.//tei:seg[@v:entries])]" mode="blocks" priority="3"
      as="text()*">
    <xsl:variable name="blocks" as="text()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:if test="exists($blocks)">
      <xsl:text>\editionnonumbers{}&#10;</xsl:text>
      <xsl:sequence select="$blocks"/>
      <xsl:text>\editionnumbers{}&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Author and title above the text; what is too long for a line is left out. -->
  <xsl:function name="x:running-heads" as="xs:string">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:variable name="header" as="element(tei:teiHeader)" select="$document/tei:teiHeader"/>
    <xsl:variable name="author" as="xs:string" select="
        string-join(v:facts('author', $header) ! v:plain(.), ', ')"/>
    <xsl:variable name="title" as="xs:string"
        select="string((v:facts('title', $header) ! v:plain(.), $header/@v:title)[. ne ''][1])"/>
    <xsl:variable name="heads" as="xs:string*" select="
        (if ($author ne '') then $author else $title, $title)
        ! x:curled(.[string-length(.) le 50])"/>
    <xsl:sequence select="
        '\pagestyle{myheadings}\markboth{' || $heads[1] || '}{' || $heads[2] || '}&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
