<?xml version="1.0" encoding="UTF-8"?>
<!-- A model as Markdown: an output that the program does not have. -->
<xsl:package name="urn:variorum:markdown" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- labels and settings are given to every output -->
  <xsl:param name="locales" as="document-node()*" select="()"/>
  <xsl:param name="language" as="xs:string" select="'en'"/>
  <xsl:param name="settings" as="map(*)" select="map { }"/>

  <!-- the title, then each block as a paragraph -->
  <xsl:mode name="page" on-no-match="shallow-skip" visibility="public"/>

  <xsl:template match="TEI" mode="page" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:sequence select="'# ' || normalize-space((.//titleStmt/title)[1])"/>
      <xsl:apply-templates select="text" mode="block"/>
      <xsl:apply-templates select="text//note[@v:n]" mode="note"/>
    </xsl:variable>
    <xsl:sequence select="string-join($blocks, '&#10;&#10;') || '&#10;'"/>
  </xsl:template>

  <!-- blocks that hold words, however deep they stand -->
  <xsl:mode name="block" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="block"/>

  <xsl:template match="*[@v:block = 'words']" mode="block" as="xs:string?">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates mode="words"/>
    </xsl:variable>
    <xsl:sequence select="string-join($words)[normalize-space()] ! (v:mark(current()) || .)"/>
  </xsl:template>

  <!-- what stands before a block -->
  <xsl:function name="v:mark" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        if ($block/@v:is = 'heading') then '## '
        else if ($block/@v:is = 'item') then '- '
        else if ($block/@v:n) then $block/@v:n || '\. '
        else ''"/>
  </xsl:function>

  <!-- the words of a block: marks of Markdown are escaped, notes become their numbers -->
  <xsl:mode name="words" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="words" as="xs:string">
    <xsl:sequence select="replace(., '([\\`*_\[\]#])', '\\$1')"/>
  </xsl:template>

  <xsl:template match="*[@v:rendition/tokenize(.) = 'italic']" mode="words" as="xs:string+">
    <xsl:sequence select="'*'"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="'*'"/>
  </xsl:template>

  <xsl:template match="note" mode="words" as="xs:string?">
    <xsl:sequence select="@v:n ! ('[^' || . || ']')"/>
  </xsl:template>

  <!-- a note below the text -->
  <xsl:mode name="note" on-no-match="fail"/>

  <xsl:template match="note" mode="note" as="xs:string">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates mode="words"/>
    </xsl:variable>
    <xsl:sequence select="'[^' || @v:n || ']: ' || normalize-space(string-join($words))"/>
  </xsl:template>
</xsl:package>
