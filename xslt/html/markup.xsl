<?xml version="1.0" encoding="UTF-8"?>
<!-- From a TEI element to an HTML element: which tag may stand here, its class, id and links.

     HTML allows no block inside a paragraph, a heading or a span; TEI does. A paragraph that holds
     a block becomes a div; where only phrases may stand (tunnel parameter `phrasing`), a block
     becomes a span that the style sheet sets as a block. So the page is valid whatever comes. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="h:by-xml-id" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="h:by-id" match="*[@v:id]" use="@v:id"/>

  <!-- elements that are blocks wherever they stand -->
  <xsl:variable name="h:blocks" as="map(xs:string, xs:boolean)" select="map:merge((
      'ab', 'address', 'argument', 'body', 'byline', 'castGroup', 'castItem', 'castList', 'closer',
      'dateline', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'docAuthor',
      'docDate', 'docEdition', 'docImprint', 'docTitle', 'egXML', 'entry', 'epigraph', 'eTree',
      'figure', 'floatingText', 'forest', 'front', 'back', 'group', 'head', 'imprimatur', 'item',
      'l', 'lg', 'list', 'listBibl', 'listEvent', 'listOrg', 'listPerson', 'listPlace',
      'listRelation', 'listWit', 'opener', 'p', 'postscript', 'row', 'set', 'sp', 'spGrp', 'speaker',
      'table',
      'text', 'titlePage', 'titlePart', 'trailer', 'witness') ! map { . : true() })"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- elements whose content is blocks, never running text: what stands in them is a block -->
  <xsl:variable name="h:containers" as="map(xs:string, xs:boolean)" select="map:merge((
      'back', 'body', 'castGroup', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7',
      'epigraph', 'event', 'floatingText', 'front', 'group', 'listBibl', 'listEvent', 'listOrg',
      'listPerson', 'listPlace', 'listRelation', 'listWit', 'org', 'person', 'personGrp', 'place',
      'postscript', 'set', 'sp', 'spGrp', 'text', 'titlePage') ! map { . : true() })"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <xsl:function name="h:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $h:blocks(local-name($element)) = true()
        or $h:containers(local-name($element/..)) = true()
           and not($element[self::pb or self::lb or self::cb or self::gb or self::milestone
                            or self::anchor or self::note or self::index])"/>
  </xsl:function>

  <!-- whether a block is rendered inside `element`; notes are rendered elsewhere -->
  <xsl:function name="h:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        some $child in $element/*[not(self::note[@v:n])]
        satisfies (h:is-block($child) or h:has-blocks($child))"/>
  </xsl:function>

  <!-- a block that may hold blocks -->
  <xsl:template name="h:block" as="element()">
    <xsl:param name="tag" as="xs:string" select="'div'"/>
    <xsl:param name="classes" as="xs:string*" select="'tei-' || local-name()"/>
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($phrasing) then 'span' else $tag}">
      <xsl:sequence select="h:attributes(., ($classes, 'block'[$phrasing]))"/>
      <xsl:apply-templates mode="text"/>
    </xsl:element>
  </xsl:template>

  <!-- a block of running text: `tag` where it holds phrases only, else a div -->
  <xsl:template name="h:paragraph" as="element()">
    <xsl:param name="tag" as="xs:string" select="'p'"/>
    <xsl:param name="classes" as="xs:string*" select="'tei-' || local-name()"/>
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="blocks" as="xs:boolean" select="h:has-blocks(.)"/>
    <xsl:element name="{if ($phrasing) then 'span' else if ($blocks) then 'div' else $tag}">
      <xsl:sequence select="h:attributes(., ($classes, 'block'[$phrasing]))"/>
      <xsl:apply-templates mode="text">
        <xsl:with-param name="phrasing" tunnel="yes" select="$phrasing or not($blocks)"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- a phrase: `tag`, or a div where it holds blocks and blocks may stand -->
  <xsl:template name="h:phrase" as="element()">
    <xsl:param name="tag" as="xs:string" select="'span'"/>
    <xsl:param name="classes" as="xs:string*" select="'tei-' || local-name()"/>
    <xsl:param name="data" as="attribute()*" select="()"/>
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="blocks" as="xs:boolean" select="not($phrasing) and h:has-blocks(.)"/>
    <xsl:variable name="div" as="xs:boolean" select="$blocks or not($phrasing) and h:is-block(.)"/>
    <xsl:element name="{if ($div) then 'div' else $tag}">
      <xsl:sequence select="h:attributes(., $classes), $data"/>
      <xsl:apply-templates mode="text">
        <xsl:with-param name="phrasing" tunnel="yes" select="$phrasing or $div and not($blocks)"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- most elements have no attribute that asks for anything: that is found out first -->
  <xsl:function name="h:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="$element[@v:id or @xml:id or @v:mention or @rend or @style or @rendition
          or @xml:lang or @v:differs]">
        <xsl:variable name="all" as="xs:string*"
            select="$classes, 'differs'[$element/@v:differs],
                    $element[@rend or @style or @rendition] ! h:rendering(.)"/>
        <xsl:if test="exists($all)">
          <xsl:attribute name="class" select="$all"/>
        </xsl:if>
        <xsl:for-each select="h:id($element)">
          <xsl:attribute name="id" select="."/>
        </xsl:for-each>
        <xsl:sequence select="$element[@xml:lang] ! h:language(.)"/>
      </xsl:when>
      <xsl:when test="exists($classes)">
        <xsl:attribute name="class" select="$classes"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- the id of `element` in the page; nothing for a copy, or for an id that another has -->
  <xsl:function name="h:id" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element[@v:id or @v:mention or @xml:id] and h:in-text($element)">
      <xsl:sequence select="
          ($element/@v:id, $element/@v:mention,
           $element/@xml:id[h:is-free(., $element)][not(contains(., ' ')) and . ne ''])[1]"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:is-free" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        empty(key('h:by-id', $id, root($element)))
        and key('h:by-xml-id', $id, root($element))[1] is $element"/>
  </xsl:function>

  <xsl:function name="h:in-text" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::text) and empty($element/ancestor::standOff)"/>
  </xsl:function>

  <!-- what @rend, @style and @rendition ask for, as classes of the style sheet -->
  <xsl:function name="h:rendering" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="renditions" as="element()*" select="
        if ($element/@rendition)
        then key('h:by-xml-id', tokenize($element/@rendition) ! substring-after(., '#'),
                 root($element))
        else ()"/>
    <xsl:variable name="wish" as="xs:string" select="
        lower-case(string-join(($element/(@rend | @style | @rendition), $renditions), ' '))"/>
    <xsl:sequence select="h:rendering-classes($wish)"/>
  </xsl:function>

  <!-- a pattern is asked only where a part of it is found: that is many times as quick -->
  <xsl:function name="h:rendering-classes" as="xs:string*">
    <xsl:param name="wish" as="xs:string"/>
    <xsl:sequence select="
        'r-italic'[contains($wish, 'ital') or contains($wish, 'oblique')
                   or contains($wish, 'slant')],
        'r-bold'[contains($wish, 'bold') or contains($wish, 'strong')],
        'r-small-caps'[(contains($wish, 'sc') or contains($wish, 'caps')
                        or contains($wish, 'kapit'))
                       and matches($wish, 'small-?_?caps|(^|\W)sc(\W|$)|kapit')],
        'r-capitals'[contains($wish, 'uppercase') or contains($wish, 'majuscule')
                     or contains($wish, 'all') and matches($wish, 'all-?caps')],
        'r-underline'[(contains($wish, 'under') or contains($wish, 'ul'))
                      and matches($wish, 'under_?-?line|(^|\W)ul(\W|$)')],
        'r-strike'[contains($wish, 'strike') or contains($wish, 'line-through')],
        'r-superscript'[contains($wish, 'sup') and matches($wish, '(^|\W)sup')],
        'r-subscript'[contains($wish, 'sub') and matches($wish, '(^|\W)sub(script)?(\W|$)')],
        'r-spaced'[contains($wish, 'spac') and matches($wish, 'spaced|letter-?spac')
                   or contains($wish, 'gesperrt')],
        'r-center'[contains($wish, 'center') or contains($wish, 'centre')],
        'r-right'[contains($wish, 'right') and matches($wish, '(^|\W)right|flush-?right')],
        'r-indent'[contains($wish, 'indent')],
        'r-monospace'[contains($wish, 'monospace') or contains($wish, 'typewriter')
                      or contains($wish, 'tt') and matches($wish, '(^|\W)tt(\W|$)')]"/>
  </xsl:function>
</xsl:stylesheet>
