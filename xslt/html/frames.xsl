<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of two frames: without a script, any two texts of a document side by side. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- a model becomes a page with two frames, each below a list of the texts it can show -->
  <xsl:mode name="witness-comparison" on-no-match="fail" visibility="public"/>

  <xsl:template match="/" mode="witness-comparison" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="TEI" mode="witness-comparison"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="TEI" mode="witness-comparison" as="element()">
    <xsl:variable name="document" as="element(TEI)" select="."/>
    <xsl:variable name="title" as="xs:string" select="l:label('html.compare.title', h:title(.))"/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="styles" select="'compare.css'"/>
      <xsl:with-param name="frames" select="true()"/>
      <xsl:with-param name="main" as="element()+">
        <h1 class="compare-title">
          <a href="{h:reading-page(.)}">{$title}</a>
        </h1>
        <div class="side-by-side">
          <xsl:sequence select="
              h:side($document, 'left', h:reading-page($document), 'right'),
              h:side($document, 'right', h:witness-page($document, h:sigla($document)[1]), ())"/>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="h:compare-page" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="encode-for-uri($document/@v:id || '.compare.html')"/>
  </xsl:function>

  <!-- a text that is asked for opens where it begins; the first ones do not, which would take the
       focus of the page and scroll it; a link leads past the many links within a frame -->
  <xsl:function name="h:side" as="element(section)" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="next" as="xs:string?"/>
    <xsl:variable name="label" as="xs:string" select="l:label('html.compare.' || $name)"/>
    <section class="side" aria-labelledby="side-{$name}">
      <h2 id="side-{$name}">{$label}</h2>
      <ul>
        <li><a href="{h:reading-page($document)}#edition-text" target="{$name}">{l:label('html.text.reading')}</a></li>
        <xsl:for-each select="h:sigla($document)">
          <li><a href="{h:witness-page($document, .)}#edition-text" target="{$name}">{v:printed(., root($document))}</a></li>
        </xsl:for-each>
      </ul>
      <xsl:if test="$next">
        <p class="past"><a href="#side-{$next}">{l:label('html.compare.' || $next)}</a></p>
      </xsl:if>
      <iframe name="{$name}" src="{$first}" title="{$label}"></iframe>
    </section>
  </xsl:function>
</xsl:stylesheet>
