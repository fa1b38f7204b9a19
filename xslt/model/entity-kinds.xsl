<?xml version="1.0" encoding="UTF-8"?>
<!-- Which elements are entries of a register, and of what kind. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:variable name="v:entity-kinds" as="map(xs:string, xs:string)" select="map {
      'person': 'person', 'personGrp': 'group', 'place': 'place', 'org': 'org',
      'event': 'event', 'bibl': 'bibl', 'biblStruct': 'bibl', 'object': 'object'}"/>

  <!-- the kind of a register entry; nothing for what is no entry -->
  <xsl:function name="v:entity-kind" as="xs:string?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        if ($entry[self::tei:item][ancestor::tei:standOff]) then string($entry/../@type)
        else if ($entry/ancestor::tei:text or $entry/ancestor::tei:msDesc) then ()
        else $v:entity-kinds(local-name($entry))"/>
  </xsl:function>
</xsl:stylesheet>
