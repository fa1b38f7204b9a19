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

  <!-- each statement: its `label`, and the `parts` that it is made of; `from`: any node of the model -->
  <xsl:function name="v:correspondence" as="map(xs:string, item()*)*">
    <xsl:param name="from" as="node()"/>
    <xsl:for-each select="v:facts('correspondence', $from)">
      <xsl:for-each select="tei:correspAction, tei:correspContext/*, tei:note, tei:p, tei:ab">
        <xsl:variable name="parts" as="element()*" select="
            if (@type and tei:* and not(text()[normalize-space()])) then * else ."/>
        <xsl:variable name="said" as="element()*" select="$parts[v:correspondence-part(.) ne '']"/>
        <xsl:if test="exists($said)">
          <xsl:map>
            <xsl:map-entry key="'label'"
                select="l:label('letter.' || ($v:labels-of-correspondence(string(@type)), 'other')[1])"/>
            <xsl:map-entry key="'parts'" select="$said"/>
          </xsl:map>
        </xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <xsl:variable name="v:labels-of-correspondence" as="map(xs:string, xs:string)" select="map {
      'sent': 'sent', 'received': 'received', 'transmitted': 'transmitted',
      'redirected': 'redirected', 'forwarded': 'forwarded',
      'prev': 'previous', 'previous': 'previous', 'next': 'next' }"/>

  <!-- a part in plain words: a name, a place, a date; the target of a reference without words -->
  <xsl:function name="v:correspondence-part" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        string((v:words-apart($part, v:dated#1)[. ne ''], $part/@target)[1])"/>
  </xsl:function>

  <!-- the statements as lines -->
  <xsl:function name="v:correspondence-lines" as="xs:string*">
    <xsl:param name="from" as="node()"/>
    <xsl:sequence select="
        v:correspondence($from) ! (?label || ': ' || string-join(?parts ! v:correspondence-part(.), ', '))"/>
  </xsl:function>
</xsl:stylesheet>
