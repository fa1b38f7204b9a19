<?xml version="1.0" encoding="UTF-8"?>
<!-- What is said aloud: who speaks, and what is heard and seen beside the words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- each turn begins with its speaker -->
  <xsl:template match="tei:text//tei:u" mode="reading-text" as="element(tei:u)">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:sequence select="v:speaker(.)[. ne ''] ! v:generated('speaker', . || ': ')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- who speaks, by name: that of the person in the document, else the id -->
  <xsl:function name="v:speaker" as="xs:string">
    <xsl:param name="turn" as="element(tei:u)"/>
    <xsl:sequence select="
        string-join(tokenize(($turn/@who, $turn/parent::tei:annotationBlock/@who)[1])
          ! (key('v:id', v:bare(.), root($turn))/(tei:persName | tei:name)[1] ! v:spoken-name(.), v:bare(.))[. ne ''][1], ', ')"/>
  </xsl:function>

  <!-- a name, whose parts stand apart even if only their tags divide them -->
  <xsl:function name="v:spoken-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        if ($name/text()[normalize-space()]) then normalize-space($name)
        else string-join($name/* ! normalize-space()[. ne ''], ' ')"/>
  </xsl:function>

  <!-- what is no speech stands in brackets, apart from the words beside it -->
  <xsl:template match="tei:text//(tei:incident | tei:kinesic | tei:vocal | tei:writing | tei:pause)"
      mode="reading-text" as="node()+">
    <xsl:sequence select="v:space('before'[v:touches-words(current()/preceding-sibling::node()[1])])"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:if test="self::tei:pause or normalize-space()">
        <xsl:sequence select="v:generated('beside-speech', '[')"/>
        <xsl:sequence select="self::tei:pause ! v:generated('beside-speech', l:label('spoken.pause'))"/>
        <xsl:apply-templates mode="#current"/>
        <xsl:sequence select="v:generated('beside-speech', ']')"/>
      </xsl:if>
    </xsl:copy>
    <xsl:sequence select="v:space('after'[v:touches-words(current()/following-sibling::node()[1])])"/>
  </xsl:template>

  <!-- whether a neighbour has words and no white space beside it -->
  <xsl:function name="v:touches-words" as="xs:boolean">
    <xsl:param name="neighbour" as="node()?"/>
    <xsl:sequence select="
        exists($neighbour/parent::tei:u) and matches($neighbour, '\w')"/>
  </xsl:function>
</xsl:stylesheet>
