<?xml version="1.0" encoding="UTF-8"?>
<!-- Documents without a text get one: the transcript of their surfaces, their pictures, or the
     letters that their header lists. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- the document with a text, made of what it has instead -->
  <xsl:function name="v:with-text" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="tei" as="element(tei:TEI)?" select="$document/tei:TEI"/>
    <xsl:variable name="instead" as="element()*" select="
        if (exists($tei/tei:text//text()[normalize-space()])
            or exists($tei/tei:text//(tei:graphic | tei:gap | tei:ptr))) then ()
        else if ($tei/tei:sourceDoc[normalize-space()]) then $tei/tei:sourceDoc
        else if ($tei/tei:teiHeader/tei:profileDesc/tei:correspDesc[normalize-space()] and $tei/tei:text)
        then $tei/tei:teiHeader/tei:profileDesc/tei:correspDesc
        else if ($tei/tei:text) then ()
        else ($tei/tei:sourceDoc, $tei[not(tei:sourceDoc)]/tei:facsimile)"/>
    <xsl:sequence select="if (exists($instead)) then v:made-of($tei, $instead) else $document"/>
  </xsl:function>

  <xsl:function name="v:made-of" as="document-node()">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:param name="instead" as="element()+"/>
    <xsl:document>
      <tei:TEI>
        <xsl:sequence select="$tei/@*, $tei/node()[not(self::tei:text)]"/>
        <tei:text>
          <tei:body>
            <xsl:choose>
              <xsl:when test="$instead/self::tei:correspDesc">
                <tei:list rend="simple">
                  <xsl:apply-templates select="$instead" mode="instead-of-text"/>
                </tei:list>
              </xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="$instead" mode="instead-of-text"/>
              </xsl:otherwise>
            </xsl:choose>
          </tei:body>
        </tei:text>
      </tei:TEI>
    </xsl:document>
  </xsl:function>

  <!-- 1  a surface begins a page; its zones are blocks, in which each line ends where it does
       2  a surface without words shows its picture
       3  a letter is an item: who sent it, where and when, and who received it -->
  <xsl:mode name="instead-of-text" on-no-match="shallow-copy"/>

  <xsl:template match="tei:sourceDoc | tei:facsimile" mode="instead-of-text" as="node()*">
    <xsl:call-template name="v:zones"/>
  </xsl:template>

  <xsl:template match="tei:surfaceGrp" mode="instead-of-text" as="element(tei:div)">
    <tei:div>
      <xsl:sequence select="@*"/>
      <xsl:apply-templates select="*" mode="#current"/>
    </tei:div>
  </xsl:template>

  <xsl:template match="tei:surface" mode="instead-of-text" as="node()*">
    <tei:pb>
      <xsl:sequence select="@xml:id, @n, v:bases(.)"/>
      <xsl:for-each select="(@facs, tei:graphic[normalize-space(current())]/@url)[1]">
        <xsl:attribute name="facs" select="."/>
      </xsl:for-each>
    </tei:pb>
    <xsl:call-template name="v:zones">
      <xsl:with-param name="parts"
          select="node() except tei:graphic[normalize-space(current())]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:zone[tei:zone or tei:surface]" mode="instead-of-text" as="node()*">
    <xsl:call-template name="v:zones"/>
  </xsl:template>

  <xsl:template match="tei:zone" mode="instead-of-text" as="element(tei:ab)?">
    <xsl:if test="normalize-space()">
      <tei:ab>
        <!-- of zones a number is a number, and other values are names in the file -->
        <xsl:sequence select="@* except @n[not(matches(., '^\d+\p{L}?$'))], v:surface(.)"/>
        <xsl:apply-templates mode="#current"/>
      </tei:ab>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:surface/tei:desc | tei:surface/tei:label | tei:zone/tei:desc"
      mode="instead-of-text" as="element(tei:ab)">
    <tei:ab>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </tei:ab>
  </xsl:template>

  <!-- zones, and what stands between them -->
  <xsl:template name="v:zones" as="node()*">
    <xsl:param name="parts" as="node()*" select="node()"/>
    <xsl:for-each-group select="$parts[self::* or normalize-space()]"
        group-adjacent="exists((self::tei:zone | self::tei:surface | self::tei:surfaceGrp | self::tei:desc | self::tei:label | self::tei:graphic))">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="instead-of-text"/>
        </xsl:when>
        <xsl:when test="current-group()[normalize-space()]">
          <tei:ab>
            <xsl:sequence select="v:surface(current-group()[1]/..)"/>
            <xsl:apply-templates select="current-group()" mode="instead-of-text"/>
          </tei:ab>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- the number of the surface, by which what is written on it is cited -->
  <xsl:function name="v:surface" as="attribute()?">
    <xsl:param name="zone" as="element()"/>
    <xsl:for-each select="$zone/ancestor-or-self::tei:surface[@n][1]">
      <xsl:attribute name="v:surface" select="normalize-space(@n)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- white space beside lines is layout of the file -->
  <xsl:template match="text()[not(normalize-space())][(preceding-sibling::*[1] | following-sibling::*[1])/self::tei:line]"
      mode="instead-of-text" as="empty-sequence()"/>

  <xsl:template match="tei:line" mode="instead-of-text" as="node()*">
    <xsl:if test="@n or preceding-sibling::tei:line">
      <tei:lb>
        <xsl:sequence select="@*"/>
      </tei:lb>
    </xsl:if>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- of several pictures of one surface the first: the others are the same in other sizes -->
  <xsl:template match="tei:graphic" mode="instead-of-text" as="element(tei:figure)?">
    <xsl:if test="empty(preceding-sibling::tei:graphic[parent::tei:surface])">
      <tei:figure>
        <xsl:sequence select="v:bases(.)"/>
        <xsl:copy-of select="."/>
      </tei:figure>
    </xsl:if>
  </xsl:template>

  <!-- from where addresses are seen, by what stands around and is not kept -->
  <xsl:function name="v:bases" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="bases" as="attribute()*" select="
        $element/ancestor-or-self::*[self::tei:sourceDoc or self::tei:facsimile or self::tei:surface]/@xml:base"/>
    <xsl:if test="exists($bases)">
      <xsl:attribute name="xml:base" select="$bases"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="tei:correspDesc" mode="instead-of-text" as="element(tei:item)">
    <tei:item>
      <xsl:sequence select="@*"/>
      <xsl:for-each select="tei:correspAction[v:tells-of-letter(.)]">
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <xsl:sequence select="v:generated('separator', ' → ')[$number gt 1]"/>
        <xsl:for-each select="*[v:tells-of-letter(.)]">
          <xsl:variable name="number" as="xs:integer" select="position()"/>
          <xsl:sequence select="v:generated('separator', ', ')[$number gt 1]"/>
          <xsl:apply-templates select="." mode="#current"/>
        </xsl:for-each>
      </xsl:for-each>
    </tei:item>
  </xsl:template>

  <!-- a date that only machines can read -->
  <xsl:template match="tei:correspAction/tei:date[not(normalize-space())]" mode="instead-of-text"
      as="element(tei:date)">
    <xsl:copy>
      <xsl:sequence select="@*, v:generated('date', v:dates-in-words(.))"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="v:tells-of-letter" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        normalize-space($element) ne '' or exists($element/descendant-or-self::tei:date[v:is-dated(.)])"/>
  </xsl:function>
</xsl:stylesheet>
