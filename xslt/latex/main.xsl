<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 2 for LaTeX: a model becomes a document for lualatex with reledmac, to hand over to a
     publisher. What things are is written as commands; how they look is said in the preamble. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/labels.xsl"/>
  <xsl:include href="../common/header.xsl"/>
  <xsl:include href="../common/entity-names.xsl"/>
  <xsl:include href="../common/words-alone.xsl"/>
  <xsl:include href="../common/dates.xsl"/>
  <xsl:include href="../common/relations.xsl"/>
  <xsl:include href="../common/authorities.xsl"/>
  <xsl:include href="../common/register.xsl"/>
  <xsl:include href="../common/correspondence.xsl"/>
  <xsl:include href="../common/lines.xsl"/>
  <xsl:include href="../common/line-numbering.xsl"/>
  <xsl:include href="../common/quotation-marks.xsl"/>
  <xsl:include href="../common/curled-quotes.xsl"/>
  <xsl:include href="../common/spaces.xsl"/>
  <xsl:include href="../common/sentences.xsl"/>
  <xsl:include href="../common/apparatus-entries.xsl"/>
  <xsl:include href="../common/cited-sources.xsl"/>
  <xsl:include href="../common/raised.xsl"/>
  <xsl:include href="../common/witnesses.xsl"/>
  <xsl:include href="tex.xsl"/>
  <xsl:include href="languages.xsl"/>
  <xsl:include href="renditions.xsl"/>
  <xsl:include href="preamble.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="faces.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="witnesses.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="letters.xsl"/>
  <xsl:include href="quotations.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="code.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="phrases.xsl"/>
  <xsl:include href="breaks.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="places.xsl"/>
  <xsl:include href="register.xsl"/>

  <!-- the settings of the edition; LaTeX reads its address -->
  <xsl:param name="settings" as="map(xs:string, item()*)" select="map{}"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- the whole document, in the order of its pages -->
  <xsl:mode name="page" on-no-match="fail" visibility="public"
      use-accumulators="v:character-before"/>

  <xsl:template match="/" mode="page" as="text()*">
    <xsl:apply-templates select="tei:TEI" mode="page"/>
  </xsl:template>

  <xsl:template match="tei:TEI" mode="page" as="text()*">
    <xsl:call-template name="x:preamble"/>
    <xsl:text>\begin{document}&#10;</xsl:text>
    <xsl:apply-templates select="tei:teiHeader" mode="header"/>
    <xsl:apply-templates select="tei:standOff[@v:part = ('witnesses', 'signs')]" mode="conspectus"/>
    <xsl:variable name="text" as="text()*">
      <xsl:apply-templates select="tei:text" mode="blocks"/>
    </xsl:variable>
    <xsl:variable name="numbers" as="text()*">
      <xsl:if test="empty($text) and exists(x:units(tei:text))">
        <xsl:call-template name="x:paragraph">
          <xsl:with-param name="content" select="x:units(tei:text)"/>
          <xsl:with-param name="block" select="()"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="exists(($text, $numbers))">
      <xsl:text>&#10;\beginnumbering&#10;</xsl:text>
      <xsl:sequence select="$text, $numbers"/>
      <xsl:text>\endnumbering&#10;</xsl:text>
    </xsl:if>
    <xsl:apply-templates select="tei:standOff[@v:part = 'apparatus']" mode="unplaced"/>
    <xsl:apply-templates select="tei:standOff[@v:part = 'register']" mode="register"/>
    <xsl:text>\end{document}&#10;</xsl:text>
  </xsl:template>

  <!-- Words within a paragraph: commands of LaTeX, in document order. Around each other stand, by
       the priorities of their templates: line breaks (25), language (20), look (18), an entry (15),
       and what an element's own word asks for. Any other element keeps its words. -->
  <xsl:mode name="content" on-no-match="fail"/>
</xsl:stylesheet>
