<?xml version="1.0" encoding="UTF-8"?>
<!-- How an entry calls its witnesses, sources and hands: by what the edition abbreviates them, or by a
     short name, and by an identifier only where nothing else is said. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- how a siglum is printed where not as it is: as the edition abbreviates its witness or group,
       unless another is called so -->
  <xsl:function name="v:printed-sigla" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:variable name="named" as="element()*"
        select="key('v:declared-witness', true(), $document), key('v:group', true(), $document)"/>
    <xsl:variable name="sigla" as="xs:string*" select="v:sigla($document), $named/@xml:id"/>
    <xsl:variable name="printed" as="map(xs:string, xs:string)*">
      <xsl:for-each-group select="$named[v:abbreviation(.) ne '']" group-by="v:abbreviation(.)">
        <xsl:if test="count(current-group()) eq 1 and not(current-grouping-key() = $sigla)">
          <xsl:map-entry key="string((@xml:id, @n)[1])" select="current-grouping-key()"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <!-- two witnesses may have one identifier by mistake: the first is called so -->
    <xsl:sequence select="map:merge($printed, map { 'duplicates': 'use-first' })"/>
  </xsl:function>

  <!-- a siglum that is not declared, and is printed for a witness that has another one, stays a pointer:
       its readings would seem to be those of that witness -->
  <xsl:function name="v:printed-siglum" as="xs:string">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="
        (v:printed-sigla($document)($siglum), '#'[v:printed-for-others($document)($siglum)] || $siglum)[1]"/>
  </xsl:function>

  <!-- what is printed instead of a siglum; it is no siglum itself -->
  <xsl:function name="v:printed-for-others" as="map(xs:string, xs:boolean)" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="map:merge(v:printed-sigla($document)?* ! map { .: true() })"/>
  </xsl:function>

  <!-- what the edition writes for it: its siglum, what a group is called, a short label, or an
       identifier of several words as words -->
  <xsl:function name="v:abbreviation" as="xs:string">
    <xsl:param name="named" as="element()"/>
    <xsl:sequence select="(
        v:marked-siglum($named),
        $named/self::tei:listWit/@n,
        $named/self::tei:listWit/tei:head[v:is-better-name(., $named/@xml:id)] ! normalize-space(.),
        $named/@n[v:is-siglum(., $named/@xml:id)],
        translate($named/@xml:id, '_', ' '))[. ne ''][1] => string()"/>
  </xsl:function>

  <!-- its siglum, where that is marked as one, raised letters and digits as such, without notes -->
  <xsl:function name="v:marked-siglum" as="xs:string?">
    <xsl:param name="named" as="element()"/>
    <xsl:variable name="siglum" as="element()?"
        select="$named/(tei:abbr | tei:head/tei:abbr | tei:persName/tei:abbr)[@type = 'siglum'][1]"/>
    <xsl:sequence select="$siglum ! normalize-space(string-join(.//text()[not(ancestor::tei:note)] ! v:raised(.)))"/>
  </xsl:function>

  <!-- whether a group is called by its heading: it is short, and shorter than an identifier that is
       no more than a word -->
  <xsl:function name="v:is-better-name" as="xs:boolean">
    <xsl:param name="head" as="element()"/>
    <xsl:param name="id" as="xs:string?"/>
    <xsl:variable name="length" as="xs:integer" select="string-length(normalize-space($head))"/>
    <xsl:sequence select="$length le 24 and ($length lt string-length($id) or string-length($id) gt 8)"/>
  </xsl:function>

  <!-- whether a label is a siglum rather than a number or the leaf of a book: it is shorter than the
       identifier -->
  <xsl:function name="v:is-siglum" as="xs:boolean">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="id" as="xs:string?"/>
    <xsl:sequence select="
        string-length($label) lt string-length($id) and string-length($label) le 8
        and not(matches($label, '^[0-9]$'))"/>
  </xsl:function>

  <xsl:function name="v:raised" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="
        if ($text/ancestor::tei:hi[v:told(.) = 'superscript'])
        then v:raised-text($text) else string($text)"/>
  </xsl:function>

  <!-- who or what a pointer names, and where nothing is found the pointer itself -->
  <xsl:function name="v:short-name" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="v:pointed-id($pointer, $from)"/>
    <xsl:variable name="named" as="element()?"
        select="(key('v:id', $id, root($from)), $registers ! key('v:id', $id, .))[1]"/>
    <xsl:variable name="name" as="xs:string?">
      <xsl:apply-templates select="$named" mode="short-name"/>
    </xsl:variable>
    <xsl:sequence select="($name,
         replace(v:bare($pointer), '^[A-Za-z][\w.-]*:([^/].*)$', '$1'))[. ne ''][1]"/>
  </xsl:function>

  <!-- 1  a witness or group has its siglum
       2  a publication is its author or editor and year, or its title; a few words are all printed
       3  a person, or what else has a name, has that -->
  <xsl:mode name="short-name" on-no-match="deep-skip"/>

  <xsl:template match="tei:*" mode="short-name" as="xs:string?" priority="-0.5"/>

  <xsl:template match="tei:witness | tei:listWit" mode="short-name" as="xs:string">
    <xsl:sequence select="v:printed-siglum((@xml:id, @n)[1], root())"/>
  </xsl:template>

  <xsl:template match="tei:bibl | tei:biblStruct | tei:biblFull | tei:msDesc" mode="short-name" as="xs:string">
    <xsl:variable name="author" as="xs:string*"
        select="(.//tei:author, .//tei:editor)[1] ! v:surname(.)"/>
    <xsl:variable name="year" as="xs:string*" select="
        .//tei:date[1] ! (@when, .)[1] ! replace(normalize-space(.), '^.*?(\d{4}).*$', '$1')"/>
    <xsl:sequence select="(
        v:marked-siglum(.),
        v:words-of-source(.)[string-length() le 24],
        string-join(($author, $year), ' ')[exists($author)],
        .//(tei:title | tei:idno)[1] ! normalize-space(.),
        substring-before(normalize-space(), ','), v:words-of-source(.))[. ne ''][1]"/>
  </xsl:template>

  <!-- all that is said of a publication; its parts are apart where only the markup divides them -->
  <xsl:function name="v:words-of-source" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="texts" as="text()*" select="$source//text()[normalize-space()]"/>
    <xsl:sequence select="normalize-space(string-join(
        if (count($texts) gt 1 and empty($texts/parent::*[* and text()[normalize-space()]]))
        then $texts ! normalize-space() else string($source), ', '))"/>
  </xsl:function>

  <xsl:template mode="short-name" as="xs:string" match="
      tei:person | tei:personGrp | tei:org | tei:place | tei:respStmt | tei:persName | tei:name | tei:editor
      | tei:author">
    <xsl:sequence select="
        (v:marked-siglum(.), @n[not(matches(., '^\d+$'))] ! string(.), v:preferred-name(.))[1]"/>
  </xsl:template>

  <xsl:function name="v:surname" as="xs:string">
    <xsl:param name="author" as="element()"/>
    <xsl:sequence select="
        ($author//tei:surname ! normalize-space(.), substring-before(normalize-space($author), ','),
         normalize-space($author))[. ne ''][1]"/>
  </xsl:function>

  <!-- how a hand is called: as its note names it, in a few words -->
  <xsl:function name="v:hand-name" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="v:pointed-id($pointer, $from)"/>
    <xsl:variable name="note" as="element()?"
        select="key('v:id', $id, root($from))[self::tei:handNote][1]"/>
    <xsl:variable name="said" as="xs:string?" select="(
        $note ! v:marked-siglum(.), $note ! normalize-space(.)[string-length() le 40],
        v:short-name($pointer, $from)[empty($note)][. ne $id])[. ne ''][1]"/>
    <xsl:sequence select="
        ($said, l:label('hand', translate(($note/(@n, @scribe), $id)[1], '_', ' ')))[1]"/>
  </xsl:function>
</xsl:stylesheet>
