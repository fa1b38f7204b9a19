<?xml version="1.0" encoding="UTF-8"?>
<!-- The archive package: one crosswalk from the header, then one renderer per standard. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/labels.xsl"/>
  <xsl:include href="../common/header.xsl"/>
  <xsl:include href="../common/entity-names.xsl"/>
  <xsl:include href="../common/words-alone.xsl"/>
  <xsl:include href="record.xsl"/>
  <xsl:include href="collection.xsl"/>
  <xsl:include href="agents.xsl"/>
  <xsl:include href="parties.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="roles.xsl"/>
  <xsl:include href="authorities.xsl"/>
  <xsl:include href="dates.xsl"/>
  <xsl:include href="rights.xsl"/>
  <xsl:include href="source.xsl"/>
  <xsl:include href="publications.xsl"/>
  <xsl:include href="subjects.xsl"/>
  <xsl:include href="codes.xsl"/>
  <xsl:include href="dublin-core.xsl"/>
  <xsl:include href="archivematica.xsl"/>
  <xsl:include href="datacite.xsl"/>
  <xsl:include href="related-items.xsl"/>
  <xsl:include href="invenio.xsl"/>
  <xsl:include href="citation.xsl"/>
  <xsl:include href="mods.xsl"/>
  <xsl:include href="ead.xsl"/>
  <xsl:include href="ead2002.xsl"/>
  <xsl:include href="linked-data.xsl"/>
  <xsl:include href="crate.xsl"/>
  <xsl:include href="premis.xsl"/>
  <xsl:include href="mets.xsl"/>
  <xsl:include href="embed.xsl"/>

  <!-- the registers, as nodes: names in the header get their authority records from them -->
  <xsl:param name="registers" as="document-node()*" select="()"/>
  <!-- the document's identifier, the same in all its versions: a derived UUID -->
  <xsl:param name="uuid" as="xs:string" select="''"/>
  <!-- where the edition is published, with its closing slash; '' where that is not known -->
  <xsl:param name="base-url" as="xs:string" select="''"/>
  <!-- what the settings say where the header says nothing -->
  <xsl:param name="creator" as="xs:string" select="''"/>
  <xsl:param name="publisher" as="xs:string" select="''"/>
  <xsl:param name="year" as="xs:string" select="''"/>
  <xsl:param name="version" as="xs:string" select="''"/>
  <xsl:param name="identifier" as="xs:string" select="''"/>
  <!-- the path of the text in the package, where the files are described -->
  <xsl:param name="document" as="xs:string" select="''"/>
  <!-- the record this stylesheet made of the header before -->
  <xsl:param name="record" as="document-node()*" select="()"/>
  <!-- the files of the package: what a renderer needs to know of the disk -->
  <xsl:param name="inventory" as="document-node()*" select="()"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"/>

  <xsl:variable name="r:record" as="element(r:record)?" select="$record/r:record"/>

  <!-- the formats each representation holds -->
  <xsl:variable name="r:representations" as="map(xs:string, xs:string+)" select="
      map { 'tei': 'application/tei+xml', 'standalone': 'application/tei+xml',
            'access': ('text/html', 'text/plain', 'application/pdf') }"/>

  <!-- the descriptive metadata: one `page` per file -->
  <xsl:template name="descriptive" as="element(page)*" visibility="public">
    <xsl:for-each select="map:keys($r:representations)"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map">
      <page href="representations/{.}/metadata/descriptive/dc.xml">{
        r:xml(r:dublin-core($r:record, $r:representations(.)))}</page>
    </xsl:for-each>
    <page href="metadata/descriptive/dc.xml">{r:xml(
      r:dublin-core($r:record, 'application/tei+xml'))}</page>
    <page href="metadata/descriptive/dcterms.xml">{r:xml(r:dcterms($r:record))}</page>
    <page href="metadata/descriptive/datacite.json">{r:json(r:datacite($r:record))}</page>
    <page href="metadata/descriptive/schema-org.jsonld">{r:json(r:schema-org($r:record))}</page>
    <page href="metadata/descriptive/mods.xml">{r:xml(r:mods($r:record))}</page>
    <xsl:if test="$r:record[empty(r:part)]/r:holding">
      <page href="metadata/descriptive/ead3.xml">{r:xml(r:ead($r:record))}</page>
      <page href="metadata/descriptive/ead2002.xml">{r:xml(r:ead2002($r:record))}</page>
    </xsl:if>
    <page href="metadata/metadata.csv">{r:archivematica($r:record)}</page>
    <xsl:if test="$r:record/r:rights">
      <page href="metadata/rights.csv">{r:archivematica-rights($r:record, $document)}</page>
    </xsl:if>
    <page href="metadata/other/invenio.json">{r:json(r:invenio($r:record))}</page>
    <page href="metadata/other/CITATION.cff">{r:citation-cff($r:record)}</page>
  </xsl:template>

  <!-- what describes the files of the inventory: PREMIS and RO-Crate -->
  <xsl:template name="preservation" as="element(page)+" visibility="public">
    <page href="ro-crate-metadata.json">{
      r:json(r:crate($r:record, $inventory/r:inventory))}</page>
    <page href="metadata/preservation/premis.xml">{r:xml(r:premis($r:record, $inventory))}</page>
  </xsl:template>

  <!-- one METS file: of the package, or of one representation, as the inventory says -->
  <xsl:template name="structure" as="element(page)" visibility="public">
    <page href="METS.xml">{r:xml(r:mets($r:record, $inventory/r:inventory))}</page>
  </xsl:template>

  <xsl:function name="r:xml" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="document" as="document-node()">
      <xsl:document><xsl:sequence select="$element"/></xsl:document>
    </xsl:variable>
    <xsl:sequence select="
        '&lt;?xml version=&quot;1.0&quot; encoding=&quot;UTF-8&quot;?&gt;&#10;'
        || replace(serialize($document, map { 'method': 'xml', 'indent': true(),
                                              'omit-xml-declaration': true() }), '\s+$', '')
        || '&#10;'"/>
  </xsl:function>

  <xsl:function name="r:json" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:sequence select="xml-to-json($value) || '&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
