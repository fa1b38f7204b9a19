<?xml version="1.0" encoding="UTF-8"?>
<!-- Dublin Core: fifteen elements (oai_dc), and the DCMI terms. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dcterms="http://purl.org/dc/terms/"
    xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:function name="r:dublin-core" as="element(oai_dc:dc)">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:param name="formats" as="xs:string+"/>
    <oai_dc:dc>
      <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
      <xsl:sequence select="r:elements($record, $formats)"/>
    </oai_dc:dc>
  </xsl:function>

  <!-- the elements in the order of their definition -->
  <xsl:function name="r:elements" as="element()*">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:param name="formats" as="xs:string+"/>
    <xsl:sequence select="r:about($record), $formats ! r:format(.), r:provenance($record)"/>
  </xsl:function>

  <xsl:function name="r:format" as="element(dc:format)">
    <xsl:param name="media-type" as="xs:string"/>
    <dc:format>{$media-type}</dc:format>
  </xsl:function>

  <!-- title to type -->
  <xsl:function name="r:about" as="element()*">
    <xsl:param name="record" as="element(r:record)"/>
    <dc:title>{r:full-title($record)}</dc:title>
    <xsl:variable name="creators" as="element()*" select="r:creators($record)"/>
    <xsl:for-each select="$creators">
      <dc:creator>{r:inverted(.)}</dc:creator>
    </xsl:for-each>
    <xsl:for-each select="
        distinct-values(($record/r:subject, $record/r:entity[@kind = ('person', 'org', 'event')]/@name)
                        ! string())">
      <dc:subject>{.}</dc:subject>
    </xsl:for-each>
    <xsl:for-each select="$record/r:abstract">
      <dc:description>{.}</dc:description>
    </xsl:for-each>
    <xsl:for-each select="r:of-roles($record, 'pbl')">
      <dc:publisher>{@name}</dc:publisher>
    </xsl:for-each>
    <xsl:for-each select="
        distinct-values($record/r:agent[not(@relator = ('aut', 'pbl'))][not(@name = $creators/@name)]
                        ! r:inverted(.))">
      <dc:contributor>{.}</dc:contributor>
    </xsl:for-each>
    <dc:date>{$record/@issued}</dc:date>
    <dc:type>Text</dc:type>
  </xsl:function>

  <!-- identifier to rights -->
  <xsl:function name="r:provenance" as="element()*">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:for-each select="r:identifiers($record)">
      <dc:identifier>{.}</dc:identifier>
    </xsl:for-each>
    <xsl:for-each select="$record/r:holding">
      <dc:source>{r:called(.)}</dc:source>
    </xsl:for-each>
    <xsl:for-each select="$record/r:provenance">
      <dc:source>{.}</dc:source>
    </xsl:for-each>
    <xsl:for-each select="$record/r:publication">
      <dc:source>{string-join((r:reference, @uri), ' ')}</dc:source>
    </xsl:for-each>
    <xsl:for-each select="$record/r:language">
      <dc:language>{.}</dc:language>
    </xsl:for-each>
    <xsl:for-each select="$record/r:series">
      <dc:relation>{string-join((., @volume), ', ')}</dc:relation>
    </xsl:for-each>
    <xsl:for-each select="r:once($record/r:entity[@kind = 'place'])">
      <dc:coverage>{@name}</dc:coverage>
    </xsl:for-each>
    <xsl:for-each select="$record/r:rights">
      <dc:rights>{string-join((., @target), ' ')}</dc:rights>
    </xsl:for-each>
  </xsl:function>

  <!-- the terms that say more than the fifteen elements do; dates and addresses typed -->
  <xsl:function name="r:dcterms" as="element()">
    <xsl:param name="record" as="element(r:record)"/>
    <metadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
      <xsl:namespace name="dcterms" select="'http://purl.org/dc/terms/'"/>
      <xsl:sequence select="r:elements($record, 'application/tei+xml')"/>
      <xsl:for-each select="$record/@created">
        <dcterms:created>{.}</dcterms:created>
      </xsl:for-each>
      <dcterms:issued xsi:type="dcterms:W3CDTF">{$record/@issued}</dcterms:issued>
      <dcterms:modified xsi:type="dcterms:W3CDTF">{$record/@released}</dcterms:modified>
      <dcterms:hasVersion>{$record/@version}</dcterms:hasVersion>
      <xsl:for-each select="distinct-values($record/r:rights/@target)">
        <dcterms:license xsi:type="dcterms:URI">{.}</dcterms:license>
      </xsl:for-each>
      <xsl:for-each select="$record/r:series">
        <dcterms:isPartOf>{string-join((., @volume), ', ')}</dcterms:isPartOf>
      </xsl:for-each>
      <xsl:for-each select="$record/r:holding[r:unit]">
        <dcterms:isPartOf>{@repository}, {
          string-join(r:unit[position() lt last()] ! (@type || ' ' || .), ', ')}</dcterms:isPartOf>
      </xsl:for-each>
      <xsl:apply-templates select="$record/r:part" mode="dcterms-part"/>
      <xsl:for-each select="distinct-values($record/r:publication/@uri)">
        <dcterms:isVersionOf xsi:type="dcterms:URI">{.}</dcterms:isVersionOf>
      </xsl:for-each>
      <xsl:for-each select="$record/r:entity[@kind = 'place']/r:authority[1]">
        <dcterms:spatial xsi:type="dcterms:URI">{@uri}</dcterms:spatial>
      </xsl:for-each>
      <dcterms:conformsTo xsi:type="dcterms:URI">http://www.tei-c.org/ns/1.0</dcterms:conformsTo>
    </metadata>
  </xsl:function>

  <xsl:function name="r:main-title" as="xs:string">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="string(($record/r:title[@type = 'main'], $record/r:title)[1])"/>
  </xsl:function>

  <xsl:function name="r:full-title" as="xs:string">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="
        string-join((r:main-title($record), $record/r:title[@type = 'sub']), ': ')"/>
  </xsl:function>

  <!-- the identifiers the header gives, then the derived one -->
  <xsl:function name="r:identifiers" as="xs:string*">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="
        distinct-values(($record/r:identifier ! r:resolvable(.), r:address($record), 'urn:uuid:' || $uuid))"/>
  </xsl:function>

  <!-- an identifier as an address, where it leads somewhere -->
  <xsl:function name="r:resolvable" as="xs:string">
    <xsl:param name="identifier" as="element(r:identifier)"/>
    <xsl:sequence select="
        if ($identifier/@type = 'DOI') then r:doi($identifier)
        else if ($identifier/@type = 'Handle') then 'https://hdl.handle.net/' || $identifier
        else string($identifier)"/>
  </xsl:function>

  <xsl:function name="r:doi" as="xs:string">
    <xsl:param name="doi" as="xs:string"/>
    <xsl:sequence select="'https://doi.org/' || replace($doi, '^(https?://(dx\.)?doi\.org/|doi:)', '')"/>
  </xsl:function>

  <!-- the page of the document, where it is known where the edition is published -->
  <xsl:function name="r:address" as="xs:string?">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="$base-url[. ne ''] ! (. || $record/@id || '.html')"/>
  </xsl:function>

  <!-- where the document is published: its page in the edition, else the address of its header -->
  <xsl:function name="r:landing" as="xs:string?">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="
        (r:address($record), $record/r:identifier[@type = 'URL'] ! string())[1]"/>
  </xsl:function>
</xsl:stylesheet>
