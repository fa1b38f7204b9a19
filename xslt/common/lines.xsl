<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines of the source, and lines that are made of parts. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- whether words run on where a line of the source ends: in prose that is no code, and in a
       printed entry -->
  <xsl:function name="v:runs-on" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence
        select="exists($break/(ancestor::*[@v:prose or @v:is = 'code'][1]/@v:prose | ancestor::v:printed-entry))"/>
  </xsl:function>

  <!-- whether the line of the source that ends here ends in the edition too; a word that the end of a
       line divides is made whole -->
  <xsl:function name="v:keeps-line" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        exists($node[@v:break = 'line'][not(@v:within-word)]) and not(v:runs-on($node))
        and not(v:begins-block($node))"/>
  </xsl:function>

  <!-- whether nothing that is shown as a part of the text precedes an element in its block -->
  <xsl:function name="v:begins-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        empty($element/preceding-sibling::node()
              [normalize-space() or descendant-or-self::*/@v:is = ('picture', 'space')][1])
        and (empty($element/parent::*[not(@v:block)]) or v:begins-block($element/..))"/>
  </xsl:function>

  <!-- whether the number of a verse is shown: that of every fifth, and one that is no number or that
       the edition alone gives -->
  <xsl:function name="v:shows-number" as="xs:boolean">
    <xsl:param name="verse" as="element()"/>
    <xsl:sequence select="
        if ($verse/@v:shown) then true()
        else if ($verse/@v:n castable as xs:integer) then xs:integer($verse/@v:n) mod 5 eq 0
        else exists($verse/@v:n)"/>
  </xsl:function>

  <!-- whether a space is due between an element and the one before it, in a line that is made of parts:
       one of the two is a name, a place or a date, perhaps in brackets that the edition adds, or has a
       place of its own in the line, and neither punctuation nor a bracket joins them -->
  <xsl:function name="v:stands-apart" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="element()?" select="
        $element/preceding-sibling::*[normalize-space() or @v:break = 'line'][not(@v:is = 'note')][1]"/>
    <xsl:sequence select="
        exists($before[not(@v:break = 'line')])
        and (($element, $element[@v:is = 'generated']/following-sibling::*[1],
              $before, $before[@v:is = 'generated']/preceding-sibling::*[1])/@v:is
             = ('name', 'place', 'date')
             or ($element, $before)[@v:is = 'passage']/tokenize(@v:rendition) = ('left', 'centered', 'right'))
        and not($element/@v:is = ('note', 'silent'))
        and normalize-space($element) ne ''
        and not(matches($element, '^\s*[,.;:)\]⟩]') or matches($before, '[(\[⟨]\s*$'))"/>
  </xsl:function>

  <!-- whether no white space stands beside a space that the encoding marks -->
  <xsl:function name="v:is-only-space" as="xs:boolean">
    <xsl:param name="space" as="element()"/>
    <xsl:sequence select="
        not(v:follows-space($space))
        and not(matches($space/following-sibling::node()[1][self::text()], '^\s'))"/>
  </xsl:function>

  <!-- whether white space stands between an element and what is before it -->
  <xsl:function name="v:follows-space" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        matches($element, '^\s')
        or matches($element/preceding-sibling::node()[string() and not(@v:is = 'note')][1], '\s$')"/>
  </xsl:function>
</xsl:stylesheet>
