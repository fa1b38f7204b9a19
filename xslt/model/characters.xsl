<?xml version="1.0" encoding="UTF-8"?>
<!-- Characters that the encoding describes, abbreviations and the letters that stand for them, and
     readings beside characters. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:key name="v:character" match="tei:char | tei:glyph" use="@xml:id"/>

  <!-- a character without words is what the header says that it stands for -->
  <xsl:template match="tei:text//tei:g[not(normalize-space())]" mode="reading-text" as="element(tei:g)">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:value-of select="key('v:character', v:bare(@ref), root())[1] ! v:character(.)"/>
    </xsl:copy>
  </xsl:template>

  <!-- the standard form of a character, else any form, else its name in brackets -->
  <xsl:function name="v:character" as="xs:string">
    <xsl:param name="described" as="element()"/>
    <xsl:variable name="forms" as="xs:string*" select="
        ($described/tei:mapping[@type = ('standard', 'normalized', 'simplified')],
         $described/tei:mapping)[normalize-space()] ! normalize-space()"/>
    <xsl:variable name="names" as="xs:string*" select="
        ($described/(tei:localProp | tei:unicodeProp)[@name = ('name', 'Name', 'na')]/@value,
         $described/(tei:charName | tei:glyphName | tei:desc)) ! normalize-space()"/>
    <xsl:sequence select="
        ($forms, ($names, string($described/@xml:id))[. ne ''] ! ('[' || . || ']'))[1]"/>
  </xsl:function>

  <!-- how characters are read stands in brackets after them -->
  <xsl:template match="tei:text//tei:rt[normalize-space()]" mode="reading-text" as="element(tei:rt)">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:sequence select="v:generated('reading', '(')"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:sequence select="v:generated('reading', ')')"/>
    </xsl:copy>
  </xsl:template>

  <!-- the letters that encode a picture are no words -->
  <xsl:template match="tei:binaryObject" mode="reading-text" as="element(tei:binaryObject)">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- a character of a script that has no spaces between words -->
  <xsl:variable name="v:unspaced" static="yes" as="xs:string" select="
      '[&#x2E80;-&#x303F;&#x3040;-&#x30FF;&#x3400;-&#x4DBF;&#x4E00;-&#x9FFF;&#xF900;-&#xFAFF;&#xFF00;-&#xFFEF;&#x20000;-&#x3FFFD;]'"/>
  <xsl:variable name="v:unspaced-lines" static="yes" as="xs:string"
      select="'(' || $v:unspaced || ')\s*\n\s*(' || $v:unspaced || ')'"/>

  <xsl:template match="text()[contains(., '&#10;')][v:has-unspaced(root())][matches(., $v:unspaced-lines)]" mode="reading-text"
      priority="1" as="text()?">
    <xsl:variable name="text" as="text()?">
      <xsl:next-match/>
    </xsl:variable>
    <!-- twice, for a character that is a line of its own -->
    <xsl:value-of select="
        replace($text, $v:unspaced-lines, '$1$2') => replace($v:unspaced-lines, '$1$2')"/>
  </xsl:template>

  <!-- whether a document has such characters at all -->
  <xsl:function name="v:has-unspaced" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="matches($document, $v:unspaced)"/>
  </xsl:function>

  <!-- whether a break divides a word: the encoding says so, or words run on in a script without spaces -->
  <xsl:function name="v:divides-word" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        $node/@break = 'no'
        or exists($node[self::tei:lb or self::tei:pb or self::tei:cb][not(@break)])
           and v:has-unspaced(root($node))
           and matches($node/preceding-sibling::node()[1]/self::text(), $v:unspaced || '\s*$')
           and matches($node/following-sibling::node()[1]/self::text(), '^\s*' || $v:unspaced)
           and exists($node/(ancestor::tei:p | ancestor::tei:note))"/>
  </xsl:function>
</xsl:stylesheet>
