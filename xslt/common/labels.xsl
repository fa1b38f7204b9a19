<?xml version="1.0" encoding="UTF-8"?>
<!-- Generated words: every one of them comes from locale/LANG.xml through these functions. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the files of locale/, as nodes -->
  <xsl:param name="locales" as="document-node()*" select="()"/>
  <!-- the language of the labels -->
  <xsl:param name="language" as="xs:string" select="'en'"/>

  <xsl:key name="l:label" match="label" use="@key"/>

  <!-- the language of the short words of the apparatus, where that is another -->
  <xsl:param name="apparatus-language" as="xs:string" select="''"/>

  <!-- the language asked for where locale/ has it, else English -->
  <xsl:variable name="l:language" as="xs:string" select="
      ($locales/labels[not(@part)]/@xml:lang[. = ($language, substring-before($language, '-'))], 'en')[1]"/>

  <xsl:variable name="l:labels" as="document-node()?"
      select="$locales[labels[not(@part)]/@xml:lang = $l:language]"/>

  <xsl:variable name="l:apparatus" as="document-node()?"
      select="$locales[labels/@xml:lang = $apparatus-language][1]"/>
  <!-- what says which labels are words of the apparatus -->
  <xsl:variable name="l:of-apparatus" as="document-node()?"
      select="if (exists($l:apparatus)) then $locales[labels/@part = 'apparatus'][1] else ()"/>

  <xsl:function name="l:found" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="(
        if (exists($l:of-apparatus) and exists(key('l:label', $key, $l:of-apparatus)))
        then key('l:label', $key, $l:apparatus) else (),
        key('l:label', $key, $l:labels))[1] ! string(.)"/>
  </xsl:function>

  <!-- the label; a key that no locale file has is an error of ours -->
  <xsl:function name="l:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="
        (l:found($key), error(xs:QName('l:missing'), 'no label ' || $key))[1]"/>
  </xsl:function>

  <!-- the label with its slots {0}, {1} ... filled, each of which it has once -->
  <xsl:function name="l:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="l:fill(l:label($key), $values, 0)"/>
  </xsl:function>

  <!-- the label of a word of the encoding, and where there is none the word itself -->
  <xsl:function name="l:known" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="word" as="xs:string"/>
    <xsl:sequence select="(l:found($key), $word)[1]"/>
  </xsl:function>

  <xsl:function name="l:fill" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:param name="slot" as="xs:integer"/>
    <xsl:variable name="mark" as="xs:string" select="'{' || $slot || '}'"/>
    <xsl:sequence select="
        if (empty($values)) then $text
        else l:fill(if (contains($text, $mark))
                    then substring-before($text, $mark) || head($values)
                         || substring-after($text, $mark)
                    else $text,
                    tail($values), $slot + 1)"/>
  </xsl:function>
</xsl:stylesheet>
