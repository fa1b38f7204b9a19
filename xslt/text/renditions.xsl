<?xml version="1.0" encoding="UTF-8"?>
<!-- Where blocks stand on their lines: indented, in the middle, or at the right. How words look is not
     seen in plain text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <!-- the characters of a line -->
  <xsl:variable name="p:width" as="xs:integer" select="72"/>

  <xsl:template match="*[@v:block][not(@v:is = 'cell')][p:placing(.)]" mode="blocks single-line" priority="10" as="xs:string*">
    <xsl:variable name="strings" as="xs:string*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:variable name="placing" as="xs:string" select="p:placing(.)"/>
    <!-- the number of a paragraph stands where lines begin -->
    <xsl:variable name="number" as="xs:string" select="replace(string(@v:n), '([\\.\[\](){}?*+|^$-])', '\\$1')"/>
    <xsl:variable name="steps" as="xs:integer" select="xs:integer((@v:steps, 1)[1])"/>
    <xsl:sequence select="
        if ($placing eq 'first-line') then (head($strings) ! p:placed(., 'indented', 1), tail($strings))
        else $strings ! string-join(tokenize(., '\n') ! p:placed(., $placing, $steps), '&#10;')
               ! (if ($placing = ('centered', 'right')) then replace(., '^( *)(\[' || $number || '\] )', '$2$1') else .)"/>
  </xsl:template>

  <xsl:function name="p:placing" as="xs:string?">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        tokenize($block/@v:rendition)[. = ('indented', 'first-line', 'centered', 'right')][1]"/>
  </xsl:function>

  <!-- a line with the spaces before it -->
  <xsl:function name="p:placed" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="placing" as="xs:string"/>
    <xsl:param name="steps" as="xs:integer"/>
    <xsl:variable name="room" as="xs:integer" select="max((0, $p:width - string-length($line)))"/>
    <xsl:variable name="spaces" as="xs:integer" select="
        if ($line eq '') then 0 else if ($placing eq 'indented') then 4 * $steps
        else if ($placing eq 'centered') then $room idiv 2 else $room"/>
    <xsl:sequence select="string-join((1 to $spaces) ! ' ') || $line"/>
  </xsl:function>
</xsl:stylesheet>
