<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says, decided once: each element that states a fact says which one, in @v:fact.
     The outputs and the package ask for facts (common/header.xsl) and need not know where TEI keeps
     them. The `teiHeader` itself carries what follows from several facts: @v:title, the main title in
     plain words; @v:citation, how to cite the document; @v:about, what it is about;
     @v:released, the day of this edition.

     Facts are asked for in the order of the header. Where several elements could state a fact, one
     is chosen here, and only that element gets the name. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- who is named by a pointer alone has the name of the entry: `<editor ref="#lee"/>` -->
  <xsl:template match="(tei:author | tei:editor | tei:principal | tei:persName | tei:orgName | tei:placeName | tei:name
                        | tei:settlement)[@ref or @key][not(* or normalize-space())][ancestor::tei:teiHeader]"
      mode="reading-text" as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:value-of select="v:entities(.)[1] ! v:written-name(.)"/>
    </xsl:copy>
  </xsl:template>

  <!-- the header with its facts. Tunnel parameter: `facts`, of v:fact-names(). -->
  <xsl:mode name="facts" on-no-match="shallow-copy"/>

  <xsl:template match="tei:teiHeader" mode="facts" as="element(tei:teiHeader)">
    <xsl:variable name="facts" as="map(xs:string, xs:string)" select="v:fact-names(.)"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:variable name="marked" as="node()*">
        <xsl:apply-templates mode="#current">
          <xsl:with-param name="facts" tunnel="yes" select="$facts"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:variable name="found" as="element()*" select="$marked/descendant-or-self::*[@v:fact]"/>
      <xsl:variable name="title" as="xs:string"
          select="($found[@v:fact = 'title'] ! v:plain(.), string(../@v:id))[. ne ''][1]"/>
      <xsl:attribute name="v:title" select="$title"/>
      <xsl:attribute name="v:citation" select="v:citation-of($title, $found)"/>
      <xsl:for-each select="v:about-of($found)">
        <xsl:attribute name="v:about" select="."/>
      </xsl:for-each>
      <xsl:for-each select="v:released(.)">
        <xsl:attribute name="v:released" select="."/>
      </xsl:for-each>
      <xsl:sequence select="$marked"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="*" mode="facts" as="element()">
    <xsl:param name="facts" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:for-each select="$facts(generate-id())">
        <xsl:attribute name="v:fact" select="."/>
      </xsl:for-each>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- the fact that each element states, by generate-id(); no element states two -->
  <xsl:function name="v:fact-names" as="map(xs:string, xs:string)">
    <xsl:param name="header" as="element(tei:teiHeader)"/>
    <xsl:variable name="facts" as="map(xs:string, element()*)" select="map:merge((
        v:facts-of-statement($header/tei:fileDesc[1]/tei:titleStmt),
        v:facts-of-series($header/tei:fileDesc[1]),
        v:facts-of-publication($header/tei:fileDesc[1]),
        v:facts-of-source($header/tei:fileDesc[1]/tei:sourceDesc),
        v:facts-of-text($header)))"/>
    <xsl:sequence select="
        map:merge(
          for $name in map:keys($facts),
              $element in $facts($name)
                [normalize-space() or (descendant-or-self::*/@* except descendant-or-self::*/@v:*)]
          return map { generate-id($element): $name })"/>
  </xsl:function>

  <!-- titles and those responsible. Who has translated is no editor besides. -->
  <xsl:function name="v:facts-of-statement" as="map(xs:string, element()*)">
    <xsl:param name="statement" as="element(tei:titleStmt)*"/>
    <xsl:variable name="title" as="element()?" select="v:main-title($statement/tei:title)"/>
    <xsl:variable name="others" as="element()*" select="$statement/tei:title except $title"/>
    <xsl:variable name="translators" as="element()*"
        select="$statement/tei:editor[tokenize(@role) = 'translator']"/>
    <xsl:sequence select="map {
        'title': $title,
        'subtitle':
          $others[normalize-space()][not(@level = 's')][@type = ('sub', 'subtitle', 'subordinate')],
        'other-title': v:once($others[normalize-space()][not(@level = ('s', 'j'))]
          [not(@type) or @type = ('alt', 'alternative', 'parallel', 'translated', 'original')]
          [not(normalize-space() = $title/normalize-space())]),
        'short-title': $others[normalize-space()][not(@level = 's')][@type = 'short'],
        'author': $statement/tei:author,
        'translator': $translators,
        'editor': v:once($statement/tei:editor except $translators),
        'responsibility': $statement/tei:respStmt[
          empty(* except (tei:resp, tei:note)) or (* except (tei:resp, tei:note))[normalize-space() or @*]],
        'principal': $statement/tei:principal,
        'funder': $statement/tei:funder,
        'sponsor': $statement/tei:sponsor }"/>
  </xsl:function>

  <!-- those of a name once: who edits a corpus is said to edit each document of it too -->
  <xsl:function name="v:once" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each-group select="$elements" group-by="normalize-space()[. ne ''], generate-id()[normalize-space(current()) eq '']">
      <xsl:sequence select="current-group()[1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- the series that the document stands in -->
  <xsl:function name="v:facts-of-series" as="map(xs:string, element()*)">
    <xsl:param name="file" as="element(tei:fileDesc)*"/>
    <xsl:variable name="titles" as="element()*" select="$file/tei:titleStmt/tei:title"/>
    <xsl:variable name="series" as="element()*" select="
        ($titles[@level = 's' or @type = ('s', 'series')] except v:main-title($titles))
        | $file/tei:seriesStmt/(tei:title | tei:p[not(../tei:title)])"/>
    <xsl:sequence select="map {
        'series': (for $words in distinct-values($series ! normalize-space())[. ne '']
                   return $series[normalize-space() eq $words][1]) }"/>
  </xsl:function>

  <!-- how the edition is published. One party is its publisher, the one that is cited and that an
       archive takes it in from: who has published or authorised it, whoever is named first, else
       who distributes it. The other parties are its distributors. -->
  <xsl:function name="v:facts-of-publication" as="map(xs:string, element()*)">
    <xsl:param name="file" as="element(tei:fileDesc)*"/>
    <xsl:variable name="edition" as="element()*" select="$file/tei:editionStmt/*"/>
    <xsl:variable name="publication" as="element()*" select="$file/tei:publicationStmt"/>
    <xsl:variable name="parties" as="element()*" select="
        $publication/(tei:publisher | tei:authority), $publication/tei:distributor"/>
    <xsl:variable name="publisher" as="element()?"
        select="($parties[normalize-space()], $parties)[1]"/>
    <xsl:sequence select="map {
        'edition': $edition[self::tei:edition],
        'edition-statement': ($edition[not(self::tei:edition)], $file/tei:seriesStmt/tei:respStmt),
        'publisher': $publisher,
        'distributor': $parties except $publisher,
        'place': $publication/tei:pubPlace,
        'remark': $file/tei:notesStmt/tei:note,
        'published': ($publication/tei:date)[1],
        'publication-statement': $publication/(tei:p | tei:ab),
        'identifier': $publication/tei:idno,
        'rights': $publication/tei:availability,
        'licence': $publication/tei:availability//tei:licence }"/>
  </xsl:function>

  <!-- what the edition was made from. The first manuscript that has an address is the one that a
       finding aid describes. -->
  <xsl:function name="v:facts-of-source" as="map(xs:string, element()*)">
    <xsl:param name="source" as="element(tei:sourceDesc)*"/>
    <xsl:variable name="holding" as="element()?" select="($source//tei:msIdentifier)[1]"/>
    <xsl:sequence select="map {
        'source': $source,
        'holding': $holding,
        'extent': ($holding/../tei:physDesc//tei:extent)[1],
        'source-publication': $source/(tei:bibl | tei:listWit//tei:witness/tei:bibl),
        'original-language': ($source//tei:textLang[@mainLang])[1],
        'summary': ($source//tei:msContents/tei:summary)[1] }"/>
  </xsl:function>

  <!-- the text itself, and how it was treated. It was created when the header says so, else when
       the letter was sent, else when its manuscript was written; a statement in words is preferred,
       and of several such statements one with a date for machines. Of a text in several witnesses, or in print, the source alone
       has a date: when the first witness with one was written, else when the first print appeared. -->
  <xsl:function name="v:facts-of-text" as="map(xs:string, element()*)">
    <xsl:param name="header" as="element(tei:teiHeader)"/>
    <xsl:variable name="source" as="element()*" select="$header/tei:fileDesc/tei:sourceDesc"/>
    <xsl:variable name="profile" as="element()*" select="$header/tei:profileDesc"/>
    <xsl:variable name="encoding" as="element()*" select="$header/tei:encodingDesc"/>
    <xsl:variable name="letter" as="element()*" select="$profile/tei:correspDesc/tei:correspAction"/>
    <xsl:variable name="origins" as="element()*"
        select="$source//(tei:origDate | tei:origin//tei:date)"/>
    <xsl:variable name="stated" as="element()*" select="
        $profile/tei:creation//tei:date, $letter[@type = 'sent']/tei:date,
        $origins[ancestor::tei:msDesc/parent::tei:sourceDesc]"/>
    <xsl:variable name="created" as="element()?"
        select="
        ($stated[normalize-space()][v:is-dated(.)], $stated[normalize-space()],
         $stated[v:is-dated(.)])[1]"/>
    <xsl:sequence select="map {
        'created': $created,
        'correspondence': $profile/tei:correspDesc[count($profile/tei:correspDesc) eq 1],
        'source-date':
          ($stated, $origins, $source//tei:bibl[empty(ancestor::tei:msDesc)]//tei:date)[v:is-dated(.)][not(. is $created)][1],
        'sender': $letter[@type = 'sent']/(tei:persName | tei:orgName | tei:name),
        'recipient':
          $letter[@type = 'received']/(tei:persName | tei:orgName | tei:name),
        'abstract': $profile/tei:abstract,
        'language': $profile/tei:langUsage/tei:language,
        'keyword': $profile/tei:textClass/tei:keywords//(tei:term | tei:item[not(.//tei:term)]),
        'principles': $encoding/(tei:p | tei:projectDesc | tei:samplingDecl | tei:editorialDecl),
        'change': $header/tei:revisionDesc//tei:change }"/>
  </xsl:function>

  <!-- the title of the document itself: not that of its series or of the volume it stands in, not a
       short form of it -->
  <xsl:function name="v:main-title" as="element(tei:title)?">
    <xsl:param name="titles" as="element(tei:title)*"/>
    <xsl:variable name="said" as="element(tei:title)*" select="$titles[normalize-space()]"/>
    <xsl:variable name="own" as="element(tei:title)*" select="$said[not(@level = ('s', 'j'))]"/>
    <xsl:sequence select="
        ($own[@type = 'main'], $said[@type = 'main'], $own[@level = 'a'][not(@type)], $own[not(@type)], $said[not(@type)],
         $own[not(@type = ('sub', 'subtitle', 'subordinate', 'short'))], $said)[1]"/>
  </xsl:function>

  <!-- how to cite: authors, title, translators, editors, publisher, version and day -->
  <xsl:function name="v:citation-of" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="facts" as="element()*"/>
    <xsl:variable name="published" as="xs:string?" select="
        $facts[@v:fact = 'published'][1]/(@when, v:plain(.))[. ne ''][1]"/>
    <xsl:variable name="version" as="xs:string?"
        select="($facts[@v:fact = 'edition']/@n[. ne ''])[1]"/>
    <xsl:variable name="parts" as="xs:string*" select="
        v:listed($facts[@v:fact = 'author']),
        $title,
        v:listed($facts[@v:fact = 'translator']) ! l:label('citation.translator', .),
        v:listed($facts[@v:fact = 'editor']) ! l:label('citation.editor', .),
        string-join(($facts[@v:fact = 'publisher'][1] ! v:without-address(.),
                     $version ! l:label('citation.version', .),
                     $published), ', ')[. ne '']"/>
    <xsl:sequence select="string-join($parts ! replace(., '\.$', ''), '. ') || '.'"/>
  </xsl:function>

  <!-- what a party is called that has its address beside its name, or in the first line of the address -->
  <xsl:function name="v:without-address" as="xs:string?">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="beside" as="xs:string" select="
        replace(normalize-space(string-join($party//text()[not(ancestor::tei:address or ancestor::tei:note)])), '\s*[,;:]$', '')"/>
    <xsl:sequence select="
        if (empty($party//tei:address)) then v:listed($party)
        else ($beside, $party//tei:address/* ! v:plain(.))[. ne ''][1]"/>
  </xsl:function>

  <!-- what the document is about, for catalogues: its abstract, else a summary of the manuscript -->
  <xsl:function name="v:about-of" as="xs:string?">
    <xsl:param name="facts" as="element()*"/>
    <xsl:sequence select="
        (($facts[@v:fact = 'abstract'], $facts[@v:fact = 'summary']) ! v:plain-paragraphs(.))[. ne ''][1]"/>
  </xsl:function>

  <!-- the day of this edition. Its changes are the surest witnesses, and of them the newest;
       else the edition or its publication says when it appeared. A month or a year alone is
       better than nothing. -->
  <xsl:function name="v:released" as="xs:string?">
    <xsl:param name="header" as="element(tei:teiHeader)"/>
    <xsl:variable name="changes" as="xs:string*" select="
        ($header/tei:revisionDesc//tei:change/@when ! string())[v:is-calendar-date(.)]"/>
    <xsl:variable name="statements" as="xs:string*" select="
        ($header/tei:fileDesc/(tei:editionStmt | tei:publicationStmt)//tei:date
           [empty(ancestor::tei:availability)] ! string((@when, @to, @notAfter, normalize-space())[1]))[v:is-calendar-date(.)]"/>
    <xsl:sequence select="
        (max($changes), $statements[. castable as xs:date], $statements)[1]"/>
  </xsl:function>
</xsl:stylesheet>
