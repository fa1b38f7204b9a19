<?xml version="1.0" encoding="UTF-8"?>
<!-- Names and other mentions that the model resolved: each leads to its entry in the register. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="h:entity" match="standOff[@v:part = 'register']//*[@v:id]" use="@v:id"/>

  <!-- inline mentions, with a further link for each further entry: the style sheet numbers them, for
       they are no words of the text. A quotation or note that names its speaker or source is not
       itself a name, nor is a segment, which may be of any length -->
  <xsl:template match="*[@v:mention][not(@v:is = ('quotation', 'speech', 'note', 'division',
      'paragraph', 'verse', 'stanza', 'passage', 'line'))]" mode="text" priority="3" as="item()*">
    <xsl:variable name="entities" as="xs:string+" select="tokenize(@v:entity)"/>
    <xsl:call-template name="h:link">
      <xsl:with-param name="to" select="h:entity-link($entities[1], .)"/>
    </xsl:call-template>
    <xsl:variable name="further" as="xs:string*" select="h:unlinked(., $entities)"/>
    <xsl:call-template name="h:further-entries">
      <xsl:with-param name="further" select="$further[empty(current()/ancestor::standOff)]"/>
      <xsl:with-param name="all" select="count($entities) eq count($further)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- links to the entries that the words of the element itself do not lead to -->
  <xsl:template name="h:further-entries" as="element()?">
    <xsl:param name="further" as="xs:string*"/>
    <xsl:param name="all" as="xs:boolean" select="false()"/>
    <xsl:if test="exists($further)">
      <xsl:variable name="self" as="element()" select="."/>
      <span class="also{' all'[$all]}">
        <xsl:for-each select="$further">
          <xsl:variable name="name" as="xs:string" select="h:entity-name(., $self)"/>
          <a href="{h:register-address(., $self)}" title="{$name}" aria-label="{$name}"/>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- a name that no register has leads to its entry by its address, within notes to the address itself -->
  <xsl:template match="text//*[@v:address][@v:is = ('name', 'place', 'title')]
      [exists(v:web-address(@v:address))]" mode="text" priority="3" as="element()">
    <xsl:call-template name="h:link">
      <xsl:with-param name="to" select="map {
          'href': if (ancestor::note or @v:mention or ancestor::standOff) then string(@v:address)
                  else h:register-address(v:id-of-address(@v:address), .),
          'class': 'name' }"/>
    </xsl:call-template>
  </xsl:template>

  <!-- names in the header, and the parties that it names by what they do -->
  <xsl:template match="*[@v:entity][@v:is = 'name' or self::publisher or self::editor
      or self::author][ancestor::teiHeader or ancestor::standOff[@v:part = 'witnesses']]" mode="text" priority="3"
      as="element()">
    <xsl:variable name="entity" as="xs:string" select="tokenize(@v:entity)[1]"/>
    <xsl:choose>
      <xsl:when test="h:has-entry($entity, .)">
        <xsl:call-template name="h:link">
          <xsl:with-param name="to"
              select="map { 'href': h:register-address($entity, .), 'class': 'name' }"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="h:phrase"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- whether the register page has the entry: all of the registers, and what the text mentions -->
  <xsl:function name="h:has-entry" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:sequence select="
        exists(key('h:entity', $id, root($from))) or empty(key('v:id', $id, root($from)))"/>
  </xsl:function>

  <!-- the entries no text of the element's own can link to: all but the first; the first too where
       names inside cover the whole of it -->
  <xsl:function name="h:unlinked" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="entities" as="xs:string+"/>
    <xsl:sequence select="
        if (h:holds-links($element) and empty(h:own-text($element))) then $entities
        else tail($entities)"/>
  </xsl:function>

  <!-- text that is linked to `element` and not to a name inside it -->
  <xsl:function name="h:own-text" as="text()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/node()/(self::text()[normalize-space() ne '']
                         | self::*[not(@v:mention or @v:is = ('note', 'reference'))]/h:own-text(.))"/>
  </xsl:function>

  <xsl:function name="h:entity-link" as="map(xs:string, xs:string)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:sequence select="map {
        'href': h:register-address($id, $from),
        'class': 'name' }"/>
  </xsl:function>

  <!-- the order of the sections; other kinds follow as one -->
  <xsl:variable name="h:kinds" as="xs:string+"
      select="'person', 'group', 'place', 'org', 'event', 'office', 'term', 'bibl'"/>

  <xsl:function name="h:known-kind" as="xs:string">
    <xsl:param name="kind" as="xs:string?"/>
    <xsl:sequence select="($kind[. = $h:kinds], 'other')[1]"/>
  </xsl:function>

  <!-- where the register tells of an entry: on the page of its kind, which is that of the entry, or else of
       the element that points to it -->
  <xsl:function name="h:register-address" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="kind" as="xs:string?"
        select="(key('h:entity', $id, root($from))/@v:kind, $from/(@v:entity-kind, @v:leads-to-kind))[1]"/>
    <xsl:sequence select="'register/' || h:known-kind($kind) || '.html#' || $id"/>
  </xsl:function>

  <xsl:function name="h:entity-name" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:sequence select="string((key('h:entity', $id, root($from))/@v:name, $id)[1])"/>
  </xsl:function>

  <!-- so many mentions stand in a card; the entry has all -->
  <xsl:variable name="h:mentions-of-card" as="xs:integer" select="20"/>

  <!-- the card of an entry: its name, which leads to it, what the register says, and the places that
       mention it. Links are as on the page of the register -->
  <xsl:template name="h:card" as="element()+">
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="entry" as="element()" select="$h:register-entries($id)"/>
    <xsl:variable name="mentions" as="element(v:mention)*" select="$h:mentions($id)"/>
    <p class="card-name">
      <a href="index.html#{$id}"><xsl:value-of select="v:curl(v:preferred-name($entry), '')"/></a>
    </p>
    <xsl:apply-templates select="$entry" mode="register-entry"/>
    <p class="mentions">
      <xsl:text>{l:label('html.card.mentions')} </xsl:text>
      <xsl:for-each-group select="$mentions[position() le $h:mentions-of-card]"
          group-by="../@id || ' ' || h:place(.)">
        <a href="../{h:place-address(.)}">{string-join((
            ../v:title[count($summaries) gt 1] ! v:curl(., ''), h:place(.)), ', ')}</a>
        <xsl:text>{if (position() ne last()) then '; ' else ''}</xsl:text>
      </xsl:for-each-group>
      <xsl:if test="count($mentions) gt $h:mentions-of-card">
        <xsl:text>; </xsl:text>
        <a href="index.html#{$id}">{l:label('html.card.all', string(count($mentions)))}</a>
      </xsl:if>
    </p>
  </xsl:template>
</xsl:stylesheet>
