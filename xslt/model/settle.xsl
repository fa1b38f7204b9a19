<?xml version="1.0" encoding="UTF-8"?>
<!-- Step 1: one text is chosen. Where the encoding offers alternatives, the reading text takes the
     editors' choice and a witness's text takes what stands in that witness. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- 1  an intervention becomes its chosen text, wrapped as the extent of its entry
       2  brackets and the text of gaps are generated, marked as generated
       3  notes of the edition leave a witness's text
       4  comments and processing instructions go; everything else stays
       Tunnel parameters: `of`, the siglum wanted ('' for the reading text); `entries`, the ids of
       entries by generate-id(); `quoted`, true within a reading or note, where nothing is wrapped. -->
  <xsl:mode name="settle" on-no-match="shallow-copy"/>

  <xsl:template match="comment() | processing-instruction()" mode="settle"/>

  <xsl:template match="tei:TEI" mode="settle" as="element()">
    <xsl:copy>
      <xsl:attribute name="v:id" select="(@xml:id, $id)[1]"/>
      <xsl:attribute name="v:text" select="if ($witness eq '') then 'reading' else $witness"/>
      <xsl:attribute name="v:language" select="$l:language"/>
      <xsl:apply-templates select="@*, node()" mode="#current">
        <xsl:with-param name="of" tunnel="yes" select="$witness"/>
      </xsl:apply-templates>
      <xsl:call-template name="v:apparatus"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template mode="settle" priority="2" as="node()*" match="
      tei:app | tei:choice | tei:supplied | tei:gap | tei:del | tei:surplus
      | tei:milestone[@unit = 'source-break']">
    <xsl:param name="entries" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:param name="quoted" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="chosen" as="node()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:variable name="entry" as="xs:string?" select="$entries(generate-id())"/>
    <xsl:sequence select="
        if ($quoted or empty($entry)) then $chosen else v:extent($entry, $chosen)"/>
  </xsl:template>

  <xsl:template match="tei:choice" mode="settle" as="node()*">
    <xsl:param name="of" as="xs:string" tunnel="yes"/>
    <xsl:apply-templates mode="#current"
        select="(if ($of eq '') then v:preferred(.) else v:original(.))/node()"/>
  </xsl:template>

  <xsl:template match="tei:app" mode="settle" as="node()*">
    <xsl:param name="of" as="xs:string" tunnel="yes"/>
    <xsl:apply-templates select="v:reading-of(., $of)/node()" mode="#current"/>
  </xsl:template>

  <!-- an entry keyed to a place elsewhere has no text of its own here -->
  <xsl:template match="tei:app[@from or @to or @loc]" mode="settle" as="node()*"/>
  <xsl:template match="tei:listApp" mode="settle" as="node()*"/>

  <xsl:template match="tei:text//tei:del | tei:text//tei:surplus" mode="settle" as="node()*"/>

  <xsl:template match="tei:supplied" mode="settle" as="node()*">
    <xsl:sequence select="v:generated('supplied', l:label('supplied.open'))"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="v:generated('supplied', l:label('supplied.close'))"/>
  </xsl:template>

  <xsl:template match="tei:supplied[v:by-edition(.)]" mode="settle" as="node()*">
    <xsl:param name="of" as="xs:string" tunnel="yes"/>
    <xsl:if test="$of eq ''">
      <xsl:sequence select="v:generated('addition', l:label('addition.open'))"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:sequence select="v:generated('addition', l:label('addition.close'))"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:text//tei:gap" mode="settle" as="node()*">
    <xsl:sequence select="v:generated('gap', l:label('gap'))"/>
  </xsl:template>

  <!-- notes in the text belong to the reading text alone, and to no reading that is quoted -->
  <xsl:template match="tei:text//tei:note" mode="settle" as="element()?">
    <xsl:param name="of" as="xs:string" tunnel="yes"/>
    <xsl:param name="quoted" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:if test="$of eq '' and not($quoted)">
      <xsl:copy>
        <xsl:apply-templates select="@*, node()" mode="#current">
          <xsl:with-param name="quoted" tunnel="yes" select="true()"/>
        </xsl:apply-templates>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <!-- the part of the text that an entry covers -->
  <xsl:function name="v:extent" as="element(tei:seg)">
    <xsl:param name="entry" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <tei:seg v:entries="{$entry}" v:starts="{$entry}" v:ends="{$entry}">
      <xsl:sequence select="$content"/>
    </tei:seg>
  </xsl:function>

  <xsl:function name="v:generated" as="element(tei:pc)">
    <xsl:param name="by" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <tei:pc v:generated="{$by}"><xsl:value-of select="$text"/></tei:pc>
  </xsl:function>

  <!-- a mark without a source of its own is the edition's -->
  <xsl:function name="v:by-edition" as="xs:boolean">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="empty($mark/@source)"/>
  </xsl:function>

  <!-- what the editors print -->
  <xsl:function name="v:preferred" as="element()?">
    <xsl:param name="choice" as="element(tei:choice)"/>
    <xsl:sequence select="
        ($choice/tei:corr, $choice/tei:reg, $choice/tei:expan, $choice/tei:*)[1]"/>
  </xsl:function>

  <!-- what stands in the source -->
  <xsl:function name="v:original" as="element()?">
    <xsl:param name="choice" as="element(tei:choice)"/>
    <xsl:sequence select="
        ($choice/tei:sic, $choice/tei:orig, $choice/tei:abbr, $choice/tei:*)[1]"/>
  </xsl:function>

  <!-- the reading of `app` that stands in the text `of` ('' for the printed one) -->
  <xsl:function name="v:reading-of" as="element()?">
    <xsl:param name="app" as="element(tei:app)"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:variable name="readings" as="element()*" select="v:readings($app)"/>
    <xsl:sequence select="
        ($readings[$of = v:wit(.)], $app/tei:lem, $readings)[1]"/>
  </xsl:function>
</xsl:stylesheet>
