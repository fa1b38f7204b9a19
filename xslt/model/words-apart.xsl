<?xml version="1.0" encoding="UTF-8"?>
<!-- Words that only the markup divides: nothing may join them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what has words that belong to none of those beside it: `<label>A.</label>Salve` -->
  <xsl:template match="tei:text//(tei:label | tei:stage | tei:speaker)" mode="reading-text" as="node()+">
    <xsl:sequence select="v:space('before'[v:ends-in-word(current()/preceding-sibling::node()[1])])"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
    <xsl:sequence select="v:space('after'[v:begins-with-word(current()/following-sibling::node()[1])])"/>
  </xsl:template>

  <!-- a break that is said to end a word (TEI P5, att.breaking) -->
  <xsl:template match="(tei:pb | tei:cb | tei:gb | tei:milestone)[@break = 'yes']" mode="reading-text" as="node()+">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- verses in `ab` are a stanza -->
  <xsl:template match="tei:ab[tei:l or tei:app//tei:l][not(text()[normalize-space()])]"
      mode="reading-text" as="element(tei:lg)">
    <tei:lg>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </tei:lg>
  </xsl:template>

  <xsl:function name="v:ends-in-word" as="xs:boolean">
    <xsl:param name="neighbour" as="node()?"/>
    <xsl:sequence select="matches(v:words-of-neighbour($neighbour), '[\w.,;:!?”’»)]$')"/>
  </xsl:function>

  <xsl:function name="v:begins-with-word" as="xs:boolean">
    <xsl:param name="neighbour" as="node()?"/>
    <xsl:sequence select="matches(v:words-of-neighbour($neighbour), '^[\w“‘«(]')"/>
  </xsl:function>

  <xsl:function name="v:words-of-neighbour" as="xs:string">
    <xsl:param name="neighbour" as="node()?"/>
    <xsl:sequence select="string($neighbour[self::text() or self::*][not(self::tei:note)])"/>
  </xsl:function>
</xsl:stylesheet>
