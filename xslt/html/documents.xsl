<?xml version="1.0" encoding="UTF-8"?>
<!-- The documents of an edition that has many, as tables: one sorted by each column, on pages of so
     many rows as a reader can use, with a list of what is on which page. Nothing here needs a script. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- so many documents are shown one by one on the start page, and so many rows on a page -->
  <xsl:variable name="h:few-documents" as="xs:integer" select="20"/>
  <xsl:variable name="h:rows" as="xs:integer" select="200"/>
  <!-- a longer list of what is on which page is folded -->
  <xsl:variable name="h:long-list" as="xs:integer" select="24"/>

  <xsl:function name="h:has-tables" as="xs:boolean">
    <xsl:sequence select="count($h:by-date) gt $h:few-documents"/>
  </xsl:function>

  <!-- whether the start page has room for the table of all documents -->
  <xsl:function name="h:starts-with-table" as="xs:boolean">
    <xsl:sequence select="h:has-tables() and count($h:by-date) le $h:rows"/>
  </xsl:function>

  <xsl:function name="h:table-name" as="xs:string">
    <xsl:param name="column" as="xs:string"/>
    <xsl:param name="page" as="xs:integer"/>
    <xsl:sequence select="$column || ('-' || $page)[$page gt 1] || '.html'"/>
  </xsl:function>

  <!-- public to the site: all pages of tables, each as an element `page` -->
  <xsl:template name="h:tables" as="element()*">
    <xsl:for-each select="$h:columns">
      <xsl:call-template name="h:table-pages">
        <xsl:with-param name="documents" select="h:sorted(.)"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="h:table-pages" as="element()+">
    <xsl:context-item as="xs:string" use="required"/>
    <xsl:param name="documents" as="element(v:document)+"/>
    <xsl:variable name="column" as="xs:string" select="."/>
    <xsl:variable name="groups" as="element(v:group)+" select="h:groups($column, $documents)"/>
    <xsl:variable name="last" as="xs:integer" select="(count($documents) - 1) idiv $h:rows + 1"/>
    <xsl:for-each-group select="$documents" group-adjacent="(position() - 1) idiv $h:rows + 1">
      <xsl:variable name="page" as="element()">
        <xsl:call-template name="h:table-page">
          <xsl:with-param name="column" select="$column"/>
          <xsl:with-param name="page" select="current-grouping-key()"/>
          <xsl:with-param name="last" select="$last"/>
          <xsl:with-param name="groups" select="
              h:group-links($groups[last() le $h:rows or @page = current-grouping-key()], '')"/>
          <xsl:with-param name="documents" select="current-group()"/>
        </xsl:call-template>
      </xsl:variable>
      <page href="documents/{h:table-name($column, current-grouping-key())}">{h:serialized($page)}</page>
    </xsl:for-each-group>
  </xsl:template>

  <!-- where each group begins, and how many documents it has; of very many, a page lists its own -->
  <xsl:function name="h:groups" as="element(v:group)+">
    <xsl:param name="column" as="xs:string"/>
    <xsl:param name="documents" as="element(v:document)+"/>
    <xsl:variable name="page-of" as="map(xs:string, xs:integer)" select="
        map:merge(for $place in 1 to count($documents)
                  return map { string($documents[$place]/@id): ($place - 1) idiv $h:rows + 1 })"/>
    <xsl:for-each-group select="$documents" group-adjacent="h:group($column, .)">
      <v:group count="{count(current-group())}" page="{$page-of(@id)}"
          href="{h:table-name($column, $page-of(@id))}#document-{encode-for-uri(@id)}">
        <xsl:text>{current-grouping-key()}</xsl:text>
      </v:group>
    </xsl:for-each-group>
  </xsl:function>

  <!-- links to the tables in a folder; without it, to the rows of the table on the page -->
  <xsl:function name="h:group-links" as="element(li)*" xpath-default-namespace="">
    <xsl:param name="groups" as="element(v:group)*"/>
    <xsl:param name="folder" as="xs:string?"/>
    <xsl:for-each select="$groups">
      <li><a href="{if (exists($folder)) then $folder || @href else '#' || substring-after(@href, '#')}">{.}</a><xsl:text> </xsl:text><span class="count">{@count}</span></li>
    </xsl:for-each>
  </xsl:function>

  <!-- the start page of many documents: how many there are, the ways to them, the years, and all of them
       where there is room -->
  <xsl:template name="h:overview-of-documents" as="element()">
    <xsl:variable name="dates" as="xs:string*"
        select="$h:by-date[@from][1]/@from, $h:by-date[@from][last()]/(@to, @from)[1]"/>
    <div class="listing">
      <p class="count-of-documents">
        <xsl:text>{l:label('html.documents.count', string(count($h:by-date)))}</xsl:text>
        <xsl:text>{string-join(distinct-values($dates ! v:day(.)), ' – ')[. ne ''] ! (', ' || .)}</xsl:text>
      </p>
      <xsl:call-template name="h:orders">
        <xsl:with-param name="current" select="''"/>
        <xsl:with-param name="folder" select="'documents/'"/>
      </xsl:call-template>
      <nav class="groups" aria-label="{l:label('html.documents.by.' || $h:columns[1])}">
        <ul>
          <xsl:sequence select="
              h:group-links(h:groups($h:columns[1], h:sorted($h:columns[1])), 'documents/'[not(h:starts-with-table())])"/>
        </ul>
      </nav>
      <xsl:sequence select="h:table($h:columns[1], h:sorted($h:columns[1]), 'documents/', '')[h:starts-with-table()]"/>
    </div>
  </xsl:template>

  <xsl:template name="h:table-page" as="element()">
    <xsl:param name="column" as="xs:string"/>
    <xsl:param name="page" as="xs:integer"/>
    <xsl:param name="last" as="xs:integer"/>
    <xsl:param name="groups" as="element()*"/>
    <xsl:param name="documents" as="element(v:document)+"/>
    <xsl:variable name="title" as="xs:string" select="
        string-join((l:label('html.documents.by.' || $column),
                     l:label('html.documents.page', (string($page), string($last)))[$last gt 1]), ', ')"/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="$title || ' · ' || h:site-title()"/>
      <xsl:with-param name="up" select="'../'"/>
      <xsl:with-param name="styles" select="'documents.css'"/>
      <xsl:with-param name="scripts" select="'documents.js'"/>
      <xsl:with-param name="main" as="element()+">
        <header class="title"><h1>{$title}</h1></header>
        <div class="listing">
          <xsl:call-template name="h:orders">
            <xsl:with-param name="current" select="$column"/>
            <xsl:with-param name="folder" select="''"/>
          </xsl:call-template>
          <nav class="groups" aria-label="{l:label('html.documents.where')}">
            <details>
              <xsl:if test="count($groups) le $h:long-list"><xsl:attribute name="open"/></xsl:if>
              <summary>{l:label('html.documents.where')}</summary>
              <ul><xsl:sequence select="$groups"/></ul>
            </details>
          </nav>
          <xsl:sequence select="h:table($column, $documents, '', '../')"/>
          <xsl:sequence select="h:pager($column, $page, $last)[$last gt 1]"/>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- links to the tables in all orders, and to the calendar -->
  <xsl:template name="h:orders" as="element()">
    <xsl:param name="current" as="xs:string"/>
    <xsl:param name="folder" as="xs:string"/>
    <nav class="orders" aria-label="{l:label('html.documents.orders')}">
      <ul>
        <xsl:for-each select="$h:columns, 'calendar'[exists($h:days)]">
          <li>
            <a href="{$folder}{.}.html">
              <xsl:if test=". eq $current"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
              <xsl:text>{l:label('html.documents.by.' || .)}</xsl:text>
            </a>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <!-- `folder`: where the tables lie, `up`: where the documents do -->
  <xsl:function name="h:table" as="element()+">
    <xsl:param name="column" as="xs:string"/>
    <xsl:param name="documents" as="element(v:document)+"/>
    <xsl:param name="folder" as="xs:string"/>
    <xsl:param name="up" as="xs:string"/>
    <p class="filter"/>
    <div class="frame" data-filter="{l:label('html.documents.filter')}" data-found="{l:label('html.documents.count')}">
      <table class="table-of-documents" style="{h:names-of-columns()}">
        <thead>
          <tr>
            <xsl:for-each select="$h:columns">
              <th scope="col">
                <xsl:if test=". eq $column"><xsl:attribute name="aria-sort" select="'ascending'"/></xsl:if>
                <a href="{$folder}{.}.html">{l:label('html.documents.' || .)}</a>
              </th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody><xsl:sequence select="$documents ! h:row(., $up)"/></tbody>
      </table>
    </div>
  </xsl:function>

  <!-- the names of the columns for the style sheet, which on a telephone sets them before each value -->
  <xsl:function name="h:names-of-columns" as="xs:string">
    <xsl:sequence select="string-join(
        for $n in 1 to count($h:columns)
        return '--column-' || $n || ': &quot;' || l:label('html.documents.' || $h:columns[$n]) || '&quot;', '; ')"/>
  </xsl:function>

  <xsl:function name="h:row" as="element()">
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:param name="up" as="xs:string"/>
    <tr id="document-{$document/@id}">
      <xsl:for-each select="$h:columns">
        <xsl:variable name="words" as="xs:string" select="
            v:curl(string-join($h:values(.)($document)[. ne ''], '; '), '')"/>
        <xsl:choose>
          <xsl:when test=". eq 'title'">
            <th scope="row">
              <xsl:sequence select="h:quoted-language($document)"/>
              <a href="{$up}{h:first-page($document)}">{$words}</a>
            </th>
          </xsl:when>
          <xsl:otherwise><td>{$words}</td></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </tr>
  </xsl:function>

  <xsl:function name="h:pager" as="element()">
    <xsl:param name="column" as="xs:string"/>
    <xsl:param name="page" as="xs:integer"/>
    <xsl:param name="last" as="xs:integer"/>
    <nav class="pager" aria-label="{l:label('html.documents.pages')}">
      <ul>
        <xsl:for-each select="1 to $last">
          <li>
            <a href="{h:table-name($column, .)}">
              <xsl:if test=". eq $page"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
              <xsl:text>{.}</xsl:text>
            </a>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:function>
</xsl:stylesheet>
