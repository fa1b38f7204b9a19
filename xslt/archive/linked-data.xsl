<?xml version="1.0" encoding="UTF-8"?>
<!-- schema.org as JSON-LD, of the document; RO-Crate 1.2, of the package. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.w3.org/2005/xpath-functions"
    xpath-default-namespace="http://www.w3.org/2005/xpath-functions"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:function name="r:schema-org" as="element(map)">
    <xsl:param name="record" as="element(r:record)"/>
    <map>
      <string key="@context">https://schema.org</string>
      <string key="@type">CreativeWork</string>
      <string key="@id">urn:uuid:{$uuid}</string>
      <xsl:sequence select="r:work($record)"/>
      <xsl:sequence select="
          r:list('author', $record/r:agent[@relator = 'aut'] ! r:party(.)),
          r:list('translator', $record/r:agent[@relator = 'trl'] ! r:party(.)),
          r:list('editor', $record/r:agent[@relator = ('edt', 'mrk', 'com')] ! r:party(.)),
          r:list('funder', $record/r:agent[@relator = 'fnd'] ! r:party(.)),
          r:list('publisher', $record/r:agent[@relator = 'pbl'] ! r:party(.)),
          r:list('mentions', $record/r:entity ! r:mention(.)),
          r:list('isBasedOn', ($record/r:holding ! r:archived(., $record),
                               $record/r:publication ! r:based-on(.)))"/>
    </map>
  </xsl:function>

  <!-- what is said of the work itself, without the parties -->
  <xsl:function name="r:work" as="element()+">
    <xsl:param name="record" as="element(r:record)"/>
    <string key="name">{r:full-title($record)}</string>
    <xsl:for-each select="$record/r:abstract">
      <string key="description">{.}</string>
    </xsl:for-each>
    <string key="version">{$record/@version}</string>
    <string key="datePublished">{$record/@issued}</string>
    <string key="dateModified">{$record/@released}</string>
    <string key="inLanguage">{$record/@language}</string>
    <xsl:sequence select="r:texts('keywords', $record/r:subject)"/>
    <xsl:sequence select="r:texts('license', $record/r:rights/@target)"/>
    <xsl:sequence select="r:texts('copyrightNotice', $record/r:rights)"/>
    <xsl:sequence select="r:texts('identifier', r:identifiers($record))"/>
    <xsl:for-each select="r:address($record)"><string key="url">{.}</string></xsl:for-each>
  </xsl:function>

  <xsl:function name="r:texts" as="element(array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:if test="exists($values)">
      <array key="{$key}">
        <xsl:for-each select="$values"><string>{.}</string></xsl:for-each>
      </array>
    </xsl:if>
  </xsl:function>

  <xsl:function name="r:party" as="element(map)">
    <xsl:param name="agent" as="element(r:agent)"/>
    <map>
      <string key="@type">{if ($agent/@kind = 'person') then 'Person' else 'Organization'}</string>
      <string key="name">{$agent/@name}</string>
      <xsl:for-each select="$agent/@family"><string key="familyName">{.}</string></xsl:for-each>
      <xsl:for-each select="$agent/@given"><string key="givenName">{.}</string></xsl:for-each>
      <xsl:sequence select="r:texts('sameAs', $agent/r:authority/@uri)"/>
    </map>
  </xsl:function>

  <xsl:variable name="r:types" as="map(xs:string, xs:string)" select="
      map { 'person': 'Person', 'place': 'Place', 'org': 'Organization', 'event': 'Event' }"/>

  <xsl:function name="r:mention" as="element(map)">
    <xsl:param name="entity" as="element(r:entity)"/>
    <map>
      <string key="@type">{$r:types(string($entity/@kind))}</string>
      <string key="name">{$entity/@name}</string>
      <xsl:sequence select="r:texts('sameAs', $entity/r:authority/@uri)"/>
    </map>
  </xsl:function>

  <xsl:function name="r:archived" as="element(map)">
    <xsl:param name="holding" as="element(r:holding)"/>
    <xsl:param name="record" as="element(r:record)"/>
    <map>
      <string key="@type">ArchiveComponent</string>
      <string key="name">{$holding/@shelfmark}</string>
      <xsl:for-each select="$record/@created"><string key="dateCreated">{.}</string></xsl:for-each>
      <xsl:for-each select="($record/@original-language, $record/@language)[1]">
        <string key="inLanguage">{.}</string>
      </xsl:for-each>
      <map key="holdingArchive">
        <string key="@type">ArchiveOrganization</string>
        <string key="name">{$holding/@repository}</string>
      </map>
    </map>
  </xsl:function>

  <xsl:function name="r:based-on" as="element(map)">
    <xsl:param name="publication" as="element(r:publication)"/>
    <map>
      <string key="@type">CreativeWork</string>
      <string key="name">{$publication}</string>
      <xsl:for-each select="$publication/@uri"><string key="url">{.}</string></xsl:for-each>
    </map>
  </xsl:function>
</xsl:stylesheet>
