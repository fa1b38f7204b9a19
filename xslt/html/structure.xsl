<?xml version="1.0" encoding="UTF-8"?>
<!-- Texts, divisions, headings, groups, lines and paragraphs. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- the HTML elements of these blocks -->
  <xsl:variable name="h:structure-tags" static="yes" as="map(xs:string, xs:string)" select="map {
      'text': 'div', 'division': 'div', 'group': 'div', 'subheading': 'p', 'caption': 'p', 'line': 'p',
      'paragraph': 'p' }"/>

  <xsl:template match="*[@v:is = 'division']" mode="text" as="element()">
    <xsl:call-template name="h:block">
      <xsl:with-param name="tag" select="if (*/@v:is = 'heading') then 'section' else 'div'"/>
      <!-- numbered divisions look like those without a number -->
      <xsl:with-param name="classes"
          select="('tei-' || replace(local-name(), '^div\d$', 'div'), 'of-editors'[current()/@v:editorial])"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a text and its translation stand side by side -->
  <xsl:template match="*[@v:is = 'division'][not(@v:translates)][normalize-space()][h:translation(.)]" mode="text" priority="2"
      as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'div'}">
      <xsl:attribute name="class" select="'side-by-side', 'block'[$phrasing]"/>
      <xsl:next-match/>
      <xsl:apply-templates select="h:translation(.)" mode="text">
        <xsl:with-param name="beside" select="true()"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[@v:is = 'division'][@v:translates][h:is-beside(.)]" mode="text" priority="2" as="element()?">
    <xsl:param name="beside" as="xs:boolean" select="false()"/>
    <xsl:if test="$beside">
      <xsl:variable name="division" as="element()"><xsl:next-match/></xsl:variable>
      <xsl:element name="{name($division)}">
        <xsl:sequence select="$division/@*, h:label-of-translation(.)[name($division) ne 'span'], $division/node()"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <!-- what it is, where it has no heading: on paper, on a telephone and where notes take the room beside
       the text it stands below that -->
  <xsl:function name="h:label-of-translation" as="element(p)?" xpath-default-namespace="">
    <xsl:param name="translation" as="element()"/>
    <xsl:if test="not($translation/*/@v:is = 'heading')">
      <p class="kind-of-text">
        <xsl:sequence select="h:language-within($l:language, string(($translation/ancestor-or-self::*/@v:lang)[last()]))"/>
        <xsl:text>{l:label('division.translation')}</xsl:text>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- the translation that follows a division, with nothing but what has no words between them -->
  <xsl:function name="h:translation" as="element()?">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="$division/following-sibling::*[normalize-space()][1][@v:translates]"/>
  </xsl:function>

  <xsl:function name="h:is-beside" as="xs:boolean">
    <xsl:param name="translation" as="element()"/>
    <xsl:sequence select="
        exists($translation/preceding-sibling::*[normalize-space()][1][@v:is = 'division'][not(@v:translates)])"/>
  </xsl:function>

  <!-- h1 is the page's title, h2 the heading of its parts -->
  <xsl:template match="*[@v:is = 'heading']" mode="text" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="level" as="xs:integer" select="1 + xs:integer((@v:level, 1)[1])"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'h' || min((6, $level))}">
      <xsl:sequence select="h:attributes(., ('tei-head', 'block'[$phrasing]))"/>
      <xsl:apply-templates mode="text">
        <xsl:with-param name="phrasing" tunnel="yes" select="true()"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[@v:is = 'caption']" mode="text" as="element()">
    <xsl:call-template name="h:paragraph">
      <xsl:with-param name="classes" select="'caption'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a paragraph that is no more than that needs no class -->
  <xsl:template match="*[@v:is = 'paragraph']" mode="text" as="element()">
    <xsl:call-template name="h:paragraph">
      <xsl:with-param name="classes"
          select="('tei-' || local-name())[local-name(current()) ne 'p' or h:has-blocks(current())]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a paragraph with a number: the number links to itself and to the same paragraph of the
       other texts of this document -->
  <xsl:template match="*[@v:is = 'paragraph'][@v:n]" mode="text" priority="2" as="item()+">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="$phrasing"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <div class="numbered">
          <p class="number">
            <a href="#{@v:id}">
              <xsl:sequence select="h:named(l:label('html.paragraph') || ' ' || @v:n, ancestor::TEI)"/>
              <xsl:text>{@v:n}</xsl:text>
            </a>
            <xsl:apply-templates select="h:other-texts(ancestor::TEI)[h:has-paragraph(., current())]" mode="parallel">
              <xsl:with-param name="place" select="@v:id"/>
              <xsl:with-param name="n" select="@v:n"/>
              <xsl:with-param name="in" select="ancestor::TEI"/>
            </xsl:apply-templates>
          </p>
          <xsl:next-match/>
        </div>
        <xsl:text>&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
