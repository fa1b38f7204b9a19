<?xml version="1.0" encoding="UTF-8"?>
<!-- The face of an edition's own: what its settings say of logo, navigation, footer and parts. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    exclude-result-prefixes="#all">

  <xsl:variable name="h:site" as="map(*)" select="($settings?site[. instance of map(*)], map { })[1]"/>

  <!-- whether a part of pages is shown: all are, unless the settings list some -->
  <xsl:function name="h:shows" as="xs:boolean">
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="not(map:contains($h:site, 'parts')) or $h:site?parts?* = $part"/>
  </xsl:function>

  <!-- style sheets after ours: colours and fonts, then the edition's own -->
  <xsl:function name="h:own-styles" as="element()*">
    <xsl:param name="up" as="xs:string"/>
    <xsl:sequence select="('face.css', 'site.css')[map:contains($assets, .)] ! h:style-sheet(., $up)"/>
  </xsl:function>

  <!-- the picture before the title; the title beside it says what it is -->
  <xsl:function name="h:logo" as="element(img)?">
    <xsl:param name="up" as="xs:string"/>
    <xsl:variable name="asset" as="map(*)?"
        select="$h:site?logo ! $assets(replace(., '^.*/', ''))"/>
    <xsl:for-each select="$asset?href">
      <img class="logo" src="{$up}{.}" alt="" height="32"/>
    </xsl:for-each>
  </xsl:function>

  <!-- what the start page says and shows of the edition -->
  <xsl:function name="h:own-introduction" as="element()*">
    <xsl:if test="$h:site?introduction">
      <div class="introduction">
        <xsl:for-each select="tokenize($h:site?introduction, '\n\s*\n')[normalize-space()]">
          <p>{normalize-space(.)}</p>
        </xsl:for-each>
      </div>
    </xsl:if>
    <xsl:for-each select="$h:site?picture ! $assets(replace(., '^.*/', ''))">
      <figure class="picture">
        <img src="{?href}" alt="">
          <xsl:for-each select="?width"><xsl:attribute name="width" select="."/></xsl:for-each>
          <xsl:for-each select="?height"><xsl:attribute name="height" select="."/></xsl:for-each>
        </img>
        <xsl:for-each select="$h:site?caption"><figcaption>{.}</figcaption></xsl:for-each>
      </figure>
    </xsl:for-each>
  </xsl:function>

  <!-- further links at the head; addresses of the site are seen from its top -->
  <xsl:function name="h:navigation" as="element(li)*">
    <xsl:param name="up" as="xs:string"/>
    <xsl:for-each select="$h:site?navigation?*">
      <li><a href="{if (matches(?2, '^([a-z]+:|/)')) then ?2 else $up || ?2}">{?1}</a></li>
    </xsl:for-each>
  </xsl:function>

  <!-- a sentence, the licence and whom to ask -->
  <xsl:function name="h:own-footer" as="element(p)*">
    <xsl:for-each select="$h:site?footer"><p>{.}</p></xsl:for-each>
    <xsl:for-each select="$h:site?licence">
      <xsl:variable name="address" as="xs:string?"
          select="tokenize(.)[starts-with(., 'http')][1]"/>
      <xsl:variable name="name" as="xs:string" select="normalize-space(replace(., 'https?://\S+', ''))"/>
      <p>
        <xsl:text>{l:label('html.site.licence')} </xsl:text>
        <xsl:choose>
          <xsl:when test="$address">
            <a rel="license" href="{$address}">{($name[. ne ''], $address)[1]}</a>
          </xsl:when>
          <xsl:otherwise>{$name}</xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:for-each>
    <xsl:for-each select="$h:site?contact">
      <p>
        <xsl:text>{l:label('html.site.contact')} </xsl:text>
        <a href="{'mailto:'[contains(current(), '@') and not(contains(current(), ':'))]}{.}">{replace(., '^(mailto:|https?://)', '')}</a>
      </p>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
