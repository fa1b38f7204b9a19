<?xml version="1.0" encoding="UTF-8"?>
<!-- schema.org as JSON-LD, of the document. -->
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
      <xsl:choose>
        <xsl:when test="$record/r:agent[@relator = ('crp', 'rcp')]">
          <xsl:sequence select="r:texts('@type', ('CreativeWork', 'Message'))"/>
        </xsl:when>
        <xsl:otherwise><string key="@type">CreativeWork</string></xsl:otherwise>
      </xsl:choose>
      <string key="@id">urn:uuid:{$uuid}</string>
      <xsl:sequence select="r:work($record)"/>
      <xsl:variable name="made" as="xs:string+"
          select="'aut', 'trl', 'edt', 'mrk', 'com', 'fnd', 'spn', 'pbl', 'rcp', 'crp'"/>
      <xsl:sequence select="
          r:list('author', r:of-roles($record, 'aut') ! r:party(.)),
          r:list('translator', r:of-roles($record, 'trl') ! r:party(.)),
          r:list('editor', r:of-roles($record, ('edt', 'mrk', 'com')) ! r:party(.)),
          r:list('contributor', r:named-once($record/r:agent[not(@relator = $made)]) ! r:party(.)),
          r:list('funder', r:of-roles($record, 'fnd') ! r:party(.)),
          r:list('funding', r:of-roles($record, 'fnd')[@award] ! r:grant(.)),
          r:list('sponsor', r:of-roles($record, 'spn') ! r:party(.)),
          r:list('sender', r:of-roles($record, 'crp') ! r:party(.)),
          r:list('recipient', r:of-roles($record, 'rcp') ! r:party(.)),
          r:list('isPartOf', $record/r:series ! r:part-of(.)),
          r:list('hasPart', r:works($record/r:part)),
          r:list('publisher', r:of-roles($record, 'pbl') ! r:party(.)),
          r:list('mentions', r:once($record/r:entity) ! r:mention(.)),
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
    <xsl:choose>
      <xsl:when test="count($record/r:language) gt 1">
        <xsl:sequence select="r:texts('inLanguage', $record/r:language)"/>
      </xsl:when>
      <xsl:otherwise><string key="inLanguage">{$record/@language}</string></xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="r:texts('keywords', distinct-values($record/r:subject ! string()))"/>
    <xsl:sequence select="r:texts('license', r:whole-rights($record)/@target)"/>
    <xsl:sequence select="r:texts('copyrightNotice', $record/r:rights)"/>
    <xsl:sequence select="r:texts('identifier', r:identifiers($record))"/>
    <xsl:for-each select="r:landing($record)"><string key="url">{.}</string></xsl:for-each>
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
      <string key="@type">{r:schema-type($agent)}</string>
      <string key="name">{$agent/@name}</string>
      <xsl:for-each select="$agent/@family"><string key="familyName">{.}</string></xsl:for-each>
      <xsl:for-each select="$agent/@given"><string key="givenName">{.}</string></xsl:for-each>
      <xsl:sequence select="r:texts('sameAs', $agent/r:authority/@uri)"/>
    </map>
  </xsl:function>

  <!-- a party of which nobody says whether it is a person is a thing that has a name -->
  <xsl:function name="r:schema-type" as="xs:string">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:sequence select="
        if ($agent/@guess) then 'Thing'
        else if ($agent/@kind = 'person') then 'Person' else 'Organization'"/>
  </xsl:function>

  <xsl:function name="r:grant" as="element(map)">
    <xsl:param name="funder" as="element(r:agent)"/>
    <map>
      <string key="@type">Grant</string>
      <string key="identifier">{$funder/@award}</string>
    </map>
  </xsl:function>

  <xsl:function name="r:part-of" as="element(map)">
    <xsl:param name="series" as="element(r:series)"/>
    <map>
      <string key="@type">CreativeWorkSeries</string>
      <string key="name">{$series}</string>
      <xsl:for-each select="$series/@issn"><string key="issn">{.}</string></xsl:for-each>
    </map>
  </xsl:function>

  <!-- the documents of a collection -->
  <xsl:function name="r:works" as="element(map)*">
    <xsl:param name="parts" as="element(r:part)*"/>
    <xsl:apply-templates select="$parts" mode="json-part"/>
  </xsl:function>

  <!-- agents of which no two have the same name -->
  <xsl:function name="r:named-once" as="element(r:agent)*">
    <xsl:param name="agents" as="element(r:agent)*"/>
    <xsl:for-each-group select="$agents" group-by="string(@name)">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
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
      <string key="name">{string-join($holding/(@collection, @shelfmark)[. ne ''], ', ')}</string>
      <xsl:for-each select="$record/@created"><string key="dateCreated">{.}</string></xsl:for-each>
      <xsl:for-each select="($record/@original-language, $record/@language)[1]">
        <string key="inLanguage">{.}</string>
      </xsl:for-each>
      <map key="holdingArchive">
        <string key="@type">ArchiveOrganization</string>
        <string key="name">{$holding/@repository}</string>
        <xsl:for-each select="$holding/@isil"><string key="identifier">info:isil/{.}</string></xsl:for-each>
        <xsl:sequence select="r:texts('sameAs', $holding/r:authority/@uri)"/>
      </map>
    </map>
  </xsl:function>

  <xsl:function name="r:based-on" as="element(map)">
    <xsl:param name="publication" as="element(r:publication)"/>
    <map>
      <string key="@type">{(map { 'journal': 'Article', 'book': 'Chapter' }
                            (string($publication/@host-is)), 'CreativeWork')[1]}</string>
      <string key="name">{($publication/@title[. ne ''], $publication/r:reference)[1]}</string>
      <string key="citation">{$publication/r:reference}</string>
      <xsl:for-each select="$publication/@year"><string key="datePublished">{.}</string></xsl:for-each>
      <xsl:for-each select="$publication/@first-page[../@host]"><string key="pageStart">{.}</string></xsl:for-each>
      <xsl:for-each select="$publication/@last-page[../@host]"><string key="pageEnd">{.}</string></xsl:for-each>
      <xsl:for-each select="$publication/@uri"><string key="url">{.}</string></xsl:for-each>
      <xsl:sequence select="r:list('author', $publication/r:agent ! r:party(.)), $publication/@host ! r:in(..)"/>
    </map>
  </xsl:function>

  <!-- the issue, the volume and the journal, or the book, that a publication stands in -->
  <xsl:function name="r:in" as="element(map)">
    <xsl:param name="publication" as="element(r:publication)"/>
    <xsl:variable name="is-journal" as="xs:boolean" select="$publication/@host-is = 'journal'"/>
    <xsl:variable name="host" as="element(map)">
      <map key="isPartOf">
        <string key="@type">{if ($is-journal) then 'Periodical' else 'Book'}</string>
        <string key="name">{$publication/@host}</string>
        <xsl:for-each select="$publication/(@issn, @isbn)"><string key="{name()}">{.}</string></xsl:for-each>
      </map>
    </xsl:variable>
    <xsl:sequence select="
        if ($is-journal)
        then fold-left(($publication/@volume, $publication/@issue), $host, r:numbered-part#2)
        else $host"/>
  </xsl:function>

  <!-- a volume or an issue, as a part of what it belongs to -->
  <xsl:function name="r:numbered-part" as="element(map)">
    <xsl:param name="whole" as="element(map)"/>
    <xsl:param name="number" as="attribute()"/>
    <map key="isPartOf">
      <string key="@type">{map { 'volume': 'PublicationVolume', 'issue': 'PublicationIssue' }(name($number))}</string>
      <string key="{name($number)}Number">{$number}</string>
      <xsl:sequence select="$whole"/>
    </map>
  </xsl:function>
</xsl:stylesheet>
