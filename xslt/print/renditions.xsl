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
      select="'centered', 'right', 'left', 'justified', 'indented'"/>

  <xsl:function name="t:placing" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@v:rendition)[. = $t:placings]"/>
  </xsl:function>

  <!-- a call that gives what stands in it a look; the first word is outermost -->
  <xsl:function name="t:look" as="xs:string">
    <xsl:param name="words" as="xs:string+"/>
    <xsl:sequence select="'#look(' || string-join($words ! t:string(.), ', ') || ')['"/>
  </xsl:function>

  <!-- a block and how it is set. An opening and a closing have a place of their own, which gives
       way: it is told within them -->
  <xsl:template match="*[@v:rendition][@v:block][not(@v:is = ('opening', 'closing'))]" mode="content"
      priority="12" as="text()*">
    <xsl:variable name="placing" as="xs:string*" select="t:placing(.)"/>
    <xsl:text>{if (exists($placing)) then '&#10;' || t:look($placing) else ''}</xsl:text>
    <xsl:next-match/>
    <xsl:text>{']&#10;'[exists($placing)]}</xsl:text>
  </xsl:template>

  <!-- what an element holds, in the look of its words. In a PDF for all readers no emphasis goes across
       blocks: each block in it has the look itself.
       `placed`: here the element's place is told, too; `look`: what the elements around it ask for -->
  <xsl:template name="t:words" as="text()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:param name="placed" as="xs:boolean" select="false()"/>
    <xsl:param name="look" as="xs:string*" select="()" tunnel="yes"/>
    <xsl:variable name="words" as="xs:string*" select="
        if (@v:rendition)
        then distinct-values(($look, tokenize(@v:rendition)[$placed or not(. = $t:placings)]))
        else $look"/>
    <xsl:choose>
      <xsl:when test="empty($words)">
        <xsl:apply-templates select="$content" mode="content"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$content" group-adjacent="t:is-of-line(.)">
          <xsl:variable name="run" as="xs:boolean" select="
              current-grouping-key() and (current-group()/self::* or normalize-space(string-join(current-group())))"/>
          <xsl:text>{if ($run) then t:look($words) else ''}</xsl:text>
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
        not($node instance of element())
        or $node/@v:is = 'note' or empty($node/@v:block) and v:is-run($node)"/>
  </xsl:function>
</xsl:stylesheet>
