<?xml version="1.0" encoding="UTF-8"?>
<!-- The register after the text: what is named, where, and the records that tell of it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:function name="p:register" as="xs:string*">
    <xsl:param name="model" as="element(tei:TEI)"/>
    <xsl:variable name="sections" as="xs:string*" select="
        v:register-sections($model/tei:standOff[@v:part = 'register'])
        ! (v:register-title(.), * ! p:entry(.))"/>
    <xsl:variable name="names" as="xs:string*"
        select="v:names-with-addresses($model/tei:text) ! ('- ' || normalize-space() || ' &lt;' || @v:address || '&gt;')"/>
    <xsl:sequence select="p:section('register', ($sections, l:label('print.other')[exists($names)], $names))"/>
  </xsl:function>

  <!-- one line for each entry -->
  <xsl:function name="p:entry" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        '- ' || string-join((
          $entry/@v:name[not(v:is-worded-entry($entry))] ! v:sentence(.), v:entry-in-words($entry),
          string-join(v:further-records($entry)
                      ! string-join((?label[not(starts-with(., 'http'))], ?address ! ('&lt;' || . || '&gt;')), ' '), ', '),
          string-join(v:places-of-entry($entry), ', ')[. ne ''] ! ('→ ' || .))[. ne ''], ' ')"/>
  </xsl:function>
</xsl:stylesheet>
