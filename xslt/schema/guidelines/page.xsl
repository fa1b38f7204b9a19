<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of the guidelines. There are hundreds of short pages: so they share one style sheet,
     and leave out what HTML supplies by itself (HTML 13.1.2); a byte order mark is the shortest way
     to say that they are in UTF-8 (HTML 13.2.3.2). -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:l="urn:variorum:labels"
    xmlns:g="urn:variorum:guidelines"
    exclude-result-prefixes="#all">

  <xsl:template name="g:page" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="body" as="item()*"/>
    <xsl:variable name="first" as="xs:boolean" select="$name eq 'index'"/>
    <xsl:variable name="nodes" as="element()+">
      <title>{$title}</title>
      <meta name="viewport" content="width=device-width"/>
      <link rel="stylesheet" href="g.css"/>
      <main>
        <a href="{if ($first) then '../index.html' else 'index.html'}">
          <xsl:value-of select="l:label(if ($first) then 'html.start' else 'guidelines')"/>
        </a>
        <h1>{$title}</h1>
        <xsl:sequence select="$body"/>
      </main>
    </xsl:variable>
    <page href="{$name}.html">
      <xsl:text>&#xFEFF;&lt;!DOCTYPE html>&lt;html lang={$l:language}></xsl:text>
      <xsl:variable name="written" as="xs:string*">
        <xsl:apply-templates select="$nodes" mode="written"/>
      </xsl:variable>
      <xsl:value-of select="string-join($written)"/>
    </page>
  </xsl:template>

  <!-- Steps: (1) a start tag, whose values are quoted where they must be; (2) what is in it; (3) an
       end tag, unless HTML knows by itself where the element ends. -->
  <xsl:mode name="written" on-no-match="fail"/>

  <xsl:variable name="g:unclosed" as="xs:string+" select="'p', 'li', 'dt', 'dd', 'meta', 'link'"/>

  <xsl:template match="*" mode="written" as="xs:string+">
    <xsl:sequence select="'&lt;' || name(), @* ! g:attribute-written(.), '>'"/>
    <xsl:apply-templates mode="written"/>
    <xsl:sequence select="('&lt;/' || name() || '>')[not(name(current()) = $g:unclosed)]"/>
  </xsl:template>

  <xsl:template match="text()" mode="written" as="xs:string">
    <xsl:sequence select="g:escaped(.)"/>
  </xsl:template>

  <xsl:function name="g:attribute-written" as="xs:string">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:variable name="unsafe" as="xs:string" select="
        translate($attribute, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.#-', '')"/>
    <xsl:variable name="quote" as="xs:string" select="if ($unsafe eq '') then '' else '&quot;'"/>
    <xsl:sequence select="' ' || name($attribute) || '=' || $quote || $attribute || $quote"/>
  </xsl:function>

  <!-- a link to the page of an element -->
  <xsl:function name="g:link" as="element()">
    <xsl:param name="element" as="xs:string"/>
    <a href="{$element}.html">{$element}</a>
  </xsl:function>

  <!-- a link to something that elements share, by its gloss: model.phrase is model.html#phrase -->
  <xsl:function name="g:shared-link" as="element()">
    <xsl:param name="spec" as="element()"/>
    <a href="{replace($spec/@ident, '\.', '.html#')}">{$spec/*:gloss}</a>
  </xsl:function>

  <xsl:function name="g:shared-page" as="element()">
    <xsl:param name="kind" as="xs:string"/>
    <a href="{$kind}.html">{l:label('guidelines.shared.' || $kind)}</a>
  </xsl:function>

  <!-- nodes with a string between them -->
  <xsl:function name="g:joined" as="item()*">
    <xsl:param name="items" as="item()*"/>
    <xsl:param name="between" as="xs:string"/>
    <xsl:for-each select="$items">
      <xsl:if test="position() gt 1">
        <xsl:value-of select="$between"/>
      </xsl:if>
      <xsl:sequence select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- gloss and description: "entry: One entry …"; the gloss only where it is not the name -->
  <xsl:function name="g:sentence" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="
        string-join($spec/(*:gloss[. ne ../@ident], *:desc) ! normalize-space(), ': ')"/>
  </xsl:function>
</xsl:stylesheet>
