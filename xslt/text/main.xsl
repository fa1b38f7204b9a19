<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 2, plain text: a model becomes UTF-8 text. Quotation marks stay straight. What plain text
     cannot show has no file here: languages leave words as they are,
     and a speech is blocks like any other. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/cited-sources.xsl"/>
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
  <xsl:include href="../common/sentences.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="letters.xsl"/>
  <xsl:include href="quotations.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="phrases.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="breaks.xsl"/>
  <xsl:include href="renditions.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="register.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- 1  the text of a witness: its blocks alone; of a fragment, what is missing in a line before
       2  the reading text: title and source, numbered blocks, then notes, apparatus, and what signs say -->
  <xsl:mode name="page" on-no-match="fail" visibility="public"/>

  <xsl:template match="/" mode="page" as="text()">
    <xsl:apply-templates select="tei:TEI" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:TEI" mode="page" as="text()">
    <xsl:value-of select="p:join((v:lacks(.), p:blocks(tei:text, false())))"/>
  </xsl:template>

  <xsl:template match="tei:TEI[@v:text = 'reading']" mode="page" as="text()">
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="tei:teiHeader" mode="header"/>
      <xsl:sequence select="p:section('text',
          string-join(p:blocks(tei:text, true())[. ne ''], '&#10;&#10;')[. ne ''])"/>
      <xsl:variable name="notes" as="xs:string*">
        <xsl:apply-templates select="tei:text//*[@v:is = 'note'][@v:n]" mode="note">
          <xsl:with-param name="numbered" tunnel="yes" select="false()"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:sequence select="p:section('notes', $notes)"/>
      <xsl:sequence select="
          p:apparatuses(tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app)"/>
      <xsl:sequence select="
          p:section('signs', tei:standOff[@v:part = 'signs']/v:sign ! (@v:shown || ' ' || .)),
          p:register(.)"/>
    </xsl:variable>
    <xsl:value-of select="p:with-numbers(p:join($parts))"/>
  </xsl:template>

  <!-- blocks are set apart by an empty line; the file ends with one line end -->
  <xsl:function name="p:join" as="xs:string">
    <xsl:param name="blocks" as="xs:string*"/>
    <xsl:sequence select="string-join($blocks[. ne ''], '&#10;&#10;') || '&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
