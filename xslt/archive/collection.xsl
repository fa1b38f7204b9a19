<?xml version="1.0" encoding="UTF-8"?>
<!-- The record of a collection: what the records of its documents say together, and the documents
     as its parts. What is true of one document alone stays in the records of that document. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:premis="http://www.loc.gov/premis/v3"
    xmlns:mods="http://www.loc.gov/mods/v3"
    xmlns:dcterms="http://purl.org/dc/terms/"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:j="http://www.w3.org/2005/xpath-functions"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- the name and the title of the collection -->
  <xsl:param name="collection" as="xs:string" select="''"/>
  <xsl:param name="title" as="xs:string" select="''"/>
  <!-- the records of the documents, in their order, and the UUID of each, with spaces between them -->
  <xsl:param name="records" as="document-node()*" select="()"/>
  <xsl:param name="uuids" as="xs:string" select="''"/>

  <!-- a collection is released when the newest of its documents is, and was made from when the first to
       when the last of its sources was, where all of them say when -->
  <xsl:mode name="collection" on-no-match="fail" visibility="public"/>

  <xsl:template match="/" mode="collection" as="document-node()">
    <xsl:variable name="all" as="element(r:record)+" select="$records ! r:record"/>
    <xsl:variable name="released" as="xs:string" select="max($all/@released ! string())"/>
    <xsl:variable name="tongues" as="xs:string+"
        select="distinct-values($all ! r:language ! string())"/>
    <xsl:variable name="places" as="xs:string*" select="distinct-values($all/@place ! string())"/>
    <xsl:document>
      <r:record id="{$collection}" released="{$released}" issued="{max($all/@issued ! string())}"
          version="{($version[. ne ''], $released)[1]}" place="{$places[count($places) eq 1]}"
          language="{if (count(distinct-values($all/@language ! string())) eq 1)
                     then $all[1]/@language else 'mul'}">
        <xsl:sequence select="r:created-together($all)"/>
        <xsl:attribute name="titled" select="true()"/>
        <r:title type="main">{$title}</r:title>
        <xsl:for-each select="$tongues"><r:language>{.}</r:language></xsl:for-each>
        <xsl:sequence select="
            r:alike($all ! r:agent, function($each) { $each ! (@relator || '|' || @name) }),
            r:alike($all ! r:series, string#1),
            $identifier[normalize-space()] ! r:identified-as(normalize-space(.), ''),
            r:rights-together($all), r:holdings-together($all),
            r:alike($all ! r:subject, string#1)"/>
        <xsl:variable name="numbers" as="xs:string*" select="$all ! r:identifier ! string()"/>
        <xsl:for-each select="$all">
          <xsl:variable name="place" as="xs:integer" select="position()"/>
          <r:part id="{@id}" uuid="{tokenize($uuids)[$place]}" title="{r:full-title(.)}">
            <!-- what several documents have is no identifier of one of them -->
            <xsl:sequence select="r:identifier[count(index-of($numbers, string())) eq 1]"/>
          </r:part>
        </xsl:for-each>
      </r:record>
    </xsl:document>
  </xsl:template>

  <xsl:function name="r:alike" as="element()*">
    <xsl:param name="facts" as="element()*"/>
    <xsl:param name="key" as="function(element()) as xs:string"/>
    <xsl:for-each-group select="$facts" group-by="$key(.)"><xsl:sequence select="."/></xsl:for-each-group>
  </xsl:function>

  <xsl:function name="r:created-together" as="attribute()?">
    <xsl:param name="records" as="element(r:record)+"/>
    <xsl:variable name="starts" as="xs:string*" select="$records/@created ! tokenize(., '/')[1]"/>
    <xsl:variable name="ends" as="xs:string*" select="$records/@created ! tokenize(., '/')[last()]"/>
    <xsl:if test="count($starts) eq count($records)">
      <xsl:attribute name="created"
          select="string-join(distinct-values((min($starts), max($ends))), '/')"/>
    </xsl:if>
  </xsl:function>

  <!-- terms that not all documents have are those of a part -->
  <xsl:function name="r:rights-together" as="element(r:rights)*">
    <xsl:param name="records" as="element(r:record)+"/>
    <xsl:for-each-group select="$records ! r:rights" group-by="string-join((@target, .), '|')">
      <r:rights>
        <xsl:copy-of select="@*"/>
        <xsl:if test="count(current-group()/..) lt count($records)">
          <xsl:attribute name="scope" select="'layer'"/>
        </xsl:if>
        <xsl:value-of select="."/>
      </r:rights>
    </xsl:for-each-group>
  </xsl:function>

  <!-- the archives and their collections; the shelfmarks are those of the documents -->
  <xsl:function name="r:holdings-together" as="element(r:holding)*">
    <xsl:param name="records" as="element(r:record)+"/>
    <xsl:for-each-group select="$records ! r:holding[@repository ne '']"
        group-by="@repository || '|' || @collection">
      <r:holding repository="{@repository}" place="{@place}" collection="{@collection}" shelfmark=""
          extent="">
        <xsl:copy-of select="r:authority"/>
      </r:holding>
    </xsl:for-each-group>
  </xsl:function>

  <!-- where a document of the collection is found: by its DOI, its handle or its address -->
  <xsl:function name="r:part-address" as="xs:string?">
    <xsl:param name="part" as="element(r:part)"/>
    <xsl:sequence select="
        ((for $type in ('DOI', 'Handle', 'URL') return $part/r:identifier[@type = $type] ! r:resolvable(.)),
         $base-url[. ne ''] ! (. || $part/@id || '.html'))[1]"/>
  </xsl:function>

  <!-- the documents in DCMI terms, as words: the address of one is not always known -->
  <xsl:mode name="dcterms-part" on-no-match="fail"/>

  <xsl:template match="r:part" mode="dcterms-part" as="element(dcterms:hasPart)">
    <dcterms:hasPart>{string-join((@title, r:part-address(.)), ' ')}</dcterms:hasPart>
  </xsl:template>

  <xsl:template match="r:part" mode="mods" as="element(mods:relatedItem)"
      xmlns="http://www.loc.gov/mods/v3">
    <relatedItem type="constituent">
      <titleInfo><title>{@title}</title></titleInfo>
      <identifier type="uuid">{@uuid}</identifier>
      <xsl:for-each select="r:part-address(.)"><location><url>{.}</url></location></xsl:for-each>
    </relatedItem>
  </xsl:template>

  <xsl:template match="r:part" mode="premis" as="element(premis:object)"
      xmlns="http://www.loc.gov/premis/v3">
    <object xsi:type="intellectualEntity">
      <xsl:sequence select="
          r:object-identifier('UUID', @uuid), r:identifier ! r:object-identifier(@type, .)"/>
      <originalName>{@title}</originalName>
      <xsl:sequence select="r:relationship('structural', 'is part of', 'UUID', $uuid)"/>
    </object>
  </xsl:template>

  <!-- the documents as schema.org has them -->
  <xsl:mode name="json-part" on-no-match="fail"/>

  <xsl:template match="r:part" mode="json-part" as="element(j:map)"
      xmlns="http://www.w3.org/2005/xpath-functions">
    <map>
      <string key="@type">CreativeWork</string>
      <string key="@id">urn:uuid:{@uuid}</string>
      <string key="name">{@title}</string>
      <xsl:for-each select="r:part-address(.)"><string key="url">{.}</string></xsl:for-each>
    </map>
  </xsl:template>

  <!-- a document that can be found is a related identifier of DataCite, one that cannot a related item -->
  <xsl:mode name="datacite-part" on-no-match="fail"/>

  <xsl:template match="r:part" mode="datacite-part" as="element(j:map)"
      xmlns="http://www.w3.org/2005/xpath-functions">
    <map>
      <xsl:choose>
        <xsl:when test="exists(r:part-address(.))">
          <xsl:sequence select="r:identified('relatedIdentifier', r:part-address(.), 'URL')/*"/>
        </xsl:when>
        <xsl:otherwise>
          <string key="relatedItemType">Text</string>
          <xsl:sequence select="r:list('titles', r:titled(@title))"/>
        </xsl:otherwise>
      </xsl:choose>
      <string key="relationType">HasPart</string>
    </map>
  </xsl:template>
</xsl:stylesheet>
