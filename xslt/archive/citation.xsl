<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite: CITATION.cff 1.2.0, CSL-JSON, BibTeX and RIS. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:j="http://www.w3.org/2005/xpath-functions"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:function name="r:citation-cff" as="xs:string">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="doi" as="element()?" select="$record/r:identifier[@type = 'DOI'][1]"/>
    <xsl:variable name="licences" as="xs:string*" select="$record/r:rights/@target ! r:spdx(.)"/>
    <xsl:variable name="lines" as="xs:string*" select="
        'cff-version: 1.2.0',
        'message: ' || r:quoted('Please cite the edition as described here.'),
        'type: dataset',
        'title: ' || r:quoted(r:full-title($record)),
        'version: ' || r:quoted($record/@version),
        'date-released: ' || $record/@released,
        'authors:', r:contributors($record) ! r:cff-author(.),
        $doi ! ('doi: ' || r:quoted(substring-after(r:doi(.), 'https://doi.org/'))),
        r:address($record) ! ('url: ' || r:quoted(.)),
        ('license: ' || $licences[1])[exists($licences)],
        $record/r:abstract ! ('abstract: ' || r:quoted(.)),
        'keywords:'[exists($record/r:subject)],
        $record/r:subject ! ('  - ' || r:quoted(.))"/>
    <xsl:sequence select="string-join($lines, '&#10;') || '&#10;'"/>
  </xsl:function>

  <!-- authors, then those who made the edition -->
  <xsl:function name="r:contributors" as="element(r:agent)*">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="$record/r:agent[@relator = 'aut'],
        $record/r:agent[@relator = ('edt', 'mrk', 'com')]"/>
  </xsl:function>

  <xsl:function name="r:cff-author" as="xs:string*">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:variable name="orcid" as="xs:string?"
        select="$agent/r:authority[@scheme = 'ORCID'][1]/@uri"/>
    <xsl:sequence select="
        if ($agent/@family) then
          ('  - family-names: ' || r:quoted($agent/@family),
           $agent/@given ! ('    given-names: ' || r:quoted(.)),
           $orcid ! ('    orcid: ' || r:quoted(.)))
        else '  - name: ' || r:quoted($agent/@name)"/>
  </xsl:function>

  <!-- a JSON string, which is a YAML string too -->
  <xsl:function name="r:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="serialize($text, map { 'method': 'json' }) => replace('\\/', '/')"/>
  </xsl:function>

  <xsl:function name="r:csl" as="element(j:array)">
    <xsl:param name="record" as="element(r:record)"/>
    <j:array>
      <j:map>
        <j:string key="id">{$record/@id}</j:string>
        <j:string key="type">document</j:string>
        <j:string key="title">{r:full-title($record)}</j:string>
        <xsl:sequence select="
            r:csl-names('author', $record/r:agent[@relator = 'aut']),
            r:csl-names('translator', $record/r:agent[@relator = 'trl']),
            r:csl-names('editor', $record/r:agent[@relator = ('edt', 'mrk', 'com')]),
            r:csl-date('issued', $record/@issued),
            $record/@created ! r:csl-date('original-date', tokenize(., '/')[1])"/>
        <j:string key="publisher">{$record/r:agent[@relator = 'pbl']/@name}</j:string>
        <j:string key="version">{$record/@version}</j:string>
        <j:string key="language">{$record/@language}</j:string>
        <xsl:for-each select="$record/r:holding">
          <j:string key="archive">{@repository}</j:string>
          <j:string key="archive_location">{@shelfmark}</j:string>
        </xsl:for-each>
        <xsl:for-each select="$record/r:identifier[@type = 'DOI'][1]">
          <j:string key="DOI">{substring-after(r:doi(.), 'https://doi.org/')}</j:string>
        </xsl:for-each>
        <xsl:for-each select="r:address($record)"><j:string key="URL">{.}</j:string></xsl:for-each>
        <xsl:for-each select="$record/r:abstract">
          <j:string key="abstract">{.}</j:string>
        </xsl:for-each>
      </j:map>
    </j:array>
  </xsl:function>

  <xsl:function name="r:csl-names" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="agents" as="element(r:agent)*"/>
    <xsl:if test="exists($agents)">
      <j:array key="{$key}">
        <xsl:for-each select="$agents">
          <j:map>
            <xsl:for-each select="@family"><j:string key="family">{.}</j:string></xsl:for-each>
            <xsl:for-each select="@given"><j:string key="given">{.}</j:string></xsl:for-each>
            <xsl:if test="not(@family)"><j:string key="literal">{@name}</j:string></xsl:if>
          </j:map>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <xsl:function name="r:csl-date" as="element(j:map)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="date" as="xs:string"/>
    <j:map key="{$key}">
      <j:array key="date-parts">
        <j:array>
          <xsl:for-each select="tokenize(substring($date, 1, 10), '-')[. castable as xs:integer]">
            <j:number>{xs:integer(.)}</j:number>
          </xsl:for-each>
        </j:array>
      </j:array>
    </j:map>
  </xsl:function>

  <xsl:function name="r:bibtex" as="xs:string">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="fields" as="xs:string*" select="
        r:field('title', '{' || r:tex(r:full-title($record)) || '}'),
        r:field('author', r:tex-names($record/r:agent[@relator = 'aut'])),
        r:field('editor', r:tex-names($record/r:agent[@relator = ('edt', 'mrk', 'com')])),
        r:field('translator', r:tex-names($record/r:agent[@relator = 'trl'])),
        r:field('publisher', r:tex($record/r:agent[@relator = 'pbl']/@name)),
        r:field('year', substring($record/@issued, 1, 4)),
        r:field('version', r:tex($record/@version)),
        $record/@created ! r:field('origdate', .),
        $record/r:identifier[@type = 'DOI'][1]
          ! r:field('doi', substring-after(r:doi(.), 'https://doi.org/')),
        r:address($record) ! r:field('url', .),
        $record/r:holding ! r:field('note', r:tex(@repository || ', ' || @shelfmark))"/>
    <xsl:sequence select="
        '@misc{' || $record/@id || ',&#10;' || string-join($fields, ',&#10;') || '&#10;}&#10;'"/>
  </xsl:function>

  <xsl:function name="r:field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[. ne ''] ! ('  ' || $name || ' = {' || . || '}')"/>
  </xsl:function>

  <!-- a corporate name in braces of its own, so that no tool takes it apart -->
  <xsl:function name="r:tex-names" as="xs:string">
    <xsl:param name="agents" as="element(r:agent)*"/>
    <xsl:sequence select="string-join(
        $agents ! (if (@family) then r:tex(r:inverted(.)) else '{' || r:tex(@name) || '}'),
        ' and ')"/>
  </xsl:function>

  <xsl:function name="r:tex" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="
        replace($text, '\\', '\\textbackslash ') => replace('([&amp;%$#_{}])', '\\$1')"/>
  </xsl:function>

  <xsl:function name="r:ris" as="xs:string">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="lines" as="xs:string*" select="
        'TY  - UNPB'[$record/r:holding], 'TY  - GEN'[empty($record/r:holding)],
        'ID  - ' || $record/@id,
        'TI  - ' || r:full-title($record),
        r:creators($record) ! ('AU  - ' || r:inverted(.)),
        ($record/r:agent[@relator = ('edt', 'mrk', 'com')] except r:creators($record))
          ! ('ED  - ' || r:inverted(.)),
        $record/r:agent[@relator = 'trl'] ! ('TA  - ' || r:inverted(.)),
        'PB  - ' || $record/r:agent[@relator = 'pbl']/@name,
        'PY  - ' || substring($record/@issued, 1, 4),
        'ET  - ' || $record/@version,
        'LA  - ' || $record/@language,
        $record/r:identifier[@type = 'DOI'][1]
          ! ('DO  - ' || substring-after(r:doi(.), 'https://doi.org/')),
        r:address($record) ! ('UR  - ' || .),
        $record/r:subject ! ('KW  - ' || .),
        $record/r:abstract ! ('AB  - ' || .),
        $record/r:holding ! ('AV  - ' || @repository || ', ' || @shelfmark),
        'ER  - '"/>
    <xsl:sequence select="string-join($lines, '&#10;') || '&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
