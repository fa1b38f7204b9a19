<?xml version="1.0" encoding="UTF-8"?>
<xsl:package name="urn:variorum:html-views" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="html/views.xsl"/>
</xsl:package>
