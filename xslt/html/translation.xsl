<?xml version="1.0" encoding="UTF-8"?>
<!-- The text beside its translation: elements of one document, or of two, that are tied by @corresp. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the model of the document that translates this one, as XML, if that is another -->
  <xsl:param name="translation" as="xs:string" select="''"/>

  <!-- a model becomes a page with a row for each pair, or nothing where nothing corresponds -->
  <xsl:mode name="translation" on-no-match="fail" visibility="public" use-accumulators="v:character-before"/>

  <xsl:template match="/" mode="translation" as="document-node()">
    <xsl:variable name="document" as="element(TEI)" select="TEI"/>
    <xsl:variable name="rows" as="map(xs:string, node()*)*" select="h:rows-of-translation($document)"/>
    <xsl:document>
      <xsl:if test="exists($rows)">
        <xsl:sequence select="h:page-of-rows($document, 'html.side.translation',
            $rows ! h:row-of-texts(.))"/>
      </xsl:if>
    </xsl:document>
  </xsl:template>

  <xsl:template match="TEI[h:offers-translation(.)]" mode="views" as="element()*">
    <a href="{h:page-of-pair(., 'translation')}">{l:label('html.side.translation')}</a>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="TEI[h:offers-translation(.)]" mode="sides" as="element()*">
    <a href="{h:page-of-pair(., 'translation')}#{h:second(.)}">{l:label('html.side.translation.alone')}</a>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="h:row-of-texts" as="element(div)" xpath-default-namespace="">
    <xsl:param name="row" as="map(xs:string, node()*)"/>
    <div class="row">
      <xsl:for-each select="'left', 'right'">
        <xsl:variable name="nodes" as="node()*" select="$row(.)"/>
        <div class="cell">
          <xsl:sequence select="$nodes[1]/ancestor::*[@v:lang][1] ! h:language(.)"/>
          <xsl:apply-templates select="$nodes" mode="text"/>
        </div>
      </xsl:for-each>
    </div>
  </xsl:function>

  <xsl:variable name="h:tied-names" as="xs:string+" select="
      'div', 'lg', 'p', 'ab', 'l', 'head', 'seg', 's'"/>

  <!-- the names of an element that others point to, and of those that it points to -->
  <xsl:function name="h:ties" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@xml:id ! string(), tokenize($element/@corresp)[starts-with(., '#')] ! substring(., 2)"/>
  </xsl:function>

  <xsl:function name="h:offers-translation" as="xs:boolean">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        $settings?rows?* = 'translation' and ($beside?translation or h:has-translation($document))"/>
  </xsl:function>

  <!-- whether parts of one document correspond to others of it -->
  <xsl:function name="h:has-translation" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="exists(h:rows-of-translation($document))"/>
  </xsl:function>

  <!-- rows with what is left and right: between elements that are tied stands what is not -->
  <xsl:function name="h:rows-of-translation" as="map(xs:string, node()*)*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="left" as="element(TEI)" select="
        h:text-alone($document, ($document/text, $document/standOff[@v:part = 'translation']))"/>
    <xsl:variable name="right" as="element(TEI)" select="
        if ($translation eq '') then $left
        else h:from-elsewhere(parse-xml($translation)/TEI)"/>
    <xsl:variable name="candidates" as="element()*" select="
        ($left/(text | standOff), $right[not(. is $left)]/text)//*[local-name() = $h:tied-names][@xml:id or @corresp]"/>
    <xsl:variable name="pointed" as="xs:string*" select="
        distinct-values($candidates/@corresp ! tokenize(.)[starts-with(., '#')] ! substring(., 2))"/>
    <xsl:variable name="there" as="map(xs:string, xs:boolean)" select="map:merge(
        $candidates/@xml:id[. = $pointed] ! map { string(): true() })"/>
    <xsl:variable name="tied" as="element()*" select="$candidates[h:ties(.) ! $there(.)]"/>
    <xsl:variable name="first" as="map(xs:string, xs:string)" select="map:merge(
        for $element in $tied, $name in h:ties($element)[$there(.)]
        return map { $name: generate-id($element) },
        map { 'duplicates': 'use-first' })"/>
    <xsl:variable name="originals" as="element()*" select="
        if ($left is $right) then $tied[every $name in h:ties(.)[$there(.)] satisfies $first($name) eq generate-id()]
        else $tied[root(.) is root($left)]"/>
    <xsl:variable name="translations" as="element()*" select="$tied except $originals"/>
    <xsl:if test="exists($originals) and exists($translations)">
      <xsl:variable name="apart" as="element()*" select="
          if ($left is $right)
          then outermost($translations/ancestor-or-self::*[ancestor::text or ancestor::standOff] except $originals/ancestor-or-self::*)
          else ()"/>
      <xsl:sequence select="h:joined(
          h:runs($left/text, $originals, $apart),
          h:runs(if ($left is $right) then $apart else $right/text, $translations, ()))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:from-elsewhere" as="element(TEI)">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="text" as="element()*">
      <xsl:apply-templates select="$document/text" mode="elsewhere"/>
    </xsl:variable>
    <xsl:sequence select="h:text-alone($document, $text)"/>
  </xsl:function>

  <!-- each tied unit of a text with the loose ones before it, then those after the last. Units are the
       innermost tied blocks, and the tied phrases that no tied block holds -->
  <xsl:function name="h:runs" as="map(xs:string, node()*)*">
    <xsl:param name="texts" as="element()*"/>
    <xsl:param name="tied" as="element()*"/>
    <xsl:param name="apart" as="element()*"/>
    <xsl:variable name="blocks" as="element()*" select="innermost($tied[@v:block])"/>
    <xsl:variable name="tied-units" as="element()*" select="
        $blocks | outermost($tied[not(@v:block)])[not(ancestor::* intersect $blocks)]"/>
    <xsl:variable name="roles" as="map(xs:string, xs:string)" select="map:merge((
        $apart ! map { generate-id(): 'apart' },
        $tied-units ! map { generate-id(): 'tied' },
        ($apart | $tied-units)/ancestor::* ! map { generate-id(): 'holds' }))"/>
    <xsl:variable name="units" as="map(xs:string, node()*)*">
      <xsl:apply-templates select="$texts" mode="units">
        <xsl:with-param name="roles" select="$roles" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:iterate select="$units">
      <xsl:param name="loose" as="node()*" select="()"/>
      <xsl:on-completion>
        <xsl:sequence select="map { 'loose': $loose }[exists($loose)]"/>
      </xsl:on-completion>
      <xsl:choose>
        <xsl:when test="exists(?tied)">
          <xsl:sequence select="map { 'loose': $loose, 'tied': ?tied }"/>
          <xsl:next-iteration><xsl:with-param name="loose" select="()"/></xsl:next-iteration>
        </xsl:when>
        <xsl:otherwise>
          <xsl:next-iteration><xsl:with-param name="loose" select="$loose, ?loose"/></xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <!-- an element becomes one unit, or the units of what it holds if others lie within it -->
  <xsl:mode name="units" on-no-match="fail"/>

  <xsl:template match="*" mode="units" as="map(xs:string, node()*)*">
    <xsl:param name="roles" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="role" as="xs:string" select="string($roles(generate-id()))"/>
    <xsl:if test="$role = ('', 'tied')">
      <xsl:sequence select="map { ('tied'[$role eq 'tied'], 'loose')[1]: . }"/>
    </xsl:if>
    <xsl:if test="$role eq 'holds'">
      <xsl:for-each-group select="node()"
          group-adjacent="exists(self::*[@v:block or map:contains($roles, generate-id())])">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="units"/>
          </xsl:when>
          <xsl:when test="normalize-space(string-join(current-group()))">
            <xsl:sequence select="map { 'loose': current-group() }"/>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:template>

  <!-- the rows: a translation stands beside the first of what it translates -->
  <xsl:function name="h:joined" as="map(xs:string, node()*)*">
    <xsl:param name="texts" as="map(xs:string, node()*)*"/>
    <xsl:param name="others" as="map(xs:string, node()*)*"/>
    <xsl:variable name="by-name" as="map(xs:string, xs:string)" select="map:merge(
        for $text in $texts[exists(?tied)], $name in h:ties($text?tied)
        return map { $name: generate-id($text?tied) },
        map { 'duplicates': 'use-first' })"/>
    <xsl:variable name="by-text" as="map(xs:string, map(xs:string, node()*)*)" select="map:merge(
        $others[exists(?tied)] ! map { string((h:ties(?tied) ! $by-name(.))[1]): . },
        map { 'duplicates': 'combine' })"/>
    <xsl:for-each select="$texts[exists(?tied)]">
      <xsl:variable name="partners" as="map(xs:string, node()*)*" select="$by-text(generate-id(?tied))"/>
      <xsl:sequence select="
          map { 'left': ?loose, 'right': $partners?loose }[exists((?left, ?right))],
          map { 'left': ?tied, 'right': $partners?tied }"/>
    </xsl:for-each>
    <xsl:sequence select="
        map { 'left': $texts[empty(?tied)]?loose, 'right': ($by-text('')?(('loose', 'tied')), $others[empty(?tied)]?loose) }
          [exists((?left, ?right))]"/>
  </xsl:function>
</xsl:stylesheet>
