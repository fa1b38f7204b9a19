<?xml version="1.0" encoding="UTF-8"?>
<!-- EAD 2002, which most archives still read: the same levels as in EAD3. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="urn:isbn:1-931666-22-9"
    xmlns:old="urn:isbn:1-931666-22-9"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="xs r old">

  <xsl:function name="r:ead2002" as="element(old:ead)">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="units" as="element(r:unit)+" select="r:units($record/r:holding[1])"/>
    <ead>
      <eadheader>
        <eadid>{$record/@id}</eadid>
        <filedesc>
          <titlestmt><titleproper>{r:full-title($record)}</titleproper></titlestmt>
          <publicationstmt>
            <publisher>{r:of-roles($record, 'pbl')[1]/@name}</publisher>
            <date>{$record/@issued}</date>
          </publicationstmt>
        </filedesc>
        <xsl:if test="$record/r:change">
          <revisiondesc>
            <xsl:for-each select="$record/r:change">
              <change><date normal="{@when}">{@when}</date><item>{.}</item></change>
            </xsl:for-each>
          </revisiondesc>
        </xsl:if>
      </eadheader>
      <archdesc level="{$units[1]/@level}">
        <xsl:sequence select="r:level-2002($units, 0, $record)"/>
      </archdesc>
    </ead>
  </xsl:function>

  <!-- what a level says, and the levels below: the last one is the thing itself -->
  <xsl:function name="r:level-2002" as="element()+">
    <xsl:param name="units" as="element(r:unit)+"/>
    <xsl:param name="depth" as="xs:integer"/>
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="last" as="xs:boolean" select="count($units) eq 1"/>
    <did>
      <unitid>
        <xsl:for-each select="$units[1]/@type[. ne '']">
          <xsl:attribute name="label" select="."/>
        </xsl:for-each>
        <xsl:for-each select="$units[1]/@isil">
          <xsl:attribute name="repositorycode" select="."/>
        </xsl:for-each>
        <xsl:text>{$units[1]}</xsl:text>
      </unitid>
      <unittitle>{if ($last) then r:main-title($record) else r:unit-title($units[1])}</unittitle>
      <xsl:for-each select="$record/@created">
        <unitdate normal="{.}">{($record/@created-as[. ne ''], .)[1]}</unitdate>
      </xsl:for-each>
      <xsl:if test="$depth eq 0"><xsl:sequence select="r:repository-2002($record/r:holding[1])"/></xsl:if>
      <xsl:sequence select="if ($last) then r:item-2002($record) else ()"/>
    </did>
    <xsl:choose>
      <xsl:when test="$last"><xsl:sequence select="r:notes-2002($record)"/></xsl:when>
      <xsl:when test="$depth eq 0">
        <dsc type="combined"><xsl:sequence select="r:component-2002(tail($units), 1, $record)"/></dsc>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="r:component-2002(tail($units), $depth + 1, $record)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- who keeps it, and where -->
  <xsl:function name="r:repository-2002" as="element()">
    <xsl:param name="holding" as="element(r:holding)"/>
    <repository>
      <corpname>
        <xsl:for-each select="$holding/r:authority[1]">
          <xsl:attribute name="authfilenumber" select="@uri"/>
        </xsl:for-each>
        <xsl:text>{$holding/@repository}</xsl:text>
      </corpname>
      <xsl:for-each select="$holding/@place[. ne '']">
        <address><addressline>{.}</addressline></address>
      </xsl:for-each>
    </repository>
  </xsl:function>

  <xsl:function name="r:component-2002" as="element()">
    <xsl:param name="units" as="element(r:unit)+"/>
    <xsl:param name="depth" as="xs:integer"/>
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:element name="c{format-integer($depth, '00')}">
      <xsl:attribute name="level" select="$units[1]/@level"/>
      <xsl:sequence select="r:level-2002($units, $depth, $record)"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="r:item-2002" as="element()+">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:for-each select="r:of-roles($record, 'aut')">
      <origination><xsl:sequence select="r:name-2002(., 'creator')"/></origination>
    </xsl:for-each>
    <xsl:for-each select="$record/r:holding[1]/@extent[. ne '']">
      <physdesc><extent>{.}</extent></physdesc>
    </xsl:for-each>
    <xsl:variable name="language" as="xs:string"
        select="($record/@original-language, $record/@language)[1]"/>
    <langmaterial>
      <language langcode="{r:iso639-2($language)}">{$language}</language>
    </langmaterial>
    <xsl:for-each select="r:landing($record)">
      <dao xlink:type="simple" xlink:href="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="r:notes-2002" as="element()*">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:for-each select="$record/r:abstract"><scopecontent><p>{.}</p></scopecontent></xsl:for-each>
    <xsl:if test="$record/r:rights">
      <userestrict>
        <xsl:for-each select="$record/r:rights"><p>{string-join((., @target), ' ')}</p></xsl:for-each>
      </userestrict>
    </xsl:if>
    <xsl:if test="$record/r:publication">
      <altformavail>
        <xsl:for-each select="$record/r:publication"><p>{string-join((r:reference, @uri), ' ')}</p></xsl:for-each>
      </altformavail>
    </xsl:if>
    <xsl:variable name="topics" as="element()*" select="r:once($record/(r:subject, r:entity))"/>
    <xsl:variable name="recipients" as="element(r:agent)*" select="r:of-roles($record, 'rcp')"/>
    <xsl:variable name="senders" as="element(r:agent)*" select="r:of-roles($record, 'crp')"/>
    <xsl:if test="exists(($topics, $senders, $recipients))">
      <controlaccess>
        <xsl:sequence select="$senders ! r:name-2002(., 'sender')"/>
        <xsl:sequence select="$recipients ! r:name-2002(., 'recipient')"/>
        <xsl:for-each select="$topics">
          <xsl:element name="{r:access-point(.)}">
            <xsl:for-each select="(@uri, r:authority/@uri)[1]">
              <xsl:attribute name="authfilenumber" select="."/>
            </xsl:for-each>
            <xsl:text>{(@name, .)[1]}</xsl:text>
          </xsl:element>
        </xsl:for-each>
      </controlaccess>
    </xsl:if>
  </xsl:function>

  <xsl:function name="r:name-2002" as="element()">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:element name="{r:name-element($agent)}">
      <xsl:attribute name="role" select="$role"/>
      <xsl:for-each select="$agent/r:authority[1]">
        <xsl:attribute name="authfilenumber" select="@uri"/>
      </xsl:for-each>
      <xsl:text>{r:inverted($agent)}</xsl:text>
    </xsl:element>
  </xsl:function>
</xsl:stylesheet>
