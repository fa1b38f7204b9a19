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
    <xsl:variable name="counted" as="xs:boolean" select="h:is-counted(.)"/>
    <xsl:element name="{if ($counted) then 'ol' else 'ul'}">
      <xsl:sequence select="h:attributes(., ('tei-list', 'plain'[not($counted) and current()/(@v:list = ('plain', 'numbered') or */@v:mark)]))"/>
      <xsl:for-each-group select="*[not(@v:is = 'caption')]" group-ending-with="*[@v:is = 'item']">
        <li>
          <xsl:variable name="item" as="element()?" select="current-group()[@v:is = 'item']"/>
          <xsl:sequence select="$item ! h:attributes(., ())"/>
          <xsl:sequence select="$item ! h:mark-of-item(., $counted)"/>
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
          <xsl:for-each select="current-group()">
            <xsl:sequence select="self::*[@v:mark ne ''] ! h:mark-of-item(., false())"/>
            <xsl:apply-templates select="." mode="text">
              <xsl:with-param name="phrasing" tunnel="yes" select="not(current-grouping-key())"/>
            </xsl:apply-templates>
          </xsl:for-each>
        </xsl:element>
      </xsl:for-each-group>
    </dl>
  </xsl:template>

  <!-- whether all marks of a list are numbers, which browsers write -->
  <xsl:function name="h:is-counted" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="every $item in $list/*[@v:is = 'item'] satisfies matches($item/@v:mark, '^\d{1,9}\.$')"/>
  </xsl:function>

  <!-- the number of a counted item that has one of its own, or the mark of another one -->
  <xsl:function name="h:mark-of-item" as="node()?">
    <xsl:param name="item" as="element()"/>
    <xsl:param name="counted" as="xs:boolean"/>
    <xsl:choose>
      <xsl:when test="$counted and $item/@n"><xsl:attribute name="value" select="xs:integer(substring-before($item/@v:mark, '.'))"/></xsl:when>
      <xsl:when test="not($counted) and exists($item/../*/@v:mark) and not($item/@v:mark = '')"><span class="item-mark">{(($item/@v:mark, '–')[1])} </span></xsl:when>
    </xsl:choose>
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
