<?xml version="1.0" encoding="UTF-8"?>
<!-- What a header must hold so that no field of the crosswalk is empty. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:variable name="r:semver" as="xs:string"
      select="'^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.\-]+)?$'"/>

  <!-- 1  the source itself is read, not its model, so that a finding has its place in the file
       2  each rule that fails is a message with a code and the nearest element there is -->
  <xsl:mode name="required" on-no-match="shallow-skip" visibility="public"/>

  <xsl:template match="tei:fileDesc" mode="required" as="empty-sequence()">
    <xsl:sequence select="r:require(exists(tei:titleStmt/tei:title[normalize-space()]),
        'header-title', tei:titleStmt, 'the document has no title')"/>
    <xsl:sequence select="r:require(
        exists(tei:titleStmt/(tei:author, tei:editor, tei:respStmt)), 'header-creator',
        tei:titleStmt, 'nobody is named as author or editor')"/>
    <xsl:sequence select="r:require(
        exists(tei:editionStmt/tei:edition/@n[matches(., $r:semver)]), 'header-edition',
        (tei:editionStmt/tei:edition, .)[1],
        'editionStmt/edition/@n must hold a version of three numbers, such as 1.0.0')"/>
    <xsl:sequence select="r:require(
        exists(tei:publicationStmt/(tei:publisher, tei:authority)[normalize-space()]),
        'header-publisher', tei:publicationStmt, 'no publisher is named')"/>
    <xsl:sequence select="r:require(
        exists(tei:publicationStmt/tei:date/@when[matches(., '^\d{4}(-\d\d){0,2}$')]),
        'header-date', tei:publicationStmt,
        'the date of publication is missing: date/@when as 2026 or 2026-11-24')"/>
    <xsl:sequence select="r:require(
        exists(tei:publicationStmt/tei:availability/tei:licence/@target), 'header-licence',
        (tei:publicationStmt/tei:availability, tei:publicationStmt)[1],
        'no layer of the edition has a licence/@target')"/>
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:author | tei:editor[@role = 'translator']" mode="required"
      as="empty-sequence()">
    <xsl:sequence select="r:require(exists(@ref) or exists(ancestor::tei:sourceDesc),
        'header-name-ref', ., local-name() || ' without @ref: who is meant cannot be looked up')"/>
  </xsl:template>

  <xsl:template match="tei:sourceDesc" mode="required" as="empty-sequence()">
    <xsl:sequence select="r:require(
        exists(.//tei:msIdentifier | tei:bibl | .//tei:witness/tei:bibl | tei:listBibl),
        'header-source', ., 'the source has neither an msIdentifier nor a bibl')"/>
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:msIdentifier" mode="required" as="empty-sequence()">
    <xsl:sequence select="r:require(
        exists((tei:repository, tei:institution)[normalize-space()]), 'header-repository', .,
        'the archive or library is not named: repository')"/>
    <xsl:sequence select="r:require(exists(tei:idno[normalize-space()]), 'header-shelfmark', .,
        'the shelfmark is missing: idno')"/>
    <xsl:sequence select="r:require(empty(tei:idno/tei:idno[not(@type)]), 'header-shelfmark',
        (tei:idno/tei:idno[not(@type)], .)[1],
        'a part of the shelfmark has no @type, such as fond, opis, delo or listy')"/>
  </xsl:template>

  <xsl:template match="tei:msDesc" mode="required" as="empty-sequence()">
    <xsl:sequence select="r:require(exists(.//tei:textLang/@mainLang),
        'header-source-language', ., 'the language of the source is missing: textLang/@mainLang')"/>
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:teiHeader" mode="required" as="empty-sequence()">
    <xsl:variable name="tei" as="element(tei:TEI)" select=".."/>
    <xsl:sequence select="r:require(exists(r:origin($tei)), 'header-origin-date',
        (tei:profileDesc, .)[1],
        'when the source was written is missing: creation/date with @when or a range')"/>
    <xsl:sequence select="r:require(r:language($tei) ne 'und', 'header-language', $tei,
        'the language of the text is missing: @xml:lang')"/>
    <xsl:sequence select="r:require(exists(r:abstract($tei)), 'header-abstract',
        (tei:profileDesc, .)[1], 'the abstract is missing: profileDesc/abstract')"/>
    <xsl:sequence select="r:require(
        exists(tei:profileDesc/tei:textClass/tei:keywords), 'header-keywords',
        (tei:profileDesc/tei:textClass, tei:profileDesc, .)[1],
        'subjects are missing: textClass/keywords')"/>
    <xsl:sequence select="r:require(
        exists(tei:encodingDesc/tei:refsDecl/tei:citeStructure), 'header-citation',
        (tei:encodingDesc, .)[1], 'how the text is cited is missing: refsDecl/citeStructure')"/>
    <xsl:sequence select="r:require(
        exists(tei:revisionDesc//tei:change/@when[r:is-day(.)]), 'header-revision',
        (tei:revisionDesc, .)[1],
        'no change has a day (change/@when): every date of the package comes from the newest')"/>
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:text | tei:standOff" mode="required" as="empty-sequence()"/>

  <xsl:function name="r:require" as="empty-sequence()">
    <xsl:param name="met" as="xs:boolean"/>
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="place" as="element()"/>
    <xsl:param name="message" as="xs:string"/>
    <xsl:if test="not($met)">
      <xsl:message>
        <v:finding code="{$code}" level="error" path="{path($place)}" message="{$message}"/>
      </xsl:message>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
