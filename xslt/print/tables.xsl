<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'table']" mode="content" as="text()*">
    <xsl:variable name="captions" as="element()*" select="*[@v:is = 'caption']"/>
    <xsl:variable name="rows" as="element()*" select="*[@v:is = 'row']"/>
    <xsl:variable name="first" as="element()?" select="$rows[not(@role = 'label')][1]"/>
    <xsl:variable name="header" as="element()*"
        select="$rows[if ($first) then . &lt;&lt; $first else true()]"/>
    <xsl:apply-templates select="$captions" mode="content"/>
    <xsl:text>&#10;#rows({t:columns($rows, (), 1)}, {'repeat: false, '[t:holds-links($header)]}header: (</xsl:text>
    <xsl:apply-templates select="$header/*[@v:is = 'cell']" mode="cell"/>
    <xsl:text>), </xsl:text>
    <xsl:apply-templates select="($rows except $header)/*[@v:is = 'cell']" mode="cell"/>
    <xsl:text>)&#10;</xsl:text>
    <xsl:apply-templates select="* except ($captions, $rows, $rows/t:marks-before(.))"
        mode="content"/>
  </xsl:template>

  <!-- whether rows hold anything that leads to another place: where they are repeated at the top of a
       page, they are no part of the text, and in a PDF for all readers such parts hold no links -->
  <xsl:function name="t:holds-links" as="xs:boolean">
    <xsl:param name="rows" as="element()*"/>
    <xsl:sequence select="
        exists($rows/descendant::*[@v:entries or @v:entity or @v:mention
                                   or @v:is = ('note', 'reference', 'pointer', 'anchor')])"/>
  </xsl:function>

  <!-- a cell as an argument of its table, with its spans -->
  <xsl:mode name="cell" on-no-match="fail"/>
  <xsl:template match="*" mode="cell" as="text()*">
    <xsl:param name="look" as="xs:string*" select="()" tunnel="yes"/>
    <xsl:variable name="spans" as="xs:string" select="t:arguments((
        if (t:span(@cols) gt 1) then 'cols: ' || t:span(@cols) else '',
        if (t:span(@rows) gt 1) then 'rows: ' || t:span(@rows) else ''))"/>
    <xsl:text>cell({$spans})[</xsl:text>
    <xsl:apply-templates select="..[*[@v:is = 'cell'][1] is current()]/t:marks-before(.)"
        mode="content"/>
    <xsl:apply-templates select="." mode="content">
      <xsl:with-param name="look" tunnel="yes" select="t:looks($look, ..)"/>
    </xsl:apply-templates>
    <xsl:text>], </xsl:text>
  </xsl:template>

  <!-- where entries and witnesses begin and end between rows: in the row after -->
  <xsl:function name="t:marks-before" as="element()*">
    <xsl:param name="row" as="element()"/>
    <xsl:sequence select="
        $row/preceding-sibling::*[1][@v:entries or @v:is = 'anchor'] ! (t:marks-before(.), .)"/>
  </xsl:function>

  <xsl:function name="t:span" as="xs:integer">
    <xsl:param name="span" as="attribute()?"/>
    <xsl:sequence select="if (matches($span, '^[1-9]\d?$')) then xs:integer($span) else 1"/>
  </xsl:function>

  <!-- the columns the widest row needs. `reaching`: how many rows more each cell of the rows
       above reaches down, once for each of its columns -->
  <xsl:function name="t:columns" as="xs:integer">
    <xsl:param name="rows" as="element()*"/>
    <xsl:param name="reaching" as="xs:integer*"/>
    <xsl:param name="widest" as="xs:integer"/>
    <xsl:variable name="cells" as="xs:integer*" select="
        head($rows)/*[@v:is = 'cell'] ! (for $column in 1 to t:span(@cols) return t:span(@rows))"/>
    <xsl:variable name="all" as="xs:integer*" select="$reaching, $cells"/>
    <xsl:sequence select="
        if (empty($rows)) then $widest
        else t:columns(tail($rows), $all[. gt 1] ! (. - 1), max(($widest, count($all))))"/>
  </xsl:function>
</xsl:stylesheet>
