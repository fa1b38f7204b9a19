<?xml version="1.0" encoding="UTF-8"?>
<!-- The letters that an entry of a register sent or received. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- by the ids of entries, the letters of which they are sender or receiver, by date -->
  <xsl:variable name="h:letters-sent" as="map(xs:string, element(v:document)*)" select="
      map:merge($h:by-date ! (for $id in v:sender/@entity return map { string($id): . }),
                map { 'duplicates': 'combine' })"/>
  <xsl:variable name="h:letters-received" as="map(xs:string, element(v:document)*)" select="
      map:merge($h:by-date ! (for $id in v:receiver/@entity return map { string($id): . }),
                map { 'duplicates': 'combine' })"/>

  <!-- what an entry sent or received; the tables by sender and by receiver have all where there are many -->
  <xsl:function name="h:letters-of" as="element(details)?" xpath-default-namespace="">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="letters" as="element(v:document)*"/>
    <xsl:if test="exists($letters)">
      <details class="letters">
        <summary>{l:label('html.documents.' || $role)}: {count($letters)}</summary>
        <ul>
          <xsl:for-each select="$letters[position() le $h:entries-of-page]">
            <li>
              <xsl:sequence select="h:quoted-language(.)"/>
              <a href="../{h:first-page(.)}">{v:curl(v:title, '')}</a>
            </li>
          </xsl:for-each>
          <xsl:if test="exists($letters[$h:entries-of-page + 1])">
            <li><a href="../documents/{$role}.html">{l:label('html.documents.by.' || $role)}</a></li>
          </xsl:if>
        </ul>
      </details>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
