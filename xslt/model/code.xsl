<?xml version="1.0" encoding="UTF-8"?>
<!-- Code: examples of markup with their tags, and lines that end where they do. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:m="http://www.w3.org/1998/Math/MathML"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:example="http://www.tei-c.org/ns/Examples"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:template match="tei:text//example:egXML | tei:text//tei:egXML" mode="reading-text" as="element()">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates mode="markup"/>
    </xsl:variable>
    <xsl:call-template name="v:example">
      <xsl:with-param name="code" select="string-join($words)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:text//tei:eg[not(*)]" mode="reading-text" as="element()">
    <xsl:call-template name="v:example">
      <xsl:with-param name="code" select="string()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- several lines are a block; what fits in a line is part of it -->
  <xsl:template name="v:example" as="element()">
    <xsl:param name="code" as="xs:string"/>
    <xsl:variable name="lines" as="node()*" select="v:code-lines($code)"/>
    <xsl:element name="{if ($lines/self::tei:lb) then 'eg' else 'code'}" namespace="http://www.tei-c.org/ns/1.0">
      <xsl:attribute name="rend" select="'monospace'"/>
      <xsl:sequence select="@xml:id, @rend, $lines"/>
    </xsl:element>
  </xsl:template>

  <!-- what names a part of a schema (TEI P5 23.4) has its name as words -->
  <xsl:template match="(tei:moduleRef | tei:elementRef | tei:classRef | tei:macroRef | tei:dataRef | tei:attRef)
      [ancestor::tei:text][not(normalize-space())]" mode="reading-text" as="element()">
    <xsl:copy>
      <xsl:attribute name="rend" select="'monospace'"/>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:value-of select="(@key, @name)[1]"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:text//tei:code" mode="reading-text" as="element(tei:code)">
    <xsl:copy>
      <xsl:attribute name="rend" select="'monospace'"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- lines that end where those of the file do, and begin as far from the left; what all lines but the
       first have in common is layout of the file -->
  <xsl:function name="v:code-lines" as="node()*">
    <xsl:param name="code" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*"
        select="tokenize(replace($code, '^\s*\n|\s+$', '') => replace('&#9;', '    '), '\n')"/>
    <xsl:variable name="margin" as="xs:integer" select="
        (min($lines[position() gt 1 or matches($code, '^\s*\n')][normalize-space()] ! v:margin(.)), 0)[1]"/>
    <xsl:for-each select="$lines">
      <xsl:if test="position() gt 1">
        <tei:lb/>
      </xsl:if>
      <xsl:variable name="own" as="xs:integer" select="max((0, v:margin(.) - $margin))"/>
      <xsl:value-of select="string-join((1 to $own) ! '&#xA0;') || replace(., '^\s+', '')"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="v:margin" as="xs:integer">
    <xsl:param name="line" as="xs:string"/>
    <xsl:sequence select="string-length($line) - string-length(replace($line, '^\s+', ''))"/>
  </xsl:function>

  <!-- elements as the words of their tags -->
  <xsl:mode name="markup" on-no-match="deep-skip"/>

  <xsl:template match="*" mode="markup" as="xs:string*">
    <xsl:variable name="attributes" as="xs:string*" select="
        @* ! (' ' || name() || '=&quot;' || replace(v:escaped-markup(.), '&quot;', '&amp;quot;') || '&quot;')"/>
    <xsl:sequence select="'&lt;' || name() || string-join($attributes)"/>
    <xsl:sequence select="if (node()) then '>' else '/>'"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="('&lt;/' || name() || '>')[current()/node()]"/>
  </xsl:template>

  <xsl:template match="text()" mode="markup" as="xs:string">
    <xsl:sequence select="v:escaped-markup(.)"/>
  </xsl:template>

  <xsl:template match="comment()" mode="markup" as="xs:string">
    <xsl:sequence select="'&lt;!--' || . || '-->'"/>
  </xsl:template>

  <xsl:template match="processing-instruction()" mode="markup" as="xs:string">
    <xsl:sequence select="'&lt;?' || string-join((name(), string())[. ne ''], ' ') || '?>'"/>
  </xsl:template>

  <xsl:function name="v:escaped-markup" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '&amp;', '&amp;amp;') => replace('&lt;', '&amp;lt;')"/>
  </xsl:function>
</xsl:stylesheet>
