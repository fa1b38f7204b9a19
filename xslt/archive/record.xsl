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
    <xsl:variable name="file" as="element()" select="tei:teiHeader/tei:fileDesc"/>
    <r:record id="{@v:id}" version="{v:facts('edition', .)/@n}"
        released="{r:released(.)}"
        issued="{(v:facts('published', .)/@when, r:released(.))[1]}"
        language="{r:language(.)}">
      <xsl:sequence select="r:created(.), r:original-language(.)"/>
      <r:title type="main">{tei:teiHeader/@v:title}</r:title>
      <xsl:apply-templates mode="fact"
          select="$file/tei:titleStmt/tei:title[not(@v:fact = 'title')][normalize-space()]"/>
      <xsl:sequence select="r:agents(tei:teiHeader)"/>
      <xsl:apply-templates mode="fact"
          select="v:facts('identifier', .), v:facts('rights', .)/*"/>
      <xsl:sequence select="r:source($file)"/>
      <xsl:apply-templates select="r:abstract(.)" mode="fact"/>
      <xsl:sequence select="r:subjects(.)"/>
      <xsl:apply-templates mode="fact"
          select="v:facts('principles', .)[self::tei:projectDesc or self::tei:editorialDecl]"/>
      <xsl:apply-templates select="v:facts('change', .)" mode="fact"/>
    </r:record>
  </xsl:template>

  <!-- what the header says in one element becomes one element of the record;
       what has no rule here is no fact of the record -->
  <xsl:mode name="fact" on-no-match="deep-skip"/>

  <xsl:template match="tei:titleStmt/tei:title" mode="fact" as="element(r:title)">
    <r:title type="{(@type, 'main')[1]}">{normalize-space()}</r:title>
  </xsl:template>

  <xsl:template match="tei:publicationStmt/tei:idno" mode="fact" as="element(r:identifier)">
    <r:identifier type="{(@type, 'local')[1]}">{normalize-space()}</r:identifier>
  </xsl:template>

  <xsl:template match="tei:availability/(tei:p | tei:ab)" mode="fact" as="element(r:rights)">
    <r:rights>{r:prose(.)}</r:rights>
  </xsl:template>

  <xsl:template match="tei:licence" mode="fact" as="element(r:rights)">
    <r:rights target="{tokenize(@target)[1]}">{r:prose(.)}</r:rights>
  </xsl:template>

  <xsl:template match="tei:abstract | tei:summary" mode="fact" as="element(r:abstract)">
    <r:abstract>{r:prose(.)}</r:abstract>
  </xsl:template>

  <xsl:template match="tei:projectDesc | tei:editorialDecl/*" mode="fact" as="element(r:method)">
    <r:method of="{local-name()}">{r:prose(.)}</r:method>
  </xsl:template>

  <xsl:template match="tei:editorialDecl" mode="fact" as="element(r:method)*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:change" mode="fact" as="element(r:change)">
    <r:change when="{@when}">{normalize-space()}</r:change>
  </xsl:template>

  <!-- the words of an element; its paragraphs are set apart by a space -->
  <xsl:function name="r:prose" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="paragraphs" as="element()*" select="$element/(tei:p | tei:ab)"/>
    <xsl:sequence select="
        string-join(if (exists($paragraphs)) then $paragraphs ! normalize-space()
                    else normalize-space($element), ' ')"/>
  </xsl:function>

  <!-- the day of the release: of the newest change, else of the edition, else of publication -->
  <xsl:function name="r:released" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="days" as="xs:string*" select="
        v:facts('change', $tei)/@when[r:is-day(.)] ! string()"/>
    <xsl:variable name="statements" as="xs:string*" select="
        $tei/tei:teiHeader/tei:fileDesc/
          (tei:editionStmt/tei:edition/tei:date, tei:publicationStmt/tei:date)
          /@when[r:is-day(.)] ! string()"/>
    <xsl:sequence select="(max($days), $statements, '')[1]"/>
  </xsl:function>

  <xsl:function name="r:is-day" as="xs:boolean">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="$date castable as xs:date and matches($date, '^\d{4}-\d\d-\d\d$')"/>
  </xsl:function>

  <xsl:function name="r:language" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="
        ($tei/tei:text/@xml:lang, $tei/@xml:lang,
         v:facts('language', $tei)/@ident, 'und')[1]"/>
  </xsl:function>

  <!-- the language of the source where it is not that of the text -->
  <xsl:function name="r:original-language" as="attribute()*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="main" as="attribute()?" select="
        ($tei/tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:textLang/@mainLang)[1]"/>
    <xsl:if test="$main != r:language($tei)">
      <xsl:attribute name="original-language" select="$main"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="r:abstract" as="element()?">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="
        (v:facts('abstract', $tei),
         $tei/tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:msContents/tei:summary)[1]"/>
  </xsl:function>

  <!-- when the source was made: a day, a year, or a range with a slash as in ISO 8601 -->
  <xsl:function name="r:created" as="attribute()*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="date" as="element()?" select="r:origin($tei)"/>
    <xsl:variable name="start" as="xs:string?" select="$date/(@when, @from, @notBefore)[1]"/>
    <xsl:variable name="end" as="xs:string?" select="$date[empty(@when)]/(@to, @notAfter)[1]"/>
    <xsl:if test="exists($date)">
      <xsl:attribute name="created" select="string-join(($start, $end), '/')"/>
      <xsl:attribute name="created-as" select="normalize-space($date)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="r:origin" as="element()?">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="header" as="element()" select="$tei/tei:teiHeader"/>
    <xsl:sequence select="
        ($header/tei:profileDesc/tei:creation//tei:date,
         $header/tei:profileDesc/tei:correspDesc/tei:correspAction[@type = 'sent']/tei:date,
         $header/tei:fileDesc/tei:sourceDesc//(tei:origDate | tei:origin//tei:date),
         $header/tei:fileDesc/tei:sourceDesc//tei:bibl//tei:date)
        [@when or @from or @notBefore or @to or @notAfter][1]"/>
  </xsl:function>
</xsl:stylesheet>
