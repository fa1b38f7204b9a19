<?xml version="1.0" encoding="UTF-8"?>
<!-- The text beside the pictures of its pages, a row for each page. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- a model becomes a page with a row for each page, or nothing where none has a picture -->
  <xsl:mode name="facsimile" on-no-match="fail" visibility="public" use-accumulators="v:character-before"/>

  <xsl:template match="/" mode="facsimile" as="document-node()">
    <xsl:variable name="document" as="element(TEI)" select="TEI"/>
    <xsl:document>
      <xsl:if test="h:has-facsimile($document)">
        <xsl:sequence select="h:page-of-rows($document, 'html.side.facsimile', h:rows-of-facsimile($document))"/>
      </xsl:if>
    </xsl:document>
  </xsl:template>

  <xsl:template match="TEI[h:offers-facsimile(.)]" mode="views"
      as="element()*" priority="-1">
    <a href="{h:page-of-pair(., 'facsimile')}">{l:label('html.side.facsimile')}</a>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="TEI[h:offers-facsimile(.)]" mode="sides" as="element()*" priority="-1">
    <a href="{h:page-of-pair(., 'facsimile')}#{h:second(.)}">{l:label('html.side.facsimile.alone')}</a>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="h:offers-facsimile" as="xs:boolean">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        $settings?rows?* = 'facsimile' and h:has-facsimile($document)"/>
  </xsl:function>

  <!-- the beginnings of pages that name a picture; beside the text of a witness not those of another -->
  <xsl:function name="h:pictured-pages" as="element()*" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="$document/text//*[@v:break = 'page'][@facs][not(ancestor::*[@v:is = 'note'])][h:is-of-text(., $document)]"/>
  </xsl:function>

  <xsl:function name="h:is-of-text" as="xs:boolean">
    <xsl:param name="page" as="element()"/>
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="editions" as="xs:string*" select="$page/(@ed, @edRef) ! tokenize(replace(., '#', ''))"/>
    <xsl:sequence select="
        h:is-reading-text($document) or empty($editions[. = h:sigla($document)]) or $editions = $document/@v:text"/>
  </xsl:function>

  <!-- the page of the text itself -->
  <xsl:function name="h:own-page" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        (h:witness-page($document, $document/@v:text)[not(h:is-reading-text($document))], h:reading-page($document))[1]"/>
  </xsl:function>

  <xsl:function name="h:has-facsimile" as="xs:boolean">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="exists(h:pictured-pages($document)/@v:file)"/>
  </xsl:function>

  <!-- a row for what stands before the first page, and one for each page -->
  <xsl:function name="h:rows-of-facsimile" as="element()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="pages" as="element()*" select="h:pictured-pages($document)"/>
    <xsl:variable name="begins" as="element()+" select="$document/text, $pages"/>
    <xsl:variable name="divided" as="map(xs:string, map(xs:integer, node()*))"
        select="h:divided-by($begins)"/>
    <xsl:for-each select="1 to count($begins)">
      <xsl:variable name="page" as="element()?" select="$pages[current() - 1]"/>
      <xsl:variable name="text" as="element()">
        <xsl:apply-templates select="$document/text" mode="page-alone">
          <xsl:with-param name="page" select="." tunnel="yes"/>
          <xsl:with-param name="begins" select="$begins" tunnel="yes"/>
          <xsl:with-param name="divided" select="$divided" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:if test="exists($page) or normalize-space($text)">
        <div class="row">
          <div class="cell"><xsl:apply-templates select="h:text-alone($document, $text)/text" mode="text"/></div>
          <xsl:sequence select="$page ! h:picture-of-page(.)"/>
        </div>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- the nodes that lie on a page, and around them what is divided between pages -->
  <xsl:mode name="page-alone" on-no-match="deep-copy"/>

  <xsl:template match="*" mode="page-alone" as="element()">
    <xsl:param name="page" as="xs:integer" tunnel="yes"/>
    <xsl:param name="begins" as="element()+" tunnel="yes"/>
    <xsl:param name="divided" as="map(xs:string, map(xs:integer, node()*))" tunnel="yes"/>
    <xsl:variable name="by-page" as="map(xs:integer, node()*)?" select="$divided(generate-id())"/>
    <xsl:choose>
      <xsl:when test="empty($by-page)"><xsl:copy-of select="."/></xsl:when>
      <xsl:otherwise>
        <xsl:copy>
          <xsl:copy-of select="if (v:part(., $begins) eq $page) then @* else @* except (@v:id, @xml:id, @v:mention, @v:n)"/>
          <xsl:apply-templates select="$by-page($page)" mode="page-alone"/>
        </xsl:copy>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the picture in a frame, or in its place what is known of it -->
  <xsl:function name="h:picture-of-page" as="element(figure)" xpath-default-namespace="">
    <xsl:param name="page" as="element()"/>
    <xsl:variable name="name" as="xs:string"
        select="string-join((l:label('html.break.page'), $page/@n), ' ')"/>
    <figure class="cell">
      <xsl:choose>
        <xsl:when test="$page/@v:file">
          <a href="{$page/@v:file}"><img src="{$page/@v:file}" alt="{($page/@v:alt, l:label('html.picture') || ': ' || $name)[1]}" loading="lazy"/></a>
        </xsl:when>
        <xsl:when test="$page/@v:address">
          <p><a href="{$page/@v:address}">{l:label('html.picture')}</a></p>
        </xsl:when>
        <xsl:otherwise><p class="graphic">{l:label('print.picture', string(($page/@v:alt, $page/@facs)[1]))}</p></xsl:otherwise>
      </xsl:choose>
      <figcaption>{$name}</figcaption>
    </figure>
  </xsl:function>
</xsl:stylesheet>
