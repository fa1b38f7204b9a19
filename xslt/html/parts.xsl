<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of a long text that is divided: each part with its notes and entries. The first one has
     what the header says, too. All links are made as if the text were one page: whoever writes the
     files points those that leave a page to the page of their target (variorum/outputs/parts.py). -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- a model becomes the pages of its parts, one after the other -->
  <xsl:mode name="parts" on-no-match="fail" visibility="public" use-accumulators="v:character-before"/>

  <xsl:template match="/" mode="parts" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="TEI" mode="parts"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="TEI" mode="parts" as="element()*">
    <xsl:variable name="document" as="element(TEI)" select="."/>
    <xsl:for-each select="1 to count(h:parts(.))">
      <xsl:variable name="name" as="xs:string" select="h:name-of-part($document, .)"/>
      <xsl:variable name="page" as="xs:string" select="v:page-of-part($document/@v:id, .)"/>
      <xsl:call-template name="h:frame">
        <xsl:with-param name="title" select="$name || ' – ' || h:page-title($document)"/>
        <xsl:with-param name="tag" select="h:text-language($document)"/>
        <xsl:with-param name="metadata" as="element()*">
          <xsl:apply-templates select="$document" mode="metadata">
            <xsl:with-param name="part-name" select="$name" tunnel="yes"/>
            <xsl:with-param name="address" select="h:address($document) ! replace(., '/[^/]+$', '/' || $page)" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:with-param>
        <xsl:with-param name="document" select="$document"/>
        <xsl:with-param name="target" select="v:own-id('edition-text', $document)"/>
        <xsl:with-param name="part" select="." tunnel="yes"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="h:parts" as="element()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="h:pages-of-texts() ! v:parts($document, .)"/>
  </xsl:function>

  <!-- what a part is called: by the heading of its division, else by its number -->
  <xsl:function name="h:name-of-part" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:variable name="division" as="element()"
        select="v:divisions-of-parts($document, h:pages-of-texts())[$part]"/>
    <xsl:variable name="heading" as="text()*">
      <xsl:apply-templates select="($division, $division/(front | body)/descendant::*)[*/@v:is = 'heading'][1]/*[@v:is = 'heading']"
          mode="plain"/>
    </xsl:variable>
    <xsl:sequence select="
        (normalize-space(string-join($heading))[. ne ''], h:number-of-division($division)/@v:says ! string(),
         $division/@v:called ! v:curl(., ' '), l:label('html.parts.number', string($part)))[1]"/>
  </xsl:function>

  <xsl:template match="TEI" mode="main" as="element()+">
    <xsl:param name="part" as="xs:integer?" tunnel="yes" select="()"/>
    <xsl:choose>
      <xsl:when test="empty($part)"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="title"/>
        <div class="{'reader', 'with-commentary'[h:has-margin(current()) or h:is-dense(current())],
            'with-contents'[h:has-contents(current())], 'quiet'[h:is-dense(current())]}">
          <xsl:apply-templates select="." mode="contents"/>
          <article id="{v:own-id('edition-text', .)}" tabindex="-1" aria-label="{h:name-of-part(., $part)}">
            <xsl:apply-templates select="text" mode="text"/>
          </article>
          <xsl:apply-templates select="." mode="apparatus"/>
          <xsl:sequence select="h:other-parts(., $part)"/>
          <xsl:apply-templates select=".[$part eq 1 and h:shows('about')]" mode="about"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the first part has the whole head of the document, any other the names of document and part; the
       page of the whole leads to the parts -->
  <xsl:template match="TEI" mode="title" as="element()+">
    <xsl:param name="part" as="xs:integer?" tunnel="yes" select="()"/>
    <xsl:choose>
      <xsl:when test="$part gt 1">
        <header class="title">
          <h1><a href="{v:page-of-part(@v:id, 1)}">{h:title(.)}</a></h1>
          <p class="subtitle">{h:name-of-part(., $part)}</p>
        </header>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="h:is-reading-text(.) and exists(h:parts(.))">
      <div class="neighbours"><xsl:copy-of select="h:other-parts(., $part)/(@lang | @dir | node())"/></div>
    </xsl:if>
  </xsl:template>

  <!-- from a part to those before and after it, which at the ends are those of the documents beside
       this one, and to the whole; from the whole to the first -->
  <xsl:function name="h:other-parts" as="element(nav)?" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="part" as="xs:integer?"/>
    <xsl:variable name="count" as="xs:integer" select="count(h:parts($document))"/>
    <xsl:variable name="name" as="xs:string" select="$document/@v:id"/>
    <xsl:if test="$count gt 0">
      <nav class="neighbours" aria-label="{l:label('html.parts')}">
        <xsl:sequence select="h:label-language($document)"/>
        <ul>
          <xsl:if test="empty($part)">
            <li><a href="{v:page-of-part($name, 1)}">{l:label('html.parts.divided')}</a></li>
          </xsl:if>
          <xsl:sequence select="h:documents-beside('before')[$part eq 1]"/>
          <xsl:if test="$part gt 1">
            <li><a rel="prev" href="{v:page-of-part($name, $part - 1)}">{l:label('html.parts.before')}</a></li>
          </xsl:if>
          <xsl:if test="$part lt $count">
            <li><a rel="next" href="{v:page-of-part($name, $part + 1)}">{l:label('html.parts.after')}</a></li>
          </xsl:if>
          <xsl:sequence select="h:documents-beside('after')[$part eq $count]"/>
          <xsl:if test="$part">
            <li><a href="{h:reading-page($document)}">{l:label('html.parts.whole')}</a></li>
          </xsl:if>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- entries without a place in the text stand where their numbers do -->
  <xsl:template match="TEI" mode="apparatus" as="element()*">
    <xsl:param name="part" as="xs:integer?" tunnel="yes" select="()"/>
    <xsl:if test="empty($part) or $part eq count(h:parts(.))"><xsl:next-match/></xsl:if>
  </xsl:template>

  <!-- what is divided has on each page what belongs to the part; where it does not begin, its heading
       leads back -->
  <xsl:template match="*[@v:is = ('text', 'group', 'division')][map:contains(h:divided(root(.)/TEI), generate-id())]"
      mode="text" as="element()">
    <xsl:param name="part" as="xs:integer?" tunnel="yes" select="()"/>
    <xsl:choose>
      <xsl:when test="empty($part)"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <div>
          <xsl:variable name="class" as="xs:string" select="'tei-' || replace(local-name(), '^div\d$', 'div')"/>
          <xsl:choose>
            <xsl:when test="v:part(., h:parts(ancestor::TEI)) eq $part">
              <xsl:sequence select="h:attributes(., $class)"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:attribute name="class" select="$class"/>
              <xsl:sequence select="h:language(.)"/>
              <xsl:apply-templates select="*[@v:is = 'heading']" mode="continued"/>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:apply-templates select="h:divided(ancestor::TEI)(generate-id())($part)" mode="text"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the heading of a division that began on an earlier page -->
  <xsl:mode name="continued" on-no-match="fail" use-accumulators="v:character-before"/>

  <xsl:template match="*" mode="continued" as="element()">
    <xsl:element name="h{min((6, 1 + xs:integer((@v:level, 1)[1])))}">
      <xsl:attribute name="class" select="'tei-head continued'"/>
      <a href="#{(h:id(..), v:own-id('edition-text', .))[1]}"><xsl:apply-templates select="." mode="plain"/></a>
    </xsl:element>
  </xsl:template>

  <!-- for each element that parts divide: its nodes by the numbers of the parts that they are shown in -->
  <xsl:function name="h:divided" as="map(xs:string, map(xs:integer, node()*))" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="h:divided-by(h:parts($document))"/>
  </xsl:function>

  <xsl:function name="h:divided-by" as="map(xs:string, map(xs:integer, node()*))">
    <xsl:param name="parts" as="element()*"/>
    <xsl:map>
      <xsl:for-each select="tail($parts)/ancestor::*[ancestor-or-self::text]">
        <xsl:map-entry key="generate-id()" select="h:nodes-by-part(., $parts)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:function name="h:nodes-by-part" as="map(xs:integer, node()*)">
    <xsl:param name="divided" as="element()"/>
    <xsl:param name="parts" as="element()+"/>
    <!-- by its children: the numbers of the parts that begin with them or in them -->
    <xsl:variable name="begins" as="map(xs:string, xs:integer+)" select="map:merge(
        for $n in 2 to count($parts),
            $child in $parts[$n]/ancestor-or-self::*[.. is $divided]
        return map { generate-id($child): $n },
        map { 'duplicates': 'combine' })"/>
    <xsl:variable name="shown" as="map(xs:integer, node())*">
      <xsl:iterate select="$divided/node()">
        <xsl:param name="number" as="xs:integer" select="v:part($divided, $parts)"/>
        <xsl:variable name="begun" as="xs:integer*" select="$begins(generate-id())"/>
        <xsl:sequence select="
            ($number[not(current()/self::* intersect $parts)], $begun) ! map { .: current() }"/>
        <xsl:next-iteration>
          <xsl:with-param name="number" select="($begun[last()], $number)[1]"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="map:merge($shown, map { 'duplicates': 'combine' })"/>
  </xsl:function>
</xsl:stylesheet>
