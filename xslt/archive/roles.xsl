<?xml version="1.0" encoding="UTF-8"?>
<!-- Roles: MARC relator codes of what a `resp` or a @role says, in some languages. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- words of roles, the first that matches counts: who translates and edits is a translator -->
  <xsl:variable name="r:words-of-roles" as="map(xs:string, xs:string)+" select="
      map { 'code': 'trl', 'words': 'translat|übersetz|uebersetz|traduc|traduz|traduit|vertal|tłumacz|překlad|перев[её]?[лод]' },
      map { 'code': 'trc', 'words': 'transcri|transkri|trascri|транскри' },
      map { 'code': 'mrk', 'words': 'encod|encoder|markup|mark-up|tagg|(tei|xml|odd)([^\p{L}]|$)|kodier|auszeichn|codifi|encodage|balis|кодир|разметк' },
      map { 'code': 'edt', 'words': 'edit(or|ion|ed|ing)|herausg|hrsg|éditi|éditeur|édité|editor|edici|edizion|cura(tela|to|tore)|редак|издани|издат' },
      map { 'code': 'com', 'words': 'compil|zusammenstell|kompil|collect|sammlung|состав' },
      map { 'code': 'ann', 'words': 'annot|comment|komment|notes|anmerkung|примеч|коммент' },
      map { 'code': 'pfr', 'words': 'proof|korrekt|correct|corrig|relu|вычит|корр' },
      map { 'code': 'pht', 'words': 'photo|foto|фото' },
      map { 'code': 'ill', 'words': 'illustrat|иллюстр' },
      map { 'code': 'wpr', 'words': 'preface|foreword|vorwort|préface|предисл' },
      map { 'code': 'win', 'words': 'introduct|einleit|einführ|введен|вступит' },
      map { 'code': 'fnd', 'words': 'fund(ed|er|ing)|finanzier|gefördert|financ' },
      map { 'code': 'pdr', 'words': 'principal|director|direct(ed|ion)|leitung|leiter|lead(er)?([^\p{L}]|$)|руковод' },
      map { 'code': 'prg', 'words': 'program|software|develop|entwickl|программ' },
      map { 'code': 'res', 'words': 'research|forsch|recherche|исслед' },
      map { 'code': 'scr', 'words': 'scribe|schreiber|copyist|writer|copiste|переписч' },
      map { 'code': 'aut', 'words': 'author|verfasser|autor|auteur|автор' },
      map { 'code': 'mrk', 'words': 'conver|konvert|digitali|digitis|digitiz|daten|data' }"/>

  <!-- the relator of a word such as a @role -->
  <xsl:function name="r:relator" as="xs:string?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        ($r:words-of-roles[matches($words, '(^|[^\p{L}])(' || ?words || ')', 'i')])[1]?code"/>
  </xsl:function>

  <!-- the relators of what somebody did: by the code or the address of MARC's list, else by words -->
  <xsl:function name="r:relators-of-tasks" as="xs:string+">
    <xsl:param name="tasks" as="element(tei:resp)*"/>
    <xsl:variable name="found" as="xs:string*" select="distinct-values($tasks ! r:relator-of-task(.))"/>
    <xsl:sequence select="if (exists($found)) then $found else 'ctb'"/>
  </xsl:function>

  <xsl:function name="r:relator-of-task" as="xs:string?">
    <xsl:param name="task" as="element(tei:resp)"/>
    <xsl:variable name="told" as="xs:string*" select="
        $task/(@ref, @key) ! tokenize(.)
        ! replace(., '^(https?://id\.loc\.gov/vocabulary/relators/|marcrel(ator)?:)', '')"/>
    <xsl:sequence select="
        ($told[matches(., '^[a-z]{3}$')], r:relator(normalize-space($task)))[1]"/>
  </xsl:function>
</xsl:stylesheet>
