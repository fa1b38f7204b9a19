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

  <!-- whether blocks stand here rather than words -->
  <xsl:function name="t:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
        exists($element/(self::tei:text | self::tei:front | self::tei:body | self::tei:back
          | self::tei:group | self::tei:floatingText | self::tei:div | self::tei:div1
          | self::tei:div2 | self::tei:div3 | self::tei:div4 | self::tei:div5 | self::tei:div6
          | self::tei:div7 | self::tei:titlePage | self::tei:sp | self::tei:epigraph
          | self::tei:argument | self::tei:postscript | self::tei:castList | self::tei:set
          | self::tei:performance | self::tei:listBibl))
        or exists($element/(tei:p | tei:ab | tei:lg | tei:l | tei:div | tei:sp | tei:list
          | tei:table | tei:head)) and not($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- whether an element stands on lines of its own wherever it is -->
  <xsl:function name="t:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/(self::tei:p | self::tei:ab | self::tei:lg | self::tei:l | self::tei:sp
          | self::tei:list | self::tei:listBibl | self::tei:listPerson | self::tei:listPlace
          | self::tei:listOrg | self::tei:listEvent | self::tei:listObject | self::tei:listNym
          | self::tei:table | self::tei:figure | self::tei:head | self::tei:opener
          | self::tei:closer | self::tei:castItem | self::tei:castGroup | self::tei:byline
          | self::tei:trailer | self::tei:figDesc | self::tei:docTitle | self::tei:titlePart
          | self::tei:docAuthor | self::tei:docImprint | self::tei:docDate
          | self::tei:docEdition | self::tei:imprimatur | self::tei:epigraph))
        or t:holds-blocks($element)"/>
  </xsl:function>

  <!-- whether an element can be marked as one run of words: in a PDF for all readers no emphasis
       and no link goes across paragraphs -->
  <xsl:function name="t:is-run" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        not(t:holds-blocks($element)) and (every $child in $element/(* except tei:note)
        satisfies not(t:is-block($child)) and t:is-run($child))"/>
  </xsl:function>

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
  <xsl:template match="tei:head[t:is-section(.)]" mode="content" as="text()*">
    <xsl:variable name="level" as="xs:integer"
        select="1 + count(ancestor::*[tei:head[t:is-section(.)]])"/>
    <xsl:text>&#10;#section({min(($level, 6))})[</xsl:text>
    <xsl:apply-templates mode="short"/>
    <xsl:text>][</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="t:is-section" as="xs:boolean">
    <xsl:param name="head" as="element(tei:head)"/>
    <xsl:sequence select="
        exists($head/parent::*[self::tei:front or self::tei:body or self::tei:back
          or self::tei:group or matches(local-name(), '^div[1-7]?$')])
        and not($head/preceding-sibling::tei:head)
        and normalize-space($head)
        and empty($head/ancestor::tei:floatingText)"/>
  </xsl:function>

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
        select="t:holds-blocks(..) and not(t:holds-blocks(.))"/>
    <xsl:text>{if ($block) then '&#10;#unit[' else ''}</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>{if ($block) then ']&#10;' else ''}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
