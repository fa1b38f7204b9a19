<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands before the text: title, author, source. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:p="urn:variorum:text"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the lines above the text -->
  <xsl:mode name="header" on-no-match="deep-skip"/>

  <xsl:template match="tei:teiHeader" mode="header" as="xs:string*">
    <xsl:sequence select="@v:title, (v:facts('subtitle', .), v:facts('other-title', .), v:facts('series', .)) ! p:string(.)"/>
    <xsl:sequence select="string-join(v:facts('author', .) ! v:party-in-full(.)[. ne ''], ', ')[. ne '']"/>
    <xsl:sequence select="string-join(v:correspondence-lines(.), '&#10;')[. ne '']"/>
    <xsl:sequence select="p:section('source', v:facts('source', .) ! v:source(.))"/>
  </xsl:template>

  <!-- one line for each witness, group of them, manuscript or publication, and one for those of which only the
       sigla are known; else one for all that is
       said -->
  <xsl:function name="v:source" as="xs:string*">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each-group group-adjacent="if (v:is-bare-witness(.)) then '' else generate-id()" select="
          root($source)/tei:TEI/tei:standOff[@v:part = 'witnesses']
            //(tei:witness | tei:listWit[@xml:id]),
          $source//(tei:msDesc | tei:bibl | tei:biblStruct | tei:biblFull)
            [empty(ancestor::tei:listWit | ancestor::tei:msDesc | ancestor::tei:bibl
                   | ancestor::tei:biblStruct | ancestor::tei:biblFull)]">
        <xsl:variable name="sources" as="xs:string*">
          <xsl:apply-templates select="current-group()" mode="line"/>
        </xsl:variable>
        <xsl:sequence select="string-join($sources, ' ')"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence
        select="if (exists($lines)) then $lines else $source/tei:* ! v:description(.)"/>
  </xsl:function>

  <!-- 1  what a source is called, and what is said of it
       2  of a witness its siglum, and what a fragment lacks
       3  of a group its members -->
  <xsl:mode name="line" on-no-match="fail"/>

  <xsl:template match="*" mode="line" as="xs:string">
    <xsl:variable name="said" as="xs:string" select="v:description(.)"/>
    <xsl:sequence select="string-join((v:cited-as(.)[. ne $said] ! (. || ':'), $said), ' ')"/>
  </xsl:template>

  <!-- a manuscript: where it is, and then in sentences what is said of it -->
  <xsl:template match="tei:msDesc" mode="line" as="xs:string">
    <xsl:sequence select="string-join((@xml:id ! (. || ':'), p:manuscript(.)), ' ')"/>
  </xsl:template>

  <xsl:function name="p:manuscript" as="xs:string">
    <xsl:param name="manuscript" as="element()"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:apply-templates select="$manuscript/(* except tei:msIdentifier)" mode="description"/>
    </xsl:variable>
    <xsl:variable name="identified" as="xs:string"
        select="string-join($manuscript/tei:msIdentifier ! v:description(.), ', ')"/>
    <xsl:sequence select="
        if (exists($said[. ne ''])) then string-join(($identified, $said) ! v:sentence(.), ' ')
        else $identified"/>
  </xsl:function>

  <xsl:template match="tei:witness" mode="line" as="xs:string">
    <xsl:variable name="alone" as="element(tei:witness)">
      <xsl:copy>
        <xsl:sequence select="node() except tei:listWit"/>
      </xsl:copy>
    </xsl:variable>
    <xsl:variable name="described" as="xs:string" select="
        if ($alone/*/self::tei:msDesc and count($alone/*) eq 1) then p:manuscript($alone/tei:msDesc)
        else v:description($alone)"/>
    <xsl:sequence select="
        string-join((@v:printed[. ne ''],
                     string-join(if (@v:fragment) then (v:sentence($described), @v:fragment)
                                 else $described, ' ')[. ne '']), ': ')"/>
  </xsl:template>

  <xsl:template match="tei:listWit" mode="line" as="xs:string">
    <xsl:sequence select="
        string-join((@v:printed || ':', (tei:head | tei:desc) ! v:sentence(v:description(.)),
                     .//tei:witness/@v:printed), ' ')"/>
  </xsl:template>

  <xsl:key name="v:fragment" match="tei:standOff[@v:part = 'witnesses']//tei:witness[@v:fragment]"
      use="@v:siglum"/>

  <!-- in brackets what the witness lacks whose text this is -->
  <xsl:function name="v:lacks" as="xs:string?">
    <xsl:param name="model" as="element(tei:TEI)"/>
    <xsl:sequence select="
        key('v:fragment', $model/@v:text, root($model))[1] ! ('[' || @v:fragment || ']')"/>
  </xsl:function>

  <!-- the pieces of a description in one line -->
  <xsl:function name="v:description" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="$element" mode="description"/>
    </xsl:variable>
    <xsl:sequence select="string-join($pieces[. ne ''], ', ')"/>
  </xsl:function>

  <!-- 1  an element with text of its own is one piece
       2  an element that only holds elements gives the pieces of its children -->
  <xsl:mode name="description" on-no-match="shallow-skip"/>

  <xsl:template match="tei:*[text()[normalize-space() ne '']]" mode="description" as="xs:string">
    <xsl:sequence select="p:string(.)"/>
  </xsl:template>

  <!-- a heading from the locale and, if there is any, what stands under it -->
  <xsl:function name="p:section" as="xs:string*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="xs:string*"/>
    <xsl:sequence select="p:titled(l:label($key), $content)"/>
  </xsl:function>

  <xsl:function name="p:titled" as="xs:string*">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="content" as="xs:string*"/>
    <xsl:sequence select="
        if (empty($content)) then () else (upper-case($title), string-join($content, '&#10;'))"/>
  </xsl:function>
</xsl:stylesheet>
