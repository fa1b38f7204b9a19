<?xml version="1.0" encoding="UTF-8"?>
<!-- MODS 3.8, for libraries. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.loc.gov/mods/v3"
    xmlns:mods="http://www.loc.gov/mods/v3"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="xs r mods">

  <xsl:function name="r:mods" as="element(mods:mods)">
    <xsl:param name="record" as="element(r:record)"/>
    <mods version="3.8">
      <titleInfo>
        <title>{r:main-title($record)}</title>
        <xsl:for-each select="$record/r:title[@type = 'sub'][1]">
          <subTitle>{.}</subTitle>
        </xsl:for-each>
      </titleInfo>
      <xsl:for-each select="$record/r:title[@type = ('alternative', 'translated')]">
        <titleInfo type="{@type}"><title>{.}</title></titleInfo>
      </xsl:for-each>
      <xsl:apply-templates select="$record/r:agent[not(@relator = 'pbl')]" mode="mods"/>
      <typeOfResource>text</typeOfResource>
      <xsl:sequence select="r:origins($record), r:languages($record)"/>
      <physicalDescription>
        <internetMediaType>application/tei+xml</internetMediaType>
        <digitalOrigin>reformatted digital</digitalOrigin>
      </physicalDescription>
      <xsl:apply-templates mode="mods" select="
          $record/(r:abstract, r:method), r:once($record/(r:subject, r:entity)),
          $record/(r:holding, r:publication, r:provenance, r:series, r:part)"/>
      <xsl:sequence select="r:mods-identifiers($record)"/>
      <xsl:apply-templates select="$record/r:rights" mode="mods"/>
      <recordInfo>
        <recordContentSource>{r:of-roles($record, 'pbl')[1]/@name}</recordContentSource>
        <recordCreationDate encoding="w3cdtf">{$record/@released}</recordCreationDate>
        <recordIdentifier>{$record/@id}</recordIdentifier>
      </recordInfo>
    </mods>
  </xsl:function>

  <!-- when the source was made; when the edition was published, by whom, which version -->
  <xsl:function name="r:origins" as="element(mods:originInfo)+">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:for-each select="$record/@created">
      <xsl:variable name="ends" as="xs:string+" select="tokenize(., '/')"/>
      <originInfo eventType="production">
        <dateCreated encoding="w3cdtf" keyDate="yes">
          <xsl:if test="count($ends) gt 1">
            <xsl:attribute name="point" select="'start'"/>
          </xsl:if>
          <xsl:text>{$ends[1]}</xsl:text>
        </dateCreated>
        <xsl:for-each select="$ends[2]">
          <dateCreated encoding="w3cdtf" point="end">{.}</dateCreated>
        </xsl:for-each>
      </originInfo>
    </xsl:for-each>
    <originInfo eventType="publication">
      <xsl:for-each select="$record/@place[. ne '']">
        <place><placeTerm type="text">{.}</placeTerm></place>
      </xsl:for-each>
      <xsl:for-each select="r:of-roles($record, 'pbl')"><publisher>{@name}</publisher></xsl:for-each>
      <dateIssued encoding="w3cdtf">{$record/@issued}</dateIssued>
      <edition>{$record/@version}</edition>
    </originInfo>
  </xsl:function>

  <xsl:function name="r:languages" as="element()+">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:for-each select="$record/r:language">
      <language>
        <languageTerm type="code" authority="rfc5646">{.}</languageTerm>
      </language>
    </xsl:for-each>
    <xsl:for-each select="$record/@original-language">
      <language objectPart="original">
        <languageTerm type="code" authority="rfc5646">{.}</languageTerm>
      </language>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="r:mods-identifiers" as="element(mods:identifier)+">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:for-each select="$record/r:identifier">
      <identifier type="{(map { 'Handle': 'hdl', 'URL': 'uri' }(string(@type)), lower-case(@type))[1]}">{.}</identifier>
    </xsl:for-each>
    <xsl:for-each select="r:address($record)[not(. = $record/r:identifier)]">
      <identifier type="uri">{.}</identifier>
    </xsl:for-each>
    <identifier type="uuid">{$uuid}</identifier>
  </xsl:function>

  <!-- one fact of the record becomes one element, in the order MODS is usually written -->
  <xsl:mode name="mods" on-no-match="fail"/>

  <xsl:template match="r:agent" mode="mods" as="element(mods:name)">
    <name>
      <xsl:if test="empty(@guess)">
        <xsl:attribute name="type"
            select="if (@kind = 'person') then 'personal' else 'corporate'"/>
      </xsl:if>
      <xsl:for-each select="r:authority[1]">
        <xsl:attribute name="valueURI" select="@uri"/>
      </xsl:for-each>
      <xsl:for-each select="@family"><namePart type="family">{.}</namePart></xsl:for-each>
      <xsl:for-each select="@given"><namePart type="given">{.}</namePart></xsl:for-each>
      <xsl:if test="not(@family)"><namePart>{@name}</namePart></xsl:if>
      <xsl:for-each select="r:authority[@home ne '']">
        <nameIdentifier type="{lower-case(translate(@scheme, ' ', '-'))}">{@uri}</nameIdentifier>
      </xsl:for-each>
      <role>
        <roleTerm type="code" authority="marcrelator">{@relator}</roleTerm>
        <xsl:for-each select="@task"><roleTerm type="text">{.}</roleTerm></xsl:for-each>
      </role>
    </name>
  </xsl:template>

  <xsl:template match="r:agent[@relator = 'fnd']" mode="mods" as="element(mods:note)">
    <note type="funding">
      <xsl:for-each select="r:authority[1]">
        <xsl:attribute name="xlink:href" select="@uri"/>
      </xsl:for-each>
      <xsl:text>{string-join((@name, @award), ', ')}</xsl:text>
    </note>
  </xsl:template>

  <xsl:template match="r:abstract" mode="mods" as="element(mods:abstract)">
    <abstract>{.}</abstract>
  </xsl:template>

  <xsl:template match="r:method" mode="mods" as="element(mods:note)">
    <note type="{@of}">{.}</note>
  </xsl:template>

  <xsl:template match="r:subject" mode="mods" as="element(mods:subject)">
    <subject>
      <xsl:for-each select="@scheme[matches(., '^https?:')]">
        <xsl:attribute name="authorityURI" select="."/>
      </xsl:for-each>
      <topic>
        <xsl:for-each select="@uri"><xsl:attribute name="valueURI" select="."/></xsl:for-each>
        <xsl:text>{.}</xsl:text>
      </topic>
    </subject>
  </xsl:template>

  <xsl:template match="r:entity" mode="mods" as="element(mods:subject)">
    <subject>
      <name type="{if (@kind = 'person') then 'personal' else if (@kind = 'org')
          then 'corporate' else 'conference'}">
        <xsl:sequence select="r:value-uri(.)"/>
        <namePart>{@name}</namePart>
      </name>
    </subject>
  </xsl:template>

  <xsl:template match="r:entity[@kind = 'event']" mode="mods" as="element(mods:subject)">
    <subject><topic>{@name}</topic></subject>
  </xsl:template>

  <xsl:template match="r:entity[@kind = 'place']" mode="mods" as="element(mods:subject)">
    <subject><geographic><xsl:sequence select="r:value-uri(.)"/>{@name}</geographic></subject>
  </xsl:template>

  <xsl:function name="r:value-uri" as="attribute()?">
    <xsl:param name="described" as="element()"/>
    <xsl:for-each select="$described/r:authority[1]">
      <xsl:attribute name="valueURI" select="@uri"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="r:holding" mode="mods" as="element(mods:relatedItem)">
    <relatedItem type="original">
      <xsl:if test="@extent ne ''">
        <physicalDescription><extent>{@extent}</extent></physicalDescription>
      </xsl:if>
      <location>
        <xsl:for-each select="@isil"><physicalLocation authority="isil">{.}</physicalLocation></xsl:for-each>
        <physicalLocation>
          <xsl:sequence select="r:value-uri(.)"/>
          <xsl:text>{string-join((@repository, @place)[. ne ''], ', ')}</xsl:text>
        </physicalLocation>
        <xsl:for-each select="string-join((@collection, @shelfmark)[. ne ''], ', ')[. ne '']">
          <shelfLocator>{.}</shelfLocator>
        </xsl:for-each>
      </location>
    </relatedItem>
  </xsl:template>

  <xsl:template match="r:publication" mode="mods" as="element(mods:relatedItem)">
    <relatedItem type="otherVersion">
      <titleInfo><title>{(@title[. ne ''], r:reference)[1]}</title></titleInfo>
      <xsl:apply-templates select="r:agent" mode="#current"/>
      <xsl:if test="empty(@host)"><xsl:sequence select="r:mods-imprint(.)"/></xsl:if>
      <note type="citation">{r:reference}</note>
      <xsl:sequence select="@host ! r:mods-host(..)"/>
      <xsl:for-each select="@isbn[empty(../@host)]"><identifier type="isbn">{.}</identifier></xsl:for-each>
      <xsl:for-each select="@uri">
        <location><url>{.}</url></location>
      </xsl:for-each>
    </relatedItem>
  </xsl:template>

  <!-- the journal or the book that a publication stands in, and where in it -->
  <xsl:function name="r:mods-host" as="element(mods:relatedItem)">
    <xsl:param name="publication" as="element(r:publication)"/>
    <relatedItem type="host">
      <titleInfo><title>{$publication/@host}</title></titleInfo>
      <xsl:sequence select="r:mods-imprint($publication)"/>
      <xsl:if test="$publication/(@volume, @issue, @first-page)">
        <part>
          <xsl:for-each select="$publication/@volume, $publication/@issue">
            <detail type="{name()}"><number>{.}</number></detail>
          </xsl:for-each>
          <xsl:for-each select="$publication/@first-page">
            <extent unit="pages">
              <start>{.}</start>
              <xsl:for-each select="../@last-page"><end>{.}</end></xsl:for-each>
            </extent>
          </xsl:for-each>
        </part>
      </xsl:if>
      <xsl:for-each select="$publication/(@issn, @isbn)">
        <identifier type="{name()}">{.}</identifier>
      </xsl:for-each>
    </relatedItem>
  </xsl:function>

  <xsl:function name="r:mods-imprint" as="element(mods:originInfo)?">
    <xsl:param name="publication" as="element(r:publication)"/>
    <xsl:if test="$publication/(@place, @publisher, @year)">
      <originInfo>
        <xsl:for-each select="$publication/@place">
          <place><placeTerm type="text">{.}</placeTerm></place>
        </xsl:for-each>
        <xsl:for-each select="$publication/@publisher"><publisher>{.}</publisher></xsl:for-each>
        <xsl:for-each select="$publication/@year"><dateIssued encoding="w3cdtf">{.}</dateIssued></xsl:for-each>
      </originInfo>
    </xsl:if>
  </xsl:function>

  <xsl:template match="r:provenance" mode="mods" as="element(mods:note)">
    <note type="source">{.}</note>
  </xsl:template>

  <xsl:template match="r:series" mode="mods" as="element(mods:relatedItem)">
    <relatedItem type="series">
      <titleInfo>
        <title>{.}</title>
        <xsl:for-each select="@volume"><partNumber>{.}</partNumber></xsl:for-each>
      </titleInfo>
      <xsl:for-each select="@issn"><identifier type="issn">{.}</identifier></xsl:for-each>
    </relatedItem>
  </xsl:template>

  <xsl:template match="r:rights" mode="mods" as="element(mods:accessCondition)">
    <accessCondition type="use and reproduction">
      <xsl:for-each select="@target"><xsl:attribute name="xlink:href" select="."/></xsl:for-each>
      <xsl:text>{.}</xsl:text>
    </accessCondition>
  </xsl:template>
</xsl:stylesheet>
