<?xml version="1.0" encoding="UTF-8"?>
<!-- Who had a part in the document: authors, editors, translators, funders, the publisher. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:key name="r:entry" match="*[@xml:id]" use="@xml:id"/>

  <!-- MARC relator codes of those whom the header names, and of the roles an editor may have -->
  <xsl:variable name="r:relators" as="map(xs:string, xs:string)" select="
      map { 'author': 'aut', 'translator': 'trl', 'editor': 'edt', 'funder': 'fnd',
            'publisher': 'pbl', 'recipient': 'rcp' }"/>
  <xsl:variable name="r:editors" as="map(xs:string, xs:string)"
      select="map { 'compiler': 'com', 'encoder': 'mrk' }"/>

  <!-- those whom the header names, in its order -->
  <xsl:function name="r:agents" as="element(r:agent)*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:apply-templates mode="agent" select="
        v:facts('author', $tei) | v:facts('editor', $tei) | v:facts('translator', $tei)
        | v:facts('responsibility', $tei) | v:facts('funder', $tei) | v:facts('publisher', $tei)
        | v:facts('recipient', $tei)"/>
  </xsl:function>

  <!-- 1  each statement of responsibility becomes an agent with a MARC relator code
       2  a `respStmt` counts where the history of the file names it as the one who changed it,
          or where its name has a register entry; others describe marks of the source -->
  <xsl:mode name="agent" on-no-match="fail"/>

  <xsl:template match="*" mode="agent" as="element(r:agent)">
    <xsl:sequence select="r:agent(., $r:relators(string(@v:fact)))"/>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'editor']" mode="agent" as="element(r:agent)">
    <xsl:sequence select="
        r:agent(., ($r:editors(string(tokenize(@role)[1])), $r:relators('editor'))[1])"/>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'responsibility']" mode="agent" as="element(r:agent)*">
    <xsl:variable name="changed-by" as="xs:string*"
        select="v:facts('change', .)/@who ! tokenize(.)"/>
    <xsl:variable name="changed" as="xs:boolean" select="@xml:id/concat('#', .) = $changed-by"/>
    <xsl:for-each select="(tei:persName | tei:orgName | tei:name)[@ref or $changed]">
      <xsl:sequence select="r:agent(., $r:relators('editor'), normalize-space(../tei:resp[1]))"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="r:agent" as="element(r:agent)">
    <xsl:param name="statement" as="element()"/>
    <xsl:param name="relator" as="xs:string"/>
    <xsl:sequence select="r:agent($statement, $relator, '')"/>
  </xsl:function>

  <xsl:function name="r:agent" as="element(r:agent)">
    <xsl:param name="statement" as="element()"/>
    <xsl:param name="relator" as="xs:string"/>
    <xsl:param name="task" as="xs:string"/>
    <xsl:variable name="entry" as="element()?" select="r:entry($statement)"/>
    <xsl:variable name="personal" as="xs:boolean" select="r:is-person($statement, $entry)"/>
    <r:agent relator="{$relator}" kind="{if ($personal) then 'person' else 'corporate'}"
        name="{v:plain($statement)}">
      <xsl:if test="$task ne ''">
        <xsl:attribute name="task" select="$task"/>
      </xsl:if>
      <xsl:sequence select="
          if ($personal) then r:name-parts(($statement[.//tei:surname], $entry)[1]) else ()"/>
      <xsl:sequence select="r:authorities(($entry, $statement)[1])"/>
    </r:agent>
  </xsl:function>

  <!-- the register entry that @ref names: `reg:KEY` or `#KEY` -->
  <xsl:function name="r:entry" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="keys" as="xs:string*"
        select="$name/@ref ! tokenize(.)[matches(., '^(reg:|#)')] ! replace(., '^(reg:|#)', '')"/>
    <xsl:sequence select="
        ($keys ! (for $register in ($registers, root($name))
                  return key('r:entry', ., $register)))[1]"/>
  </xsl:function>

  <xsl:function name="r:is-person" as="xs:boolean">
    <xsl:param name="statement" as="element()"/>
    <xsl:param name="entry" as="element()?"/>
    <xsl:sequence select="
        if (exists($entry)) then exists($entry/self::tei:person)
        else exists($statement/(self::tei:author | self::tei:editor | self::tei:persName))
             and empty($statement/tei:orgName)"/>
  </xsl:function>

  <xsl:function name="r:name-parts" as="attribute()*">
    <xsl:param name="name" as="element()?"/>
    <xsl:variable name="full" as="element()?" select="($name//tei:surname)[1]/.."/>
    <xsl:variable name="given" as="xs:string" select="
        string-join($full/(tei:forename, tei:addName[@type = 'patronymic']) ! normalize-space(),
                    ' ')"/>
    <xsl:if test="exists($full)">
      <xsl:attribute name="family" select="
          string-join($full/(tei:nameLink, tei:surname) ! normalize-space(), ' ')"/>
      <xsl:if test="$given ne ''">
        <xsl:attribute name="given" select="$given"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- the identifiers of a register entry, with their addresses -->
  <xsl:function name="r:authorities" as="element(r:authority)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="$entry/tei:idno[@type = map:keys($r:services)]"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map">
      <r:authority scheme="{@type}" home="{$r:services(string(@type))}"
          uri="{$r:services(string(@type))}{normalize-space()}">{normalize-space()}</r:authority>
    </xsl:for-each>
  </xsl:function>

  <!-- "Surname, Forename" where the parts are known, else the name as it stands -->
  <xsl:function name="r:inverted" as="xs:string">
    <xsl:param name="agent" as="element(r:agent)"/>
    <xsl:sequence select="
        if ($agent/@family) then string-join($agent/(@family, @given), ', ')
        else string($agent/@name)"/>
  </xsl:function>
</xsl:stylesheet>
