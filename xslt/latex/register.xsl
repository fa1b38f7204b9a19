<?xml version="1.0" encoding="UTF-8"?>
<!-- The register after the text: what is named, where, and the records that tell of it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:key name="x:register-entry" match="*:standOff[@v:part = 'register']//*[@v:id]" use="@v:id"/>

  <!-- the name of the place of an entry: no sign that TeX reads otherwise -->
  <xsl:function name="x:entry-id" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'entry-' || replace($id, '[^\p{L}\p{N}.]', '-')"/>
  </xsl:function>

  <!-- a section for each kind of entry -->
  <xsl:mode name="register" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="register" as="text()*">
    <xsl:value-of select="'\section*{' || x:curled(l:label('register')) || '}&#10;'"/>
    <xsl:apply-templates select="v:register-sections(.)" mode="register"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'register']" mode="register" as="text()*">
    <xsl:value-of select="'\subsection*{' || x:curled(v:register-title(.)) || '}&#10;'"/>
    <xsl:apply-templates select="*" mode="register"/>
  </xsl:template>

  <xsl:template match="*" mode="register" as="text()*">
    <xsl:value-of select="
        '\noindent\hypertarget{' || x:entry-id(@v:id) || '}{}' || string-join((
          @v:name[not(v:is-worded-entry(current()))] ! ('\textbf{' || x:curled(v:sentence(.)) || '}'),
          x:curled(v:entry-in-words(.)),
          string-join(v:further-records(.) ! x:record(.), ', '),
          string-join(v:places-of-entry(.), ', ')[. ne ''] ! ('→ ' || x:curled(.)))[. ne ''], ' ')
        || '\par&#10;'"/>
  </xsl:template>

  <xsl:function name="x:record" as="xs:string">
    <xsl:param name="record" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="
        if ($record?address)
        then '\href{' || x:address($record?address) || '}{' || x:escape($record?label) || '}'
        else x:escape($record?label)"/>
  </xsl:function>
</xsl:stylesheet>
