<?xml version="1.0" encoding="UTF-8"?>
<!-- Which parties a statement names, and what the markup tells of them. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:key name="r:entry" match="*[@xml:id]" use="@xml:id"/>

  <!-- the parties that a statement without markup names; only persons have “and” between them -->
  <xsl:function name="r:parties-in-words" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:sequence select="
        tokenize($statement, ';') ! normalize-space()[. ne '']
        ! (if ($statement/(self::tei:author | self::tei:editor | self::tei:principal))
           then r:persons-in-words(.) else .)"/>
  </xsl:function>

  <!-- the names that stand in a statement, between which no more than commas, slashes and “and” stand;
       a body in brackets is where a person works -->
  <xsl:function name="r:names-in" as="element()*">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="own" as="xs:string"
        select="normalize-space(string-join($statement/text(), ' '))"/>
    <xsl:variable name="places" as="element(tei:orgName)*" select="
        $statement[tei:persName]/tei:orgName[preceding-sibling::node()[1][self::text()]
          [matches(., '\(\s*$')]]"/>
    <xsl:variable name="between" as="xs:string"
        select="if (exists($places)) then translate($own, '()', '') else $own"/>
    <xsl:sequence select="
        $statement[matches($between, '^([,;&amp;+/.\s]|and|und|et|e|y|i|и|og|och|en|with|mit|avec|con)*$', 'i')]
        /((tei:persName | tei:orgName | tei:name)[normalize-space()] except $places)"/>
  </xsl:function>

  <!-- the numbers of a party: not those of the place where somebody works, nor of another name -->
  <xsl:function name="r:own-numbers" as="element(tei:idno)*">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="names" as="element()*"
        select="$statement/(tei:persName | tei:orgName | tei:name)"/>
    <xsl:variable name="others" as="element()*" select="
        ($name | $statement)/descendant::*[self::tei:affiliation or self::tei:persName
          or self::tei:orgName or self::tei:name]
        except ($name, $statement[. is $name][count($names) eq 1]/$names)"/>
    <xsl:sequence select="
        ($name | $statement)/descendant::tei:idno[empty(ancestor::* intersect $others)]
        | $name[self::tei:persName or self::tei:orgName or self::tei:name]/following-sibling::tei:idno
            [preceding-sibling::*[self::tei:persName or self::tei:orgName or self::tei:name][1]
             is $name]"/>
  </xsl:function>

  <!-- the register entry that @ref or @key names: `reg:KEY`, `#KEY`, or the key alone -->
  <xsl:function name="r:entry" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="keys" as="xs:string*" select="
        ($name/@ref ! tokenize(.)[matches(., '^(reg:|#)')], $name/@key ! tokenize(.))
        ! replace(., '^(reg:|#)', '')"/>
    <xsl:sequence select="
        ($keys ! (for $register in ($registers, root($name))
                  return key('r:entry', ., $register)
                    [self::tei:person or self::tei:org or self::tei:personGrp or self::tei:place
                     or self::tei:item or self::tei:respStmt[tei:persName]]))[1]"/>
  </xsl:function>

  <!-- what the markup tells of a party: `person` or `corporate`; TEI means organizations by `publisher`
       and `sponsor`, and both by the other elements -->
  <xsl:function name="r:told-kind" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="entry" as="element()?"/>
    <xsl:sequence select="
        if ($entry/(self::tei:person | self::tei:org))
        then (if ($entry/self::tei:person) then 'person' else 'corporate')
        else if ($name/(self::tei:persName | tei:persName | tei:surname)) then 'person'
        else if ($name/(self::tei:orgName | tei:orgName)
                 or $name/@type = ('org', 'organization', 'organisation', 'corporate', 'institution'))
        then 'corporate'
        else if ($name/@type = ('person', 'personal', 'pers')) then 'person'
        else 'corporate'[$name/(self::*, parent::*)[self::tei:publisher or self::tei:sponsor]]"/>
  </xsl:function>

  <xsl:function name="r:is-person" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="entry" as="element()?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="told" as="xs:string?" select="r:told-kind($name, $entry)"/>
    <xsl:sequence select="
        if (exists($told)) then $told eq 'person'
        else exists($name/ancestor-or-self::*[self::tei:author or self::tei:editor
                                               or self::tei:principal or self::tei:respStmt
                                               or self::tei:correspAction])
             and (exists(r:parts-of-words($words))
                  or not($name/self::tei:name[matches($words, '^(the|die|der|das|les|los|le|la) ', 'i')]
                         or r:sounds-corporate($words)))"/>
  </xsl:function>
</xsl:stylesheet>
