<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of a page: a title, a line of what is asked first, and a line of the other texts and forms.
     It is short, so that the text begins on the first screen: the rest can be opened. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- 1  the document becomes a header with its title, facts, other texts and forms
       2  its abstract becomes what can be opened -->
  <xsl:mode name="title" on-no-match="fail"/>

  <xsl:template match="TEI" mode="title" as="element()">
    <header class="title">
      <h1>{h:title(.)}</h1>
      <xsl:for-each select="v:facts('subtitle', .), v:facts('other-title', .)">
        <p class="subtitle"><xsl:sequence select="h:language(.)"/><xsl:apply-templates select="." mode="plain"/></p>
      </xsl:for-each>
      <xsl:call-template name="h:witness-described"/>
      <div class="facts">
        <xsl:sequence select="h:label-language(.)"/>
        <xsl:call-template name="h:first-facts"/>
        <xsl:call-template name="h:forms"/>
        <xsl:call-template name="h:further-facts"/>
      </div>
      <xsl:if test="h:is-reading-text(.)">
        <xsl:apply-templates select="v:facts('abstract', .)[normalize-space()][h:shows('summary')]" mode="title"/>
      </xsl:if>
    </header>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'abstract']" mode="title" as="element()">
    <details class="more abstract">
      <summary>
        <xsl:sequence select="h:label-language(ancestor::TEI)"/>
        <xsl:text>{l:label('html.abstract')}</xsl:text>
      </summary>
      <div class="prose">
        <xsl:sequence select="h:language(.)"/>
        <xsl:apply-templates mode="text"/>
      </div>
    </details>
  </xsl:template>

  <!-- what is asked first: of a letter who wrote to whom, where and when; of other texts author,
       date and translator; of both where the source is kept -->
  <xsl:template name="h:first-facts" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="letter" as="element()*" select="h:letter-facts(.)"/>
    <xsl:variable name="facts" as="element()*" select="
        if (exists($letter)) then $letter else (
          h:fact('author', v:facts('author', .)),
          h:fact('date', v:facts('created', .)[normalize-space()][1])),
        h:fact('translator', v:facts('translator', .)),
        h:archive(.),
        h:fact('version', h:version(.))[empty(h:further-facts(current()))]"/>
    <xsl:if test="exists($facts)">
      <dl class="byline"><xsl:sequence select="$facts"/></dl>
    </xsl:if>
  </xsl:template>

  <!-- the rest of what the header tells of the document and of the way of a letter -->
  <xsl:template name="h:further-facts" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="facts" as="element()*" select="h:further-facts(.)"/>
    <xsl:if test="exists($facts)">
      <details class="more">
        <summary>{l:label('html.more')}</summary>
        <dl class="byline"><xsl:sequence select="$facts, h:fact('version', h:version(.))"/></dl>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:further-facts" as="element()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="letter" as="xs:boolean" select="exists(h:letter-facts($document))"/>
    <xsl:sequence select="
        h:fact('author', v:facts('author', $document)[$letter]),
        h:fact('date', v:facts('created', $document)[$letter][normalize-space()][1]),
        h:fact('series', v:facts('series', $document)),
        h:correspondence($document)"/>
  </xsl:function>

  <!-- sender, receiver, place and date of a letter whose header says who sent it or who received it -->
  <xsl:function name="h:letter-facts" as="element()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="actions" as="element()*"
        select="v:facts('correspondence', $document)/correspAction"/>
    <xsl:variable name="sent" as="element()?" select="$actions[v:kind-of-letter(.) eq 'sent'][1]"/>
    <xsl:variable name="received" as="element()?"
        select="$actions[v:kind-of-letter(.) eq 'received'][1]"/>
    <xsl:variable name="parties" as="element()*" select="
        h:letter-fact('from', h:parties-of-action($sent)), h:letter-fact('to', h:parties-of-action($received))"/>
    <xsl:if test="exists($parties)">
      <xsl:sequence select="
          $parties, h:letter-fact('place', $sent/(placeName | settlement)),
          h:letter-fact('date', $sent/date)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:parties-of-action" as="element()*">
    <xsl:param name="action" as="element()?"/>
    <xsl:sequence select="$action/(persName | orgName | name | rs)[normalize-space()]"/>
  </xsl:function>

  <xsl:function name="h:letter-fact" as="element()?" xpath-default-namespace="">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="told" as="element()*" select="$parts[v:correspondence-part(.) ne '']"/>
    <xsl:if test="exists($told)">
      <div>
        <dt>{l:label('letter.' || $key)}</dt>
        <xsl:for-each select="$told">
          <dd><xsl:sequence select="h:correspondence-part(.)"/></dd>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- where the source is kept, if the header names one place -->
  <xsl:function name="h:archive" as="element()?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="kept" as="element()*"
        select="v:facts('source', $document)//msIdentifier[not(parent::msFrag or parent::msPart)]"/>
    <xsl:for-each select="$kept[count($kept) eq 1 or exists(h:letter-facts($document))][1]">
      <xsl:variable name="words" as="xs:string" select="h:archive-words(.)"/>
      <xsl:if test="$words">
        <div><dt>{l:label('html.source.repository')}</dt><dd>{$words}</dd></div>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- archive, town and a shelfmark that is one number -->
  <xsl:function name="h:archive-words" as="xs:string">
    <xsl:param name="identifier" as="element(msIdentifier)"/>
    <xsl:sequence select="string-join(($identifier/repository, $identifier/institution,
        $identifier/settlement, $identifier/idno[not(idno)])[normalize-space()] ! normalize-space(), ', ')"/>
  </xsl:function>

  <!-- the other texts and forms of this document -->
  <xsl:template name="h:forms" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="reading" as="xs:boolean" select="h:is-reading-text(.)"/>
    <xsl:variable name="links" as="element()*">
      <xsl:sequence select="h:choice-of-text(.)"/>
      <xsl:call-template name="h:pairs">
        <xsl:with-param name="document" select="."/>
      </xsl:call-template>
      <xsl:for-each select="h:formats(.)[h:shows('downloads')]">
        <a href="{@href}" type="{@type}">{l:label('html.format.' || @name)}</a>
      </xsl:for-each>
      <xsl:for-each select="h:citing-page(@v:id)">
        <a href="{.}">{l:label('html.cite')}</a>
      </xsl:for-each>
      <xsl:if test="h:shows('about')">
        <a href="{h:reading-page(.)[not($reading)]}#edition-about">{l:label('html.about')}</a>
      </xsl:if>
    </xsl:variable>
    <nav class="forms" aria-label="{l:label('html.forms')}">
      <ul>
        <xsl:for-each select="$links"><li><xsl:sequence select="."/></li></xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <!-- the document becomes links to further pages, if the edition has such (views.xsl) -->
  <xsl:mode name="views" on-no-match="deep-skip"/>

  <!-- the choice of the text: one link where there is one other text, else a list that can be opened -->
  <xsl:function name="h:choice-of-text" as="element()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="reading" as="element()?"
        select="h:text-link($document, ())[not(h:is-reading-text($document))]"/>
    <xsl:variable name="witnesses" as="element()*"
        select="h:sigla($document)[not(. = $document/@v:text)] ! h:text-link($document, .)"/>
    <xsl:choose>
      <xsl:when test="count(($reading, $witnesses)) le 2"><xsl:sequence select="$reading, $witnesses"/></xsl:when>
      <xsl:otherwise>
        <details class="texts">
          <summary>{l:label('html.text')}: {h:text-name($document)}</summary>
          <ul>
            <xsl:for-each select="$reading, $witnesses"><li><xsl:sequence select="."/></li></xsl:for-each>
          </ul>
        </details>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- a link to the text of a witness, or without a siglum to the reading text -->
  <xsl:function name="h:text-link" as="element(a)" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="siglum" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="empty($siglum)">
        <a href="{h:reading-page($document)}">{l:label('html.text.reading')}</a>
      </xsl:when>
      <xsl:otherwise>
        <a href="{h:witness-page($document, $siglum)}">{l:label('html.text.witness', v:printed($siglum, root($document)))}</a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
