<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header gives the book: its data, title page, imprint, principles, colophon. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the title as markup; a PDF for all readers must have one, so the id stands in for it -->
  <xsl:function name="t:title" as="xs:string">
    <xsl:param name="header" as="element(tei:teiHeader)"/>
    <xsl:variable name="title" as="element(tei:title)?" select="v:facts('title', $header)"/>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="$title" mode="short"/>
    </xsl:variable>
    <xsl:sequence select="
        if (normalize-space(string-join($words))) then string-join($words)
        else t:markup($header/../@v:id)"/>
  </xsl:function>

  <xsl:template name="t:preamble" as="text()*">
    <xsl:variable name="header" as="element(tei:teiHeader)" select="tei:teiHeader"/>
    <xsl:text>#import "{if ($settings?print?template) then 'own' else 'edition'}.typ": *&#10;#show: edition.with(&#10;</xsl:text>
    <xsl:text>  title: [{t:title($header)}],&#10;</xsl:text>
    <xsl:text>  running-title: {t:string(v:curl(normalize-space(
        (v:facts('short-title', $header), $header/@v:title)[1]), ''))},&#10;</xsl:text>
    <xsl:text>  authors: {t:array(v:facts('author', $header) ! t:string(t:person(.)))},&#10;</xsl:text>
    <xsl:text>  description: {t:string(v:curl(string($header/@v:about), ''))},&#10;</xsl:text>
    <xsl:text>  keywords: {t:array(
        v:facts('keyword', $header) ! t:string(v:plain(.)))},&#10;</xsl:text>
    <xsl:variable name="date" as="xs:integer*"
        select="$header/@v:released ! (tokenize(., '-') ! xs:integer(.), 1, 1)"/>
    <xsl:text>  date: {if (empty($date)) then 'auto' else 'datetime(year: ' || $date[1]
        || ', month: ' || $date[2] || ', day: ' || $date[3] || ')'},&#10;</xsl:text>
    <xsl:text>  language: {t:string($l:language)},&#10;</xsl:text>
    <xsl:text>  attached: {t:string(l:label('print.attached'))},&#10;)&#10;</xsl:text>
  </xsl:template>

  <!-- a name in running order, whatever is tagged within it -->
  <xsl:function name="t:person" as="xs:string">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="v:curl(v:plain($person), '')"/>
  </xsl:function>

  <!-- whether a title page, contents, rights and what is said of the edition stand before the text;
       otherwise all but the first two stand after it -->
  <xsl:variable name="t:has-front" as="xs:boolean" select="not($settings?print?front-matter = false())"/>

  <!-- the first page -->
  <xsl:mode name="title-page" on-no-match="fail"/>

  <xsl:template match="tei:teiHeader" mode="title-page" as="text()*">
    <xsl:text>&#10;#title-page(&#10;  author: [{t:markup(string-join(
        v:facts('author', .) ! v:curl(v:party-in-full(.), ''), ', '))}],&#10;  subtitle: [</xsl:text>
    <xsl:for-each select="v:facts('subtitle', .), v:facts('other-title', .), v:facts('series', .)">
      <xsl:variable name="position" as="xs:integer" select="position()"/>
      <xsl:text>{'#source-line()'[$position gt 1]}</xsl:text>
      <xsl:apply-templates select="." mode="short"/>
    </xsl:for-each>
    <xsl:text>],&#10;  people: (</xsl:text>
    <xsl:for-each-group select="v:facts('translator', .) | v:facts('editor', .)"
        group-by="string(@role)">
      <xsl:text>([{t:markup(t:role(current-grouping-key()))}], [{t:markup(string-join(
          current-group() ! t:person(.), ', '))}]), </xsl:text>
    </xsl:for-each-group>
    <xsl:for-each select="v:correspondence(.)">
      <xsl:text>([{t:markup(?label)}], [{t:curled(string-join(?parts ! v:correspondence-part(.), ', '))}]), </xsl:text>
    </xsl:for-each>
    <xsl:if test="empty(v:facts('editor', .))">
      <xsl:apply-templates select="v:facts('responsibility', .)[1]" mode="title-page"/>
    </xsl:if>
    <xsl:text>),&#10;  imprint: [{string-join(t:imprint(.), '#source-line()')}],&#10;)&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:respStmt" mode="title-page" as="text()*">
    <xsl:text>([{t:markup(t:task(.))}], [{t:markup(t:workers(.))}]), </xsl:text>
  </xsl:template>

  <xsl:function name="t:task" as="xs:string">
    <xsl:param name="statement" as="element(tei:respStmt)"/>
    <xsl:sequence select="v:capitalized(string-join($statement/tei:resp ! t:person(.), ', '))"/>
  </xsl:function>

  <xsl:function name="t:workers" as="xs:string">
    <xsl:param name="statement" as="element(tei:respStmt)"/>
    <xsl:sequence select="
        string-join($statement/(* except (tei:resp, tei:note)) ! t:person(.), ', ')"/>
  </xsl:function>

  <xsl:function name="t:role" as="xs:string">
    <xsl:param name="role" as="xs:string"/>
    <xsl:sequence select="
        if ($role = 'translator') then l:label('print.translated-by')
        else if ($role = ('', 'editor')) then l:label('print.edited-by')
        else v:capitalized($role)"/>
  </xsl:function>

  <!-- the edition and where and when it appeared, one line each -->
  <xsl:function name="t:imprint" as="xs:string*">
    <xsl:param name="header" as="element(tei:teiHeader)"/>
    <xsl:variable name="edition" as="element()?" select="v:facts('edition', $header)[1]"/>
    <xsl:variable name="words" as="xs:string"
        select="string($edition[string-length() le 80] ! normalize-space())"/>
    <xsl:variable name="lines" as="xs:string*" select="
        string-join(($words[. ne ''],
                     $edition/@n[not(contains($words, .))] ! l:label('print.version', .)), ', '),
        string-join(((v:facts('place', $header) | v:facts('publisher', $header)
                      | v:facts('distributor', $header)) ! normalize-space(),
                     v:facts('published', $header)[1] ! normalize-space()), ', ')"/>
    <xsl:variable name="date" as="xs:string?" select="
        $header/@v:released[not(. = v:facts('published', $header)[1][matches(., '\d\D+\d')]/(@when | @when-iso))]
        ! v:day(.)"/>
    <xsl:sequence select="
        ($lines, $date[not(contains(string-join($lines), .))])[. ne ''] ! t:curled(.)"/>
  </xsl:function>

  <!-- contents and rights on one page; then where the text comes from and how it was treated -->
  <xsl:mode name="about" on-no-match="fail"/>

  <xsl:template match="tei:teiHeader" mode="about" as="text()*">
    <xsl:if test="$t:has-front">
      <xsl:text>&#10;#contents[{t:curled(l:label('print.contents'))}]</xsl:text>
      <xsl:call-template name="t:rights"/>
    </xsl:if>
    <xsl:variable name="conspectus" as="element()?"
        select="..[t:has-conspectus(.)]/tei:standOff[@v:part = 'witnesses']"/>
    <xsl:variable name="sources" as="element()*" select="
        v:facts('source', .)/*[normalize-space()][not($conspectus and self::tei:listWit)]"/>
    <xsl:variable name="sections" as="text()*">
      <xsl:apply-templates select="v:facts('abstract', .)[normalize-space()]" mode="about"/>
      <xsl:if test="exists($sources)">
        <xsl:call-template name="t:about-section">
          <xsl:with-param name="label" select="'source'"/>
        </xsl:call-template>
        <xsl:apply-templates select="$sources" mode="source"/>
      </xsl:if>
      <xsl:apply-templates select="$conspectus, ../tei:standOff[@v:part = 'signs']" mode="conspectus"/>
      <xsl:variable name="principles" as="element()*"
          select="v:facts('principles', .)[normalize-space()]"/>
      <xsl:if test="exists($principles)">
        <xsl:call-template name="t:about-section">
          <xsl:with-param name="label" select="'print.principles'"/>
        </xsl:call-template>
        <xsl:apply-templates select="$principles" mode="about"/>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="exists($sections)">
      <xsl:text>&#10;#part(kind: "about")[{t:curled(l:label('print.about'))}]&#10;</xsl:text>
      <xsl:sequence select="$sections"/>
    </xsl:if>
    <xsl:if test="not($t:has-front)">
      <xsl:call-template name="t:rights"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="t:rights" as="text()*">
    <xsl:text>&#10;#imprint{'(last: true)'[not($t:has-front)]}[</xsl:text>
    <xsl:call-template name="t:statements"/>
    <xsl:text>&#10;#statement[{t:curled(l:label('print.citation'))}][{t:curled(
        v:citation(.., $settings?url[. instance of xs:string]))}]&#10;]&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="t:about-section" as="text()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:variable name="title" as="xs:string" select="t:curled(l:label($label))"/>
    <xsl:text>&#10;#section(2)[{$title}][{$title}]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'abstract']" mode="about" as="text()*">
    <xsl:call-template name="t:about-section">
      <xsl:with-param name="label" select="'print.abstract'"/>
    </xsl:call-template>
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'principles']" mode="about" as="text()*">
    <xsl:apply-templates select="(self::tei:p, *[not(current()/self::tei:p)])" mode="content"/>
  </xsl:template>

  <xsl:template match="tei:editorialDecl" mode="about" priority="1" as="text()*">
    <xsl:apply-templates select="*[normalize-space()]" mode="about"/>
  </xsl:template>

  <xsl:template match="tei:editorialDecl/*" mode="about" as="text()*">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>

  <xsl:template match="tei:editorialDecl/*[local-name() = $t:declarations]" mode="about"
      priority="1" as="text()*">
    <xsl:text>&#10;#statement[{t:curled(l:label('print.' || local-name()))}][</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:variable name="t:declarations" as="xs:string*" select="
      'correction', 'hyphenation', 'interpretation', 'normalization', 'punctuation',
      'quotation', 'segmentation', 'stdVals'"/>

  <!-- who did what; an edition described at length, which does not fit the title page; who may do
       what with which layer; the identifiers -->
  <xsl:template name="t:statements" as="text()*">
    <xsl:context-item as="element(tei:teiHeader)" use="required"/>
    <xsl:sequence select="
        t:statement('print.responsibility', string-join((v:facts('responsibility', .), v:facts('edition-statement', .)/self::tei:respStmt)
          ! t:curled(v:sentence(string-join((t:task(.), t:workers(.)[. ne '']), ': '))), ' '))"/>
    <xsl:apply-templates mode="rights" select="
        (v:facts('edition', .) | v:facts('edition-statement', .)[not(self::tei:respStmt)])[string-length() gt 80]"/>
    <xsl:apply-templates select="v:facts('publication-statement', .)" mode="content"/>
    <xsl:for-each select="v:facts('remark', .)[normalize-space()]">
      <xsl:text>&#10;#para()[</xsl:text><xsl:apply-templates mode="content"/><xsl:text>]&#10;</xsl:text>
    </xsl:for-each>
    <xsl:variable name="rights" as="element()*" select="v:facts('rights', .)"/>
    <xsl:apply-templates mode="rights" select="
        $rights[* except *[@v:fact = 'licence']], $rights/*[@v:fact = 'licence']"/>
    <xsl:sequence select="
        t:statement('print.identifiers', string-join(
          v:facts('identifier', .)[normalize-space()] ! t:identifier(.), ', '))"/>
  </xsl:template>

  <!-- one statement with its name before it; nothing where it has no words -->
  <xsl:function name="t:statement" as="text()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="markup" as="xs:string"/>
    <xsl:if test="$markup ne ''">
      <xsl:text>&#10;#statement[{t:curled(l:label($label))}][{$markup}]&#10;</xsl:text>
    </xsl:if>
  </xsl:function>

  <!-- 1  an edition described at length
       2  what holds for the whole
       3  each licence with its address -->
  <xsl:mode name="rights" on-no-match="fail"/>

  <xsl:template match="*" mode="rights" as="text()*">
    <xsl:text>&#10;#statement[{t:curled(l:label('print.edition'))}][</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'rights']" mode="rights" as="text()*">
    <xsl:text>&#10;#statement[{t:curled(l:label('print.rights'))}][</xsl:text>
    <xsl:apply-templates select="*[not(@v:fact = 'licence')]" mode="content"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'licence']" mode="rights" as="text()*">
    <xsl:text>&#10;#statement[{t:curled(l:label('print.licence'))}][</xsl:text>
    <xsl:apply-templates mode="content"/>
    <xsl:text>{@target[matches(., '^https?://')] ! (' #external(' || t:string(.) || ')['
        || t:markup(.) || ']')}]&#10;</xsl:text>
  </xsl:template>

  <!-- the last lines: what this book is, and how it was made -->
  <xsl:mode name="colophon" on-no-match="fail"/>

  <xsl:template match="tei:teiHeader" mode="colophon" as="text()*">
    <xsl:text>&#10;#colophon[{t:title(.)}#source-line(){string-join(
        (t:imprint(.), t:curled(l:label('print.colophon'))), '#source-line()')}]&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
