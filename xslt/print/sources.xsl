<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the text comes from: witnesses, manuscripts, books. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- each part of a sourceDesc as one paragraph or one list -->
  <xsl:mode name="source" on-no-match="fail"/>

  <xsl:template match="*" mode="source" as="text()*">
    <xsl:text>{v:sentence(t:prose(.)) ! ('&#10;#para()[' || . || ']&#10;')}</xsl:text>
    <xsl:apply-templates select="self::tei:bibl/tei:note" mode="source"/>
  </xsl:template>

  <xsl:template match="tei:msDesc" mode="source" as="text()*">
    <xsl:text>{v:sentence(t:prose(tei:msIdentifier)) ! ('&#10;#para()[' || . || ']&#10;')}</xsl:text>
    <xsl:call-template name="t:description"/>
  </xsl:template>

  <!-- what the parts of a description say, each with what it is about -->
  <xsl:template name="t:description" as="text()*">
    <xsl:context-item as="element(tei:msDesc)" use="required"/>
    <xsl:for-each select="* except tei:msIdentifier">
      <xsl:variable name="part" as="element()" select="."/>
      <xsl:for-each-group select="v:statements(.)" group-adjacent="v:label-of-statement(., $part)">
        <xsl:text>&#10;#detail(name: [{t:curled(current-grouping-key())}])[{
            string-join(current-group() ! v:sentence(t:statement(.)), ' ')}]</xsl:text>
      </xsl:for-each-group>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:teiHeader//tei:dimensions[not(text()[normalize-space()])]" mode="content" as="text()" priority="7">
    <xsl:text>{', '[matches(current()/preceding-sibling::node()[1], '\S\s*$')]}{t:curled(v:size(.))}</xsl:text>
  </xsl:template>

  <xsl:function name="t:statement" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        if ($statement[self::tei:dimensions][not(text()[normalize-space()])]) then t:curled(v:size($statement))
        else t:prose($statement)"/>
  </xsl:function>

  <xsl:template match="tei:p | tei:ab | tei:listBibl" mode="source" as="text()*">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>

  <xsl:template match="tei:listWit" mode="source" as="text()*">
    <xsl:call-template name="t:sources">
      <xsl:with-param name="sources" select=".//tei:witness[not(tei:witness)]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:msDesc[@xml:id] | tei:*[exists(v:cited-as(.))]" mode="source"
      as="text()*" priority="1">
    <xsl:call-template name="t:sources">
      <xsl:with-param name="sources" select="."/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:listBibl[@type = 'parallels']" mode="source" as="text()*">
    <xsl:text>&#10;#subheading[{t:curled(l:label('print.parallels'))}]&#10;</xsl:text>
    <xsl:call-template name="t:sources">
      <xsl:with-param name="sources" select="* except tei:head"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a source that entries cite has the name by which they do -->
  <xsl:template match="tei:listBibl[not(@type = 'parallels')][.//tei:*[exists(v:cited-as(.))]]"
      mode="source" as="text()*" priority="1">
    <xsl:apply-templates select="tei:*" mode="source"/>
  </xsl:template>

  <!-- sources with their sigla; what is noted about a source follows it -->
  <xsl:template name="t:sources" as="text()*">
    <xsl:param name="sources" as="element()*"/>
    <xsl:text>&#10;#sources(</xsl:text>
    <xsl:for-each select="$sources">
      <xsl:variable name="witness" as="element(tei:witness)?"
          select="self::tei:witness/key('v:witness', string((@xml:id, @n)[1]))"/>
      <xsl:text>([{t:curled(($witness/@v:printed, v:cited-as(.), @n, @xml:id)[1])}], [{
          string-join((v:sentence(t:prose((self::tei:msDesc/tei:msIdentifier, .)[1])), $witness/@v:fragment ! t:curled(.)), ' ')}</xsl:text>
      <xsl:for-each select="self::tei:msDesc"><xsl:call-template name="t:description"/></xsl:for-each>
      <xsl:apply-templates select="(. | tei:bibl)/self::tei:bibl/tei:note" mode="source"/>
      <xsl:text>]), </xsl:text>
    </xsl:for-each>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:note" mode="source" as="text()*">
    <xsl:variable name="subject" as="xs:string?" select="@subtype[. = $t:subjects]"/>
    <xsl:text>&#10;#detail({
        $subject ! ('name: [' || t:curled(l:label('print.source.' || .)) || ']')})[</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:variable name="t:subjects" as="xs:string*"
      select="'citation', 'contents', 'credit', 'language', 'link', 'summary'"/>

  <!-- an element as running text. One that holds words is what it says; one that only groups
       others is the sequence of what they say: words with commas, groups as sentences -->
  <xsl:function name="t:prose" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="text()*">
      <xsl:if test="t:is-worded($element)">
        <xsl:apply-templates select="$element/node()" mode="prose"/>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="children" as="element()*"
        select="$element[not(t:is-worded(.))]/(* except (tei:geo, tei:listWit, self::tei:location/tei:idno))"/>
    <xsl:variable name="parts" as="xs:string*"
        select="$children ! t:prose(.)[matches(., '\w')]"/>
    <xsl:sequence select="
        if (exists($words)) then normalize-space(string-join($words))
        else if (every $child in $children satisfies t:is-worded($child))
        then string-join($parts ! replace(., '\\?\.$', ''), ', ')
        else string-join($parts ! v:sentence(.), ' ')"/>
  </xsl:function>

  <!-- the words of an element; what is noted about a source follows them -->
  <xsl:mode name="prose" on-no-match="fail"/>
  <xsl:template match="node()" mode="prose" as="text()*">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>
  <xsl:template match="tei:witness/tei:listWit" mode="prose" as="empty-sequence()"/>
  <xsl:template match="(tei:witness | *[@v:fact = 'source'] | tei:listBibl[@type = 'parallels']
      | tei:standOff/tei:list)/tei:bibl/tei:note" mode="prose" as="empty-sequence()"/>

  <xsl:function name="t:is-worded" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/text()[normalize-space()]) or empty($element/*)"/>
  </xsl:function>

  <!-- in the header a number is named by its type, unless the words before it do so; in a text the model
       says how it is named -->
  <xsl:template match="(tei:idno | tei:bibl)/tei:idno[@type][not(ancestor::tei:text)][not(@type = ('URI', 'URL', 'url'))]
      [not(ends-with(normalize-space(preceding-sibling::node()[1]), @type))]
      [not(starts-with(., @type))][not(matches(@type, '^sha', 'i'))]"
      mode="content" as="text()*">
    <xsl:text>{t:markup(@type)} </xsl:text>
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- an identifier and the authority that gives it -->
  <xsl:function name="t:identifier" as="xs:string">
    <xsl:param name="identifier" as="element(tei:idno)"/>
    <xsl:sequence select="
        t:markup(string-join(($identifier/@type[not(. = ('URI', 'URL', 'url', 'uri'))],
                              normalize-space($identifier)), ' '))"/>
  </xsl:function>
</xsl:stylesheet>
