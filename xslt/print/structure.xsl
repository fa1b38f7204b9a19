<?xml version="1.0" encoding="UTF-8"?>
<!-- Texts, divisions, headings, paragraphs and what else stands on lines of its own. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    exclude-result-prefixes="#all">

  <!-- the calls for blocks that are no more than one; any other that holds words is a unit -->
  <xsl:variable name="t:block-calls" static="yes" as="map(xs:string, xs:string)" select="map {
      'subheading': 'subheading', 'caption': 'subheading', 'stanza': 'stanza', 'stage': 'stage',
      'quotation': 'quotation', 'figure': 'picture' }"/>

  <xsl:template match="*[@v:block]" mode="content" priority="0.2" as="text()*">
    <xsl:variable name="call" as="xs:string?" select="
        ($t:block-calls(@v:is), 'unit'[t:is-unit(current())])[1]"/>
    <xsl:call-template name="t:block">
      <xsl:with-param name="call" select="$call"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="t:is-unit" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@v:block = 'words' and not($t:block-calls($element/@v:is)) and not(t:is-argument($element))"/>
  </xsl:function>

  <!-- whether the call of its parent has a place for an element: there it needs none of its own -->
  <xsl:function name="t:is-argument" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/../@v:is = ('list', 'bibliography', 'row') or t:has-lines($element/..)"/>
  </xsl:function>

  <!-- a call with one content argument, on lines of its own; without a call what it would hold. The link
       of a name that is a unit stands in it, for no link goes across paragraphs. -->
  <xsl:template name="t:block" as="text()*">
    <xsl:param name="call" as="xs:string?"/>
    <xsl:variable name="link" as="xs:string?" select=".[$call = 'unit'][@v:mention or @v:address] ! t:link-of-name(.)"/>
    <xsl:text>{$call ! ('&#10;#' || . || '[')}{$link ! (. || '[')}</xsl:text>
    <xsl:call-template name="t:words"/>
    <xsl:text>{']'[exists($link)]}{']&#10;'[exists($call)]}</xsl:text>
  </xsl:template>

  <!-- the text as a whole has level 1, Typst and PDF/UA end at 6 -->
  <xsl:template match="*[@v:is = 'heading']" mode="content" as="text()*">
    <xsl:text>&#10;#section({min((6, 1 + xs:integer((@v:level, 1)[1])))})[</xsl:text>
    <xsl:apply-templates mode="short"/>
    <xsl:text>][</xsl:text>
    <xsl:call-template name="t:words"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- a division without a heading has its place among the bookmarks all the same -->
  <xsl:template match="*[@v:called]" mode="content" priority="13" as="text()*">
    <xsl:text>&#10;#bookmark({min((6, 2 + count(ancestor::*[@v:called or */@v:is = 'heading'])))})[{t:markup(v:curl(@v:called, ' '))}]&#10;</xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- a section that counts its lines, by setting: an outermost division that has others beside it, or a
       text of a group. Its name is its number, or, where that is none of its own, its place among them -->
  <xsl:key name="t:section" match="*[@v:is = ('division', 'text')]" use="t:is-section(.)"/>

  <xsl:function name="t:is-section" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@v:is = $element/../@v:is
        and exists($element/../*[@v:is = $element/@v:is][not(. is $element)])
        and ($element/@v:is = 'text' or exists($element/ancestor::tei:body))
        and (every $outer in $element/ancestor::*[@v:is = ('division', 'text')]
             satisfies not(t:is-section($outer)))"/>
  </xsl:function>

  <xsl:template match="*[@v:is = ('division', 'text')][t:counts-sections()]" mode="content"
      priority="14" as="text()*">
    <xsl:variable name="name" as="xs:string?" select=".[t:is-section(.)] ! t:section-name(.)"/>
    <xsl:text>{$name ! ('&#10;#counted-section(' || t:string(.) || ')[')}</xsl:text>
    <xsl:next-match/>
    <xsl:text>{$name ! ']&#10;'}</xsl:text>
  </xsl:template>

  <xsl:function name="t:counts-sections" as="xs:boolean">
    <xsl:sequence select="$settings?print?numbering = 'section'"/>
  </xsl:function>

  <xsl:function name="t:section-name" as="xs:string">
    <xsl:param name="section" as="element()"/>
    <xsl:variable name="all" as="element()+" select="key('t:section', true(), root($section))"/>
    <xsl:variable name="names" as="xs:string*" select="$all ! normalize-space(@n)"/>
    <xsl:sequence select="
        if (count(distinct-values($names[. ne ''])) eq count($all)) then normalize-space($section/@n)
        else string(count($all[. &lt;&lt; $section]) + 1)"/>
  </xsl:function>

  <!-- a heading as words alone: no notes, no marks -->
  <xsl:mode name="short" on-no-match="fail"/>
  <xsl:template match="*" mode="short" as="text()*">
    <xsl:apply-templates mode="short"/>
  </xsl:template>
  <xsl:template match="*[v:sets-apart(.)][not(@v:is = 'heading' or @v:fact)]" mode="short" priority="0.4" as="text()*">
    <xsl:text>{' '[current()/preceding-sibling::node()]}</xsl:text>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="*[@v:break = 'section'][@v:says]" mode="short" as="text()">
    <xsl:text>{t:markup(@v:says)} </xsl:text>
  </xsl:template>
  <xsl:template match="*[@v:is = ('note', 'silent')]" mode="short" priority="1" as="empty-sequence()"/>
  <xsl:template match="comment() | processing-instruction()" mode="short" as="empty-sequence()"/>
  <xsl:template match="text()" mode="short" as="text()?">
    <xsl:value-of select="
        ' '[current()/preceding-sibling::node()[1]/@v:block] || t:markup(v:curl(., accumulator-before('v:character-before')))"/>
  </xsl:template>

  <xsl:template match="*[@v:is = 'paragraph']" mode="content" priority="3" as="text()*">
    <xsl:text>&#10;#para({t:argument('n', @v:n)})[</xsl:text>
    <xsl:call-template name="t:words"/>
    <xsl:apply-templates select="following-sibling::*[1][@v:is = 'closing'][t:closes(current())]"
        mode="closing"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- where a mark alone came before, the first paragraph goes on with it -->
  <xsl:template match="*[@v:is = 'paragraph'][not(@v:n)][t:goes-on(.)]" mode="content"
      priority="4" as="text()*">
    <xsl:call-template name="t:words"/>
  </xsl:template>

  <!-- a statement of the header begins with its name: there these elements stand by their own -->
  <xsl:function name="t:goes-on" as="xs:boolean">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="
        empty($paragraph/preceding-sibling::node()[self::* or normalize-space()])
        and exists($paragraph/parent::*[
          @v:is = ('note', 'item', 'cell', 'figure-description', 'line', 'phrase', 'place', 'date', 'passage')
          or self::tei:availability or parent::tei:editorialDecl])"/>
  </xsl:function>

  <!-- whether an element can be marked as one run of words: in a PDF for all readers no emphasis
       and no link goes across paragraphs -->
  <xsl:function name="t:is-run" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        not($element/@v:block = 'blocks')
        and (every $child in $element/*[not(@v:is = 'note')]
             satisfies not($child/@v:block) and t:is-run($child))"/>
  </xsl:function>
</xsl:stylesheet>
