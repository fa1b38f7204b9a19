<?xml version="1.0" encoding="UTF-8"?>
<!-- What the place of an entry is called before its printed line: the number of a verse or paragraph,
     with its poem, chapter or letter where these begin their numbers anew; a heading, a row and
     column, a note; else what stands beside it. An entry that goes on has both ends. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- Tunnel parameter: `naming`, what divisions are named by: nothing, 'divisions', or 'stanzas' too. -->

  <!-- the numbers of items, rows and cells among those beside them, the innermost last -->
  <xsl:accumulator name="v:ordinals" as="xs:integer*" initial-value="()">
    <xsl:accumulator-rule match="tei:list | tei:table" select="$value, 0"/>
    <xsl:accumulator-rule match="tei:item | tei:cell"
        select="$value[position() lt last()], $value[last()] + 1"/>
    <xsl:accumulator-rule match="tei:row" select="$value[position() lt last()], $value[last()] + 1, 0"/>
    <xsl:accumulator-rule match="tei:list | tei:table | tei:row" phase="end"
        select="$value[position() lt last()]"/>
  </xsl:accumulator>

  <xsl:accumulator name="v:utterances" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="tei:body | tei:div" select="0"/>
    <xsl:accumulator-rule match="tei:text//tei:u" select="$value + 1"/>
  </xsl:accumulator>

  <!-- the verse or paragraph with a number that began last -->
  <xsl:accumulator name="v:numbered" as="element()?" initial-value="()">
    <xsl:accumulator-rule select="." match="
        (tei:p | tei:ab)[v:is-text(.)][@n or ancestor::tei:body]
        | tei:l[v:is-text(.)][@n or not(v:has-own-numbers-only(.))]"/>
  </xsl:accumulator>

  <!-- the verse that a later part of it goes on -->
  <xsl:accumulator name="v:first-part" as="element(tei:l)?" initial-value="()">
    <xsl:accumulator-rule match="tei:l[not(@part = ('M', 'F'))]" select="."/>
  </xsl:accumulator>

  <!-- the element by which a place is named -->
  <xsl:function name="v:named-place" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="around" as="element()*" select="$node/ancestor-or-self::*[ancestor::tei:text]"/>
    <xsl:sequence select="(
        $around[self::tei:note][1],
        $around[self::tei:p or self::tei:l or self::tei:ab or self::tei:head][last()],
        $around[self::tei:cell or self::tei:item or self::tei:speaker or self::tei:stage][last()],
        $around[@v:block = 'words'][last()],
        $around[last()])[1]"/>
  </xsl:function>

  <xsl:function name="v:is-run-of-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[
        self::tei:p or self::tei:l or self::tei:ab or self::tei:head or self::tei:note or self::tei:cell
        or self::tei:item or self::tei:speaker or self::tei:stage or @v:block = 'words'])"/>
  </xsl:function>

  <!-- the nearest division around, which may be a poem among others, or a text in a group -->
  <xsl:function name="v:division" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="naming" as="xs:string"/>
    <xsl:sequence select="
        $element/ancestor::*[self::tei:div or self::tei:div1 or self::tei:div2 or self::tei:div3
            or self::tei:div4 or self::tei:div5 or self::tei:div6 or self::tei:div7
            or self::tei:text[parent::tei:group or parent::tei:floatingText]
            or self::tei:lg[$naming eq 'stanzas']][1]"/>
  </xsl:function>

  <!-- how divisions must be named so that no two numbers of those that have entries are the same -->
  <xsl:function name="v:naming" as="xs:string">
    <xsl:param name="starts" as="node()*"/>
    <xsl:variable name="divisions" as="element()*"
        select="$starts ! v:named-place(.) ! (v:division(., ''), ancestor::tei:body)[1] | ()"/>
    <xsl:variable name="blocks" as="element()*" select="
        $divisions//(tei:l[not(@part = ('M', 'F'))] | tei:p | tei:ab)
          [v:is-text(.)][v:is-numbered(.)] | ()"/>
    <xsl:variable name="distinct" as="function(xs:string) as xs:integer" select="
        function($naming) { count(distinct-values($blocks ! string-join((
            (if ($naming eq '') then '' else v:division-path(v:division(., $naming), $naming, true())),
            local-name()[. eq 'l'], v:block-number(.)), '|'))) }"/>
    <xsl:variable name="alone" as="xs:integer" select="$distinct('')"/>
    <xsl:variable name="divided" as="xs:integer"
        select="if ($alone eq count($blocks)) then $alone else $distinct('divisions')"/>
    <xsl:sequence select="
        if ($alone eq count($blocks)) then ''
        else if ($divided lt count($blocks) and $distinct('stanzas') gt $divided) then 'stanzas'
        else 'divisions'[$divided gt $alone] || ''"/>
  </xsl:function>

  <xsl:function name="v:is-numbered" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        exists($block[self::tei:l or self::tei:p or self::tei:ab] ! v:block-number(.)[. ne ''])"/>
  </xsl:function>

  <!-- the names of the divisions around, from the outermost; one that stands alone, or alone of its type, has
       none, unless it has a number within one that is named -->
  <xsl:function name="v:division-path" as="xs:string" cache="yes">
    <xsl:param name="division" as="element()?"/>
    <xsl:param name="naming" as="xs:string"/>
    <xsl:param name="headed" as="xs:boolean"/>
    <xsl:variable name="others" as="element()*" select="
        $division/(preceding-sibling::*, following-sibling::*)
          [local-name() eq local-name($division)][$division/@n or string(@type) eq string($division/@type)]"/>
    <xsl:variable name="around" as="xs:string*" select="
        $division ! v:division(., $naming) ! v:division-path(., $naming, true())"/>
    <xsl:variable name="name" as="xs:string*" select="
        $division[exists($others) or @n and $around[. ne '']] ! (@n, tei:head[$headed][1] ! normalize-space(.)[string-length(.) le 30],
          string(count($others[. &lt;&lt; $division]) + 1))[. ne ''][1]"/>
    <xsl:sequence select="string-join(($around[. ne ''], $name), '.')"/>
  </xsl:function>

  <!-- 1  a verse or paragraph is its number
       2  a heading of a division, a cell, an item and a note say what they are
       3  a speaker is named by the first verse or paragraph of the speech
       4  anything else by the block before it in its division, or by the one after it; before or after the
          body by its heading, or as such
       Tunnel parameters: `naming`; `at`, where in a division words stand that are in no block. -->
  <xsl:mode name="place" on-no-match="fail"/>

  <xsl:template match="tei:*" mode="place" as="xs:string?">
    <xsl:param name="at" as="node()?" tunnel="yes"/>
    <xsl:variable name="division" as="element()?" select="(v:division(., ''), ancestor-or-self::tei:text[1])[1]"/>
    <xsl:variable name="before" as="element()?" select="
        ($at, .)[1]/accumulator-before('v:numbered')[ancestor::* intersect $division]"/>
    <xsl:variable name="number" as="xs:string?">
      <xsl:apply-templates mode="#current" select="
          if (exists($before)) then $before else v:first-numbered($division)"/>
    </xsl:variable>
    <xsl:sequence select="
        ($number[. ne ''] ! l:label(if (exists($before)) then 'place.after' else 'place.before', .),
         ancestor::*[self::tei:front or self::tei:back][1] ! v:beside-body(., $division))[1]"/>
  </xsl:template>

  <!-- a place before or after the body that has no number: the heading of its division -->
  <xsl:function name="v:beside-body" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="division" as="element()?"/>
    <xsl:variable name="heading" as="xs:string?" select="v:heading-words($division[. >> $part]/tei:head[1])"/>
    <xsl:sequence select="
        ($heading[. ne ''][string-length(.) le 30], l:label('place.of-' || local-name($part)))[1]"/>
  </xsl:function>

  <xsl:template match="tei:l[@part = ('M', 'F')][not(v:is-numbered(.))]
      [accumulator-before('v:first-part') ! v:is-numbered(.)]" mode="place" as="xs:string?" priority="1">
    <xsl:apply-templates select="accumulator-before('v:first-part')" mode="#current"/>
  </xsl:template>

  <xsl:function name="v:first-numbered" as="element()?">
    <xsl:param name="division" as="element()?"/>
    <xsl:sequence select="
        ($division//*[self::tei:p or self::tei:l or self::tei:ab][v:is-text(.)][v:is-numbered(.)])[1]"/>
  </xsl:function>

  <xsl:template match="tei:*[v:is-numbered(.)]" mode="place" as="xs:string?">
    <xsl:param name="naming" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="v:in-division(., $naming, string(v:block-number(.)), true())"/>
  </xsl:template>

  <!-- on a surface: its number, and that of the line, or of the zone where lines have none -->
  <xsl:template match="tei:ab[@v:surface]" mode="place" as="xs:string?" priority="1">
    <xsl:param name="at" as="node()?" tunnel="yes"/>
    <xsl:variable name="line" as="xs:string?" select="(.//tei:lb[. &lt;&lt; $at])[last()]/@n ! l:label('html.place.line', .)"/>
    <xsl:sequence select="string-join((v:numbered-page(@v:surface), ($line, string(v:block-number(.)))[1]), ', ')"/>
  </xsl:template>

  <xsl:template match="tei:head" mode="place" as="xs:string?">
    <xsl:param name="naming" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="v:in-division(., ($naming[. ne ''], 'divisions')[1], l:label('place.heading'), false())"/>
  </xsl:template>
  <xsl:template match="(tei:table | tei:figure | tei:list)/tei:head" mode="place" as="xs:string?">
    <xsl:variable name="place" as="xs:string?">
      <xsl:apply-templates select=".." mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="($place[. ne ''], l:label('place.heading'))[1]"/>
  </xsl:template>

  <xsl:template match="tei:speaker[../(tei:p | tei:l | tei:ab | tei:lg/tei:l)]" mode="place" as="xs:string?">
    <xsl:apply-templates select="../(tei:p | tei:l | tei:ab | tei:lg/tei:l)[1]" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:cell" mode="place" as="xs:string?">
    <xsl:variable name="ordinals" as="xs:integer*" select="accumulator-before('v:ordinals')"/>
    <xsl:sequence select="l:label('place.cell', $ordinals[position() ge last() - 1] ! string(.))"/>
  </xsl:template>

  <xsl:template match="tei:item" mode="place" as="xs:string?">
    <xsl:sequence select="
        l:label('place.item', string((v:label-of-item(.) ! normalize-space(.)[string-length(.) le 10], @n,
                                      accumulator-before('v:ordinals')[last()])[1]))"/>
  </xsl:template>

  <xsl:template match="tei:u" mode="place" as="xs:string">
    <xsl:sequence select="l:label('place.utterance', string((@n, accumulator-before('v:utterances'))[1]))"/>
  </xsl:template>

  <!-- in a dictionary the headword -->
  <xsl:template match="(tei:entry | tei:entryFree)[not(v:is-numbered(.))]" mode="place" as="xs:string?" priority="1">
    <xsl:sequence select="(.//tei:orth ! normalize-space(), @n ! string(), .//tei:form ! normalize-space())[. ne ''][1]"/>
  </xsl:template>

  <xsl:template match="tei:note" mode="place" as="xs:string?">
    <xsl:sequence select="l:label('print.note', string(accumulator-before('v:notes')))"/>
  </xsl:template>

  <!-- a place with the division before it, where divisions are named -->
  <xsl:function name="v:in-division" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="naming" as="xs:string"/>
    <xsl:param name="place" as="xs:string"/>
    <xsl:param name="headed" as="xs:boolean"/>
    <xsl:variable name="path" as="xs:string" select="
        if ($naming eq '') then ''
        else v:division-path(v:division($element, $naming), $naming, $headed)"/>
    <xsl:sequence select="
        if ($path eq '') then $place
        else l:label(if (contains($path, ' ')) then 'place.named'
                     else if ($headed) then 'place.numbered' else 'place.of', ($path, $place))"/>
  </xsl:function>

  <!-- where an entry begins and what that is called. What is no unit of its own and stands between two
       blocks belongs to the one before, unless it is `between` them: a verse or paragraph that is added or
       deleted -->
  <xsl:function name="v:place-attributes" as="attribute()*">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:param name="extent" as="map(xs:string, item())"/>
    <xsl:param name="naming" as="xs:string"/>
    <xsl:param name="between" as="xs:boolean"/>
    <xsl:variable name="first" as="node()" select="(v:covered($extent)[self::text()][1], $extent?start)[1]"/>
    <xsl:variable name="last" as="element()?" select="$first/accumulator-before('v:block')"/>
    <xsl:variable name="around" as="element()?" select="v:named-place($first)"/>
    <xsl:variable name="named" as="element()?" select="
        if ($between or $extent?from ne $extent?to or $around ! v:is-run-of-words(.)) then $around
        else ($last, $around)[1]"/>
    <xsl:variable name="block" as="element()?"
        select="($named[self::tei:p or self::tei:l or self::tei:ab], $last[not(self::tei:head)])[1]"/>
    <xsl:if test="exists($block)">
      <xsl:attribute name="v:begins-in" select="v:block-id($block)"/>
    </xsl:if>
    <xsl:if test="$block is $named">
      <xsl:attribute name="v:begins-in-n" select="string(v:block-number($block))"/>
    </xsl:if>
    <xsl:for-each select="v:place($named, $extent, $naming)">
      <xsl:attribute name="v:place" select="."/>
    </xsl:for-each>
    <xsl:for-each select="($named[v:is-run-of-words(.)], $last)[1]">
      <xsl:sequence select="
          v:surroundings($lemma, ., $first/accumulator-before('v:characters')
                                    + (if (v:starts-with-space($first)) then 1 else 0)
                                    - accumulator-before('v:characters'))"/>
    </xsl:for-each>
    <xsl:attribute name="v:from" select="$extent?from"/>
    <xsl:attribute name="v:to" select="$extent?to"/>
  </xsl:function>

  <!-- the place of an entry, from the first words that it covers to its end -->
  <xsl:function name="v:place" as="xs:string?">
    <xsl:param name="begin" as="element()?"/>
    <xsl:param name="extent" as="map(xs:string, item())"/>
    <xsl:param name="naming" as="xs:string"/>
    <xsl:variable name="end" as="element()?" select="
        if ($extent?from eq $extent?to) then ()
        else v:last-block($extent)[. >> $begin]
             [v:is-numbered(.) or not(self::tei:p or self::tei:l or self::tei:ab)]
             [accumulator-before('v:characters') lt $extent?to]"/>
    <xsl:variable name="same" as="xs:boolean" select="
        exists($end) and v:division($begin, $naming) is v:division($end, $naming)"/>
    <xsl:variable name="first" as="xs:string?" select="v:place-name($begin, $naming, $extent?start)"/>
    <xsl:variable name="last" as="xs:string?"
        select="$end ! v:place-name(., if ($same) then '' else $naming, ())"/>
    <xsl:variable name="goes-on" as="xs:boolean" select="
        not($last = ($first, if ($same) then v:place-name($begin, '', $extent?start) else ()))"/>
    <xsl:sequence select="
        string-join(($first, $last[$goes-on])[. ne ''], l:label('place.range'))[. ne '']"/>
  </xsl:function>

  <xsl:function name="v:place-name" as="xs:string?">
    <xsl:param name="element" as="element()?"/>
    <xsl:param name="naming" as="xs:string"/>
    <xsl:param name="at" as="node()?"/>
    <xsl:apply-templates select="$element" mode="place">
      <xsl:with-param name="naming" tunnel="yes" select="$naming"/>
      <xsl:with-param name="at" tunnel="yes" select="$at"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- the block in which an entry ends: the one around its end, or the last that began before it -->
  <xsl:function name="v:last-block" as="element()?">
    <xsl:param name="extent" as="map(xs:string, item())"/>
    <xsl:variable name="around" as="element()?" select="$extent?end ! v:named-place(.)"/>
    <xsl:sequence select="
        if ($around ! v:is-run-of-words(.)) then $around
        else $extent?end/accumulator-before('v:block')"/>
  </xsl:function>
</xsl:stylesheet>
