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
    <xsl:accumulator-rule match="tei:p | tei:ab | tei:l | tei:head | tei:item | tei:cell | tei:note
        | v:line"
        select="''"/>
    <xsl:accumulator-rule match="text()[. ne '']" select="substring(., string-length(.))"
        phase="end"/>
  </xsl:accumulator>

  <xsl:variable name="v:opens" as="xs:string" select="'[\s(\[{⟨—–]'"/>

  <!-- curls `text`, whose left neighbour in the running text is the character `before` -->
  <xsl:function name="v:curl" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="before" as="xs:string"/>
    <!-- one neutral character holds the neighbour's place, so that lengths stay known -->
    <xsl:variable name="neighbour" as="xs:string" select="
        if ($before eq '') then '' else if (matches($before, $v:opens)) then '(' else 'x'"/>
    <xsl:sequence select="
        if (not(matches($text, '[&quot;'']'))) then $text
        else substring(v:curl-in-context($neighbour || $text), string-length($neighbour) + 1)"/>
  </xsl:function>

  <xsl:function name="v:curl-in-context" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="open" as="xs:string" select="l:label('quote.open')"/>
    <xsl:sequence select="
        $text
        => replace('(^|' || $v:opens || ')&quot;', '$1' || $open)
        => replace('&quot;', l:label('quote.close'))
        => replace('(^|' || $v:opens || '|' || $open || ')''', '$1' || l:label('quote.inner.open'))
        => replace('''', l:label('quote.inner.close'))"/>
  </xsl:function>
</xsl:stylesheet>
