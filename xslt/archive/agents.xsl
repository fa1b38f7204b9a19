<?xml version="1.0" encoding="UTF-8"?>
<!-- Who had a part in the document: authors, editors, translators, funders, the publisher. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- MARC relator codes of those whom the header names -->
  <xsl:variable name="r:relators" as="map(xs:string, xs:string)" select="
      map { 'author': 'aut', 'translator': 'trl', 'editor': 'edt', 'principal': 'pdr',
            'funder': 'fnd', 'sponsor': 'spn', 'publisher': 'pbl', 'distributor': 'dst',
            'recipient': 'rcp', 'sender': 'crp' }"/>

  <!-- those whom the header names, in its order, each once in each role; then those whom the
       settings name for a role that the header is silent on -->
  <xsl:function name="r:agents" as="element(r:agent)*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="stated" as="element(r:agent)*">
      <xsl:apply-templates mode="agent" select="
          v:facts('author', $tei) | v:facts('editor', $tei) | v:facts('translator', $tei)
          | v:facts('responsibility', $tei) | v:facts('principal', $tei) | v:facts('funder', $tei)
          | v:facts('sponsor', $tei) | v:facts('publisher', $tei) | v:facts('distributor', $tei)
          | v:facts('sender', $tei) | v:facts('recipient', $tei)
          | $tei/tei:teiHeader/tei:fileDesc/tei:editionStmt/tei:respStmt
          | v:facts('publication-statement', $tei)"/>
    </xsl:variable>
    <!-- who sent a letter is told where nobody else is said to have written it -->
    <xsl:for-each-group group-by="string-join((@relator, @name), '|')"
        select="$stated[not(@relator = 'crp' and r:is-one-of(., $stated[@relator = 'aut']))]">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
    <xsl:if test="empty($stated[@relator = $r:makers])">
      <xsl:sequence select="tokenize($creator, '\s*;\s*')[. ne ''] ! r:supplied(., 'aut')"/>
    </xsl:if>
    <xsl:if test="empty($stated[@relator = 'pbl'])">
      <xsl:sequence select="$publisher[normalize-space()] ! r:supplied(., 'pbl')"/>
    </xsl:if>
  </xsl:function>

  <!-- the roles of those by whom a document is cited, the first that is taken before the second -->
  <xsl:variable name="r:makers" as="xs:string+"
      select="'aut', 'edt', 'mrk', 'com', 'pdr', 'trl', 'trc', 'ann', 'ctb'"/>

  <!-- whether a party is among others: by its name, or by a number of an authority -->
  <xsl:function name="r:is-one-of" as="xs:boolean">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:param name="others" as="element(r:agent)*"/>
    <xsl:sequence select="
        $agent/@name = $others/@name or $agent/r:authority/@uri = $others/r:authority/@uri"/>
  </xsl:function>

  <xsl:function name="r:supplied" as="element(r:agent)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="relator" as="xs:string"/>
    <xsl:sequence select="
        r:agent-of($name, $relator, '', $relator eq 'aut' and not(r:sounds-corporate($name)),
                   $relator eq 'pbl', (), ())"/>
  </xsl:function>

  <!-- 1  each statement of responsibility becomes an agent with a MARC relator code for each of its
          names, since several names in one element are several agents
       2  names that the encoding uses to say whose marks are meant are no agents -->
  <xsl:mode name="agent" on-no-match="fail"/>

  <xsl:template match="*" mode="agent" as="element(r:agent)*">
    <xsl:sequence select="r:agents-in(., $r:relators(string(@v:fact)), '')"/>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'editor']" mode="agent" as="element(r:agent)*">
    <xsl:variable name="role" as="xs:string" select="normalize-space(@role)"/>
    <xsl:sequence select="
        r:agents-in(., (r:relator-of-role(.),
                        if ($role eq '' or matches($role, $r:kinds-of-editors, 'i')) then 'edt'
                        else 'ctb')[1], '')"/>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'author']" mode="agent" as="element(r:agent)*">
    <xsl:sequence select="r:agents-in(., (r:relator-of-role(.), 'aut')[1], '')"/>
  </xsl:template>

  <xsl:template match="tei:respStmt" mode="agent" as="element(r:agent)*">
    <xsl:variable name="changed-by" as="xs:string*"
        select="v:facts('change', .)/@who ! tokenize(.)"/>
    <xsl:variable name="changed" as="xs:boolean" select="@xml:id/concat('#', .) = $changed-by"/>
    <xsl:variable name="task" as="xs:string"
        select="string-join((tei:resp ! normalize-space(string-join(
                  .//text()[empty(ancestor::tei:date)])))[. ne ''], '; ')"/>
    <xsl:variable name="relators" as="xs:string+" select="r:relators-of-tasks(tei:resp)"/>
    <xsl:for-each select="
        (tei:persName | tei:orgName | tei:name)
        [empty(self::tei:name) or empty(../@xml:id) or @ref or $changed]">
      <xsl:variable name="name" as="element()" select="."/>
      <xsl:sequence select="($relators ! r:agents-in($name, ., $task))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- a statement in prose names its publisher where a name is marked in it, before which no other task
       is told; of a name that may be a person’s the words must say so -->
  <xsl:template match="*[@v:fact = 'publication-statement']" mode="agent" as="element(r:agent)*">
    <xsl:if test="empty(v:facts('publisher', .))">
      <xsl:sequence select="
          (.//(tei:publisher | tei:orgName | tei:name))[normalize-space()][r:is-publisher(.)][1]
          ! r:agents-in(., 'pbl', '')"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="r:is-publisher" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="before" as="xs:string" select="
        normalize-space(tokenize(string($name/preceding-sibling::node()[1][self::text()]), '[.;,]\s')[last()])"/>
    <xsl:sequence select="
        exists($name/self::tei:publisher) or $before eq ''
        or matches($before, '(publi[sc]|verlag|verleg|veröffentl|herausg|issued|edita|изда|опублик)', 'i')
        or exists($name/self::tei:orgName) and empty(r:relator($before))"/>
  </xsl:function>

  <!-- the agents that a statement names; where it has as many addresses as names, each has its own;
       of other numbers nobody can tell whose they are -->
  <xsl:function name="r:agents-in" as="element(r:agent)*">
    <xsl:param name="statement" as="element()"/>
    <xsl:param name="relator" as="xs:string"/>
    <xsl:param name="task" as="xs:string"/>
    <xsl:variable name="names" as="element()*" select="r:names-in($statement)"/>
    <xsl:variable name="several" as="xs:boolean"
        select="count($names) gt 1 and not(v:are-forms-of-name($names))"/>
    <xsl:choose>
      <xsl:when test="$several">
        <xsl:variable name="addresses" as="xs:string*"
            select="$statement/(@ref, @key)[1] ! tokenize(.)"/>
        <xsl:for-each select="$names">
          <xsl:variable name="place" as="xs:integer" select="position()"/>
          <xsl:sequence select="
              r:agent(., ., $relator, $task,
                      ((@ref, @key) ! tokenize(.),
                       $addresses[$place][count($addresses) eq count($names)]))"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="exists($names)">
        <xsl:sequence select="
            r:agent(v:preferred-among($names), $statement, $relator, $task,
                    $statement/(@ref, @key) ! tokenize(.))"/>
      </xsl:when>
      <xsl:when test="normalize-space($statement) eq '' and empty(r:entry($statement))"/>
      <xsl:when test="empty($statement/*) and count(r:parties-in-words($statement)) gt 1">
        <xsl:for-each select="r:parties-in-words($statement)">
          <xsl:sequence select="
              r:agent-of(., $relator, $task, r:is-person($statement, (), .), false(),
                         (), ())"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="
            r:agent($statement, $statement, $relator, $task, $statement/(@ref, @key) ! tokenize(.))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="r:agent" as="element(r:agent)">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="statement" as="element()"/>
    <xsl:param name="relator" as="xs:string"/>
    <xsl:param name="task" as="xs:string"/>
    <xsl:param name="addresses" as="xs:string*"/>
    <xsl:variable name="entry" as="element()?" select="(r:entry($name), r:entry($statement))[1]"/>
    <xsl:variable name="plain" as="xs:string" select="r:words-of-party($name)"/>
    <xsl:variable name="words" as="xs:string"
        select="if ($plain eq '' and exists($entry)) then v:preferred-name($entry) else $plain"/>
    <xsl:variable name="numbers" as="element(tei:idno)*" select="r:own-numbers($name, $statement)"/>
    <xsl:variable name="agent" as="element(r:agent)" select="
        r:agent-of($words, $relator, $task, r:is-person($name, $entry, $words),
          exists(r:told-kind($name, $entry)),
          ($name[.//tei:surname], $entry)[1],
          (r:authorities($entry),
           distinct-values(($addresses, ($name except $statement)/(@ref, @key) ! tokenize(.)))
           ! r:authority(., $name),
           $numbers ! r:numbered(.)))"/>
    <xsl:variable name="award" as="element()?" select="
        ($numbers[matches(@type, 'grant|award|project|förder|funding', 'i')],
         $numbers[$relator eq 'fnd'][empty(r:numbered(.))])[1]"/>
    <r:agent>
      <xsl:copy-of select="$agent/@*"/>
      <xsl:if test="exists($award) and $relator = ('fnd', 'spn')">
        <xsl:attribute name="award" select="normalize-space($award)"/>
      </xsl:if>
      <xsl:copy-of select="$agent/*"/>
    </r:agent>
  </xsl:function>

  <!-- the numbers that are those of persons alone, or of bodies alone -->
  <xsl:variable name="r:of-persons" as="xs:string" select="'ORCID'"/>
  <xsl:variable name="r:of-bodies" as="xs:string+" select="'ROR', 'Crossref Funder ID'"/>

  <!-- `told`: whether the markup tells that it is a person or a body; where neither it nor a number
       nor the parts of the name do, the kind is a guess, which no standard states;
       `parted`: the element whose parts tell the surname -->
  <xsl:function name="r:agent-of" as="element(r:agent)">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="relator" as="xs:string"/>
    <xsl:param name="task" as="xs:string"/>
    <xsl:param name="personal" as="xs:boolean"/>
    <xsl:param name="told" as="xs:boolean"/>
    <xsl:param name="parted" as="element()?"/>
    <xsl:param name="authorities" as="element(r:authority)*"/>
    <xsl:variable name="person" as="xs:boolean" select="
        if ($told) then $personal else if ($authorities/@scheme = $r:of-bodies) then false()
        else $personal or $authorities/@scheme = $r:of-persons"/>
    <r:agent relator="{$relator}" kind="{if ($person) then 'person' else 'corporate'}"
        name="{$words}">
      <xsl:if test="$task ne ''">
        <xsl:attribute name="task" select="$task"/>
      </xsl:if>
      <xsl:variable name="parts" as="attribute()*" select="
          if (not($person)) then () else
          if (exists($parted[.//tei:surname] ! r:name-parts(.))) then r:name-parts($parted)
          else r:parts-of-words($words)"/>
      <xsl:if test="not($told) and empty($parts)
                    and not($authorities/@scheme = ($r:of-persons, $r:of-bodies))">
        <xsl:attribute name="guess" select="true()"/>
      </xsl:if>
      <xsl:sequence select="$parts"/>
      <xsl:for-each-group group-by="@uri"
          select="$authorities[not($person and @scheme = 'ROR')]">
        <xsl:sequence select="."/>
      </xsl:for-each-group>
    </r:agent>
  </xsl:function>

  <!-- the agents of some roles, in the order of the header, each name once -->
  <xsl:function name="r:of-roles" as="element(r:agent)*">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:param name="roles" as="xs:string*"/>
    <xsl:for-each-group select="$record/r:agent[@relator = $roles]" group-by="string(@name)">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- those by whom the document is cited: the authors, else those who edited it, else others who
       made it -->
  <xsl:function name="r:creators" as="element(r:agent)*">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="groups" as="map(*)*" select="
        map { 'of': 'aut' }, map { 'of': ('edt', 'mrk', 'com') }, map { 'of': 'pdr' },
        map { 'of': $r:makers }"/>
    <xsl:sequence select="
        let $found := ($groups[exists(r:of-roles($record, ?of))])[1]
        return $found ! r:of-roles($record, ?of)"/>
  </xsl:function>
</xsl:stylesheet>
