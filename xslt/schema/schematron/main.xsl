<?xml version="1.0" encoding="UTF-8"?>
<!-- ISO Schematron to XSLT 3.0. Input: a schema whose inclusions are already made, or a RELAX NG
     grammar or an ODD with Schematron in it. Output: a stylesheet that returns findings as maps. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="urn:variorum:schematron"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:include href="embedded.xsl"/>
  <xsl:include href="faults.xsl"/>
  <xsl:include href="phase.xsl"/>
  <xsl:include href="expand.xsl"/>
  <xsl:include href="compile.xsl"/>
  <xsl:include href="assertion.xsl"/>
  <xsl:include href="walk.xsl"/>

  <!-- The phase to check (ISO 19757-3 5.4.11): an id, #ALL, or #DEFAULT. -->
  <xsl:param name="phase" as="xs:string" select="'#DEFAULT'"/>

  <!-- What prefixes stand for in the parts of an included file, by the number of the file. -->
  <xsl:param name="prefixes" as="map(*)" select="map{}"/>

  <!-- Indented, so that an error in the stylesheet has a line of its own. -->
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <!-- Steps: (1) the Schematron of the input is gathered into one schema; (2) its faults are found;
       (3) if there are none, abstract patterns and rules are expanded, and variables that are then
       defined twice are faults too; (4) each fault is a message and the result is empty; if there
       are none, the patterns of the phase are compiled. -->
  <xsl:mode name="schematron" on-no-match="fail" visibility="public"/>

  <xsl:template match="/" mode="schematron" as="document-node()">
    <xsl:variable name="gathered" as="document-node(element(sch:schema))">
      <xsl:document>
        <xsl:apply-templates select="*" mode="gather"/>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="faults" as="element(v:finding)*">
      <xsl:apply-templates select="$gathered" mode="faults"/>
    </xsl:variable>
    <xsl:variable name="expanded" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$gathered/*[empty($faults)]" mode="expand"/>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="twice" as="element(v:finding)*" select="s:defined-twice($expanded/*)"/>
    <xsl:for-each select="$faults, $twice">
      <xsl:message select="."/>
    </xsl:for-each>
    <xsl:variable name="compiled" as="element()?">
      <xsl:apply-templates select="$expanded/*[empty($twice)]" mode="compile"/>
    </xsl:variable>
    <xsl:document>
      <xsl:apply-templates select="$compiled" mode="finish"/>
    </xsl:document>
  </xsl:template>
</xsl:stylesheet>
