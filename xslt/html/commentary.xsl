<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes and entries beside what they are about: below each paragraph, verse, heading or other block
     stand its own, where a telephone opens them; a wide screen shows them level with their lines, if
     the margin has room for them. Where verses have very many entries they have no marks: the number
     of the verse opens them. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- verses are dense with more than one mark for every two of them -->
  <xsl:function name="h:is-dense" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="verses" as="element()*" select="$document/text//*[@v:is = 'verse']"/>
    <xsl:sequence select="
        count($verses) ge 10 and 2 * count($verses//seg[@v:ends]) gt count($verses)"/>
  </xsl:function>

  <!-- the margin has room for notes and entries if none comes to stand a screen below its line; and more
       than 200 take a browser long to put there, since it compares each with all others -->
  <xsl:function name="h:has-margin" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="blocks" as="element()*" select="
        $document/text/descendant-or-self::*[@v:is = $h:holders]/*[not(@v:is = $h:holders)]"/>
    <xsl:sequence select="
        not(h:is-dense($document)) and count(h:commentary-of($document/text)) le 200
        and h:fits-margin($blocks)"/>
  </xsl:function>

  <xsl:function name="h:fits-margin" as="xs:boolean">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:iterate select="$blocks">
      <xsl:param name="behind" as="xs:double" select="0"/>
      <xsl:on-completion select="true()"/>
      <xsl:variable name="next" as="xs:double" select="max((0, $behind + h:more-than-block(.)))"/>
      <xsl:choose>
        <xsl:when test="$next gt 25"><xsl:break select="false()"/></xsl:when>
        <xsl:otherwise>
          <xsl:next-iteration>
            <xsl:with-param name="behind" select="$next"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <!-- how many lines of the margin the notes and entries of a block need more than the block is high;
       a line of the margin has some 40 characters, and one of the text, which is higher, 60 -->
  <xsl:function name="h:more-than-block" as="xs:double">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="told" as="element()*" select="h:commentary-of($block)"/>
    <xsl:variable name="notes" as="xs:integer" select="sum($told[not(self::app)] ! string-length())"/>
    <xsl:variable name="lines" as="xs:integer" select="1 + (string-length($block) - $notes) idiv 60"/>
    <xsl:sequence select="
        sum($told ! (1.5 + string-length((v:printed-entry, .)[1]) idiv 40)) - 1.4 * $lines"/>
  </xsl:function>

  <!-- what holds blocks that have notes and entries of their own -->
  <xsl:variable name="h:holders" as="xs:string+"
      select="'text', 'division', 'group', 'speech', 'stanza', 'opening', 'closing'"/>

  <!-- a block with notes or entries, and these after it; where only phrases may stand they follow the
       block around -->
  <xsl:template match="*[@v:is = $h:holders]/*[not(@v:is = $h:holders)]
      [descendant-or-self::*[@v:ends or @v:is = 'note' and @v:n]]" mode="text" priority="30" as="item()*">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:next-match/>
    <xsl:if test="not($phrasing) and h:stands-free(.)">
      <xsl:call-template name="h:beside"/>
    </xsl:if>
  </xsl:template>

  <!-- whether a block of the reading text lies within none but what holds blocks -->
  <xsl:function name="h:stands-free" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
        h:is-reading-text(root($block)/*) and h:in-text($block)
        and empty($block/ancestor::*[not(@v:is = ($h:holders, 'silent'))])"/>
  </xsl:function>

  <!-- the notes and entries of a block, in the order of their places in it -->
  <xsl:template name="h:beside" as="element()?" xpath-default-namespace="">
    <xsl:variable name="verse" as="xs:boolean" select="@v:is = 'verse'"/>
    <xsl:variable name="told" as="element()*" select="h:commentary-of(.)"/>
    <xsl:if test="exists($told)">
      <details class="beside{' of-verse'[$verse]}">
        <summary>
          <xsl:sequence select="h:label-language(ancestor::*:TEI)"/>
          <xsl:choose>
            <xsl:when test="$verse">
              <xsl:sequence select="h:hidden(h:summary-of($told) || ' ')"/>
              <xsl:text>{(@v:n, '·')[1]}</xsl:text>
            </xsl:when>
            <xsl:otherwise>{h:summary-of($told)}</xsl:otherwise>
          </xsl:choose>
        </summary>
        <ol>
          <xsl:apply-templates select="if ($verse) then $told/. else $told" mode="commentary"/>
        </ol>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:commentary-of" as="element()*">
    <xsl:param name="block" as="element()"/>
    <xsl:for-each select="$block/descendant-or-self::*[@v:ends or @v:is = 'note' and @v:n]">
      <xsl:sequence select="
          if (@v:ends) then key('h:apparatus-entry', tokenize(@v:ends)) else ."/>
    </xsl:for-each>
  </xsl:function>

  <!-- how many notes and entries there are -->
  <xsl:function name="h:summary-of" as="xs:string">
    <xsl:param name="told" as="element()+"/>
    <xsl:variable name="entries" as="xs:integer" select="count($told[self::app])"/>
    <xsl:variable name="notes" as="xs:integer" select="count($told) - $entries"/>
    <xsl:sequence select="string-join((
        l:label('html.beside.notes', string($notes))[$notes gt 0],
        l:label('html.beside.entries', string($entries))[$entries gt 0]), ' · ')"/>
  </xsl:function>

  <!-- a note or an entry, each as it stands in a list of its own kind -->
  <xsl:mode name="commentary" on-no-match="fail"/>

  <xsl:template match="app" mode="commentary" as="item()+">
    <xsl:apply-templates select="." mode="apparatus">
      <xsl:with-param name="beside" select="true()"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="*" mode="commentary" as="item()+" priority="-1">
    <xsl:apply-templates select="." mode="notes"/>
  </xsl:template>

  <!-- entries that have no place in the text: they stand below it -->
  <xsl:function name="h:entries-below" as="element(app)*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence
        select="$document/standOff[@v:part = 'apparatus']/listApp/app[not(key('h:ends', @v:id))]"/>
  </xsl:function>

  <!-- notes and entries are told once, on the page of the reading text -->
  <xsl:function name="h:page-of-commentary" as="xs:string?">
    <xsl:param name="told" as="element()"/>
    <xsl:sequence select="root($told)/TEI[not(h:is-reading-text(.))] ! h:reading-page(.)"/>
  </xsl:function>

  <!-- by this name the style sheet finds the line that a note or entry in the margin is level with -->
  <xsl:function name="h:anchored" as="attribute(style)?">
    <xsl:param name="told" as="element()"/>
    <xsl:variable name="document" as="element(TEI)" select="root($told)/TEI"/>
    <xsl:if test="h:is-reading-text($document) and h:has-margin($document)">
      <xsl:attribute name="style" select="'--at:--' || substring(local-name($told), 1, 1) || replace($told/@v:id, '\D+', '')"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
