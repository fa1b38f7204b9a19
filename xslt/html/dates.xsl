<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates stand as they are written. What machines read is in the element; what its attributes say, if that
     is more than the words do, is shown when a date has the focus, and by browsers under the pointer. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'date'][not(@v:block) and not(h:has-blocks(.))]" mode="text" as="element()">
    <xsl:variable name="time" as="attribute()?" select="h:time-for-machines(.)"/>
    <xsl:variable name="data" as="attribute()*" select="$time, h:date-on-demand(.)"/>
    <xsl:call-template name="h:phrase">
      <xsl:with-param name="classes" select="('tei-' || local-name())[empty($data)]"/>
      <xsl:with-param name="data" select="$data"/>
      <xsl:with-param name="tag" select="'time'[exists($time)]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a day, a month or a year that HTML knows (HTML Standard, 2.3.5): from the year 1, and no span -->
  <xsl:function name="h:time-for-machines" as="attribute(datetime)?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="when" as="xs:string?" select="$date/(@when, @when-iso)[1]"/>
    <xsl:if test="matches($when, '^\d{4}(-\d\d){0,2}$') and not(starts-with($when, '0000'))
        and ($when castable as xs:date or $when castable as xs:gYearMonth or $when castable as xs:gYear)">
      <xsl:attribute name="datetime" select="$when"/>
    </xsl:if>
  </xsl:function>

  <!-- a link can hold nothing that takes the focus -->
  <xsl:function name="h:date-on-demand" as="attribute()*">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="v:dated($date)"/>
    <xsl:if test="$words ne '' and not(deep-equal(h:parts-of-date($words), h:parts-of-date(string($date))))">
      <xsl:attribute name="title" select="$words"/>
      <xsl:if test="empty($date/ancestor::*[@v:mention or @v:entity or @v:address or @target])">
        <xsl:attribute name="tabindex" select="0"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- the words and numbers of a date, in whatever order they stand -->
  <xsl:function name="h:parts-of-date" as="xs:string*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="tokenize(lower-case($words), '[^\p{L}\p{N}]+')[. ne ''] => distinct-values() => sort()"/>
  </xsl:function>
</xsl:stylesheet>
