<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of rows, on which two forms of a text stand side by side: the text and its translation, tied by
     @corresp in one document or in two, and the text and the pictures of its pages. Notes and entries
     are not told again: their marks lead to the page of the reading text. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:page-of-rows" as="element()">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="rows" as="element()+"/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="l:label($label) || ': ' || h:page-title($document)"/>
      <xsl:with-param name="tag" select="h:text-language($document)"/>
      <xsl:with-param name="pictures" select="true()"/>
      <xsl:with-param name="styles" select="'side-by-side.css'"/>
      <xsl:with-param name="main" as="element()+">
        <header class="title">
          <h1><a href="{h:own-page($document)}">{h:title($document)}</a></h1>
          <p class="subtitle">
            <xsl:sequence select="h:label-language($document)"/>
            <xsl:text>{string-join((h:text-name($document)[not(h:is-reading-text($document))], l:label($label)), ' · ')}</xsl:text>
          </p>
          <xsl:sequence select="h:other-rows($document, $label)"/>
        </header>
        <div class="rows" id="{h:second($document)}"><xsl:sequence select="$rows"/></div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <!-- by this name of all rows a link asks for the second form alone, as a frame shows it -->
  <xsl:function name="h:second" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="v:own-id('second', $document)"/>
  </xsl:function>

  <!-- links to the other pairs -->
  <xsl:function name="h:other-rows" as="element(nav)?" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:variable name="links" as="element()*">
      <xsl:call-template name="h:pairs">
        <xsl:with-param name="document" select="$document"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="exists($links[. ne l:label($label)])">
      <nav class="forms" aria-label="{l:label('html.forms')}">
        <xsl:sequence select="h:label-language($document)"/>
        <ul>
          <xsl:for-each select="$links[. ne l:label($label)]"><li><xsl:sequence select="."/></li></xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- the page of one form beside another, of the same text as this page -->
  <xsl:function name="h:page-of-pair" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="pair" as="xs:string"/>
    <xsl:sequence select="replace(h:own-page($document), '\.html$', '.' || $pair || '.html')"/>
  </xsl:function>

  <!-- the text alone, as a document of its own: its notes and entries are those of the reading text -->
  <xsl:function name="h:text-alone" as="element(TEI)">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="made" as="document-node()">
      <xsl:document>
        <xsl:copy select="$document">
          <xsl:copy-of select="@*"/>
          <xsl:attribute name="v:text" select="'side-by-side'"/>
          <xsl:sequence select="$text"/>
        </xsl:copy>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="$made/TEI"/>
  </xsl:function>

  <!-- a text from another document has no places that links on this page could lead to: only its notes
       keep their names, by which they are found on the page of that document -->
  <xsl:mode name="elsewhere" on-no-match="shallow-copy"/>
  <xsl:template match="@xml:id | *[not(@v:is = 'note')]/(@v:id | @v:mention | @v:n)" mode="elsewhere"/>
  <xsl:template match="@corresp" mode="elsewhere" as="attribute()">
    <xsl:attribute name="corresp" select="tokenize(.)[matches(., '.#')] ! replace(., '^.*#', '#')"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'note'][@v:n][h:is-beside-another(.)]" mode="text" as="element()" priority="10">
    <xsl:element name="{if (../@v:block = 'blocks') then 'p' else 'a'}">
      <xsl:choose>
        <xsl:when test="../@v:block = 'blocks'">
          <xsl:attribute name="class" select="'note-between'"/>
          <a class="note-reference" href="{h:reading-page(root(.)/TEI)}#{@v:id}" role="doc-noteref">{@v:n}</a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="class" select="'note-reference'"/>
          <xsl:attribute name="href" select="h:reading-page(root(.)/TEI) || '#' || @v:id"/>
          <xsl:attribute name="role" select="'doc-noteref'"/>
          <xsl:text>{@v:n}</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <xsl:function name="h:is-beside-another" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="root($element)/TEI/@v:text = 'side-by-side'"/>
  </xsl:function>

  <!-- where a page begins there is its number alone: the picture is beside it -->
  <xsl:template match="*[@v:break = 'page'][h:is-beside-another(.)]" mode="text" priority="10" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., ('break', local-name(), 'unnumbered'[not(current()/@n)]))"/>
      <xsl:text>{(@n, '|')[1]}</xsl:text>
    </span>
  </xsl:template>

  <!-- the number of a paragraph leads to it on the page of the reading text -->
  <xsl:template match="*[@v:is = 'paragraph'][@v:n][h:is-beside-another(.)]" mode="text" priority="10" as="element()+">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:if test="@v:id and not($phrasing)">
      <p class="number">
        <a href="{h:reading-page(root(.)/TEI)}#{@v:id}">
          <xsl:sequence select="h:named(l:label('html.place.paragraph', @v:n), root(.)/TEI)"/>
          <xsl:text>{@v:n}</xsl:text>
        </a>
      </p>
    </xsl:if>
    <xsl:call-template name="h:paragraph"/>
  </xsl:template>

  <!-- a translation does not stand beside its text once more -->
  <xsl:template match="*[@v:is = 'division'][h:is-beside-another(.)]" mode="text" priority="10" as="element()">
    <xsl:call-template name="h:block">
      <xsl:with-param name="classes" select="'tei-' || replace(local-name(), '^div\d$', 'div')"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
