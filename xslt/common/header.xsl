<?xml version="1.0" encoding="UTF-8"?>
<!-- What a document's header says, as every output and the package ask for it: by the names of the
     facts that the model has found (model/header.xsl). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:fact" match="tei:teiHeader//*[@v:fact]" use="@v:fact"/>

  <!-- the elements that state a fact, in the order of the header; `from`: any node of the model -->
  <xsl:function name="v:facts" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="from" as="node()"/>
    <xsl:sequence select="key('v:fact', $name, root($from))"/>
  </xsl:function>

  <!-- a fact in plain words, without notes; a name also without its numbers and addresses, which in
       a title are part of it -->
  <xsl:function name="v:plain" as="xs:string">
    <xsl:param name="fact" as="element()"/>
    <xsl:variable name="silent" as="element()*"
        select="$fact[self::tei:item]//(tei:list | tei:idno | tei:email)"/>
    <xsl:sequence select="
        if (exists(v:party-names($fact))) then v:party-name($fact)
        else if ($fact/(tei:surname | tei:forename)) then v:name-in-order($fact, false())
        else if (not($fact/(self::tei:title | self::tei:item))) then v:words-of-name($fact)
        else v:joined-words(v:nodes-of-words($fact)[empty(ancestor-or-self::* intersect $silent)])"/>
  </xsl:function>

  <!-- the words of a fact that may have paragraphs or lists, which are set apart by a space -->
  <xsl:function name="v:plain-paragraphs" as="xs:string">
    <xsl:param name="fact" as="element()"/>
    <xsl:variable name="parts" as="element()*"
        select="$fact[tei:p or tei:ab or tei:list]/(* except tei:head)"/>
    <xsl:sequence
        select="string-join(($parts, $fact[empty($parts)]) ! normalize-space(), ' ')"/>
  </xsl:function>

  <!-- whether machines can read a date -->
  <xsl:function name="v:is-dated" as="xs:boolean">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="exists($date/(@when, @from, @notBefore, @to, @notAfter))"/>
  </xsl:function>

  <!-- a day, a month or a year of ISO 8601, without a time zone -->
  <xsl:function name="v:is-calendar-date" as="xs:boolean">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="
        matches($date, '^\d{4}(-\d\d){0,2}$')
        and ($date castable as xs:date or $date castable as xs:gYearMonth
             or $date castable as xs:gYear)"/>
  </xsl:function>

  <!-- several facts in plain words, with commas between them -->
  <xsl:function name="v:listed" as="xs:string?">
    <xsl:param name="facts" as="element()*"/>
    <xsl:sequence select="string-join(($facts ! v:plain(.))[. ne ''], ', ')[. ne '']"/>
  </xsl:function>

  <!-- how to cite the document, with its address where the edition has one -->
  <xsl:function name="v:citation" as="xs:string">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:param name="site" as="xs:string?"/>
    <xsl:sequence select="string-join(($document/tei:teiHeader/@v:citation,
        $site ! (replace(., '/$', '') || '/' || encode-for-uri($document/@v:id || '.html') || '.')), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
