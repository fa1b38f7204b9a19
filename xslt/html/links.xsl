<?xml version="1.0" encoding="UTF-8"?>
<!-- References, pointers and other links. HTML allows no link inside a link, TEI nests names in names: where a link would hold
     another, each run of its own text becomes the link (tunnel parameter `link`). -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'reference']" mode="text" as="element()+">
    <xsl:param name="link" as="map(*)?" tunnel="yes" select="()"/>
    <xsl:variable name="from" as="element()" select="."/>
    <xsl:variable name="all" as="xs:string*" select="tokenize(@target) ! h:href(., $from)"/>
    <xsl:variable name="href" as="xs:string?" select="$all[1]"/>
    <xsl:choose>
      <xsl:when test="exists($href)">
        <xsl:call-template name="h:link">
          <xsl:with-param name="to" select="map { 'href': $href, 'class': 'ref' }"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="h:phrase"/></xsl:otherwise>
    </xsl:choose>
    <!-- the style sheet numbers further links -->
    <xsl:if test="count($all) gt 1 and empty($link)">
      <span class="also">
        <xsl:for-each select="tail($all)"><a href="{.}" aria-label="{.}"/></xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- without words of its own it shows each address -->
  <xsl:template match="*[@v:is = 'pointer'] | *[@v:is = 'reference'][@target][not(normalize-space() or *)]"
      mode="text" as="item()*" priority="2">
    <xsl:param name="link" as="map(*)?" tunnel="yes" select="()"/>
    <xsl:variable name="from" as="element()" select="."/>
    <xsl:for-each select="tokenize(@target)[empty($link)] ! h:href(., $from)">
      <xsl:text>{if (position() gt 1) then ' ' else ''}</xsl:text>
      <a class="ptr" href="{.}">{replace(., '^(https?://|mailto:|#)', '')}</a>
    </xsl:for-each>
  </xsl:template>

  <!-- the text, quotation marks curled, linked where an element around it asks for that -->
  <xsl:template match="text()" mode="text" as="item()*">
    <xsl:param name="link" as="map(*)?" tunnel="yes" select="()"/>
    <xsl:variable name="curled" as="xs:string" select="
        if (contains(., '&quot;') or contains(., '''')) then v:curl(string(.), accumulator-before('v:character-before'))
        else string(.)"/>
    <xsl:choose>
      <xsl:when test="empty($link) or normalize-space($curled) eq ''">
        <xsl:value-of select="$curled"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="replace($curled, '\S.*$', '', 's')"/>
        <xsl:sequence select="h:anchor($link, replace($curled, '^\s+|\s+$', ''))"/>
        <xsl:value-of select="replace($curled, '^.*\S', '', 's')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the element as a link; `link` holds `href` and, if wished, `class` and `title` -->
  <xsl:template name="h:link" as="element()">
    <xsl:param name="to" as="map(*)"/>
    <xsl:param name="link" as="map(*)?" tunnel="yes" select="()"/>
    <xsl:choose>
      <xsl:when test="empty($link) and not(h:holds-links(.)) and not(h:has-blocks(.))
          and normalize-space() ne ''">
        <a>
          <xsl:sequence select="h:attributes(., $to?class), h:link-attributes($to)"/>
          <xsl:call-template name="h:words">
            <xsl:with-param name="phrasing" tunnel="yes" select="true()"/>
          </xsl:call-template>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="h:phrase">
          <xsl:with-param name="classes" select="$to?class"/>
          <xsl:with-param name="link" tunnel="yes" select="map:put($to, 'class', 'part')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="h:anchor" as="element(a)" xpath-default-namespace="">
    <xsl:param name="link" as="map(*)"/>
    <xsl:param name="text" as="xs:string"/>
    <a>
      <xsl:if test="$link?class"><xsl:attribute name="class" select="$link?class"/></xsl:if>
      <xsl:sequence select="h:link-attributes($link)"/>
      <xsl:value-of select="$text"/>
    </a>
  </xsl:function>

  <xsl:function name="h:link-attributes" as="attribute()*">
    <xsl:param name="link" as="map(*)"/>
    <xsl:attribute name="href" select="$link?href"/>
    <xsl:if test="$link?title">
      <xsl:attribute name="title" select="$link?title"/>
    </xsl:if>
  </xsl:function>

  <!-- what becomes a link wherever it stands -->
  <xsl:variable name="h:linking" static="yes" as="map(xs:string, xs:boolean)"
      select="map { 'reference': true(), 'pointer': true(), 'note': true(), 'picture': true() }"/>

  <!-- whether a link of its own is rendered inside `element` -->
  <xsl:function name="h:holds-links" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/descendant::*[@v:entries or @v:entity or @v:address or @v:n or @v:file or @v:address
                                      or map:contains($h:linking, string(@v:is))])"/>
  </xsl:function>

  <!-- where a pointer leads from this page, if anywhere -->
  <xsl:function name="h:href" as="xs:string?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="from" as="element()"/>
    <xsl:sequence select="
        (for $pointer in tokenize($value)
         return if (starts-with($pointer, '#')) then h:local-href(substring($pointer, 2), $from)
                else (v:web-address($pointer), $from/@v:leads-to ! h:register-address(., $from), h:document-href($pointer)))[1]"/>
  </xsl:function>

  <xsl:function name="h:local-href" as="xs:string?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="target" as="element()?" select="key('v:id', $id, root($from))[1]"/>
    <xsl:sequence select="
        if (empty($target)) then ()
        else if ($target[self::witness or self::msDesc]/ancestor::*[@v:fact = 'source'])
        then ('#' || v:own-id('witness-' || $id, $from))[h:is-reading-text(root($from)/*)]
        else if (exists(v:cited-as($target)))
        then ('#source-' || $id)[h:is-reading-text(root($from)/*)]
        else if (not(h:is-rendered($target)))
        then key('v:id', $id, root($from))[@v:own]/@v:id ! h:register-address(., $from)
        else h:id($target) ! (h:page-of-commentary($target)[$target/ancestor-or-self::*[@v:is = 'note'][@v:n]] || '#' || .)"/>
  </xsl:function>

  <xsl:function name="h:is-rendered" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        h:in-text($element)
        and empty($element/ancestor-or-self::*[@v:is = 'silent'][ancestor::text])"/>
  </xsl:function>
</xsl:stylesheet>
