<?xml version="1.0" encoding="UTF-8"?>
<!-- RELAX NG patterns, built flat: libxml2 takes minutes over nested choices and one second
     over the same language without them. Each function simplifies as RELAX NG 4.20-4.21 allows. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:pattern="urn:variorum:pattern"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <xsl:variable name="pattern:empty" as="element(rng:empty)"><empty/></xsl:variable>
  <xsl:variable name="pattern:none" as="element(rng:notAllowed)"><notAllowed/></xsl:variable>
  <xsl:variable name="pattern:text" as="element(rng:text)"><text/></xsl:variable>

  <!-- One of several: choices inside are opened, duplicates dropped, impossible ones too. -->
  <xsl:function name="pattern:choice" as="element()">
    <xsl:param name="alternatives" as="element()*"/>
    <xsl:variable name="open" as="element()*"
                  select="$alternatives ! (if (self::rng:choice) then * else .)"/>
    <xsl:variable name="distinct" as="element()*"
                  select="pattern:distinct($open[not(self::rng:notAllowed)])"/>
    <xsl:sequence select="
        if (empty($distinct)) then $pattern:none
        else if (count($distinct) = 1) then $distinct
        else pattern:of('choice', $distinct)"/>
  </xsl:function>

  <!-- All of several, in order. -->
  <xsl:function name="pattern:group" as="element()">
    <xsl:param name="parts" as="element()*"/>
    <xsl:sequence select="pattern:all('group', $parts)"/>
  </xsl:function>

  <!-- All of several, in any order. -->
  <xsl:function name="pattern:interleave" as="element()">
    <xsl:param name="parts" as="element()*"/>
    <xsl:sequence select="pattern:all('interleave', $parts)"/>
  </xsl:function>

  <xsl:function name="pattern:optional" as="element()">
    <xsl:param name="pattern" as="element()"/>
    <xsl:sequence select="
        if ($pattern[self::rng:notAllowed]) then $pattern:empty
        else if (pattern:nullable($pattern)) then $pattern
        else if ($pattern[self::rng:oneOrMore]) then pattern:of('zeroOrMore', $pattern/*)
        else pattern:of('optional', $pattern)"/>
  </xsl:function>

  <!-- Any number, at least one: (a* | b | (c | d)+)+ becomes (a | b | c | d)*. -->
  <xsl:function name="pattern:repeated" as="element()">
    <xsl:param name="pattern" as="element()"/>
    <xsl:variable name="once" as="element()" select="pattern:choice(pattern:alternatives($pattern))"/>
    <xsl:sequence select="
        if (pattern:nullable($pattern)) then pattern:optional(pattern:some($once))
        else pattern:some($once)"/>
  </xsl:function>

  <!-- A pattern as often as minOccurs and maxOccurs ("unbounded" or a number) say. -->
  <xsl:function name="pattern:occurring" as="element()">
    <xsl:param name="pattern" as="element()"/>
    <xsl:param name="min" as="xs:integer"/>
    <xsl:param name="max" as="xs:string"/>
    <xsl:variable name="tail" as="element()*" select="
        if ($max ne 'unbounded')
        then (1 to xs:integer($max) - $min) ! pattern:optional($pattern)
        else if ($min = 0) then pattern:optional(pattern:repeated($pattern))
        else pattern:repeated($pattern)"/>
    <xsl:variable name="head" as="xs:integer" select="if ($max eq 'unbounded') then $min - 1 else $min"/>
    <xsl:sequence select="pattern:group(((1 to $head) ! $pattern, $tail))"/>
  </xsl:function>

  <!-- Whether the pattern is one of those that plainly match nothing at all; a group that does
       so through all its parts is not recognised, and need not be. -->
  <xsl:function name="pattern:nullable" as="xs:boolean">
    <xsl:param name="pattern" as="element()"/>
    <xsl:sequence select="
        exists($pattern/(self::rng:empty, self::rng:text, self::rng:optional, self::rng:zeroOrMore))
        or $pattern/self::rng:choice/* ! pattern:nullable(.) = true()"/>
  </xsl:function>

  <!-- What a repeated pattern repeats: repetitions and options inside it change nothing. -->
  <xsl:function name="pattern:alternatives" as="element()*">
    <xsl:param name="pattern" as="element()"/>
    <xsl:sequence select="
        if ($pattern[self::rng:choice | self::rng:optional | self::rng:zeroOrMore | self::rng:oneOrMore])
        then $pattern/* ! pattern:alternatives(.)
        else $pattern[not(self::rng:empty)]"/>
  </xsl:function>

  <xsl:function name="pattern:some" as="element()">
    <xsl:param name="pattern" as="element()"/>
    <xsl:sequence select="
        if ($pattern[self::rng:notAllowed | self::rng:empty | self::rng:text]) then $pattern
        else pattern:of('oneOrMore', $pattern)"/>
  </xsl:function>

  <xsl:function name="pattern:all" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="open" as="element()*"
                  select="($parts ! (if (local-name() = $name) then * else .))[not(self::rng:empty)]"/>
    <xsl:sequence select="
        if ($open[self::rng:notAllowed]) then $pattern:none
        else if (empty($open)) then $pattern:empty
        else if (count($open) = 1) then $open
        else pattern:of($name, $open)"/>
  </xsl:function>

  <xsl:function name="pattern:distinct" as="element()*">
    <xsl:param name="patterns" as="element()*"/>
    <xsl:for-each-group select="$patterns"
                        group-by="if (*) then serialize(.) else string-join((name(), @*, .), ' ')">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="pattern:of" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:element name="{$name}" namespace="http://relaxng.org/ns/structure/1.0">
      <xsl:sequence select="$parts"/>
    </xsl:element>
  </xsl:function>
</xsl:stylesheet>
