<?xml version="1.0" encoding="UTF-8"?>
<!-- Where in the text an entry can be written. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- By id of an entry that has a place within words: whether it is well-nested, so that it can
       enclose them. Of two that overlap the earlier one is. -->
  <xsl:function name="x:nested" as="map(xs:string, xs:boolean)" cache="yes">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:map>
      <xsl:iterate select="
          $document/tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app[@v:from]">
        <!-- where the entries end that enclose this place, the innermost first -->
        <xsl:param name="open" as="xs:integer*" select="()"/>
        <xsl:variable name="from" as="xs:integer" select="xs:integer(@v:from)"/>
        <xsl:variable name="to" as="xs:integer" select="xs:integer(@v:to)"/>
        <xsl:variable name="around" as="xs:integer*" select="$open[. gt $from]"/>
        <xsl:variable name="nested" as="xs:boolean" select="
            x:encloses-words(.) and (empty($around) or $to le $around[1])"/>
        <xsl:if test="exists(x:start(.)) and exists(x:end(.))">
          <xsl:map-entry key="string(@v:id)" select="$nested"/>
        </xsl:if>
        <xsl:next-iteration>
          <xsl:with-param name="open" select="
              if ($nested and $to gt $from) then ($to, $around) else $around"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:map>
  </xsl:function>

  <xsl:key name="x:start" match="tei:text//tei:seg[@v:starts]" use="tokenize(@v:starts)"/>
  <xsl:key name="x:end" match="tei:text//tei:seg[@v:ends]" use="tokenize(@v:ends)"/>

  <!-- where an entry begins and ends, if that is written anywhere: not where a mark stands
       between blocks -->
  <xsl:function name="x:start" as="element(tei:seg)?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="key('x:start', $entry/@v:id, root($entry))[x:is-written(.)][1]"/>
  </xsl:function>
  <xsl:function name="x:end" as="element(tei:seg)?">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="key('x:end', $entry/@v:id, root($entry))[x:is-written(.)][1]"/>
  </xsl:function>

  <xsl:function name="x:encloses-words" as="xs:boolean">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="start" as="element()?" select="x:start($entry)"/>
    <xsl:variable name="end" as="element()?" select="x:end($entry)"/>
    <xsl:sequence select="
        exists($start) and ($start is $end
            or x:scope($start) is x:scope($end) and x:is-one-run(x:scope($start)))"/>
  </xsl:function>

  <!-- the nearest element around a part that is written with braces, or is a block: from part to
       part within it braces are balanced -->
  <xsl:function name="x:scope" as="element()">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        $part/ancestor::*[@v:block or @v:rendition or @v:lang or exists(x:link-of-name(.))
          or not(@v:is = ('phrase', 'passage', 'punctuation', 'name', 'place', 'date', 'foreign', 'mention', 'gloss',
                           'generated'))][1]"/>
  </xsl:function>

  <!-- whether an element is one run of words, without a block in it -->
  <xsl:function name="x:is-one-run" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        not($element/@v:block = 'blocks')
        and (every $child in $element/*[not(@v:is = 'note')]
             satisfies not($child/@v:block) and x:is-one-run($child))"/>
  </xsl:function>

  <xsl:function name="x:is-written" as="xs:boolean">
    <xsl:param name="part" as="element(tei:seg)"/>
    <xsl:sequence select="not(x:is-structure($part/..)) or normalize-space($part/..) ne ''"/>
  </xsl:function>

  <xsl:function name="x:is-mark" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        normalize-space($element) eq '' and x:is-structure($element/..)
        and ($element/@v:entries or $element/@v:is = ('anchor', 'silent') or $element/@v:break = 'line'
             or $element[@v:block] ! x:is-empty(.)
             or (some $each in $element/descendant-or-self::* satisfies x:begins-unit($each)))"/>
  </xsl:function>

  <!-- whether a page, a line or another unit begins there, which has a number -->
  <xsl:function name="x:begins-unit" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@v:break = 'page' or $element/@v:is = 'break' and $element/@v:says"/>
  </xsl:function>

  <!-- the units that begin in a text without words, which has no block beside them -->
  <xsl:function name="x:units" as="element()*">
    <xsl:param name="text" as="element(tei:text)?"/>
    <xsl:sequence select="
        $text//*[x:begins-unit(.)] except $text//*[@v:is = ('note', 'silent')]//*"/>
  </xsl:function>

  <!-- the marks written at the beginning of a block, or of words between blocks: pages, and what goes on into it; what ends
       before it only where no block is nearer -->
  <xsl:function name="x:before" as="element()*">
    <xsl:param name="block" as="node()"/>
    <xsl:variable name="marks" as="element()*"
        select="x:marks($block, function($mark) { $mark/preceding-sibling::*[1] })"/>
    <xsl:variable name="first" as="xs:boolean"
        select="empty(($marks[last()], $block)[1]/preceding-sibling::*)"/>
    <xsl:sequence select="
        ($block/..)[$first and x:is-structure(.)][not(self::tei:text)] ! x:before(.),
        reverse($marks) ! x:written(.)[$first or x:begins-unit(.) or not(@v:ends)]"/>
  </xsl:function>

  <!-- the marks written at its end: entries without words that follow it, and what begins after it where
       no block follows -->
  <xsl:function name="x:after" as="element()*">
    <xsl:param name="block" as="node()"/>
    <xsl:variable name="marks" as="element()*"
        select="x:marks($block, function($mark) { $mark/following-sibling::*[1] })"/>
    <xsl:variable name="last" as="xs:boolean"
        select="empty(($marks[last()], $block)[1]/following-sibling::*)"/>
    <xsl:sequence select="
        $marks ! x:written(.)[@v:ends or $last and x:begins-unit(.)],
        ($block/..)[$last][x:is-structure(.)][not(self::tei:text)] ! x:after(.)"/>
  </xsl:function>

  <!-- what is written of a mark: of an empty block the units that begin in it, of a line its number -->
  <xsl:function name="x:written" as="element()*">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="
        if ($mark/@v:block) then $mark/descendant::*[x:begins-unit(.)] else $mark[not(@v:break = 'line') or @v:says]"/>
  </xsl:function>

  <!-- the marks beside an element, from it onwards -->
  <xsl:function name="x:marks" as="element()*">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="next" as="function(node()) as element()?"/>
    <xsl:sequence select="$next($node)[x:is-mark(.)] ! (., x:marks(., $next))"/>
  </xsl:function>
</xsl:stylesheet>
