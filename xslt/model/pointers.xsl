<?xml version="1.0" encoding="UTF-8"?>
<!-- References without words of their own: each says what it points to, as a reader would call it,
     and never its id. Those that lead to the web say their address, which outputs show. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- other documents of the edition that names, or references without words, lead to; by their places in the list
       what they are called; and these places by how pointers name them -->
  <xsl:param name="others" as="document-node()*" select="()"/>
  <xsl:param name="ids-of-others" as="map(*)" select="map { }"/>
  <xsl:param name="names-of-others" as="map(*)" select="map { }"/>

  <!-- the address a prefix stands for is written out -->
  <xsl:template match="tei:ref/@target[contains(., ':')] | tei:ptr/@target[contains(., ':')]" mode="number"
      as="attribute()">
    <xsl:variable name="pointer" as="element()" select=".."/>
    <xsl:attribute name="target" select="tokenize(.) ! v:address(., $pointer)"/>
  </xsl:template>

  <!-- until it is known what it leads to, an arrow holds its place among the words -->
  <xsl:template match="tei:ref[v:is-wordless(.)] | tei:ptr[v:is-wordless(.)]" mode="reading-text" as="element()">
    <xsl:copy>
      <xsl:attribute name="v:wordless" select="'true'"/>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:text>→</xsl:text>
    </xsl:copy>
  </xsl:template>

  <!-- what leads to the data of a notation is none -->
  <xsl:function name="v:is-wordless" as="xs:boolean">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="
        exists($pointer/@target) and exists($pointer/ancestor::tei:text[not($pointer/parent::tei:notatedMusic)])
        and empty($pointer/(*, text()[normalize-space()]))"/>
  </xsl:function>

  <xsl:template match="tei:ref[@v:wordless] | tei:ptr[@v:wordless]" mode="number" as="node()+" priority="3">
    <xsl:variable name="pointer" as="element()" select="."/>
    <xsl:variable name="addresses" as="xs:string*" select="tokenize(@target) ! v:address(., $pointer)"/>
    <xsl:choose>
      <xsl:when test="every $address in $addresses satisfies v:is-web-address($address)">
        <xsl:copy>
          <xsl:apply-templates select="@* except @v:wordless" mode="#current"/>
        </xsl:copy>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$addresses">
          <xsl:value-of select="if (position() gt 1) then ', ' else ''"/>
          <xsl:variable name="first" as="xs:boolean" select="position() eq 1"/>
          <tei:ref target="{.}" v:is="reference">
            <xsl:copy-of select="$pointer/(@* except (@target, @v:is, @v:wordless))[not(name() eq 'xml:id') or $first]"/>
            <xsl:sequence select="v:leads-to(., $pointer)"/>
            <xsl:value-of select="v:target-words(., $pointer, last() eq 1)"/>
          </tei:ref>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a reference in words that leads to an entry of a register -->
  <xsl:template match="tei:ref[@target][ancestor::tei:text]" mode="number" as="element()" priority="1.5">
    <xsl:variable name="made" as="element()"><xsl:next-match/></xsl:variable>
    <xsl:copy>
      <xsl:copy-of select="$made/@*"/>
      <xsl:sequence select="v:leads-to(@target, .), $made/node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- the one entry of a register that another file names: outputs find those of the document by its id -->
  <xsl:function name="v:leads-to" as="attribute()*">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="
        if (matches($address, '^[^#\s]+#\S+$') and not(v:is-web-address($address))) then v:register-entry($address, $pointer) else ()"/>
    <xsl:for-each select="$entry">
      <xsl:attribute name="v:leads-to" select="v:entity-id(.)"/>
      <xsl:attribute name="v:leads-to-kind" select="v:entity-kind(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- the name of an entry as it stands in a sentence -->
  <xsl:function name="v:written-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        (v:preferred-entry-name($entry) ! v:name-in-order(., false()), v:preferred-name($entry))[. ne ''][1]"/>
  </xsl:function>

  <!-- what a pointer leads to; `alone`: it is the only one of its element, which may name it by @n -->
  <xsl:function name="v:target-words" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="pointer" as="element()"/>
    <xsl:param name="alone" as="xs:boolean"/>
    <xsl:variable name="entry" as="element()?" select="v:register-entry($address, $pointer)"/>
    <xsl:variable name="target" as="element()?" select="
        if (starts-with($address, '#')) then key('v:id', substring($address, 2), root($pointer))[1] else ()"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:sequence select="$target/self::tei:note ! v:note-mark(., $pointer)"/>
      <xsl:sequence select="$pointer/@n[$alone] ! normalize-space()"/>
      <xsl:apply-templates select="$target" mode="target"/>
      <xsl:sequence select="$entry ! v:written-name(.)"/>
      <xsl:sequence select="v:words-of-other($address)"/>
      <xsl:sequence select="
          if (starts-with($address, '#')) then '→'
          else if (matches($address, '^\d{4}(-\d\d){1,2}$')) then v:day($address)
          else v:readable-pointer($address)"/>
    </xsl:variable>
    <xsl:sequence select="$words[. ne ''][1]"/>
  </xsl:function>

  <!-- the number that a note has in the outputs, whatever the pointer calls it; `(1)` right after a word -->
  <xsl:function name="v:note-mark" as="xs:string?">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="number" as="xs:string" select="string($note/accumulator-before('v:notes'))"/>
    <xsl:variable name="before" as="node()?" select="$pointer/preceding-sibling::node()[not(self::tei:anchor)][1]"/>
    <xsl:sequence select="
        $note[ancestor::tei:text] ! (if (matches($before, '\S$')) then '(' || $number || ')'
                                     else l:label('print.note', $number))"/>
  </xsl:function>

  <!-- in another document the heading of what a reference leads to, or of what that stands in, else the title -->
  <xsl:function name="v:words-of-other" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="other" as="document-node()?" select="v:of-edition($address)"/>
    <xsl:variable name="target" as="element()?"
        select="$other ! key('v:id', substring-after($address, '#'), .)[ancestor::tei:text][1]"/>
    <xsl:sequence select="
        (reverse($target/ancestor-or-self::*/tei:head[1])
           ! normalize-space(string-join(.//text()[not(ancestor::tei:note)])),
         $other/tei:TEI/tei:teiHeader/tei:fileDesc/tei:titleStmt ! v:main-title(tei:title) ! normalize-space(.))[. ne ''][1]"/>
  </xsl:function>

  <!-- the other document that an address leads into -->
  <xsl:function name="v:of-edition" as="document-node()?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence
        select="$names-of-others(substring-before($address || '#', '#')) ! subsequence($others, xs:integer(.), 1)"/>
  </xsl:function>

  <!-- an address as it is; what stands after a prefix that no prefixDef declares, as words -->
  <xsl:function name="v:readable-pointer" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="
        if (matches($pointer, '^\p{L}[\p{L}\d.-]*:[^/]') and not(starts-with($pointer, 'mailto:')))
        then translate(substring-after($pointer, ':'), '_', ' ')
        else $pointer"/>
  </xsl:function>

  <!-- 1  a number or a heading of its own, a name, a short title
       2  else those of what the target stands in -->
  <xsl:mode name="target" on-no-match="fail" use-accumulators="#all"/>

  <xsl:template match="tei:*" mode="target" as="xs:string*">
    <xsl:sequence select="v:heading-words(tei:head[1])[. ne '']"/>
    <xsl:sequence select="@n ! normalize-space()"/>
    <xsl:apply-templates select=".. except root(.)/*" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:head" mode="target" as="xs:string">
    <xsl:sequence select="v:heading-words(.)"/>
  </xsl:template>

  <!-- a text among others has the heading of what it begins with -->
  <xsl:template match="(tei:text | tei:floatingText)[ancestor::tei:text]" mode="target" as="xs:string*">
    <xsl:sequence select="
        v:heading-words((tei:front/descendant::tei:titlePart, (tei:body | tei:group)/descendant::tei:head)[1])[. ne ''],
        @n ! normalize-space()"/>
    <xsl:apply-templates select=".." mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:text//tei:note" mode="target" as="xs:string">
    <xsl:sequence select="l:label('print.note', string(accumulator-before('v:notes')))"/>
  </xsl:template>

  <xsl:template match="tei:text//tei:lg[not(tei:head or @n)]" mode="target" as="xs:string*">
    <xsl:variable name="verses" as="element(tei:l)*" select=".//tei:l[v:is-numbered(.)]"/>
    <xsl:variable name="ends" as="xs:string*"
        select="distinct-values(($verses[1], $verses[last()]) ! string(v:block-number(.)))"/>
    <xsl:sequence select="$ends[1] ! l:label('html.place.line', string-join($ends, l:label('place.range')))"/>
    <xsl:apply-templates select=".." mode="#current"/>
  </xsl:template>

  <xsl:template match="(tei:item | tei:cell)[not(@n)][ancestor::tei:text]" mode="target" as="xs:string?">
    <xsl:apply-templates select="." mode="place"/>
  </xsl:template>

  <xsl:template match="(tei:p | tei:ab | tei:l)[v:is-text(.)]" mode="target" as="xs:string*">
    <xsl:sequence select="
        v:block-number(.) ! l:label(if (current()/self::tei:l) then 'html.place.line' else 'html.place.paragraph', .)"/>
    <xsl:apply-templates select=".." mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:pb[@n]" mode="target" as="xs:string">
    <xsl:sequence select="l:label('print.page') || ' ' || normalize-space(@n)"/>
  </xsl:template>

  <xsl:template mode="target" as="xs:string" match="
      tei:bibl | tei:biblStruct | tei:biblFull | tei:msDesc | tei:witness | tei:person | tei:org | tei:place">
    <xsl:apply-templates select="." mode="short-name"/>
  </xsl:template>

  <!-- the words of a heading, without the notes on it -->
  <xsl:function name="v:heading-words" as="xs:string?">
    <xsl:param name="head" as="element()?"/>
    <xsl:sequence select="
        $head ! normalize-space(string-join(
            ((.//text() | .//*[@v:break = 'line'][not(@v:within-word)])
             except .//*[@v:is = ('note', 'silent')]//node()) ! (if (self::*) then ' ' else string())))"/>
  </xsl:function>
</xsl:stylesheet>
