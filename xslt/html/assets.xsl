<?xml version="1.0" encoding="UTF-8"?>
<!-- The style sheets and scripts that pages share: a page links to them, or holds them if it is to
     stand alone. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="urn:variorum:html"
    exclude-result-prefixes="#all">

  <!-- by their names in xslt/assets: `href`, the place of each below the site, or else `content` -->
  <xsl:param name="assets" as="map(*)" select="map { }"/>

  <!-- by this number a page knows its own style sheets and scripts from all others (CSP 3, 2.3.1).
       It is a digest of the document that the page shows, which so cannot have it in itself. -->
  <xsl:param name="nonce" as="xs:string" select="''"/>

  <xsl:function name="h:style-sheet" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="up" as="xs:string"/>
    <xsl:variable name="asset" as="map(*)" select="$assets($name)"/>
    <xsl:choose>
      <xsl:when test="$asset?href">
        <link rel="stylesheet" nonce="{$nonce}" href="{$up}{$asset?href}"/>
      </xsl:when>
      <xsl:otherwise>
        <style nonce="{$nonce}"><xsl:value-of select="$asset?content"/></style>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="h:script" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="up" as="xs:string"/>
    <xsl:variable name="asset" as="map(*)" select="$assets($name)"/>
    <xsl:choose>
      <xsl:when test="$asset?href">
        <script nonce="{$nonce}" src="{$up}{$asset?href}"></script>
      </xsl:when>
      <xsl:otherwise>
        <script nonce="{$nonce}"><xsl:value-of select="$asset?content"/></script>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- a page asks for nothing but its style sheets and scripts, pictures of the edition, and pages of
       this site or of the folder it was opened from -->
  <xsl:function name="h:policy" as="xs:string">
    <xsl:param name="scripts" as="xs:boolean"/>
    <xsl:param name="frames" as="xs:boolean"/>
    <xsl:param name="pictures" as="xs:boolean"/>
    <xsl:sequence select="string-join((
        'default-src ''none''', 'style-src ''nonce-' || $nonce || '''', 'style-src-attr ''unsafe-inline''',
        'img-src data:' || ' ''self'' file:'[$pictures or exists(h:logo(''))],
        'font-src ''self'' file:'[exists($h:site?fonts)],
        ('script-src ''nonce-' || $nonce || '''')[$scripts],
        'frame-src ''self'' file:'[$frames]), '; ')"/>
  </xsl:function>
</xsl:stylesheet>
