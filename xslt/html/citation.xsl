<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite: the same facts as a sentence for readers and as metadata for machines. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:title" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="v:curl(string($document/teiHeader/@v:title), '')"/>
  </xsl:function>

  <xsl:function name="h:page-title" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="string-join(
        (h:title($document), h:text-name($document)[not(h:is-reading-text($document))]), ' · ')"/>
  </xsl:function>

  <!-- facts of the header in plain words -->
  <xsl:function name="h:plain-facts" as="xs:string*">
    <xsl:param name="names" as="xs:string+"/>
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="($names ! v:facts(., $document) ! h:named(.) ! v:plain(.))[. ne '']"/>
  </xsl:function>

  <!-- a statement, or the names in it where it names several persons or bodies -->
  <xsl:function name="h:named" as="element()+">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="names" as="element()*" select="v:party-names($statement)"/>
    <xsl:sequence select="
        if (count($names) gt 1 and not(v:are-forms-of-name($names))) then $names else $statement"/>
  </xsl:function>

  <xsl:function name="h:published" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="v:facts('published', $document)/(@when, v:plain(.))[. ne ''][1]"/>
  </xsl:function>

  <xsl:function name="h:version" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="(v:facts('edition', $document)/@n[. ne ''])[1] ! string(.)"/>
  </xsl:function>

  <xsl:function name="h:address" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        $settings?url[. instance of xs:string]
        ! (replace(., '/$', '') || '/' || h:reading-page($document))"/>
  </xsl:function>

  <!-- the sentence -->
  <xsl:function name="h:citation" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence
        select="v:curl(v:citation($document, $settings?url[. instance of xs:string]), '')"/>
  </xsl:function>

  <!-- meta elements of the page: Dublin Core and what reference managers read -->
  <xsl:mode name="metadata" on-no-match="fail"/>

  <!-- so many characters of a description does a search engine show, or a few more -->
  <xsl:variable name="h:shown-of-description" as="xs:integer" select="200"/>

  <!-- as many words of a text as are shown of it elsewhere -->
  <xsl:function name="h:beginning" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (string-length($text) le $h:shown-of-description) then $text
        else replace(substring($text, 1, $h:shown-of-description), '(.)[\s,.;:]+\S*$', '$1', 's') || '…'"/>
  </xsl:function>

  <xsl:template match="TEI" mode="metadata" as="element()*">
    <!-- of a page that shows a part of the text: what the part is called, and its address -->
    <xsl:param name="part-name" as="xs:string?" tunnel="yes" select="()"/>
    <xsl:param name="address" as="xs:string?" tunnel="yes" select="h:address(.)"/>
    <xsl:variable name="title" as="xs:string" select="string-join(($part-name, h:page-title(.)), ' – ')"/>
    <xsl:sequence select="
        h:meta(('DC.title', 'citation_title'), $title),
        h:meta(('DC.creator', 'citation_author'), h:plain-facts('author', .)),
        h:meta('DC.contributor', h:plain-facts(('translator', 'editor'), .)),
        h:meta(('DC.publisher', 'citation_publisher'), h:plain-facts('publisher', .)[1]),
        h:meta(('DC.date', 'citation_publication_date'), h:published(.)),
        h:meta(('DC.language', 'citation_language'), h:text-language(.)),
        h:meta('description', teiHeader/@v:about ! h:beginning(.)),
        h:meta('DC.subject', h:plain-facts('keyword', .)),
        h:meta('DC.source', v:facts('holding', .) ! string-join((h:keeper(.), h:shelfmark(.)), ', ')[. ne '']),
        h:meta('DC.rights', v:facts('licence', .)/@target ! v:web-address(.)),
        h:meta(('DC.identifier', 'citation_public_url'), $address),
        h:meta('citation_pdf_url', h:address(.)[h:formats(current())/@name = 'pdf'] ! replace(., 'html$', 'pdf'))"/>
    <xsl:for-each select="v:facts('licence', .)/@target ! v:web-address(.)">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
    <xsl:if test="h:is-reading-text(.)">
      <xsl:sequence select="h:open-graph(., $title, $address), h:json-ld(., $part-name, $address)"/>
    </xsl:if>
    <xsl:for-each select="h:formats(.)">
      <link rel="alternate" type="{@type}" href="{@href}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="h:meta" as="element()*" xpath-default-namespace="">
    <xsl:param name="names" as="xs:string+"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="distinct-values($values)">
      <xsl:variable name="value" as="xs:string" select="."/>
      <xsl:for-each select="$names">
        <meta name="{.}" content="{$value}"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- the other forms of this document: `formats` of the settings tells which are built -->
  <xsl:function name="h:formats" as="element(v:format)*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        h:formats-of($document/@v:id, key('v:witness', $document/@v:text[. ne 'reading'], root($document))[1]/@v:file)"/>
  </xsl:function>

  <!-- they lie beside the page, by the names of the targets built -->
  <xsl:function name="h:formats-of" as="element(v:format)*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="witness" as="xs:string?"/>
    <xsl:variable name="built" as="item()*" select="$settings?formats ! (if (. instance of array(*)) then ?* else .)"/>
    <xsl:variable name="name" as="xs:string" select="encode-for-uri(string-join(($id, $witness), '.'))"/>
    <xsl:for-each select="('pdf', 'text', 'html', 'latex')[. = $built][. eq 'text' or empty($witness)]">
      <v:format name="{if (. eq 'html') then 'tei' else .}" type="{$h:format-types(.)}" href="{$name}.{$h:format-suffixes(.)}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- of the outputs that lie beside a page: beside that of HTML lies the TEI -->
  <xsl:variable name="h:format-types" as="map(xs:string, xs:string)" static="yes" select="map {
      'pdf': 'application/pdf', 'text': 'text/plain', 'html': 'application/tei+xml',
      'latex': 'application/x-tex' }"/>
  <xsl:variable name="h:format-suffixes" as="map(xs:string, xs:string)" static="yes" select="map {
      'pdf': 'pdf', 'text': 'txt', 'html': 'xml', 'latex': 'tex' }"/>
</xsl:stylesheet>
