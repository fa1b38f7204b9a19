<?xml version="1.0" encoding="UTF-8"?>
<!-- A document that needs no other file: the register entries it uses are embedded in it. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- where the schema of the package lies, seen from the document -->
  <xsl:param name="schemas" as="xs:string" select="'schema/'"/>

  <!-- 1  the entries the document points to, and those these point to, are found
       2  the document is copied; `reg:KEY` becomes `#KEY`, its declaration goes
       3  the entries follow in the document's `standOff`, or in a new one after the text -->
  <xsl:mode name="embed" on-no-match="shallow-copy" visibility="public"/>

  <xsl:template match="/" mode="embed" as="document-node()">
    <xsl:variable name="keys" as="xs:string*" select="r:closure((), r:register-keys(.))"/>
    <xsl:variable name="own" as="xs:string*" select="//@xml:id ! string()"/>
    <xsl:document>
      <xsl:apply-templates select="node()" mode="#current">
        <xsl:with-param name="ids" tunnel="yes" select="
            map:merge($keys ! map { .: if (. = $own) then . || '.register' else . })"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:template>

  <xsl:template match="processing-instruction('xml-model')" mode="embed"
      as="node()+">
    <xsl:processing-instruction name="xml-model" select="
        replace(., '(href=&quot;)([^&quot;]*/)?', '$1' || $schemas)"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:prefixDef[@ident = 'reg']
      | tei:listPrefixDef[not(*[not(self::tei:prefixDef[@ident = 'reg'])])]" mode="embed"/>

  <xsl:template match="@*[matches(., '(^|\s)reg:')]" mode="embed" as="attribute()">
    <xsl:param name="ids" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}"
        select="tokenize(.) ! r:embedded(., $ids)"/>
  </xsl:template>

  <xsl:template match="tei:TEI[not(tei:standOff)]" mode="embed" as="element(tei:TEI)">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:variable name="lists" as="node()*">
        <xsl:call-template name="r:entries"/>
      </xsl:variable>
      <xsl:if test="exists($lists/self::*)">
        <standOff xmlns="http://www.tei-c.org/ns/1.0"><xsl:sequence select="$lists"/></standOff>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:TEI/tei:standOff" mode="embed" as="element(tei:standOff)">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:call-template name="r:entries"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="r:entries" as="node()*">
    <xsl:apply-templates select="$registers/tei:TEI/tei:standOff/node()" mode="entries"/>
  </xsl:template>

  <!-- the lists of a register, with the entries that are used and no others -->
  <xsl:mode name="entries" on-no-match="shallow-copy"/>

  <xsl:template match="tei:standOff/*" mode="entries" as="element()?">
    <xsl:param name="ids" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:if test="*/@xml:id[map:contains($ids, .)]">
      <xsl:copy>
        <xsl:apply-templates select="@*, node()" mode="#current"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:standOff/*/*[@xml:id]" mode="entries" as="element()?">
    <xsl:param name="ids" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:if test="map:contains($ids, @xml:id)">
      <xsl:copy>
        <xsl:apply-templates select="@*, node()" mode="#current"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@xml:id" mode="entries" as="attribute()">
    <xsl:param name="ids" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:attribute name="xml:id" select="($ids(.), .)[1]"/>
  </xsl:template>

  <!-- a pointer to what is not embedded, such as the register's editor, has no place here -->
  <xsl:template match="@*[matches(., '(^|\s)(reg:|#)')]" mode="entries" as="attribute()?">
    <xsl:param name="ids" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="tokens" as="xs:string*" select="
        tokenize(.)[not(matches(., '^(reg:|#)')) or map:contains($ids, replace(., '^(reg:|#)', ''))]"/>
    <xsl:if test="exists($tokens)">
      <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="
          $tokens ! r:embedded(replace(., '^#', 'reg:'), $ids)"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="r:embedded" as="xs:string">
    <xsl:param name="token" as="xs:string"/>
    <xsl:param name="ids" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="
        ($ids(substring-after($token, 'reg:')) ! ('#' || .), $token)[1]"/>
  </xsl:function>

  <!-- the keys in the pointers of an element and all within it -->
  <xsl:function name="r:register-keys" as="xs:string*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="distinct-values(
        $nodes//@*[contains(., 'reg:')]/tokenize(.)[starts-with(., 'reg:')]
        ! substring-after(., 'reg:'))"/>
  </xsl:function>

  <!-- the keys that have an entry, with those their entries use in turn -->
  <xsl:function name="r:closure" as="xs:string*">
    <xsl:param name="known" as="xs:string*"/>
    <xsl:param name="new" as="xs:string*"/>
    <xsl:variable name="found" as="element()*" select="
        for $register in $registers
        return key('r:entry', $new, $register)[parent::*/parent::tei:standOff]"/>
    <xsl:variable name="all" as="xs:string*" select="$known, $found/@xml:id ! string()"/>
    <xsl:variable name="next" as="xs:string*" select="distinct-values((
        $found ! r:register-keys(.),
        $found//@*[matches(., '(^|\s)#')]/tokenize(.)[starts-with(., '#')] ! substring(., 2)))"/>
    <xsl:sequence select="
        if (empty($found)) then $known else r:closure($all, $next[not(. = $all)])"/>
  </xsl:function>
</xsl:stylesheet>
