<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures in the text, and those of its pages: the file that outputs show, or the address that they
     lead to, and what is said of it for those who do not see it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- by what the document calls a picture, after the bases of all that it stands in (XML Base): its
       name beside each output -->
  <xsl:param name="pictures" as="map(*)" select="map { }"/>

  <xsl:template match="tei:text//tei:graphic[@url or @facs] | tei:text//tei:media[@url]" mode="reading-text" as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:if test="not(@url)"><xsl:attribute name="url" select="@facs"/></xsl:if>
      <xsl:sequence select="v:picture((@url, @facs)[1], (@url, @facs)[1])"/>
      <xsl:for-each select="v:alternative(.)">
        <xsl:attribute name="v:alt" select="."/>
      </xsl:for-each>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="tei:text//tei:pb[@facs]" mode="reading-text" as="element(tei:pb)">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:sequence select="v:facsimile(.) ! (v:picture(., tokenize(.)[1]), v:words-for-page(..))"/>
    </xsl:copy>
  </xsl:template>

  <!-- whether a picture stands among nodes, which are not empty then even without words -->
  <xsl:function name="v:has-pictures" as="xs:boolean">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="exists($nodes/descendant-or-self::*[(self::tei:graphic | self::tei:media)[@url]])"/>
  </xsl:function>

  <!-- a file beside the output, or an address of the web -->
  <xsl:function name="v:picture" as="attribute()?">
    <xsl:param name="named" as="attribute()"/>
    <xsl:param name="url" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="string-join(($named/ancestor::*/@xml:base, $url), ' ')"/>
    <xsl:choose>
      <xsl:when test="map:contains($pictures, $key)">
        <xsl:attribute name="v:file" select="$pictures($key)"/>
      </xsl:when>
      <xsl:when test="matches($url, '^https?://\S+$')">
        <xsl:attribute name="v:address" select="$url"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- what shows the page that begins here: itself named, or that of the surface that is -->
  <xsl:function name="v:facsimile" as="attribute()?">
    <xsl:param name="break" as="element(tei:pb)"/>
    <xsl:variable name="pointer" as="xs:string" select="(tokenize($break/@facs), '')[1]"/>
    <xsl:variable name="named" as="element()?"
        select="key('v:id', substring-after($pointer, '#'), root($break))[1]"/>
    <xsl:variable name="surface" as="element()?"
        select="$named/ancestor-or-self::*[self::tei:graphic or self::tei:surface][1]"/>
    <xsl:sequence select="
        if (starts-with($pointer, '#')) then $surface/(@url, tei:graphic/@url, @facs)[1]
        else $break/@facs[$pointer ne '']"/>
  </xsl:function>

  <!-- what is said of the picture of a page, or of the surface that it shows -->
  <xsl:function name="v:words-for-page" as="attribute(v:alt)?">
    <xsl:param name="named" as="element()"/>
    <xsl:for-each select="$named[not(self::tei:pb)]/
        (tei:desc, ancestor-or-self::tei:surface[1]/(tei:desc, tei:label), tei:graphic/tei:desc)
        [normalize-space()][1]">
      <xsl:attribute name="v:alt" select="normalize-space()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- the words for a picture: its description, else the heading of its figure -->
  <xsl:function name="v:alternative" as="xs:string?">
    <xsl:param name="picture" as="element()"/>
    <xsl:sequence select="
        ($picture/tei:desc, $picture/parent::tei:figure/tei:figDesc, $picture/parent::tei:figure/tei:head)
          [normalize-space()][1] ! normalize-space()"/>
  </xsl:function>
</xsl:stylesheet>
