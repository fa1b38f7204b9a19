<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs; languages; and elements nobody wrote a rule for. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- a language other than that of the parent -->
  <xsl:template match="*[@xml:lang][not(@xml:lang = ../ancestor-or-self::*[@xml:lang][1]/@xml:lang)]"
      mode="content" priority="20" as="text()*">
    <xsl:text>#lang({t:string(@xml:lang)})[</xsl:text>
    <xsl:next-match/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="tei:text | tei:front | tei:body | tei:back | tei:group | tei:div | tei:div1
      | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7 | tei:floatingText
      | tei:titlePage | tei:epigraph | tei:argument | tei:postscript | tei:castList | tei:set
      | tei:performance"
      mode="content" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- a division's first heading; its level counts the divisions around it that have one, so
       that no level is skipped. The text as a whole has level 1, Typst and PDF/UA end at 6 -->
  <xsl:template match="tei:head[v:is-section(.)]" mode="content" as="text()*">
    <xsl:variable name="level" as="xs:integer"
        select="1 + count(ancestor::*[tei:head[v:is-section(.)]])"/>
    <xsl:text>&#10;#section({min(($level, 6))})[</xsl:text>
    <xsl:apply-templates mode="short"/>
    <xsl:text>][</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:head" mode="content" as="text()*">
    <xsl:text>&#10;#subheading[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- a heading as words alone: no notes, no marks -->
  <xsl:mode name="short" on-no-match="fail"/>
  <xsl:template match="*" mode="short" as="text()*">
    <xsl:apply-templates mode="short"/>
  </xsl:template>
  <xsl:template match="tei:lb" mode="short" as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="tei:note" mode="short" as="empty-sequence()"/>
  <xsl:template match="comment() | processing-instruction()" mode="short" as="empty-sequence()"/>
  <xsl:template match="text()" mode="short" as="text()?">
    <xsl:value-of select="t:markup(v:curl(., accumulator-before('v:character-before')))"/>
  </xsl:template>

  <xsl:template match="tei:p | tei:ab" mode="content" as="text()*">
    <xsl:text>&#10;#para({t:argument('n', @v:n)})[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:apply-templates select="following-sibling::*[1]/self::tei:closer[t:closes(current())]"
        mode="closing"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- where words or a mark came before, the first paragraph goes on with them -->
  <xsl:template match="(tei:note | tei:item | tei:cell | tei:figDesc | tei:desc | tei:licence
      | tei:witness | tei:availability | tei:edition | tei:editorialDecl/*)/*[1][self::tei:p[not(@v:n)] or self::tei:ab[not(@v:n)]]" mode="content" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <xsl:template match="*" mode="content" as="text()*">
    <xsl:call-template name="v:report-unhandled"/>
    <xsl:variable name="block" as="xs:boolean"
        select="v:holds-blocks(..) and not(v:holds-blocks(.))"/>
    <xsl:text>{if ($block) then '&#10;#unit[' else ''}</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>{if ($block) then ']&#10;' else ''}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
