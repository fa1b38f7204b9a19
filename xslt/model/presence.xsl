<?xml version="1.0" encoding="UTF-8"?>
<!-- The marks that say where the text of a witness begins and ends (TEI P5 12.1.5), and what entries
     say of them. Which witnesses lack the text at a place follows in gaps.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:key name="v:presence-mark" use="true()"
      match="tei:witStart | tei:witEnd | tei:lacunaStart | tei:lacunaEnd"/>

  <!-- the witnesses that a mark is about: those it names, else those of the reading it stands in -->
  <xsl:function name="v:sigla-of-mark" as="xs:string*">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="
        v:wit(($mark[@wit], $mark/(ancestor::tei:lem | ancestor::tei:rdg)[last()], $mark)[1])"/>
  </xsl:function>

  <!-- the marks in the readings of an entry; those of entries that are part of a reading count there -->
  <xsl:function name="v:marks-of" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        $entry[self::tei:app]//(tei:witStart | tei:witEnd | tei:lacunaStart | tei:lacunaEnd)
          [ancestor::tei:app[v:is-apparatus-entry(.)][1] is $entry][not(v:is-within-reading(.))]"/>
  </xsl:function>

  <!-- whether a mark is of a gap that begins and ends in one reading: it is no more than a part of the reading -->
  <xsl:function name="v:is-within-reading" as="xs:boolean">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="
        exists($mark[not(@wit)]/(self::tei:lacunaStart | self::tei:witEnd)
                 [following-sibling::*[self::tei:lacunaEnd or self::tei:witStart][not(@wit)]][parent::tei:rdg])
        or exists($mark[not(@wit)]/(self::tei:lacunaEnd | self::tei:witStart)
                 [preceding-sibling::*[self::tei:lacunaStart or self::tei:witEnd][not(@wit)]][parent::tei:rdg])"/>
  </xsl:function>

  <!-- the marks in an entry, whether it is printed or not -->
  <xsl:function name="v:own-marks" as="element()*">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="
        $app[self::tei:app]//(tei:witStart | tei:witEnd | tei:lacunaStart | tei:lacunaEnd)
          [ancestor::tei:app[1] is $app]"/>
  </xsl:function>

  <!-- an entry that says only where a witness begins again is a place in the text -->
  <xsl:template match="tei:app[v:is-without-variation(.)][exists(v:own-marks(.))]" mode="reading-text" priority="2.1" as="node()*">
    <xsl:param name="quoted" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="marks" as="element()*" select="v:own-marks(.)[not($quoted)]"/>
    <xsl:sequence select="$marks ! v:place-of-mark(.)"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- witnesses whose text begins with a reading of this entry, and those whose text ends with one:
       a beginning takes effect before the entry, an end after it, so that the entry itself goes by
       what its readings say -->
  <xsl:function name="v:beginning" as="attribute()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="v:presence('present', v:marks-of($entry)/(self::tei:witStart | self::tei:lacunaEnd))"/>
  </xsl:function>

  <xsl:function name="v:ending" as="attribute()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="v:presence('absent', v:marks-of($entry)/(self::tei:witEnd | self::tei:lacunaStart))"/>
  </xsl:function>

  <xsl:function name="v:presence" as="attribute()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="marks" as="element()*"/>
    <xsl:variable name="sigla" as="xs:string*" select="distinct-values($marks ! v:sigla-of-mark(.))"/>
    <xsl:if test="exists($sigla)">
      <xsl:attribute name="v:{$name}" select="$sigla"/>
    </xsl:if>
  </xsl:function>

  <!-- a mark in an entry is none of its text; one that stands by itself is a place -->
  <xsl:template mode="reading-text" as="element(tei:anchor)?" match="
      tei:witStart | tei:witEnd | tei:lacunaStart | tei:lacunaEnd">
    <xsl:sequence select=".[not(ancestor::tei:app or ancestor::tei:note)] ! v:place-of-mark(.)"/>
  </xsl:template>

  <xsl:function name="v:place-of-mark" as="element(tei:anchor)?">
    <xsl:param name="mark" as="element()"/>
    <xsl:variable name="presence" as="attribute()?" select="
        v:presence(if ($mark/(self::tei:witStart | self::tei:lacunaEnd)) then 'present' else 'absent', $mark)"/>
    <xsl:if test="exists($presence)">
      <tei:anchor>
        <xsl:sequence select="$presence"/>
      </tei:anchor>
    </xsl:if>
  </xsl:function>

  <!-- what an entry says of the marks in it: that a witness ends there, or begins only there -->
  <xsl:function name="v:presence-readings" as="element(tei:rdg)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="v:marks-of($entry)">
      <xsl:variable name="ends" as="xs:boolean" select="exists(self::tei:witEnd | self::tei:lacunaStart)"/>
      <xsl:variable name="sigla" as="xs:string*" select="v:told-of-mark(.)"/>
      <xsl:if test="exists($sigla)">
        <tei:rdg v:wit="{$sigla}" v:empty="true" v:presence="{if ($ends) then 'ends' else 'begins'}"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- the witnesses of which an entry says that they end at a mark, or begin only there -->
  <xsl:function name="v:told-of-mark" as="xs:string*">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="
        v:sigla-of-mark($mark)[$mark/(self::tei:witEnd | self::tei:lacunaStart)
                               or v:first-marks(root($mark))(.) eq generate-id($mark)]"/>
  </xsl:function>

  <!-- whether an entry says only where witnesses begin and end -->
  <xsl:function name="v:is-of-presence" as="xs:boolean">
    <xsl:param name="entry" as="element(tei:app)"/>
    <xsl:sequence select="exists($entry/tei:rdg) and empty($entry/tei:rdg[not(@v:presence)])"/>
  </xsl:function>

  <!-- whether what an entry says of the end or beginning of witnesses is said with their words in it -->
  <xsl:function name="v:is-said-with-words" as="xs:boolean">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:variable name="others" as="element()*" select="$reading/../(tei:lem | tei:rdg[not(@v:presence or @v:empty)])"/>
    <xsl:sequence select="
        exists($reading/@v:presence) and not(v:is-of-presence($reading/..))
        and (every $siglum in tokenize($reading/@v:wit) satisfies $siglum = $others/@v:wit ! tokenize(.))"/>
  </xsl:function>

  <!-- in a remark: that a witness ends there, and where it begins again -->
  <xsl:function name="v:presence-remarks" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:for-each select="$reading[not(@v:presence)]/../tei:rdg[v:is-said-with-words(.)]">
      <xsl:variable name="sigla" as="xs:string*" select="tokenize(@v:wit)[. = tokenize($reading/@v:wit)]"/>
      <xsl:variable name="named" as="xs:string?" select="
          l:label('remark.witnesses', string-join($sigla ! v:printed-siglum(., root(current())), ' '))
            [not(string-join($sigla, ' ') = $reading/@v:wit)]"/>
      <xsl:sequence select="
          $sigla[1] ! v:remark(string-join(($named || v:absence-term(current()),
                                            v:return(current()) ! l:label('presence.until', .)), ' '))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- of each witness the first mark that is about it, by generate-id() -->
  <xsl:function name="v:first-marks" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="
        map:merge(key('v:presence-mark', true(), $document)
                    ! (for $siglum in v:sigla-of-mark(.) return map { $siglum: generate-id() }),
                  map { 'duplicates': 'use-first' })"/>
  </xsl:function>

  <!-- types of readings that say that the witness has no text there, and that it omits some -->
  <xsl:variable name="v:lacuna-type" as="xs:string" static="yes" select="'^#?(lac\.?|lacun.*|deficit|deest|desunt|(un|in|not[ _-]?)applicable)$'"/>
  <xsl:variable name="v:omission-type" as="xs:string" static="yes" select="'^#?om(\.|iss?(a|um|it|us|ion.*)|it.*)?$'"/>

  <xsl:function name="v:has-type" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="matches(lower-case(normalize-space(v:of-reading($reading, 'type'))), $type)"/>
  </xsl:function>

  <xsl:function name="v:is-lacuna" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="exists($reading/@v:empty) and v:has-type($reading, $v:lacuna-type)"/>
  </xsl:function>

  <!-- the types of empty readings that something else than their own type says: the type of the entry, the
       cause, a note that is no more than the word for it, or that letters which nobody could read stand there -->
  <xsl:function name="v:told-type" as="attribute(type)?">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="told" as="xs:string*" select="
        ($reading/ancestor::tei:app[1]/@type[not(v:of-reading($reading, 'type'))], v:of-reading($reading, 'cause'),
         $reading[self::tei:rdg][v:has-no-words(.)] ! replace(., '[\[\]()]', ''),
         $reading/(tei:note, following-sibling::*[1]/self::tei:note)) ! lower-case(normalize-space())"/>
    <xsl:choose>
      <xsl:when test="v:has-type($reading, $v:lacuna-type) or v:has-type($reading, $v:omission-type)"/>
      <xsl:when test="$told[matches(., $v:lacuna-type)] or $reading/(tei:damage[not(node())] | tei:lacunaStart[v:is-within-reading(.)])">
        <xsl:attribute name="type" select="'lacuna'"/>
      </xsl:when>
      <xsl:when test="$reading/tei:unclear[not(node())]">
        <xsl:attribute name="type" select="'illegible'"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- a dash, or the word for it, where a reading is said to be an omission or a lacuna, is none of its text; nor
       is `om.`, which is no word of any text -->
  <xsl:template match="tei:rdg[v:has-no-words(.)]/(text() | *[not(self::tei:note or self::tei:witDetail)])"
      mode="reading-text" priority="6" as="empty-sequence()"/>

  <xsl:function name="v:has-no-words" as="xs:boolean">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:variable name="words" as="xs:string"
        select="lower-case(string-join($reading//text()[not(ancestor::tei:note)]))"/>
    <xsl:sequence select="
        if (v:has-type($reading, $v:omission-type) or v:has-type($reading, $v:lacuna-type))
        then matches($words, '^[^\p{L}\p{N}]*((om|omis|omit|lac|def)\p{L}*[^\p{L}\p{N}]*)?$')
        else matches(normalize-space($words), '^(om\.|[\[(](om|lac|lacuna|deest|deficit|desunt)\.?[\])])$')"/>
  </xsl:function>

  <!-- the word for a reading that has no text -->
  <xsl:function name="v:absence-term" as="xs:string">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:variable name="key" as="xs:string" select="
        if ($reading/@v:presence = 'begins') then 'presence.begins'
        else if ($reading/@v:presence or v:is-lacuna($reading)) then 'presence.lacks'
        else if ($reading/../@v:kind = 'break') then 'omitted.break'
        else if ($reading//tei:space) then 'omitted.blank'
        else if (v:has-type($reading, '^#?(illegib.*|unreadable|unleserlich)$')) then 'omitted.illegible'
        else 'omitted'"/>
    <xsl:sequence select="l:label($key)"/>
  </xsl:function>

  <xsl:key name="v:return" match="tei:text//tei:anchor[@v:present]" use="tokenize(@v:present)"/>

  <!-- where the text of a witness begins again that ends in an entry -->
  <xsl:function name="v:return" as="xs:string?">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:variable name="place" as="element()?"
        select="key('v:beginning', $reading/../@v:id, root($reading))[1]"/>
    <xsl:variable name="siglum" as="xs:string" select="(tokenize($reading/@v:wit), '')[1]"/>
    <xsl:sequence select="
        if ($reading/@v:presence = 'ends' and exists($place))
        then key('v:return', $siglum, root($reading))[. >> $place][1] ! v:block-number-at(., false())
        else ()"/>
  </xsl:function>

  <!-- the sign where a witness has no text -->
  <xsl:function name="v:lacuna-sign" as="element(tei:pc)">
    <tei:pc v:is="generated" v:generated="lacuna"><xsl:value-of select="l:label('presence.sign')"/></tei:pc>
  </xsl:function>
</xsl:stylesheet>
