<?xml version="1.0" encoding="UTF-8"?>
<!-- Verses: those that follow each other are a stanza of reledmac. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- What counts the lines of LaTeX: the verses, whose numbers are those of the edition, or else what
       the settings say. A text without entries has no lines to refer to, but the numbers of its verses. -->
  <xsl:function name="x:counts-verses" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:sequence select="
        v:line-numbering($document, $settings) eq 'source'
        or empty(($settings?print?numbering, v:entries-by-line($document)))
           and exists($document/tei:text//*[@v:is = 'verse'])"/>
  </xsl:function>

  <!-- the verses that follow each other -->
  <xsl:template name="x:stanza" as="text()*">
    <xsl:param name="verses" as="element()+"/>
    <xsl:variable name="counted" as="xs:boolean" select="x:counts-verses(root($verses[1])/tei:TEI)"/>
    <xsl:text>\stanza&#10;</xsl:text>
    <xsl:for-each select="$verses">
      <xsl:variable name="before" as="xs:integer" select="position() - 1"/>
      <xsl:value-of separator="" select="
          if ($counted) then x:numbers-of(., $verses[$before])
          else @v:n[v:shows-number(current())] ! x:beside(.)"/>
      <xsl:call-template name="x:verse"/>
      <xsl:value-of select="if (position() eq last()) then '\&amp;&#10;' else '&amp;&#10;'"/>
    </xsl:for-each>
  </xsl:template>

  <!-- where verses count, a verse's number is set where it does not follow from the one before; a verse
       without one does not count. LaTeX prints every fifth, and what is no plain number, or would not
       be printed by LaTeX, stands beside the line -->
  <xsl:function name="x:numbers-of" as="xs:string*">
    <xsl:param name="verse" as="element()"/>
    <xsl:param name="before" as="element()?"/>
    <xsl:variable name="number" as="attribute(v:n)?"
        select="$verse/@v:n[. castable as xs:positiveInteger]"/>
    <xsl:sequence select="
        $number[empty($before) or not(string(number($before/@v:n) + 1) eq string(.))]
        ! ('\setline{' || . || '}'),
        '\skipnumbering{}'[empty($number)],
        ($verse/@v:n except $number[xs:integer(.) mod 5 eq 0])[v:shows-number($verse)] ! x:beside(.)"/>
  </xsl:function>

  <xsl:function name="x:beside" as="xs:string">
    <xsl:param name="number" as="attribute(v:n)"/>
    <xsl:sequence select="'\editionverse{' || x:escape($number) || '}'"/>
  </xsl:function>

  <xsl:template name="x:verse" as="text()*">
    <xsl:variable name="look" as="xs:string*" select="x:look-around(.)"/>
    <xsl:variable name="open" as="xs:string*" select="
        (1 to xs:integer((@v:steps, 1)[1])) ! '\editionverseindent{}'[$look = 'indented'],
        (x:own-language(.) ! ('\foreignlanguage{' || . || '}{'), x:commands($look))"/>
    <xsl:value-of select="$open" separator=""/>
    <xsl:apply-templates select="x:before(.), node(), x:after(.)" mode="content">
      <xsl:with-param name="capitals" tunnel="yes" select="$look = 'capitals'"/>
    </xsl:apply-templates>
    <xsl:value-of select="$open[not(ends-with(., '{}'))] ! '}'" separator=""/>
  </xsl:template>
</xsl:stylesheet>
