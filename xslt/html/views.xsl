<?xml version="1.0" encoding="UTF-8"?>
<!-- Our stylesheet for pages, with those that only some editions have: they are compiled where an edition
     has one of them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="main.xsl"/>
  <xsl:include href="parts.xsl"/>
  <xsl:include href="side-by-side.xsl"/>
  <xsl:include href="translation.xsl"/>
  <xsl:include href="facsimile.xsl"/>
  <xsl:include href="translation-facsimile.xsl"/>
  <xsl:include href="variants.xsl"/>
</xsl:stylesheet>
