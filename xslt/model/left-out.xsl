<?xml version="1.0" encoding="UTF-8"?>
<!-- What the model leaves out on purpose: the rows of left-out.xml say what and why, and no other
     rule of this mode leaves words out. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="v:left-out" as="xs:string" static="yes" xmlns:v="urn:variorum:model" select="
      string-join(
      doc('left-out.xml')/left-out/row[@model = 'true'] ! (
        @match ! string(), @elements ! ('tei:text//(tei:' || string-join(tokenize(.), ' | tei:') || ')')),
      ' | ')"/>

  <!-- places of the source, and notes for readers, are not left out with what they stand in -->
  <xsl:template _match="{$v:left-out}" mode="reading-text" priority="7" as="node()*"
      xmlns:v="urn:variorum:model">
    <xsl:apply-templates mode="#current" select="
        descendant::*[self::tei:anchor or self::tei:pb or self::tei:cb or self::tei:gb or self::tei:note]
          [not(ancestor::tei:note[ancestor::* intersect current()])]"/>
  </xsl:template>
</xsl:stylesheet>
