<?xml version="1.0" encoding="UTF-8"?>
<!-- The crosswalk: a model's header becomes one neutral record, from which every standard is
     rendered. Nothing else reads the header. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- 1  the identity of the document, its dates and languages become attributes
       2  titles, agents, identifiers, rights, source, subjects, methods and changes become
          elements, in this order -->
  <xsl:mode name="record" on-no-match="fail" visibility="public"/>

  <xsl:template match="/" mode="record" as="document-node()">
    <xsl:document><xsl:apply-templates select="tei:TEI" mode="#current"/></xsl:document>
  </xsl:template>

  <xsl:template match="tei:TEI" mode="record" as="element(r:record)">
    <xsl:variable name="header" as="element()" select="tei:teiHeader"/>
    <r:record id="{@v:id}" version="{v:facts('edition', .)/@n}"
        released="{$header/@v:released}"
        issued="{(v:facts('published', .)/@when, $header/@v:released)[1]}"
        language="{r:language(.)}">
      <xsl:sequence select="r:created(.), r:original-language(.)"/>
      <r:title type="main">{$header/@v:title}</r:title>
      <xsl:apply-templates select="v:facts('subtitle', .)" mode="fact"/>
      <xsl:sequence select="r:agents(.)"/>
      <xsl:apply-templates mode="fact"
          select="v:facts('identifier', .), v:facts('rights', .)/*"/>
      <xsl:sequence select="r:source(.)"/>
      <xsl:for-each select="$header/@v:about">
        <r:abstract>{.}</r:abstract>
      </xsl:for-each>
      <xsl:sequence select="r:subjects(.)"/>
      <xsl:apply-templates mode="fact"
          select="v:facts('principles', .)[self::tei:projectDesc or self::tei:editorialDecl]"/>
      <xsl:apply-templates select="v:facts('change', .)" mode="fact"/>
    </r:record>
  </xsl:template>

  <!-- what the header says in one element becomes one element of the record;
       what has no rule here is no fact of the record -->
  <xsl:mode name="fact" on-no-match="deep-skip"/>

  <xsl:template match="*[@v:fact = 'subtitle']" mode="fact" as="element(r:title)">
    <r:title type="sub">{v:plain(.)}</r:title>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'identifier']" mode="fact" as="element(r:identifier)">
    <r:identifier type="{(@type, 'local')[1]}">{normalize-space()}</r:identifier>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'rights']/(tei:p | tei:ab)" mode="fact" as="element(r:rights)">
    <r:rights>{v:plain-paragraphs(.)}</r:rights>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'licence']" mode="fact" as="element(r:rights)">
    <r:rights target="{tokenize(@target)[1]}">{v:plain-paragraphs(.)}</r:rights>
  </xsl:template>

  <xsl:template match="tei:projectDesc | tei:editorialDecl/*" mode="fact" as="element(r:method)">
    <r:method of="{local-name()}">{v:plain-paragraphs(.)}</r:method>
  </xsl:template>

  <xsl:template match="tei:editorialDecl" mode="fact" as="element(r:method)*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'change']" mode="fact" as="element(r:change)">
    <r:change when="{@when}">{normalize-space()}</r:change>
  </xsl:template>

  <xsl:function name="r:language" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="
        ($tei/tei:text/@xml:lang, $tei/@xml:lang,
         v:facts('language', $tei)/@ident, 'und')[1]"/>
  </xsl:function>

  <!-- the language of the source where it is not that of the text -->
  <xsl:function name="r:original-language" as="attribute()*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="main" as="attribute()?"
        select="v:facts('original-language', $tei)/@mainLang"/>
    <xsl:if test="$main != r:language($tei)">
      <xsl:attribute name="original-language" select="$main"/>
    </xsl:if>
  </xsl:function>

  <!-- when the text, or else its source, was made, by a date that catalogues can sort: a day, a
       year, or a range with a slash as in ISO 8601 -->
  <xsl:function name="r:created" as="attribute()*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="date" as="element()?" select="
        (v:facts('created', $tei)[v:is-dated(.)], v:facts('source-date', $tei))[1]"/>
    <xsl:variable name="start" as="xs:string?" select="$date/(@when, @from, @notBefore)[1]"/>
    <xsl:variable name="end" as="xs:string?" select="$date[empty(@when)]/(@to, @notAfter)[1]"/>
    <xsl:if test="exists($date)">
      <xsl:attribute name="created" select="string-join(($start, $end), '/')"/>
      <xsl:attribute name="created-as" select="normalize-space($date)"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
