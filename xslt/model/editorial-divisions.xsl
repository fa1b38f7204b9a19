<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions that the editors wrote, such as translations, introductions and commentaries: they
     stand in the edition, and in the text of no witness. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what editions call such divisions, by how a word of the type begins -->
  <xsl:variable name="v:editorial-types" as="xs:string" static="yes" select="
      '^(translation|traduction|traduzion|traducci|tradução|übersetzung|uebersetzung|perevod|перевод'
      || '|introduction|einleitung|введение|comment|kommentar|комментари|bibliograph|bibliografi|библиограф'
      || '|apparatus|apparat|editorial)'"/>

  <xsl:key name="v:unit" match="tei:body//(tei:p | tei:ab | tei:l | tei:item | tei:cell)" use="true()"/>

  <xsl:template match="tei:div[@type or @xml:lang] | tei:div1[@type or @xml:lang]" mode="reading-text"
      as="element()">
    <xsl:copy>
      <xsl:if test="exists(v:sigla(root())) and v:is-of-editors(.) and v:has-other-text(root())">
        <xsl:attribute name="v:editorial" select="'true'"/>
      </xsl:if>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- whether a division is of the editors: its type says so, or it is in another language than the
       text and says which parts of the text it corresponds to. An entry in it that names witnesses
       shows that they have it -->
  <xsl:function name="v:is-of-editors" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="main" as="xs:string?" select="v:language-of-text(root($division))"/>
    <xsl:variable name="translates" as="xs:boolean" select="
        exists($division[@corresp or */@corresp]/@xml:lang[not(v:primary-language(.) = $main)])
        and exists($main)"/>
    <xsl:sequence select="
        ($translates
         or (some $word in tokenize(lower-case($division/@type), '[\s_.:/#-]+')
             satisfies matches($word, $v:editorial-types)))
        and empty($division//tei:app//@wit)"/>
  </xsl:function>

  <!-- the language of the text: that of its first division that names one, else its own -->
  <xsl:function name="v:language-of-text" as="xs:string?" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:variable name="text" as="element(tei:text)?" select="$document/*/tei:text[1]"/>
    <xsl:sequence select="
        ($text/tei:body/(tei:div | tei:div1)/@xml:lang, $text/tei:body/@xml:lang, $text/@xml:lang)[1]
        ! v:primary-language(.)"/>
  </xsl:function>

  <xsl:function name="v:primary-language" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="lower-case(tokenize($tag, '-')[1])"/>
  </xsl:function>

  <!-- whether the body holds anything else than such divisions: the text of an edition may itself be
       a commentary or a translation -->
  <xsl:function name="v:has-other-text" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="
        some $unit in key('v:unit', true(), $document)
        satisfies empty($unit/(ancestor::tei:div | ancestor::tei:div1)[v:is-of-editors(.)])"/>
  </xsl:function>
</xsl:stylesheet>
