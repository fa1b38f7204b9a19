<?xml version="1.0" encoding="UTF-8"?>
<!-- Step 2: white space. Within a block it is collapsed, across the elements in it too, and
     trimmed at its ends; between blocks there is none. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- 1  every element gets its description (description.xsl)
       2  in an element that holds elements only, white space goes
       3  the text nodes of any other element between blocks, and of a block wherever it stands, are
          collapsed as one run, up to the next block
       4  xml:space="preserve" is respected
       5  what a change of the text at an entry would need, @v:space keeps: that white space stood
          before or after the entry, or at the ends of a reading
       Tunnel parameters: `collapsed`, the strings of the current block by generate-id(), and the
       anchors that get @v:space; `declarations`, of v:declared-renditions(). -->
  <xsl:mode name="whitespace" on-no-match="shallow-copy"/>

  <xsl:template match="*" mode="whitespace" as="element()">
    <xsl:param name="in-structure" as="xs:boolean" select="true()"/>
    <xsl:param name="within" as="xs:string" select="'blocks'"/>
    <xsl:param name="declarations" as="map(xs:string, xs:string*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="layout" as="xs:string?" select="v:layout(.)"/>
    <xsl:variable name="holds" as="xs:string" select="v:holds(.)"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="if (@v:is) then () else v:descriptive-attributes(., $within, $holds, $declarations)"/>
      <xsl:choose>
        <xsl:when test="$layout eq 'blocks'">
          <xsl:apply-templates select="* | text()[normalize-space()]" mode="#current">
            <xsl:with-param name="within" select="$holds"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:when test="$in-structure or $layout eq 'words'">
          <xsl:call-template name="v:block">
            <xsl:with-param name="holds" select="$holds"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates mode="#current">
            <xsl:with-param name="in-structure" select="false()"/>
            <xsl:with-param name="within" select="$holds"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="*[@xml:space = 'preserve']" mode="whitespace" priority="2" as="element()">
    <xsl:param name="within" as="xs:string" select="'blocks'"/>
    <xsl:apply-templates select="." mode="described">
      <xsl:with-param name="within" select="$within"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- readings of whole blocks; in one that has words beside them, a word is a phrase as elsewhere -->
  <xsl:template match="(tei:lem | tei:rdg)[v:holds-units(.)][not(text()[normalize-space()])]"
      mode="whitespace" priority="1" as="element()">
    <xsl:param name="declarations" as="map(xs:string, xs:string*)" tunnel="yes" select="map {}"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="if (@v:is) then () else v:descriptive-attributes(., 'blocks', 'blocks', $declarations)"/>
      <xsl:apply-templates select="* | text()[normalize-space()]" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text()" mode="whitespace" as="text()?">
    <xsl:param name="collapsed" as="map(xs:string, xs:string)" tunnel="yes" select="map {}"/>
    <xsl:value-of select="($collapsed(generate-id()), .)[1]"/>
  </xsl:template>

  <xsl:template match="tei:anchor[@v:start or @v:end]" mode="whitespace" priority="1"
      as="element(tei:anchor)">
    <xsl:param name="collapsed" as="map(xs:string, xs:string)" tunnel="yes" select="map {}"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="map:contains($collapsed, generate-id())">
        <xsl:attribute name="v:space" select="'true'"/>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="v:block" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="holds" as="xs:string"/>
    <xsl:sequence select="self::tei:rdg[parent::tei:app/@v:key] ! v:edges(.)"/>
    <xsl:choose>
      <xsl:when test="*">
        <xsl:variable name="run" as="node()*">
          <xsl:apply-templates select="node()" mode="run"/>
        </xsl:variable>
        <xsl:apply-templates select="node()" mode="whitespace">
          <xsl:with-param name="in-structure" select="false()"/>
          <xsl:with-param name="within" select="$holds"/>
          <xsl:with-param name="collapsed" tunnel="yes" select="v:collapsed($run)"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="normalize-space()"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the text nodes of one block, the notes, pictures, anchors and addresses between them; what is a structure or a
       block has its own run -->
  <xsl:mode name="run" on-no-match="deep-skip"/>
  <xsl:template match="text() | tei:note | tei:graphic | tei:anchor[@v:start or @v:end]
      | tei:ref[not(node())] | tei:ptr[not(node())]" mode="run" as="node()"
      priority="1">
    <xsl:sequence select="."/>
  </xsl:template>
  <xsl:template match="*" mode="run" as="node()*">
    <xsl:if test="not(v:layout(.) = ('blocks', 'words'))">
      <xsl:apply-templates mode="#current"/>
    </xsl:if>
  </xsl:template>

  <!-- what an element holds by its row; code without lines of its own is a phrase -->
  <xsl:function name="v:layout" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::tei:eg[empty(tei:lb)]) then 'phrase' else v:row($element)?holds"/>
  </xsl:function>

  <!-- the collapsed string of each text node of a run, by generate-id(), and the anchors that had
       a space beside them -->
  <xsl:function name="v:collapsed" as="map(xs:string, xs:string)">
    <xsl:param name="run" as="node()*"/>
    <xsl:variable name="texts" as="text()*" select="$run[self::text()]"/>
    <xsl:variable name="strings" as="xs:string*" select="v:strings($run)"/>
    <xsl:variable name="last" as="xs:integer?"
        select="(for $at in 1 to count($strings) return $at[$strings[$at] ne ''])[last()]"/>
    <xsl:variable name="collapsed" as="map(xs:string, xs:string)">
      <xsl:map>
        <xsl:for-each select="$texts">
          <xsl:variable name="at" as="xs:integer" select="position()"/>
          <xsl:map-entry key="generate-id()" select="
              if ($at = $last) then replace($strings[$at], ' $', '') else $strings[$at]"/>
        </xsl:for-each>
      </xsl:map>
    </xsl:variable>
    <xsl:sequence select="
        if (empty($run[self::tei:anchor])) then $collapsed
        else map:merge(($collapsed, v:beside-space($run, $collapsed)))"/>
  </xsl:function>

  <!-- the string of each text of a run: white space as one space, none after another or at the
       start of the block. Notes and entries without text that have white space on both sides belong
       to the word before them: the space is held back until after their marks -->
  <xsl:function name="v:strings" as="xs:string*">
    <xsl:param name="run" as="node()*"/>
    <xsl:iterate select="$run">
      <xsl:param name="after-space" as="xs:boolean" select="true()"/>
      <xsl:param name="held" as="xs:boolean" select="false()"/>
      <xsl:variable name="holds" as="xs:boolean" select="v:stands-before-marks($run, position())"/>
      <xsl:variable name="kept" as="xs:string?"
          select="self::text() ! v:one-spaced(., $held or not($after-space), $held)"/>
      <xsl:variable name="holding" as="xs:boolean"
          select="if (self::text()) then $holds and ends-with($kept, ' ') else $held"/>
      <xsl:sequence select="
          if ($holding) then $kept ! substring(., 1, string-length(.) - 1) else $kept"/>
      <xsl:next-iteration>
        <xsl:with-param name="after-space"
            select="if ($kept = '' or empty($kept)) then $after-space and not(self::tei:graphic or self::tei:ref or self::tei:ptr)
                    else ends-with($kept, ' ')"/>
        <xsl:with-param name="held" select="$holding"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- a text with its own white space; `spaced`: a space before it is none after another, `held`:
       there is one whatever the text has -->
  <xsl:function name="v:one-spaced" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="spaced" as="xs:boolean"/>
    <xsl:param name="held" as="xs:boolean"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($text)"/>
    <xsl:sequence select="
        if ($words eq $text and not($held)) then $words
        else if ($words eq '') then ' '[$spaced] || ''
        else ' '[$held or $spaced and not(starts-with($text, substring($words, 1, 1)))]
             || $words
             || ' '[not(ends-with($text, substring($words, string-length($words))))]"/>
  </xsl:function>

  <!-- whether from this place in a run there are such marks and then white space -->
  <xsl:function name="v:stands-before-marks" as="xs:boolean">
    <xsl:param name="run" as="node()*"/>
    <xsl:param name="at" as="xs:integer"/>
    <xsl:variable name="end" as="xs:integer?" select="
        if ($run[$at + 1]/self::tei:note) then $at + 1
        else if ($run[$at + 1]/@v:start = $run[$at + 2]/@v:end) then $at + 2
        else ()"/>
    <xsl:sequence select="
        exists($end) and (v:starts-with-space($run[$end + 1]/self::text())
                          or v:stands-before-marks($run, $end))"/>
  </xsl:function>

  <!-- anchors whose neighbour lost the space on this side -->
  <xsl:function name="v:beside-space" as="map(xs:string, xs:string)*">
    <xsl:param name="run" as="node()*"/>
    <xsl:param name="collapsed" as="map(xs:string, xs:string)"/>
    <xsl:iterate select="$run">
      <xsl:param name="ended" as="element()*" select="()"/>
      <xsl:param name="before" as="text()?" select="()"/>
      <xsl:variable name="later" as="text()?" select="
          if (exists($ended)) then head(subsequence($run, position() + 1)[self::text()]) else ()"/>
      <xsl:variable name="held" as="xs:boolean" select="
          exists($later) and normalize-space() eq '' and v:stands-before-marks($run, position())
          and starts-with($collapsed(generate-id($later)), ' ')"/>
      <xsl:variable name="here" as="element()*" select="
          if (self::text()) then
            $ended[v:starts-with-space(current()) and not($held)
                   and not(starts-with($collapsed(generate-id(current())), ' '))]
          else self::tei:anchor[@v:start][v:ends-with-space($before)
                   and not(ends-with($collapsed(generate-id($before)), ' '))]"/>
      <xsl:sequence select="$here ! map { generate-id(.): 'true' }"/>
      <xsl:next-iteration>
        <xsl:with-param name="ended"
            select="if (self::text()) then () else ($ended, self::tei:anchor[@v:end])"/>
        <xsl:with-param name="before" select="(self::text(), $before)[1]"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="v:edges" as="attribute()?">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:variable name="edges" as="xs:string*" select="
        'before'[v:starts-with-space($reading)], 'after'[v:ends-with-space($reading)]"/>
    <xsl:if test="exists($edges) and normalize-space($reading) ne ''">
      <xsl:attribute name="v:space" select="$edges"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="v:starts-with-space" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="
        string($node) ne '' and normalize-space(substring($node, 1, 1)) eq ''"/>
  </xsl:function>

  <xsl:function name="v:ends-with-space" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="
        string($node) ne '' and normalize-space(substring($node, string-length($node))) eq ''"/>
  </xsl:function>
</xsl:stylesheet>
