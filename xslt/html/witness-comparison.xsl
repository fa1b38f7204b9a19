<?xml version="1.0" encoding="UTF-8"?>
<!-- Several witnesses on one page: how they differ from the reading text, and the choice of any two
     of the texts. What the script reads stands where it is said already: in the entries and in the
     parts of the text that they cover. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- one witness is not compared: its page says all -->
  <xsl:function name="h:has-comparison" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="count(h:sigla($document)) ge 2"/>
  </xsl:function>

  <!-- whether any two texts can be chosen on this page -->
  <xsl:function name="h:is-compared" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="h:is-reading-text($document) and h:has-comparison($document)"/>
  </xsl:function>

  <!-- on the page of a witness: how many places differ, and the first of them -->
  <xsl:template name="h:differences" as="element(p)?" xpath-default-namespace="">
    <xsl:variable name="places" as="element()*" select="*:text//*:seg[@v:differs]"/>
    <xsl:if test="exists($places)">
      <p class="differences">
        <xsl:sequence select="h:label-language(.)"/>
        <a href="#{$places[1]/@v:starts}-reference">
          <xsl:text>{l:label('html.compare.places', string(count($places)))}</xsl:text>
        </a>
        <xsl:text> </xsl:text>
        <span class="differs">{l:label('html.compare.sign')}</span>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- a place without text: that of an addition, or where a witness omits words -->
  <xsl:template name="h:empty-place" as="element()?">
    <xsl:variable name="compared" as="xs:boolean" select="h:is-compared(ancestor::TEI)"/>
    <xsl:variable name="omission" as="xs:boolean"
        select="@v:differs and not(following-sibling::*[1]/@v:differs)
                and normalize-space(key('h:apparatus-entry', @v:entries)/lem) ne ''"/>
    <xsl:if test="$compared or $omission">
      <span>
        <xsl:if test="$omission">
          <xsl:attribute name="class" select="'differs omission'"/>
        </xsl:if>
        <xsl:sequence select="h:covering(.)"/>
        <xsl:if test="$omission">
          <xsl:sequence select="h:hidden(l:label('omitted'))"/>
        </xsl:if>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- the entries that cover a part of the text, and the space a reading in its place needs -->
  <xsl:function name="h:covering" as="attribute()*">
    <xsl:param name="part" as="element(seg)"/>
    <xsl:if test="h:is-compared(root($part)/*)">
      <xsl:attribute name="data-entries" select="$part/@v:entries"/>
      <xsl:sequence select="h:space($part)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:space" as="attribute()?">
    <xsl:param name="element" as="element()?"/>
    <xsl:for-each select="$element/@v:space">
      <xsl:attribute name="data-space" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- what a filter asks of an entry; an entry without text of its own names those it lies in -->
  <xsl:function name="h:apparatus-entry-data" as="attribute()*">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:if test="h:is-compared(root($entry)/*)">
      <xsl:attribute name="data-kind" select="h:kinds($entry)"/>
      <xsl:if test="$entry/@v:from = $entry/@v:to">
        <xsl:attribute name="data-within" select="$entry/@v:within"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- whose text a reading is: `*` stands for every witness that the entry does not name; what it
       needs to stand in the text -->
  <xsl:function name="h:reading-data" as="attribute()*">
    <xsl:param name="printed" as="element()"/>
    <xsl:variable name="entry" as="element(app)?" select="$printed/parent::v:printed-entry/parent::app"/>
    <xsl:if test="$entry[h:is-compared(root(.)/*)]
        [not(@v:series = ('sources', 'parallels', 'testimonia'))][not(@v:fault)]">
      <xsl:variable name="reading" as="element()?" select="
          if ($printed/self::v:lemma) then $entry/lem
          else $entry/rdg[last() - count($printed/following-sibling::v:reading)]"/>
      <xsl:variable name="reads" as="xs:string*" select="
          tokenize($reading/@v:reads),
          '*'[$reading/self::rdg[@v:source][not(@v:wit)]]"/>
      <xsl:if test="exists($reads)">
        <xsl:attribute name="data-reads" select="$reads"/>
        <xsl:sequence select="h:space($reading)"/>
        <xsl:if test="$reading/@v:letters">
          <xsl:attribute name="data-letters" select="'true'"/>
        </xsl:if>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- the kinds of variation in an entry: its own and those of its readings -->
  <xsl:function name="h:kinds" as="xs:string+">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:sequence select="distinct-values((
        $entry/@v:kind, $entry/rdg/@v:kind,
        'omission'[$entry/@v:series eq 'variants' and $entry/rdg/@v:empty],
        'insertion'[$entry/@v:series eq 'variants' and $entry[rdg]/lem/@v:empty],
        $entry/rdg/@type ! tokenize(.)))"/>
  </xsl:function>

  <!-- the words for a kind; one that the encoding made up stands for itself -->
  <xsl:function name="h:kind-name" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
        if ($kind = $h:variations) then l:label('html.kind.' || $kind) else $kind"/>
  </xsl:function>

  <xsl:variable name="h:variations" as="xs:string+" select="
      'variant', 'omission', 'insertion', 'transposition', 'conjecture', 'correction',
      'regularization', 'expansion', 'addition', 'deletion', 'gap', 'restored', 'mark', 'corrupt', 'break', 'note'"/>

  <!-- the choices, which the script shows: two texts; the entries of a witness, of a kind -->
  <xsl:mode name="choices" on-no-match="fail"/>

  <xsl:template match="TEI" mode="choices" as="element()">
    <xsl:variable name="witnesses" as="element(option)+" xpath-default-namespace=""
        select="h:sigla(.) ! h:option(., v:printed(., root(current())))"/>
    <xsl:variable name="kinds" as="xs:string*" select="distinct-values(
        standOff[@v:part = 'apparatus']/listApp/app ! h:kinds(.))"/>
    <form id="edition-choices" class="choices" hidden="hidden" autocomplete="off"
        aria-label="{l:label('html.compare.choose')}"
        data-count="{l:label('html.compare.count')}"
        data-entries="{l:label('html.compare.entries')}"
        data-lacks="{l:label('html.compare.lacks')}"
        data-has="{l:label('html.compare.has')}"
        data-empty="{l:label('omitted')}"
        data-block="{l:label('block.separator')}"
        data-reading="{l:label('html.text.reading.short')}">
      <xsl:sequence select="
          h:label-language(.),
          h:choice('text', h:options(l:label('html.text.reading'), $witnesses)),
          h:choice('with', h:options(l:label('html.text.reading'), $witnesses)),
          h:choice('witness', h:options(l:label('html.compare.all'), $witnesses)),
          h:choice('kind', (h:options(l:label('html.compare.all'), ()),
                            ($h:variations[. = $kinds], sort($kinds[not(. = $h:variations)]))
                            ! h:option(., h:kind-name(.))))"/>
      <p class="steps">
        <button type="button" name="previous">{l:label('html.compare.previous')}</button>
        <button type="button" name="next">{l:label('html.compare.next')}</button>
      </p>
      <p class="status" role="status"></p>
    </form>
  </xsl:template>

  <xsl:function name="h:choice" as="element()" xpath-default-namespace="">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="options" as="element(option)+"/>
    <label>
      <span class="label">{l:label('html.compare.' || $name)}</span>
      <xsl:text> </xsl:text>
      <select name="{$name}"><xsl:sequence select="$options"/></select>
    </label>
  </xsl:function>

  <xsl:function name="h:options" as="element(option)+" xpath-default-namespace="">
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="others" as="element(option)*"/>
    <xsl:sequence select="h:option('', $first), $others"/>
  </xsl:function>

  <xsl:function name="h:option" as="element(option)" xpath-default-namespace="">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <option value="{$value}">{$name}</option>
  </xsl:function>
</xsl:stylesheet>
