<?xml version="1.0" encoding="UTF-8"?>
<!-- Step 5: beside the text stand the witnesses and the register entries it mentions. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- 1  everything made so far is kept
       2  each entry of the apparatus gets its printed line
       3  a `standOff` for the witnesses and one for the register entries follow -->
  <xsl:mode name="assemble" on-no-match="shallow-copy"/>

  <xsl:template match="tei:TEI" mode="assemble" as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:call-template name="v:witnesses"/>
      <xsl:call-template name="v:register"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:text" mode="assemble" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="tei:teiHeader" mode="assemble" as="element(tei:teiHeader)">
    <xsl:apply-templates select="." mode="facts"/>
  </xsl:template>

  <xsl:template match="tei:standOff[@v:part = 'apparatus']/tei:listApp/tei:app" mode="assemble"
      as="element(tei:app)">
    <xsl:copy>
      <xsl:copy-of select="@*, node()"/>
      <xsl:apply-templates select="." mode="printed-entry"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="v:witnesses" as="element()?">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:variable name="witnesses" as="element()*" select="key('v:declared-witness', true(), root())"/>
    <xsl:if test="exists($witnesses)">
      <tei:standOff v:part="witnesses" v:is="silent">
        <xsl:apply-templates mode="witnesses"
            select="$witnesses/ancestor::tei:listWit[not(ancestor::tei:listWit)]"/>
      </tei:standOff>
    </xsl:if>
  </xsl:template>

  <!-- lists of witnesses with their groups; each says its siglum, a fragment what it lacks -->
  <xsl:mode name="witnesses" on-no-match="shallow-copy"/>

  <xsl:template match="tei:witness" mode="witnesses" as="element(tei:witness)">
    <xsl:copy>
      <xsl:attribute name="v:siglum" select="v:siglum(.)"/>
      <xsl:attribute name="v:printed" select="v:printed-siglum(v:siglum(.), root())"/>
      <xsl:for-each select="v:fragments(root())(v:siglum(.))">
        <xsl:attribute name="v:fragment" select="."/>
      </xsl:for-each>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:listWit[@xml:id]" mode="witnesses" as="element(tei:listWit)">
    <xsl:copy>
      <xsl:attribute name="v:printed" select="v:printed-siglum(@xml:id, root())"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- a description that begins with the siglum, which stands before it anyway -->
  <xsl:template match="tei:abbr[v:is-own-siglum(.)]" mode="witnesses"/>
  <xsl:template match="text()[preceding-sibling::node()[1][v:is-own-siglum(.)]]"
      mode="witnesses" as="text()?">
    <xsl:value-of select="replace(., '^[\s:.,;=–—-]+', '')"/>
  </xsl:template>

  <xsl:function name="v:is-own-siglum" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        exists($node/self::tei:abbr[@type = 'siglum'][parent::tei:witness]
               [empty(preceding-sibling::node())]
               [v:abbreviation(..) = v:printed-siglum(v:siglum(..), root())])"/>
  </xsl:function>

  <xsl:template name="v:register" as="element()?">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:variable name="ids" as="xs:string*"
        select="distinct-values(tei:text//@v:entity ! tokenize(.))"/>
    <xsl:variable name="entries" as="element()*"
        select="$ids ! v:entry('#' || ., current())"/>
    <xsl:if test="exists($entries)">
      <tei:standOff v:part="register" v:is="silent">
        <xsl:for-each-group select="$entries" group-by="v:entity-kind(.)">
          <tei:list type="{current-grouping-key()}" v:is="register" v:block="blocks">
            <xsl:for-each select="current-group()">
              <xsl:sort select="v:preferred-name(.)" lang="{$l:language}"
                  xmlns:l="urn:variorum:labels"/>
              <xsl:apply-templates select="." mode="entry-copy"/>
            </xsl:for-each>
          </tei:list>
        </xsl:for-each-group>
      </tei:standOff>
    </xsl:if>
  </xsl:template>

  <!-- a register entry with its id and preferred name, its white space collapsed -->
  <xsl:mode name="entry-copy" on-no-match="fail"/>

  <xsl:template match="tei:*" mode="entry-copy" as="element()">
    <xsl:variable name="described" as="element()">
      <xsl:apply-templates select="." mode="whitespace"/>
    </xsl:variable>
    <xsl:copy>
      <xsl:attribute name="v:id" select="@xml:id"/>
      <xsl:attribute name="v:name" select="v:preferred-name(.)"/>
      <xsl:attribute name="v:kind" select="v:entity-kind(.)"/>
      <xsl:if test="empty($registers intersect root())">
        <xsl:attribute name="v:own" select="'true'"/>
      </xsl:if>
      <xsl:copy-of select="$described/(@*, node())"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
