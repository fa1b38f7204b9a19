<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 2 for the web: a model becomes one page; the summaries of all models become the pages of
     the site. No page needs a script, and none asks for anything but files of the site. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/labels.xsl"/>
  <xsl:include href="../common/header.xsl"/>
  <xsl:include href="../common/entity-names.xsl"/>
  <xsl:include href="../common/words-alone.xsl"/>
  <xsl:include href="../common/dates.xsl"/>
  <xsl:include href="../common/relations.xsl"/>
  <xsl:include href="../common/correspondence.xsl"/>
  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="../common/authorities.xsl"/>
  <xsl:include href="../common/manuscripts.xsl"/>
  <xsl:include href="../common/lines.xsl"/>
  <xsl:include href="../common/quotation-marks.xsl"/>
  <xsl:include href="../common/curled-quotes.xsl"/>
  <xsl:include href="../common/cited-sources.xsl"/>
  <xsl:include href="../common/raised.xsl"/>
  <xsl:include href="../common/witnesses.xsl"/>
  <xsl:include href="../common/collated.xsl"/>
  <xsl:include href="../common/parts.xsl"/>
  <xsl:include href="../common/languages.xsl"/>
  <xsl:include href="../model/entity-kinds.xsl"/>
  <xsl:include href="languages.xsl"/>
  <xsl:include href="renditions.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="letters.xsl"/>
  <xsl:include href="quotations.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="code.xsl"/>
  <xsl:include href="formulas.xsl"/>
  <xsl:include href="phrases.xsl"/>
  <xsl:include href="breaks.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="neighbours.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="markup.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="commentary.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="dates.xsl"/>
  <xsl:include href="witnesses.xsl"/>
  <xsl:include href="witness-comparison.xsl"/>
  <xsl:include href="frames.xsl"/>
  <xsl:include href="conspectus.xsl"/>
  <xsl:include href="title.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="parties.xsl"/>
  <xsl:include href="source.xsl"/>
  <xsl:include href="citation.xsl"/>
  <xsl:include href="linked-data.xsl"/>
  <xsl:include href="assets.xsl"/>
  <xsl:include href="face.xsl"/>
  <xsl:include href="settings.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="reading-page.xsl"/>
  <xsl:include href="own-pages.xsl"/>
  <xsl:include href="register.xsl"/>
  <xsl:include href="register-entries.xsl"/>
  <xsl:include href="documents.xsl"/>
  <xsl:include href="order-of-documents.xsl"/>
  <xsl:include href="calendar.xsl"/>
  <xsl:include href="cards.xsl"/>
  <xsl:include href="register-letters.xsl"/>
  <xsl:include href="register-mentions.xsl"/>
  <xsl:include href="timeline.xsl"/>
  <xsl:include href="map.xsl"/>
  <xsl:include href="site.xsl"/>
  <xsl:include href="search.xsl"/>
  <xsl:include href="beacon.xsl"/>
  <xsl:include href="citing.xsl"/>
  <xsl:include href="citation-styles.xsl"/>
  <xsl:include href="about.xsl"/>

  <!-- `title` of the site; `url` where it is published; `formats`: the targets that are built -->
  <xsl:param name="settings" as="map(*)" select="map { }"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"
      include-content-type="no"/>

  <!-- one page from one model: the head, the title, the text, its notes and apparatus, and what
       the header says of source, principles, rights and version -->
  <xsl:mode name="page" on-no-match="fail" visibility="public"
      use-accumulators="v:character-before"/>

  <!-- the text as HTML: every element has a rule, if only the last one, which keeps its text -->
  <xsl:mode name="text" on-no-match="fail" use-accumulators="v:character-before"/>
</xsl:stylesheet>
