<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a number in the text, and after it the notes. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    exclude-result-prefixes="#all">

  <!-- what no word stands before stands before no word -->
  <xsl:template match="*[@v:is = 'note']" mode="string" as="xs:string?">
    <xsl:param name="numbered" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:if test="@v:n and $numbered">
      <xsl:sequence select="
          '(' || @v:n || ')' || ' '[not(matches(current()/preceding-sibling::node()[1], '\S$'))]
                                  [matches(current()/following-sibling::node()[1], '^[\p{L}\p{N}]')]"/>
    </xsl:if>
  </xsl:template>

  <!-- the notes between blocks that follow a block of words: their numbers end its last line -->
  <xsl:function name="p:notes-after" as="element()*">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="next" as="element()?"
        select="$block/following-sibling::node()[1][p:follows-words(.)]"/>
    <xsl:sequence select="$next, $next ! p:notes-after(.)"/>
  </xsl:function>

  <xsl:function name="p:follows-words" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="before" as="node()?"
        select="$node[@v:is = 'note']/preceding-sibling::node()[1]"/>
    <xsl:sequence select="
        exists($before)
        and ($before/@v:block = 'words' and not($before/@v:is = ('verse', 'cell', 'description'))
             or p:follows-words($before))"/>
  </xsl:function>

  <!-- a note with its number; its blocks, numbers left out, on lines of their own -->
  <xsl:mode name="note" on-no-match="fail"/>

  <xsl:template match="*[@v:is = 'note']" mode="note" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:call-template name="p:block"/>
    </xsl:variable>
    <xsl:sequence select="'(' || @v:n || ') ' || string-join($blocks[. ne ''], '&#10;    ')"/>
  </xsl:template>
</xsl:stylesheet>
