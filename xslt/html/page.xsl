<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page. What a page shows of a document is made in reading-page.xsl. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="/" mode="page" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="TEI" mode="page"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="TEI" mode="page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="h:page-title(.)"/>
      <xsl:with-param name="tag" select="h:text-language(.)"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:apply-templates select="." mode="metadata"/>
      </xsl:with-param>
      <xsl:with-param name="scripts" select="'variorum.js'[h:is-compared(current())]"/>
      <xsl:with-param name="document" select="."/>
      <xsl:with-param name="target" select="v:own-id('edition-text', .)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- where machines find what belongs to the page, on a site that has text services -->
  <xsl:function name="h:linkset" as="element()?">
    <xsl:param name="up" as="xs:string"/>
    <xsl:if test="$settings?services">
      <link rel="linkset" type="application/linkset+json" href="{$up}linkset.json"/>
    </xsl:if>
  </xsl:function>

  <xsl:template name="h:frame" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="tag" as="xs:string" select="$l:language"/>
    <xsl:param name="metadata" as="element()*" select="()"/>
    <xsl:param name="main" as="item()*" select="()"/>
    <xsl:param name="document" as="element(TEI)?" select="()"/>
    <xsl:param name="target" as="xs:string" select="'main'"/>
    <xsl:param name="up" as="xs:string" select="''"/>
    <xsl:param name="scripts" as="xs:string*" select="()"/>
    <xsl:param name="styles" as="xs:string*" select="()"/>
    <xsl:param name="frames" as="xs:boolean" select="false()"/>
    <xsl:param name="pictures" as="xs:boolean" select="exists($document/text//@v:file)"/>
    <html lang="{$tag}">
      <xsl:if test="v:direction($tag) eq 'rtl' and (empty($document) or $document/(. | text)/@v:dir = 'rtl')">
        <xsl:attribute name="dir" select="'rtl'"/>
      </xsl:if>
      <head>
        <meta charset="UTF-8"/>
        <title>{$title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta http-equiv="Content-Security-Policy" content="{h:policy(exists(($scripts, h:reader-script($up))), $frames, $pictures)}"/>
        <xsl:sequence select="$metadata, h:addresses-of-page(), h:linkset($up)"/><link rel="icon" href="data:,"/>
        <xsl:sequence select="('variorum.css', $styles) ! h:style-sheet(., $up), h:own-styles($up), h:reader-script($up)"/>
      </head>
      <body>
        <xsl:sequence select="h:bar($target, $up, $tag, $document)"/>
        <main id="{($document ! v:own-id('main', .), 'main')[1]}" tabindex="-1">
          <xsl:sequence select="$main"/>
          <xsl:apply-templates select="$document" mode="main"/>
        </main>
        <footer class="site-footer">
          <xsl:sequence select="h:chrome-language($tag)"/>
          <xsl:sequence select="h:own-footer()"/>
          <p>{l:label('html.made-with', 'Variorum')}</p>
        </footer>
        <xsl:sequence select="$scripts ! h:script(., $up)"/>
      </body>
    </html>
  </xsl:template>

  <!-- the first thing on a page: past the frame to the text, and to the other pages -->
  <xsl:function name="h:bar" as="element()+" xpath-default-namespace="">
    <xsl:param name="target" as="xs:string"/>
    <xsl:param name="up" as="xs:string"/>
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="document" as="element()?"/>
    <header class="bar">
      <xsl:sequence select="h:chrome-language($tag)"/>
      <a class="skip" href="#{$target}">{l:label('html.skip')}</a>
      <nav aria-label="{l:label('html.site')}">
        <ul>
          <li><a href="{$up}index.html"><xsl:sequence select="h:logo($up)"/>{h:site-title()}</a></li>
          <xsl:if test="h:shows('register') and h:has-entries($document)">
            <li><a href="{$up}register/index.html">{l:label('register')}</a></li>
          </xsl:if>
          <xsl:for-each select="$h:about-page"><li><a href="{$up}{.}">{l:label('html.about.short')}</a></li></xsl:for-each>
          <xsl:sequence select="h:links-to-own-pages($up), h:navigation($up)"/>
          <xsl:if test="$settings?search and h:shows('search')">
            <li><a href="{$up}search/index.html">{l:label('html.search')}</a></li>
          </xsl:if>
        </ul>
      </nav>
      <xsl:sequence select="h:switch-of-languages($up)"/>
      <xsl:sequence select="h:settings()[h:shows('settings') and exists(h:reader-script($up))]"/>
    </header>
  </xsl:function>

  <!-- whether the registers have entries, as a page knows it: those of the edition, of the document that it
       shows, or of all documents -->
  <xsl:param name="entries" as="xs:string" select="''"/>

  <xsl:function name="h:has-entries" as="xs:boolean" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
    <xsl:param name="document" as="element(TEI)?"/>
    <xsl:sequence select="
        $settings?registers or $entries ne ''
        or exists($document/standOff[@v:part = 'register']/list/*[@v:own])
        or exists($document/text//*[@v:address][empty(@v:mention)][@v:is = ('name', 'place', 'title')][normalize-space()])
        or exists($h:register-items)"/>
  </xsl:function>

  <!-- the languages of the site: the pages of the first lie at its top, those of each other in a folder -->
  <xsl:variable name="h:languages-of-site" as="xs:string*" select="$settings?languages?*"/>

  <xsl:function name="h:folder-of-language" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="if ($language = tail($h:languages-of-site)) then $language || '/' else ''"/>
  </xsl:function>

  <!-- where search engines find the page, and the same page in the other languages: they want whole
       addresses, which only an edition knows that says where it is published -->
  <xsl:function name="h:addresses-of-page" as="element(link)*" xpath-default-namespace="">
    <xsl:for-each select="$settings?url[. instance of xs:string] ! (replace(., '/$', '') || '/')">
      <xsl:variable name="site" as="xs:string" select="."/>
      <link rel="canonical" href="{$site}{h:folder-of-language($l:language)}urn:variorum:here"/>
      <xsl:for-each select="$h:languages-of-site[exists($h:languages-of-site[2])]">
        <link rel="alternate" hreflang="{.}" href="{$site}{h:folder-of-language(.)}urn:variorum:here"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- the same page in the other languages of the site: the build puts in the address of the page -->
  <xsl:function name="h:switch-of-languages" as="element()?" xpath-default-namespace="">
    <xsl:param name="up" as="xs:string"/>
    <xsl:variable name="top" as="xs:string" select="$up || '../'[h:folder-of-language($l:language) ne '']"/>
    <xsl:if test="exists($h:languages-of-site[2])">
      <nav class="languages" aria-label="{l:label('html.languages')}">
        <ul>
          <xsl:for-each select="$h:languages-of-site">
            <li>
              <a href="{$top}{h:folder-of-language(.)}urn:variorum:here" hreflang="{.}" lang="{.}">
                <xsl:if test=". eq $l:language"><xsl:attribute name="aria-current" select="'true'"/></xsl:if>
                <xsl:text>{l:label('language.' || .)}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:site-title" as="xs:string">
    <xsl:sequence select="($settings?title[. instance of xs:string], l:label('html.start'))[1]"/>
  </xsl:function>

  <!-- words for those who hear the page -->
  <xsl:function name="h:hidden" as="element()">
    <xsl:param name="words" as="xs:string"/>
    <span class="hidden" lang="{$l:language}">{$words}</span>
  </xsl:function>

  <!-- the name of a link that shows a number or a letter alone, for those who hear the page -->
  <xsl:function name="h:named" as="attribute()+">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="in" as="element(TEI)"/>
    <xsl:sequence select="h:label-language($in)"/>
    <xsl:attribute name="aria-label" select="$words"/>
  </xsl:function>
</xsl:stylesheet>
