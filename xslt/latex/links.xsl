<?xml version="1.0" encoding="UTF-8"?>
<!-- References and pointers: those that lead to the web are links. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'reference'][matches(@target, '^https?://\S+$')]
      [normalize-space()][x:is-one-run(.)]
      [not(.//*[@v:is = ('note', 'reference', 'pointer')] or ancestor::*[@v:is = 'reference'])]"
      mode="content" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="'\href{' || x:address(@target) || '}{'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a name leads to its entry in the register, or to where it is told of; a link may hold no other -->
  <xsl:template match="*:text//*[@v:mention or @v:address][normalize-space()][x:is-one-run(.)]
      [not(ancestor::*[@v:is = 'reference' or @v:mention or @v:address]
           or .//*[@v:is = ('note', 'reference', 'pointer')])]"
      mode="content" priority="10" as="text()*">
    <xsl:variable name="link" as="xs:string?" select="x:link-of-name(.)"/>
    <xsl:value-of select="$link ! (. || '{')"/>
    <xsl:next-match/>
    <xsl:value-of select="$link ! '}'"/>
  </xsl:template>

  <xsl:function name="x:link-of-name" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        if ($name/@v:is = ('quotation', 'passage')) then ()
        else if ($name/@v:mention)
        then tokenize($name/@v:entity)[1][exists(key('x:register-entry', ., root($name)))]
             ! ('\hyperlink{' || x:entry-id(.) || '}')
        else $name/@v:address[$name/@v:is = ('name', 'place', 'title')][exists(v:web-address(.))]
             ! ('\href{' || x:address(.) || '}')"/>
  </xsl:function>

  <!-- one without words shows the address -->
  <xsl:template match="*[@v:is = 'pointer'][@target][not(ancestor::*[@v:is = 'reference'])]
      | *[@v:is = 'reference'][matches(@target, '^https?://')][not(normalize-space())]"
      mode="content" as="text()*">
    <xsl:for-each select="tokenize(@target)[matches(., '^https?://')]">
      <xsl:value-of select="' '[position() gt 1]"/>
      <xsl:value-of select="
          x:unseen('address', ()) || '\href{' || x:address(.) || '}{' || x:escape(.) || '}'"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
