<?xml version="1.0" encoding="UTF-8"?>
<!-- Straight quotation marks become curled; only in HTML and print, never in plain text. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the character before this place in the running text; '' at the start of a block -->
  <xsl:accumulator name="v:character-before" as="xs:string" initial-value="''">
    <xsl:accumulator-rule match="*[@v:block or @v:is = 'note'] | v:printed-entry" select="''"/>
    <xsl:accumulator-rule match="text()[. ne '']" select="substring(., string-length(.))"
        phase="end"/>
  </xsl:accumulator>

  <xsl:variable name="v:opens" as="xs:string" select="' &#9;&#10;&#13;([{⟨—–'"/>

  <!-- curls `text`, whose left neighbour in the running text is the character `before` -->
  <xsl:function name="v:curl" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="before" as="xs:string"/>
    <!-- one neutral character holds the neighbour's place, so that lengths stay known -->
    <xsl:variable name="neighbour" as="xs:string" select="
        if ($before eq '') then '' else if (contains($v:opens, $before)) then '(' else 'x'"/>
    <xsl:sequence select="
        if (not(contains($text, '&quot;') or contains($text, ''''))) then $text
        else substring(v:curl-in-context($neighbour || $text), string-length($neighbour) + 1)"/>
  </xsl:function>

  <xsl:function name="v:curl-in-context" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="open" as="xs:string" select="l:label('quote.open')"/>
    <xsl:variable name="outer" as="xs:string" select="
        if (not(contains($text, '&quot;'))) then $text
        else v:joined(tokenize($text, '&quot;'), $v:opens, $open, l:label('quote.close'))"/>
    <xsl:sequence select="
        if (not(contains($outer, ''''))) then $outer
        else v:joined(tokenize($outer, ''''), $v:opens || $open,
                      l:label('quote.inner.open'), l:label('quote.inner.close'))"/>
  </xsl:function>

  <!-- the pieces between marks joined again: a mark opens at the start and after a character of
       `before`, else it closes. Many times as quick as a pattern over the whole text -->
  <xsl:function name="v:joined" as="xs:string">
    <xsl:param name="pieces" as="xs:string*"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="open" as="xs:string"/>
    <xsl:param name="close" as="xs:string"/>
    <xsl:value-of separator="">
      <xsl:for-each select="$pieces">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:variable name="last" as="xs:string" select="substring(., string-length(.))"/>
        <xsl:sequence select="
            .,
            if ($at eq last()) then ()
            else if ($last eq '' and $at eq 1 or $last ne '' and contains($before, $last))
            then $open else $close"/>
      </xsl:for-each>
    </xsl:value-of>
  </xsl:function>
</xsl:stylesheet>
