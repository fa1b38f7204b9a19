<?xml version="1.0" encoding="UTF-8"?>
<!-- EAD3: where the source stands in the archive's hierarchy, such as fond, opis, delo, listy. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://ead3.archivists.org/schema/"
    xmlns:ead="http://ead3.archivists.org/schema/"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="xs r ead">

  <xsl:function name="r:ead" as="element(ead:ead)">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="holding" as="element(r:holding)" select="$record/r:holding[1]"/>
    <xsl:variable name="units" as="element(r:unit)+" select="r:units($holding)"/>
    <ead>
      <xsl:sequence select="r:control($record)"/>
      <archdesc level="{$units[1]/@level}">
        <did>
          <xsl:sequence select="
              r:unit-id($units[1]),
              if (count($units) eq 1) then r:item($record) else r:upper($units[1], $record)"/>
          <repository>
            <corpname>
              <xsl:for-each select="$holding/r:authority[1]">
                <xsl:attribute name="identifier" select="@uri"/>
              </xsl:for-each>
              <part>{$holding/@repository}</part>
            </corpname>
            <xsl:for-each select="$holding/@place[. ne '']">
              <address><addressline>{.}</addressline></address>
            </xsl:for-each>
          </repository>
        </did>
        <xsl:choose>
          <xsl:when test="count($units) gt 1">
            <dsc><xsl:sequence select="r:component(tail($units), 1, $record)"/></dsc>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="r:item-notes($record)"/>
          </xsl:otherwise>
        </xsl:choose>
      </archdesc>
    </ead>
  </xsl:function>

  <!-- the levels that lead to the thing: the collection, then the parts of the shelfmark; a shelfmark
       that is not in parts is one item -->
  <xsl:function name="r:units" as="element(r:unit)+">
    <xsl:param name="holding" as="element(r:holding)"/>
    <xsl:for-each select="$holding/@collection[. ne '']">
      <r:unit type="" level="collection"><xsl:sequence select="$holding/@isil"/>{.}</r:unit>
    </xsl:for-each>
    <xsl:sequence select="$holding/r:unit"/>
    <xsl:if test="empty($holding/r:unit)">
      <r:unit type="" level="item"><xsl:sequence select="$holding/@isil"/>{$holding/@shelfmark}</r:unit>
    </xsl:if>
  </xsl:function>

  <!-- the title of a level above the thing itself -->
  <xsl:function name="r:unit-title" as="xs:string">
    <xsl:param name="unit" as="element(r:unit)"/>
    <xsl:sequence select="string-join(($unit/@type[. ne ''], $unit), ' ')"/>
  </xsl:function>

  <!-- of a level above, the title; and as its date that of what is described of it -->
  <xsl:function name="r:upper" as="element()+">
    <xsl:param name="unit" as="element(r:unit)"/>
    <xsl:param name="record" as="element(r:record)"/>
    <unittitle>{r:unit-title($unit)}</unittitle>
    <xsl:sequence select="$record/@created ! r:unit-date(., $record/@created-as)"/>
  </xsl:function>

  <xsl:function name="r:unit-id" as="element(ead:unitid)">
    <xsl:param name="unit" as="element(r:unit)"/>
    <unitid>
      <xsl:for-each select="$unit/@type[. ne '']">
        <xsl:attribute name="label" select="."/>
      </xsl:for-each>
      <xsl:for-each select="$unit/@isil">
        <xsl:attribute name="repositorycode" select="."/>
      </xsl:for-each>
      <xsl:text>{$unit}</xsl:text>
    </unitid>
  </xsl:function>

  <!-- c01, c02, c03 ...: the last one is the item itself -->
  <xsl:function name="r:component" as="element()">
    <xsl:param name="units" as="element(r:unit)+"/>
    <xsl:param name="depth" as="xs:integer"/>
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="last" as="xs:boolean" select="count($units) eq 1"/>
    <xsl:element name="c{format-integer($depth, '00')}">
      <xsl:attribute name="level" select="$units[1]/@level"/>
      <did>
        <xsl:sequence select="
            r:unit-id($units[1]),
            if ($last) then r:item($record) else r:upper($units[1], $record)"/>
      </did>
      <xsl:sequence select="
          if ($last) then r:item-notes($record)
          else r:component(tail($units), $depth + 1, $record)"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="r:item" as="element()+">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="language" as="xs:string"
        select="($record/@original-language, $record/@language)[1]"/>
    <xsl:if test="$record/r:holding[1]/r:unit">
      <unitid label="shelfmark">{$record/r:holding[1]/@shelfmark}</unitid>
    </xsl:if>
    <unittitle>{r:main-title($record)}</unittitle>
    <xsl:for-each select="r:of-roles($record, 'aut')">
      <origination><xsl:sequence select="r:ead-name(., ())"/></origination>
    </xsl:for-each>
    <xsl:sequence select="$record/@created ! r:unit-date(., $record/@created-as)"/>
    <xsl:for-each select="$record/r:holding[1]/@extent[. ne '']">
      <physdesc>{.}</physdesc>
    </xsl:for-each>
    <langmaterial>
      <language langcode="{r:iso639-2($language)}">{$language}</language>
    </langmaterial>
    <xsl:for-each select="r:address($record)">
      <dao daotype="derived" href="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="r:unit-date" as="element(ead:unitdatestructured)">
    <xsl:param name="created" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="ends" as="xs:string+" select="tokenize($created, '/')"/>
    <unitdatestructured>
      <xsl:choose>
        <xsl:when test="count($ends) gt 1">
          <daterange>
            <fromdate standarddate="{$ends[1]}">{$ends[1]}</fromdate>
            <todate standarddate="{$ends[2]}">{$ends[2]}</todate>
          </daterange>
        </xsl:when>
        <xsl:otherwise>
          <datesingle standarddate="{$created}">{($words[. ne ''], $created)[1]}</datesingle>
        </xsl:otherwise>
      </xsl:choose>
    </unitdatestructured>
  </xsl:function>

  <xsl:function name="r:item-notes" as="element()*">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:for-each select="$record/r:abstract">
      <scopecontent><p>{.}</p></scopecontent>
    </xsl:for-each>
    <xsl:if test="$record/r:rights">
      <userestrict>
        <xsl:for-each select="$record/r:rights">
          <p>{string-join((., @target), ' ')}</p>
        </xsl:for-each>
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
        <xsl:sequence select="$senders ! r:ead-name(., 'sender')"/>
        <xsl:sequence select="$recipients ! r:ead-name(., 'recipient')"/>
        <xsl:for-each select="$topics">
          <xsl:element name="{r:access-point(.)}">
            <xsl:for-each select="(@uri, r:authority/@uri)[1]">
              <xsl:attribute name="identifier" select="."/>
            </xsl:for-each>
            <part>{(@name, .)[1]}</part>
          </xsl:element>
        </xsl:for-each>
      </controlaccess>
    </xsl:if>
  </xsl:function>

  <xsl:function name="r:ead-name" as="element()">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:param name="role" as="xs:string?"/>
    <xsl:element name="{r:name-element($agent)}">
      <xsl:for-each select="$role"><xsl:attribute name="relator" select="."/></xsl:for-each>
      <xsl:for-each select="$agent/r:authority[1]">
        <xsl:attribute name="identifier" select="@uri"/>
      </xsl:for-each>
      <part>{r:inverted($agent)}</part>
    </xsl:element>
  </xsl:function>

  <!-- both versions of EAD have an element for a name of which nobody says what it is -->
  <xsl:function name="r:name-element" as="xs:string">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:sequence select="
        if ($agent/@guess) then 'name'
        else if ($agent/@kind = 'person') then 'persname' else 'corpname'"/>
  </xsl:function>

  <xsl:function name="r:access-point" as="xs:string">
    <xsl:param name="topic" as="element()"/>
    <xsl:sequence select="
        (map { 'person': 'persname', 'org': 'corpname', 'place': 'geogname' }
         (string($topic/@kind)), 'subject')[1]"/>
  </xsl:function>

  <xsl:function name="r:control" as="element(ead:control)">
    <xsl:param name="record" as="element(r:record)"/>
    <control>
      <recordid>{$record/@id}</recordid>
      <filedesc>
        <titlestmt><titleproper>{r:full-title($record)}</titleproper></titlestmt>
      </filedesc>
      <maintenancestatus value="derived"/>
      <maintenanceagency>
        <agencyname>{r:of-roles($record, 'pbl')[1]/@name}</agencyname>
      </maintenanceagency>
      <maintenancehistory>
        <xsl:if test="empty($record/r:change)">
          <maintenanceevent>
            <eventtype value="derived"/>
            <eventdatetime standarddatetime="{$record/@released}">{$record/@released}</eventdatetime>
            <agenttype value="machine"/>
            <agent>Variorum</agent>
          </maintenanceevent>
        </xsl:if>
        <xsl:for-each select="$record/r:change">
          <maintenanceevent>
            <eventtype value="revised"/>
            <eventdatetime standarddatetime="{@when}">{@when}</eventdatetime>
            <agenttype value="human"/>
            <agent>{r:of-roles($record, 'pbl')[1]/@name}</agent>
            <eventdescription>{.}</eventdescription>
          </maintenanceevent>
        </xsl:for-each>
      </maintenancehistory>
    </control>
  </xsl:function>
</xsl:stylesheet>
