<?xml version="1.0" encoding="UTF-8"?>
<!-- PREMIS 3: what the files are, what was done to them, by whom, and on what terms. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns="http://www.loc.gov/premis/v3"
    xmlns:premis="http://www.loc.gov/premis/v3"
    xmlns:l="urn:variorum:labels"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="xs l r premis">

  <xsl:function name="r:premis" as="element(premis:premis)">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:param name="inventory" as="document-node()"/>
    <premis version="3.0">
      <object xsi:type="intellectualEntity">
        <xsl:sequence select="r:object-identifier('UUID', $uuid)"/>
        <xsl:sequence select="
            $record/r:identifier ! r:object-identifier(@type, .)"/>
        <originalName>{r:main-title($record)}</originalName>
      </object>
      <xsl:apply-templates select="$record/r:part" mode="premis"/>
      <xsl:apply-templates mode="premis" select="
          $inventory/r:inventory/(r:representation, r:file, r:event, r:agent)"/>
      <xsl:if test="$record/r:rights">
        <rights>
          <xsl:apply-templates select="$record/r:rights" mode="premis"/>
        </rights>
      </xsl:if>
    </premis>
  </xsl:function>

  <!-- 1  each representation is an object that represents the intellectual entity
       2  each file is an object with its size, digest and format; it is part of a
          representation, and was derived from the files its inventory entry names
       3  events and agents are those the inventory tells
       4  each layer of rights is a statement of its own -->
  <xsl:mode name="premis" on-no-match="fail"/>

  <xsl:template match="r:representation" mode="premis" as="element(premis:object)">
    <object xsi:type="representation">
      <xsl:sequence select="r:object-identifier('local', @path)"/>
      <xsl:sequence select="r:relationship('structural', 'represents', 'UUID', $uuid)"/>
    </object>
  </xsl:template>

  <xsl:template match="r:file" mode="premis" as="element(premis:object)">
    <object xsi:type="file">
      <xsl:sequence select="r:object-identifier('local', @path)"/>
      <objectCharacteristics>
        <fixity>
          <messageDigestAlgorithm>SHA-256</messageDigestAlgorithm>
          <messageDigest>{@sha256}</messageDigest>
        </fixity>
        <size>{@size}</size>
        <format>
          <formatDesignation>
            <formatName>{@format}</formatName>
          </formatDesignation>
          <xsl:for-each select="@pronom">
            <formatRegistry>
              <formatRegistryName>PRONOM</formatRegistryName>
              <formatRegistryKey>{.}</formatRegistryKey>
            </formatRegistry>
          </xsl:for-each>
        </format>
      </objectCharacteristics>
      <originalName>{tokenize(@path, '/')[last()]}</originalName>
      <xsl:for-each select="@part-of">
        <xsl:sequence select="r:relationship('structural', 'is part of', 'local', .)"/>
      </xsl:for-each>
      <xsl:for-each select="tokenize(@source, '\n')">
        <xsl:sequence select="r:relationship('derivation', 'has source', 'local', .)"/>
      </xsl:for-each>
    </object>
  </xsl:template>

  <xsl:template match="r:event" mode="premis" as="element(premis:event)">
    <event>
      <eventIdentifier>
        <eventIdentifierType>local</eventIdentifierType>
        <eventIdentifierValue>{@id}</eventIdentifierValue>
      </eventIdentifier>
      <eventType>{@type}</eventType>
      <eventDateTime>{../@date}</eventDateTime>
      <eventDetailInformation>
        <eventDetail>{@detail}</eventDetail>
      </eventDetailInformation>
      <eventOutcomeInformation>
        <eventOutcome>{@outcome}</eventOutcome>
      </eventOutcomeInformation>
      <xsl:for-each select="tokenize(@agents)">
        <linkingAgentIdentifier>
          <linkingAgentIdentifierType>local</linkingAgentIdentifierType>
          <linkingAgentIdentifierValue>{.}</linkingAgentIdentifierValue>
        </linkingAgentIdentifier>
      </xsl:for-each>
      <xsl:for-each select="tokenize(@objects, '\n')">
        <xsl:sequence select="r:linking-object(.)"/>
      </xsl:for-each>
    </event>
  </xsl:template>

  <xsl:template match="r:agent" mode="premis" as="element(premis:agent)">
    <agent>
      <agentIdentifier>
        <agentIdentifierType>local</agentIdentifierType>
        <agentIdentifierValue>{@id}</agentIdentifierValue>
      </agentIdentifier>
      <agentName>{@name}</agentName>
      <agentType>{@type}</agentType>
      <xsl:for-each select="@version"><agentVersion>{.}</agentVersion></xsl:for-each>
    </agent>
  </xsl:template>

  <xsl:template match="r:rights" mode="premis" as="element(premis:rightsStatement)">
    <rightsStatement>
      <xsl:sequence select="r:rights-identifier(.)"/>
      <rightsBasis>Other</rightsBasis>
      <otherRightsInformation>
        <otherRightsBasis>{l:label('archive.rights')}</otherRightsBasis>
        <otherRightsNote>{.}</otherRightsNote>
      </otherRightsInformation>
    </rightsStatement>
  </xsl:template>

  <xsl:template match="r:rights[@target]" mode="premis" as="element(premis:rightsStatement)">
    <rightsStatement>
      <xsl:sequence select="r:rights-identifier(.)"/>
      <rightsBasis>License</rightsBasis>
      <licenseInformation>
        <licenseDocumentationIdentifier>
          <licenseDocumentationIdentifierType>URI</licenseDocumentationIdentifierType>
          <licenseDocumentationIdentifierValue>{@target}</licenseDocumentationIdentifierValue>
        </licenseDocumentationIdentifier>
        <licenseNote>{.}</licenseNote>
      </licenseInformation>
    </rightsStatement>
  </xsl:template>

  <xsl:function name="r:rights-identifier" as="element(premis:rightsStatementIdentifier)">
    <xsl:param name="rights" as="element(r:rights)"/>
    <rightsStatementIdentifier>
      <rightsStatementIdentifierType>local</rightsStatementIdentifierType>
      <rightsStatementIdentifierValue>{
        'rights-' || count($rights/preceding-sibling::r:rights) + 1}</rightsStatementIdentifierValue>
    </rightsStatementIdentifier>
  </xsl:function>

  <xsl:function name="r:object-identifier" as="element(premis:objectIdentifier)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <objectIdentifier>
      <objectIdentifierType>{$type}</objectIdentifierType>
      <objectIdentifierValue>{$value}</objectIdentifierValue>
    </objectIdentifier>
  </xsl:function>

  <xsl:function name="r:relationship" as="element(premis:relationship)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="subtype" as="xs:string"/>
    <xsl:param name="scheme" as="xs:string"/>
    <xsl:param name="target" as="xs:string"/>
    <relationship>
      <relationshipType>{$type}</relationshipType>
      <relationshipSubType>{$subtype}</relationshipSubType>
      <relatedObjectIdentifier>
        <relatedObjectIdentifierType>{$scheme}</relatedObjectIdentifierType>
        <relatedObjectIdentifierValue>{$target}</relatedObjectIdentifierValue>
      </relatedObjectIdentifier>
    </relationship>
  </xsl:function>

  <xsl:function name="r:linking-object" as="element(premis:linkingObjectIdentifier)">
    <xsl:param name="path" as="xs:string"/>
    <linkingObjectIdentifier>
      <linkingObjectIdentifierType>local</linkingObjectIdentifierType>
      <linkingObjectIdentifierValue>{$path}</linkingObjectIdentifierValue>
    </linkingObjectIdentifier>
  </xsl:function>
</xsl:stylesheet>
