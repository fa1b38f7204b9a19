<?xml version="1.0" encoding="UTF-8"?>
<!-- An element nobody wrote a rule for keeps its text and is reported once per document. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:by-name" match="tei:text//*" use="local-name()"/>

  <!-- reports the current element if it is the first of its name in the text -->
  <xsl:template name="v:report-unhandled" as="empty-sequence()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test=". is key('v:by-name', local-name(), root())[1]">
      <xsl:message><v:unhandled name="{local-name()}"/></xsl:message>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
