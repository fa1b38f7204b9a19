<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the search, which needs a script, and says so where none runs; and what the index of
     the search holds of the registers. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the folder of the index, below that of the page -->
  <xsl:param name="index" as="xs:string" select="''"/>

  <!-- public: the entries of the registers in JSON: `ids`, `kind`, `name`, `address`, `words` -->
  <xsl:template name="search-entries" as="element(page)" visibility="public" xpath-default-namespace="">
    <page href="entries">{
      serialize(array { $h:register-items ! h:indexed-entry(.) }, map { 'method': 'json' })
    }</page>
  </xsl:template>

  <xsl:function name="h:indexed-entry" as="map(xs:string, item())">
    <xsl:param name="same" as="array(element())"/>
    <xsl:variable name="entry" as="element()" select="$same(1)"/>
    <xsl:variable name="name" as="xs:string" select="v:preferred-name($entry)"/>
    <xsl:variable name="words" as="xs:string*" select="
        $name, v:entry-names($entry) ! v:name-in-order(., true()), h:told($entry) ! normalize-space()"/>
    <xsl:sequence select="map {
        'ids': array { $same?* ! h:entry-id(.) },
        'kind': h:kind($entry),
        'name': $name,
        'address': 'register/' || h:kind($entry) || '.html#' || h:entry-id($entry),
        'words': string-join(distinct-values($words)[. ne ''], ' · ') }"/>
  </xsl:function>

  <!-- public: the page -->
  <xsl:template name="search" as="element(page)" visibility="public" xpath-default-namespace="">
    <xsl:variable name="page" as="element()">
      <xsl:call-template name="h:frame">
        <xsl:with-param name="title" select="l:label('html.search') || ' · ' || h:site-title()"/>
        <xsl:with-param name="up" select="'../'"/>
        <xsl:with-param name="scripts" select="'search.js'"/>
        <xsl:with-param name="styles" select="'search.css'"/>
        <xsl:with-param name="main" as="element()+">
          <header class="title"><h1>{l:label('html.search')}</h1></header>
          <div class="search">
            <noscript>
              <p>{l:label('html.search.without-script')}</p>
              <ul>
                <li><a href="../index.html">{h:site-title()}</a></li>
                <xsl:if test="h:has-entries(())">
                  <li><a href="../register/index.html">{l:label('register')}</a></li>
                </xsl:if>
              </ul>
            </noscript>
            <xsl:sequence select="h:search-form()"/>
            <p id="found" role="status"/>
            <div id="results"/>
            <button id="more" type="button" hidden="">{l:label('html.search.more')}</button>
          </div>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:variable>
    <page href="search/index.html">{h:serialized($page)}</page>
  </xsl:template>

  <!-- the kinds of passages, each by the letter that the index has for it -->
  <xsl:variable name="h:searched-kinds" as="map(xs:string, xs:string)+" select="
      map { 'kind': 't', 'label': 'text' }, map { 'kind': 'n', 'label': 'notes' },
      map { 'kind': 'r', 'label': 'apparatus' }, map { 'kind': 'a', 'label': 'html.search.about' },
      map { 'kind': 'e', 'label': 'register' }"/>

  <!-- what the script says stands with the form -->
  <xsl:function name="h:search-form" as="element(form)" xpath-default-namespace="">
    <form id="search" role="search" hidden="" data-index="{$index}"
        data-found="{l:label('html.search.found')}" data-none="{l:label('html.search.none')}">
      <p class="words">
        <label for="words">{l:label('html.search.words')}</label>
        <input id="words" name="q" type="search" autocomplete="off" aria-describedby="search-help"/>
        <button>{l:label('html.search')}</button>
      </p>
      <p id="search-help">{l:label('html.search.help')}</p>
      <details>
        <summary>{l:label('html.search.narrow')}</summary>
        <p>
          <label for="document">{l:label('html.search.document')}</label>
          <select id="document" name="document">
            <option value="">{l:label('html.search.document.all')}</option>
          </select>
        </p>
        <p>
          <label for="person">{l:label('html.search.person')}</label>
          <input id="person" name="person" list="persons" autocomplete="off"/>
          <datalist id="persons"/>
        </p>
        <p>
          <label for="from">{l:label('html.search.from')}</label>
          <input id="from" name="from" type="number"/>
          <label for="to">{l:label('html.search.to')}</label>
          <input id="to" name="to" type="number"/>
        </p>
        <fieldset>
          <legend>{l:label('html.search.kinds')}</legend>
          <xsl:for-each select="$h:searched-kinds">
            <label>
              <input type="checkbox" name="kind" value="{?kind}" checked=""/>
              <xsl:text> {l:label(?label)}</xsl:text>
            </label>
          </xsl:for-each>
        </fieldset>
      </details>
    </form>
  </xsl:function>
</xsl:stylesheet>
