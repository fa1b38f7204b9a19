<?xml version="1.0" encoding="UTF-8"?>
<!-- METS 1.12 as E-ARK CSIP 2.1 profiles it: of the package, or of one representation.
     Rule numbers are those of CSIP 2.1 and SIP 2.1. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:mets="http://www.loc.gov/METS/"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:csip="https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="xs r">

  <!-- SIP2 of the reference validator knows the address without a version alone -->
  <xsl:variable name="r:profiles" as="map(xs:string, xs:string)" select="
      map { 'SIP': 'https://earksip.dilcis.eu/profile/E-ARK-SIP.xml',
            'AIP': 'https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml' }"/>

  <!-- the groups CSIP60, 113 and 114 ask for, in their order, then ours -->
  <xsl:variable name="r:groups" as="xs:string+"
      select="'Documentation', 'Schemas', 'Software', 'Data'"/>

  <xsl:function name="r:mets" as="element(mets:mets)">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:param name="inventory" as="element(r:inventory)"/>
    <mets:mets OBJID="{$inventory/@id}" LABEL="{r:main-title($record)}"
        TYPE="Textual works – Digital" PROFILE="{$r:profiles($inventory/@type)}">
      <xsl:sequence select="r:content-type()"/>
      <xsl:sequence select="r:header($record, $inventory)"/>
      <xsl:apply-templates select="$inventory/r:file[@dmd]" mode="mets"/>
      <xsl:if test="$inventory/r:file[@amd]">
        <mets:amdSec ID="amd">
          <xsl:apply-templates select="$inventory/r:file[@amd]" mode="mets"/>
        </mets:amdSec>
      </xsl:if>
      <mets:fileSec ID="files">
        <xsl:sequence select="r:file-groups($inventory)"/>
      </mets:fileSec>
      <mets:structMap ID="structure" TYPE="PHYSICAL" LABEL="CSIP">
        <xsl:sequence select="r:division($inventory)"/>
      </mets:structMap>
    </mets:mets>
  </xsl:function>

  <xsl:function name="r:content-type" as="attribute()+">
    <xsl:attribute name="csip:CONTENTINFORMATIONTYPE" select="'OTHER'"/>
    <xsl:attribute name="csip:OTHERCONTENTINFORMATIONTYPE" select="'TEI P5'"/>
  </xsl:function>

  <!-- CSIP10-16: a CREATOR is software with one note; so the archive and the submitter, who are
       none, have other roles -->
  <xsl:function name="r:header" as="element(mets:metsHdr)">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:param name="inventory" as="element(r:inventory)"/>
    <mets:metsHdr CREATEDATE="{$inventory/@date}" LASTMODDATE="{$inventory/@date}"
        RECORDSTATUS="NEW" csip:OAISPACKAGETYPE="{$inventory/@type}">
      <mets:agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE">
        <mets:name>Variorum</mets:name>
        <mets:note csip:NOTETYPE="SOFTWARE VERSION">{$inventory/@software}</mets:note>
      </mets:agent>
      <xsl:for-each select="$record/r:holding/@repository[. ne '']">
        <mets:agent ROLE="ARCHIVIST" TYPE="ORGANIZATION">
          <mets:name>{.}</mets:name>
        </mets:agent>
      </xsl:for-each>
      <xsl:variable name="publisher" as="element(r:agent)" select="r:of-roles($record, 'pbl')[1]"/>
      <mets:agent ROLE="EDITOR">
        <xsl:attribute name="TYPE" select="
            if ($publisher/@guess) then 'OTHER'
            else if ($publisher/@kind = 'person') then 'INDIVIDUAL' else 'ORGANIZATION'"/>
        <xsl:if test="$publisher/@guess">
          <xsl:attribute name="OTHERTYPE" select="'UNSPECIFIED'"/>
        </xsl:if>
        <mets:name>{$publisher/@name}</mets:name>
      </mets:agent>
      <xsl:for-each select="$record/r:holding ! r:called(.)[. ne '']">
        <mets:altRecordID TYPE="REFERENCECODE">{.}</mets:altRecordID>
      </xsl:for-each>
    </mets:metsHdr>
  </xsl:function>

  <!-- a metadata file becomes a section that refers to it; any other a file of its group -->
  <xsl:mode name="mets" on-no-match="fail"/>

  <xsl:template match="r:file[@dmd]" mode="mets" as="element(mets:dmdSec)">
    <mets:dmdSec ID="{r:id(., 'dmd')}" CREATED="{../@date}" STATUS="CURRENT">
      <xsl:sequence select="r:reference(., @dmd)"/>
    </mets:dmdSec>
  </xsl:template>

  <xsl:template match="r:file[@amd]" mode="mets" as="element(mets:digiprovMD)">
    <mets:digiprovMD ID="{r:id(., 'amd')}" CREATED="{../@date}" STATUS="CURRENT">
      <xsl:sequence select="r:reference(., @amd)"/>
    </mets:digiprovMD>
  </xsl:template>

  <xsl:template match="r:file" mode="mets" as="element(mets:file)">
    <mets:file ID="{r:id(., 'file')}">
      <xsl:sequence select="r:facts(.)"/>
      <mets:FLocat LOCTYPE="URL" xlink:type="simple" xlink:href="{r:href(@path)}"/>
    </mets:file>
  </xsl:template>

  <xsl:function name="r:reference" as="element(mets:mdRef)">
    <xsl:param name="file" as="element(r:file)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="known" as="xs:boolean"
        select="$type = ('DC', 'MODS', 'EAD', 'PREMIS')"/>
    <mets:mdRef LOCTYPE="URL" xlink:type="simple" xlink:href="{r:href($file/@path)}"
        MDTYPE="{if ($known) then $type else 'OTHER'}">
      <xsl:if test="not($known)">
        <xsl:attribute name="OTHERMDTYPE" select="$type"/>
      </xsl:if>
      <xsl:sequence select="r:facts($file)"/>
    </mets:mdRef>
  </xsl:function>

  <xsl:function name="r:facts" as="attribute()+">
    <xsl:param name="file" as="element(r:file)"/>
    <xsl:attribute name="MIMETYPE" select="$file/@mime"/>
    <xsl:attribute name="SIZE" select="$file/@size"/>
    <xsl:attribute name="CREATED" select="$file/../@date"/>
    <xsl:attribute name="CHECKSUM" select="$file/@sha256"/>
    <xsl:attribute name="CHECKSUMTYPE" select="'SHA-256'"/>
  </xsl:function>

  <xsl:function name="r:id" as="xs:string">
    <xsl:param name="file" as="element(r:file)"/>
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:sequence select="$prefix || '-' || $file/@n"/>
  </xsl:function>

  <xsl:function name="r:href" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($path, '/') ! encode-for-uri(.), '/')"/>
  </xsl:function>

  <xsl:function name="r:file-groups" as="element(mets:fileGrp)*">
    <xsl:param name="inventory" as="element(r:inventory)"/>
    <xsl:for-each select="$r:groups, $inventory/r:representation/@path ! r:label(.)">
      <xsl:variable name="files" as="element(r:file)*" select="$inventory/r:file[@use = current()]"/>
      <xsl:if test="exists($files)">
        <mets:fileGrp ID="{r:group-id(.)}" USE="{.}">
          <xsl:sequence select="r:content-type()"/>
          <xsl:apply-templates select="$files" mode="mets"/>
        </mets:fileGrp>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="r:group-id" as="xs:string">
    <xsl:param name="use" as="xs:string"/>
    <xsl:sequence select="'group-' || replace($use, '\W', '-')"/>
  </xsl:function>

  <!-- representations/tei is labelled Representations/tei -->
  <xsl:function name="r:label" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($path, 1, 1)) || substring($path, 2)"/>
  </xsl:function>

  <xsl:function name="r:division" as="element(mets:div)">
    <xsl:param name="inventory" as="element(r:inventory)"/>
    <mets:div ID="div-root" LABEL="{$inventory/@id}">
      <xsl:if test="$inventory/r:file[@dmd or @amd]">
        <mets:div ID="div-metadata" LABEL="Metadata"
            DMDID="{$inventory/r:file[@dmd] ! r:id(., 'dmd')}">
          <xsl:if test="$inventory/r:file[@amd]">
            <xsl:attribute name="ADMID" select="$inventory/r:file[@amd] ! r:id(., 'amd')"/>
          </xsl:if>
        </mets:div>
      </xsl:if>
      <xsl:for-each select="$r:groups[. = $inventory/r:file/@use]">
        <mets:div ID="div-{lower-case(.)}" LABEL="{.}">
          <mets:fptr FILEID="{r:group-id(.)}"/>
        </mets:div>
      </xsl:for-each>
      <xsl:if test="$inventory/r:representation">
        <mets:div ID="div-representations" LABEL="Representations">
          <xsl:for-each select="$inventory/r:representation">
            <mets:fptr FILEID="{r:group-id(r:label(@path))}"/>
          </xsl:for-each>
          <xsl:for-each select="$inventory/r:representation">
            <xsl:sequence select="r:representation(@path)"/>
          </xsl:for-each>
        </mets:div>
      </xsl:if>
    </mets:div>
  </xsl:function>

  <xsl:function name="r:representation" as="element(mets:div)">
    <xsl:param name="path" as="xs:string"/>
    <mets:div ID="div-{replace($path, '\W', '-')}" LABEL="{r:label($path)}">
      <mets:mptr LOCTYPE="URL" xlink:type="simple" xlink:href="{r:href($path)}/METS.xml"
          xlink:title="{r:group-id(r:label($path))}"/>
    </mets:div>
  </xsl:function>
</xsl:stylesheet>
