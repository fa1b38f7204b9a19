<?xml version="1.0" encoding="UTF-8"?>
<!-- Fonts for languages whose script the faces of the text do not have, and for single characters
     that they do not have. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- the fonts for languages by babel's names, the best first -->
  <xsl:variable name="x:fonts" as="map(xs:string, xs:string)" static="yes" select="
      map:merge(
      for $row in (
        'arabic persian urdu uyghur: Amiri, Scheherazade New, Noto Naskh Arabic, FreeSerif, DejaVu Sans',
        'hebrew yiddish: Ezra SIL, SBL Hebrew, Noto Serif Hebrew, FreeSerif, Libertinus Serif, Linux Libertine O, DejaVu Sans',
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

  <!-- the languages whose fonts have a script, by patterns of its letters -->
  <xsl:variable name="x:scripts" as="map(xs:string, xs:string)" static="yes" select="map {
      '[&#x0600;-&#x06FF;]': 'arabic', '[&#x0590;-&#x05FF;]': 'hebrew', '[&#x0700;-&#x074F;]': 'syriac',
      '[&#x3040;-&#x30FF;]': 'japanese', '[&#xAC00;-&#xD7AF;]': 'korean',
      '[&#x3400;-&#x9FFF;]': 'chinese', '[&#x0530;-&#x058F;]': 'armenian',
      '[&#x10A0;-&#x10FF;]': 'georgian', '[&#x1200;-&#x137F;]': 'amharic', '[&#x2C80;-&#x2CFF;]': 'coptic',
      '[&#x0900;-&#x097F;]': 'hindi', '[&#x0980;-&#x09FF;]': 'bengali', '[&#x0B80;-&#x0BFF;]': 'tamil',
      '[&#x0E00;-&#x0E7F;]': 'thai', '[&#x0F00;-&#x0FFF;]': 'tibetan' }"/>

  <!-- whether anything in a document is written from right to left -->
  <xsl:function name="x:has-right-to-left" as="xs:boolean">
    <xsl:param name="document" as="element()"/>
    <xsl:sequence
        select="matches(string-join($document//text()), '[&#x590;-&#x74F;]')"/>
  </xsl:function>

  <!-- The font of a language is the last one that is found. Before the face of the text is chosen, the
       fonts are named that have what it does not have, all that are found. -->
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

  <xsl:function name="x:other-faces" as="xs:string">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="text" as="xs:string" select="string-join($document//text())"/>
    <xsl:variable name="fonts" as="xs:string*" select="
        'DejaVu Serif', 'FreeSerif', 'DejaVu Sans',
        map:keys($x:scripts)[matches($text, .)] ! tokenize($x:fonts($x:scripts(.)), ', ')"/>
    <xsl:sequence select="
        '\newcommand{\editionothers}{}&#10;'
        || '\newcommand{\editionother}[1]{\IfFontExistsTF{#1}{\edef\editionothers{\editionothers&quot;#1:mode=node;&quot;,}}{}}&#10;'
        || string-join(distinct-values($fonts) ! ('\editionother{' || . || '}')) || '&#10;'
        || '\directlua{luaotfload.add_fallback(&quot;editionothers&quot;, {\editionothers})}&#10;'
        || '\defaultfontfeatures{RawFeature={fallback=editionothers}}&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
