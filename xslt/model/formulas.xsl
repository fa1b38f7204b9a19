<?xml version="1.0" encoding="UTF-8"?>
<!-- Formulas and music: words stand for a notation that only some outputs can show. A formula in MathML
     keeps it in @v:mathml, for the web. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:m="http://www.w3.org/1998/Math/MathML"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:template match="tei:text//tei:formula[m:math]" mode="reading-text" as="element(tei:formula)">
    <xsl:variable name="shown" as="element()*">
      <xsl:apply-templates select="m:math" mode="mathml"/>
    </xsl:variable>
    <xsl:copy>
      <xsl:attribute name="v:mathml" select="serialize($shown)"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:text//m:math" mode="reading-text" as="text()?">
    <xsl:value-of select="v:formula(.)"/>
  </xsl:template>

  <!-- the elements and attributes of MathML that only show something: nothing that acts, loads or links -->
  <xsl:mode name="mathml" on-no-match="deep-skip"/>

  <xsl:variable name="v:mathml" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded
      mphantom mfenced menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts
      none mtable mtr mtd mlabeledtr maligngroup malignmark semantics') ! map { . : true() })"/>

  <xsl:variable name="v:mathml-attributes" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('display mathvariant alttext dir open close separators stretchy symmetric
      fence separator form accent accentunder linethickness columnalign rowalign rowspan columnspan
      columnlines rowlines frame notation width height depth lspace rspace') ! map { . : true() })"/>

  <xsl:template match="m:*[map:contains($v:mathml, local-name())]" mode="mathml" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:copy-of select="@*[map:contains($v:mathml-attributes, name())]"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="mathml" as="text()">
    <xsl:copy/>
  </xsl:template>

  <!-- a formula in one line of words: x/(y^2) -->
  <xsl:function name="v:formula" as="xs:string">
    <xsl:param name="part" as="element()?"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$part" mode="formula"/>
    </xsl:variable>
    <xsl:sequence select="string-join($words)"/>
  </xsl:function>

  <!-- a part as one operand: in brackets if it is more than a number or a name -->
  <xsl:function name="v:operand" as="xs:string">
    <xsl:param name="part" as="element()?"/>
    <xsl:variable name="words" as="xs:string" select="v:formula($part)"/>
    <xsl:sequence select="
        if (matches($words, '^[\p{L}\p{N}]*$') or string-length($words) eq 1) then $words
        else '(' || $words || ')'"/>
  </xsl:function>

  <!-- the words of each part of a formula -->
  <xsl:mode name="formula" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="formula" as="xs:string">
    <xsl:sequence select="normalize-space()"/>
  </xsl:template>
  <xsl:template match="m:annotation | m:annotation-xml" mode="formula"/>
  <xsl:template match="m:mfrac" mode="formula" as="xs:string">
    <xsl:sequence select="v:operand(*[1]) || '/' || v:operand(*[2])"/>
  </xsl:template>
  <xsl:template match="m:msup | m:mover" mode="formula" as="xs:string">
    <xsl:sequence select="v:operand(*[1]) || '^' || v:operand(*[2])"/>
  </xsl:template>
  <xsl:template match="m:msub | m:munder" mode="formula" as="xs:string">
    <xsl:sequence select="v:operand(*[1]) || '_' || v:operand(*[2])"/>
  </xsl:template>
  <xsl:template match="m:msubsup | m:munderover" mode="formula" as="xs:string">
    <xsl:sequence select="v:operand(*[1]) || '_' || v:operand(*[2]) || '^' || v:operand(*[3])"/>
  </xsl:template>
  <xsl:template match="m:msqrt" mode="formula" as="xs:string">
    <xsl:sequence select="'√(' || string-join(* ! v:formula(.)) || ')'"/>
  </xsl:template>
  <xsl:template match="m:mroot" mode="formula" as="xs:string">
    <xsl:sequence select="'√[' || v:formula(*[2]) || '](' || v:formula(*[1]) || ')'"/>
  </xsl:template>
  <xsl:template match="m:mfenced" mode="formula" as="xs:string">
    <xsl:sequence select="
        (@open, '(')[1] || string-join(* ! v:formula(.), ', ') || (@close, ')')[1]"/>
  </xsl:template>
  <xsl:template match="m:mtable" mode="formula" as="xs:string">
    <xsl:sequence select="
        string-join(m:mtr ! string-join(m:mtd ! v:formula(.), ', '), '; ')"/>
  </xsl:template>

  <!-- music is told, and its description stands for it, beside a picture of the notation -->
  <xsl:template match="tei:text//tei:notatedMusic" mode="reading-text" as="element(tei:notatedMusic)">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:sequence select="v:generated('music', '[' || l:label('music'))"/>
      <xsl:sequence select="v:generated('music', ': ')[current()/normalize-space()]"/>
      <xsl:for-each select="node()">
        <xsl:apply-templates select="." mode="#current"/>
        <xsl:if test="following-sibling::node()[1][self::*[current()/self::tei:graphic] or self::tei:desc[current()/self::tei:ptr[matches(@target, '^https?:')]]]"><xsl:text> </xsl:text></xsl:if>
      </xsl:for-each>
      <xsl:sequence select="v:generated('music', ']')"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
