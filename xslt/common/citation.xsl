<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite a document: one sentence from its header. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- authors, title, translators, editors, where and when published; `site`: the address of the
       edition's pages -->
  <xsl:function name="v:citation" as="xs:string">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:param name="site" as="xs:string?"/>
    <xsl:variable name="file" as="element()?" select="$document/tei:teiHeader/tei:fileDesc"/>
    <xsl:variable name="people" as="element()*" select="$file/tei:titleStmt/(tei:author | tei:editor)"/>
    <xsl:variable name="titles" as="element()*" select="$file/tei:titleStmt/tei:title"/>
    <xsl:variable name="published" as="element()?" select="$file/tei:publicationStmt"/>
    <xsl:variable name="parts" as="xs:string*" select="
        v:listed($people[self::tei:author]),
        (v:listed(($titles[@type = 'main'], $titles)[1]), string($document/@v:id))[1],
        v:listed($people[@role = 'translator']) ! l:label('html.citation.translator', .),
        v:listed($people[self::tei:editor][not(@role = 'translator')])
          ! l:label('html.citation.editor', .),
        string-join((
          v:listed($published/(tei:publisher | tei:authority | tei:distributor)[1]),
          $file/tei:editionStmt/tei:edition/@n[. ne ''][1] ! l:label('html.citation.version', .),
          $published/tei:date[1]/(@when, normalize-space())[. ne ''][1]), ', ')[. ne ''],
        $site ! (replace(., '/$', '') || '/' || encode-for-uri($document/@v:id || '.html'))"/>
    <xsl:sequence select="string-join($parts ! replace(., '\.$', ''), '. ') || '.'"/>
  </xsl:function>

  <!-- the words of elements, without their notes, with commas -->
  <xsl:function name="v:listed" as="xs:string?">
    <xsl:param name="elements" as="element()*"/>
    <xsl:variable name="words" as="xs:string*" select="
        $elements ! normalize-space(string-join(.//text()[not(ancestor::tei:note)]))"/>
    <xsl:sequence select="string-join($words[. ne ''], ', ')[. ne '']"/>
  </xsl:function>
</xsl:stylesheet>
