<?xml version="1.0" encoding="UTF-8"?>
<!-- The source of the text: witnesses, manuscripts with their shelfmarks, prints. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:fact = 'source']" mode="about" as="element()">
    <section>
      <h3>{l:label('html.about.source')}</h3>
      <xsl:apply-templates select="ancestor::TEI/standOff[@v:part = 'witnesses']" mode="about"/>
      <xsl:apply-templates select="* except listWit" mode="source"/>
    </section>
  </xsl:template>

  <!-- 1  a description of a manuscript becomes a list of facts
       2  anything else is set as a block of text -->
  <xsl:mode name="source" on-no-match="fail" use-accumulators="v:character-before"/>

  <xsl:template match="text()" mode="source" as="item()*">
    <xsl:if test="normalize-space()"><xsl:apply-templates select="." mode="text"/></xsl:if>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="source" as="empty-sequence()"/>

  <xsl:template match="*" mode="source" as="item()*">
    <xsl:apply-templates select="." mode="text"/>
  </xsl:template>

  <xsl:template match="bibl" mode="source" as="element()">
    <xsl:call-template name="h:paragraph">
      <xsl:with-param name="classes" select="'tei-bibl'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="listBibl" mode="source" as="element()+">
    <xsl:if test="@type = 'parallels' and not(head)">
      <h4>{l:label('html.source.parallels')}</h4>
    </xsl:if>
    <xsl:apply-templates select="." mode="text"/>
  </xsl:template>

  <!-- a source that entries cite has the name by which they do -->
  <xsl:template match="listBibl[.//*[exists(v:cited-as(.))]]" mode="source" as="element()+"
      priority="1">
    <xsl:if test="@type = 'parallels' and not(head)">
      <h4>{l:label('html.source.parallels')}</h4>
    </xsl:if>
    <xsl:apply-templates mode="source"/>
  </xsl:template>

  <xsl:template match="*[exists(v:cited-as(.))]" mode="source" as="element()" priority="2">
    <dl class="cited">
      <div id="source-{@xml:id}">
        <dt>{v:cited-as(.)}</dt>
        <dd><xsl:next-match/></dd>
      </div>
    </dl>
  </xsl:template>

  <!-- structured references: their parts are set apart by commas -->
  <xsl:template match="biblStruct | biblStruct//(analytic | monogr | imprint | series)
      | biblFull | biblFull//(titleStmt | publicationStmt | editionStmt | seriesStmt)
      | teiHeader//recording | teiHeader//broadcast" mode="text" as="item()*">
    <xsl:variable name="block" as="xs:boolean" select="
        exists(self::biblStruct | self::biblFull) and exists(@v:block)"/>
    <xsl:element name="{if ($block) then 'div' else 'span'}">
      <xsl:sequence select="h:attributes(., 'tei-bibl')"/>
      <xsl:for-each select="*[normalize-space()]">
        <xsl:apply-templates select="." mode="text">
          <xsl:with-param name="phrasing" tunnel="yes" select="true()"/>
        </xsl:apply-templates>
        <xsl:if test="position() ne last()"><span class="separator">, </span></xsl:if>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <!-- manuscripts -->
  <xsl:template match="msDesc[@xml:id]" mode="source" as="element()" priority="1">
    <dl class="witnesses">
      <div id="witness-{@xml:id}">
        <dt>{@xml:id}</dt>
        <dd><xsl:next-match/></dd>
      </div>
    </dl>
  </xsl:template>

  <xsl:template match="msDesc" mode="source" as="element()">
    <dl class="manuscript">
      <xsl:apply-templates select="msIdentifier | msFrag/msIdentifier | msPart/msIdentifier" mode="source"/>
      <xsl:for-each select="* except (msIdentifier, msFrag, msPart)">
        <xsl:sequence select="h:description(.)"/>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:template match="msIdentifier" mode="source" as="element()*">
    <xsl:sequence select="
        h:fact('source.place', string-join((settlement, region, country) ! normalize-space(), ', ')[. ne '']),
        h:fact('source.repository', institution | repository | collection)"/>
    <xsl:variable name="marks" as="element()*" select="idno | altIdentifier/idno | msName"/>
    <xsl:if test="$marks">
      <div>
        <dt>{l:label('html.source.shelfmark')}</dt>
        <xsl:for-each select="$marks">
          <dd><xsl:call-template name="h:shelfmark"/></dd>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- fond 10026, opis 4 ...: nested numbers carry the names of their kinds -->
  <xsl:template name="h:shelfmark" as="item()*">
    <xsl:for-each select="if (idno) then idno else .">
      <xsl:if test="parent::idno and @type and not(contains(., @type))">
        <xsl:text>{@type} </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="node()" mode="text"/>
      <xsl:text>{if (position() ne last()) then ', ' else ''}</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- the rest of a description: what its parts say, each with what it is about -->
  <xsl:function name="h:description" as="element()*">
    <xsl:param name="part" as="element()"/>
    <xsl:for-each-group select="v:statements($part)" group-adjacent="v:label-of-statement(., $part)">
      <div>
        <dt>{current-grouping-key()}</dt>
        <xsl:apply-templates select="current-group()" mode="statement"/>
      </div>
    </xsl:for-each-group>
  </xsl:function>

  <!-- a statement of a description -->
  <xsl:mode name="statement" on-no-match="fail" use-accumulators="v:character-before"/>

  <xsl:template match="*" mode="statement" as="element(dd)" xpath-default-namespace="">
    <dd><xsl:apply-templates select="." mode="text"/></dd>
  </xsl:template>

  <xsl:template match="dimensions[not(text()[normalize-space()])]" mode="statement" as="element()">
    <dd>{v:size(.)}</dd>
  </xsl:template>

  <xsl:template match="teiHeader//dimensions[not(text()[normalize-space()])]" mode="text" as="text()" priority="7">
    <xsl:text>{', '[matches(current()/preceding-sibling::node()[1], '\S\s*$')]}{v:size(.)}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
