<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of an element as one line of their own, such as a heading in a table of contents: without
     notes, and what stands on several lines or side by side is not joined. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:function name="v:words-alone" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/*) then v:joined-words(v:nodes-of-words($element)) else normalize-space($element)"/>
  </xsl:function>

  <!-- the texts of an element, and what sets them apart, in their order -->
  <xsl:function name="v:nodes-of-words" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element//(text() | *[v:sets-apart(.)])
        [not(ancestor-or-self::*[. &gt;&gt; $element][@v:is = ('note', 'silent')])]"/>
  </xsl:function>

  <xsl:function name="v:joined-words" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="
        normalize-space(string-join($nodes ! (
          if (self::*) then ' '
          else if (preceding-sibling::node()[1]/@v:block) then ' ' || .
          else string())))"/>
  </xsl:function>

  <!-- whether the words before an element, or at its beginning, are not those after it: a block, a space,
       a break that does not divide a word, a part of a line of parts -->
  <xsl:function name="v:sets-apart" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/(@v:block, preceding-sibling::node()[1]/@v:block, .[@v:is = 'space'],
                         @v:break[not($element/@v:within-word)],
                         ../@v:parts[matches($element, '^\s*[\w“‘«(]')]))"/>
  </xsl:function>
</xsl:stylesheet>
