<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page shows of a document: its title and what can be chosen, then the contents, the text with
     its notes and entries, and what the header says. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the document becomes the parts of the page, in their order -->
  <xsl:mode name="main" on-no-match="fail" use-accumulators="v:character-before"/>

  <xsl:template match="TEI" mode="main" as="element()+">
    <xsl:apply-templates select="." mode="title"/>
    <xsl:apply-templates select=".[h:is-compared(.) and h:shows('choices')]" mode="choices"/>
    <div class="{h:reader-classes(.)}">
      <xsl:apply-templates select="." mode="contents"/>
      <article id="{v:own-id('edition-text', .)}" tabindex="-1" aria-label="{h:text-name(.)}">
        <xsl:apply-templates select="text" mode="text"/>
      </article>
      <xsl:apply-templates select="." mode="apparatus"/>
      <xsl:call-template name="h:neighbours">
        <xsl:with-param name="document" select="."/>
      </xsl:call-template>
      <xsl:apply-templates select=".[h:is-reading-text(.) and h:shows('about')]" mode="about"/>
    </div>
  </xsl:template>

  <!-- what stands beside the text, for the style sheet -->
  <xsl:function name="h:reader-classes" as="xs:string+">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="commented" as="xs:boolean" select="
        h:is-reading-text($document)
        and exists($document/(text//note[@v:n], standOff[@v:part = 'apparatus']/listApp/app))"/>
    <xsl:sequence select="
        'reader', 'with-commentary'[$commented and (h:has-margin($document) or h:is-dense($document))],
        'with-contents'[h:has-contents($document)], 'quiet'[$commented and h:is-dense($document)]"/>
  </xsl:function>
</xsl:stylesheet>
