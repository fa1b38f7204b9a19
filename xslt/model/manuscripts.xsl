<?xml version="1.0" encoding="UTF-8"?>
<!-- Descriptions of manuscripts in the text: each part has a line of its own, with its name. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the parts of a description get their names as headings, unless they have one -->
  <xsl:template mode="reading-text" as="element()" match="
      tei:msContents[v:lacks-heading(.)] | tei:physDesc[v:lacks-heading(.)]
      | tei:history[v:lacks-heading(.)] | tei:additional[v:lacks-heading(.)]">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <tei:head>
        <xsl:sequence select="v:generated('label', l:label('html.source.' || local-name()))"/>
      </tei:head>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="v:lacks-heading" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        exists($part/ancestor::tei:text) and empty($part/tei:head) and normalize-space($part) ne ''"/>
  </xsl:function>

  <!-- how high, wide and deep something is -->
  <xsl:template match="tei:text//tei:dimensions" mode="reading-text" as="node()+">
    <xsl:sequence select="v:space('before'[matches(current()/preceding-sibling::node()[1], '\S$')])"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:sequence select="(@unit, */@unit)[1][normalize-space(current())] ! v:generated('unit', ' ' || .)"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
