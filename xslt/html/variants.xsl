<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the witnesses differ: a table of stretches of the text by witnesses, with the number of entries
     in which each departs from the reading text. The more there are, the stronger is the colour. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- so many rows are seen at once; stretches have round numbers of paragraphs or verses -->
  <xsl:variable name="h:most-stretches" as="xs:integer" select="40"/>
  <xsl:variable name="h:shades" as="xs:integer" select="5"/>

  <!-- a model becomes a page with the table, or nothing where few witnesses or places are -->
  <xsl:mode name="variants" on-no-match="fail" visibility="public" use-accumulators="v:character-before"/>

  <xsl:template match="/" mode="variants" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="TEI[h:has-variants(.)]" mode="variants"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="TEI" mode="variants" as="element()">
    <xsl:variable name="document" as="element(TEI)" select="."/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="l:label('html.variants') || ': ' || h:page-title(.)"/>
      <xsl:with-param name="styles" select="'documents.css', 'variants.css'"/>
      <xsl:with-param name="main" as="element()+">
        <header class="title">
          <h1>{l:label('html.variants')}</h1>
          <p class="subtitle"><a href="{h:reading-page(.)}"><xsl:sequence select="h:language-of-title(.)"/>{h:title(.)}</a></p>
        </header>
        <div class="listing">
          <p class="variants-explained">{l:label('html.variants.about')}</p>
          <div class="frame"><xsl:sequence select="h:table-of-variants($document)"/></div>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- the language of the title of a document, on a page in that of the labels -->
  <xsl:function name="h:language-of-title" as="attribute()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:if test="h:text-language($document) ne $l:language">
      <xsl:sequence select="h:language-within(h:text-language($document), $l:language)"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="TEI[h:offers-variants(.)]" mode="views"
      as="element()*" priority="-2">
    <a href="{encode-for-uri(@v:id || '.variants.html')}">{l:label('html.variants')}</a>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="h:offers-variants" as="xs:boolean">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="$settings?rows?* = 'variants' and h:is-compared($document) and h:has-variants($document)"/>
  </xsl:function>

  <xsl:function name="h:has-variants" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="h:has-comparison($document) and count(h:stretches($document)) gt 1"/>
  </xsl:function>

  <!-- the paragraphs and verses of the text, each with the entries that begin in it, or in a heading and
       the like before it: `unit`, `entries` -->
  <xsl:function name="h:units-with-entries" as="map(xs:string, element()*)*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:iterate select="$document/text//(*[h:is-unit(.)] | seg[@v:starts][not(ancestor::*[h:is-unit(.)])])">
      <xsl:param name="before" as="element()*" select="()"/>
      <xsl:variable name="begun" as="element()*" select="
          $before, key('h:apparatus-entry', descendant-or-self::seg[@v:starts]/tokenize(@v:starts))
                   [not(@v:series = ('sources', 'parallels', 'testimonia'))]"/>
      <xsl:sequence select=".[h:is-unit(.)] ! map { 'unit': ., 'entries': $begun }"/>
      <xsl:next-iteration>
        <xsl:with-param name="before" select="$begun[not(h:is-unit(current()))]"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="h:is-unit" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@v:is = ('paragraph', 'verse') and exists($element[@v:n][@v:id][not(ancestor::*[@v:editorial])])"/>
  </xsl:function>

  <!-- stretches of so many units, each within one division where these are not too many: `place`, `href`,
       `division`, `entries` -->
  <xsl:function name="h:stretches" as="map(xs:string, item()*)*" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="units" as="map(xs:string, element()*)*"
        select="h:units-with-entries($document)"/>
    <xsl:variable name="size" as="xs:integer" select="
        (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)[. * $h:most-stretches ge count($units) or . eq 1000][1]"/>
    <xsl:for-each-group select="$units" group-adjacent="string(?unit/ancestor::*[h:is-division(.)][1]/generate-id())">
      <xsl:for-each-group select="current-group()" group-adjacent="(position() - 1) idiv $size">
        <xsl:variable name="first" as="element()" select="?unit"/>
        <xsl:variable name="last" as="element()" select="current-group()[last()]?unit"/>
        <xsl:sequence select="map {
            'place': l:label(if ($first/@v:is = 'verse') then 'html.place.line' else 'html.place.paragraph',
                             string-join(distinct-values(($first/@v:n, $last/@v:n)), '–')),
            'href': h:reading-page($document) || '#' || encode-for-uri($first/@v:id),
            'division': $first/ancestor::*[h:is-division(.)][1],
            'entries': current-group()?entries }"/>
      </xsl:for-each-group>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="h:table-of-variants" as="element(table)" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="sigla" as="xs:string+" select="h:sigla($document)"/>
    <xsl:variable name="rows" as="map(xs:string, item()*)+" select="h:stretches($document)"/>
    <xsl:variable name="counts" as="map(xs:string, xs:integer)+" select="$rows ! h:departures-in(?entries)"/>
    <xsl:variable name="most" as="xs:integer" select="max((1, $counts ! (for $siglum in $sigla return .($siglum))))"/>
    <xsl:variable name="most-entries" as="xs:integer" select="max((1, $rows ! count(?entries)))"/>
    <table class="variants">
      <thead>
        <tr>
          <th scope="col">{l:label('html.variants.place')}</th>
          <th scope="col">{l:label('html.compare.all')}</th>
          <xsl:for-each select="$sigla">
            <th scope="col"><a href="{h:witness-page($document, .)}">{v:printed(., root($document))}</a></th>
          </xsl:for-each>
        </tr>
      </thead>
      <xsl:for-each-group select="1 to count($rows)" group-adjacent="string($rows[current()]?division/generate-id())">
        <tbody>
          <xsl:sequence select="$rows[current()]?division ! h:row-of-division(., count($sigla) + 2)"/>
          <xsl:for-each select="current-group()">
            <xsl:variable name="row" as="map(*)" select="$rows[current()]"/>
            <xsl:variable name="found" as="map(xs:string, xs:integer)" select="$counts[current()]"/>
            <tr>
              <th scope="row"><a href="{$row?href}">{$row?place}</a></th>
              <td class="all"><span style="inline-size: {round(100 * count($row?entries) div $most-entries)}%"></span>{count($row?entries)}</td>
              <xsl:sequence select="$sigla ! h:shaded($found(.), $most)"/>
            </tr>
          </xsl:for-each>
        </tbody>
      </xsl:for-each-group>
    </table>
  </xsl:function>

  <xsl:function name="h:row-of-division" as="element(tr)" xpath-default-namespace="">
    <xsl:param name="division" as="element()"/>
    <xsl:param name="columns" as="xs:integer"/>
    <tr class="of-division">
      <th scope="rowgroup" colspan="{$columns}">
        <xsl:sequence select="h:language-of-title(root($division)/*)"/>
        <xsl:apply-templates select="$division/*[@v:is = 'heading']" mode="plain"/>
        <xsl:text>{(h:number-of-division($division)/@v:says, $division/@v:called ! v:curl(., ' '))[1]}</xsl:text>
      </th>
    </tr>
  </xsl:function>

  <!-- by sigla, in how many of the entries each departs -->
  <xsl:function name="h:departures-in" as="map(xs:string, xs:integer)">
    <xsl:param name="entries" as="element(app)*"/>
    <xsl:map>
      <xsl:for-each-group select="$entries ! distinct-values(rdg/@v:reads/tokenize(.))" group-by=".">
        <xsl:map-entry key="current-grouping-key()" select="count(current-group())"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:function name="h:shaded" as="element(td)" xpath-default-namespace="">
    <xsl:param name="count" as="xs:integer?"/>
    <xsl:param name="most" as="xs:integer"/>
    <td>
      <xsl:if test="$count">
        <xsl:attribute name="class" select="'shade-' || xs:integer(ceiling($h:shades * $count div $most))"/>
      </xsl:if>
      <xsl:text>{($count, '·')[1]}</xsl:text>
    </td>
  </xsl:function>
</xsl:stylesheet>
