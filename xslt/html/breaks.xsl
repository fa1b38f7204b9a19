<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of the source, spaces and places without words. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- a space divides words in what a reader copies, too -->
  <xsl:template match="*[@v:is = 'space']" mode="text" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., 'tei-space')"/>
      <xsl:text>{' '[v:is-only-space(current())]}</xsl:text>
    </span>
  </xsl:template>

  <!-- breaks of pages, columns and quires are marked; the number of a page is seen to be that -->
  <xsl:template match="*[@v:is = 'break']" mode="text" as="element()">
    <span>
      <xsl:sequence select="
          h:attributes(., ('break', local-name(), 'unnumbered'[not(current()/@v:says)])), h:language-of-labels(.)"/>
      <xsl:text>{(@v:says, '|')[1]}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="*[@v:break = 'page']" mode="text" priority="0.7" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., ('break', local-name(), 'unnumbered'[not(current()/@n)]))"/>
      <xsl:if test="@n">
        <xsl:sequence select="h:hidden(l:label('html.break.page') || ' ')"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="string-length(@n) = 1 to $h:widest-aside"><span class="aside">{@n}</span></xsl:when>
        <xsl:otherwise>{(@n, '|')[1]}</xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- the number of a page has room between the text and its notes if it has so many characters -->
  <xsl:variable name="h:widest-aside" as="xs:integer" select="5"/>

  <!-- the number of a page leads to its picture -->
  <xsl:template match="*[@v:is = 'break'][@v:file or v:web-address(string(@v:address))]" mode="text"
      priority="0.8" as="element()">
    <xsl:param name="link" as="map(*)?" tunnel="yes" select="()"/>
    <xsl:choose>
      <xsl:when test="exists($link)"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:sequence select="h:attributes(., ('break', local-name(), 'unnumbered'[not(current()/@n)]))"/>
          <a class="facsimile" href="{(@v:file, @v:address)[1]}">
            <xsl:sequence select="h:hidden(string-join(
                (l:label('html.picture'), l:label('html.break.' || @v:break), ''), ' '))"/>
            <xsl:text>{(@n, '|')[1]}</xsl:text>
            <xsl:if test="@v:file"><img src="{@v:file}" alt="{@v:alt}" loading="lazy"/></xsl:if>
          </a>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- of a picture that is not there, what is said of it stands in its place -->
  <xsl:template match="*[@v:break = 'page'][@v:alt][not(@v:file or @v:address)]" mode="text" priority="0.9" as="element()+">
    <xsl:next-match/>
    <span class="graphic">{l:label('print.picture', @v:alt)}</span>
  </xsl:template>

  <!-- the name of a unit is a word of the labels -->
  <xsl:function name="h:language-of-labels" as="attribute(lang)?">
    <xsl:param name="break" as="element()"/>
    <xsl:if test="$break/@v:says ne $break/@n">
      <xsl:attribute name="lang" select="$l:language"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="*[@v:break = 'section']" mode="text" priority="1" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., 'milestone'), h:language-of-labels(.)"/>
      <xsl:text>{@v:says}</xsl:text>
    </span>
  </xsl:template>

  <!-- 1  in prose, and where it divides a word, the end of a line is a mark to be read over
       2  where lines matter, and where editors broke a line of their note, it is kept
       3  no line begins where nothing precedes it -->
  <xsl:template match="*[@v:break = 'line']" mode="text" priority="1" as="item()+">
    <span>
      <xsl:sequence select="h:attributes(., 'tei-lb')"/>
    </span>
    <xsl:if test="not(@v:within-word) and not(matches(preceding-sibling::node()[1], '\s$'))
        and not(matches(following-sibling::node()[1], '^\s'))">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:sequence select="h:line-of-source(.)"/>
  </xsl:template>

  <xsl:template match="*[v:keeps-line(.) or h:is-line-of-note(.)]" mode="text" priority="2"
      as="element()+">
    <br>
      <xsl:sequence select="h:attributes(., ())"/>
    </br>
    <xsl:sequence select="h:line-of-source(.)"/>
  </xsl:template>

  <xsl:template match="*[@v:break = 'line'][not(@v:within-word)][not(v:runs-on(.))][v:begins-block(.)]" mode="text" priority="3"
      as="element()*">
    <xsl:for-each select="h:id(.)">
      <span class="tei-anchor" id="{.}"/>
    </xsl:for-each>
    <xsl:sequence select="h:line-of-source(.)"/>
  </xsl:template>

  <!-- the number of a line of the source, where it begins -->
  <xsl:function name="h:line-of-source" as="element()?">
    <xsl:param name="break" as="element()"/>
    <xsl:if test="$break/@v:says">
      <span class="break lb">
        <xsl:sequence select="h:hidden(l:label('html.break.line') || ' ')"/>
        <xsl:text>{$break/@n}</xsl:text>
      </span>
    </xsl:if>
  </xsl:function>

  <!-- whether a line ends in the words of a note and is none of a source, which would have a number,
       a picture or an edition of its own -->
  <xsl:function name="h:is-line-of-note" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="
        exists($break[@v:break = 'line'][not(@v:within-word or @n or @facs or @ed)])
        and $break/ancestor::*[@v:is = ('note', 'paragraph')][1]/@v:is = 'note'"/>
  </xsl:function>

  <!-- a place that links lead to, or where the text of a fragment ends and begins -->
  <xsl:template match="*[@v:is = 'anchor']" mode="text" as="element()">
    <span>
      <xsl:sequence select="h:attributes(., 'tei-anchor')"/>
      <xsl:if test="(@v:absent or @v:present) and h:is-compared(root(.)/*)">
        <xsl:for-each select="@v:absent | @v:present">
          <xsl:attribute name="data-{local-name()}" select="."/>
        </xsl:for-each>
      </xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
