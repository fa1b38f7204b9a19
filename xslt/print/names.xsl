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

  <xsl:template match="tei:text//*[@v:mention or @v:address][not(t:is-unit(.))]" mode="content" priority="10"
      as="text()*">
    <xsl:variable name="link" as="xs:string?" select="t:link-of-name(.)"/>
    <xsl:text>{$link ! (. || '[')}</xsl:text>
    <xsl:next-match/>
    <xsl:text>{']'[exists($link)]}</xsl:text>
  </xsl:template>

  <!-- a name leads to its entry, and one that no register has to where it is told of; words that
       name their speaker or source are no name -->
  <xsl:function name="t:link-of-name" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="xs:string?" select="
        tokenize($name[@v:mention]/@v:entity)[1][exists(key('t:register-entry', ., root($name)))]"/>
    <xsl:sequence select="
        if (exists($entry)) then
          '#ent(' || t:string($name/@v:mention) || ', ' || t:string($entry)
          || ', linked: false'[$name/@v:is = ('quotation', 'passage') or not(t:may-be-link($name))] || ')'
        else $name/@v:address[$name/@v:is = ('name', 'place', 'title')][not($name/@v:mention)]
          [exists(v:web-address(.))][t:may-be-link($name)] ! ('#external(' || t:string(.) || ')')"/>
  </xsl:function>

  <!-- a link may not hold a link: within a name, beside a note or around blocks there is none -->
  <xsl:function name="t:may-be-link" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        t:is-run($name) and normalize-space($name) ne ''
        and not($name/ancestor::*[@v:mention or @v:is = 'reference' or @v:address]
                or $name//*/@v:is = ('note', 'reference', 'pointer'))"/>
  </xsl:function>
</xsl:stylesheet>
