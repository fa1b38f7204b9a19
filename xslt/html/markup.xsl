<?xml version="1.0" encoding="UTF-8"?>
<!-- From an element of the model to an HTML element: which tag may stand here, its class, id and
     links. The tag is told by the word that says what an element is, in the file of that word.

     HTML allows no block inside a paragraph, a heading or a span; TEI does. A paragraph that holds
     a block becomes a div; where only phrases may stand (tunnel parameter `phrasing`), a block
     becomes a span that the style sheet sets as a block. So the page is valid whatever comes. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="h:by-id" match="*[@v:id]" use="@v:id"/>

  <!-- the HTML elements of words that are blocks, and of words that are phrases -->
  <xsl:variable name="h:block-tags" static="yes" as="map(xs:string, xs:string)" select="
      map:merge(($h:structure-tags, $h:verse-tags, $h:drama-tags, $h:letter-tags, $h:list-tags,
                 $h:table-tags, $h:figure-tags))"/>
  <xsl:variable name="h:phrase-tags" static="yes" as="map(xs:string, xs:string)" select="
      map:merge(($h:word-tags, $h:quotation-tags, $h:stage-tags, $h:record-tags))"/>

  <!-- what needs no more than a tag -->
  <xsl:template match="*" mode="text" priority="-0.5" as="element()">
    <xsl:variable name="tag" as="xs:string?" select="$h:block-tags(string(@v:is))"/>
    <xsl:choose>
      <xsl:when test="empty($tag) or @v:is = 'line' and not(@v:block)"><xsl:call-template name="h:phrase"/></xsl:when>
      <xsl:when test="@v:block = 'blocks'">
        <xsl:call-template name="h:block"><xsl:with-param name="tag" select="$tag"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="h:paragraph">
          <xsl:with-param name="tag" select="$tag"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- whether a block is rendered inside `element`; notes are rendered elsewhere -->
  <xsl:function name="h:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        some $child in $element/*[not(@v:is = ('note', 'silent'))]
        satisfies ($child/@v:block or h:has-blocks($child))"/>
  </xsl:function>

  <!-- a block that may hold blocks -->
  <xsl:template name="h:block" as="element()">
    <xsl:param name="tag" as="xs:string" select="'div'"/>
    <xsl:param name="classes" as="xs:string*" select="'tei-' || local-name()"/>
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($phrasing) then 'span' else $tag}">
      <xsl:sequence select="h:attributes(., ($classes, 'block'[$phrasing]))"/>
      <xsl:apply-templates mode="text"/>
    </xsl:element>
  </xsl:template>

  <!-- a block of running text: `tag` where it holds phrases only, else a div -->
  <xsl:template name="h:paragraph" as="element()">
    <xsl:param name="tag" as="xs:string" select="'p'"/>
    <xsl:param name="classes" as="xs:string*" select="'tei-' || local-name()"/>
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="blocks" as="xs:boolean" select="h:has-blocks(.)"/>
    <xsl:element name="{if ($phrasing) then 'span' else if ($blocks) then 'div' else $tag}">
      <xsl:sequence select="h:attributes(., ($classes, 'block'[$phrasing]))"/>
      <xsl:apply-templates mode="text">
        <xsl:with-param name="phrasing" tunnel="yes" select="$phrasing or not($blocks)"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- a phrase: its tag, or a div where it holds blocks and blocks may stand -->
  <xsl:template name="h:phrase" as="element()">
    <xsl:param name="classes" as="xs:string*" select="'tei-' || local-name()"/>
    <xsl:param name="data" as="attribute()*" select="()"/>
    <xsl:param name="tag" as="xs:string?" select="()"/>
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="blocks" as="xs:boolean" select="not($phrasing) and h:has-blocks(.)"/>
    <xsl:variable name="div" as="xs:boolean" select="$blocks or not($phrasing) and @v:block"/>
    <xsl:element name="{if ($div) then 'div' else ($tag, h:phrase-tag(.))[1]}">
      <xsl:sequence select="h:attributes(., $classes), $data"/>
      <xsl:call-template name="h:words">
        <xsl:with-param name="phrasing" tunnel="yes" select="$phrasing or $div and not($blocks)"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <xsl:function name="h:phrase-tag" as="xs:string">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="
        ($h:phrase-tags(string($phrase/@v:is))[. ne 'span'], h:rendition-tag($phrase), 'span')[1]"/>
  </xsl:function>

  <!-- most elements have no attribute that asks for anything: that is found out first -->
  <xsl:function name="h:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="$element[@v:id or @xml:id or @v:mention or @v:rendition or @v:lang
          or @v:differs]">
        <xsl:variable name="all" as="xs:string*"
            select="$classes, 'differs'[$element/@v:differs], h:rendition-classes($element)"/>
        <xsl:if test="exists($all)">
          <xsl:attribute name="class" select="$all"/>
        </xsl:if>
        <xsl:for-each select="h:id($element)">
          <xsl:attribute name="id" select="."/>
        </xsl:for-each>
        <xsl:if test="$element/@v:steps">
          <xsl:attribute name="style" select="'padding-inline-start: ' || 1.6 * $element/@v:steps || 'em'"/>
        </xsl:if>
        <xsl:sequence select="h:language($element)"/>
      </xsl:when>
      <xsl:when test="exists($classes)">
        <xsl:attribute name="class" select="$classes"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- the id of `element` in the page; nothing for a copy, or for an id that another has -->
  <xsl:function name="h:id" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element[@v:id or @v:mention or @xml:id] and h:in-text($element)">
      <xsl:sequence select="
          ($element/@v:id, $element/@v:mention,
           $element/@xml:id[h:is-free(., $element)][not(contains(., ' ')) and . ne ''])[1]"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:is-free" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        empty(key('h:by-id', $id, root($element)))
        and key('v:id', $id, root($element))[1] is $element"/>
  </xsl:function>

  <xsl:function name="h:in-text" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::text) and empty($element/ancestor::standOff)"/>
  </xsl:function>
</xsl:stylesheet>
