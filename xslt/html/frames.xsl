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
      <xsl:apply-templates select="TEI[h:has-frames(.)]" mode="witness-comparison"/>
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
              h:side($document, 'left', 1, 'right'), h:side($document, 'right', 2, ())"/>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="h:compare-page" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="encode-for-uri($document/@v:id || '.compare.html')"/>
  </xsl:function>

  <!-- what can be shown in a frame: the reading text, each witness, translation and pictures -->
  <xsl:function name="h:sides" as="element()+" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <a href="{h:reading-page($document)}#edition-text">{l:label('html.text.reading')}</a>
    <xsl:for-each select="h:sigla($document)">
      <a href="{h:witness-page($document, .)}#edition-text">{v:printed(., root($document))}</a>
    </xsl:for-each>
    <xsl:apply-templates select="$document" mode="sides"/>
  </xsl:function>

  <!-- the document becomes links to what else it has to show, if the edition has such (views.xsl) -->
  <xsl:mode name="sides" on-no-match="deep-skip"/>

  <!-- of two there is one pair, which has a page -->
  <xsl:function name="h:has-frames" as="xs:boolean">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="count(h:sides($document)) gt 2"/>
  </xsl:function>

  <!-- links to all pages of pairs -->
  <xsl:template name="h:pairs" as="element()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:if test="h:has-frames($document)">
      <a href="{h:compare-page($document)}">{l:label('html.compare')}</a>
    </xsl:if>
    <xsl:apply-templates select="$document" mode="views"/>
  </xsl:template>

  <!-- a text that is asked for opens where it begins; the first ones do not, which would take the
       focus of the page and scroll it; a link leads past the many links within a frame -->
  <xsl:function name="h:side" as="element(section)" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="first" as="xs:integer"/>
    <xsl:param name="next" as="xs:string?"/>
    <xsl:variable name="label" as="xs:string" select="l:label('html.compare.' || $name)"/>
    <xsl:variable name="sides" as="element(a)+" select="h:sides($document)"/>
    <section class="side" aria-labelledby="side-{$name}">
      <h2 id="side-{$name}">{$label}</h2>
      <ul>
        <xsl:for-each select="$sides">
          <li><a href="{@href}" target="{$name}">{.}</a></li>
        </xsl:for-each>
      </ul>
      <xsl:if test="$next">
        <p class="past"><a href="#side-{$next}">{l:label('html.compare.' || $next)}</a></p>
      </xsl:if>
      <iframe name="{$name}" src="{replace($sides[$first]/@href, '#edition-text$', '')}" title="{$label}"></iframe>
    </section>
  </xsl:function>
</xsl:stylesheet>
