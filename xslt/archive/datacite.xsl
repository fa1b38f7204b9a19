<?xml version="1.0" encoding="UTF-8"?>
<!-- DataCite 4.6 as JSON. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.w3.org/2005/xpath-functions"
    xpath-default-namespace="http://www.w3.org/2005/xpath-functions"
    xmlns:l="urn:variorum:labels"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- the types of contributors, by MARC relator; all others are `Other` -->
  <xsl:variable name="r:contributor-types" as="map(xs:string, xs:string)" select="
      map { 'edt': 'Editor', 'mrk': 'DataCurator', 'com': 'DataCollector', 'trl': 'Translator',
            'spn': 'Sponsor', 'dst': 'Distributor', 'pdr': 'ProjectLeader', 'res': 'Researcher',
            'rcp': 'RelatedPerson', 'crp': 'RelatedPerson' }"/>

  <xsl:function name="r:datacite" as="element(map)">
    <xsl:param name="record" as="element(r:record)"/>
    <map>
      <string key="schemaVersion">http://datacite.org/schema/kernel-4</string>
      <xsl:for-each select="$record/r:identifier[@type = 'DOI'][1]">
        <string key="doi">{substring-after(r:doi(.), 'https://doi.org/')}</string>
      </xsl:for-each>
      <xsl:for-each select="r:landing($record)">
        <string key="url">{.}</string>
      </xsl:for-each>
      <map key="types">
        <string key="resourceTypeGeneral">Text</string>
        <string key="resourceType">{l:label('archive.type')}</string>
      </map>
      <xsl:sequence select="r:people($record), r:titles($record)"/>
      <map key="publisher">
        <xsl:for-each select="r:of-roles($record, 'pbl')[1]">
          <string key="name">{@name}</string>
          <xsl:for-each select="r:authority[@home ne ''][1]">
            <string key="publisherIdentifier">{@uri}</string>
            <string key="publisherIdentifierScheme">{@scheme}</string>
            <string key="schemeUri">{@home}</string>
          </xsl:for-each>
        </xsl:for-each>
      </map>
      <string key="publicationYear">{substring($record/@issued, 1, 4)}</string>
      <string key="language">{$record/@language}</string>
      <string key="version">{$record/@version}</string>
      <xsl:sequence select="r:list('subjects', r:once(($record/r:subject, $record/r:entity)) ! r:topic(.)),
          r:dates($record), r:related($record), r:related-items($record), r:rights-list($record),
          r:descriptions($record), r:list('geoLocations',
            r:once($record/r:entity[@kind = 'place']) ! r:location(.)),
          r:list('fundingReferences', r:of-roles($record, 'fnd') ! r:funding(.))"/>
      <array key="formats"><string>application/tei+xml</string></array>
    </map>
  </xsl:function>

  <!-- an array that is left out where it would be empty -->
  <xsl:function name="r:list" as="element(array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="members" as="element()*"/>
    <xsl:if test="exists($members)">
      <array key="{$key}"><xsl:sequence select="$members"/></array>
    </xsl:if>
  </xsl:function>

  <xsl:function name="r:people" as="element(array)*">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="creators" as="element()*" select="r:creators($record)"/>
    <xsl:sequence select="r:list('creators', $creators ! r:person(., ()))"/>
    <xsl:variable name="others" as="element()*" select="
        $record/r:agent[not(@relator = ('pbl', 'fnd'))][not(@name = $creators/@name)]"/>
    <xsl:sequence select="r:list('contributors', r:contributions($others))"/>
  </xsl:function>

  <!-- each contributor once for each of DataCite's types -->
  <xsl:function name="r:contributions" as="element(map)*">
    <xsl:param name="agents" as="element(r:agent)*"/>
    <xsl:for-each-group select="$agents"
        group-by="concat(@name, '|', ($r:contributor-types(string(@relator)), 'Other')[1])">
      <xsl:sequence select="r:person(., ($r:contributor-types(string(@relator)), 'Other')[1])"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- topics and places of which no two have the same name -->
  <xsl:function name="r:once" as="element()*">
    <xsl:param name="topics" as="element()*"/>
    <xsl:for-each-group select="$topics[(@name, .)[1] ne '']" group-by="string((@name, .)[1])">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="r:person" as="element(map)">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:param name="type" as="xs:string?"/>
    <map>
      <string key="name">{r:inverted($agent)}</string>
      <xsl:if test="empty($agent/@guess)">
        <string key="nameType">{
          if ($agent/@kind = 'person') then 'Personal' else 'Organizational'}</string>
      </xsl:if>
      <xsl:for-each select="$agent/@given"><string key="givenName">{.}</string></xsl:for-each>
      <xsl:for-each select="$agent/@family"><string key="familyName">{.}</string></xsl:for-each>
      <xsl:for-each select="$type"><string key="contributorType">{.}</string></xsl:for-each>
      <xsl:sequence select="r:list('nameIdentifiers',
          $agent/r:authority[@home ne ''] ! r:name-identifier(.))"/>
    </map>
  </xsl:function>

  <xsl:function name="r:name-identifier" as="element(map)">
    <xsl:param name="authority" as="element(r:authority)"/>
    <map>
      <string key="nameIdentifier">{$authority/@uri}</string>
      <string key="nameIdentifierScheme">{$authority/@scheme}</string>
      <string key="schemeUri">{$authority/@home}</string>
    </map>
  </xsl:function>

  <xsl:variable name="r:types-of-titles" as="map(xs:string, xs:string)" static="yes" select="map {
      'sub': 'Subtitle', 'alternative': 'AlternativeTitle', 'translated': 'TranslatedTitle' }"/>

  <xsl:function name="r:titles" as="element(array)">
    <xsl:param name="record" as="element(r:record)"/>
    <array key="titles">
      <map><string key="title">{r:main-title($record)}</string></map>
      <xsl:for-each select="$record/r:title[@type ne 'main']">
        <map><string key="title">{.}</string><string key="titleType">{$r:types-of-titles(@type)}</string></map>
      </xsl:for-each>
    </array>
  </xsl:function>

  <xsl:function name="r:topic" as="element(map)">
    <xsl:param name="topic" as="element()"/>
    <xsl:variable name="authority" as="element()?" select="$topic/r:authority[1]"/>
    <map>
      <string key="subject">{($topic/@name, $topic)[1]}</string>
      <xsl:for-each select="$authority/@scheme">
        <string key="subjectScheme">{.}</string>
      </xsl:for-each>
      <xsl:for-each select="($topic/@uri, $authority/@uri)[1]">
        <string key="valueUri">{.}</string>
      </xsl:for-each>
    </map>
  </xsl:function>

  <xsl:function name="r:dates" as="element(array)">
    <xsl:param name="record" as="element(r:record)"/>
    <array key="dates">
      <xsl:sequence select="$record/@created ! r:date(., 'Created', $record/@created-as[. ne '']),
          $record/@issued[. ne ''] ! r:date(., 'Issued', ()),
          $record/@released[. ne '' and . ne $record/@issued] ! r:date(., 'Updated', ())"/>
    </array>
  </xsl:function>

  <xsl:function name="r:date" as="element(map)">
    <xsl:param name="date" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="words" as="xs:string?"/>
    <map>
      <string key="date">{$date}</string>
      <string key="dateType">{$type}</string>
      <xsl:for-each select="$words">
        <string key="dateInformation">{l:label('archive.source-date', .)}</string>
      </xsl:for-each>
    </map>
  </xsl:function>

  <xsl:function name="r:related" as="element(array)*">
    <xsl:param name="record" as="element(r:record)"/>
    <array key="alternateIdentifiers">
      <xsl:for-each select="$record/r:identifier[not(. is $record/r:identifier[@type = 'DOI'][1])]
          [not(. = r:landing($record))]">
        <xsl:sequence select="r:identified('alternateIdentifier', ., @type)"/>
      </xsl:for-each>
      <xsl:sequence select="r:identified('alternateIdentifier', 'urn:uuid:' || $uuid, 'UUID')"/>
    </array>
    <xsl:sequence select="r:list('relatedIdentifiers',
        (distinct-values($record/r:publication/@uri) ! r:derived-from(.),
         r:parts($record/r:part[r:part-address(.)])))"/>
  </xsl:function>

  <!-- the documents of a collection -->
  <xsl:function name="r:parts" as="element(map)*">
    <xsl:param name="parts" as="element(r:part)*"/>
    <xsl:apply-templates select="$parts" mode="datacite-part"/>
  </xsl:function>

  <xsl:function name="r:titled" as="element(map)">
    <xsl:param name="title" as="xs:string"/>
    <map><string key="title">{$title}</string></map>
  </xsl:function>

  <xsl:function name="r:identified" as="element(map)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <map>
      <string key="{$key}">{$value}</string>
      <string key="{$key}Type">{$type}</string>
    </map>
  </xsl:function>

  <xsl:function name="r:derived-from" as="element(map)">
    <xsl:param name="address" as="xs:string"/>
    <map>
      <xsl:sequence select="r:identified('relatedIdentifier', $address, 'URL')/*"/>
      <string key="relationType">IsDerivedFrom</string>
    </map>
  </xsl:function>

  <xsl:function name="r:rights-list" as="element(array)?">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="rights" as="element(map)*">
      <xsl:for-each select="$record/r:rights">
        <map>
          <string key="rights">{.}</string>
          <xsl:for-each select="@target"><string key="rightsUri">{.}</string></xsl:for-each>
          <xsl:for-each select="r:spdx(@target)[empty(current()/@scope[. = 'more'])]">
            <string key="rightsIdentifier">{.}</string>
            <string key="rightsIdentifierScheme">SPDX</string>
          </xsl:for-each>
        </map>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="r:list('rightsList', $rights)"/>
  </xsl:function>

  <xsl:function name="r:descriptions" as="element(array)?">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="r:list('descriptions', (
          $record/r:abstract ! r:description(., 'Abstract'),
          $record/r:method ! r:description(., 'Methods'),
          $record/r:holding ! r:called(.) ! r:description(., 'Other'),
          $record/r:provenance ! r:description(., 'Other')))"/>
  </xsl:function>

  <xsl:function name="r:description" as="element(map)">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <map>
      <string key="description">{$text}</string>
      <string key="descriptionType">{$type}</string>
    </map>
  </xsl:function>

  <xsl:function name="r:location" as="element(map)">
    <xsl:param name="place" as="element(r:entity)"/>
    <map>
      <string key="geoLocationPlace">{$place/@name}</string>
      <xsl:if test="$place/@latitude">
        <map key="geoLocationPoint">
          <number key="pointLongitude">{$place/@longitude}</number>
          <number key="pointLatitude">{$place/@latitude}</number>
        </map>
      </xsl:if>
    </map>
  </xsl:function>

  <xsl:function name="r:funding" as="element(map)">
    <xsl:param name="funder" as="element(r:agent)"/>
    <map>
      <string key="funderName">{$funder/@name}</string>
      <xsl:for-each select="$funder/r:authority[1]">
        <string key="funderIdentifier">{@uri}</string>
        <string key="funderIdentifierType">{
          if (@scheme = ('ROR', 'ISNI', 'Crossref Funder ID')) then @scheme else 'Other'}</string>
      </xsl:for-each>
      <xsl:for-each select="$funder/@award"><string key="awardNumber">{.}</string></xsl:for-each>
    </map>
  </xsl:function>
</xsl:stylesheet>
