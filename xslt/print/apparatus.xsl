<?xml version="1.0" encoding="UTF-8"?>
<!-- The critical apparatus, keyed by the number of the block an entry stands in. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- where the words of an entry end: the place its lemma leads back to -->
  <xsl:template match="tei:text//tei:seg[@v:starts]" mode="content" priority="15" as="text()*">
    <xsl:variable name="starts" as="xs:string*" select="tokenize(@v:starts)"/>
    <xsl:text>{string-join($starts ! ('#app(' || t:string(.) || ')['))}</xsl:text>
    <xsl:next-match/>
    <xsl:text>{string-join($starts ! ']')}</xsl:text>
  </xsl:template>

  <!-- one call for each block that has entries -->
  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="apparatus" as="text()*">
    <xsl:if test="tei:listApp/tei:app">
      <xsl:text>&#10;#part(kind: "apparatus")[{t:curled(l:label('apparatus'))}]&#10;</xsl:text>
      <xsl:text>&#10;#guide[{t:curled(l:label('print.apparatus-guide'))}]&#10;</xsl:text>
      <xsl:for-each-group select="tei:listApp/tei:app" group-adjacent="string(@v:block)">
        <xsl:text>&#10;#apparatus-block({t:string(@v:block-n)},&#10;</xsl:text>
        <xsl:apply-templates select="current-group()" mode="apparatus"/>
        <xsl:text>)&#10;</xsl:text>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:app" mode="apparatus" as="text()*">
    <xsl:variable name="linked" as="xs:boolean" select="exists(tei:lem[t:is-run(.)])"/>
    <xsl:text>  apparatus-entry({if ($linked) then t:string(@v:id) else 'none'}, </xsl:text>
    <xsl:apply-templates select="tei:lem" mode="apparatus"/>
    <xsl:apply-templates select="tei:rdg" mode="apparatus"/>
    <xsl:if test="not(tei:rdg) and @v:kind = ('mark', 'gap')">
      <xsl:text>reading([], status: [{t:curled(l:label('print.kind.' || @v:kind))}]</xsl:text>
      <xsl:text>{string-join(tokenize(tei:lem/@source) ! replace(., '^#', ''), ' ')[. ne '']
          ! (', by: [' || t:markup(.) || ']')}), </xsl:text>
    </xsl:if>
    <xsl:if test="tei:note">
      <xsl:text>remark: [</xsl:text>
      <xsl:apply-templates select="tei:note" mode="run"/>
      <xsl:text>], </xsl:text>
    </xsl:if>
    <xsl:text>),&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:lem" mode="apparatus" as="text()*">
    <xsl:variable name="context" as="xs:string*" select="t:context(..)"/>
    <xsl:choose>
      <xsl:when test="string(.)">
        <xsl:text>[{$context[1]}</xsl:text>
        <xsl:apply-templates mode="run"/>
        <xsl:text>{$context[2]}], </xsl:text>
      </xsl:when>
      <xsl:otherwise>none, </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the words of a reading, or what stands for them; what kind it is; who has it -->
  <xsl:template match="tei:rdg" mode="apparatus" as="text()*">
    <xsl:variable name="context" as="xs:string*" select="t:context(..)"/>
    <xsl:variable name="kind" as="xs:string" select="../@v:kind"/>
    <xsl:variable name="status" as="xs:string?" select="
        if (@v:empty) then l:label('empty.' || $kind)
        else if ($kind = 'conjecture') then l:label('kind.conjecture')
        else if ($kind = 'deletion') then l:label('print.kind.deletion') else ()"/>
    <xsl:variable name="by" as="xs:string" select="string-join((@v:wit, @v:resp), ' ')"/>
    <xsl:text>reading([{$context[1]}</xsl:text>
    <xsl:apply-templates mode="run"/>
    <xsl:text>{$context[2]}]{$status ! (', status: [' || t:curled(.) || ']')}</xsl:text>
    <xsl:text>{$by[. ne ''] ! (', by: [' || t:curled(.) || ']')}), </xsl:text>
  </xsl:template>

  <!-- words on one line, whatever they were in the text: verses are set apart by a stroke, other
       blocks by a space; notes stay with the text -->
  <xsl:mode name="run" on-no-match="fail"/>

  <xsl:template match="node()" mode="run" as="text()*">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>

  <xsl:template match="*[t:is-block(.) or not(t:is-run(.))]" mode="run" as="text()*">
    <xsl:text>{if (self::tei:l and preceding-sibling::tei:l) then ' \/ ' else ' '}</xsl:text>
    <xsl:apply-templates mode="run"/>
  </xsl:template>

  <xsl:template match="tei:app/tei:note" mode="run" priority="1" as="text()*">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="run"/>
  </xsl:template>

  <xsl:template match="tei:note[@v:n]" mode="run" priority="2" as="empty-sequence()"/>

  <xsl:key name="t:covered" match="tei:text//tei:seg[@v:starts]" use="tokenize(@v:starts)"/>

  <!-- what stands before and after the words of an entry, up to the next space, where the entry
       is about marks alone: nobody finds a dash by itself -->
  <xsl:function name="t:context" as="xs:string*">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:variable name="place" as="element()?"
        select="key('t:covered', $entry/@v:id, root($entry))[1]"/>
    <xsl:if test="$place and string($entry/tei:lem)
                  and not(matches(string-join($entry/(tei:lem | tei:rdg)), '[\p{L}\p{N}]'))">
      <xsl:variable name="words" as="text()*" select="
          $place/ancestor::*[@v:id][1]//text()[not(ancestor::tei:note)]"/>
      <xsl:sequence select="
          t:curled(replace(string-join($words[. &lt;&lt; $place]), '^.*\s', '')),
          t:curled(replace(string-join($words[. >> $place][not(ancestor::* intersect $place)]),
                           '\s.*$', '') => replace('\p{P}+$', ''))"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
