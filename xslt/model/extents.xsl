<?xml version="1.0" encoding="UTF-8"?>
<!-- What each entry covers, from the anchors of its beginning and end, whatever overlaps. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:end" match="tei:text//tei:anchor[@v:end]" use="@v:end"/>

  <!-- the keys of the entries that are open at a place, in the order in which they began -->
  <xsl:accumulator name="v:open" as="xs:string*" initial-value="()">
    <xsl:accumulator-rule phase="end" match="tei:anchor[@v:start][exists(v:end-after(.))]"
        select="$value, string(@v:start)"/>
    <xsl:accumulator-rule phase="end" match="tei:anchor[@v:end]"
        select="$value[. ne current()/@v:end]"/>
  </xsl:accumulator>

  <!-- characters of the text so far; those of notes are not counted -->
  <xsl:accumulator name="v:characters" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule phase="end" match="tei:text//text()[not(ancestor::tei:note)]"
        select="$value + string-length()"/>
  </xsl:accumulator>

  <!-- the block that began last -->
  <xsl:accumulator name="v:block" as="element()?" initial-value="()">
    <xsl:accumulator-rule match="(tei:p | tei:ab | tei:l | tei:head)[v:is-text(.)]" select="."/>
  </xsl:accumulator>

  <!-- where an entry ends; nothing where its end comes before its beginning, or never -->
  <xsl:function name="v:end-after" as="element(tei:anchor)?">
    <xsl:param name="start" as="element(tei:anchor)"/>
    <xsl:sequence select="key('v:end', $start/@v:start, root($start))[. >> $start][1]"/>
  </xsl:function>

  <!-- A map for each entry, by its key: the anchors of its `start` and, where one follows, of its
       `end`; how many characters stand before it, `from`, and before its end, `to`; its number, `n`.
       Entries are numbered in the order in which they begin. Of entries that begin together those
       without text come first, then the longer before the shorter. Of entries of one extent those
       that name a location come first. -->
  <xsl:function name="v:extents" as="map(xs:string, map(xs:string, item()))">
    <xsl:param name="texts" as="element(tei:text)*"/>
    <xsl:variable name="extents" as="map(xs:string, item())*">
      <xsl:perform-sort select="$texts//tei:anchor[@v:start] ! v:extent(.)">
        <xsl:sort select="?from"/>
        <xsl:sort select="?from ne ?to"/>
        <xsl:sort select="-?to"/>
        <xsl:sort select="empty(?start/@v:located)"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:map>
      <xsl:for-each select="$extents">
        <xsl:map-entry key="string(?start/@v:start)" select="map:put(., 'n', position())"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:function name="v:extent" as="map(xs:string, item())">
    <xsl:param name="start" as="element(tei:anchor)"/>
    <xsl:variable name="end" as="element(tei:anchor)?" select="v:end-after($start)"/>
    <xsl:sequence select="map:merge((
        map { 'start': $start, 'from': $start/accumulator-before('v:characters'),
              'to': ($end, $start)[1]/accumulator-before('v:characters') },
        $end ! map { 'end': . }))"/>
  </xsl:function>

  <!-- what an entry covers, with a line's end where a block begins, and a space where a line or half-verse
       ends -->
  <xsl:function name="v:covered-string" as="xs:string">
    <xsl:param name="extent" as="map(xs:string, item())"/>
    <xsl:variable name="parts" as="node()*" select="v:covered($extent)"/>
    <xsl:sequence select="string-join(
        for $at in 1 to count($parts)
        return ('&#10;'[$at gt 1][not(v:is-same-block($parts[$at - 1], $parts[$at]))],
                if ($parts[$at] instance of text()) then $parts[$at] else ' '))"/>
  </xsl:function>

  <!-- the texts that an entry covers, and what divides words without being text -->
  <xsl:function name="v:covered" as="node()*">
    <xsl:param name="extent" as="map(xs:string, item())"/>
    <xsl:variable name="note" as="element()?" select="$extent?start/ancestor::tei:note[1]"/>
    <xsl:sequence select="
        $note//node()[. >> $extent?start][. &lt;&lt; ($extent?end, $extent?start)[1]][v:is-covered(.)]"/>
    <xsl:iterate select="
        reverse($extent?start/ancestor-or-self::*)
        ! following-sibling::node()
        ! descendant-or-self::node()[v:is-covered(.)][not(ancestor::tei:note)]">
      <xsl:choose>
        <xsl:when test="accumulator-before('v:characters') ge $extent?to"><xsl:break/></xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="v:is-covered" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/(self::text() | self::tei:lb[not(@break = 'no')] | self::*[@v:is = 'space']))"/>
  </xsl:function>

  <xsl:function name="v:is-same-block" as="xs:boolean">
    <xsl:param name="part" as="node()"/>
    <xsl:param name="other" as="node()"/>
    <xsl:sequence select="generate-id($part/accumulator-before('v:block'))
        eq generate-id($other/accumulator-before('v:block'))"/>
  </xsl:function>
</xsl:stylesheet>
