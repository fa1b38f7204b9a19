<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reader may choose of the look of the pages: only a script can keep it, so that the choices
     are seen only where one runs (assets/reader.js). -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    exclude-result-prefixes="#all">

  <!-- the choices and their values, as the style sheet knows them; the first value is what the page
       has by itself -->
  <xsl:variable name="h:reader-choices" as="map(*)+" select="
      map { 'name': 'size', 'values': ('', 'small', 'large', 'larger') },
      map { 'name': 'measure', 'values': ('', 'narrow', 'wide') },
      map { 'name': 'theme', 'values': ('', 'light', 'dark', 'contrast') },
      map { 'name': 'numbers', 'values': ('', 'none') },
      map { 'name': 'breaks', 'values': ('', 'shown', 'none') },
      map { 'name': 'marks', 'values': ('', 'none') }"/>

  <!-- the script runs before the page is painted, on pages that share it; one that stands alone has none -->
  <xsl:function name="h:reader-script" as="element(script)?">
    <xsl:param name="up" as="xs:string"/>
    <xsl:sequence select="'reader.js'[exists($assets(.)?href)] ! h:script(., $up)"/>
  </xsl:function>

  <!-- each choice is an attribute: its label, then each value before its words -->
  <xsl:function name="h:settings" as="element(details)">
    <details class="settings">
      <xsl:for-each select="$h:reader-choices">
        <xsl:attribute name="data-{?name}" separator="|" select="
            l:label('html.settings.' || ?name),
            ?values ! (., l:label('html.settings.value.' || (.[. ne ''], 'usual')[1]))"/>
      </xsl:for-each>
      <summary>{l:label('html.settings')}</summary>
    </details>
  </xsl:function>
</xsl:stylesheet>
