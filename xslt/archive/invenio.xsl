<?xml version="1.0" encoding="UTF-8"?>
<!-- What InvenioRDM, and with it Zenodo, takes when a record is deposited: JSON of its REST API. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.w3.org/2005/xpath-functions"
    xpath-default-namespace="http://www.w3.org/2005/xpath-functions"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- ISO 639-3 codes where the bibliographic ones of ISO 639-2 are others -->
  <xsl:variable name="r:terminological" as="map(xs:string, xs:string)" select="
      map { 'arm': 'hye', 'chi': 'zho', 'cze': 'ces', 'dut': 'nld', 'fre': 'fra', 'geo': 'kat',
            'ger': 'deu', 'gre': 'ell', 'ice': 'isl', 'per': 'fas', 'rum': 'ron', 'slo': 'slk',
            'wel': 'cym' }"/>

  <xsl:function name="r:invenio" as="element(map)">
    <xsl:param name="record" as="element(r:record)"/>
    <map>
      <map key="access">
        <string key="record">public</string>
        <string key="files">public</string>
      </map>
      <map key="files"><boolean key="enabled">true</boolean></map>
      <xsl:for-each select="$record/r:identifier[@type = 'DOI'][1]">
        <map key="pids">
          <map key="doi">
            <string key="identifier">{.}</string>
            <string key="provider">external</string>
          </map>
        </map>
      </xsl:for-each>
      <map key="metadata"><xsl:sequence select="r:deposit($record)"/></map>
    </map>
  </xsl:function>

  <xsl:function name="r:deposit" as="element()+">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="creators" as="element(r:agent)*" select="r:creators($record)"/>
    <map key="resource_type"><string key="id">publication</string></map>
    <string key="title">{r:full-title($record)}</string>
    <string key="publication_date">{$record/@issued}</string>
    <xsl:for-each select="r:of-roles($record, 'pbl')[1]">
      <string key="publisher">{@name}</string>
    </xsl:for-each>
    <string key="version">{$record/@version}</string>
    <string key="description">{($record/r:abstract, r:full-title($record))[1]}</string>
    <xsl:sequence select="
        r:list('creators', $creators ! r:depositor(., ())),
        r:list('contributors',
          $record/r:agent[not(@relator = ('pbl', 'fnd'))][not(@name = $creators/@name)]
          ! r:depositor(., lower-case(($r:contributor-types(string(@relator))[. ne 'Translator'], 'Other')[1]))),
        r:list('subjects', distinct-values($record/r:subject ! string()) ! r:single('subject', .)),
        r:list('languages', distinct-values($record/r:language ! r:iso639-3(.))[. ne 'und']
                            ! r:single('id', .)),
        r:list('dates', $record/@created ! r:deposit-date(., $record/@created-as)),
        r:list('identifiers', $record/r:identifier[not(@type = 'DOI')] ! r:deposit-number(.)),
        r:list('related_identifiers',
          distinct-values($record/r:publication/@uri) ! r:deposit-relation(.)),
        r:list('additional_descriptions', $record/r:holding[r:called(.) ne ''] ! r:deposit-source(.)),
        r:list('references', $record/r:publication/r:reference ! r:single('reference', .)),
        r:list('rights', $record/r:rights ! r:deposit-terms(.)),
        r:list('funding', r:of-roles($record, 'fnd') ! r:deposit-grant(.))"/>
  </xsl:function>

  <xsl:function name="r:iso639-3" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="code" as="xs:string" select="r:iso639-2($tag)"/>
    <xsl:sequence select="($r:terminological($code), $code)[1]"/>
  </xsl:function>

  <xsl:function name="r:single" as="element(map)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <map><string key="{$key}">{$value}</string></map>
  </xsl:function>

  <!-- a person must have a surname: one whose name is not in parts has it as a whole; a party of which
       nobody says whether it is a person has no type, for which the form of the deposit asks -->
  <xsl:function name="r:depositor" as="element(map)">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:param name="role" as="xs:string?"/>
    <map>
      <map key="person_or_org">
        <xsl:choose>
          <xsl:when test="$agent/@guess">
            <string key="name">{$agent/@name}</string>
          </xsl:when>
          <xsl:when test="$agent/@kind = 'person'">
            <string key="type">personal</string>
            <string key="family_name">{($agent/@family, $agent/@name)[1]}</string>
            <xsl:for-each select="$agent/@given"><string key="given_name">{.}</string></xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <string key="type">organizational</string>
            <string key="name">{$agent/@name}</string>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:sequence select="
            r:list('identifiers',
              $agent/r:authority[@scheme = ('ORCID', 'GND', 'ISNI', 'ROR')] ! r:deposit-authority(.))"/>
      </map>
      <xsl:for-each select="$role">
        <map key="role"><string key="id">{.}</string></map>
      </xsl:for-each>
    </map>
  </xsl:function>

  <xsl:function name="r:deposit-authority" as="element(map)">
    <xsl:param name="authority" as="element(r:authority)"/>
    <map>
      <string key="scheme">{lower-case($authority/@scheme)}</string>
      <string key="identifier">{$authority}</string>
    </map>
  </xsl:function>

  <xsl:function name="r:deposit-date" as="element(map)">
    <xsl:param name="date" as="xs:string"/>
    <xsl:param name="words" as="xs:string?"/>
    <map>
      <string key="date">{$date}</string>
      <map key="type"><string key="id">created</string></map>
      <xsl:for-each select="$words[. ne '']"><string key="description">{.}</string></xsl:for-each>
    </map>
  </xsl:function>

  <xsl:function name="r:deposit-number" as="element(map)">
    <xsl:param name="identifier" as="element(r:identifier)"/>
    <map>
      <string key="identifier">{$identifier}</string>
      <string key="scheme">{
        (map { 'Handle': 'handle', 'URL': 'url', 'URN': 'urn', 'ISBN': 'isbn' }
         (string($identifier/@type)), 'other')[1]}</string>
    </map>
  </xsl:function>

  <xsl:function name="r:deposit-relation" as="element(map)">
    <xsl:param name="address" as="xs:string"/>
    <map>
      <string key="identifier">{$address}</string>
      <string key="scheme">url</string>
      <map key="relation_type"><string key="id">isderivedfrom</string></map>
    </map>
  </xsl:function>

  <!-- what the edition was made from, and who keeps it -->
  <xsl:function name="r:deposit-source" as="element(map)">
    <xsl:param name="holding" as="element(r:holding)"/>
    <map>
      <string key="description">{r:called($holding)}</string>
      <map key="type"><string key="id">other</string></map>
    </map>
  </xsl:function>

  <xsl:function name="r:deposit-terms" as="element(map)">
    <xsl:param name="rights" as="element(r:rights)"/>
    <xsl:variable name="known" as="xs:string?" select="r:spdx($rights/@target)[empty($rights/@scope)]"/>
    <map>
      <xsl:choose>
        <xsl:when test="exists($known)"><string key="id">{lower-case($known)}</string></xsl:when>
        <xsl:otherwise>
          <map key="title"><string key="en">{$rights}</string></map>
          <xsl:for-each select="$rights/@target"><string key="link">{.}</string></xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </map>
  </xsl:function>

  <xsl:function name="r:deposit-grant" as="element(map)">
    <xsl:param name="funder" as="element(r:agent)"/>
    <map>
      <map key="funder">
        <xsl:variable name="ror" as="element()?" select="$funder/r:authority[@scheme = 'ROR'][1]"/>
        <xsl:for-each select="$ror"><string key="id">{.}</string></xsl:for-each>
        <xsl:if test="empty($ror)"><string key="name">{$funder/@name}</string></xsl:if>
      </map>
      <xsl:for-each select="$funder/@award">
        <map key="award">
          <string key="number">{.}</string>
          <map key="title"><string key="en">{.}</string></map>
        </map>
      </xsl:for-each>
    </map>
  </xsl:function>
</xsl:stylesheet>
