<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus: a letter at the place in the text, an entry with lemma and readings, a way back;
     each siglum leads to the same place in that witness's text. The entries stand once, on the page of
     the reading text, where the letters in the texts of witnesses lead, too. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="h:ends" match="text//seg[@v:ends]" use="tokenize(@v:ends)"/>
  <xsl:key name="h:departing" match="text//seg[@v:differs]" use="tokenize(@v:entries)"/>
  <xsl:key name="h:apparatus-entry" match="standOff[@v:part = 'apparatus']/listApp/app" use="@v:id"/>

  <!-- what an entry covers, and after its end the letters of the entries that end there -->
  <xsl:template match="seg[@v:entries]" mode="text" as="item()*" priority="4">
    <xsl:variable name="entries" as="element(app)*"
        select="key('h:apparatus-entry', tokenize(@v:entries))"/>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:call-template name="h:phrase">
          <xsl:with-param name="classes"
              select="'covered'"/>
          <xsl:with-param name="data" select="h:covering(.)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="h:empty-place"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="key('h:apparatus-entry', tokenize(@v:ends))" mode="mark"/>
  </xsl:template>

  <!-- the letter in the text that leads to an entry: its role says that, and that of the way back -->
  <xsl:mode name="mark" on-no-match="fail"/>

  <xsl:template match="app" mode="mark" as="element()">
    <xsl:call-template name="h:mark"/>
  </xsl:template>

  <xsl:template name="h:mark" as="element()">
    <a class="entry-reference" id="{@v:id}-reference" href="{h:page-of-commentary(.)}#{@v:id}" role="doc-noteref">
      <xsl:sequence select="h:anchored(.)"/>
      <xsl:text>{h:letter(.)}</xsl:text>
    </a>
  </xsl:template>

  <!-- in the text of a witness only where it departs; a link from the entry finds its place anyway -->
  <xsl:template match="TEI[not(h:is-reading-text(.))]//app[empty(key('h:departing', @v:id))]" mode="mark"
      as="element()">
    <span id="{@v:id}-reference"></span>
  </xsl:template>

  <xsl:function name="h:letter" as="xs:string">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:sequence select="format-integer(xs:integer($entry/@v:n), 'a')"/>
  </xsl:function>

  <!-- 1  the entries that no block of the text has become a section of the page for each series
       2  an entry is its printed line, between a way back and its kind -->
  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:template match="TEI" mode="apparatus" as="element()*">
    <xsl:for-each-group select="h:entries-below(.)" group-by="@v:series">
      <xsl:sort select="xs:integer(@v:rank)"/>
      <xsl:variable name="id" as="xs:string" select="'edition-apparatus-' || position()"/>
      <section class="apparatus" role="doc-endnotes" aria-labelledby="{$id}">
        <h2 id="{$id}">
          <xsl:sequence select="h:label-language(ancestor::TEI)"/>
          <xsl:text>{@v:title}</xsl:text>
        </h2>
        <ol>
          <xsl:apply-templates select="current-group()" mode="apparatus"/>
        </ol>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- on the page of a witness: where the entries are, and those whose place this text does not have,
       for the sigla of the entries lead here -->
  <xsl:template match="TEI[not(h:is-reading-text(.))]" mode="apparatus" as="element()?" priority="1">
    <xsl:variable name="entries" as="element(app)*" select="standOff[@v:part = 'apparatus']/listApp/app"/>
    <xsl:variable name="elsewhere" as="element(app)*" select="$entries[empty(key('h:ends', @v:id))]"/>
    <xsl:if test="exists($entries)">
      <section class="apparatus elsewhere" aria-labelledby="edition-apparatus-1">
        <xsl:sequence select="h:label-language(.)"/>
        <h2 id="edition-apparatus-1">{l:label('apparatus')}</h2>
        <p><a href="{h:reading-page(.)}#edition-text">{l:label('html.apparatus.elsewhere')}</a></p>
        <xsl:if test="exists($elsewhere)">
          <p class="without-place">
            <xsl:text>{l:label('html.apparatus.without-place')}</xsl:text>
            <xsl:for-each select="$elsewhere">
              <xsl:text> </xsl:text>
              <xsl:call-template name="h:mark"/>
            </xsl:for-each>
          </p>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="app" mode="apparatus" as="item()+">
    <xsl:param name="beside" as="xs:boolean" select="false()"/>
    <li id="{@v:id}" class="entry entry-{@v:kind}">
      <xsl:sequence select="h:anchored(.), h:apparatus-entry-data(.)"/>
      <xsl:call-template name="h:way-back"/>
      <div class="entry-text">
        <xsl:if test="not($beside)"><xsl:call-template name="h:apparatus-entry-place"/></xsl:if>
        <xsl:apply-templates select="v:printed-entry/node()" mode="text"/>
        <xsl:call-template name="h:kind-of-entry"/>
      </div>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- what an intervention of the editors does; of entries of other series than the variants, which -->
  <xsl:template name="h:kind-of-entry" as="item()*">
    <xsl:if test="@v:series ne 'variants'">
      <xsl:text> </xsl:text>
      <span class="kind">
        <xsl:sequence select="h:label-language(ancestor::TEI)"/>
        <xsl:text>{if (@v:series eq 'editorial') then l:label('html.kind.' || @v:kind) else @v:title}</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- where an entry begins; a link if this text has the place -->
  <xsl:template name="h:apparatus-entry-place" as="item()*">
    <xsl:if test="@v:place">
      <xsl:element name="{if (key('h:by-id', @v:begins-in)) then 'a' else 'span'}">
        <xsl:attribute name="class" select="'place'"/>
        <xsl:if test="key('h:by-id', @v:begins-in)">
          <xsl:attribute name="href" select="'#' || @v:begins-in"/>
        </xsl:if>
        <xsl:text>{h:place-name(.)}</xsl:text>
      </xsl:element>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- what that place is called: a number says whether it is that of a paragraph or a verse -->
  <xsl:function name="h:place-name" as="xs:string">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:variable name="block" as="element()?"
        select="key('h:by-id', $entry/@v:begins-in, root($entry))[1]"/>
    <xsl:sequence select="
        if (empty($entry/@v:begins-in-n)) then string($entry/@v:place)
        else l:label(if ($block/@v:is = 'verse') then 'html.place.line' else 'html.place.paragraph',
                     $entry/@v:place)"/>
  </xsl:function>

  <!-- back to the letter in the text; an entry without a place there is its own place, so that
       links from the other texts find it -->
  <xsl:template name="h:way-back" as="element()">
    <xsl:choose>
      <xsl:when test="key('h:ends', @v:id)">
        <a class="back" href="#{@v:id}-reference" role="doc-backlink">
          <xsl:text>{h:letter(.)}</xsl:text>
        </a>
      </xsl:when>
      <xsl:otherwise><span class="back" id="{@v:id}-reference">{h:letter(.)}</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the parts of a printed line -->
  <xsl:template match="v:content | v:abbr | v:resp | v:remark | v:nth" mode="text"
      as="element()">
    <span class="{local-name()}">
      <xsl:apply-templates mode="text"/>
    </span>
  </xsl:template>

  <!-- what is told by its place: its words are here to be set into the text -->
  <xsl:template match="v:unit" mode="text" as="element()">
    <span class="content" hidden="hidden">
      <xsl:apply-templates mode="text"/>
    </span>
  </xsl:template>

  <!-- a source leads to where it is described -->
  <xsl:template match="v:resp[@ref]" mode="text" as="element()" priority="1">
    <xsl:variable name="href" as="xs:string?" select="h:source-href(@ref, root()/*)"/>
    <xsl:choose>
      <xsl:when test="exists($href)">
        <a class="resp" href="{$href}"><xsl:value-of select="."/></a>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="h:source-href" as="xs:string?" cache="yes">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="h:local-href($id, $document)"/>
  </xsl:function>

  <xsl:template match="v:reading | v:lemma" mode="text" as="element()">
    <span class="{local-name()}">
      <xsl:sequence select="h:reading-data(.)"/>
      <xsl:apply-templates mode="text"/>
    </span>
  </xsl:template>

  <xsl:template match="v:siglum" mode="text" as="element()">
    <xsl:sequence select="h:siglum-link(., ancestor::app)"/>
  </xsl:template>

  <!-- a siglum leads to the place in the witness's own page, that of a group to its members -->
  <xsl:function name="h:siglum-link" as="element()" xpath-default-namespace="">
    <xsl:param name="printed" as="element(v:siglum)"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="siglum" as="xs:string" select="$printed/@ref"/>
    <xsl:variable name="page" as="xs:string?"
        select="h:witness-page(root($entry)/*, $siglum)"/>
    <xsl:choose>
      <xsl:when test="exists($page)">
        <a class="siglum" href="{$page}#{$entry/@v:id}-reference"><xsl:sequence select="h:raised($printed)"/></a>
      </xsl:when>
      <xsl:when test="exists(key('h:group', $siglum, root($entry)))">
        <xsl:sequence select="h:conspectus-link(root($entry)/*, $siglum)"/>
      </xsl:when>
      <xsl:otherwise><span class="siglum"><xsl:sequence select="h:raised($printed)"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="h:raised" as="item()*" xpath-default-namespace="">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="v:siglum-runs($siglum, h:sup#1, function($text) { $text })"/>
  </xsl:function>

  <xsl:function name="h:sup" as="element(sup)" xpath-default-namespace="">
    <xsl:param name="text" as="xs:string"/>
    <sup>{$text}</sup>
  </xsl:function>
</xsl:stylesheet>
