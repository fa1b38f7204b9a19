<?xml version="1.0" encoding="UTF-8"?>
<!-- Verses: those that follow each other are a stanza of reledmac. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- a verse's number is set where it does not follow from the one before; a verse without one does
       not count. LaTeX prints every fifth, and what is no plain number stands beside the line -->
  <xsl:template name="x:stanza" as="text()*">
    <xsl:param name="verses" as="element()+"/>
    <xsl:text>\stanza&#10;</xsl:text>
    <xsl:for-each select="$verses">
      <xsl:variable name="before" as="xs:integer" select="position() - 1"/>
      <xsl:value-of select="
          @v:n[. castable as xs:positiveInteger]
              [$before eq 0 or not(string(number($verses[$before]/@v:n) + 1) eq string(.))]
          ! ('\setline{' || . || '}'),
          '\skipnumbering{}'[not(current()/@v:n[. castable as xs:positiveInteger])],
          @v:n[x:is-beside(.)] ! ('\editionverse{' || x:escape(.) || '}')" separator=""/>
      <xsl:call-template name="x:verse"/>
      <xsl:value-of select="if (position() eq last()) then '\&amp;&#10;' else '&amp;&#10;'"/>
    </xsl:for-each>
  </xsl:template>

  <!-- whether a number is written beside its verse, for LaTeX would not print it -->
  <xsl:function name="x:is-beside" as="xs:boolean">
    <xsl:param name="number" as="attribute(v:n)"/>
    <xsl:sequence select="
        if ($number castable as xs:positiveInteger)
        then $number/../@v:shown and xs:integer($number) mod 5 ne 0
        else true()"/>
  </xsl:function>

  <!-- whether numbers are those of verses, and not of the lines of a page -->
  <xsl:function name="x:counts-verses" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element()"/>
    <xsl:sequence select="exists($document/*:text//*[@v:is = 'verse'])"/>
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
