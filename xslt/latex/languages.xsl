<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages, as babel names them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- babel's names of languages by their codes (ISO 639); another one is set like the language
       around it -->
  <xsl:variable name="x:languages" as="map(xs:string, xs:string)" select="
      map:merge(tokenize('af:afrikaans am:amharic ar:arabic as:assamese az:azerbaijani be:belarusian
      bg:bulgarian bn:bengali bo:tibetan br:breton bs:bosnian ca:catalan cop:coptic cs:czech
      cu:churchslavonic cy:welsh da:danish de:german el:greek en:english eo:esperanto es:spanish
      et:estonian eu:basque fa:persian fi:finnish fil:filipino fr:french fur:friulian ga:irish
      gd:scottishgaelic gl:galician grc:ancientgreek gu:gujarati ha:hausa he:hebrew hi:hindi
      hr:croatian hsb:uppersorbian hu:hungarian hy:armenian ia:interlingua id:indonesian is:icelandic
      it:italian ja:japanese ka:georgian kk:kazakh km:khmer kn:kannada ko:korean ky:kyrgyz la:latin
      lo:lao lt:lithuanian lv:latvian mk:macedonian ml:malayalam mn:mongolian mr:marathi ms:malay
      nb:norwegianbokmal ne:nepali nl:dutch nn:nynorsk or:odia pa:punjabi pl:polish pms:piedmontese
      pt:portuguese rm:romansh ro:romanian ru:russian sa:sanskrit sk:slovak sl:slovenian sq:albanian
      sr:serbian sv:swedish syr:syriac ta:tamil te:telugu th:thai tk:turkmen tr:turkish ug:uyghur
      uk:ukrainian ur:urdu uz:uzbek vi:vietnamese yi:yiddish zh:chinese')
      ! map { substring-before(., ':'): substring-after(., ':') })"/>

  <xsl:variable name="x:right-to-left" as="xs:string*"
      select="'arabic', 'hebrew', 'persian', 'syriac', 'uyghur', 'urdu', 'yiddish'"/>

  <!-- babel mirrors brackets of lines from right to left whenever a line is made, and reledmac makes each
       line twice: what is mirrored stays as it is. Nor does it know a hyphen at which a line has ended. -->
  <xsl:variable name="x:mirrored-once" as="xs:string"><xsl:text>\directlua{
  local seen, bidi = luatexbase.new_attribute("editionseen"), Babel.bidi
  function Babel.bidi(head, ...)
    local mirrored = {}
    for glyph in node.traverse_id(node.id("glyph"), head) do
      if node.has_attribute(glyph, seen) then table.insert(mirrored, {glyph, glyph.char}) end
    end
    for part in node.traverse_id(node.id("disc"), head) do
      if part.subtype == 2 and not part.replace then part.subtype = 0 end
    end
    head = bidi(head, ...)
    for _, pair in ipairs(mirrored) do pair[1].char = pair[2] end
    for glyph in node.traverse_id(node.id("glyph"), head) do node.set_attribute(glyph, seen, 1) end
    return head
  end
}
</xsl:text></xsl:variable>

  <!-- babel's name for a language tag, if it has one; not for a transliteration -->
  <xsl:function name="x:language" as="xs:string?">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="subtags" as="xs:string*" select="tokenize(lower-case($tag), '-')"/>
    <xsl:sequence select="$subtags[1][not($subtags = 'latn')] ! $x:languages(.)"/>
  </xsl:function>

  <!-- the language of the document -->
  <xsl:function name="x:main-language" as="xs:string">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:sequence select="
        (($document/tei:text/@v:lang, $document/@v:lang)[1] ! x:language(.), 'english')[1]"/>
  </xsl:function>

  <!-- the language of a block where it is not that of the document -->
  <xsl:function name="x:own-language" as="xs:string?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="language" as="xs:string?"
        select="x:language($block/ancestor-or-self::*[@v:lang][1]/@v:lang)"/>
    <xsl:sequence select="$language[. ne x:main-language(root($block)/tei:TEI)]"/>
  </xsl:function>

  <!-- words in a language other than that around them; a note stands elsewhere -->
  <xsl:template match="*[@v:lang][not(@v:is = 'note')][ancestor::tei:text][x:language(@v:lang)]
      [not(@v:lang = ../ancestor-or-self::*[@v:lang][1]/@v:lang)]" mode="content" priority="20"
      as="text()*">
    <xsl:value-of select="'\foreignlanguage{' || x:language(@v:lang) || '}{'"/>
    <xsl:next-match/>
    <xsl:text>}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
