<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and records. What HTML does not allow between items (a page break, a note) goes into the item that
     follows. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these blocks, where they stand in no list of HTML -->
  <xsl:variable name="h:list-tags" static="yes" as="map(xs:string, xs:string)" select="map {
      'item': 'div', 'register': 'div', 'witnesses': 'div' }"/>

  <!-- the HTML elements of these phrases -->
  <xsl:variable name="h:record-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'label': 'span', 'description': 'span' }"/>

  <xsl:template match="*[@v:is = 'list']" mode="text" as="element()*">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="$phrasing or not(*/@v:is = 'item')">
        <xsl:call-template name="h:block"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="*[@v:is = 'caption']" mode="text"/>
        <xsl:apply-templates select="." mode="items"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- one list as ul, ol or dl -->
  <xsl:mode name="items" on-no-match="fail"/>

  <xsl:template match="*" mode="items" as="element()">
    <xsl:element name="{if (@v:list = 'numbered') then 'ol' else 'ul'}">
      <xsl:sequence select="h:attributes(., ('tei-list', 'plain'[h:is-plain(current())]))"/>
      <xsl:for-each-group select="*[not(@v:is = 'caption')]" group-ending-with="*[@v:is = 'item']">
        <li>
          <xsl:variable name="item" as="element()?" select="current-group()[@v:is = 'item']"/>
          <xsl:sequence select="$item ! h:attributes(., ())"/>
          <xsl:apply-templates select="current-group() except $item, $item/node()" mode="text"/>
        </li>
      </xsl:for-each-group>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[@v:list = 'labelled']" mode="items" as="element()">
    <dl>
      <xsl:sequence select="h:attributes(., 'tei-list')"/>
      <xsl:for-each-group select="*[not(@v:is = 'caption')]" group-adjacent="@v:is = 'item'">
        <xsl:element name="{if (current-grouping-key()) then 'dd' else 'dt'}">
          <xsl:apply-templates select="current-group()" mode="text">
            <xsl:with-param name="phrasing" tunnel="yes" select="not(current-grouping-key())"/>
          </xsl:apply-templates>
        </xsl:element>
      </xsl:for-each-group>
    </dl>
  </xsl:template>

  <!-- items with numbers of their own get none from the browser -->
  <xsl:function name="h:is-plain" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="$list/@v:list = 'plain' or exists($list/*[@v:is = 'item']/@n)"/>
  </xsl:function>

  <xsl:template match="*[@v:is = 'bibliography']" mode="text" as="element()*">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="sources" as="element()*" select="*[not(@v:is = 'caption')][normalize-space() or .//*/@v:is = ('picture', 'pointer', 'reference') or h:id(.)]"/>
    <xsl:choose>
      <xsl:when test="$phrasing or empty($sources)"><xsl:call-template name="h:block"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="*[@v:is = 'caption']" mode="text"/>
        <ul>
          <xsl:sequence select="h:attributes(., ('tei-' || local-name(), 'plain'))"/>
          <xsl:for-each select="$sources">
            <li><xsl:apply-templates select="." mode="text"/></li>
          </xsl:for-each>
        </ul>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a person, a place or another record made of parts: each on a line of its own, where lines may
       stand -->
  <xsl:template match="*[@v:is = 'description'][@v:block]" mode="text" priority="-0.1" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="$phrasing or text()"><xsl:call-template name="h:phrase"/></xsl:when>
      <xsl:otherwise>
        <div>
          <xsl:sequence select="h:attributes(., 'tei-' || local-name())"/>
          <xsl:for-each select="*">
            <div><xsl:apply-templates select="." mode="text"/></div>
          </xsl:for-each>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
