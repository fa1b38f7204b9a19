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

  <!-- the entries of the registers, then those a document keeps for itself -->
  <xsl:variable name="h:all-register-entries" as="element()*" select="
      ($registers/TEI/standOff, $summaries/standOff)
      //(person | personGrp | place | org | event | object | bibl | biblStruct | item)
      [@xml:id][not(ancestor::note or ancestor::desc)]"/>

  <xsl:variable name="h:register-entries" as="map(xs:string, element())" select="
      map:merge($h:all-register-entries ! map { string(@xml:id): . }, map { 'duplicates': 'use-first' })"/>

  <xsl:template name="h:register" as="element()">
    <xsl:variable name="items" as="element(v:register-item)*" select="h:register-items()"/>
    <xsl:variable name="kinds" as="xs:string*" select="($h:kinds, 'other')[. = $items/@kind]"/>
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
            <xsl:sequence select="h:register-section(., $items[@kind = current()])"/>
          </xsl:for-each>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- every entry, in the order of the registers; then what is mentioned and has no entry -->
  <xsl:function name="h:register-items" as="element(v:register-item)*">
    <xsl:for-each select="$h:all-register-entries[. is $h:register-entries(string(@xml:id))]">
      <v:register-item id="{@xml:id}" name="{h:name(.)}" kind="{h:kind(.)}"/>
    </xsl:for-each>
    <xsl:for-each select="sort(map:keys($h:mentions)[not(map:contains($h:register-entries, .))])">
      <xsl:variable name="mention" as="element(v:mention)" select="$h:mentions(.)[1]"/>
      <v:register-item id="{.}" name="{($mention/@text[. ne ''], .)[1]}"
          kind="{($mention/@kind[. = $h:kinds], 'other')[1]}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:kind" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="(v:entity-kind($entry)[. = $h:kinds], 'other')[1]"/>
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
    <xsl:param name="items" as="element(v:register-item)+"/>
    <section class="entries" aria-labelledby="kind-{$kind}">
      <h2 id="kind-{$kind}">{l:label('html.register.' || $kind)}</h2>
      <xsl:for-each select="$items">
        <xsl:call-template name="h:register-entry"/>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </section>
  </xsl:function>

  <xsl:template name="h:register-entry" as="element()">
    <xsl:variable name="entry" as="element()?" select="$h:register-entries(string(@id))"/>
    <section class="register-entry" id="{@id}">
      <div class="identity">
        <h3>
          <xsl:sequence select="$entry ! h:preferred(.)/h:language(.)[local-name() = 'lang']"/>
          <xsl:value-of select="v:curl(@name, '')"/>
        </h3>
        <xsl:if test="$entry">
          <xsl:apply-templates select="$entry" mode="register-entry"/>
        </xsl:if>
      </div>
      <xsl:call-template name="h:occurrences">
        <xsl:with-param name="mentions" select="$h:mentions(string(@id))"/>
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
