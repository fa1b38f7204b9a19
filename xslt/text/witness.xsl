<?xml version="1.0" encoding="UTF-8"?>
<!-- What a fragmentary witness lacks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- one line in brackets: where the witness begins, what it lacks, where it ends -->
  <xsl:function name="v:missing" as="xs:string?">
    <xsl:param name="model" as="element(tei:TEI)"/>
    <xsl:variable name="siglum" as="xs:string" select="$model/@v:text"/>
    <xsl:variable name="events" as="element(tei:anchor)*" select="
        $model/tei:text//tei:anchor[contains-token(string((@v:absent, @v:present)[1]), $siglum)]"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:for-each-group select="$events" group-starting-with="tei:anchor[@v:absent]">
        <xsl:variable name="from" as="element()?" select="current-group()[@v:absent]"/>
        <xsl:variable name="to" as="element()?" select="current-group()[@v:present][1]"/>
        <xsl:sequence select="
            if (empty($from)) then l:label('text.begins', v:block-number-at($to))
            else if (empty($to)) then l:label('text.ends', v:block-number-at($from))
            else l:label('text.lacuna', ($from, $to) ! v:block-number-at(.))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($said, '; ')[. ne ''] ! ('[' || . || ']')"/>
  </xsl:function>

  <!-- the number of the block a place is in, else of the one after or before it, with its section's -->
  <xsl:function name="v:block-number-at" as="xs:string">
    <xsl:param name="place" as="element(tei:anchor)"/>
    <xsl:variable name="block" as="element()?" select="
        ($place/ancestor::*[@v:n][1], $place/following-sibling::*[@v:n][1],
         $place/preceding-sibling::*[@v:n][1])[1]"/>
    <xsl:sequence select="
        string-join(($place/ancestor::tei:div[@n][1]/@n, $block/@v:n), '.')"/>
  </xsl:function>
</xsl:stylesheet>
