<?xml version="1.0" encoding="UTF-8"?>
<!-- The translation beside the pictures of the pages of its original: a row for each page, with what
     translates the text that begins on it. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- a model becomes a page with a row for each page, or nothing where a translation or pictures lack -->
  <xsl:mode name="translation-facsimile" on-no-match="fail" visibility="public" use-accumulators="v:character-before"/>

  <xsl:template match="/" mode="translation-facsimile" as="document-node()">
    <xsl:variable name="document" as="element(TEI)" select="TEI"/>
    <xsl:variable name="rows" as="map(xs:string, node()*)*" select="
        if (h:has-facsimile($document)) then h:rows-of-translation($document) else ()"/>
    <xsl:document>
      <xsl:if test="exists($rows)">
        <xsl:sequence select="h:page-of-rows($document, 'html.side.translation-facsimile',
            h:rows-of-translated-pages($rows))"/>
      </xsl:if>
    </xsl:document>
  </xsl:template>

  <xsl:template match="TEI[h:offers-facsimile(.)][h:offers-translation(.)]" mode="views" as="element()*" priority="-0.5">
    <a href="{h:page-of-pair(., 'translation-facsimile')}">{l:label('html.side.translation-facsimile')}</a>
    <xsl:next-match/>
  </xsl:template>

  <!-- what translates a text stands with the page on which that begins; what translates none, with the
       text before it -->
  <xsl:function name="h:rows-of-translated-pages" as="element(div)*" xpath-default-namespace="">
    <xsl:param name="rows" as="map(xs:string, node()*)*"/>
    <xsl:variable name="text" as="element()" select="($rows?left)[1]/ancestor::*:text[last()]"/>
    <xsl:variable name="pages" as="element()*" select="$text//*[@v:break = 'page'][@facs][not(ancestor::*[@v:is = 'note'])]"/>
    <xsl:variable name="by-page" as="map(xs:integer, node()*)" select="h:translated-by-page($rows, ($text, $pages))"/>
    <xsl:for-each select="0 to count($pages)">
      <xsl:variable name="nodes" as="node()*" select="$by-page(current() + 1)"/>
      <xsl:variable name="page" as="element()?" select="$pages[current()]"/>
      <xsl:if test="exists(($nodes, $page))">
        <div class="row">
          <div class="cell">
            <xsl:sequence select="$nodes[1]/ancestor::*[@v:lang][1] ! h:language(.)"/>
            <xsl:apply-templates select="$nodes" mode="text"/>
          </div>
          <xsl:sequence select="$page ! h:picture-of-page(.)"/>
        </div>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:translated-by-page" as="map(xs:integer, node()*)">
    <xsl:param name="rows" as="map(xs:string, node()*)*"/>
    <xsl:param name="begins" as="element()+"/>
    <xsl:variable name="placed" as="map(xs:integer, node()*)*">
      <xsl:iterate select="$rows">
        <xsl:param name="page" as="xs:integer" select="1"/>
        <xsl:variable name="own" as="xs:integer" select="(h:page-of-words(?left, $begins), $page)[1]"/>
        <xsl:sequence select="map { $own: ?right }"/>
        <xsl:next-iteration><xsl:with-param name="page" select="$own"/></xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="map:merge($placed, map { 'duplicates': 'combine' })"/>
  </xsl:function>

  <!-- the page on which the first words of a text stand: a page may begin before them within it -->
  <xsl:function name="h:page-of-words" as="xs:integer?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="begins" as="element()+"/>
    <xsl:sequence select="($nodes/descendant-or-self::text()[normalize-space()])[1] ! v:part(., $begins)"/>
  </xsl:function>
</xsl:stylesheet>
