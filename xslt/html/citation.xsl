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
    <xsl:variable name="titles" as="element(title)*"
        select="$document/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:variable name="title" as="text()*">
      <xsl:apply-templates select="($titles[@type = 'main'], $titles)[1]" mode="plain"/>
    </xsl:variable>
    <xsl:sequence select="
        (normalize-space(string-join($title))[. ne ''], string($document/@v:id))[1]"/>
  </xsl:function>

  <xsl:function name="h:page-title" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="string-join(
        (h:title($document), h:text-name($document)[not(h:is-reading-text($document))]), ' · ')"/>
  </xsl:function>

  <xsl:function name="h:authors" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        $document/teiHeader/fileDesc/titleStmt/author/normalize-space()[. ne '']"/>
  </xsl:function>

  <xsl:function name="h:translators" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        $document/teiHeader/fileDesc/titleStmt/editor[@role = 'translator']/normalize-space()"/>
  </xsl:function>

  <xsl:function name="h:editors" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        $document/teiHeader/fileDesc/titleStmt/editor[not(@role = 'translator')]
        /normalize-space()[. ne '']"/>
  </xsl:function>

  <xsl:function name="h:publishers" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        $document/teiHeader/fileDesc/publicationStmt/(publisher | authority | distributor)[1]
        /normalize-space()[. ne '']"/>
  </xsl:function>

  <xsl:function name="h:published" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        $document/teiHeader/fileDesc/publicationStmt/date[1]/(@when, normalize-space())[. ne ''][1]"/>
  </xsl:function>

  <xsl:function name="h:version" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        $document/teiHeader/fileDesc/editionStmt/edition/@n[. ne ''][1] ! string(.)"/>
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
    <xsl:variable name="parts" as="xs:string*" select="
        string-join(h:authors($document), ', ')[. ne ''],
        h:title($document),
        string-join(h:translators($document), ', ')[. ne ''] ! l:label('html.citation.translator', .),
        string-join(h:editors($document), ', ')[. ne ''] ! l:label('html.citation.editor', .),
        string-join((string-join(h:publishers($document), ', ')[. ne ''],
                     h:version($document) ! l:label('html.citation.version', .),
                     h:published($document)), ', ')[. ne ''],
        h:address($document)"/>
    <xsl:sequence select="string-join($parts ! replace(., '\.$', ''), '. ') || '.'"/>
  </xsl:function>

  <!-- meta elements of the page: Dublin Core and what reference managers read -->
  <xsl:mode name="metadata" on-no-match="fail"/>

  <xsl:template match="TEI" mode="metadata" as="element()*">
    <xsl:variable name="profile" as="element()?" select="teiHeader/profileDesc"/>
    <xsl:sequence select="
        h:meta(('DC.title', 'citation_title'), h:page-title(.)),
        h:meta(('DC.creator', 'citation_author'), h:authors(.)),
        h:meta('DC.contributor', (h:translators(.), h:editors(.))),
        h:meta(('DC.publisher', 'citation_publisher'), h:publishers(.)),
        h:meta(('DC.date', 'citation_publication_date'), h:published(.)),
        h:meta(('DC.language', 'citation_language'), h:text-language(.)),
        h:meta(('DC.description', 'description'), $profile/abstract[1]/normalize-space()[. ne '']),
        h:meta('DC.subject', $profile/textClass/keywords/(term | list/item)/normalize-space()),
        h:meta('DC.identifier', h:address(.))"/>
    <xsl:if test="exists(h:address(.)) and h:is-reading-text(.)">
      <link rel="canonical" href="{h:address(.)}"/>
    </xsl:if>
    <xsl:for-each select="teiHeader/fileDesc/publicationStmt/availability/licence/@target
        ! h:web-address(.)">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
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
        h:formats-of($document/@v:id, $document/@v:text[. ne 'reading'])"/>
  </xsl:function>

  <!-- their places beside the folder of the pages, by the names of the targets built -->
  <xsl:function name="h:formats-of" as="element(v:format)*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="siglum" as="xs:string?"/>
    <xsl:variable name="built" as="item()*" select="$settings?formats ! (if (. instance of array(*)) then ?* else .)"/>
    <xsl:if test="$built = 'pdf' and empty($siglum)">
      <v:format name="pdf" type="application/pdf" href="../pdf/{encode-for-uri($id)}.pdf"/>
    </xsl:if>
    <xsl:if test="$built = 'text'">
      <v:format name="text" type="text/plain"
          href="../text/{encode-for-uri(string-join(($id, $siglum), '.'))}.txt"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
