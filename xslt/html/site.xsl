<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages that belong to no document: the start page and the register. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- public: each page as an element `page` with its address and its HTML as a string -->
  <xsl:template name="site" as="element()+" visibility="public">
    <xsl:variable name="start" as="element()"><xsl:call-template name="h:start"/></xsl:variable>
    <page href="index.html">{h:serialized($start)}</page>
    <xsl:if test="h:has-tables()">
      <xsl:call-template name="h:tables"/>
      <xsl:call-template name="h:calendar"/>
    </xsl:if>
    <xsl:if test="h:has-entries(())"><xsl:call-template name="h:register"/></xsl:if>
    <xsl:call-template name="h:timeline"/>
    <xsl:call-template name="h:map"/>
    <xsl:call-template name="h:cards"/>
  </xsl:template>

  <xsl:function name="h:serialized" as="xs:string">
    <xsl:param name="page" as="element()+"/>
    <xsl:sequence select="
        serialize($page, map { 'method': 'html', 'html-version': 5.0, 'indent': false(),
                               'include-content-type': false() })"/>
  </xsl:function>

  <xsl:template name="h:start" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="h:site-title()"/>
      <xsl:with-param name="pictures" select="exists($h:site?picture)"/>
      <xsl:with-param name="styles" select="'documents.css'"/>
      <xsl:with-param name="scripts" select="'documents.js'[h:starts-with-table()]"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:for-each select="$settings?url[. instance of xs:string][$settings?services]">
          <xsl:variable name="site" as="xs:string" select="replace(., '/$', '') || '/'"/>
          <xsl:if test="exists($summaries[string-length(@released) eq 10])">
            <link rel="alternate" type="application/atom+xml" href="feed.xml" title="{h:site-title()}"/>
          </xsl:if>
          <xsl:sequence select="
              h:property('og:type', 'website'), h:property('og:title', h:site-title()),
              h:property('og:url', $site || 'index.html')"/>
        </xsl:for-each>
      </xsl:with-param>
      <xsl:with-param name="main" as="item()*">
        <header class="title">
          <h1>{h:site-title()}</h1>
          <xsl:if test="not($h:site?introduction) and exists($summaries/v:witness/@collated)">
            <p class="subtitle">{l:label('html.start.about')}</p>
          </xsl:if>
        </header>
        <xsl:where-populated>
          <div class="opening"><xsl:sequence select="h:own-introduction()"/></div>
        </xsl:where-populated>
        <xsl:choose>
          <xsl:when test="h:has-tables()"><xsl:call-template name="h:overview-of-documents"/></xsl:when>
          <xsl:otherwise>
            <div class="documents">
              <xsl:for-each select="$h:by-date"><xsl:call-template name="h:document"/></xsl:for-each>
            </div>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:sequence select="h:ways-on()"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- to the register, each kind in it that has entries, and the guidelines -->
  <xsl:function name="h:ways-on" as="element(p)*" xpath-default-namespace="">
    <xsl:if test="h:has-entries(())">
      <p class="to-register">
        <a href="register/index.html">{l:label('register')}</a>
        <xsl:for-each select="h:pages-of-register()">
          <xsl:text>{if (position() eq 1) then ': ' else '&#xA0;· '}</xsl:text>
          <a href="register/{?page}.html">{l:label(?label)}</a>
        </xsl:for-each>
      </p>
    </xsl:if>
    <xsl:if test="$settings?guidelines">
      <p class="to-register">
        <a href="guidelines/index.html">{l:label('guidelines')}</a>
        <xsl:text>: {l:label('guidelines.about')}</xsl:text>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- how texts are divided into pages, on a site that has these -->
  <xsl:function name="h:pages-of-texts" as="xs:string?">
    <xsl:sequence select="$h:site?pages[$settings?parts]"/>
  </xsl:function>

  <!-- the page on which the text of a document begins -->
  <xsl:function name="h:first-page" as="xs:string">
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:sequence select="
        if ($settings?parts and $document/@parts ne '0') then v:page-of-part($document/@id, 1)
        else encode-for-uri($document/@id) || '.html'"/>
  </xsl:function>

  <!-- where a mention or a passage of a document stands -->
  <xsl:function name="h:place-address" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
        (if ($settings?parts) then $place/@part ! v:page-of-part($place/../@id, xs:integer(.)) else (),
         h:first-page($place/..))[1] || '#' || encode-for-uri($place/@id)"/>
  </xsl:function>

  <!-- one document on the start page -->
  <xsl:template name="h:document" as="element()">
    <article class="document">
      <h2>
        <xsl:sequence select="h:quoted-language(.)"/>
        <a href="{h:first-page(.)}"><xsl:value-of select="v:curl(v:title, '')"/></a>
      </h2>
      <xsl:for-each select="v:subtitle">
        <p class="subtitle"><xsl:value-of select="v:curl(., '')"/></p>
      </xsl:for-each>
      <xsl:variable name="facts" as="element()*" select="
          h:fact('author', v:author[empty(current()/v:sender)] ! v:curl(., '')), h:fact('documents.sender', v:sender ! v:curl(., '')),
          h:fact('documents.receiver', v:receiver ! v:curl(., '')), h:fact('documents.place', v:place ! v:curl(., '')),
          h:fact('date', (date[normalize-space()], h:date-of(.))[1])"/>
      <xsl:if test="exists($facts)">
        <dl class="byline"><xsl:sequence select="$facts"/></dl>
      </xsl:if>
      <xsl:for-each select="abstract[normalize-space()]">
        <div class="prose">
          <xsl:sequence select="h:language(.)"/>
          <xsl:apply-templates mode="text"/>
        </div>
      </xsl:for-each>
      <xsl:call-template name="h:document-forms"/>
    </article>
  </xsl:template>

  <xsl:template name="h:document-forms" as="element()">
    <xsl:variable name="id" as="xs:string" select="@id"/>
    <xsl:variable name="links" as="element()+">
      <a href="{h:first-page(.)}">{l:label('html.text.reading')}</a>
      <xsl:for-each select="v:witness[@collated]">
        <a href="{encode-for-uri($id || '.' || @file)}.html">{l:label('html.text.witness', @printed)}</a>
      </xsl:for-each>
      <xsl:for-each select="h:formats-of($id, ())">
        <a href="{@href}" type="{@type}">{l:label('html.format.' || @name)}</a>
      </xsl:for-each>
    </xsl:variable>
    <ul class="forms">
      <xsl:for-each select="$links">
        <li>
          <xsl:copy>
            <xsl:copy-of select="@*"/>
            <xsl:value-of select="."/>
            <span class="hidden">: <xsl:value-of select="$id"/></span>
          </xsl:copy>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
