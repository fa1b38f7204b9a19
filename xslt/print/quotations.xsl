<?xml version="1.0" encoding="UTF-8"?>
<!-- Words with quotation marks: quotations, glosses, words that are called so. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- quotation marks are the text's own where it has any -->
  <xsl:template match="*[@v:is = ('quotation', 'so-called', 'gloss')][not(@v:block)]
      [not(v:is-quoted(.) or ancestor::v:printed-entry)]" mode="content" as="text()*">
    <xsl:text>{t:markup(l:label('quote.open'))}</xsl:text>
    <xsl:call-template name="t:words"/>
    <xsl:text>{t:markup(l:label('quote.close'))}</xsl:text>
  </xsl:template>

  <!-- a quotation with its source has no marks of its own; what is quoted in it stands in its block -->
  <xsl:template match="*[@v:is = 'quotation'][t:has-source(.)][not(@v:block)]
      | *[@v:is = 'quotation'][t:has-source(..)][../@v:block]" mode="content"
      priority="2" as="text()*">
    <xsl:call-template name="t:words"/>
  </xsl:template>

  <xsl:function name="t:has-source" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@v:is = 'quotation' and exists($element/*[@v:is = 'quotation'])
        and not($element/text()[normalize-space()])"/>
  </xsl:function>
</xsl:stylesheet>
