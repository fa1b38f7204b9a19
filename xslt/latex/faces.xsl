<?xml version="1.0" encoding="UTF-8"?>
<!-- Fonts for languages whose script the faces of the text do not have.
     The last one that is found counts, so that the best stands last. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- the fonts for languages by babel's names -->
  <xsl:variable name="x:fonts" as="map(xs:string, xs:string)" static="yes" select="
      map:merge(
      for $row in (
        'arabic persian urdu uyghur: Amiri, Scheherazade New, Noto Naskh Arabic, FreeSerif, DejaVu Sans',
        'hebrew yiddish: Ezra SIL, SBL Hebrew, Noto Serif Hebrew, FreeSerif, DejaVu Sans',
        'syriac: Estrangelo Edessa, Serto Jerusalem, Noto Sans Syriac',
        'chinese: Noto Serif CJK SC, Source Han Serif SC, FandolSong, AR PL UMing CN, AR PL SungtiL GB',
        'japanese: Noto Serif CJK JP, HaranoAjiMincho-Regular, IPAexMincho',
        'korean: Noto Serif CJK KR, UnBatang, Baekmuk Batang',
        'armenian: FreeSerif, Noto Serif Armenian, DejaVu Serif',
        'georgian: FreeSerif, Noto Serif Georgian, DejaVu Serif',
        'amharic: Abyssinica SIL, Noto Serif Ethiopic, FreeSerif',
        'coptic: Antinoou, Noto Sans Coptic, New Athena Unicode',
        'hindi sanskrit marathi nepali: FreeSerif, Noto Serif Devanagari, Sanskrit 2003',
        'bengali assamese: FreeSerif, Noto Serif Bengali',
        'tamil: FreeSerif, Noto Serif Tamil', 'thai: FreeSerif, Noto Serif Thai',
        'tibetan: Jomolhari, Noto Serif Tibetan')
      return tokenize(substring-before($row, ': ')) ! map { .: substring-after($row, ': ') },
      map { 'duplicates': 'reject' })"/>

  <xsl:template name="x:faces" as="text()*">
    <xsl:param name="languages" as="xs:string*"/>
    <xsl:variable name="set" as="xs:string*" select="
        for $language in distinct-values($languages)[map:contains($x:fonts, .)],
            $font in reverse(tokenize($x:fonts($language), ', '))
        return '\editionscript{' || $language || '}{' || $font || '}&#10;'"/>
    <xsl:if test="exists($set)">
      <xsl:text>\newcommand{\editionscript}[2]{\IfFontExistsTF{#2}{\babelfont[#1]{rm}{#2}}{}}&#10;</xsl:text>
      <xsl:value-of select="$set" separator=""/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
