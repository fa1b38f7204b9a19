<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page says of its document to programs: OpenGraph for previews of links, schema.org in
     JSON-LD for search engines. Both state what the header states, and nothing else. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:j="http://www.w3.org/2005/xpath-functions"
    xmlns:v="urn:variorum:model"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- OpenGraph: ogp.me, basic metadata and that of articles -->
  <xsl:function name="h:open-graph" as="element(meta)*" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="
        h:property('og:type', 'article'),
        h:property('og:title', $title),
        h:property('og:site_name', h:site-title()),
        h:property('og:url', $address),
        h:property('article:published_time', h:published($document)[h:is-day(.)])"/>
  </xsl:function>

  <xsl:function name="h:property" as="element(meta)?" xpath-default-namespace="">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="exists($value)"><meta property="{$name}" content="{$value}"/></xsl:if>
  </xsl:function>

  <xsl:function name="h:is-day" as="xs:boolean">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="matches($date, '^\d{4}(-\d\d){0,2}$')"/>
  </xsl:function>

  <!-- JSON-LD 1.1 in HTML; what a script element would end with is written as an escape -->
  <xsl:function name="h:json-ld" as="element(script)" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="part-name" as="xs:string?"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:variable name="json" as="xs:string" select="xml-to-json(
        if ($part-name) then h:part-of-work($document, $part-name, $address) else h:work($document, ()))"/>
    <script type="application/ld+json" nonce="{$nonce}">
      <xsl:value-of select="replace(replace($json, '&lt;', '\\u003c'), '\\/', '/')"/>
    </script>
  </xsl:function>

  <!-- a part has a name and an address of its own, and the whole has all else -->
  <xsl:function name="h:part-of-work" as="element(j:map)">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="address" as="xs:string?"/>
    <j:map>
      <xsl:sequence select="
          h:strings('@context', 'https://schema.org'),
          h:strings('@type', 'CreativeWork'),
          h:strings('@id', $address),
          h:strings('url', $address),
          h:strings('name', $name),
          h:work($document, 'isPartOf')"/>
    </j:map>
  </xsl:function>

  <xsl:function name="h:work" as="element(j:map)">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="key" as="xs:string?"/>
    <xsl:variable name="created" as="element()?"
        select="v:facts('created', $document)[v:is-dated(.)][1]"/>
    <j:map>
      <xsl:for-each select="$key"><xsl:attribute name="key" select="."/></xsl:for-each>
      <xsl:sequence select="
          h:strings('@context', 'https://schema.org'[empty($key)]),
          h:strings('@type', 'CreativeWork'),
          h:strings('@id', h:address($document)),
          h:strings('url', h:address($document)),
          h:strings('name', h:title($document)),
          h:strings('alternativeHeadline', h:plain-facts('subtitle', $document)),
          h:parties('author', v:facts('author', $document)),
          h:parties('translator', v:facts('translator', $document)),
          h:parties('editor', v:facts('editor', $document)),
          h:parties('contributor', v:facts('responsibility', $document)/(persName | orgName)),
          h:parties('publisher', v:facts('publisher', $document)[1]),
          h:strings('dateCreated', $created/(@when, @from, @notBefore)[1] ! string()),
          h:strings('datePublished', h:published($document)[h:is-day(.)]),
          h:strings('dateModified', $document/teiHeader/@v:released ! string()),
          h:strings('version', h:version($document)),
          h:strings('inLanguage', h:text-language($document)),
          h:strings('keywords', h:plain-facts('keyword', $document)),
          h:strings('license', v:facts('licence', $document)/@target ! v:web-address(.)),
          h:holding($document)"/>
    </j:map>
  </xsl:function>

  <!-- one string, or an array of several -->
  <xsl:function name="h:strings" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:variable name="told" as="xs:string*" select="distinct-values($values[. ne ''])"/>
    <xsl:choose>
      <xsl:when test="count($told) eq 1"><j:string key="{$key}">{$told}</j:string></xsl:when>
      <xsl:when test="exists($told)">
        <j:array key="{$key}">
          <xsl:for-each select="$told"><j:string>{.}</j:string></xsl:for-each>
        </j:array>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- each name once, however often the header has it -->
  <xsl:function name="h:parties" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="statements" as="element()*"/>
    <xsl:where-populated>
      <j:array key="{$key}">
        <xsl:for-each-group select="$statements ! h:named(.)[v:plain(.) ne '']" group-by="v:plain(.)">
          <j:map>
            <j:string key="@type">{h:schema-type(.)}</j:string>
            <j:string key="name">{current-grouping-key()}</j:string>
          </j:map>
        </xsl:for-each-group>
      </j:array>
    </xsl:where-populated>
  </xsl:function>

  <!-- what a party is by its entry in a register, else by its markup, else by whose number it has, else by
       the element, where TEI has it for organisations. A party of which none of them tells it is a thing
       that has a name: of a wrong type programs would draw wrong conclusions -->
  <xsl:function name="h:schema-type" as="xs:string">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="marked" as="element()*" select="$party/(. | persName | orgName | name | surname)"/>
    <xsl:variable name="told" as="xs:string*" select="
        $marked[@v:entity]/@v:entity-kind ! map { 'person': 'Person', 'org': 'Organization' }(.),
        $marked/(self::persName | self::surname | .[@type = ('person', 'personal', 'pers')]) ! 'Person',
        $marked/(self::orgName | .[@type = ('org', 'organization', 'organisation', 'corporate', 'institution')])
          ! 'Organization',
        ($marked/(@v:address | idno))[matches(., 'orcid\.org/') or @type = 'ORCID'] ! 'Person',
        ($marked/(@v:address | idno))[matches(., 'ror\.org/') or @type = 'ROR'] ! 'Organization',
        'Organization'[$party/ancestor-or-self::*[@v:fact = 'publisher']]"/>
    <xsl:sequence select="($told, 'Thing')[1]"/>
  </xsl:function>

  <!-- the thing in the archive: its shelfmark, and who keeps it -->
  <xsl:function name="h:holding" as="element(j:map)?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:for-each select="v:facts('holding', $document)[h:shelfmark(.)]">
      <j:map key="isBasedOn">
        <xsl:sequence select="h:strings('@type', 'ArchiveComponent'), h:strings('name', h:shelfmark(.))"/>
        <xsl:for-each select="h:keeper(.)">
          <j:map key="holdingArchive">
            <xsl:sequence select="h:strings('@type', 'ArchiveOrganization'), h:strings('name', .)"/>
          </j:map>
        </xsl:for-each>
      </j:map>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:shelfmark" as="xs:string?">
    <xsl:param name="holding" as="element()"/>
    <xsl:sequence select="
        ($holding/idno[idno], $holding/idno[@type = 'shelfmark'], $holding/idno)
        ! normalize-space()[. ne ''] => head()"/>
  </xsl:function>

  <xsl:function name="h:keeper" as="xs:string?">
    <xsl:param name="holding" as="element()"/>
    <xsl:sequence select="$holding/(repository, institution) ! normalize-space()[. ne ''] => head()"/>
  </xsl:function>
</xsl:stylesheet>
