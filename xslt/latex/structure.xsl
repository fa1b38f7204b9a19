<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs, verse: all text stands in paragraphs or stanzas that reledmac
     numbers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- 1  an element that holds blocks is what they are
       2  verses in a row become a stanza, words between blocks a paragraph
       3  any other element becomes a paragraph of its own -->
  <xsl:mode name="blocks" on-no-match="fail"/>

  <xsl:template match="*" mode="blocks" as="text()*">
    <xsl:call-template name="x:paragraph"/>
  </xsl:template>

  <xsl:template match="*[x:is-structure(.)]" mode="blocks" as="text()*">
    <xsl:for-each-group select="node()[not(x:is-empty(.))]" group-adjacent="x:group(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() eq 'verse'">
          <xsl:call-template name="x:stanza">
            <xsl:with-param name="verses" select="current-group()"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="current-grouping-key() eq 'words'">
          <xsl:call-template name="x:paragraph">
            <xsl:with-param name="content" select="current-group()"/>
            <xsl:with-param name="block" select="()"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()" mode="blocks"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- what stands between blocks and holds no words: it is written with the block beside it -->
  <xsl:function name="x:is-empty" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        not($node instance of element() or $node instance of text())
        or map:contains($x:silent, local-name($node))
        or normalize-space($node) eq ''
           and empty($node/(descendant-or-self::tei:graphic | descendant::tei:seg[@v:entries]))"/>
  </xsl:function>

  <xsl:function name="x:group" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if ($node/self::tei:l) then 'verse'
        else if ($node instance of text() or $node/self::tei:note) then 'words'
        else if (v:is-block($node) or $node/(self::tei:item | self::tei:row | self::tei:stage
                 | self::tei:speaker | self::tei:label)
                 or v:holds-blocks($node/..)) then 'block'
        else 'words'"/>
  </xsl:function>

  <xsl:template name="x:paragraph" as="text()*">
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:param name="block" as="element()?" select="."/>
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:param name="after" as="xs:string" select="''"/>
    <xsl:variable name="language" as="xs:string?"
        select="x:own-language(($block, $content[1]/..)[1])"/>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="$block ! x:before(.), $content, $block ! x:after(.)"
          mode="content"/>
    </xsl:variable>
    <xsl:if test="exists($words[normalize-space()])">
      <xsl:value-of select="'\pstart&#10;', $before,
          $language ! ('\foreignlanguage{' || . || '}{'), $words, $language ! '}', $after,
          '&#10;\pend&#10;'" separator=""/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:p | tei:ab" mode="blocks" as="text()*">
    <xsl:call-template name="x:paragraph">
      <xsl:with-param name="before"
          select="string(@v:n ! ('\editionparagraph{' || x:escape(.) || '}'))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:head" mode="blocks" as="text()*">
    <xsl:call-template name="x:paragraph">
      <xsl:with-param name="before" select="
          '\editionheading{' || 1 + count(ancestor::*[tei:head[v:is-section(.)]])
          || '}{'"/>
      <xsl:with-param name="after" select="'}'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a verse's number is set where it does not follow from the one before -->
  <xsl:template name="x:stanza" as="text()*">
    <xsl:param name="verses" as="element(tei:l)+"/>
    <xsl:text>\stanza&#10;</xsl:text>
    <xsl:for-each select="$verses">
      <xsl:variable name="before" as="xs:integer" select="position() - 1"/>
      <xsl:variable name="language" as="xs:string?" select="x:own-language(.)"/>
      <xsl:value-of select="
          @v:n[. castable as xs:positiveInteger]
              [$before eq 0 or not(string(number($verses[$before]/@v:n) + 1) eq string(.))]
          ! ('\setline{' || . || '}')"/>
      <xsl:value-of select="$language ! ('\foreignlanguage{' || . || '}{')"/>
      <xsl:apply-templates select="x:before(.), node(), x:after(.)" mode="content"/>
      <xsl:value-of select="$language ! '}'"/>
      <xsl:value-of select="if (position() eq last()) then '\&amp;&#10;' else '&amp;&#10;'"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
