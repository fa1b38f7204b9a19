<?xml version="1.0" encoding="UTF-8"?>
<!-- What a division without a heading, or a poem with one, is called in a table of contents. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- a poem by its heading; a division that stands beside others by its number, or by its type where no other
       there has the same, else by its first words -->
  <xsl:function name="v:name-in-contents" as="attribute()?">
    <xsl:param name="unit" as="element()"/>
    <xsl:variable name="type" as="xs:string" select="normalize-space($unit/@type)"/>
    <xsl:variable name="others" as="element()*" select="
        ($unit/../* except $unit)[@v:is = 'division'][normalize-space()]"/>
    <xsl:variable name="name" as="xs:string?" select="
        if ($unit[self::tei:lg]) then v:first-words($unit/tei:head[1], 20)
        else if ($unit/tei:head/@v:is = 'heading' or empty($others) or normalize-space($unit) eq '') then ()
        else (v:number-of-unit($unit),
              v:capitalized($type)[matches($type, '^\p{L}\p{Ll}+$')][not($type = $others/@type/normalize-space())],
              $unit[not(.//tei:head/@v:is = 'heading')] ! v:first-words(., 6))[. ne ''][1]"/>
    <xsl:if test="exists($name[. ne ''])">
      <xsl:attribute name="v:called" select="$name"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="v:first-words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="count" as="xs:integer"/>
    <!-- few texts hold no more than so many nodes without so many words; a long division is not read whole -->
    <xsl:variable name="words" as="xs:string*" select="
        tokenize(v:joined-words(subsequence(v:nodes-of-words($element), 1, 12 * $count)))"/>
    <xsl:sequence select="
        string-join($words[position() le $count], ' ') || '…'[count($words) gt $count]"/>
  </xsl:function>
</xsl:stylesheet>
