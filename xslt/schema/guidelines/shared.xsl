<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of what elements share: kinds of elements, content, attributes, types of values. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:l="urn:variorum:labels"
    xmlns:g="urn:variorum:guidelines"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- One step: what there is to say of a class, a macro or a type, beside its description. -->
  <xsl:mode name="shared" on-no-match="fail"/>

  <xsl:template name="g:shared" as="element()+">
    <xsl:for-each-group select="$odd//(classSpec | macroSpec | dataSpec)"
        group-by="substring-before(@ident, '.')">
      <xsl:call-template name="g:page">
        <xsl:with-param name="name" select="current-grouping-key()"/>
        <xsl:with-param name="title" select="l:label('guidelines.shared.' || current-grouping-key())"/>
        <xsl:with-param name="body" select="current-group() ! g:section(.)"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="g:section" as="element()+">
    <xsl:param name="spec" as="element()"/>
    <h2 id="{substring-after($spec/@ident, '.')}">{$spec/gloss}</h2>
    <p>{$spec/desc}</p>
    <xsl:apply-templates select="$spec" mode="shared"/>
  </xsl:function>

  <xsl:template match="classSpec[@type = 'model']" mode="shared" as="element()*">
    <xsl:variable name="members" as="element()*" select="key('member', @ident)"/>
    <p>
      <xsl:sequence select="g:joined((
          $members[self::classSpec] ! g:shared-link(.),
          sort($members[self::elementSpec]/@ident ! string()) ! g:link(.)), ', ')"/>
    </p>
    <xsl:call-template name="g:users">
      <xsl:with-param name="wider" select="classes/memberOf/key('class', @key)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="macroSpec" mode="shared" as="element()*">
    <p><xsl:apply-templates select="content" mode="words"/></p>
    <xsl:call-template name="g:users"/>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts']" mode="shared" as="element()*">
    <xsl:call-template name="g:attributes"/>
  </xsl:template>

  <xsl:template match="dataSpec" mode="shared" as="element()*">
    <p><xsl:apply-templates select="content" mode="words"/></p>
  </xsl:template>

  <!-- where a class or a macro is used -->
  <xsl:template name="g:users" as="element()?">
    <xsl:param name="wider" as="element()*" select="()"/>
    <xsl:variable name="owners" as="element()*"
        select="key('spec-ref', @ident)/(ancestor::elementSpec | ancestor::macroSpec)"/>
    <xsl:variable name="links" as="element()*" select="
        ($owners[self::macroSpec] | $wider) ! g:shared-link(.),
        sort($owners[self::elementSpec]/@ident ! string()) ! g:link(.)"/>
    <xsl:if test="exists($links)">
      <p>
        <xsl:text>{l:label('guidelines.within')}: </xsl:text>
        <xsl:sequence select="g:joined($links, ', ')"/>
      </p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
