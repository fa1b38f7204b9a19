<?xml version="1.0" encoding="UTF-8"?>
<!-- The crosswalk: a model's header becomes one neutral record, from which every standard is
     rendered. Nothing else reads the header. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- 1  the identity of the document, its dates and languages become attributes
       2  titles, agents, identifiers, rights, source, subjects, methods and changes become
          elements, in this order -->
  <xsl:mode name="record" on-no-match="fail" visibility="public"/>

  <xsl:template match="/" mode="record" as="document-node()">
    <xsl:document><xsl:apply-templates select="tei:TEI" mode="#current"/></xsl:document>
  </xsl:template>

  <xsl:template match="tei:TEI" mode="record" as="element(r:record)">
    <xsl:variable name="header" as="element()" select="tei:teiHeader"/>
    <xsl:variable name="released" as="xs:string?" select="r:released(.)"/>
    <xsl:variable name="issued" as="xs:string?"
        select="(r:issued(.), $year[. ne ''], $released)[1]"/>
    <r:record id="{@v:id}" released="{($released, $issued)[1]}" issued="{$issued}"
        version="{(v:facts('edition', .)/@n ! normalize-space(), $version,
                   ($released, $issued)[1])[. ne ''][1]}"
        place="{string-join(v:facts('place', .)
                  ! (if (tei:address) then tei:address/* ! normalize-space() else v:plain(.)), ', ')}"
        language="{r:language(.)}">
      <xsl:sequence select="r:created(.), r:original-language(.)"/>
      <xsl:if test="exists(v:facts('title', .)[normalize-space()])">
        <xsl:attribute name="titled" select="true()"/>
      </xsl:if>
      <r:title type="main">{$header/@v:title}</r:title>
      <xsl:apply-templates select="v:facts('subtitle', .), v:facts('other-title', .)" mode="fact"/>
      <xsl:sequence select="r:languages-of(.), r:agents(.), r:series-of(.), r:identifiers-of(.)"/>
      <xsl:sequence select="r:rights-of(.), r:source(.)"/>
      <xsl:for-each select="$header/@v:about">
        <r:abstract>{.}</r:abstract>
      </xsl:for-each>
      <xsl:sequence select="r:subjects(.)"/>
      <xsl:apply-templates mode="fact"
          select="v:facts('principles', .)[self::tei:projectDesc or self::tei:editorialDecl]"/>
      <xsl:apply-templates select="v:facts('change', .)" mode="fact"/>
    </r:record>
  </xsl:template>

  <!-- what the header says in one element becomes one element of the record;
       what has no rule here is no fact of the record -->
  <xsl:mode name="fact" on-no-match="deep-skip"/>

  <xsl:template match="*[@v:fact = 'subtitle']" mode="fact" as="element(r:title)">
    <r:title type="sub">{v:plain(.)}</r:title>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'other-title']" mode="fact" as="element(r:title)">
    <r:title type="{if (@type = 'translated') then 'translated' else 'alternative'}">{v:plain(.)}</r:title>
  </xsl:template>

  <xsl:template match="tei:projectDesc | tei:editorialDecl/*" mode="fact" as="element(r:method)">
    <r:method of="{local-name()}">{v:plain-paragraphs(.)}</r:method>
  </xsl:template>

  <xsl:template match="tei:editorialDecl" mode="fact" as="element(r:method)*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'change']" mode="fact" as="element(r:change)?">
    <xsl:variable name="change" as="element()" select="."/>
    <xsl:for-each select="r:day-of(.)">
      <r:change when="{.}">{normalize-space($change)}</r:change>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="r:language" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="
        ($tei/tei:text/@xml:lang, $tei/@xml:lang,
         v:facts('language', $tei)/@ident, 'und')[1]"/>
  </xsl:function>

  <!-- the language of the source where it is not that of the text -->
  <xsl:function name="r:original-language" as="attribute()*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="main" as="attribute()?"
        select="v:facts('original-language', $tei)/@mainLang"/>
    <xsl:if test="r:are-two-languages($main, r:language($tei))">
      <xsl:attribute name="original-language" select="$main"/>
    </xsl:if>
  </xsl:function>

  <!-- each language that the header says the file uses, the main one first -->
  <xsl:function name="r:languages-of" as="element(r:language)+">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:for-each select="
        distinct-values((r:language($tei), v:facts('language', $tei)/@ident ! normalize-space()))[. ne '']">
      <r:language>{.}</r:language>
    </xsl:for-each>
  </xsl:function>

  <!-- the series, each once, with the volume and the number -->
  <xsl:function name="r:series-of" as="element(r:series)*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:for-each select="v:facts('series', $tei)">
      <xsl:variable name="title" as="xs:string" select="v:plain(.)"/>
      <xsl:variable name="statement" as="element()?"
          select="($tei//tei:seriesStmt[tei:title ! v:plain(.) = $title])[1]"/>
      <r:series>
        <xsl:for-each select="$statement/tei:biblScope[normalize-space()][1]">
          <xsl:attribute name="volume" select="normalize-space()"/>
        </xsl:for-each>
        <xsl:for-each select="$statement/tei:idno[upper-case(@type) = 'ISSN'][1]">
          <xsl:attribute name="issn" select="normalize-space()"/>
        </xsl:for-each>
        <xsl:text>{$title}</xsl:text>
      </r:series>
    </xsl:for-each>
  </xsl:function>

  <!-- the identifiers of the document, each once, with that of the settings where none of the header is
       known to all the world: a DOI and a handle without what leads to them -->
  <xsl:function name="r:identifiers-of" as="element(r:identifier)*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="found" as="element(r:identifier)*" select="
        v:facts('identifier', $tei)/descendant-or-self::tei:idno[not(tei:idno)]
        ! r:identified-as(normalize-space(), string(ancestor-or-self::tei:idno[@type][1]/@type))"/>
    <xsl:variable name="all" as="element(r:identifier)*" select="
        $found,
        if ($found/@type = ('DOI', 'Handle', 'URL', 'URN')) then ()
        else $identifier ! r:identified-as(normalize-space(.), '')"/>
    <xsl:for-each-group select="$all" group-by="concat(@type, '|', .)">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="r:identified-as" as="element(r:identifier)?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="doi" as="xs:string" select="'^(?:(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|doi:\s*)?(10\.\d{4,}[^/]*/\S+)$'"/>
    <xsl:variable name="handle" as="xs:string" select="'^(https?://hdl\.handle\.net/|hdl:\s*)(\d[\d.]*/\S+)$'"/>
    <xsl:choose>
      <xsl:when test="$words eq ''"/>
      <xsl:when test="matches($words, $doi, 'i')">
        <r:identifier type="DOI">{replace($words, $doi, '$1', 'i')}</r:identifier>
      </xsl:when>
      <xsl:when test="matches($words, $handle, 'i')">
        <r:identifier type="Handle">{replace($words, $handle, '$2', 'i')}</r:identifier>
      </xsl:when>
      <xsl:when test="matches($words, '^urn:[a-z0-9][a-z0-9\-]*:\S+$', 'i')">
        <r:identifier type="URN">{$words}</r:identifier>
      </xsl:when>
      <xsl:when test="lower-case($type) = ('handle', 'hdl')">
        <r:identifier type="Handle">{$words}</r:identifier>
      </xsl:when>
      <xsl:when test="matches($words, '^https?://\S+$')">
        <r:identifier type="URL">{$words}</r:identifier>
      </xsl:when>
      <xsl:otherwise>
        <r:identifier type="{($type, 'local')[. ne ''][1]}">{$words}</r:identifier>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
