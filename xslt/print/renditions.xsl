<?xml version="1.0" encoding="UTF-8"?>
<!-- How words look and how blocks are set: for each word of the model the template
     edition.typ has a function of its own. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <!-- the words that say how a block is set on the page; a part of a line has no place of its own -->
  <xsl:variable name="t:placings" static="yes" as="xs:string+"
      select="'centered', 'right', 'left', 'justified', 'indented', 'first-line'"/>

  <xsl:function name="t:placing" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        tokenize($element/@v:rendition)[. = $t:placings],
        $element/@v:steps ! ((2 to xs:integer(.)) ! 'indented')"/>
  </xsl:function>

  <!-- how the words of an element look: what the elements around it still ask for, and its own -->
  <xsl:function name="t:looks" as="xs:string*">
    <xsl:param name="around" as="xs:string*"/>
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/@v:rendition)
        then distinct-values(($around, tokenize($element/@v:rendition)[not(. = $t:placings)]))
        else $around"/>
  </xsl:function>

  <!-- the start of a call that gives what stands in it a look; the first word is outermost -->
  <xsl:function name="t:look" as="xs:string">
    <xsl:param name="words" as="xs:string*"/>
    <xsl:sequence select="
        if (empty($words)) then ''
        else '#look(' || string-join($words ! t:string(.), ', ') || ')['"/>
  </xsl:function>

  <!-- a block, and how it is set. The cells of a table and the items of a list have its look.
       Tunnel parameter: `look`, what the elements around the next words ask for -->
  <xsl:template match="*[@v:rendition][@v:block][not(@v:is = ('opening', 'closing'))]" mode="content"
      priority="12" as="text()*">
    <xsl:param name="look" as="xs:string*" select="()" tunnel="yes"/>
    <xsl:variable name="placing" as="xs:string*" select="t:placing(.)"/>
    <xsl:text>{'&#10;'[exists($placing)]}{t:look($placing)}</xsl:text>
    <xsl:next-match>
      <xsl:with-param name="look" tunnel="yes"
          select="if (@v:is = ('list', 'bibliography', 'table')) then t:looks($look, .) else $look"/>
    </xsl:next-match>
    <xsl:text>{']&#10;'[exists($placing)]}</xsl:text>
  </xsl:template>

  <!-- what an element holds, in the look of its words. In a PDF for all readers no emphasis goes
       across blocks: each block in it has the look itself -->
  <xsl:template name="t:words" as="text()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:param name="look" as="xs:string*" select="()" tunnel="yes"/>
    <xsl:variable name="words" as="xs:string*" select="t:looks($look, .)"/>
    <xsl:choose>
      <xsl:when test="empty($words)">
        <xsl:apply-templates select="$content" mode="content"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$content" group-adjacent="t:is-of-line(.)">
          <xsl:variable name="run" as="xs:boolean"
              select="current-grouping-key() and t:is-seen(current-group())"/>
          <xsl:text>{t:look($words[$run])}</xsl:text>
          <xsl:apply-templates select="current-group()" mode="content">
            <xsl:with-param name="look" tunnel="yes" select="$words[not($run)]"/>
          </xsl:apply-templates>
          <xsl:text>{']'[$run]}</xsl:text>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- whether a node is part of a line, and nothing but that -->
  <xsl:function name="t:is-of-line" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        not($node instance of element()) or $node/@v:is = 'note'
        or (empty($node/@v:block) or t:has-lines($node/..)) and t:is-run($node)"/>
  </xsl:function>

  <xsl:function name="t:is-seen" as="xs:boolean">
    <xsl:param name="run" as="node()*"/>
    <xsl:sequence select="exists($run/self::*) or normalize-space(string-join($run)) ne ''"/>
  </xsl:function>
</xsl:stylesheet>
