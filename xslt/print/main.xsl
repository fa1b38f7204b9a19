<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 2 for print: a model becomes Typst markup. What things are is written as calls of
     functions of assets/edition.typ; how they look is said there and only there. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/labels.xsl"/>
  <xsl:include href="../common/header.xsl"/>
  <xsl:include href="../common/entity-names.xsl"/>
  <xsl:include href="../common/words-alone.xsl"/>
  <xsl:include href="../common/dates.xsl"/>
  <xsl:include href="../common/relations.xsl"/>
  <xsl:include href="../common/authorities.xsl"/>
  <xsl:include href="../common/manuscripts.xsl"/>
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
  <xsl:include href="typst.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="sources.xsl"/>
  <xsl:include href="witnesses.xsl"/>
  <xsl:include href="renditions.xsl"/>
  <xsl:include href="languages.xsl"/>
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
  <xsl:include href="names.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="register.xsl"/>

  <!-- the settings of the edition; print reads its address -->
  <xsl:param name="settings" as="map(xs:string, item()*)" select="map{}"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- the whole book, in the order of its pages -->
  <xsl:mode name="page" on-no-match="fail" visibility="public"
      use-accumulators="v:character-before"/>

  <xsl:template match="/" mode="page" as="text()*">
    <xsl:apply-templates select="tei:TEI" mode="page"/>
  </xsl:template>

  <xsl:template match="tei:TEI" mode="page" as="text()*">
    <xsl:call-template name="t:preamble"/>
    <xsl:apply-templates select="tei:teiHeader[$t:has-front]" mode="title-page"/>
    <xsl:apply-templates select="tei:teiHeader[$t:has-front]" mode="about"/>
    <xsl:text>&#10;#part(kind: "text"{', dir: rtl'[t:is-from-right((v:facts('title', current()/tei:teiHeader), current())[1])]})[{
        t:title(tei:teiHeader)}]&#10;&#10;#edited-text(numbering: {t:string(v:line-numbering(., $settings))})[&#10;</xsl:text>
    <xsl:call-template name="t:text"/>
    <xsl:text>&#10;]&#10;</xsl:text>
    <xsl:apply-templates select="tei:standOff[@v:part = 'apparatus']" mode="apparatus"/>
    <xsl:apply-templates select="tei:standOff[@v:part = 'register']" mode="register"/>
    <xsl:apply-templates select="tei:teiHeader[not($t:has-front)]" mode="about"/>
    <xsl:apply-templates select="tei:teiHeader" mode="colophon"/>
  </xsl:template>

  <!-- the text and everything written like it: calls of edition.typ, in document order. A rule is for
       a word of the model, which says what an element is. The priority of a rule says what stands
       outside of what: the language (20), the place of an entry (15), how a block is set (12), a name
       (10). Then comes what the element is; what is most common (3) is looked for first -->
  <xsl:mode name="content" on-no-match="fail"/>
</xsl:stylesheet>
