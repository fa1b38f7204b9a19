<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite a document and each place of it, what of it can be downloaded, and what has changed: a
     page beside that of the document, which has no room for it. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- by the names of documents, and of the edition: `item`, of CSL-JSON, `bibtex`, and `files`, each
       with `name`, `href`, `bytes` and `sha256` -->
  <xsl:param name="citing" as="map(*)" select="map { }"/>

  <!-- public: the page of each document, and that of the edition -->
  <xsl:template name="citing" as="element()*" visibility="public">
    <xsl:for-each select="$summaries[h:shows('downloads')]">
      <xsl:variable name="page" as="element()"><xsl:call-template name="h:citing"/></xsl:variable>
      <page href="{@id}.cite.html">{h:serialized($page)}</page>
    </xsl:for-each>
    <xsl:for-each select="$h:about-page">
      <xsl:variable name="about" as="element()"><xsl:call-template name="h:about-edition"/></xsl:variable>
      <page href="{.}">{h:serialized($about)}</page>
    </xsl:for-each>
  </xsl:template>

  <!-- the address of that page, on a site that has it -->
  <xsl:function name="h:citing-page" as="xs:string?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="encode-for-uri($id || '.cite.html')[$settings?citing][h:shows('downloads')]"/>
  </xsl:function>

  <xsl:template name="h:citing" as="element()">
    <xsl:context-item as="element(v:document)" use="required"/>
    <xsl:variable name="title" as="xs:string" select="v:curl(v:title, '')"/>
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="l:label('html.cite') || ': ' || $title"/>
      <xsl:with-param name="styles" select="'documents.css', 'citing.css'"/>
      <xsl:with-param name="main" as="element()+">
        <header class="title">
          <h1>{l:label('html.cite')}</h1>
          <p class="subtitle">
            <a href="{h:first-page(.)}"><xsl:sequence select="h:quoted-language(.)"/>{$title}</a>
          </p>
        </header>
        <div class="listing">
          <xsl:sequence select="h:citations(@id)"/>
          <xsl:call-template name="h:places"/>
          <xsl:sequence select="h:downloads($citing(@id)?files?*)"/>
          <xsl:call-template name="h:changes"/>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- in the styles that most ask for, and as files for reference managers -->
  <xsl:function name="h:citations" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="item" as="map(*)" select="$citing($name)?item"/>
    <section aria-labelledby="citation">
      <h2 id="citation">{l:label('html.about.citation')}</h2>
      <dl class="principles">
        <xsl:for-each select="map:keys($h:styles)">
          <xsl:sort/>
          <div>
            <dt>{.}</dt>
            <dd class="citation" dir="auto">
              <xsl:for-each select="$h:styles(.)($item)">
                <xsl:choose>
                  <xsl:when test=". instance of node()"><xsl:sequence select="."/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
                </xsl:choose>
              </xsl:for-each>
            </dd>
          </div>
        </xsl:for-each>
      </dl>
      <ul class="forms">
        <xsl:for-each select="$h:reference-formats">
          <li><a href="{encode-for-uri($name)}.{?suffix}" download="">{?label}</a></li>
        </xsl:for-each>
      </ul>
      <details class="more">
        <summary>{$h:reference-formats[1]?label}</summary>
        <pre class="code" tabindex="0">{$citing($name)?bibtex}</pre>
      </details>
    </section>
  </xsl:function>

  <!-- what files for reference managers are called -->
  <xsl:variable name="h:reference-formats" as="map(xs:string, xs:string)+" select="
      map { 'label': 'BibTeX', 'suffix': 'bib' }, map { 'label': 'RIS', 'suffix': 'ris' },
      map { 'label': 'CSL-JSON', 'suffix': 'csl.json' }"/>

  <!-- where a document can be entered: its numbered paragraphs and verses, notes, entries -->
  <xsl:template name="h:places" as="element()?">
    <xsl:context-item as="element(v:document)" use="required"/>
    <xsl:variable name="page" as="xs:string" select="encode-for-uri(@id) || '.html'"/>
    <xsl:variable name="address" as="xs:string" select="string($citing(@id)?item?URL)"/>
    <xsl:variable name="places" as="element(v:passage)*" select="v:passage[@id ne ''][@n ne '']"/>
    <xsl:if test="exists($places)">
      <section aria-labelledby="places">
        <h2 id="places">{l:label('html.cite.places')}</h2>
        <p>{l:label('html.cite.place', ($address[. ne ''], $page)[1] || '#' || $places[1]/@id)}</p>
        <dl class="principles all-places">
          <xsl:for-each-group select="$places" group-by="@kind">
            <div>
              <dt>{l:label($h:kinds-of-places(current-grouping-key()))}</dt>
              <dd><xsl:sequence select="h:listed-places(current-group())"/></dd>
            </div>
          </xsl:for-each-group>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- all places of a kind; of very many, one in five, ten, fifty and so on, for no reader looks through
       thousands of numbers, and the addresses between two of them are plain -->
  <xsl:function name="h:listed-places" as="element()+">
    <xsl:param name="passages" as="element(v:passage)+"/>
    <xsl:variable name="places" as="element(v:passage)+">
      <xsl:for-each-group select="$passages" group-by="@id"><xsl:sequence select="."/></xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="step" as="xs:integer"
        select="(1, 5, 10, 50, 100, 500, 1000)[. * $h:most-places ge count($places) or . eq 1000][1]"/>
    <xsl:if test="$step gt 1">
      <p>{l:label('html.cite.some', (count($places), $step) ! string())}</p>
    </xsl:if>
    <ul class="places">
      <xsl:for-each select="$places[position() mod $step eq 1 mod $step]">
        <li><a href="{h:place-address(.)}">{string-join((@n, @entry ! format-integer(xs:integer(.), 'a')), ' ')}</a></li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <xsl:variable name="h:most-places" as="xs:integer" select="200"/>

  <xsl:variable name="h:kinds-of-places" as="map(xs:string, xs:string)"
      select="map { 'text': 'text', 'note': 'notes', 'reading': 'apparatus' }"/>

  <xsl:function name="h:downloads" as="element()?">
    <xsl:param name="files" as="map(*)*"/>
    <xsl:if test="exists($files)">
      <section aria-labelledby="downloads">
        <h2 id="downloads">{l:label('html.downloads')}</h2>
        <div class="frame">
          <table>
            <thead>
              <tr>
                <xsl:for-each select="'form', 'size', 'digest'">
                  <th scope="col">{l:label('html.downloads.' || .)}</th>
                </xsl:for-each>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$files">
                <xsl:variable name="suffix" as="xs:string" select="replace(?name, '^.*\.', '')"/>
                <tr>
                  <th scope="row">
                    <a href="{?href}" download="">{l:label($h:forms-by-suffix($suffix))}</a>
                  </th>
                  <td class="size">{l:label('html.downloads.kilobytes', string(max((1, round(?bytes div 1000)))))}</td>
                  <td><code class="digest">{?sha256}</code></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:variable name="h:forms-by-suffix" as="map(xs:string, xs:string)" select="map {
      'xml': 'html.format.tei', 'pdf': 'html.format.pdf', 'txt': 'html.format.text',
      'tex': 'html.format.latex' }"/>

  <!-- what has changed, what is newest first; changes of one day stand in the order of the header -->
  <xsl:template name="h:changes" as="element()?">
    <xsl:context-item as="element(v:document)" use="required"/>
    <xsl:variable name="changes" as="element()*" select="v:facts('change', .)"/>
    <xsl:if test="exists($changes)">
      <section aria-labelledby="changes">
        <h2 id="changes">{l:label('html.changes')}</h2>
        <ul class="changes">
          <xsl:for-each select="$changes">
            <xsl:sort select="h:day-of-change(.)" order="descending"/>
            <li>
              <span class="label">{string-join((@n, h:day-of-change(.) ! v:day(.))[. ne ''], ', ')}</span>
              <div>
                <xsl:sequence select="h:language-within((v:language-tag(../../../@language), $l:language)[1], $l:language)"/>
                <xsl:apply-templates mode="text"/>
              </div>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:day-of-change" as="xs:string">
    <xsl:param name="change" as="element()"/>
    <xsl:sequence select="string($change/(@when, @from, @notBefore)[h:is-possible(.)][1])"/>
  </xsl:function>
</xsl:stylesheet>
