<?xml version="1.0" encoding="UTF-8"?>
<!-- The register page: the persons, places, organisations ... of the edition's registers and
     documents, each with every mention of it. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- what the model says of each document: title and mentions -->
  <xsl:param name="summaries" as="element(v:document)*" select="()"/>
  <!-- the registers of the edition, with what the model says of every element -->
  <xsl:param name="registers" as="document-node()*" select="()"/>

  <!-- the order of the sections; other kinds follow as one -->
  <xsl:variable name="h:kinds" as="xs:string+"
      select="'person', 'group', 'place', 'org', 'event', 'office', 'term', 'bibl'"/>

  <xsl:variable name="h:mentions" as="map(xs:string, element(v:mention)*)" select="
      map:merge($summaries/v:mention ! (for $id in tokenize(@entity) return map { $id: . }),
                map { 'duplicates': 'combine' })"/>

  <!-- the entries of the registers, then those that documents keep for themselves: these are the same
       where they share a number in an authority file -->
  <xsl:variable name="h:register-items" as="array(element())*">
    <xsl:for-each-group group-by="@xml:id" select="
        $registers/TEI/(standOff | text | teiHeader/(profileDesc | .//sourceDesc//*[map:contains($v:lists-of-entries, local-name())]))
        //*[@xml:id][exists(v:entity-kind(.))][not(ancestor::note or ancestor::desc)]">
      <xsl:sequence select="[.]"/>
    </xsl:for-each-group>
    <xsl:for-each-group select="$summaries/*[@v:own]" group-by="
        (idno[normalize-space()] ! string-join((../@v:kind, @type, normalize-space()), ' '), @v:id)[1]">
      <xsl:sequence select="array { current-group() }"/>
    </xsl:for-each-group>
  </xsl:variable>

  <!-- by the id of an entry, the first of those that are the same -->
  <xsl:variable name="h:register-entries" as="map(xs:string, element())" select="
      map:merge(for $item in $h:register-items, $entry in $item?*
                return map { h:entry-id($entry): $item(1) })"/>

  <xsl:function name="h:entry-id" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="string(($entry/@v:id, $entry/@xml:id)[1])"/>
  </xsl:function>

  <xsl:template name="h:register" as="element()">
    <xsl:variable name="items" as="map(xs:string, array(element())*)" select="
        map:merge($h:register-items ! map { h:kind(.(1)): . }, map { 'duplicates': 'combine' })"/>
    <xsl:variable name="kinds" as="xs:string*"
        select="($h:kinds, 'other')[map:contains($items, .)]"/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="l:label('register') || ' · ' || h:site-title()"/>
      <xsl:with-param name="up" select="'../'"/>
      <xsl:with-param name="main" as="item()*">
        <header class="title">
          <h1>{l:label('register')}</h1>
          <p class="subtitle">{l:label('html.register.about')}</p>
        </header>
        <xsl:call-template name="h:register-contents">
          <xsl:with-param name="kinds" select="$kinds"/>
        </xsl:call-template>
        <div class="register">
          <xsl:for-each select="$kinds">
            <xsl:sequence select="h:register-section(., $items(.))"/>
          </xsl:for-each>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="h:kind" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="(($entry/@v:kind, v:entity-kind($entry))[. = $h:kinds], 'other')[1]"/>
  </xsl:function>

  <xsl:template name="h:register-contents" as="element()?">
    <xsl:param name="kinds" as="xs:string*"/>
    <xsl:if test="exists($kinds)">
      <nav class="kinds" aria-label="{l:label('html.contents')}">
        <ul>
          <xsl:for-each select="$kinds">
            <li><a href="#kind-{.}">{l:label('html.register.' || .)}</a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:register-section" as="element()">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="items" as="array(element())+"/>
    <section class="entries" aria-labelledby="kind-{$kind}">
      <h2 id="kind-{$kind}">{l:label('html.register.' || $kind)}</h2>
      <xsl:for-each select="sort($items, h:collation(), function($item) { v:sort-key($item(1)) })">
        <xsl:call-template name="h:register-entry">
          <xsl:with-param name="same" select="?*"/>
        </xsl:call-template>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </section>
  </xsl:function>

  <!-- how names are sorted in the language of the edition -->
  <xsl:function name="h:collation" as="xs:string">
    <xsl:sequence select="'http://www.w3.org/2013/collation/UCA?lang=' || $l:language"/>
  </xsl:function>

  <!-- an entry, and all its mentions; pages lead to it by the id of each entry that is the same -->
  <xsl:template name="h:register-entry" as="element()">
    <xsl:param name="same" as="element()+"/>
    <xsl:variable name="entry" as="element()" select="$same[1]"/>
    <section class="register-entry" id="{h:entry-id($entry)}">
      <div class="identity">
        <xsl:for-each select="tail($same)"><span id="{h:entry-id(.)}"/></xsl:for-each>
        <h3>
          <xsl:sequence select="
              v:preferred-entry-name($entry)/h:language(.)[local-name() = 'lang']"/>
          <xsl:value-of select="v:curl(v:preferred-name($entry), '')"/>
        </h3>
        <xsl:apply-templates select="$entry" mode="register-entry"/>
      </div>
      <xsl:call-template name="h:occurrences">
        <xsl:with-param name="mentions" select="$same ! $h:mentions(h:entry-id(.))"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <!-- every mention, by document: its paragraph and the words around it -->
  <xsl:template name="h:occurrences" as="element()*">
    <xsl:param name="mentions" as="element(v:mention)*"/>
    <xsl:for-each-group select="$mentions" group-by="../@id">
      <div class="occurrences">
        <xsl:variable name="document" as="element(v:document)" select=".."/>
        <p class="in-document">
          <cite>
            <xsl:sequence select="h:quoted-language($document)"/>
            <xsl:value-of select="v:curl($document/v:title, '')"/>
          </cite>
        </p>
        <ol>
          <xsl:for-each select="current-group()">
            <li><xsl:call-template name="h:occurrence"/></li>
          </xsl:for-each>
        </ol>
      </div>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template name="h:occurrence" as="item()+">
    <a href="../{encode-for-uri(../@id)}.html#{@id}">
      <xsl:text>{h:place(.)}</xsl:text>
      <span class="hidden">: {@text}</span>
    </a>
    <xsl:text> </xsl:text>
    <span class="context">
      <xsl:sequence select="h:quoted-language(..)"/>
      <xsl:value-of select="v:curl(@before, '')"/>
      <b><xsl:value-of select="v:curl(h:short(@text), h:last-character(@before))"/></b>
      <xsl:value-of select="v:curl(@after, h:last-character(@text))"/>
    </span>
  </xsl:template>

  <!-- a long passage by its first and last words -->
  <xsl:function name="h:short" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (string-length($text) le 100) then $text
        else replace(substring($text, 1, 48), '\S+$', '') || '…'
             || replace(substring($text, string-length($text) - 40), '^\S+', '')"/>
  </xsl:function>

  <xsl:function name="h:last-character" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="substring($text, string-length($text))"/>
  </xsl:function>

  <xsl:function name="h:place" as="xs:string">
    <xsl:param name="mention" as="element(v:mention)"/>
    <xsl:sequence select="
        if ($mention/@block-n ne '') then l:label('html.place.paragraph', $mention/@block-n)
        else l:label('html.place.text')"/>
  </xsl:function>
</xsl:stylesheet>
