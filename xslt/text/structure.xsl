<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of the text as paragraphs of plain text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what stands on lines of its own -->
  <xsl:variable name="v:block-names" static="yes" as="map(xs:string, xs:boolean)"
      select="map:merge(tokenize('
      p ab lg l div div1 div2 div3 div4 div5 div6 div7 head list item label sp spGrp speaker table row
      body front back text group floatingText listBibl docTitle titlePart titlePage byline docAuthor
      docDate docEdition docImprint biblStruct biblFull msDesc listPerson listPlace listOrg listEvent
      listObject listNym listWit witness object person personGrp place org event imprimatur argument epigraph castList castItem castGroup figure
      figDesc opener closer dateline salute signed address addrLine trailer postscript')
      ! map { . : true() })"/>

  <!-- whether a node stands on lines of its own: by its name, or because it holds such -->
  <xsl:function name="v:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($node)"/>
    <xsl:sequence select="
        if ($name eq '' or $name eq 'note') then false()
        else if ($name eq 'label') then exists($node/parent::tei:list)
        else if ($name eq 'bibl') then exists($node/parent::tei:listBibl)
        else map:contains($v:block-names, $name)
             or exists($node/*[map:contains($v:block-names, local-name())][v:is-block(.)])"/>
  </xsl:function>

  <!-- the blocks below an element, each a string; `numbered` sets their numbers before them -->
  <xsl:function name="v:blocks" as="xs:string*">
    <xsl:param name="parent" as="element()?"/>
    <xsl:param name="numbered" as="xs:boolean"/>
    <xsl:apply-templates select="$parent" mode="blocks">
      <xsl:with-param name="numbered" tunnel="yes" select="$numbered"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- 1  what stands between blocks, up to the next, is one string, its line breaks kept
       2  blocks follow in their order, however deep they stand
       3  notes are printed elsewhere; parts for machines are not
       Tunnel parameter: `numbered`. -->
  <xsl:mode name="blocks" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="*" mode="blocks" priority="-1" as="xs:string*">
    <xsl:call-template name="v:runs"/>
  </xsl:template>

  <!-- `before` is set before the first string -->
  <xsl:template name="v:runs" as="xs:string*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:for-each-group select="node()" group-adjacent="v:is-block(.)">
      <xsl:variable name="strings" as="xs:string*">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="blocks"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="v:run"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:sequence select="
          if (position() eq 1) then ($before || $strings[1], tail($strings)) else $strings"/>
    </xsl:for-each-group>
    <xsl:sequence select="$before[empty(current()/node())]"/>
  </xsl:template>

  <!-- the nodes of the current group as one string -->
  <xsl:template name="v:run" as="xs:string?">
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="current-group()" mode="string"/>
    </xsl:variable>
    <xsl:sequence select="v:trimmed(string-join($parts))[. ne '']"/>
  </xsl:template>

  <!-- without white space at its ends; a regular expression would look at every character -->
  <xsl:function name="v:trimmed" as="xs:string">
    <xsl:param name="string" as="xs:string"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($string)"/>
    <xsl:sequence select="
        if ($string eq '') then ''
        else if (normalize-space(substring($string, 1, 1)) eq '')
          then v:trimmed(substring($string, 2))
        else if (normalize-space(substring($string, $length)) eq '')
          then v:trimmed(substring($string, 1, $length - 1))
        else $string"/>
  </xsl:function>

  <xsl:template match="tei:note | tei:listApp | tei:teiHeader | tei:standOff | tei:index | tei:interp
      | tei:interpGrp | tei:spanGrp | tei:linkGrp | tei:joinGrp | tei:altGrp | tei:facsimile
      | tei:sourceDoc" mode="blocks" priority="1"/>

  <xsl:template match="tei:p[@v:n] | tei:ab[@v:n]" mode="blocks" as="xs:string*">
    <xsl:param name="numbered" as="xs:boolean" tunnel="yes"/>
    <xsl:call-template name="v:runs">
      <xsl:with-param name="before" select="('[' || @v:n || '] ')[$numbered], ''[not($numbered)]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- verses that follow each other are one string of lines -->
  <xsl:template match="tei:lg[tei:l]" mode="blocks" as="xs:string*">
    <xsl:for-each-group select="* | text()[normalize-space()]"
        group-adjacent="exists(self::tei:l) or not(v:is-block(.))">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:variable name="lines" as="xs:string*">
            <xsl:apply-templates select="current-group()" mode="line-of-verse"/>
          </xsl:variable>
          <xsl:sequence select="string-join($lines[. ne ''], '&#10;')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()" mode="#current"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- the lines of an opening or closing -->
  <xsl:template match="tei:opener | tei:closer | tei:address" mode="blocks" as="xs:string">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:call-template name="v:runs"/>
    </xsl:variable>
    <xsl:sequence select="string-join($lines[. ne ''], '&#10;')"/>
  </xsl:template>

  <xsl:template match="tei:row" mode="blocks" as="xs:string">
    <xsl:variable name="cells" as="xs:string*">
      <xsl:apply-templates select="tei:cell" mode="line-of-verse"/>
    </xsl:variable>
    <xsl:sequence select="string-join($cells, '&#9;')"/>
  </xsl:template>

  <xsl:template match="tei:item" mode="blocks" as="xs:string*">
    <xsl:call-template name="v:runs">
      <xsl:with-param name="before" select="'- '"/>
    </xsl:call-template>
  </xsl:template>

  <!-- descriptions made of parts -->
  <xsl:template mode="blocks" as="xs:string" match="tei:person | tei:personGrp | tei:place | tei:org
      | tei:event | tei:object | tei:biblStruct | tei:biblFull | tei:msDesc">
    <xsl:sequence select="v:description(.)"/>
  </xsl:template>

  <!-- a verse or a cell is one string, whatever stands in it -->
  <xsl:mode name="line-of-verse" on-no-match="fail"/>
  <xsl:template match="node()" mode="line-of-verse" as="xs:string">
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="." mode="string"/>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:template>
</xsl:stylesheet>
