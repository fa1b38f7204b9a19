<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition's own pages: what it says of itself in texts that are no documents of it. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- in the order of their files: `id` and `title` of each -->
  <xsl:variable name="h:own-pages" as="map(*)*" select="$settings?pages?*"/>

  <!-- in the navigation; `up` leads to the site -->
  <xsl:function name="h:links-to-own-pages" as="element()*" xpath-default-namespace="">
    <xsl:param name="up" as="xs:string"/>
    <xsl:for-each select="$h:own-pages">
      <li><a href="{$up}{encode-for-uri(?id)}.html">{v:curl(?title, '')}</a></li>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:is-own-page" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$id = $h:own-pages?id"/>
  </xsl:function>

  <!-- its title, its text, its notes -->
  <xsl:template match="TEI[h:is-own-page(@v:id)]" mode="main" as="element()+" priority="1">
    <header class="title"><h1>{h:title(.)}</h1></header>
    <div class="{h:reader-classes(.), 'own-page'}">
      <xsl:apply-templates select="." mode="contents"/>
      <article id="{v:own-id('edition-text', .)}" tabindex="-1" aria-label="{h:title(.)}">
        <xsl:apply-templates select="text" mode="text"/>
      </article>
    </div>
  </xsl:template>
</xsl:stylesheet>
