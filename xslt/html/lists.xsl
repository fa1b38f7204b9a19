<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, tables, figures. What HTML does not allow between items or rows (a page break, a note)
     goes into the item or row that follows. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="list" mode="text" as="item()*">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="$phrasing or empty(item)"><xsl:call-template name="h:block"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="head" mode="text"/>
        <xsl:apply-templates select="." mode="items"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- one list as ul, ol or dl -->
  <xsl:mode name="items" on-no-match="fail"/>

  <xsl:template match="list" mode="items" as="element()">
    <xsl:element name="{if (h:is-numbered(.)) then 'ol' else 'ul'}">
      <xsl:sequence select="h:attributes(., ('tei-list', 'plain'[h:is-plain(current())]))"/>
      <xsl:for-each-group select="* except head" group-ending-with="item">
        <li>
          <xsl:sequence select="current-group()[self::item] ! h:attributes(., ())"/>
          <xsl:apply-templates select="current-group()[not(self::item)],
              current-group()[self::item]/node()" mode="text"/>
        </li>
      </xsl:for-each-group>
    </xsl:element>
  </xsl:template>

  <xsl:template match="list[label]" mode="items" as="element()">
    <dl>
      <xsl:sequence select="h:attributes(., 'tei-list')"/>
      <xsl:for-each-group select="* except head" group-adjacent="exists(self::item)">
        <xsl:element name="{if (current-grouping-key()) then 'dd' else 'dt'}">
          <xsl:apply-templates select="current-group()" mode="text">
            <xsl:with-param name="phrasing" tunnel="yes" select="not(current-grouping-key())"/>
          </xsl:apply-templates>
        </xsl:element>
      </xsl:for-each-group>
    </dl>
  </xsl:template>

  <xsl:function name="h:is-numbered" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="matches($list/@rend || ' ' || $list/@type, 'number|ordered|decimal')
        and not(matches($list/@rend || ' ' || $list/@type, 'unordered'))"/>
  </xsl:function>

  <xsl:function name="h:is-plain" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="exists($list/item/@n) or matches($list/@rend || ' ' || $list/@type,
        'simple|inline|none|plain|run-?in')"/>
  </xsl:function>

  <xsl:template match="item" mode="text" as="element()">
    <xsl:call-template name="h:block"/>
  </xsl:template>

  <xsl:template match="listBibl" mode="text" as="element()*">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="$phrasing or empty(* except head)"><xsl:call-template name="h:block"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="head" mode="text"/>
        <ul>
          <xsl:sequence select="h:attributes(., ('tei-listBibl', 'plain'))"/>
          <xsl:for-each select="* except head">
            <li><xsl:apply-templates select="." mode="text"/></li>
          </xsl:for-each>
        </ul>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a table scrolls in its own frame, which the keyboard reaches -->
  <xsl:template match="table" mode="text" as="element()+">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="$phrasing or empty(row/cell)"><xsl:call-template name="h:block"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="* except (row, head)" mode="text"/>
        <div class="frame" tabindex="0" role="group"
            aria-label="{string-join((l:label('html.table'), normalize-space(head[1])), ' ')}">
          <table>
            <xsl:sequence select="h:attributes(., ())"/>
            <xsl:if test="head">
              <caption>
                <xsl:apply-templates select="head/node()" mode="text"/>
              </caption>
            </xsl:if>
            <xsl:apply-templates select="row" mode="text"/>
          </table>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="table/row" mode="text" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'tr'}">
      <xsl:sequence select="h:attributes(., 'block'[$phrasing])"/>
      <xsl:apply-templates select="*" mode="text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="table/row/cell" mode="text" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="heading" as="xs:boolean"
        select="@role = ('label', 'head', 'header') or ../@role = ('label', 'head', 'header')"/>
    <xsl:element name="{if ($phrasing) then 'span' else if ($heading) then 'th' else 'td'}">
      <xsl:sequence select="h:attributes(., ()), h:span(@cols, 'colspan'), h:span(@rows, 'rowspan')"/>
      <xsl:apply-templates mode="text"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="h:span" as="attribute()?">
    <xsl:param name="count" as="attribute()?"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:if test="$count castable as xs:integer and xs:integer($count) = 2 to 1000">
      <xsl:attribute name="{$name}" select="xs:integer($count)"/>
    </xsl:if>
  </xsl:function>

  <!-- pictures are linked, never loaded: a page makes no request -->
  <xsl:template match="figure" mode="text" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'figure'}">
      <xsl:sequence select="h:attributes(., 'tei-figure')"/>
      <xsl:apply-templates mode="text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="figDesc" mode="text" as="element()">
    <xsl:call-template name="h:phrase"/>
  </xsl:template>

  <xsl:template match="graphic | media" mode="text" as="element()?">
    <xsl:param name="link" as="map(*)?" tunnel="yes" select="()"/>
    <xsl:variable name="address" as="xs:string?" select="h:web-address(string(@url))"/>
    <xsl:if test="exists($address) and empty($link)">
      <a class="graphic" href="{$address}">{l:label('html.picture')}</a>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
