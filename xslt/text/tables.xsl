<?xml version="1.0" encoding="UTF-8"?>
<!-- A row is one line, its cells with tabs between them. Cells over several rows or columns leave the others
     empty, so that each word stands in its column. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'row']" mode="blocks" as="xs:string">
    <xsl:variable name="places" as="xs:integer*" select="p:columns(..)(generate-id())"/>
    <xsl:variable name="cells" as="map(xs:integer, xs:string)">
      <xsl:map>
        <xsl:for-each select="*[@v:is = 'cell']">
          <xsl:variable name="number" as="xs:integer" select="position()"/>
          <xsl:map-entry key="$places[$number]">
            <xsl:apply-templates select="." mode="single-line"/>
          </xsl:map-entry>
        </xsl:for-each>
      </xsl:map>
    </xsl:variable>
    <xsl:sequence select="
        string-join((1 to max((map:keys($cells), 0))) ! ($cells(.), '')[1], '&#9;')"/>
  </xsl:template>

  <!-- by each row of a table the columns of its cells: those that cells of rows above reach into are taken -->
  <xsl:function name="p:columns" as="map(xs:string, xs:integer*)" cache="yes">
    <xsl:param name="table" as="element()"/>
    <xsl:iterate select="$table/*[@v:is = 'row']">
      <xsl:param name="taken" as="map(xs:integer, xs:integer)" select="map {}"/>
      <xsl:param name="columns" as="map(xs:string, xs:integer*)" select="map {}"/>
      <xsl:on-completion select="$columns"/>
      <xsl:variable name="cells" as="element()*" select="*[@v:is = 'cell']"/>
      <xsl:variable name="own" as="xs:integer*" select="p:free-columns($cells, $taken, 1)"/>
      <xsl:next-iteration>
        <xsl:with-param name="taken" select="
            map:merge((
              for $column in map:keys($taken)[$taken(.) gt 1] return map { $column: $taken($column) - 1 },
              for-each-pair($cells, $own, function($cell, $first) {
                for $column in (if (p:span($cell/@rows) gt 1) then $first to $first + p:span($cell/@cols) - 1 else ())
                return map { $column: p:span($cell/@rows) - 1 } })))"/>
        <xsl:with-param name="columns" select="map:put($columns, generate-id(), $own)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- the first column of each cell, from a column on -->
  <xsl:function name="p:free-columns" as="xs:integer*">
    <xsl:param name="cells" as="element()*"/>
    <xsl:param name="taken" as="map(xs:integer, xs:integer)"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:iterate select="$cells">
      <xsl:param name="next" as="xs:integer" select="$from"/>
      <xsl:variable name="column" as="xs:integer"
          select="($next to $next + map:size($taken))[not(map:contains($taken, .))][1]"/>
      <xsl:sequence select="$column"/>
      <xsl:next-iteration>
        <xsl:with-param name="next" select="$column + p:span(@cols)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- over how many rows or columns a cell goes; no more than a table has -->
  <xsl:function name="p:span" as="xs:integer">
    <xsl:param name="told" as="attribute()?"/>
    <xsl:sequence select="
        if (matches($told, '^[1-9]\d{0,2}$')) then xs:integer($told) else 1"/>
  </xsl:function>
</xsl:stylesheet>
