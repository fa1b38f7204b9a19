<?xml version="1.0" encoding="UTF-8"?>
<!-- Conspectus siglorum: the witnesses and their groups, and where each of them is present; and what
     signs in the text say. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:t="urn:variorum:typst"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- one witness needs no list of sigla: it is told as the source -->
  <xsl:function name="t:has-conspectus" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:sequence
        select="count($document/tei:standOff[@v:part = 'witnesses']//tei:witness) ge 2"/>
  </xsl:function>

  <!-- where a siglum leads: to the first of the witnesses and groups that the file calls so -->
  <xsl:key name="t:called" match="tei:standOff[@v:part = 'witnesses']//(tei:witness | tei:listWit)"
      use="(@v:siglum, @xml:id)[1]"/>
  <xsl:function name="t:witness-label" as="xs:string">
    <xsl:param name="called" as="element()"/>
    <xsl:variable name="name" as="xs:string?"
        select="($called/@v:siglum, $called/@xml:id)[1] ! string(.)"/>
    <xsl:sequence select="
        if (exists($name) and key('t:called', $name, root($called))[1] is $called)
        then t:string($name) else 'none'"/>
  </xsl:function>

  <!-- 1  a heading, then the witnesses in their order
       2  a group has its siglum and its heading, then its members
       3  the hands of a witness follow it -->
  <xsl:mode name="conspectus" on-no-match="fail"/>

  <xsl:template match="tei:standOff" mode="conspectus" as="text()*">
    <xsl:call-template name="t:about-section">
      <xsl:with-param name="label" select="'print.conspectus'"/>
    </xsl:call-template>
    <xsl:apply-templates select="tei:listWit ! v:members(.)" mode="conspectus"/>
  </xsl:template>

  <xsl:template match="tei:standOff[@v:part = 'signs']" mode="conspectus" priority="1" as="text()*">
    <xsl:call-template name="t:about-section">
      <xsl:with-param name="label" select="'signs'"/>
    </xsl:call-template>
    <xsl:text>&#10;#sources(&#10;</xsl:text>
    <xsl:for-each select="v:sign">
      <xsl:text>  ([{t:curled(@v:shown)}], [{t:curled(.)}]),&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:listWit" mode="conspectus" as="text()*">
    <xsl:text>&#10;#witness-group({t:witness-label(.)})[{
        t:siglum(string((@v:printed, @n)[1]))}][</xsl:text>
    <xsl:apply-templates select="*[@v:is = 'caption']/node()" mode="content"/>
    <xsl:text>][</xsl:text>
    <xsl:apply-templates select="tei:witness | tei:listWit" mode="conspectus"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:witness" mode="conspectus" as="text()*">
    <xsl:text>&#10;#witness({t:witness-label(.)})[{t:siglum(@v:printed)}][</xsl:text>
    <xsl:text>{string-join((v:sentence(t:prose(.)), @v:fragment ! t:curled(.)), ' ')}</xsl:text>
    <xsl:apply-templates select="tei:bibl/tei:note" mode="source"/>
    <xsl:text>]&#10;</xsl:text>
    <xsl:apply-templates select="tei:listWit ! v:members(.)" mode="conspectus"/>
  </xsl:template>

  <!-- those of which only the sigla are known stand in one line -->
  <xsl:template match="tei:witness[v:is-bare-witness(.)][not(tei:listWit)]" mode="conspectus" as="text()*" priority="1">
    <xsl:text>#called({t:witness-label(.)})[{t:siglum(@v:printed)}]#h(0.8em)</xsl:text>
  </xsl:template>

  <!-- what no witness has: the page does not say so, and the proof asks for it -->
  <xsl:template match="*[@v:is = 'division'][@v:editorial]" mode="content" priority="2" as="text()*">
    <xsl:text>#presence(editorial: "begins")</xsl:text>
    <xsl:next-match/>
    <xsl:text>#presence(editorial: "ends")</xsl:text>
  </xsl:template>

  <!-- under the heading of a division: the witnesses that have it, if they are not those of the one before
       it or around it -->
  <xsl:template match="*[@v:is = 'division'][@v:witnesses]" mode="content" priority="1" as="text()*">
    <xsl:variable name="head" as="element()*" select="*[@v:is = 'heading']"/>
    <xsl:variable name="document" as="document-node()" select="root()"/>
    <xsl:call-template name="t:words">
      <xsl:with-param name="content" select="$head"/>
    </xsl:call-template>
    <xsl:if test="not(@v:witnesses = (preceding-sibling::*[@v:witnesses][1], ancestor::*[@v:witnesses][1])[1]/@v:witnesses)">
      <xsl:text>&#10;#present[{t:curled(l:label('print.present'))}][{
          t:curled(string-join(tokenize(@v:witnesses) ! v:printed(., $document), ' '))}]&#10;</xsl:text>
    </xsl:if>
    <xsl:call-template name="t:words">
      <xsl:with-param name="content" select="node() except $head"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
