<?xml version="1.0" encoding="UTF-8"?>
<!-- Where notes stand in the reading text, and which other elements are notes. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- no note is part of a reading that is quoted -->
  <xsl:template match="(tei:text | tei:app)//tei:note" mode="reading-text" as="element()?">
    <xsl:param name="quoted" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:if test="not($quoted)">
      <xsl:copy>
        <xsl:apply-templates select="@*, node()" mode="#current"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <!-- one that is an entry is not among the notes; it is about what it points to, or begins where it stands -->
  <xsl:template match="tei:note[exists(v:series-of-note(.))]" mode="reading-text" priority="7" as="node()*">
    <xsl:param name="quoted" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:param name="placed" as="xs:boolean" select="false()"/>
    <xsl:variable name="points" as="xs:boolean" select="v:points-to-text(.)"/>
    <xsl:sequence select="
        .[not($quoted)][$placed or not(v:follows-verse(.))]
          ! (.[not($points and @target)] ! v:start(.), .[not($points)] ! v:end(.))"/>
  </xsl:template>

  <!-- a note between verses belongs to the one before: its mark stands at the end of that verse -->
  <xsl:template match="tei:l[v:notes-after(.)]" mode="reading-text" as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@*, node(), v:notes-after(.)" mode="#current">
        <xsl:with-param name="placed" select="true()"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:note[v:follows-verse(.)]" mode="reading-text" priority="5" as="element()?">
    <xsl:param name="placed" as="xs:boolean" select="false()"/>
    <xsl:if test="$placed">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="v:notes-after" as="element(tei:note)*">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="next" as="node()?"
        select="$node/following-sibling::node()[self::* or normalize-space()][not(self::comment() or self::processing-instruction())][1]"/>
    <xsl:sequence select="$next[self::tei:note] ! (., v:notes-after(.))"/>
  </xsl:function>

  <xsl:function name="v:follows-verse" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="before" as="node()?"
        select="$note/preceding-sibling::node()[self::* or normalize-space()][not(self::comment() or self::processing-instruction())][1]"/>
    <xsl:sequence select="exists($before/self::tei:l) or exists($before/self::tei:note[v:follows-verse(.)])"/>
  </xsl:function>

  <!-- a group of notes is no more than its notes -->
  <xsl:template match="(tei:text | tei:app)//tei:noteGrp" mode="reading-text" as="node()*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <!-- a detail of a witness that stands in the text is a note on it, which says whose it is -->
  <xsl:template match="tei:text//tei:witDetail[not(ancestor::tei:app)]" mode="reading-text"
      as="element(tei:note)">
    <xsl:variable name="sigla" as="xs:string*" select="
        v:collapsed-sigla(v:wit(.), root()) ! v:printed-siglum(., root(current()))"/>
    <tei:note type="witDetail">
      <xsl:apply-templates select="@* except @type" mode="#current"/>
      <xsl:sequence select="
          $sigla[1] ! v:generated('label', l:label('remark.witnesses', string-join($sigla, ' ')))"/>
      <xsl:apply-templates mode="#current"/>
    </tei:note>
  </xsl:template>
</xsl:stylesheet>
