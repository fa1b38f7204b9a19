<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of contents, for a text that has at least two headings. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- 1  divisions with a head, or of which the model says what they are called, become a list, those inside them a
          list inside it
       2  any other division gives its place to the divisions in it -->
  <xsl:mode name="contents" on-no-match="deep-skip"/>

  <xsl:template match="TEI" mode="contents" as="element()?">
    <xsl:if test="h:has-contents(.)">
      <nav class="contents" aria-labelledby="edition-contents">
        <details>
          <summary id="edition-contents">
            <xsl:sequence select="h:label-language(.)"/>
            <xsl:text>{l:label('html.contents')}</xsl:text>
          </summary>
          <ol>
            <xsl:apply-templates select="text ! h:divisions(.)" mode="contents"/>
          </ol>
        </details>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:has-contents" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        h:shows('contents')
        and count($document/text//*[@v:called or (@v:is = ('heading', 'subheading') or @v:break = 'section')
              and h:is-division(..)]) ge 2"/>
  </xsl:function>

  <xsl:template match="*[h:is-division(.)]" mode="contents" as="element()">
    <xsl:variable name="inner" as="element()*" select="h:divisions(.)"/>
    <li>
      <a href="#{h:id(.)}">
        <xsl:apply-templates select="*[@v:is = 'heading']" mode="plain"/>
        <xsl:text>{(h:number-of-division(.)/@v:says, @v:called ! v:curl(., ' '))[1]}</xsl:text>
      </a>
      <xsl:if test="exists($inner)">
        <ol><xsl:apply-templates select="$inner" mode="contents"/></ol>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:function name="h:is-division" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[@v:called or @v:is = 'division' and (*/@v:is = 'heading' or h:number-of-division(.))][h:id(.)])"/>
  </xsl:function>

  <!-- the number of a division without a heading, such as "Book 1" -->
  <xsl:function name="h:number-of-division" as="element()?">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="$division/*[1][@v:break = 'section']
          [not(@unit) and @v:says ne $division/@n and not($division/*/@v:is = 'heading')]"/>
  </xsl:function>

  <!-- the next divisions with a head inside an element -->
  <xsl:function name="h:divisions" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="
        $element/*[@v:block = 'blocks'][@v:called or not(@v:is = ('speech', 'stanza', 'list', 'table'))]">
      <xsl:sequence select="if (h:is-division(.)) then . else h:divisions(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- text without marks and notes, quotation marks curled -->
  <xsl:mode name="plain" on-no-match="shallow-skip" use-accumulators="v:character-before"/>

  <xsl:template match="text()" mode="plain" as="text()">
    <xsl:value-of select="
        ' '[current()/preceding-sibling::node()[1]/@v:block] || v:curl(string(.), accumulator-before('v:character-before'))"/>
  </xsl:template>

  <xsl:template match="*[v:sets-apart(.)][not(@v:is = 'heading' or @v:fact)]" mode="plain" priority="0.4" as="item()*">
    <xsl:text>{' '[current()/preceding-sibling::node()]}</xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="*[@v:is = ('note', 'silent')]" mode="plain" priority="1" as="empty-sequence()"/>

  <xsl:template match="*[@v:break = 'section']" mode="plain" priority="0.5" as="text()">
    <xsl:text>{@v:says} </xsl:text>
  </xsl:template>
</xsl:stylesheet>
