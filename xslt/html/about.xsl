<?xml version="1.0" encoding="UTF-8"?>
<!-- What the headers of all documents say of the edition: a page of it, in the navigation. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the address of the page, on a site that has it -->
  <xsl:variable name="h:about-page" as="xs:string?" select="'about.html'[$settings?citing][h:shows('about')]"/>

  <!-- the header that all documents have in common -->
  <xsl:variable name="h:stated" as="document-node()">
    <xsl:document>
      <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <teiHeader>
          <xsl:copy-of select="h:shared-statements($summaries/TEI/teiHeader/*[@v:fact ne 'change'])"/>
        </teiHeader>
      </TEI>
    </xsl:document>
  </xsl:variable>

  <!-- statements of the headers, each once. Where there are many documents, what the headers of few of
       them state is told on their pages alone. -->
  <xsl:function name="h:shared-statements" as="element()*">
    <xsl:param name="statements" as="element()*"/>
    <xsl:for-each-group select="$statements" group-by="string-join((@v:fact, name(), normalize-space()), ' ')">
      <xsl:sequence select=".[$h:few-documents * count(current-group()) ge count($summaries)]"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template name="h:about-edition" as="element()">
    <xsl:variable name="stated" as="element(TEI)" select="$h:stated/TEI"/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="l:label('html.about') || ' · ' || h:site-title()"/>
      <xsl:with-param name="styles" select="'documents.css', 'citing.css'"/>
      <xsl:with-param name="main" as="element()+">
        <header class="title"><h1>{h:site-title()}</h1></header>
        <section class="about" aria-labelledby="edition-about">
          <h2 id="edition-about">{l:label('html.about')}</h2>
          <xsl:sequence select="h:introduction(), h:sources-of-edition()"/>
          <xsl:for-each select="$stated">
            <xsl:call-template name="h:principles"/>
            <xsl:call-template name="h:responsibility"/>
            <xsl:apply-templates select="v:facts('rights', .)[normalize-space()]" mode="about"/>
          </xsl:for-each>
        </section>
        <div class="listing"><xsl:sequence select="'edition'[map:contains($citing, .)] ! h:citations(.)"/></div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- the edition's own pages, and what the project is for -->
  <xsl:function name="h:introduction" as="element()?">
    <xsl:variable name="purposes" as="element(v:purpose)*"
        select="h:shared-statements($summaries/v:purpose[normalize-space()])"/>
    <xsl:if test="exists(($h:own-pages, $purposes))">
      <section>
        <h3>{l:label('division.introduction')}</h3>
        <xsl:where-populated>
          <ul><xsl:sequence select="h:links-to-own-pages('')"/></ul>
        </xsl:where-populated>
        <xsl:apply-templates select="$purposes/*" mode="text"/>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- a witness, with a link to its text where that can be read -->
  <xsl:function name="h:witness-of-edition" as="element()">
    <xsl:param name="witness" as="element(v:witness)"/>
    <dd>
      <xsl:choose>
        <xsl:when test="$witness/@collated">
          <a href="{encode-for-uri($witness/../@id || '.' || $witness/@file)}.html">{l:label('html.text.witness', $witness/@printed)}</a>
        </xsl:when>
        <xsl:otherwise>{$witness/@printed}</xsl:otherwise>
      </xsl:choose>
    </dd>
  </xsl:function>

  <!-- of few documents each with its shelfmark and witnesses, of many the archives -->
  <xsl:function name="h:sources-of-edition" as="element()?">
    <xsl:variable name="documents" as="element(v:document)*"
        select="$h:by-date[$citing(@id)?item?archive or v:witness/@printed != '']"/>
    <xsl:if test="exists($documents)">
      <section>
        <h3>{l:label('html.about.source')}</h3>
        <xsl:choose>
          <xsl:when test="h:has-tables()">
            <ul>
              <xsl:for-each-group select="$documents" group-by="$citing(@id)?item?archive">
                <xsl:sort select="current-grouping-key()"/>
                <li>{current-grouping-key()}<xsl:text> </xsl:text><span class="count">{count(current-group())}</span></li>
              </xsl:for-each-group>
            </ul>
          </xsl:when>
          <xsl:otherwise>
            <dl class="principles">
              <xsl:for-each select="$documents">
                <xsl:variable name="item" as="map(*)" select="$citing(@id)?item"/>
                <div>
                  <dt>
                    <xsl:sequence select="h:quoted-language(.)"/>
                    <a href="{encode-for-uri(@id)}.html#edition-about">{v:curl(v:title, '')}</a>
                  </dt>
                  <xsl:for-each select="string-join(($item?archive, $item?archive_location), ', ')[. ne '']">
                    <dd>{.}</dd>
                  </xsl:for-each>
                  <xsl:sequence select="v:witness[@printed ne ''] ! h:witness-of-edition(.)"/>
                </div>
              </xsl:for-each>
            </dl>
          </xsl:otherwise>
        </xsl:choose>
      </section>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
