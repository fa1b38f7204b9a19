<?xml version="1.0" encoding="UTF-8"?>
<!-- The signs around words that are restored, added, superfluous, corrupt and so on: the settings say
     by which convention, and which sign stands for what. A sign is one that stands before the words and
     one after them, one for both, or, on ◌, a mark on each letter. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the convention, and the signs that the settings choose: one in a line, its name, a tab, the sign -->
  <xsl:param name="convention" as="xs:string" select="'classical'"/>
  <xsl:param name="signs" as="xs:string" select="''"/>
  <!-- the signs whose words have entries of the editors all the same; without it those
       that the convention names -->
  <xsl:param name="entries" as="xs:string?" select="()"/>

  <xsl:variable name="v:signs" as="map(xs:string, xs:string*)" select="
      map:merge((
        $locales/labels[@part = 'signs'][@convention = $convention]/label ! map { string(@key): tokenize(.) },
        tokenize($signs, '\n') ! map { substring-before(., '&#9;'): tokenize(substring-after(., '&#9;')) }),
      map { 'duplicates': 'use-last' })"/>

  <xsl:variable name="v:signed-in-entries" as="xs:string*" select="
      tokenize(($entries, $locales/labels[@part = 'signs'][@convention = $convention]/@entries)[1])"/>

  <!-- which sign stands for an element of a name -->
  <xsl:variable name="v:signed" static="yes" as="map(xs:string, xs:string)" select="map {
      'supplied': 'added', 'surplus': 'surplus', 'sic': 'corrupt', 'seg': 'crux', 'hi': 'crux',
      'unclear': 'unclear', 'add': 'inserted', 'ex': 'expanded', 'damage': 'damaged' }"/>

  <!-- what has signs around its words. What a witness wrote or deleted within its reading, the entry
       tells; a wrong word of a reading that is not printed is not the edition's to mark -->
  <xsl:template match="tei:*[map:contains($v:signed, local-name())][ancestor::tei:text or ancestor::tei:app]"
      mode="reading-text" priority="0.8" as="node()*">
    <xsl:variable name="sign" as="xs:string?" select="v:sign-of(.)"/>
    <xsl:choose>
      <xsl:when test="exists($v:signs($sign)) and (normalize-space() or $sign = ('added', 'restored', 'surplus'))
                      and not(v:is-mark($v:signs($sign)) and v:has-letters-with(root(), substring($v:signs($sign)[1], 2)))">
        <xsl:variable name="words" as="node()*">
          <xsl:next-match/>
        </xsl:variable>
        <xsl:sequence select="v:within-signs($words, $sign)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="v:sign-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="usual" as="xs:string" select="$v:signed(local-name($element))"/>
    <xsl:sequence select="
        if ($usual eq 'added') then ('added'[v:by-edition($element)][not(v:was-there($element))], 'restored')[1]
        else if ($usual = ('crux', 'corrupt')) then
          (if ($element/ancestor::tei:rdg) then ''
           else if (v:is-crux($element)) then 'crux' else $usual[. ne 'crux'] || '')
        else if ($usual = ('inserted', 'unclear')) then $usual[not(v:is-of-witnesses($element))] || ''
        else $usual"/>
  </xsl:function>

  <!-- whether the edition gives words up as corrupt -->
  <xsl:function name="v:is-crux" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/(@rend, @rendition, @type, @ana) ! tokenize(lower-case(.), '[\s#]+')
          = ('crux', 'cruces', 'obelus', 'obeli', 'obelized', 'dagger', 'daggers', 'desperatus')
        and not(starts-with(normalize-space($element), $v:signs?crux[1]))"/>
  </xsl:function>

  <!-- whether words stand in a reading that names witnesses -->
  <xsl:function name="v:is-of-witnesses" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $reading in $element/(ancestor::tei:lem, ancestor::tei:rdg) satisfies exists(v:wit($reading))"/>
  </xsl:function>

  <!-- whether a deletion in the source is shown in the text -->
  <xsl:function name="v:is-shown-deletion" as="xs:boolean">
    <xsl:param name="deletion" as="element(tei:del)"/>
    <xsl:sequence select="exists($v:signs?deleted) and not(v:is-of-witnesses($deletion) or v:is-restored($deletion))"/>
  </xsl:function>

  <!-- whether a sign in the text tells enough: no entry does, unless the settings ask for it -->
  <xsl:function name="v:is-told-by-sign" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="sign" as="xs:string?" select="
        if ($element[self::tei:gap][v:by-edition(.)]) then 'lost'
        else if ($element[self::tei:supplied][v:by-edition(.)] or $element/(self::tei:surplus | self::tei:sic)) then v:sign-of($element)
        else if ($element/self::tei:del[v:is-shown-deletion(.)]) then 'deleted'
        else 'expanded'[$element[self::tei:choice] ! v:preferred(.)/descendant-or-self::tei:ex]"/>
    <xsl:sequence select="
        exists($sign) and not($sign = $v:signed-in-entries) and ($sign eq 'lost' or exists($v:signs($sign)))"/>
  </xsl:function>

  <!-- whether the letters of a text have a mark themselves, as in transliterations: it says nothing then -->
  <xsl:function name="v:has-letters-with" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:param name="mark" as="xs:string"/>
    <xsl:sequence select="
        some $text in $document//tei:text[not(ancestor::tei:text)]
        satisfies contains(normalize-unicode($text, 'NFD'), $mark)"/>
  </xsl:function>

  <!-- whether a sign is a mark on each letter -->
  <xsl:function name="v:is-mark" as="xs:boolean">
    <xsl:param name="sign" as="xs:string*"/>
    <xsl:sequence select="starts-with($sign[1], '◌')"/>
  </xsl:function>

  <xsl:function name="v:within-signs" as="node()*">
    <xsl:param name="words" as="node()*"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="sign" as="xs:string*" select="$v:signs($name)"/>
    <xsl:choose>
      <xsl:when test="v:is-mark($sign)">
        <xsl:apply-templates select="$words" mode="marked">
          <xsl:with-param name="mark" tunnel="yes" select="substring($sign[1], 2)"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:when test="$words/descendant-or-self::*[v:is-unit(.)]">
        <xsl:variable name="texts" as="text()*" select="
            $words ! descendant-or-self::text()[normalize-space()][not(ancestor::tei:note)]"/>
        <xsl:apply-templates select="$words" mode="enclosed">
          <xsl:with-param name="first" tunnel="yes" select="$texts[1]"/>
          <xsl:with-param name="last" tunnel="yes" select="$texts[last()]"/>
          <xsl:with-param name="sign" tunnel="yes" select="($sign[1], $sign[last()]) ! v:generated($name, .)"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$sign[1] ! v:generated($name, .), $words, $sign[last()] ! v:generated($name, .)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- every letter with the mark on it, which says what the element said -->
  <xsl:mode name="marked" on-no-match="shallow-copy"/>
  <xsl:template match="tei:note" mode="marked" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>
  <xsl:template match="tei:unclear" mode="marked" as="element(tei:seg)">
    <tei:seg>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </tei:seg>
  </xsl:template>
  <xsl:template match="text()" mode="marked" as="text()">
    <xsl:param name="mark" as="xs:string" tunnel="yes"/>
    <xsl:value-of select="replace(., '[\p{L}\p{N}]\p{M}*', '$0' || $mark)"/>
  </xsl:template>

  <!-- whole blocks: the signs stand at the first and the last of their words, not between blocks -->
  <xsl:mode name="enclosed" on-no-match="shallow-copy"/>
  <xsl:template match="text()[normalize-space()]" mode="enclosed" as="node()+">
    <xsl:param name="first" as="text()?" tunnel="yes"/>
    <xsl:param name="last" as="text()?" tunnel="yes"/>
    <xsl:param name="sign" as="element()+" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test=". is $first or . is $last">
        <xsl:variable name="words" as="xs:string" select="replace(., '^\s+|\s+$', '')"/>
        <xsl:value-of select="substring-before(., $words)"/>
        <xsl:sequence select="$sign[1][current() is $first]"/>
        <xsl:value-of select="$words"/>
        <xsl:sequence select="$sign[2][current() is $last]"/>
        <xsl:value-of select="substring-after(., $words)"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the signs that stand in the text or the apparatus, each with what it says -->
  <xsl:template name="v:signs-explained" as="element(tei:standOff)?">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:variable name="parts" as="element()*" select="tei:text, tei:standOff[@v:part = 'apparatus']"/>
    <xsl:variable name="used" as="xs:string*" select="
        distinct-values((.//tei:pc/@v:generated,
                         map:keys($v:signs)[v:is-mark($v:signs(.))]
                           [some $part in $parts satisfies contains($part, substring($v:signs(.)[1], 2))],
                         'crux'[exists(current()/tei:text//tei:metamark[@function = 'crux'])]))"/>
    <xsl:where-populated>
      <tei:standOff v:part="signs" v:is="silent">
        <xsl:for-each select="sort(map:keys($v:signs)[. = $used][exists($v:signs(.))])">
          <v:sign>
            <xsl:attribute name="v:shown" select="
                let $sign := $v:signs(.)
                return if (v:is-mark($sign)) then 'a' || substring($sign[1], 2)
                       else if (. eq 'lost') then string(v:lost())
                       else $sign[1] || '&#xA0;' || $sign[last()]"/>
            <xsl:value-of select="l:label('sign.' || .)"/>
          </v:sign>
        </xsl:for-each>
      </tei:standOff>
    </xsl:where-populated>
  </xsl:template>
</xsl:stylesheet>
