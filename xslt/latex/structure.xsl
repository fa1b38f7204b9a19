<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs: all text stands in paragraphs or stanzas that reledmac
     numbers. A block among words, in a paragraph or a note, has lines of its own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
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

  <xsl:template match="*[x:is-structure(.)]" mode="blocks" priority="1" as="text()*">
    <xsl:for-each-group select="node()[not(x:is-empty(.))]" group-adjacent="x:group(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() eq 'verse'">
          <xsl:call-template name="x:stanza">
            <xsl:with-param name="verses" select="current-group()"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="current-grouping-key() eq 'words'">
          <xsl:call-template name="x:paragraph">
            <xsl:with-param name="content" select="
                x:before(current-group()[1]), current-group(), x:after(current-group()[last()])"/>
            <xsl:with-param name="block" select="()"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()" mode="blocks"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- blocks that are one paragraph each, whatever they hold -->
  <xsl:variable name="x:paragraphs" as="map(xs:string, xs:boolean)" static="yes" select="
      map:merge(tokenize('paragraph verse heading subheading caption opening closing address row')
      ! map { . : true() })"/>

  <!-- whether an element only holds blocks; what stands without words between them is a mark -->
  <xsl:function name="x:is-structure" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@v:block = 'blocks' and not(map:contains($x:paragraphs, $element/@v:is))"/>
  </xsl:function>

  <!-- what stands between blocks and holds no words: it is written with the block beside it -->
  <xsl:function name="x:is-empty" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        not($node instance of element() or $node instance of text())
        or $node/@v:is = 'silent'
        or normalize-space($node) eq '' and not(x:divides-words($node))
           and (if ($node instance of text())
                then exists($node/(preceding-sibling::*[1] | following-sibling::*[1])/@v:block)
                else empty($node/(descendant-or-self::*[@v:is = 'picture']
                                  | descendant::*[@v:entries])))"/>
  </xsl:function>

  <!-- whether a page or another unit begins between words that stand between blocks -->
  <xsl:function name="x:divides-words" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        $node instance of element() and x:begins-unit($node)
        and exists($node/preceding-sibling::node()[normalize-space()][1]/self::text())
        and exists($node/following-sibling::node()[normalize-space()][1]/self::text())"/>
  </xsl:function>

  <xsl:function name="x:group" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if ($node/@v:is = 'verse') then 'verse' else if ($node/@v:block) then 'block' else 'words'"/>
  </xsl:function>

  <xsl:template name="x:paragraph" as="text()*">
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:param name="block" as="element()?" select="."/>
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:param name="after" as="xs:string" select="''"/>
    <xsl:variable name="around" as="element()" select="($block, $content[normalize-space()][1]/.., $content[1]/..)[1]"/>
    <xsl:variable name="look" as="xs:string*" select="x:look-around($around)"/>
    <xsl:variable name="open" as="xs:string*"
        select="x:own-language($around) ! ('\foreignlanguage{' || . || '}{'), x:commands($look)"/>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="$block ! x:before(.), $content, $block ! x:after(.)"
          mode="content">
        <xsl:with-param name="capitals" tunnel="yes" select="$look = 'capitals'"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:if test="exists($words[normalize-space()])">
      <xsl:value-of select="'\pstart&#10;', x:setting($look), $before, $open, $words, $open ! '}',
          $after, '&#10;\pend&#10;'" separator=""/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[@v:is = 'paragraph']" mode="blocks" as="text()*">
    <xsl:call-template name="x:paragraph">
      <xsl:with-param name="before"
          select="string(@v:n ! ('\editionparagraph{' || x:escape(.) || '}'))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- the title of the document is the heading of level 1 -->
  <xsl:template match="*[@v:is = ('heading', 'subheading', 'caption')]" mode="blocks" as="text()*">
    <xsl:variable name="around" as="xs:integer" select="
        if (@v:level) then xs:integer(@v:level) else count(ancestor::*[*/@v:is = 'heading'])"/>
    <xsl:variable name="heading" as="text()*">
      <xsl:call-template name="x:paragraph">
        <xsl:with-param name="before" select="'\editionheading{' || 1 + $around || '}{'"/>
        <xsl:with-param name="after" select="'}'"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="exists($heading)">
      <xsl:text>\editionabove{}&#10;</xsl:text>
      <xsl:sequence select="$heading"/>
      <xsl:text>\editionbelow{}&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- no page ends with a speaker -->
  <xsl:template match="*[@v:is = 'speaker']" mode="blocks" as="text()*">
    <xsl:variable name="speaker" as="text()*">
      <xsl:call-template name="x:paragraph"/>
    </xsl:variable>
    <xsl:sequence select="$speaker"/>
    <xsl:value-of select="'\nobreak{}&#10;'[exists($speaker)]"/>
  </xsl:template>

  <!-- among words -->
  <xsl:template match="*[@v:block][not(@v:is = 'cell')]" mode="content" priority="25"
      as="text()*">
    <xsl:value-of select="'\editionbreak{}'[x:begins-line(current())]"/>
    <xsl:next-match/>
    <xsl:value-of select="'\editionbreak{}'[x:ends-line(current())]"/>
  </xsl:template>

  <!-- in a printed line no block breaks it -->
  <xsl:template match="v:printed-entry//*[@v:block]" mode="content" priority="27" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- whether words stand before a block, and no line break -->
  <xsl:function name="x:begins-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="node()?"
        select="$element/preceding-sibling::node()[x:has-place(.)][1]"/>
    <xsl:sequence select="
        if (exists($before)) then not(v:keeps-line($before) or x:is-part-of-record($element))
        else exists($element/..[x:is-within-line(.)][x:begins-line(.)])"/>
  </xsl:function>

  <!-- whether words follow a block, and no line break and no block, which begins a line itself -->
  <xsl:function name="x:ends-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="after" as="node()?"
        select="$element/following-sibling::node()[x:has-place(.)][1]"/>
    <xsl:sequence select="
        if (exists($after))
        then not($after/@v:block or v:keeps-line($after) or x:is-part-of-record($element))
        else exists($element/..[x:is-within-line(.)][x:ends-line(.)])"/>
  </xsl:function>

  <xsl:function name="x:is-within-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not($element/@v:block or $element/@v:is = 'note')"/>
  </xsl:function>

  <xsl:function name="x:has-place" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        normalize-space($node) and not($node/@v:is = 'note') or v:keeps-line($node)"/>
  </xsl:function>
</xsl:stylesheet>
