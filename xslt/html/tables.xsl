<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables. What HTML does not allow between rows goes before the table. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these blocks, where they stand in no table of HTML -->
  <xsl:variable name="h:table-tags" static="yes" as="map(xs:string, xs:string)"
      select="map { 'row': 'div', 'cell': 'div' }"/>

  <!-- a table scrolls in its own frame, which the keyboard reaches -->
  <xsl:template match="*[@v:is = 'table']" mode="text" as="element()+">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="caption" as="element()*" select="*[@v:is = 'caption']"/>
    <xsl:variable name="rows" as="element()*" select="*[@v:is = 'row']"/>
    <xsl:choose>
      <xsl:when test="$phrasing or not($rows/*/@v:is = 'cell')">
        <xsl:call-template name="h:block"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="* except ($rows, $caption)" mode="text"/>
        <div class="frame" tabindex="0" role="group"
            aria-label="{string-join((l:label('html.table'), normalize-space($caption[1])), ' ')}">
          <table>
            <xsl:sequence select="h:attributes(., ())"/>
            <xsl:if test="$caption">
              <caption>
                <xsl:apply-templates select="$caption/node()" mode="text"/>
              </caption>
            </xsl:if>
            <xsl:apply-templates select="$rows" mode="text"/>
          </table>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*[@v:is = 'table']/*[@v:is = 'row']" mode="text" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'tr'}">
      <xsl:sequence select="h:attributes(., 'block'[$phrasing])"/>
      <xsl:apply-templates select="*" mode="text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[@v:is = 'row']/*[@v:is = 'cell']" mode="text" as="element()">
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
</xsl:stylesheet>
