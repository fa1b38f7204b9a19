<?xml version="1.0" encoding="UTF-8"?>
<!-- How lists and their items are marked (TEI P5 3.8): by labels of their own, by numbers, or not at all. Every output
     prints the same mark, @v:mark: it is empty where the words of the item say it, and an item without one has the dash or
     dot of its output. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- the numbers of the items so far, the innermost list first; the number of an item is taken up -->
  <xsl:accumulator name="v:items" as="xs:integer*" initial-value="()">
    <xsl:accumulator-rule match="tei:list" select="0, $value"/>
    <xsl:accumulator-rule match="tei:list" select="tail($value)" phase="end"/>
    <xsl:accumulator-rule match="tei:list/tei:item" select="
        (if (@n castable as xs:integer) then xs:integer(@n) else head($value) + 1), tail($value)"/>
  </xsl:accumulator>

  <xsl:function name="v:list" as="xs:string">
    <xsl:param name="list" as="element()"/>
    <xsl:variable name="told" as="xs:string" select="v:told-of-list($list)"/>
    <xsl:sequence select="
        if ($list/tei:label) then 'labelled'
        else if ($list/tei:item and empty($list/tei:item[not(v:begins-with-label(.))])) then 'plain'
        else if (matches($told, 'number|order|decimal|(lower|upper)-(roman|alpha|latin)') and not(matches($told, 'unorder')))
          then 'numbered'
        else if (matches($told, 'simple|inline|none|plain|run-?in')) then 'plain'
        else 'bulleted'"/>
  </xsl:function>

  <xsl:function name="v:told-of-list" as="xs:string">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="string-join($list/(@rend, @type), ' ')"/>
  </xsl:function>

  <!-- whether an item says itself what it is marked by: `1.` -->
  <xsl:function name="v:begins-with-label" as="xs:boolean">
    <xsl:param name="item" as="element(tei:item)"/>
    <xsl:sequence select="exists($item/node()[self::* or normalize-space()][1]/self::tei:label)"/>
  </xsl:function>

  <!-- in a list with labels an item without one is marked by its own @n -->
  <xsl:template match="tei:list/tei:item[not(v:label-of-item(.))][@n or ../@v:list ne 'labelled']" mode="numbers" as="attribute()?">
    <xsl:variable name="counted" as="xs:string?"
        select="parent::*[@v:list = 'numbered'] ! v:formatted-number(v:told-of-list(.), head(current()/accumulator-before('v:items')))"/>
    <xsl:variable name="mark" as="xs:string?" select="(normalize-space(@n)[. ne ''], $counted)[1] ! v:mark-of-item(.)"/>
    <xsl:if test="exists($mark)">
      <xsl:attribute name="v:mark" select="$mark[not(v:says-mark(current(), $mark))]"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="v:label-of-item" as="element(tei:label)?">
    <xsl:param name="item" as="element(tei:item)"/>
    <xsl:sequence select="$item/preceding-sibling::*[not(@v:is = 'break')][1]/self::tei:label"/>
  </xsl:function>

  <xsl:function name="v:formatted-number" as="xs:string">
    <xsl:param name="told" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="format-integer($number,
        if (matches($told, 'lower-roman')) then 'i'
        else if (matches($told, 'upper-roman')) then 'I'
        else if (matches($told, 'lower-(alpha|latin)')) then 'a'
        else if (matches($told, 'upper-(alpha|latin)')) then 'A'
        else '1')"/>
  </xsl:function>

  <!-- a number or letter has a full stop after it; a mark with signs of its own, such as `a)`, is as it is -->
  <xsl:function name="v:mark-of-item" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="$number || '.'[matches($number, '^(\d+|\p{L}|[ivxlcdm]+)$', 'i')]"/>
  </xsl:function>

  <!-- whether the words of an item begin with its mark, or with its number and a sign -->
  <xsl:function name="v:says-mark" as="xs:boolean">
    <xsl:param name="item" as="element(tei:item)"/>
    <xsl:param name="mark" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($item)"/>
    <xsl:variable name="bare" as="xs:string" select="replace($mark, '^[(\[]|[.)\]:]+$', '')"/>
    <xsl:sequence select="
        starts-with($words, $mark)
        or $bare ne '' and starts-with(replace($words, '^[(\[]', ''), $bare)
           and matches(substring-after($words, $bare), '^[.)\]:]')"/>
  </xsl:function>
</xsl:stylesheet>
