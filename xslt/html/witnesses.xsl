<?xml version="1.0" encoding="UTF-8"?>
<!-- The texts of one document: the reading text and the text of each witness, one page each. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- more texts than this are linked once, not from each paragraph -->
  <xsl:variable name="h:most-parallels" as="xs:integer" select="2"/>

  <xsl:function name="h:is-reading-text" as="xs:boolean">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="$document/@v:text eq 'reading'"/>
  </xsl:function>

  <!-- each witness whose text can be read has a page of its own -->
  <xsl:function name="h:sigla" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="v:collated($document)"/>
  </xsl:function>

  <xsl:function name="h:witness-page" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="h:witness-pages($document)($siglum)"/>
  </xsl:function>

  <xsl:function name="h:witness-pages" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="map:merge($document/standOff[@v:part = 'witnesses']//witness[@v:siglum = h:sigla($document)]
        ! map { string(@v:siglum) : encode-for-uri($document/@v:id || '.' || @v:file || '.html') })"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <xsl:function name="h:reading-page" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="encode-for-uri($document/@v:id || '.html')"/>
  </xsl:function>

  <!-- what this page's text is called -->
  <xsl:function name="h:text-name" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="
        if (h:is-reading-text($document)) then l:label('html.text.reading')
        else l:label('html.text.witness', v:printed($document/@v:text, root($document)))"/>
  </xsl:function>

  <!-- the texts of this document that have pages of their own, this one left out -->
  <xsl:function name="h:other-texts" as="element()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="sigla" as="xs:string*" select="h:sigla($document)"/>
    <xsl:choose>
      <xsl:when test="not(h:is-reading-text($document))">
        <v:text href="{h:reading-page($document)}" short="{l:label('html.text.reading.short')}"/>
      </xsl:when>
      <xsl:when test="count($sigla) le $h:most-parallels">
        <xsl:for-each select="$sigla">
          <v:text siglum="{.}" href="{h:witness-page($document, .)}" short="{v:printed(., root($document))}"/>
        </xsl:for-each>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- whether another text has a paragraph, too: the text of a witness lacks what editors wrote, and what
       it leaves out or has as other paragraphs -->
  <xsl:function name="h:has-paragraph" as="xs:boolean">
    <xsl:param name="text" as="element(v:text)"/>
    <xsl:param name="paragraph" as="element()"/>
    <xsl:variable name="lemmata" as="element()*" select="
        key('h:apparatus-entry', $paragraph/descendant::seg[@v:entries][1]/tokenize(@v:entries), root($paragraph))
        /lem[@v:block = 'blocks']"/>
    <xsl:sequence select="
        empty($text/@siglum)
        or empty($paragraph/ancestor::*[@v:editorial])
           and (every $lemma in $lemmata satisfies tokenize($lemma/@v:reads) = $text/@siglum)"/>
  </xsl:function>

  <!-- a link to the same place in another text -->
  <xsl:mode name="parallel" on-no-match="fail"/>

  <xsl:template match="v:text" mode="parallel" as="item()+">
    <xsl:param name="place" as="xs:string"/>
    <xsl:param name="n" as="xs:string"/>
    <xsl:param name="in" as="element(TEI)"/>
    <xsl:text> </xsl:text>
    <a class="parallel" href="{@href}#{$place}">
      <xsl:sequence select="h:named(@short || ': ' || l:label('html.place.same', $n), $in)"/>
      <xsl:text>{@short}</xsl:text>
    </a>
  </xsl:template>
</xsl:stylesheet>
