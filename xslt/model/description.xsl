<?xml version="1.0" encoding="UTF-8"?>
<!-- What the model says of every element, so that outputs need not know TEI's names:

     @v:is         what it is: a word of the table in elements.xsl
     @v:block      on an element that stands on lines of its own: whether it holds `words` or
                   `blocks`; an element without it is part of a line
     @v:list       of a list, how its items are marked: `labelled`, `numbered`, `bulleted`, `plain`
     @v:break      of a break, what ends there: see elements.xsl; @v:within-word where the break
                   divides a word
     @v:says       its number, with the name of its unit: see source-numbers.xsl
     @v:prose      on an element in which words run on where a line of the source ends
     @v:parts      `apart` on a line whose parts stand apart, whether there is white space or not: see
                   reading-text.xsl
     @v:rendition  how its words are to look: see renditions.xsl
     @v:marks      the quotation marks that the edition adds: see quotation-marks.xsl
     @v:lang       its language, a tag that BCP 47 allows; @v:dir where its script begins to run
                   another way: see languages.xsl -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what stands on lines of its own wherever it is -->
  <xsl:variable name="v:always-blocks" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('
      text division heading subheading caption group line paragraph stanza verse speech speaker
      opening closing address letter-line list item bibliography register witnesses table row cell
      figure figure-description') ! map { . : true() })"/>

  <!-- what is never on lines of its own -->
  <xsl:variable name="v:never-blocks" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('note break space anchor picture generated silent') ! map { . : true() })"/>

  <!-- children that make an element without words of its own hold blocks -->
  <xsl:variable name="v:units" static="yes" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('
      paragraph stanza verse division speech list item table row cell heading') ! map { . : true() })"/>

  <!-- an element with its description, and so all in it; the white space stays as it is.
       Tunnel parameter: `declarations`, of v:declared-renditions(). -->
  <xsl:mode name="described" on-no-match="shallow-copy"/>

  <xsl:template match="*" mode="described" as="element()">
    <xsl:param name="within" as="xs:string" select="'blocks'"/>
    <xsl:param name="declarations" as="map(xs:string, xs:string*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="holds" as="xs:string" select="v:holds(.)"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="if (@v:is) then () else v:descriptive-attributes(., $within, $holds, $declarations)"/>
      <xsl:apply-templates mode="#current">
        <xsl:with-param name="within" select="$holds"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <!-- all of them; `within`: what the parent holds, `blocks` or `words`; `holds`: what it holds
       itself; `declarations`: of v:declared-renditions() -->
  <xsl:function name="v:descriptive-attributes" as="attribute()+">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="within" as="xs:string"/>
    <xsl:param name="holds" as="xs:string"/>
    <xsl:param name="declarations" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="is" as="xs:string" select="v:is($element)"/>
    <xsl:variable name="block" as="xs:boolean"
        select="v:is-block($element, $is, $within, $holds)"/>
    <xsl:attribute name="v:is" select="$is"/>
    <xsl:if test="$block">
      <xsl:attribute name="v:block" select="$holds"/>
    </xsl:if>
    <xsl:if test="$is eq 'list'">
      <xsl:attribute name="v:list" select="v:list($element)"/>
    </xsl:if>
    <xsl:sequence select="
        v:lines($element, $is), v:marks($element, $is, $block),
        v:rendition($element, $is, $declarations)"/>
    <xsl:if test="$element/@xml:lang">
      <xsl:sequence select="v:language($element)"/>
    </xsl:if>
  </xsl:function>

  <!-- whether an element stands on lines of its own -->
  <xsl:function name="v:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="is" as="xs:string"/>
    <xsl:param name="within" as="xs:string"/>
    <xsl:param name="holds" as="xs:string"/>
    <xsl:sequence select="
        map:contains($v:always-blocks, $is) and not(v:is-phrase-of-line($element, $is)) or $is eq 'code' and exists($element/tei:lb)
        or ($holds eq 'blocks' or $within eq 'blocks' and not(v:is-phrase-beside-blocks($element, $is)))
           and not(map:contains($v:never-blocks, $is))"/>
  </xsl:function>

  <!-- whether a line, such as the name of an author, is a phrase of the line that it stands in: `by Ann Lee.` -->
  <xsl:function name="v:is-phrase-of-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="is" as="xs:string"/>
    <xsl:sequence select="
        $is eq 'line' and $v:elements(local-name($element))?holds eq 'phrase'
        and exists($element/../text()[normalize-space()])"/>
  </xsl:function>

  <!-- what is said of the lines of the source -->
  <xsl:function name="v:lines" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="is" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:if test="$is eq 'break'">
      <xsl:attribute name="v:break" select="$v:breaks($name)"/>
      <xsl:if test="v:divides-word($element)">
        <xsl:attribute name="v:within-word" select="'true'"/>
      </xsl:if>
      <xsl:for-each select="v:number-of-break($element)">
        <xsl:attribute name="v:says" select="."/>
      </xsl:for-each>
    </xsl:if>
    <xsl:if test="if ($lines eq '') then map:contains($v:prose, $name) else $lines eq 'flowed' and $name eq 'text'">
      <xsl:attribute name="v:prose" select="'true'"/>
    </xsl:if>
  </xsl:function>

  <!-- whether an element is a phrase of the paragraph or item that it stands in, although a block,
       such as a list, stands there too: the words beside the list are not a block for each phrase -->
  <xsl:function name="v:is-phrase-beside-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="is" as="xs:string"/>
    <xsl:variable name="parent" as="map(xs:string, xs:string)?"
        select="v:row($element/..)"/>
    <xsl:sequence select="
        $parent?holds = 'words' and not($parent?is = ('opening', 'closing'))
        and not($is = ('quotation', 'stage', 'description'))"/>
  </xsl:function>

  <!-- the word for an element: that of its row, and for some what their place makes of them -->
  <xsl:function name="v:is" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="word" as="xs:string"
        select="(v:row($element)?is, 'unknown')[1]"/>
    <xsl:sequence select="
        if ($word eq 'heading') then v:heading($element)
        else if ($word eq 'label') then ('label'[$element/parent::tei:list], 'phrase')[1]
        else if ($element/@v:generated) then 'generated'
        else $word"/>
  </xsl:function>

  <!-- the first heading of a division is its heading; a later one stands below it; that of a list,
       a table, a stanza is a caption -->
  <xsl:function name="v:heading" as="xs:string">
    <xsl:param name="head" as="element()"/>
    <xsl:variable name="parent" as="xs:string?" select="v:row($head/..)?is"/>
    <xsl:sequence select="
        if (not($parent = ('division', 'text'))) then 'caption'
        else if ($head/preceding-sibling::tei:head or normalize-space($head) eq '')
          then 'subheading'
        else 'heading'"/>
  </xsl:function>

  <!-- whether there are children that make an element hold blocks -->
  <xsl:function name="v:holds-units" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*[v:is-unit(.)])"/>
  </xsl:function>

  <xsl:function name="v:is-unit" as="xs:boolean">
    <xsl:param name="child" as="element()"/>
    <xsl:sequence
        select="map:contains($v:units, string(v:row($child)?is))"/>
  </xsl:function>

  <!-- whether a reading holds nothing but what stands on lines of its own between blocks, such as a stage
       direction -->
  <xsl:function name="v:is-made-of-lines" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        exists($reading/*) and not($reading/text()[normalize-space()])
        and (every $child in $reading/* satisfies
             v:row($child)?is = ('stage', 'opening', 'closing', 'line', 'letter-line', 'group', 'address', 'figure'))"/>
  </xsl:function>

  <!-- whether an element holds blocks or words: by its row, else by what is in it -->
  <xsl:function name="v:holds" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="row" as="map(xs:string, xs:string)?"
        select="v:row($element)"/>
    <xsl:sequence select="
        if ($row?holds eq 'blocks' and not($row?is = ('description', 'phrase'))) then 'blocks'
        else if (empty($element/*) or exists($element/text()[normalize-space()])) then 'words'
        else if ($row?is = ('opening', 'closing', 'address', 'group')) then 'blocks'
        else if (not(v:holds-units($element)) or v:holds-phrases-beside-blocks($element)) then 'words'
        else 'blocks'"/>
  </xsl:function>

  <!-- whether the words of an element stand in phrases, before or after a list, a table or a heading:
       `1. Classification`, and then a list -->
  <xsl:function name="v:holds-phrases-beside-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="kinds" as="xs:string*"
        select="$element/*[normalize-space()] ! v:row(.)?is"/>
    <xsl:sequence select="
        $kinds = ('phrase', 'passage', 'punctuation', 'name', 'place', 'date', 'emphasis', 'foreign', 'title', 'mention',
                  'gloss', 'so-called', 'deletion', 'reference', 'label')
        and not($kinds = ('paragraph', 'stanza', 'verse', 'division', 'speech'))"/>
  </xsl:function>

  <!-- each element of the text that no row names is reported once -->
  <xsl:template name="v:report-unknown" as="empty-sequence()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:for-each select="distinct-values($document/tei:TEI/tei:text//*[@v:is eq 'unknown']/local-name())">
      <xsl:message><v:unhandled name="{.}"/></xsl:message>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
