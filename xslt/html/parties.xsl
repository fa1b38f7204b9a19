<?xml version="1.0" encoding="UTF-8"?>
<!-- The parties that the header names: with other forms of their names, as links to their entries and
     to authority files; and the way of a letter from one to another. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- a name of the header, linked where the register has it -->
  <xsl:function name="h:party" as="item()*">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="names" as="element()*" select="v:party-names($party)"/>
    <xsl:variable name="parts" as="element()*" select="($party, $names) ! v:parts-of-name(.)"/>
    <xsl:variable name="name" as="element()?" select="$names[count($names) eq 1][exists($parts)]"/>
    <xsl:variable name="addresses" as="xs:string*" select="
        for $named in ($party, $name)
        return tokenize($named/@v:entity)[1][h:has-entry(., $party)] ! h:register-address(., $named)"/>
    <xsl:variable name="address" as="xs:string?"
        select="($addresses, $name/@v:address ! v:web-address(.))[1]"/>
    <xsl:choose>
      <xsl:when test="exists($address)">
        <a class="name" href="{$address}">{v:plain($party)}</a>
        <xsl:value-of select="substring-after(v:party-in-full($party), v:plain($party))"/>
      </xsl:when>
      <xsl:when test="exists(($parts, v:other-names($party), $names[2]))">
        <xsl:value-of select="v:curl(v:party-in-full($party), '')"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$party/node()" mode="text"/></xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="$party[@v:fact = $h:parties]//idno[normalize-space()]">
      <xsl:text> </xsl:text>
      <xsl:sequence select="v:record(.) ! h:record(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- what the header says of the publication in words, and by which numbers the edition is known -->
  <xsl:template name="h:publication" as="element()*" xpath-default-namespace="">
    <xsl:apply-templates select="v:facts('publication-statement', .)[normalize-space()]" mode="text"/>
    <xsl:for-each select="v:facts('remark', .)[normalize-space()]">
      <div class="prose"><xsl:sequence select="h:language(.)"/><xsl:apply-templates mode="text"/></div>
    </xsl:for-each>
    <xsl:variable name="identifiers" as="element()*" select="v:facts('identifier', .)[normalize-space()]"/>
    <xsl:if test="exists($identifiers)">
      <p>
        <xsl:text>{l:label('print.identifiers')}: </xsl:text>
        <xsl:for-each select="$identifiers">
          <xsl:text>{', '[position() gt 1]}</xsl:text>
          <xsl:sequence select="h:identifier(.)"/>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'publication-statement']//*[local-name() = 'idno']" mode="text" as="node()+" priority="9">
    <xsl:sequence select="h:identifier(.)"/>
  </xsl:template>

  <!-- a number of the edition: of what kind it is, and itself in full -->
  <xsl:function name="h:identifier" as="node()+">
    <xsl:param name="identifier" as="element()"/>
    <xsl:variable name="value" as="xs:string" select="normalize-space($identifier)"/>
    <xsl:variable name="address" as="xs:string?" select="v:record($identifier)?address"/>
    <xsl:text>{$identifier/@type[not(contains(lower-case($value), lower-case(.)))] ! (. || ' ')}</xsl:text>
    <xsl:choose>
      <xsl:when test="exists($address)"><a href="{$address}">{$value}</a></xsl:when>
      <xsl:otherwise>{$value}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- the way of a letter, its names linked where the register or an authority file has them -->
  <xsl:function name="h:correspondence" as="element()*" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:for-each select="v:correspondence($document)">
      <div>
        <dt>{?label}</dt>
        <dd>
          <xsl:for-each select="?parts">
            <xsl:text>{if (position() gt 1) then ', ' else ''}</xsl:text>
            <xsl:sequence select="h:correspondence-part(.)"/>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:correspondence-part" as="node()" xpath-default-namespace="">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="v:curl(v:correspondence-part($part), '')"/>
    <xsl:variable name="entity" as="xs:string?"
        select="tokenize($part/@v:entity)[1][h:has-entry(., $part)]"/>
    <xsl:variable name="address" as="xs:string?" select="
        ($entity ! h:register-address(., $part),
         $part/(@ref, @target) ! tokenize(.) ! (v:web-address(.), h:document-href(.)))[1]"/>
    <xsl:choose>
      <xsl:when test="$address">
        <a href="{$address}">
          <xsl:if test="$entity"><xsl:attribute name="class" select="'name'"/></xsl:if>
          <xsl:text>{$words}</xsl:text>
        </a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
