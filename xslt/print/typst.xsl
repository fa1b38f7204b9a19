<?xml version="1.0" encoding="UTF-8"?>
<!-- How text is written in Typst: the one escape, strings, and the few shapes of a call. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- text as markup that shows just that text: guarded is what has a meaning anywhere, and what a
       text may begin with. U+FEFF, a byte order mark astray, is no character of a PDF/A -->
  <xsl:function name="t:markup" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="
        t:guarded(string($text)) => t:begun() => v:single-spaced() => translate('&#xFEFF;', '')"/>
  </xsl:function>

  <!-- signs, and the dots of an ellipsis. To look is many times as quick as to replace -->
  <xsl:function name="t:guarded" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="guarded" as="xs:string" select="
        if (translate($text, '\#[]*_`$&lt;&gt;@~/=-+&quot;''', '') eq $text) then $text
        else replace($text, '[\\#\[\]*_`$&lt;&gt;@~/=\-+&quot;'']', '\\$0')"/>
    <xsl:sequence select="
        if (contains($guarded, '..')) then replace($guarded, '..', '\.\.', 'q') else $guarded"/>
  </xsl:function>

  <!-- a call, a field or an end of the call before it; the number of a list -->
  <xsl:function name="t:begun" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="first" as="xs:string" select="substring($text, 1, 1)"/>
    <xsl:sequence select="
        if ($first = ('(', '.', ';')) then '\' || $text
        else if ($first castable as xs:integer) then replace($text, '^(\d+)\.', '$1\\.')
        else $text"/>
  </xsl:function>

  <!-- text as a string of Typst's code -->
  <xsl:function name="t:string" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($text)"/>
    <xsl:variable name="guarded" as="xs:string" select="
        if (translate($words, '\&quot;', '') eq $words) then $words
        else replace($words, '[\\&quot;]', '\\$0')"/>
    <xsl:sequence select="'&quot;' || $guarded || '&quot;'"/>
  </xsl:function>

  <!-- running text of ours or of an attribute: quotation marks curled, then escaped -->
  <xsl:function name="t:curled" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="t:markup(v:curl(string($text), ''))"/>
  </xsl:function>

  <!-- a named argument where there is a value: `, name: "value"` -->
  <xsl:function name="t:argument" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="if (string($value)) then $name || ': ' || t:string($value) else ''"/>
  </xsl:function>

  <!-- the arguments that are there, with commas -->
  <xsl:function name="t:arguments" as="xs:string">
    <xsl:param name="arguments" as="xs:string*"/>
    <xsl:sequence select="string-join($arguments[. ne ''], ', ')"/>
  </xsl:function>

  <!-- an array of Typst: the comma after the last item makes one item an array, too -->
  <xsl:function name="t:array" as="xs:string">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:sequence select="'(' || string-join($items ! (. || ','), ' ') || ')'"/>
  </xsl:function>

  <xsl:template match="text()" mode="content" as="text()?">
    <xsl:value-of select="t:markup(v:curl(., accumulator-before('v:character-before')))"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="content" as="empty-sequence()"/>
</xsl:stylesheet>
