<?xml version="1.0" encoding="UTF-8"?>
<!-- What has quotation marks, unless it is a block: quotations, glosses, words that are called so. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the marks are the text's own where it has any; a printed entry has those of the model; where a
       quotation stands with its source in another, the inner one has them -->
  <xsl:template match="*[@v:is = ('quotation', 'so-called', 'gloss')][not(@v:block)]
      [not(*/@v:is = 'quotation' and not(text()[normalize-space()]))]
      [not(v:is-quoted(.) or ancestor::v:printed-entry)]" mode="content" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="x:escape(l:label('quote.open'))"/>
      <xsl:with-param name="after" select="x:escape(l:label('quote.close'))"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
