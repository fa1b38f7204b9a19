<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus: a letter at the place in the text, an entry with lemma and readings, a way back;
     each siglum leads to the same place in that witness's text. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="h:entry" match="standOff[@v:part = 'apparatus']/listApp/app" use="@v:id"/>

  <!-- what an entry covers, and after its end the letters of the entries that end there -->
  <xsl:template match="seg[@v:entries]" mode="text" as="item()*" priority="4">
    <xsl:variable name="entries" as="element(app)*"
        select="key('h:entry', tokenize(@v:entries))"/>
    <xsl:if test="node()">
      <xsl:call-template name="h:phrase">
        <xsl:with-param name="classes"
            select="'covered', $entries/@v:kind ! ('covered-' || .) => distinct-values()"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="key('h:entry', tokenize(@v:ends))" mode="mark"/>
  </xsl:template>

  <!-- the letter in the text that leads to an entry -->
  <xsl:mode name="mark" on-no-match="fail"/>

  <xsl:template match="app" mode="mark" as="element()">
    <a class="entry-reference" id="{@v:id}-reference" href="#{@v:id}" role="doc-noteref">
      <span class="hidden">{l:label('html.entry')} </span>
      <xsl:text>{h:letter(.)}</xsl:text>
    </a>
  </xsl:template>

  <xsl:function name="h:letter" as="xs:string">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:sequence select="format-integer(xs:integer($entry/@v:n), 'a')"/>
  </xsl:function>

  <!-- the apparatus as a section of the page: entries, lemma, readings, notes -->
  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:template match="TEI" mode="apparatus" as="element()?">
    <xsl:variable name="entries" as="element(app)*"
        select="standOff[@v:part = 'apparatus']/listApp/app"/>
    <xsl:if test="exists($entries)">
      <section class="apparatus" role="doc-endnotes" aria-labelledby="edition-apparatus">
        <h2 id="edition-apparatus">{l:label('apparatus')}</h2>
        <ol>
          <xsl:apply-templates select="$entries" mode="apparatus"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="app" mode="apparatus" as="item()+">
    <li id="{@v:id}" class="entry entry-{@v:kind}">
      <a class="back" href="#{@v:id}-reference" role="doc-backlink">
        <xsl:text>{h:letter(.)}</xsl:text>
        <span class="hidden"> {l:label('html.back')}</span>
      </a>
      <div class="entry-text">
        <div class="readings">
          <xsl:if test="@v:block-n">
            <a class="place" href="#{@v:block}">{l:label('html.place.paragraph', @v:block-n)}</a>
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:apply-templates select="lem" mode="apparatus"/>
          <xsl:apply-templates select="rdg" mode="apparatus"/>
          <xsl:text> </xsl:text>
          <span class="kind">{l:label('html.kind.' || @v:kind)}</span>
        </div>
        <xsl:apply-templates select="note" mode="apparatus"/>
      </div>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="lem" mode="apparatus" as="item()*">
    <xsl:call-template name="h:reading"/>
    <xsl:if test="../rdg">
      <span class="bracket" aria-hidden="true">]</span>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="rdg" mode="apparatus" as="item()*">
    <xsl:call-template name="h:reading"/>
    <xsl:text>{if (position() ne last()) then '; ' else ''}</xsl:text>
  </xsl:template>

  <xsl:template match="note" mode="apparatus" as="element()">
    <div class="entry-note">
      <xsl:apply-templates mode="text"/>
    </div>
  </xsl:template>

  <!-- the words of a reading, then who has it -->
  <xsl:template name="h:reading" as="item()*">
    <xsl:element name="{if (h:has-blocks(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:sequence select="h:language(.)"/>
      <xsl:choose>
        <xsl:when test="@v:empty = 'true'">
          <i class="omitted">{l:label(if (self::lem) then 'html.reading.none' else 'html.reading.omitted')}</i>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="text"/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
    <xsl:call-template name="h:authority"/>
  </xsl:template>

  <xsl:template name="h:authority" as="item()*">
    <xsl:variable name="reading" as="element()" select="."/>
    <xsl:for-each select="tokenize(@v:wit)">
      <xsl:text> </xsl:text>
      <xsl:sequence select="h:siglum-link(., $reading)"/>
    </xsl:for-each>
    <xsl:variable name="words" as="xs:string*" select="
        l:label('html.conjecture.short')[$reading/self::rdg/../@v:kind = 'conjecture'],
        @v:resp[$reading/self::rdg or ../../@v:kind = ('variant', 'conjecture')],
        @cert[. = ('medium', 'low', 'unknown')] ! l:label('html.certainty.' || .)"/>
    <xsl:if test="exists($words)">
      <xsl:text> </xsl:text>
      <span class="authority">{string-join($words, ', ')}</span>
    </xsl:if>
  </xsl:template>

  <!-- a siglum leads to the place in the witness's own page, if it has one -->
  <xsl:function name="h:siglum-link" as="element()" xpath-default-namespace="">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="page" as="xs:string?"
        select="h:witness-page(root($reading)/*, $siglum)"/>
    <xsl:choose>
      <xsl:when test="exists($page)">
        <a class="siglum" href="{$page}{$reading/../@v:block ! ('#' || .)}">{$siglum}</a>
      </xsl:when>
      <xsl:otherwise><span class="siglum">{$siglum}</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
