<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the register: the persons, places, organisations ... of the edition's registers and
     documents. -->
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

  <xsl:variable name="h:mentions" as="map(xs:string, element(v:mention)*)" select="
      map:merge($summaries/v:mention ! (for $id in tokenize(@entity) return map { $id: . }),
                map { 'duplicates': 'combine' })"/>

  <!-- the entries of the registers, then those that documents keep for themselves: these are the same
       where they share a number in an authority file, or several documents name one -->
  <xsl:variable name="h:register-items" as="array(element())*">
    <xsl:for-each-group group-by="@xml:id" select="
        $registers/TEI/(standOff | text | teiHeader/(profileDesc | .//sourceDesc//*[map:contains($v:lists-of-entries, local-name())]))
        //*[@xml:id][exists(v:entity-kind(.))][not(ancestor::note or ancestor::desc)]">
      <xsl:sequence select="[.]"/>
    </xsl:for-each-group>
    <xsl:for-each-group select="$summaries/*[@v:own]" group-by="
        (idno[normalize-space()] ! string-join((../@v:kind, @type, normalize-space()), ' '), @v:id)[1]">
      <xsl:sequence select="array { h:each-once(current-group()) }"/>
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

  <!-- so many entries stand on one page; where there are more of a kind, each letter has its own -->
  <xsl:variable name="h:entries-of-page" as="xs:integer" select="200"/>

  <!-- the pages that tell of entries, in their order: `kind`, `page`, `label` and `items` -->
  <xsl:variable name="h:register-parts" as="map(xs:string, item()*)*">
    <xsl:variable name="items" as="map(xs:string, array(element())*)" select="
        map:merge($h:register-items ! map { h:kind(.(1)): . }, map { 'duplicates': 'combine' })"/>
    <xsl:for-each select="($h:kinds, 'other')[map:contains($items, .)]">
      <xsl:sequence select="h:parts-of-kind(., sort($items(.), h:collation(), function($item) { v:sort-key($item(1)) }))"/>
    </xsl:for-each>
  </xsl:variable>

  <xsl:function name="h:parts-of-kind" as="map(xs:string, item()*)+">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="items" as="array(element())+"/>
    <xsl:choose>
      <xsl:when test="count($items) le $h:entries-of-page">
        <xsl:sequence select="map { 'kind': $kind, 'page': $kind || '.html', 'label': '', 'items': $items }"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$items" group-by="h:initial(.(1))">
          <xsl:variable name="letter" as="xs:string" select="current-grouping-key()"/>
          <xsl:variable name="name" as="xs:string" select="
              $kind || '-' || (if (matches($letter, '^[A-Z]$')) then lower-case($letter) else string-join(string-to-codepoints($letter), '-'))"/>
          <xsl:for-each-group select="current-group()" group-adjacent="(position() - 1) idiv $h:entries-of-page">
            <xsl:variable name="part" as="xs:string" select="string(position()[. gt 1])"/>
            <xsl:sequence select="map {
                'kind': $kind, 'items': current-group(),
                'page': string-join(($name, $part[. ne '']), '-') || '.html',
                'label': string-join(($letter, $part[. ne '']), ' ') }"/>
          </xsl:for-each-group>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- the letter by which an entry is found; ideographs, of which each may begin one name alone, and what
       is no letter are together -->
  <xsl:function name="h:initial" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="letters" as="xs:string"
        select="replace(normalize-unicode(v:sort-key($entry), 'NFD'), '^[^\p{L}]+', '')"/>
    <xsl:sequence select="
        if ($letters eq '' or matches($letters, '^[&#x3040;-&#xD7FF;&#xF900;-&#xFAFF;]')) then '…'
        else upper-case(substring($letters, 1, 1))"/>
  </xsl:function>

  <!-- the page of the entry that has an id, from the folder of the register -->
  <xsl:variable name="h:pages-of-entries" as="map(xs:string, xs:string)" select="
      map:merge(for $part in $h:register-parts, $entry in $part?items?* return map { h:entry-id($entry): $part?page })"/>

  <!-- what the entry that has an id is called -->
  <xsl:variable name="h:names-of-entries" as="map(xs:string, xs:string)" select="
      map:merge($h:register-items ! ?1 ! map { h:entry-id(.): v:preferred-name(.) })"/>

  <xsl:function name="h:address-of-entry" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="h:entry-id($entry)"/>
    <xsl:sequence select="$h:pages-of-entries($id) || '#' || $id"/>
  </xsl:function>

  <!-- every page of the register: an overview, of each kind, of each letter -->
  <xsl:template name="h:register" as="element(page)+" xpath-default-namespace="">
    <xsl:variable name="overview" as="element()"><xsl:call-template name="h:register-overview"/></xsl:variable>
    <page href="register/index.html">{h:serialized($overview)}</page>
    <xsl:for-each-group select="$h:register-parts" group-by="?kind">
      <xsl:variable name="parts" as="map(*)+" select="current-group()"/>
      <xsl:if test="count($parts) gt 1">
        <page href="register/{?kind}.html">{
          h:serialized(h:register-page(map:put(., 'label', ''), $parts, h:index-of-kind($parts)))
        }</page>
      </xsl:if>
      <xsl:for-each select="$parts">
        <page href="register/{?page}">{h:serialized(h:register-page(., $parts, h:entries(.)))}</page>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="h:register-page" as="element()" xpath-default-namespace="">
    <xsl:param name="part" as="map(*)"/>
    <xsl:param name="parts" as="map(*)+"/>
    <xsl:param name="main" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="l:label('html.register.' || $part?kind)"/>
    <xsl:variable name="title" as="xs:string" select="string-join(($kind, $part?label)[. ne ''], ' · ')"/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="$title || ' · ' || h:site-title()"/>
      <xsl:with-param name="up" select="'../'"/>
      <xsl:with-param name="styles" select="'register.css'"/>
      <xsl:with-param name="main" as="item()*">
        <header class="title">
          <h1>{$title}</h1>
        </header>
        <xsl:sequence select="h:kinds-nav($part?kind), h:letters-nav($parts, $part?label), $main"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:function>

  <!-- what kinds there are, and in how many entries -->
  <xsl:template name="h:register-overview" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="l:label('register') || ' · ' || h:site-title()"/>
      <xsl:with-param name="up" select="'../'"/>
      <xsl:with-param name="styles" select="'register.css'"/>
      <xsl:with-param name="main" as="item()*">
        <header class="title">
          <h1>{l:label('register')}</h1>
        </header>
        <xsl:sequence select="h:kinds-nav(())"/>
        <div class="register">
          <xsl:for-each-group select="$h:register-parts" group-by="?kind">
            <section class="overview">
              <h2>
                <a href="{?kind}.html">{l:label('html.register.' || ?kind)}</a>
                <xsl:text> </xsl:text>
                <span class="count">{count(current-group()?items)}</span>
              </h2>
              <xsl:sequence select="
                  if (count(current-group()) gt 1) then h:letters-nav(current-group(), ()) else h:names-of(.)"/>
            </section>
          </xsl:for-each-group>
          <xsl:call-template name="h:beacon-link"/>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- the names of the entries of a part, as links -->
  <xsl:function name="h:names-of" as="element()" xpath-default-namespace="">
    <xsl:param name="part" as="map(*)"/>
    <ul class="names">
      <xsl:for-each select="$part?items ! ?1">
        <li><a href="{h:address-of-entry(.)}"><xsl:sequence select="h:heading-of-entry(.)"/></a></li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <xsl:function name="h:kind" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="h:known-kind(($entry/@v:kind, v:entity-kind($entry))[1])"/>
  </xsl:function>

  <!-- each kind that has entries, timeline and map: the name of the page, and the key of its label -->
  <xsl:function name="h:pages-of-register" as="map(xs:string, xs:string)*">
    <xsl:sequence select="
        distinct-values($h:register-parts?kind) ! map { 'page': ., 'label': 'html.register.' || . },
        map { 'page': 'timeline', 'label': 'html.timeline' }[count($h:chronicle) ge $h:dated-things[1]],
        map { 'page': 'map', 'label': 'html.map' }[count($h:located) ge $h:fewest-places]"/>
  </xsl:function>

  <xsl:function name="h:kinds-nav" as="element()?" xpath-default-namespace="">
    <xsl:param name="shown" as="xs:string?"/>
    <xsl:variable name="pages" as="map(xs:string, xs:string)*" select="h:pages-of-register()"/>
    <xsl:if test="exists($pages)">
      <nav class="kinds" aria-label="{l:label('register')}">
        <ul>
          <xsl:for-each select="$pages">
            <li>
              <a href="{?page}.html">
                <xsl:if test="?page eq $shown"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:text>{l:label(?label)}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- the letters of a kind that has several pages; `shown` is that of this page -->
  <xsl:function name="h:letters-nav" as="element()?" xpath-default-namespace="">
    <xsl:param name="parts" as="map(*)+"/>
    <xsl:param name="shown" as="xs:string?"/>
    <xsl:if test="count($parts) gt 1">
      <nav class="kinds letters" aria-label="{l:label('html.register.' || $parts[1]?kind)}">
        <ul>
          <xsl:for-each select="$parts">
            <li>
              <a href="{?page}">
                <xsl:if test="?label eq $shown"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:text>{?label}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- the index of a kind that has several pages: texts lead to it by the id of an entry, and it leads to
       the page that tells of it -->
  <xsl:function name="h:index-of-kind" as="element(ul)" xpath-default-namespace="">
    <xsl:param name="parts" as="map(*)+"/>
    <ul class="register index">
      <xsl:for-each select="$parts?items">
        <xsl:variable name="entry" as="element()" select="?1"/>
        <li id="{h:entry-id($entry)}">
          <xsl:for-each select="tail(?*)"><span id="{h:entry-id(.)}"/></xsl:for-each>
          <a href="{h:address-of-entry($entry)}"><xsl:sequence select="h:heading-of-entry($entry)"/></a>
          <xsl:for-each select="string-join($entry/(*:birth, *:death) ! v:dated(.)[. ne ''], ' – ')[. ne '']">
            <xsl:text> </xsl:text>
            <span class="dated">{.}</span>
          </xsl:for-each>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <xsl:function name="h:entries" as="element(section)" xpath-default-namespace="">
    <xsl:param name="part" as="map(*)"/>
    <section class="register entries" aria-label="{l:label('html.register.' || $part?kind)}">
      <xsl:for-each select="$part?items">
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

  <!-- the preferred name, in its language -->
  <xsl:function name="h:heading-of-entry" as="element()" xpath-default-namespace="">
    <xsl:param name="entry" as="element()"/>
    <span>
      <xsl:sequence select="v:preferred-entry-name($entry)/h:language(.)"/>
      <xsl:value-of select="v:curl(v:preferred-name($entry), '')"/>
    </span>
  </xsl:function>

  <!-- an entry, and all its mentions; pages lead to it by the id of each entry that is the same -->
  <xsl:template name="h:register-entry" as="element()">
    <xsl:param name="same" as="element()+"/>
    <xsl:variable name="entry" as="element()" select="$same[1]"/>
    <section class="register-entry" id="{h:entry-id($entry)}">
      <div class="identity">
        <xsl:for-each select="tail($same)"><span id="{h:entry-id(.)}"/></xsl:for-each>
        <h2><a class="own" href="#{h:entry-id($entry)}"><xsl:sequence select="h:heading-of-entry($entry)"/></a></h2>
        <xsl:apply-templates select="$entry" mode="register-entry"/>
      </div>
      <xsl:sequence select="
          h:letters-of('sender', $same ! $h:letters-sent(h:entry-id(.))),
          h:letters-of('receiver', $same ! $h:letters-received(h:entry-id(.)))"/>
      <xsl:variable name="mentions" as="element(v:mention)*" select="$same ! $h:mentions(h:entry-id(.))"/>
      <xsl:sequence select="h:company(h:entry-id($entry), $mentions)"/>
      <xsl:call-template name="h:occurrences">
        <xsl:with-param name="mentions" select="$mentions"/>
      </xsl:call-template>
    </section>
  </xsl:template>
</xsl:stylesheet>
