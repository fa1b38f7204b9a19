<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines of the source, and lines that are made of parts. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- whether words run on where a line of the source ends: in prose, and in a printed entry -->
  <xsl:function name="v:runs-on" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence
        select="exists($break/(ancestor::*/@v:prose | ancestor::v:printed-entry))"/>
  </xsl:function>

  <!-- whether a line of the source that ends here is one of ours; a word that the end of a line
       divides is whole again -->
  <xsl:function name="v:keeps-line" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        exists($node[@v:break = 'line'][not(@v:within-word)]) and not(v:runs-on($node))"/>
  </xsl:function>

  <!-- whether an element is a part of the line it stands in -->
  <xsl:function name="v:is-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        normalize-space($element) ne ''
        and not($element/@v:is = ('note', 'punctuation', 'generated', 'silent'))"/>
  </xsl:function>

  <!-- whether a part follows another one in the same line -->
  <xsl:function name="v:follows-part" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        exists($part/preceding-sibling::*[v:is-part(.)])
        and not($part/preceding-sibling::*[1]/@v:break = 'line')"/>
  </xsl:function>
</xsl:stylesheet>
