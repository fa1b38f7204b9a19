<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a number in the text, the note below or beside it, and a way back. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = 'note'][@v:n]" mode="text" as="element()" priority="4">
    <xsl:call-template name="h:note-reference"/>
  </xsl:template>

  <!-- between blocks a reference needs a block of its own -->
  <xsl:template match="*[@v:block = 'blocks']/*[@v:is = 'note'][@v:n]" mode="text" as="element()"
      priority="5">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'p'}">
      <xsl:attribute name="class" select="'note-between'"/>
      <xsl:call-template name="h:note-reference"/>
    </xsl:element>
  </xsl:template>

  <xsl:template name="h:note-reference" as="element(a)" xpath-default-namespace="">
    <a class="note-reference" id="{@v:id}-reference" href="{h:page-of-commentary(.)}#{@v:id}" role="doc-noteref">
      <xsl:sequence select="h:anchored(.)"/>
      <xsl:text>{@v:n}</xsl:text>
    </a>
  </xsl:template>

  <!-- a note of the header or of a register has no number: it stands where it is -->
  <xsl:template match="*[@v:is = 'note']" mode="text" as="element()">
    <xsl:call-template name="h:phrase">
      <xsl:with-param name="classes" select="'remark'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- what kind of remark it is, in the words of the encoding -->
  <xsl:template match="*[@v:is = 'note'][@subtype]" mode="text" priority="1" as="element()">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if (h:has-blocks(.) and not($phrasing)) then 'div' else 'span'}">
      <xsl:sequence select="h:attributes(., 'remark')"/>
      <span class="label">{@subtype}</span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="text"/>
    </xsl:element>
  </xsl:template>

  <!-- the register entries a note gives as its sources -->
  <xsl:template name="h:note-sources" as="element()?">
    <xsl:variable name="note" as="element()" select="."/>
    <xsl:variable name="entries" as="xs:string*"
        select="tokenize(@v:entity)[exists(key('h:entity', ., root($note)))]"/>
    <xsl:if test="@source and exists($entries)">
      <p class="sources">
        <xsl:sequence select="h:label-language(ancestor::TEI)"/>
        <xsl:text>{l:label('html.sources')} </xsl:text>
        <xsl:for-each select="$entries">
          <a href="{h:register-address(., $note)}">{h:entity-name(., $note)}</a>
          <xsl:text>{if (position() ne last()) then '; ' else ''}</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- a note as an item of a list -->
  <xsl:mode name="notes" on-no-match="fail"/>

  <xsl:template match="*" mode="notes" as="item()+">
    <li class="note">
      <xsl:attribute name="id" select="@v:id"/>
      <xsl:sequence select="h:anchored(.)"/>
      <a class="back" href="#{@v:id}-reference" role="doc-backlink">
        <!-- the text of the note is known as a mention: other documents point to it by its own id -->
        <xsl:for-each select="@xml:id[current()/@v:mention][h:has-neighbours()][h:is-free(., current())]">
          <xsl:attribute name="id" select="."/>
        </xsl:for-each>
        <xsl:text>{@v:n}</xsl:text>
      </a>
      <div class="note-text">
        <xsl:sequence select="h:language(.)"/>
        <xsl:for-each select="(@v:mention, @xml:id[h:is-free(., current())])[1]">
          <xsl:attribute name="id" select="."/>
        </xsl:for-each>
        <xsl:apply-templates mode="text"/>
        <xsl:call-template name="h:note-sources"/>
      </div>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
