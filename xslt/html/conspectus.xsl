<?xml version="1.0" encoding="UTF-8"?>
<!-- Conspectus siglorum: each witness with its siglum and description, linked to its text and its
     entries; groups with their members; the witnesses that have a section; what signs say. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="h:departures" match="standOff[@v:part = 'apparatus']/listApp/app"
      use="rdg/@v:wit/tokenize(.)"/>

  <xsl:key name="h:group" match="teiHeader//listWit[@xml:id]" use="@xml:id"/>

  <xsl:template match="standOff[@v:part = 'witnesses']" mode="about" as="element()+">
    <xsl:if test="h:has-comparison(..)">
      <h4 id="edition-sigla">{l:label('print.conspectus')}</h4>
    </xsl:if>
    <xsl:for-each select="listWit">
      <dl class="witnesses">
        <xsl:if test="@xml:id">
          <xsl:attribute name="id" select="v:own-id('witness-' || @xml:id, .)"/>
        </xsl:if>
        <xsl:apply-templates select="witness | listWit" mode="conspectus"/>
      </dl>
    </xsl:for-each>
    <xsl:call-template name="h:presence"/>
  </xsl:template>

  <!-- what the signs in the text say, and how words look that have none -->
  <xsl:template name="h:signs" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="signs" as="element(v:sign)*" select="standOff[@v:part = 'signs']/v:sign"/>
    <xsl:variable name="looks" as="xs:string*" select="
        distinct-values(text//(unclear | add | ex)/local-name())
        [not(l:label($h:looks(.)) = $signs)]"/>
    <xsl:if test="exists(($signs, $looks))">
      <section>
        <h3>{l:label('signs')}</h3>
        <dl class="witnesses">
          <xsl:for-each select="$signs">
            <div><dt>{@v:shown}</dt><dd>{.}</dd></div>
          </xsl:for-each>
          <xsl:for-each select="$looks">
            <div><dt><span class="tei-{.}">a</span></dt><dd>{l:label($h:looks(.))}</dd></div>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- what the style sheet tells by a look where no sign does -->
  <xsl:variable name="h:looks" as="map(xs:string, xs:string)" static="yes" select="map {
      'unclear': 'sign.unclear', 'add': 'sign.inserted', 'ex': 'sign.expanded' }"/>

  <xsl:function name="h:siglum" as="xs:string">
    <xsl:param name="witness" as="element(witness)"/>
    <xsl:sequence select="string(($witness/(@v:siglum, @xml:id, @n)[. ne ''])[1])"/>
  </xsl:function>

  <!-- 1  a witness is its siglum, what is said of it and where its text and entries are
       2  a group is its siglum and heading, its members a list within -->
  <xsl:mode name="conspectus" on-no-match="fail"/>

  <xsl:template match="witness" mode="conspectus" as="element()">
    <xsl:variable name="siglum" as="xs:string" select="h:siglum(.)"/>
    <div>
      <xsl:if test="$siglum ne ''">
        <xsl:attribute name="id" select="v:own-id('witness-' || $siglum, .)"/>
      </xsl:if>
      <dt><xsl:sequence select="h:raised((@v:printed[. ne ''], $siglum)[1])"/></dt>
      <dd>
        <xsl:apply-templates select="node() except listWit" mode="source"/>
        <xsl:sequence select="h:fragment(.)"/>
        <xsl:call-template name="h:witness-links">
          <xsl:with-param name="siglum" select="$siglum"/>
        </xsl:call-template>
        <xsl:call-template name="h:members"/>
      </dd>
    </div>
  </xsl:template>

  <!-- what a fragment lacks -->
  <xsl:function name="h:fragment" as="element()?" xpath-default-namespace="">
    <xsl:param name="witness" as="element()?"/>
    <xsl:for-each select="$witness/@v:fragment">
      <p class="fragment">
        <xsl:sequence select="h:label-language($witness/ancestor::*[last()])"/>
        <xsl:text>{.}</xsl:text>
      </p>
    </xsl:for-each>
  </xsl:function>

  <!-- to the text of a witness and, where there are several, to its entries -->
  <xsl:template name="h:witness-links" as="element(p)?" xpath-default-namespace="">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:variable name="document" as="element()" select="root()/*"/>
    <xsl:variable name="entries" as="element()*" select="key('h:departures', $siglum)"/>
    <xsl:for-each select="h:witness-page($document, $siglum)">
      <p class="to-text">
        <a href="{.}">{l:label('html.text.witness.read')}</a>
        <xsl:if test="h:has-comparison($document) and exists($entries)">
          <xsl:text> </xsl:text>
          <a href="#{$entries[1]/@v:id}" data-witness="{$siglum}">
            <xsl:text>{l:label('html.compare.departures', string(count($entries)))}</xsl:text>
          </a>
        </xsl:if>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="listWit" mode="conspectus" as="element()">
    <div class="witness-group">
      <xsl:for-each select="@xml:id">
        <xsl:attribute name="id" select="v:own-id('witness-' || ., .)"/>
      </xsl:for-each>
      <dt><xsl:sequence select="h:raised(string((@v:printed, @n)[1]))"/></dt>
      <dd>
        <xsl:for-each select="head | desc">
          <p><xsl:apply-templates select="node()" mode="text">
            <xsl:with-param name="phrasing" tunnel="yes" select="true()"/>
          </xsl:apply-templates></p>
        </xsl:for-each>
        <xsl:call-template name="h:members"/>
      </dd>
    </div>
  </xsl:template>

  <xsl:template name="h:members" as="element(dl)?" xpath-default-namespace="">
    <xsl:variable name="members" as="element()*"
        select="*:witness | self::*:listWit/*:listWit | self::*:witness/*:listWit/*"/>
    <xsl:if test="exists($members)">
      <dl class="witnesses">
        <xsl:apply-templates select="$members[self::*:witness or self::*:listWit]"
            mode="conspectus"/>
      </dl>
    </xsl:if>
  </xsl:template>

  <!-- a siglum that leads to what the conspectus says of it -->
  <xsl:function name="h:conspectus-link" as="element()" xpath-default-namespace="">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:variable name="printed" as="xs:string" select="v:printed($siglum, root($document))"/>
    <xsl:variable name="page" as="xs:string"
        select="if (h:is-reading-text($document)) then '' else h:reading-page($document)"/>
    <xsl:choose>
      <xsl:when test="h:has-comparison($document)">
        <a class="siglum" href="{$page}#{v:own-id('witness-' || $siglum, $document)}"><xsl:sequence select="h:raised($printed)"/></a>
      </xsl:when>
      <xsl:otherwise><b><xsl:sequence select="h:raised($printed)"/></b></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- which witnesses have each division -->
  <xsl:template name="h:presence" as="element(dl)?" xpath-default-namespace="">
    <xsl:variable name="document" as="element()" select="root()/*"/>
    <xsl:variable name="divisions" as="element()*" select="$document/*:text//*[@v:witnesses]"/>
    <xsl:if test="exists($divisions)">
      <dl class="presence">
        <xsl:for-each select="$divisions">
          <div>
            <dt><a href="#{h:id(.)}"><xsl:call-template name="h:division-name"/></a></dt>
            <dd>
              <span class="label">{l:label('print.present')}</span>
              <xsl:for-each select="tokenize(@v:witnesses)">
                <xsl:text> </xsl:text>
                <xsl:sequence select="h:conspectus-link($document, .)"/>
              </xsl:for-each>
            </dd>
          </div>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

  <xsl:template name="h:division-name" as="item()*">
    <xsl:variable name="heading" as="element()?" select="*[@v:is = 'heading']"/>
    <xsl:apply-templates select="$heading" mode="plain"/>
    <xsl:if test="not($heading)">{(@n, @v:id)[1]}</xsl:if>
  </xsl:template>
</xsl:stylesheet>
