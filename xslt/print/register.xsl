<?xml version="1.0" encoding="UTF-8"?>
<!-- The register: what the text names, and where it does. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- a section for each kind of entry -->
  <xsl:mode name="register" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="register" as="text()*">
    <xsl:text>&#10;#part(kind: "register")[{t:curled(l:label('register'))}]&#10;#let entry = entry.with(pages: ({
        t:string(l:label('print.page'))}, {t:string(l:label('print.pages'))}))&#10;</xsl:text>
    <xsl:text>&#10;#guide[{t:curled(l:label('print.register-guide'))}]&#10;</xsl:text>
    <xsl:apply-templates select="v:register-sections(.)" mode="register"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'register']" mode="register" as="text()*">
    <xsl:variable name="title" as="xs:string" select="t:curled(v:register-title(.))"/>
    <xsl:text>&#10;#section(2)[{$title}][{$title}]&#10;</xsl:text>
    <xsl:apply-templates select="*" mode="register"/>
  </xsl:template>

  <!-- an entry: its name, other forms of it (print leaves out those in a script no font has), its
       dates, identifiers and places; and last what the register says. An entry that is running
       text says its name itself -->
  <xsl:template match="*" mode="register" as="text()*">
    <xsl:variable name="worded" as="xs:boolean"
        select="t:is-worded(.) and normalize-space() ne @v:name"/>
    <xsl:text>&#10;#entry({t:string(@v:id)}, </xsl:text>
    <xsl:text>{if ($worded) then 'none' else '[' || t:curled(@v:name) || ']'},&#10;</xsl:text>
    <xsl:if test="not($worded)">
      <xsl:text>  forms: {t:array(distinct-values(t:forms(.)))},&#10;</xsl:text>
      <xsl:text>{v:life(.)[. ne ''] ! ('  dates: [' || t:curled(.) || '],&#10;')}</xsl:text>
      <xsl:text>  identifiers: {t:array(
          v:records(.) ! ('[' || t:record(.) || ']'))},&#10;</xsl:text>
    </xsl:if>
    <xsl:text>  at: {t:array(t:places(key('v:mentions', @v:id)))},&#10;)[</xsl:text>
    <xsl:variable name="said" as="xs:string*"
        select="if ($worded) then t:prose(.) else (), t:description(.)"/>
    <xsl:text>{string-join($said ! v:sentence(.), ' ')}</xsl:text>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- those beside the preferred one, each with its language -->
  <xsl:function name="t:forms" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="v:further-names($entry)">
      <xsl:variable name="language" as="xs:string" select="
          t:string(((ancestor-or-self::*/@v:lang)[last()], $l:language)[1]) || ', dir: rtl'[t:is-from-right(current())]"/>
      <xsl:sequence select="
          '(arguments(' || $language || '), ' || t:string(v:curl(v:name-with-dates(.), '')) || ')'"/>
    </xsl:for-each>
  </xsl:function>

  <!-- a record elsewhere, which leads there where its address is known -->
  <xsl:function name="t:record" as="xs:string">
    <xsl:param name="record" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="
        if ($record?address)
        then '#external(' || t:string($record?address) || ')[' || t:markup($record?label) || ']'
        else t:markup($record?label)"/>
  </xsl:function>

  <!-- what is neither name nor date nor number: first what is told, then the rest with its dates -->
  <xsl:function name="t:description" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="worded" as="xs:boolean" select="t:is-worded($entry)"/>
    <xsl:sequence select="
        if ($worded) then $entry/self::tei:bibl/tei:note ! t:prose(.)
        else v:told-of-entry($entry) ! string-join((v:dated(.)[. ne ''] ! t:curled(.), t:prose(.)), ' '),
        v:relations($entry) ! t:curled(.)"/>
  </xsl:function>

  <!-- where an entry is mentioned: the paragraph, line or note, and the mark on its page -->
  <xsl:function name="t:places" as="xs:string*">
    <xsl:param name="mentions" as="element()*"/>
    <xsl:for-each-group select="$mentions" group-by="v:place-of-mention(.)">
      <xsl:sequence select="
          '([' || t:curled(current-grouping-key()) || '], ' || t:string(@v:mention) || ')'"/>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
