<?xml version="1.0" encoding="UTF-8"?>
<!-- Names and other pointers to the register. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <xsl:key name="t:register-entry" match="tei:standOff[@v:part = 'register']//*[@v:id]" use="@v:id"/>

  <!-- a name that no register has leads to where it is told of -->
  <xsl:template match="tei:text//*[@v:address][not(@v:mention or @v:block)][@v:is = ('name', 'place', 'title')]
      [exists(v:web-address(@v:address))][t:is-run(.)][normalize-space()]
      [not(ancestor::*[@v:mention or @v:is = 'reference' or @v:address]
           or .//*/@v:is = ('note', 'reference', 'pointer'))]" mode="content" priority="10" as="text()*">
    <xsl:text>#external({t:string(@v:address)})[</xsl:text>
    <xsl:next-match/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- a link may not hold a link: within a name, beside a note or around blocks there is none;
       words that name their speaker or source are no name either -->
  <xsl:template match="tei:text//*[@v:mention][key('t:register-entry', tokenize(@v:entity)[1])]"
      mode="content" priority="10" as="text()*">
    <xsl:variable name="entry" as="xs:string" select="tokenize(@v:entity)[1]"/>
    <xsl:variable name="linked" as="xs:boolean" select="
        not(@v:block or @v:is = ('quotation', 'passage')
            or ancestor::*[@v:mention or @v:is = 'reference']
            or .//*/@v:is = ('note', 'reference', 'pointer')) and t:is-run(.) and string(.)"/>
    <xsl:text>#ent({t:string(@v:mention)}, {t:string($entry)}</xsl:text>
    <xsl:text>{if ($linked) then '' else ', linked: false'})[</xsl:text>
    <xsl:next-match/>
    <xsl:text>]</xsl:text>
  </xsl:template>
</xsl:stylesheet>
