<?xml version="1.0" encoding="UTF-8"?>
<!-- Words and marks within a line; languages; and elements nobody wrote a rule for. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:template match="*" mode="content" priority="-2" as="text()*">
    <xsl:call-template name="v:report-unhandled"/>
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- elements that say what words are and leave them as they look -->
  <xsl:template match="tei:*[map:contains($x:plain, local-name())]" mode="content" priority="-1"
      as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <xsl:variable name="x:plain" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('abbr actor add addName addrLine address affiliation age altIdentifier am
      anchor author bibl biblFull biblScope biblStruct c caesura castGroup castItem cell choice cit
      citedRange cl classCode code collection corr country damage date dateline desc dim dimensions
      distinct district docAuthor docDate docEdition docImprint docTitle edition editor email ex expan
      extent figDesc foreign forename formula fw g gap genName geogFeat geogName gi gloss handShift
      head height ident idno imprint item l label lem lg list locus measure mentioned metamark mod
      msDesc msName name nameLink note num object objectName objectType offset orgName orig origDate
      origPlace pc persName phr placeName ptr pubPlace publisher quantity rdg ref reg region
      rendition repository resp respStmt restore role roleDesc roleName row rs s salute secl seg series
      settlement sic signed soCalled speaker stage stamp subst supplied surname surplus tag term time
      title titlePart unclear val w watermark width witDetail')[. ne ''] ! map { .: true() })"/>

  <!-- parts for machines, no part of reading the text -->
  <xsl:template match="tei:*[map:contains($x:silent, local-name())]" mode="content"
      as="empty-sequence()"/>

  <xsl:variable name="x:silent" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('alt altGrp certainty facsimile index interp interpGrp join joinGrp
      lacunaEnd lacunaStart link linkGrp listChange precision respons sourceDoc span spanGrp
      witEnd witStart') ! map { .: true() })"/>

  <!-- a language other than that of the parent -->
  <xsl:template match="*[@xml:lang][ancestor::tei:text][not(v:is-block(.))]
      [not(@xml:lang = ../ancestor-or-self::*[@xml:lang][1]/@xml:lang)][x:language(@xml:lang)]"
      mode="content" priority="20" as="text()*">
    <xsl:value-of select="'\foreignlanguage{' || x:language(@xml:lang) || '}{'"/>
    <xsl:next-match/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- the words of @rend and @rendition, in whatever dialect -->
  <xsl:template match="tei:hi[@rend | @rendition]" mode="content" as="text()*">
    <xsl:variable name="rend" as="xs:string"
        select="' ' || lower-case(string-join((@rend, @rendition), ' ')) || ' '"/>
    <xsl:variable name="commands" as="xs:string*" select="
        '\textit{'[matches($rend, 'ital|[\s;:#](i|it|emph)[\s;]')],
        '\textbf{'[matches($rend, 'bold|[\s;:#]b[\s;]')],
        '\textsc{'[matches($rend, 'small-?\s?caps|[\s;:#]sc[\s;]')],
        '\textsuperscript{'[contains($rend, 'sup')], '\textsubscript{'[contains($rend, 'sub')],
        '\editionunderlined{'[matches($rend, 'underline|[\s;:#]u[\s;]')],
        '\editiondeleted{'[matches($rend, 'strike|line-through')]"/>
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="string-join($commands)"/>
      <xsl:with-param name="after" select="string-join($commands ! '}')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:emph | tei:hi[not(@rend | @rendition)]
      | tei:title[ancestor::tei:bibl or ancestor::tei:note][not(@level = ('a', 'u'))]"
      mode="content" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="'\emph{'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- quotation marks are the text's own where it has any; an entry has those of the model -->
  <xsl:template match="(tei:q | tei:quote | tei:said | tei:soCalled)[not(v:is-quoted(.))]
      [not(v:holds-blocks(.) or v:holds-blocks(..) or ancestor::v:line)]" mode="content"
      as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="x:escape(l:label('quote.open'))"/>
      <xsl:with-param name="after" select="x:escape(l:label('quote.close'))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:q | tei:quote | tei:said" mode="content" priority="-0.3" as="text()*">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <xsl:template match="tei:del" mode="content" as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="'\editiondeleted{'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:pb" mode="content" as="text()">
    <xsl:value-of select="'\editionpage{' || x:escape(@n) || '}'"/>
  </xsl:template>

  <!-- in prose a line of the source is no line of ours -->
  <xsl:template match="tei:lb" mode="content" as="text()">
    <xsl:text>\editionbreak{}</xsl:text>
  </xsl:template>
  <xsl:template match="tei:p//tei:lb | tei:note//tei:lb | v:line//tei:lb" mode="content" as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- a word it divides is whole again -->
  <xsl:template match="tei:lb[@break = 'no']" mode="content" priority="2" as="empty-sequence()"/>
  <xsl:template match="tei:cb | tei:gb | tei:milestone" mode="content" as="empty-sequence()"/>
  <xsl:template match="tei:space" mode="content" as="text()">
    <xsl:text>\editionspace{}</xsl:text>
  </xsl:template>

  <!-- lines of an opening or closing that stand among words -->
  <xsl:template match="tei:dateline | tei:salute | tei:signed | tei:address | tei:addrLine"
      mode="content" as="text()*">
    <xsl:value-of select="'\editionbreak{}'[v:begins-line(current())]"/>
    <xsl:apply-templates mode="content"/>
    <xsl:value-of select="'\editionbreak{}'[v:ends-line(current())]"/>
  </xsl:template>

  <!-- one that holds nothing else: a line for each part, the parts of a date line in one -->
  <xsl:template mode="content" priority="30" as="text()*" match="
      (tei:opener | tei:closer | tei:address | tei:dateline)/*[v:holds-parts(..)][v:is-part(.)]">
    <xsl:if test="preceding-sibling::*[v:is-part(.)] and not(preceding-sibling::*[1]/self::tei:lb)">
      <xsl:value-of select="if (parent::tei:dateline) then '\editionspace{}' else '\editionbreak{}'"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="tei:ref[matches(@target, '^https?://\S+$')][normalize-space()]
      [not(.//(tei:note | tei:ref | tei:ptr) | ancestor::tei:ref)][v:is-run(.)]" mode="content"
      as="text()*">
    <xsl:call-template name="x:between">
      <xsl:with-param name="before" select="'\href{' || x:address(@target) || '}{'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:ptr[@target][not(ancestor::tei:ref)]
      | tei:ref[matches(@target, '^https?://')][not(normalize-space())]" mode="content" as="text()*">
    <xsl:for-each select="tokenize(@target)[matches(., '^https?://')]">
      <xsl:value-of select="' '[position() gt 1]"/>
      <xsl:value-of select="x:unseen('address', ()) || '\href{' || x:address(.) || '}{' || x:escape(.) || '}'"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
