<?xml version="1.0" encoding="UTF-8"?>
<!-- A TEI file becomes the model of one of its texts, which each output then renders. TEI in, TEI out; what the encoding
     means is decided here and nowhere else, so that every output says the same.

     0  without-text      a document without a text gets one, made of what it has instead
     1  reading-text      where the encoding offers alternatives the reading text is chosen; anchors
                          mark where each entry of the apparatus begins and ends
     2  whitespace        every element is described; white space is collapsed within blocks and
                          removed between them
     3  location-anchors  lemmas of entries that name only a place are found and anchors set there
     4  number            anchors become extents; blocks, verses, notes and mentions get numbers;
                          pointers are resolved
     5  assemble          the facts of the header are named; the apparatus, the witnesses and the
                          register entries mentioned stand beside the text

     What the result looks like is told in model.rng. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/labels.xsl"/>
  <xsl:include href="../common/sentences.xsl"/>
  <xsl:include href="../common/header.xsl"/>
  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="../common/entity-names.xsl"/>
  <xsl:include href="../common/words-alone.xsl"/>
  <xsl:include href="../common/authorities.xsl"/>
  <xsl:include href="../common/raised.xsl"/>
  <xsl:include href="../common/dates.xsl"/>
  <xsl:include href="../common/relations.xsl"/>
  <xsl:include href="../common/collated.xsl"/>
  <xsl:include href="../common/parts.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="sigla.xsl"/>
  <xsl:include href="short-names.xsl"/>
  <xsl:include href="without-text.xsl"/>
  <xsl:include href="unnamed-entries.xsl"/>
  <xsl:include href="notes-elsewhere.xsl"/>
  <xsl:include href="changes.xsl"/>
  <xsl:include href="transpositions.xsl"/>
  <xsl:include href="reading-text.xsl"/>
  <xsl:include href="left-out.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="composed.xsl"/>
  <xsl:include href="signs.xsl"/>
  <xsl:include href="spoken.xsl"/>
  <xsl:include href="characters.xsl"/>
  <xsl:include href="formulas.xsl"/>
  <xsl:include href="code.xsl"/>
  <xsl:include href="pictures.xsl"/>
  <xsl:include href="manuscripts.xsl"/>
  <xsl:include href="words-apart.xsl"/>
  <xsl:include href="attachment.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="series.xsl"/>
  <xsl:include href="readings.xsl"/>
  <xsl:include href="operations.xsl"/>
  <xsl:include href="agreement.xsl"/>
  <xsl:include href="states.xsl"/>
  <xsl:include href="editorial-divisions.xsl"/>
  <xsl:include href="elements.xsl"/>
  <xsl:include href="description.xsl"/>
  <xsl:include href="items.xsl"/>
  <xsl:include href="quotation-marks.xsl"/>
  <xsl:include href="renditions.xsl"/>
  <xsl:include href="../common/languages.xsl"/>
  <xsl:include href="whitespace.xsl"/>
  <xsl:include href="location-targets.xsl"/>
  <xsl:include href="lemma-search.xsl"/>
  <xsl:include href="location-anchors.xsl"/>
  <xsl:include href="extents.xsl"/>
  <xsl:include href="segments.xsl"/>
  <xsl:include href="number.xsl"/>
  <xsl:include href="source-numbers.xsl"/>
  <xsl:include href="names-in-contents.xsl"/>
  <xsl:include href="presence.xsl"/>
  <xsl:include href="gaps.xsl"/>
  <xsl:include href="lost-words.xsl"/>
  <xsl:include href="places.xsl"/>
  <xsl:include href="surroundings.xsl"/>
  <xsl:include href="apparatus-entries.xsl"/>
  <xsl:include href="entity-kinds.xsl"/>
  <xsl:include href="references.xsl"/>
  <xsl:include href="pointers.xsl"/>
  <xsl:include href="printed-entry.xsl"/>
  <xsl:include href="units.xsl"/>
  <xsl:include href="printed-line.xsl"/>
  <xsl:include href="assemble.xsl"/>
  <xsl:include href="witness-list.xsl"/>
  <xsl:include href="register.xsl"/>
  <xsl:include href="witness.xsl"/>
  <xsl:include href="collation.xsl"/>
  <xsl:include href="parts-of-pages.xsl"/>
  <xsl:include href="summary.xsl"/>
  <xsl:include href="passages.xsl"/>
  <xsl:include href="citable.xsl"/>

  <!-- the registers of the edition -->
  <xsl:param name="registers" as="document-node()*" select="()"/>
  <!-- where lines of the source end: `kept` or `flowed`, else as each element has it -->
  <xsl:param name="lines" as="xs:string" select="''"/>
  <!-- for mode `witness`: the siglum whose text is wanted -->
  <xsl:param name="witness" as="xs:string" select="''"/>
  <!-- what the document is called, which its xml:id does not say where another document has the same -->
  <xsl:param name="id" as="xs:string" select="''"/>

  <!-- the steps, each over the whole of what the step before it made -->
  <xsl:mode name="model" on-no-match="fail" visibility="public" use-accumulators="v:spans"/>

  <xsl:template match="/" mode="model" as="document-node()">
    <xsl:sequence select="
        . ! v:with-named-entries(., false()) ! v:with-text(.) ! v:with-notes-elsewhere(.) ! v:with-changes(.) ! v:with-transpositions(.) ! (v:reading-text(.) => v:spaced() => v:with-location-anchors() => v:numbered(.) => v:assembled())"/>
  </xsl:template>

  <xsl:function name="v:reading-text" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:document>
      <xsl:apply-templates select="$document/tei:TEI" mode="reading-text"/>
    </xsl:document>
  </xsl:function>

  <xsl:function name="v:spaced" as="document-node()">
    <xsl:param name="chosen" as="document-node()"/>
    <xsl:document>
      <xsl:apply-templates select="$chosen/*" mode="whitespace">
        <xsl:with-param name="declarations" tunnel="yes" select="v:declared-renditions($chosen)"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:function>

  <xsl:function name="v:numbered" as="document-node()">
    <xsl:param name="located" as="document-node()"/>
    <xsl:param name="origin" as="document-node()"/>
    <xsl:document>
      <xsl:apply-templates select="$located/*" mode="number">
        <xsl:with-param name="extents" tunnel="yes" select="v:extents($located//tei:text[not(ancestor::tei:text)])"/>
        <xsl:with-param name="origin" tunnel="yes" select="$origin"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:function>

  <xsl:function name="v:assembled" as="document-node()">
    <xsl:param name="numbered" as="document-node()"/>
    <xsl:call-template name="v:report-unknown">
      <xsl:with-param name="document" select="$numbered"/>
    </xsl:call-template>
    <xsl:document>
      <xsl:apply-templates select="$numbered/*" mode="assemble"/>
    </xsl:document>
  </xsl:function>
</xsl:stylesheet>
