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

  <!-- `before`, `after`: names of documents; `before_part`, `after_part`: the pages of these that are
       beside this one, if they are divided; `named`: their names by what pointers say before any #;
       `places`: ids in their texts by what pointers say; `parts`: the numbers of the pages that have
       these, where a text is divided -->
  <xsl:param name="beside" as="map(*)" select="map { }"/>

  <xsl:template name="h:neighbours" as="element(nav)?" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="links" as="element(li)*" select="h:documents-beside('before'), h:documents-beside('after')"/>
    <xsl:if test="exists($links) and h:is-reading-text($document)">
      <nav class="neighbours" aria-label="{l:label('html.neighbours')}">
        <xsl:sequence select="h:label-language($document)"/>
        <ul><xsl:sequence select="$links"/></ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:has-neighbours" as="xs:boolean">
    <xsl:sequence select="($beside?before, $beside?after) != ''"/>
  </xsl:function>

  <!-- the document before or after this one, by the page of it that is beside this page -->
  <xsl:function name="h:documents-beside" as="element(li)?" xpath-default-namespace="">
    <xsl:param name="side" as="xs:string"/>
    <xsl:for-each select="$beside($side)[. ne '']">
      <li><a rel="{if ($side eq 'before') then 'prev' else 'next'}"
          href="{h:page-beside(., $beside($side || '_part'))}">{l:label('html.neighbours.' || $side)}</a></li>
    </xsl:for-each>
  </xsl:function>

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
