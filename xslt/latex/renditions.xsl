<?xml version="1.0" encoding="UTF-8"?>
<!-- How words look: a command for each word of the model's closed set. Those that are no standard
     commands of LaTeX are defined in the preamble. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- of words -->
  <xsl:variable name="x:renditions" as="map(xs:string, xs:string)" static="yes" select="map {
      'italic': '\textit{',
      'upright': '\textup{',
      'bold': '\textbf{',
      'small-capitals': '\textsc{',
      'superscript': '\textsuperscript{',
      'subscript': '\textsubscript{',
      'underlined': '\editionunderlined{',
      'double-underlined': '\editiondoubleunderlined{',
      'overlined': '\editionoverlined{',
      'struck': '\editionstruck{',
      'spaced': '\editionspaced{',
      'monospace': '\texttt{',
      'large': '\editionlarge{',
      'small': '\editionsmall{' }"/>

  <!-- of paragraphs -->
  <xsl:variable name="x:settings" as="map(xs:string, xs:string)" static="yes" select="map {
      'centered': '\editioncentered{}',
      'right': '\editionright{}',
      'left': '\editionleft{}',
      'justified': '\editionjustified{}' }"/>

  <!-- how an element is to look -->
  <xsl:function name="x:look" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        tokenize(($element/@v:rendition, $x:look-of-drama($element/@v:is))[1])"/>
  </xsl:function>

  <!-- how a block is to look, the blocks around it before itself -->
  <xsl:function name="x:look-around" as="xs:string*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        $block/ancestor-or-self::*[@v:rendition or @v:is = ('speaker', 'stage')] ! x:look(.)"/>
  </xsl:function>

  <!-- the beginnings of the commands for words -->
  <xsl:function name="x:commands" as="xs:string*">
    <xsl:param name="look" as="xs:string*"/>
    <xsl:sequence select="$look ! $x:renditions(.)"/>
  </xsl:function>

  <!-- the commands for a paragraph -->
  <xsl:function name="x:setting" as="xs:string">
    <xsl:param name="look" as="xs:string*"/>
    <xsl:sequence select="
        string-join(('\editionindented{}'[$look = 'indented'], '\editionfirstline{}'[$look = 'first-line'], ($look ! $x:settings(.))[last()]))"/>
  </xsl:function>

  <xsl:template match="*[@v:rendition or @v:is = ('speaker', 'stage')][not(@v:is = 'note')][node()]"
      mode="content" priority="18" as="text()*">
    <xsl:param name="capitals" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="look" as="xs:string*" select="x:look(.)"/>
    <xsl:value-of select="x:commands($look)" separator=""/>
    <xsl:next-match>
      <xsl:with-param name="capitals" tunnel="yes" select="$capitals or $look = 'capitals'"/>
    </xsl:next-match>
    <xsl:value-of select="x:commands($look) ! '}'" separator=""/>
  </xsl:template>
</xsl:stylesheet>
