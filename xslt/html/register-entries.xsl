<?xml version="1.0" encoding="UTF-8"?>
<!-- What a register says of one entry: names, dates, places, description, sources, records. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- 1  a source is quoted in full  2  other names, dates, places, occupations are facts
       3  the description is set as text, with its sources  4  records elsewhere are linked -->
  <xsl:mode name="register-entry" on-no-match="fail" use-accumulators="v:character-before"/>

  <xsl:template match="*" mode="register-entry" as="element()*">
    <xsl:variable name="entry" as="element()" select="."/>
    <xsl:variable name="facts" as="element()*" select="
        h:fact('register.names',
               v:entry-names(.)[not(. is v:preferred-entry-name(..))] ! h:other-name(.)),
        h:dates(.),
        h:fact('register.situated', (location | country | region | settlement) ! h:situated(.)),
        h:fact('register.sex', (sex, gender) ! h:sex(.)[. ne '']),
        for $name in $h:facts-of-entries
          return h:fact('register.' || $name, *[local-name() = $name] ! h:stated(.)),
        h:fact('register.relations', h:relations(.))"/>
    <xsl:if test="exists($facts)">
      <dl class="principles"><xsl:sequence select="$facts"/></dl>
    </xsl:if>
    <xsl:for-each select="h:told(.)[normalize-space() || v:dated(.)][not(normalize-space() = v:preferred-name($entry))]">
      <div class="prose">
        <xsl:sequence select="h:language(.)"/>
        <xsl:value-of select="string-join((v:dated(.)[. ne ''], ''[current()[normalize-space()]]), ': ')"/>
        <xsl:choose>
          <xsl:when test="*[2] and not(text()[normalize-space()] or h:has-blocks(.))">
            <xsl:value-of select="h:words-apart(.)"/>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates mode="text"/></xsl:otherwise>
        </xsl:choose>
        <xsl:sequence select="h:sources(tokenize(@source) ! h:pointed-register-entry(., $entry))"/>
      </div>
    </xsl:for-each>
    <xsl:variable name="records" as="node()*" select="v:records(.) ! h:record(.)"/>
    <xsl:if test="exists($records)">
      <p class="records">
        <xsl:text>{l:label('html.register.records')} </xsl:text>
        <xsl:for-each select="$records">
          <xsl:sequence select="."/>
          <xsl:text>{if (position() ne last()) then ', ' else ''}</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="bibl" mode="register-entry" as="element()*">
    <xsl:variable name="quoted" as="node()*" select="node() except (note, desc)"/>
    <xsl:if test="normalize-space(string-join($quoted)) ne v:preferred-name(.)">
      <p class="full"><xsl:apply-templates select="$quoted" mode="text"/></p>
    </xsl:if>
    <xsl:for-each select="(note | desc)[normalize-space()]">
      <div class="prose">
        <xsl:sequence select="h:language(.)"/>
        <xsl:apply-templates mode="text"/>
      </div>
    </xsl:for-each>
  </xsl:template>

  <!-- where something is: the names of the place with its records, the coordinates of an entry that is a
       place, and of what has no names -->
  <xsl:function name="h:situated" as="item()*">
    <xsl:param name="where" as="element()"/>
    <xsl:variable name="names" as="xs:string" select="h:words-apart($where)"/>
    <xsl:variable name="records" as="map(xs:string, xs:string)*" select="$where/idno[normalize-space()] ! v:record(.)"/>
    <xsl:sequence select="$names[. ne ''][empty($records)]"/>
    <xsl:where-populated>
      <span>
        <xsl:text>{$names[exists($records)]}</xsl:text>
        <xsl:for-each select="$records">
          <xsl:text>{if (position() gt 1) then ', ' else ': '[$names ne '']}</xsl:text>
          <xsl:sequence select="h:record(.)"/>
        </xsl:for-each>
      </span>
    </xsl:where-populated>
    <xsl:sequence select="$where/geo[$names eq '' or $where/parent::place] ! h:words-apart(.)"/>
  </xsl:function>

  <!-- birth, death, floruit; an event's own date -->
  <xsl:function name="h:dates" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="$entry/(birth | death | floruit)">
      <xsl:sequence select="h:fact('register.' || local-name(), h:dated(.)[. ne ''])"/>
    </xsl:for-each>
    <xsl:sequence select="
        h:fact('register.date', ($entry, v:preferred-entry-name($entry), $entry/date) ! v:dated(.)[. ne ''])"/>
  </xsl:function>

  <!-- what is said of an entry in sentences, and all that has no label of its own -->
  <xsl:function name="h:told" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        $entry/* except (v:entry-names($entry), $entry/(birth | death | floruit | date | location
          | country | region | settlement | sex | gender | idno | ptr | ref | linkGrp | listRelation
          | relation), $entry/*[local-name() = $h:facts-of-entries],
          $entry/descendant::*[@xml:id][exists(v:entity-kind(.))])"/>
  </xsl:function>

  <!-- what lists of relations say of an entry, the others linked -->
  <xsl:function name="h:relations" as="item()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        if ($entry/@v:relations) then v:relations($entry) ! v:curl(., '')
        else key('v:relation', $entry/@xml:id, root($entry)) ! h:relation(., $entry)"/>
  </xsl:function>

  <xsl:function name="h:relation" as="element()" xpath-default-namespace="">
    <xsl:param name="relation" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <span>
      <xsl:value-of select="v:called-relation($relation) ! (. || ': ')"/>
      <xsl:for-each select="$relation/(@mutual, @active, @passive)">
        <xsl:text>{if (position() gt 1) then ' → ' else ''}</xsl:text>
        <xsl:for-each select="v:pointers-of-side(., $entry)">
          <xsl:text>{if (position() gt 1) then '; ' else ''}</xsl:text>
          <xsl:variable name="other" as="element()?" select="$h:register-entries(replace(., '^.*[#:]', ''))"/>
          <xsl:choose>
            <xsl:when test="exists($other) and not($other is $entry)">
              <a href="{h:address-of-entry($other)}">{v:curl(v:related(., $relation), '')}</a>
            </xsl:when>
            <xsl:otherwise>{v:curl(v:related(., $relation), '')}</xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:value-of select="v:dated($relation)[. ne ''] ! (', ' || .)"/>
    </span>
  </xsl:function>

  <!-- elements of an entry that are facts with the label of their name -->
  <xsl:variable name="h:facts-of-entries" as="xs:string+"
      select="'occupation', 'affiliation', 'residence', 'nationality', 'education'"/>

  <!-- a name as it is, in its language; one that is made of parts in their order -->
  <xsl:function name="h:other-name" as="item()">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="v:name-with-dates($name)"/>
    <xsl:sequence select="if ($words eq normalize-space($name)) then $name else $words"/>
  </xsl:function>

  <xsl:function name="h:sex" as="xs:string">
    <xsl:param name="sex" as="element()"/>
    <xsl:variable name="value" as="xs:string" select="lower-case($sex/@value)"/>
    <xsl:sequence select="
        (normalize-space($sex)[. ne ''],
         if ($value = ('1', 'm', 'male')) then l:label('register.male')
         else if ($value = ('2', 'f', 'w', 'female')) then l:label('register.female')
         else $value)[1]"/>
  </xsl:function>

  <!-- a fact with its date before it -->
  <xsl:function name="h:stated" as="xs:string">
    <xsl:param name="fact" as="element()"/>
    <xsl:sequence select="
        string-join((v:dated($fact), h:words-apart($fact)[normalize-space($fact)])[. ne ''], ': ')"/>
  </xsl:function>

  <!-- the date of an element, then its words unless they say it -->
  <xsl:function name="h:dated" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string"
        select="if (normalize-space($element) or $element/*) then h:words-apart($element) else ''"/>
    <xsl:sequence select="
        if ($element/date or matches($words, '\d')) then $words
        else string-join((v:dated($element), $words)[. ne ''], ', ')"/>
  </xsl:function>

  <xsl:function name="h:words-apart" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="v:words-apart($element, v:dated#1)"/>
  </xsl:function>

  <!-- a record in an authority file, linked where its address is known -->
  <xsl:function name="h:record" as="node()">
    <xsl:param name="record" as="map(xs:string, xs:string)"/>
    <xsl:choose>
      <xsl:when test="$record?address"><a href="{$record?address}">{$record?label}</a></xsl:when>
      <xsl:otherwise><span>{$record?label}</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- pointers within the registers lead to their entries -->
  <xsl:template match="*[@ref | @corresp | @target][empty(ancestor::text)]
      [exists(h:pointed-register-entries(.))]
      [@v:is = ('reference', 'name', 'title') or self::term or self::bibl]" mode="text" as="element()" priority="6">
    <xsl:call-template name="h:link">
      <xsl:with-param name="to" select="map {
          'href': h:address-of-entry($h:register-entries(h:pointed-register-entries(.)[1])),
          'class': 'name' }"/>
    </xsl:call-template>
  </xsl:template>

  <!-- the ids of the entries that an element of a register means, on the page of the registers -->
  <xsl:function name="h:pointed-register-entries" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/(@ref, @target, @corresp) ! tokenize(.) ! h:pointed-register-entry(., $element)"/>
  </xsl:function>

  <!-- what an entry that a document keeps for itself points to is first looked for in that document -->
  <xsl:function name="h:pointed-register-entry" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*[#:]', '')"/>
    <xsl:variable name="own" as="element()?" select="$from/ancestor-or-self::*[@v:own]"/>
    <xsl:sequence select="
        ($own ! (substring(@v:id, 1, string-length(@v:id) - string-length(@xml:id)) || $id), $id)
        [map:contains($h:register-entries, .)][1]"/>
  </xsl:function>

  <!-- the sources a note rests on -->
  <xsl:function name="h:sources" as="element()?">
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:if test="exists($ids)">
      <p class="sources">
        <xsl:text>{l:label('html.sources')} </xsl:text>
        <xsl:for-each select="$ids">
          <a href="{h:address-of-entry($h:register-entries(.))}">{$h:register-entries(.) ! v:curl(v:preferred-name(.), '')}</a>
          <xsl:text>{if (position() ne last()) then '; ' else ''}</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- entries without the copies of an entry that several documents name -->
  <xsl:function name="h:each-once" as="element()*">
    <xsl:param name="entries" as="element()*"/>
    <xsl:for-each-group select="$entries" group-by="@v:id">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>
</xsl:stylesheet>
