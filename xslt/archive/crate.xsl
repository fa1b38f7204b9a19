<?xml version="1.0" encoding="UTF-8"?>
<!-- RO-Crate 1.2: the package as a graph of its files, in flattened JSON-LD. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.w3.org/2005/xpath-functions"
    xpath-default-namespace="http://www.w3.org/2005/xpath-functions"
    xmlns:l="urn:variorum:labels"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:function name="r:crate" as="element(map)">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:param name="inventory" as="element(r:inventory)"/>
    <map>
      <string key="@context">https://w3id.org/ro/crate/1.2/context</string>
      <array key="@graph">
        <map>
          <string key="@id">ro-crate-metadata.json</string>
          <string key="@type">CreativeWork</string>
          <xsl:sequence select="r:link('conformsTo', 'https://w3id.org/ro/crate/1.2'),
              r:link('about', './')"/>
        </map>
        <xsl:sequence select="r:root($record, $inventory)"/>
        <xsl:apply-templates mode="crate" select="
            $inventory/r:file, r:named-once((r:creators($record), $record/r:agent[@relator = 'pbl']))"/>
        <xsl:sequence select="r:terms($record)"/>
      </array>
    </map>
  </xsl:function>

  <xsl:function name="r:link" as="element(map)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="target" as="xs:string"/>
    <map key="{$key}"><string key="@id">{$target}</string></map>
  </xsl:function>

  <!-- one value stands alone, several in a list: the profile wants it so -->
  <xsl:function name="r:links" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="targets" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="count($targets) eq 1">
        <xsl:sequence select="r:link($key, $targets)"/>
      </xsl:when>
      <xsl:when test="exists($targets)">
        <array key="{$key}">
          <xsl:for-each select="$targets">
            <map><string key="@id">{.}</string></map>
          </xsl:for-each>
        </array>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="r:root" as="element(map)">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:param name="inventory" as="element(r:inventory)"/>
    <map>
      <string key="@id">./</string>
      <string key="@type">Dataset</string>
      <string key="name">{r:full-title($record)}</string>
      <string key="description">{($record/r:abstract, r:full-title($record))[1]}</string>
      <string key="datePublished">{$record/@released}</string>
      <string key="version">{$record/@version}</string>
      <string key="identifier">urn:uuid:{$uuid}</string>
      <xsl:sequence select="
          r:link('license', r:terms-id($record)),
          r:links('author', r:creators($record) ! r:party-id(.)),
          r:links('publisher', r:of-roles($record, 'pbl') ! r:party-id(.)),
          r:links('hasPart', $inventory/r:file/@path ! r:href(.))"/>
    </map>
  </xsl:function>

  <xsl:function name="r:party-id" as="xs:string">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:sequence select="
        ($agent/r:authority[1]/@uri, '#' || encode-for-uri($agent/@name))[1]"/>
  </xsl:function>

  <!-- each file, person, organisation and licence is an entity of the graph -->
  <xsl:mode name="crate" on-no-match="fail"/>

  <xsl:template match="r:file" mode="crate" as="element(map)">
    <map>
      <string key="@id">{r:href(@path)}</string>
      <string key="@type">File</string>
      <string key="name">{tokenize(@path, '/')[last()]}</string>
      <string key="description">{@format}</string>
      <string key="encodingFormat">{@mime}</string>
      <string key="contentSize">{@size}</string>
      <string key="sha256">{@sha256}</string>
    </map>
  </xsl:template>

  <xsl:template match="r:agent" mode="crate" as="element(map)">
    <map>
      <string key="@id">{r:party-id(.)}</string>
      <string key="@type">{r:schema-type(.)}</string>
      <string key="name">{@name}</string>
    </map>
  </xsl:template>

  <!-- the terms of the whole: a licence that stands alone, else what the header says of each layer -->
  <xsl:function name="r:terms-id" as="xs:string">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="(r:whole-rights($record)/@target/string(), '#terms')[1]"/>
  </xsl:function>

  <xsl:function name="r:terms" as="element(map)">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="address" as="xs:string?" select="r:whole-rights($record)/@target"/>
    <map>
      <string key="@id">{r:terms-id($record)}</string>
      <string key="@type">CreativeWork</string>
      <string key="name">{($address ! r:spdx(.), $address, l:label('archive.rights'))[1]}</string>
      <string key="description">{
        (string-join($record/r:rights ! string-join((., @target), ' '), '; ')[. ne ''],
         l:label('archive.no-rights'))[1]}</string>
    </map>
  </xsl:function>
</xsl:stylesheet>
