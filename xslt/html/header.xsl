<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says below the text: source, principles, responsibility, rights, citation and
     versions. What stands above the text is made in title.xsl. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- on the page of a witness: what the witness is, remarks left out, and what it lacks -->
  <xsl:template name="h:witness-described" as="element()*">
    <xsl:variable name="siglum" as="xs:string" select="@v:text"/>
    <xsl:for-each select="key('v:witness', $siglum)">
      <p class="witness-described">
        <xsl:sequence select="h:conspectus-link(ancestor::TEI, $siglum)"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="(bibl, msDesc/msIdentifier, .)[normalize-space()][1]/node()" mode="plain"/>
      </p>
      <xsl:sequence select="h:fragment(.)"/>
    </xsl:for-each>
    <xsl:if test="h:has-comparison(.)">
      <xsl:call-template name="h:differences"/>
    </xsl:if>
  </xsl:template>

  <!-- one term and its values; nothing where there is no value -->
  <xsl:function name="h:fact" as="element()*" xpath-default-namespace="">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:if test="exists($values)">
      <div>
        <dt>{l:label('html.' || $key)}</dt>
        <xsl:for-each select="$values">
          <dd>
            <xsl:sequence select="
                if (not(. instance of element())) then string(.)
                else if (namespace-uri() eq '') then . else (h:language(.), h:party(.))"/>
          </dd>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- a name is shown without addresses of mail; its numbers stand after it -->
  <xsl:template match="*[@v:fact = $h:parties]//idno | *[@v:fact = $h:parties]//email" mode="text"
      as="empty-sequence()" priority="9"/>

  <xsl:variable name="h:parties" as="xs:string+" select="
      'author', 'translator', 'editor', 'principal', 'funder', 'sponsor', 'responsibility'"/>

  <!-- 1  each part of the header that a scholar asks for becomes a section
       2  what is within it is set as text -->
  <xsl:mode name="about" on-no-match="fail"/>

  <xsl:template match="TEI" mode="about" as="element()">
    <section class="about" aria-labelledby="edition-about">
      <xsl:sequence select="h:label-language(.)"/>
      <h2 id="edition-about" tabindex="-1">{l:label('html.about')}</h2>
      <xsl:apply-templates select="v:facts('source', .)[normalize-space() or .//witness]" mode="about"/>
      <xsl:call-template name="h:signs"/>
      <xsl:call-template name="h:principles"/>
      <xsl:call-template name="h:responsibility"/>
      <xsl:call-template name="h:languages-and-keywords"/>
      <xsl:apply-templates select="v:facts('rights', .)[normalize-space()]" mode="about"/>
      <xsl:call-template name="h:how-to-cite"/>
      <xsl:call-template name="h:versions"/>
    </section>
  </xsl:template>

  <!-- how the text was treated: each statement by its name, an editorial declaration part by part -->
  <xsl:template name="h:principles" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="stated" as="element()*" select="v:facts('principles', .)"/>
    <xsl:variable name="principles" as="element()*" select="
        ($stated | $stated[self::editorialDecl]/*)[p or self::p][normalize-space()]"/>
    <xsl:if test="exists($principles)">
      <section>
        <h3>{l:label('html.about.principles')}</h3>
        <dl class="principles">
          <xsl:for-each-group select="$principles"
              group-by="(local-name()[. = $h:principle-names], 'other')[1]">
            <div>
              <dt>{l:label('html.principle.' || current-grouping-key())}</dt>
              <xsl:for-each select="current-group()">
                <dd><xsl:apply-templates select="p | self::p" mode="text"/></dd>
              </xsl:for-each>
            </div>
          </xsl:for-each-group>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="h:principle-names" as="xs:string+" select="
      'correction', 'editorialDecl', 'hyphenation', 'interpretation', 'normalization',
      'projectDesc', 'punctuation', 'quotation', 'samplingDecl', 'segmentation', 'stdVals'"/>

  <!-- who did what -->
  <xsl:template name="h:responsibility" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="facts" as="element()*" select="
        ('editor', 'principal', 'funder', 'sponsor') ! h:fact(., v:facts(., current())),
        h:responsibilities((v:facts('responsibility', .), v:facts('edition-statement', .))),
        h:fact('publisher', v:facts('publisher', .) | v:facts('distributor', .))"/>
    <xsl:if test="exists($facts)">
      <section>
        <h3>{l:label('html.about.responsibility')}</h3>
        <dl class="principles"><xsl:sequence select="$facts"/></dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:responsibilities" as="element()*">
    <xsl:param name="statements" as="element()*"/>
    <xsl:for-each-group select="$statements/self::respStmt[resp[normalize-space()]][* except resp]"
        group-by="string-join(resp/normalize-space(), ', ')">
      <div>
        <dt>{current-grouping-key()}</dt>
        <xsl:for-each select="current-group()/(* except resp)">
          <dd><xsl:sequence select="h:party(.)"/></dd>
        </xsl:for-each>
      </div>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template name="h:languages-and-keywords" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="facts" as="element()*" select="
        h:fact('languages', v:facts('language', .)[normalize-space()]),
        h:fact('keywords', v:facts('keyword', .)[normalize-space()])"/>
    <xsl:if test="exists($facts)">
      <section>
        <h3>{l:label('html.about.text')}</h3>
        <dl class="principles keywords"><xsl:sequence select="$facts"/></dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'rights']" mode="about" as="element()">
    <section>
      <h3>{l:label('html.about.rights')}</h3>
      <xsl:apply-templates select="*" mode="text"/>
    </section>
  </xsl:template>

  <xsl:template match="availability//licence" mode="text" as="item()*">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="$phrasing"><xsl:call-template name="h:phrase"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="h:licence"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="h:licence" as="element()">
    <xsl:variable name="address" as="xs:string?" select="@target ! v:web-address(.)"/>
    <div class="licence">
      <xsl:choose>
        <xsl:when test="h:has-blocks(.)"><xsl:apply-templates mode="text"/></xsl:when>
        <xsl:otherwise><p><xsl:apply-templates mode="text"/></p></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$address">
        <p><a href="{$address}">{replace($address, '^https?://', '')}</a></p>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="h:how-to-cite" as="element()">
    <section>
      <h3 id="edition-citation">{l:label('html.about.citation')}</h3>
      <p class="citation">{h:citation(.)}</p>
      <xsl:call-template name="h:publication"/>
    </section>
  </xsl:template>

  <!-- whether a date may be shown: not a day that there is not -->
  <xsl:function name="h:is-possible" as="xs:boolean">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="not(matches($date, '^-?\d{4,}-\d\d-\d\d$')) or $date castable as xs:date"/>
  </xsl:function>

  <xsl:template name="h:versions" as="element()?">
    <xsl:variable name="edition" as="element()*"
        select="(v:facts('edition', .), v:facts('edition-statement', .)[self::p])[normalize-space()]"/>
    <xsl:variable name="changes" as="xs:string?"
        select="h:citing-page(@v:id)[exists(v:facts('change', current()))]"/>
    <xsl:if test="exists(($edition, $changes))">
      <section>
        <h3>{l:label('html.about.versions')}</h3>
        <xsl:for-each select="$edition">
          <p><xsl:apply-templates mode="text"/></p>
        </xsl:for-each>
        <xsl:for-each select="$changes">
          <p><a href="{.}#changes">{l:label('html.changes')}</a></p>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
