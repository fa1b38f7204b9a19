<?xml version="1.0" encoding="UTF-8"?>
<!-- Cards of names: what the script shows of an entry beside its name in the text (assets/reader.js).
     They are script files, since a page opened from a folder may read no others, and few, each with
     the cards of many entries. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- so many files at most; the script knows the number -->
  <xsl:variable name="h:files-of-cards" as="xs:integer" select="32"/>

  <!-- the number of the file that has the card of an entry -->
  <xsl:function name="h:file-of-card" as="xs:integer">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="sum(string-to-codepoints($id)) mod $h:files-of-cards"/>
  </xsl:function>

  <!-- only what the texts mention has a card -->
  <xsl:template name="h:cards" as="element(page)*" xpath-default-namespace="">
    <xsl:if test="exists($assets('reader.js')?href)">
      <xsl:for-each-group select="sort(map:keys($h:register-entries)[exists($h:mentions(.))])"
          group-by="h:file-of-card(.)">
        <page href="register/cards/{current-grouping-key()}.js">
          <xsl:value-of select="
              'variorumCards({', current-group() ! (h:json(.) || ':' || h:json(h:card-as-text(.)) || ','), '})'"
              separator="&#10;"/>
        </page>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:json" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="serialize($words, map { 'method': 'json' })"/>
  </xsl:function>

  <xsl:function name="h:card-as-text" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="card" as="element()+">
      <xsl:call-template name="h:card">
        <xsl:with-param name="id" select="$id"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="h:serialized($card)"/>
  </xsl:function>
</xsl:stylesheet>
