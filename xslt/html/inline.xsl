<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases: emphasis, quotation, transcription, marks of pages and lines, references. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- elements that are a phrase and no more -->
  <xsl:variable name="h:plain" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('
      abbr actor add addName affiliation am author bibl biblScope c caesura choice
      citedRange cl code corr country damage date desc distinct district edition editor
      email ex expan extent forename formula fw g genName geogFeat geogName gloss
      handShift hi ident idno label lem measure mentioned metamark mod name nameLink num
      objectType offset orgName orig pc persName phr placeName publisher pubPlace rdg reg
      region resp respStmt restore retrace roleName rs s secl seg settlement sic soCalled
      space stamp subst supplied surname surplus term time title unclear w watermark') ! map { . : true() })"/>

  <xsl:template match="tei:*[map:contains($h:plain, local-name())]" mode="text"
      priority="-0.4" as="element()">
    <xsl:call-template name="h:phrase"/>
  </xsl:template>

  <xsl:template match="emph" mode="text" as="element()">
    <xsl:call-template name="h:phrase"><xsl:with-param name="tag" select="'em'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="foreign" mode="text" as="element()">
    <xsl:call-template name="h:phrase"><xsl:with-param name="tag" select="'i'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="title[@level = ('m', 'j', 's', 'u')]" mode="text" as="element()">
    <xsl:call-template name="h:phrase">
      <xsl:with-param name="tag" select="'cite'"/>
      <xsl:with-param name="classes" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="del" mode="text" as="element()">
    <xsl:call-template name="h:phrase"><xsl:with-param name="tag" select="'del'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[matches(@rend, 'sup(erscript)?$')]" mode="text" as="element()">
    <xsl:call-template name="h:phrase">
      <xsl:with-param name="tag" select="'sup'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a letter or bracket that stands in no source -->
  <xsl:template match="pc[@v:generated]" mode="text" as="element()">
    <span class="generated {@v:generated}"><xsl:apply-templates mode="text"/></span>
  </xsl:template>

  <!-- line ends: kept where lines matter, a mark to be read over in prose -->
  <xsl:template match="lb" mode="text" as="element()">
    <br>
      <xsl:sequence select="h:attributes(., 'within-word'[current()/@break = 'no'])"/>
    </br>
  </xsl:template>

  <xsl:template match="p//lb[not(ancestor::note)] | ab[not(parent::div[@type = 'edition'])]//lb"
      mode="text" as="item()+">
    <span>
      <xsl:sequence select="h:attributes(., 'tei-lb')"/>
    </span>
    <xsl:if test="not(@break = 'no') and not(matches(preceding-sibling::node()[1], '\s$'))
        and not(matches(following-sibling::node()[1], '^\s'))">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- breaks of the source: pages, columns, quires -->
  <xsl:template match="pb | cb | gb" mode="text" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., ('break', local-name()))"/>
      <xsl:if test="@n">
        <xsl:sequence select="h:hidden(l:label('html.break.' || local-name()) || ' ')"/>
      </xsl:if>
      <xsl:text>{(@n, '|')[1]}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="milestone" mode="text" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., 'milestone')"/>
      <xsl:if test="@n and not(ancestor::seg[@v:entries])">{@n}</xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="ref" mode="text" as="element()">
    <xsl:variable name="href" as="xs:string?" select="h:href(@target, .)"/>
    <xsl:choose>
      <xsl:when test="exists($href)">
        <xsl:call-template name="h:link">
          <xsl:with-param name="to" select="map { 'href': $href, 'class': 'ref' }"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="h:phrase"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ptr" mode="text" as="element()?">
    <xsl:param name="link" as="map(*)?" tunnel="yes" select="()"/>
    <xsl:variable name="href" as="xs:string?" select="h:href(@target, .)"/>
    <xsl:if test="exists($href) and empty($link)">
      <a class="ptr" href="{$href}">{replace($href, '^(https?://|mailto:|#)', '')}</a>
    </xsl:if>
  </xsl:template>

  <!-- statements about the text are no part of it; a note in them still has its number there -->
  <xsl:variable name="h:silent" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('
      alt altGrp certainty facsimile fsdDecl index interp interpGrp join joinGrp lacunaEnd
      lacunaStart link linkGrp listChange precision respons sourceDoc span spanGrp
      standOff teiHeader witEnd witStart') ! map { . : true() })"/>

  <xsl:template match="tei:*[map:contains($h:silent, local-name())]" mode="text"
      priority="0" as="item()*">
    <xsl:apply-templates select="note[@v:n], */descendant::note[@v:n][not(ancestor::note)]"
        mode="text"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="text" as="empty-sequence()"/>

  <!-- anything else keeps its text -->
  <xsl:template match="*" mode="text" priority="-0.5" as="item()*">
    <xsl:call-template name="v:report-unhandled"/>
    <xsl:call-template name="h:phrase"/>
  </xsl:template>
</xsl:stylesheet>
