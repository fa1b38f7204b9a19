<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says, decided once: each element that states a fact says which one, in @v:fact.
     The outputs and the package ask for facts (common/header.xsl) and need not know where TEI keeps
     them. The header itself has @v:title, the main title in plain words, and @v:citation, how to cite
     the document. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the header with its facts. Tunnel parameter: `facts`, of v:fact-names(). -->
  <xsl:mode name="facts" on-no-match="shallow-copy"/>

  <xsl:template match="tei:teiHeader" mode="facts" as="element(tei:teiHeader)">
    <xsl:variable name="facts" as="map(xs:string, xs:string)" select="v:fact-names(.)"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:variable name="marked" as="node()*">
        <xsl:apply-templates mode="#current">
          <xsl:with-param name="facts" tunnel="yes" select="$facts"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:variable name="found" as="element()*" select="$marked/descendant-or-self::*[@v:fact]"/>
      <xsl:variable name="title" as="xs:string"
          select="($found[@v:fact = 'title'] ! v:plain(.), string(../@v:id))[. ne ''][1]"/>
      <xsl:attribute name="v:title" select="$title"/>
      <xsl:attribute name="v:citation" select="v:citation-of($title, $found)"/>
      <xsl:sequence select="$marked"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="*" mode="facts" as="element()">
    <xsl:param name="facts" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:for-each select="$facts(generate-id())">
        <xsl:attribute name="v:fact" select="."/>
      </xsl:for-each>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- the fact that each element states, by generate-id() -->
  <xsl:function name="v:fact-names" as="map(xs:string, xs:string)">
    <xsl:param name="header" as="element(tei:teiHeader)"/>
    <xsl:variable name="file" as="element()*" select="$header/tei:fileDesc"/>
    <xsl:variable name="statement" as="element()*" select="$file/tei:titleStmt"/>
    <xsl:variable name="publication" as="element()*" select="$file/tei:publicationStmt"/>
    <xsl:variable name="profile" as="element()*" select="$header/tei:profileDesc"/>
    <xsl:variable name="encoding" as="element()*" select="$header/tei:encodingDesc"/>
    <xsl:variable name="translators" as="element()*"
        select="$statement/tei:editor[tokenize(@role) = 'translator']"/>
    <xsl:variable name="facts" as="map(xs:string, element()*)" select="map {
        'title': v:main-title($statement/tei:title),
        'subtitle': $statement/tei:title[@type = ('sub', 'subtitle', 'subordinate')],
        'short-title': $statement/tei:title[@type = 'short'],
        'author': $statement/tei:author,
        'translator': $translators,
        'editor': $statement/tei:editor except $translators,
        'responsibility': $statement/tei:respStmt,
        'principal': $statement/tei:principal,
        'funder': $statement/tei:funder,
        'sponsor': $statement/tei:sponsor,
        'edition': $file/tei:editionStmt/tei:edition,
        'publisher': $publication/(tei:publisher | tei:authority | tei:distributor),
        'place': $publication/tei:pubPlace,
        'published': $publication/tei:date[1],
        'identifier': $publication/tei:idno,
        'rights': $publication/tei:availability,
        'licence': $publication/tei:availability//tei:licence,
        'source': $file/tei:sourceDesc,
        'created': $profile/tei:creation/tei:date[1],
        'abstract': $profile/tei:abstract,
        'language': $profile/tei:langUsage/tei:language,
        'keyword': $profile/tei:textClass/tei:keywords/(tei:term | tei:list/tei:item),
        'principles': $encoding/(tei:projectDesc | tei:samplingDecl | tei:editorialDecl),
        'change': $header/tei:revisionDesc//tei:change }"/>
    <xsl:sequence select="
        map:merge(
          for $name in map:keys($facts), $element in $facts($name)[normalize-space() or @*]
          return map { generate-id($element): $name },
          map { 'duplicates': 'use-first' })"/>
  </xsl:function>

  <!-- the title of the document itself: not that of its series, not a short form of it -->
  <xsl:function name="v:main-title" as="element(tei:title)?">
    <xsl:param name="titles" as="element(tei:title)*"/>
    <xsl:variable name="said" as="element(tei:title)*" select="$titles[normalize-space()]"/>
    <xsl:variable name="own" as="element(tei:title)*" select="$said[not(@level = ('s', 'j'))]"/>
    <xsl:sequence select="
        ($own[@type = 'main'], $said[@type = 'main'], $own[not(@type)], $said[not(@type)],
         $own[not(@type = ('sub', 'subtitle', 'subordinate', 'short'))], $said)[1]"/>
  </xsl:function>

  <!-- how to cite: authors, title, translators, editors, publisher, version and day -->
  <xsl:function name="v:citation-of" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="facts" as="element()*"/>
    <xsl:variable name="published" as="xs:string?" select="
        $facts[@v:fact = 'published'][1]/(@when, v:plain(.))[. ne ''][1]"/>
    <xsl:variable name="version" as="xs:string?"
        select="$facts[@v:fact = 'edition']/@n[. ne ''][1]"/>
    <xsl:variable name="parts" as="xs:string*" select="
        v:listed($facts[@v:fact = 'author']),
        $title,
        v:listed($facts[@v:fact = 'translator']) ! l:label('html.citation.translator', .),
        v:listed($facts[@v:fact = 'editor']) ! l:label('html.citation.editor', .),
        string-join((v:listed($facts[@v:fact = 'publisher'][1]),
                     $version ! l:label('html.citation.version', .),
                     $published), ', ')[. ne '']"/>
    <xsl:sequence select="string-join($parts ! replace(., '\.$', ''), '. ') || '.'"/>
  </xsl:function>
</xsl:stylesheet>
