<?xml version="1.0" encoding="UTF-8"?>
<!-- The witnesses that the edition declares, as they stand beside the text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

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
      <xsl:for-each select="v:file-names(root())(v:siglum(.))">
        <xsl:attribute name="v:file" select="."/>
      </xsl:for-each>
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
  <xsl:template match="(tei:abbr | tei:listWit/tei:head)[v:is-own-siglum(.)]" mode="witnesses"/>
  <xsl:template match="text()[preceding-sibling::node()[1][v:is-own-siglum(.)]]"
      mode="witnesses" as="text()?">
    <xsl:value-of select="replace(., '^[\s:.,;=–—-]+', '')"/>
  </xsl:template>

  <xsl:function name="v:is-own-siglum" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="of" as="element()*" select="
        $node/self::tei:abbr[@type = 'siglum'][empty(preceding-sibling::node()[normalize-space()])]
          /(parent::tei:witness | parent::tei:head/parent::tei:listWit)
        | $node/self::tei:head/parent::tei:listWit[@xml:id]"/>
    <xsl:sequence select="
        $of ! v:printed-siglum(string((@xml:id, @n)[1]), root())
        = (if ($node/self::tei:head) then normalize-space($node)
           else string-join($node//text() ! v:raised(.)) ! normalize-space(.))"/>
  </xsl:function>
</xsl:stylesheet>
