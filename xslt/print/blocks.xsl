<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse, drama, quotations, lists, tables, figures, openings and closings. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- a call with one content argument, on lines of its own -->
  <xsl:template name="t:block" as="text()*">
    <xsl:param name="call" as="xs:string"/>
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:text>&#10;#{$call}[</xsl:text>
    <xsl:apply-templates select="$content" mode="content"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:lg" mode="content" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'stanza'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:l" mode="content" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'verse(' || t:argument('n', @v:n) || ')'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:sp" mode="content" as="text()*">
    <xsl:text>&#10;#speech[</xsl:text>
    <xsl:apply-templates select="tei:speaker" mode="words"/>
    <xsl:text>][</xsl:text>
    <xsl:apply-templates select="node() except tei:speaker" mode="content"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- what an element holds, whatever the element itself would be -->
  <xsl:mode name="words" on-no-match="fail"/>
  <xsl:template match="*" mode="words" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- a list of witnesses that is part of the text -->
  <xsl:template match="tei:text//tei:listWit" mode="content" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <xsl:template match="tei:text//tei:witness" mode="content" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'unit'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:stage" mode="content" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'stage'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:stage[v:is-run(.)][not(v:holds-blocks(..))]" mode="content" as="text()*">
    <xsl:text>#emph[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="(tei:quote | tei:cit | tei:q | tei:said)[v:holds-blocks(.) or v:holds-blocks(..)]"
      mode="content" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'quotation'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:cit/tei:quote" mode="content" priority="2" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- a group ends with its item: marks between items belong to the item after them -->
  <xsl:template match="tei:list | tei:listBibl" mode="content" as="text()*">
    <xsl:apply-templates select="tei:head" mode="content"/>
    <xsl:variable name="labels" as="xs:boolean" select="exists(tei:label)"/>
    <xsl:variable name="call" as="xs:string" select="
        if ($labels) then 'labelled-items('
        else if (matches(string-join((@rend, @type), ' '), 'order|number')
                 and not(matches(string-join((@rend, @type), ' '), 'unorder')))
        then 'items(ordered: true, ' else 'items('"/>
    <xsl:text>&#10;#{$call}</xsl:text>
    <xsl:for-each-group select="* except tei:head"
        group-ending-with="tei:item | tei:bibl | tei:biblStruct">
      <xsl:text>{if ($labels) then '([' else '['}</xsl:text>
      <xsl:if test="$labels">
        <xsl:apply-templates select="current-group()[self::tei:label]" mode="words"/>
        <xsl:text>], [</xsl:text>
      </xsl:if>
      <xsl:apply-templates select="current-group()[not(self::tei:label)]" mode="listed"/>
      <xsl:text>{if ($labels) then ']), ' else '], '}</xsl:text>
    </xsl:for-each-group>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <!-- entries of a register that stands in the text -->
  <xsl:template match="tei:listPerson | tei:listPlace | tei:listOrg | tei:listEvent
      | tei:listObject | tei:listNym" mode="content" as="text()*">
    <xsl:apply-templates select="tei:head" mode="content"/>
    <xsl:text>&#10;#items({string-join(
        (* except tei:head) ! v:sentence(t:prose(.)) ! ('[' || . || '], '))})&#10;</xsl:text>
  </xsl:template>

  <!-- descriptions made of parts -->
  <xsl:template match="tei:biblStruct | tei:biblFull | tei:msDesc | tei:object" mode="content"
      as="text()*">
    <xsl:variable name="block" as="xs:boolean" select="v:holds-blocks(..)"/>
    <xsl:text>{if ($block) then '&#10;#unit[' else ''}</xsl:text>
    <xsl:text>{t:prose(.)}</xsl:text>
    <xsl:text>{if ($block) then ']&#10;' else ''}</xsl:text>
  </xsl:template>

  <!-- an item as what it holds; everything else as itself -->
  <xsl:mode name="listed" on-no-match="fail"/>
  <xsl:template match="tei:item" mode="listed" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>
  <xsl:template match="*" mode="listed" as="text()*">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>

  <xsl:template match="tei:table" mode="content" as="text()*">
    <xsl:apply-templates select="tei:head" mode="content"/>
    <xsl:variable name="header" as="element(tei:row)*"
        select="tei:row[@role = 'label'][not(preceding-sibling::tei:row[not(@role = 'label')])]"/>
    <xsl:text>&#10;#rows({t:columns(tei:row, (), 1)}, header: (</xsl:text>
    <xsl:apply-templates select="$header/tei:cell" mode="cell"/>
    <xsl:text>), </xsl:text>
    <xsl:apply-templates select="(tei:row except $header)/tei:cell" mode="cell"/>
    <xsl:text>)&#10;</xsl:text>
    <xsl:apply-templates select="* except (tei:head | tei:row | tei:row/t:marks-before(.))"
        mode="content"/>
  </xsl:template>

  <!-- a cell as an argument of its table, with its spans -->
  <xsl:mode name="cell" on-no-match="fail"/>
  <xsl:template match="tei:cell" mode="cell" as="text()*">
    <xsl:variable name="spans" as="xs:string" select="t:arguments((
        if (t:span(@cols) gt 1) then 'cols: ' || t:span(@cols) else '',
        if (t:span(@rows) gt 1) then 'rows: ' || t:span(@rows) else ''))"/>
    <xsl:text>cell({$spans})[</xsl:text>
    <xsl:apply-templates select="..[tei:cell[1] is current()]/t:marks-before(.)" mode="content"/>
    <xsl:apply-templates mode="content"/>
    <xsl:text>], </xsl:text>
  </xsl:template>

  <!-- where entries and witnesses begin and end between rows: in the row after -->
  <xsl:function name="t:marks-before" as="element()*">
    <xsl:param name="row" as="element()"/>
    <xsl:sequence select="
        $row/preceding-sibling::*[1][self::tei:seg or self::tei:anchor] ! (t:marks-before(.), .)"/>
  </xsl:function>

  <xsl:function name="t:span" as="xs:integer">
    <xsl:param name="span" as="attribute()?"/>
    <xsl:sequence select="if (matches($span, '^[1-9]\d?$')) then xs:integer($span) else 1"/>
  </xsl:function>

  <!-- the columns the widest row needs. `reaching`: how many rows more each cell of the rows
       above reaches down, once for each of its columns -->
  <xsl:function name="t:columns" as="xs:integer">
    <xsl:param name="rows" as="element(tei:row)*"/>
    <xsl:param name="reaching" as="xs:integer*"/>
    <xsl:param name="widest" as="xs:integer"/>
    <xsl:variable name="cells" as="xs:integer*" select="
        head($rows)/tei:cell ! (for $column in 1 to t:span(@cols) return t:span(@rows))"/>
    <xsl:variable name="all" as="xs:integer*" select="$reaching, $cells"/>
    <xsl:sequence select="
        if (empty($rows)) then $widest
        else t:columns(tail($rows), $all[. gt 1] ! (. - 1), max(($widest, count($all))))"/>
  </xsl:function>

  <xsl:template match="tei:figure" mode="content" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'picture'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:graphic | tei:media" mode="content" as="text()*">
    <xsl:if test="not(../tei:figDesc)">
      <xsl:text>{t:curled(l:label('print.picture', string(@url)))}</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:figDesc" mode="content" as="text()*">
    <xsl:text>&#10;#unit[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:opener" mode="content" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'opener'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:closer" mode="content" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'closer'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- the closing of a paragraph is set with it, so that it never stands alone on a page -->
  <xsl:mode name="closing" on-no-match="fail"/>

  <xsl:template match="tei:closer" mode="closing" as="text()*">
    <xsl:text>#closing[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="tei:closer[t:closes(preceding-sibling::*[1])]" mode="content" priority="2"
      as="empty-sequence()"/>

  <xsl:function name="t:closes" as="xs:boolean">
    <xsl:param name="paragraph" as="element()?"/>
    <xsl:sequence select="exists($paragraph[self::tei:p or self::tei:ab][@v:n]
        [not(v:holds-blocks(.))])"/>
  </xsl:function>

  <!-- lines of an opening or closing that stand among words -->
  <xsl:template match="tei:dateline | tei:salute | tei:signed | tei:address | tei:addrLine"
      mode="content" as="text()*">
    <xsl:value-of select="'#source-line()'[v:begins-line(current())]"/>
    <xsl:apply-templates mode="content"/>
    <xsl:value-of select="'#source-line()'[v:ends-line(current())]"/>
  </xsl:template>

  <!-- and of one that holds nothing else: a line each, the parts of a date line in one; where the
       source breaks the line itself, once is enough -->
  <xsl:template mode="content" priority="30" as="text()*" match="
      (tei:opener | tei:closer | tei:address | tei:dateline)/*[v:holds-parts(..)][v:is-part(.)]">
    <xsl:variable name="before" as="element()*" select="preceding-sibling::*[v:is-part(.)]"/>
    <xsl:if test="exists($before) and not(preceding-sibling::*[1]/self::tei:lb)">
      <xsl:value-of select="if (parent::tei:dateline) then '#blank()' else '#source-line()'"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="tei:byline | tei:trailer | tei:docTitle | tei:titlePart | tei:docAuthor
      | tei:docImprint | tei:docDate | tei:docEdition | tei:imprimatur | tei:castItem
      | tei:castGroup | tei:epigraph[text()[normalize-space()]]"
      mode="content" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'unit'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="(tei:dateline | tei:salute | tei:signed | tei:address)[v:holds-blocks(..)]"
      mode="content" as="text()*">
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="'unit'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
