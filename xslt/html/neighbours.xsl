<?xml version="1.0" encoding="UTF-8"?>
<!-- The documents beside this one: before and after it in the edition, and those it points to. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- `before`, `after`: names of documents; `named`: their names by what pointers say before any #;
       `places`: ids in their texts by what pointers say; `parts`: the numbers of the pages that have
       these, where a text is divided -->
  <xsl:param name="beside" as="map(*)" select="map { }"/>

  <xsl:template name="h:neighbours" as="element(nav)?" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="$beside?before, $beside?after"/>
    <xsl:if test="exists($names[. ne '']) and h:is-reading-text($document)">
      <nav class="neighbours" aria-label="{l:label('html.neighbours')}">
        <xsl:sequence select="h:label-language($document)"/>
        <ul>
          <xsl:for-each select="$beside?before[. ne '']">
            <li><a rel="prev" href="{encode-for-uri(.)}.html">{l:label('html.neighbours.before')}</a></li>
          </xsl:for-each>
          <xsl:for-each select="$beside?after[. ne '']">
            <li><a rel="next" href="{encode-for-uri(.)}.html">{l:label('html.neighbours.after')}</a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- the page of the document that a pointer names, and the place in its text -->
  <xsl:function name="h:document-href" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="
        $beside?named ! .(replace($pointer, '#.*$', ''))
        ! (h:page-beside(., $beside?parts ! .($pointer)[$settings?parts]) || ($beside?places ! .($pointer) ! ('#' || encode-for-uri(.))))"/>
  </xsl:function>

  <xsl:function name="h:page-beside" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="part" as="xs:integer?"/>
    <xsl:sequence select="if ($part) then v:page-of-part($name, $part) else encode-for-uri($name) || '.html'"/>
  </xsl:function>
</xsl:stylesheet>
