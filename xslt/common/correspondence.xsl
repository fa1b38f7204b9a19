<?xml version="1.0" encoding="UTF-8"?>
<!-- The way of a letter, as the header tells it: who sent it, where and when, who received it, and the
     letters beside it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- each statement: its `label`, and the `parts` that it is made of; several of what the letter stands
       among are one statement; `from`: any node of the model -->
  <xsl:function name="v:correspondence" as="map(xs:string, item()*)*">
    <xsl:param name="from" as="node()"/>
    <xsl:variable name="facts" as="element()*" select="v:facts('correspondence', $from)"/>
    <xsl:sequence select="$facts/(tei:correspAction | tei:note | tei:p | tei:ab) ! v:statement(v:kind-of-letter(.), .)"/>
    <xsl:for-each-group select="$facts/tei:correspContext/*" group-by="v:kind-of-letter(.)">
      <xsl:sequence select="v:statement(current-grouping-key(), current-group())"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="v:statement" as="map(xs:string, item()*)?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="elements" as="element()+"/>
    <xsl:variable name="said" as="element()*" select="
        $elements ! (if (@type and tei:* and not(text()[normalize-space()])) then * else .)
                    [v:correspondence-part(.) ne '']"/>
    <xsl:if test="exists($said)">
      <xsl:sequence select="map { 'label': l:label('letter.' || $kind), 'parts': $said }"/>
    </xsl:if>
  </xsl:function>

  <!-- the key of its label, by its @type, or by the @subtype of a reference: `previous_letter` -->
  <xsl:function name="v:kind-of-letter" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="told" as="xs:string*"
        select="$element/(@type, @subtype) ! lower-case(replace(., '[_-].*$', ''))"/>
    <xsl:sequence select="($told ! $v:labels-of-correspondence(.), 'other')[1]"/>
  </xsl:function>

  <xsl:variable name="v:labels-of-correspondence" as="map(xs:string, xs:string)" select="map {
      'sent': 'sent', 'received': 'received', 'transmitted': 'transmitted',
      'redirected': 'redirected', 'forwarded': 'forwarded',
      'prev': 'previous', 'previous': 'previous', 'next': 'next',
      'belongstocorrespondence': 'correspondence' }"/>

  <!-- a part in plain words: a name, a place, a date; where a reference without words leads -->
  <xsl:function name="v:correspondence-part" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        string((v:words-apart($part, v:dated#1)[. ne ''], $part/@target ! replace(., '\.xml$', ''))[1])"/>
  </xsl:function>

  <!-- the statements as lines -->
  <xsl:function name="v:correspondence-lines" as="xs:string*">
    <xsl:param name="from" as="node()"/>
    <xsl:sequence select="
        v:correspondence($from) ! (?label || ': ' || string-join(?parts ! v:correspondence-part(.), ', '))"/>
  </xsl:function>
</xsl:stylesheet>
