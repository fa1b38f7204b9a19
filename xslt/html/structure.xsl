<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs, letters, verse, drama. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="text | body | front | back | group | floatingText | lg | sp | spGrp
      | titlePage | docTitle | docImprint | castList | castGroup | epigraph | argument | postscript
      | opener | closer | address" mode="text" as="element()">
    <xsl:call-template name="h:block"/>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="text"
      as="element()">
    <xsl:call-template name="h:block">
      <xsl:with-param name="tag" select="if (head) then 'section' else 'div'"/>
      <xsl:with-param name="classes" select="'tei-div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p" mode="text" as="item()*">
    <xsl:call-template name="h:paragraph">
      <xsl:with-param name="classes" select="'tei-p'[h:has-blocks(current())]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="ab" mode="text" as="item()*">
    <xsl:call-template name="h:paragraph"/>
  </xsl:template>

  <xsl:template match="byline | castItem | dateline | docAuthor | docDate | docEdition | imprimatur
      | salute | signed | speaker | titlePart | trailer | addrLine" mode="text" as="element()">
    <xsl:call-template name="h:paragraph">
      <xsl:with-param name="tag" select="if (h:is-block(.)) then 'p' else 'span'"/>
      <xsl:with-param name="phrasing" tunnel="yes" select="not(h:is-block(.))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a paragraph with a number: the number links to itself and to the same paragraph of the
       other texts of this document -->
  <xsl:template match="(p | ab)[@v:n]" mode="text" priority="2" as="item()*">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="$phrasing or ancestor::note"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <div class="numbered">
          <p class="number">
            <a href="#{@v:id}">
              <xsl:sequence select="h:hidden(l:label('html.paragraph') || ' ')"/>
              <xsl:text>{@v:n}</xsl:text>
            </a>
            <xsl:apply-templates select="h:other-texts(ancestor::TEI)" mode="parallel">
              <xsl:with-param name="place" select="@v:id"/>
              <xsl:with-param name="n" select="@v:n"/>
            </xsl:apply-templates>
          </p>
          <xsl:next-match/>
        </div>
        <xsl:text>&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- headings: h1 is the page's title, h2 its parts; divisions without a head do not count -->
  <xsl:template match="head" mode="text" as="element()">
    <xsl:call-template name="h:paragraph">
      <xsl:with-param name="tag" select="'p'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*[self::div or self::div1 or self::div2 or self::div3 or self::div4
      or self::div5 or self::div6 or self::div7 or self::body or self::front or self::back
      or self::group or self::text]/head[1]" mode="text" as="element()">
    <xsl:element name="h{min((6, h:heading-level(.)))}">
      <xsl:sequence select="h:attributes(., 'tei-head')"/>
      <xsl:apply-templates mode="text">
        <xsl:with-param name="phrasing" tunnel="yes" select="true()"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:function name="h:heading-level" as="xs:integer">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="1 + count($head/ancestor::*[head[1][not(self::list)]]
        [not(self::list or self::lg or self::table or self::figure or self::listBibl
             or self::castList or self::castGroup or self::TEI)])"/>
  </xsl:function>

  <!-- verse -->
  <xsl:template match="l" mode="text" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="flow" as="xs:boolean" select="h:has-blocks(.) and not($phrasing)"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'div'}">
      <xsl:sequence select="h:attributes(., ('tei-l', 'block'[$phrasing]))"/>
      <xsl:apply-templates mode="text">
        <xsl:with-param name="phrasing" tunnel="yes" select="not($flow)"/>
      </xsl:apply-templates>
      <xsl:if test="h:shows-number(.)">
        <span class="line-number">{@v:n}</span>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- every fifth line; a number that is no number is always shown -->
  <xsl:function name="h:shows-number" as="xs:boolean">
    <xsl:param name="line" as="element(l)"/>
    <xsl:sequence select="
        if ($line/@v:n castable as xs:integer) then xs:integer($line/@v:n) mod 5 eq 0
        else exists($line/@v:n)"/>
  </xsl:function>

  <xsl:template match="lg/head | list/head | table/head | figure/head | listBibl/head
      | castList/head | castGroup/head" mode="text" as="element()" priority="1">
    <xsl:call-template name="h:paragraph">
      <xsl:with-param name="classes" select="'caption'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- drama -->
  <xsl:template match="stage" mode="text" as="element()">
    <xsl:call-template name="h:phrase"/>
  </xsl:template>

  <xsl:template match="role | roleDesc | actor" mode="text" as="element()">
    <xsl:call-template name="h:phrase"/>
  </xsl:template>

  <!-- quotations: a block of their own where they stand between blocks or hold blocks -->
  <xsl:template match="quote | cit | q | said" mode="text" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="not($phrasing) and (h:is-block(.) or h:has-blocks(.))">
        <xsl:call-template name="h:phrase">
          <xsl:with-param name="classes" select="'tei-' || local-name(), 'quotation'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="h:phrase"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
