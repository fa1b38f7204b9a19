<?xml version="1.0" encoding="UTF-8"?>
<!-- How text is written in LaTeX: the one escape, and what follows from it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- text as LaTeX that shows just that text, whatever stands before or after it. First what TeX
       reads as commands; those that have no sign of their own end in an italic correction, which
       takes no space away. Then what TeX's fonts would join, apart by the same (a second time
       for three in a row),
       brackets, which might be an optional argument, and spaces. U+FEFF, a byte order mark
       astray, is no character -->
  <xsl:function name="x:escape" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="
        x:unjoined(x:literal(string($text))) => x:enclosed() => v:single-spaced()
        => translate('&#xA0;&#xFEFF;', '~')"/>
  </xsl:function>

  <xsl:function name="x:enclosed" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (translate($text, '[]&#xAD;', '') eq $text) then $text
        else replace($text, '[\[\]]', '{$0}') => replace('&#xAD;', '\-{}', 'q')"/>
  </xsl:function>

  <xsl:function name="x:literal" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (translate($text, '\{}$&amp;#_%^~`', '') eq $text) then $text
        else replace($text, '\\', '\\textbackslash\\/')
        => replace('[{}$&amp;#_%]', '\\$0')
        => replace('\^', '\\textasciicircum\\/')
        => replace('~', '\\textasciitilde\\/')
        => replace('`', '\\textasciigrave\\/')"/>
  </xsl:function>

  <xsl:function name="x:unjoined" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (not(some $pair in ('--', ',,', '&lt;&lt;', '>>', '''''') satisfies contains($text, $pair)))
        then $text
        else $text
        => replace('([\-,&lt;&gt;''])\1', '$1\\/$1')
        => replace('([\-,&lt;&gt;''])\1', '$1\\/$1')"/>
  </xsl:function>

  <!-- running text of ours or of an attribute: quotation marks curled, then escaped -->
  <xsl:function name="x:curled" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="x:escape(v:curl(string($text), ''))"/>
  </xsl:function>

  <!-- an address as the argument of \href: what TeX would read as a command is percent-encoded,
       as RFC 3986 has it for what no address may hold -->
  <xsl:function name="x:address" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="
        iri-to-uri($address) => replace('\\', '%5C') => replace('\{', '%7B')
        => replace('\}', '%7D') => replace('[%#&amp;_$]', '\\$0')"/>
  </xsl:function>

  <!-- the content of an element between two strings -->
  <xsl:template name="x:between" as="text()*">
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="after" as="xs:string" select="'}'"/>
    <xsl:value-of select="$before"/>
    <xsl:apply-templates mode="content"/>
    <xsl:value-of select="$after"/>
  </xsl:template>

  <!-- capitals are made of text alone: the names of labels in it must stay as they are -->
  <xsl:template match="text()" mode="content" as="text()?">
    <xsl:param name="capitals" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="words" as="xs:string"
        select="x:escape(v:curl(., accumulator-before('v:character-before')))"/>
    <xsl:value-of select="
        if ($capitals and normalize-space($words)) then '\editioncapitals{' || $words || '}'
        else $words"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="content"
      as="empty-sequence()"/>

  <!-- an element as words, without its notes -->
  <xsl:function name="x:words" as="xs:string">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="x:curled(string-join($elements ! v:listed(.), ', '))"/>
  </xsl:function>
</xsl:stylesheet>
