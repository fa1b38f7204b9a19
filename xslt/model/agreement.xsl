<?xml version="1.0" encoding="UTF-8"?>
<!-- Readings that say the same. An entry of which all readings do records no variation, as programs that
     compare witnesses write them: it is left out, and told. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- whether all readings are the same words, of witnesses, and nothing else is said of them -->
  <xsl:function name="v:is-without-variation" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="readings" as="element()*" select="$element/self::tei:app[not(*//@resp)] ! v:readings(.)"/>
    <xsl:sequence select="
        exists($readings) and v:is-without-words($element)
        or exists($readings[2]) and not($element//(tei:note | tei:witDetail))
        and (exists($readings[1][self::tei:lem]) or not(v:is-attached($element)))
        and (every $reading in $readings satisfies v:is-plain($reading))
        and count(distinct-values($readings ! v:words-beside-breaks(.))) eq 1
        and empty(v:own-marks($element)[exists(v:told-of-mark(.))])"/>
  </xsl:function>

  <!-- whether readings have nothing but a note of the text, or beginnings of lines and pages, and no more is said of any -->
  <xsl:function name="v:is-without-words" as="xs:boolean">
    <xsl:param name="app" as="element(tei:app)"/>
    <xsl:variable name="readings" as="element()*" select="v:readings($app)"/>
    <xsl:sequence select="
        exists(($app//tei:note, $readings[2][$readings/*[v:is-break(.)]])) and not(v:is-attached($app))
        and empty(($app | $readings)/(* except (tei:lem | tei:rdg | tei:rdgGrp | tei:note))[not(v:is-break(.))])
        and empty($app//tei:note except v:reading-of($app, '')/tei:note)
        and empty($readings ! v:facts-of-reading(.)[local-name() ne 'wit'])
        and not($readings/text()[normalize-space()])"/>
  </xsl:function>

  <!-- whether a reading is words of witnesses, and no more is said of it but where a witness begins again -->
  <xsl:function name="v:is-plain" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        empty($reading/(* except (tei:witStart | tei:witEnd | tei:lacunaStart | tei:lacunaEnd))[not(v:is-break(.) or v:is-look(.))]) and normalize-space($reading) ne ''
        and (exists(v:wit($reading)) or $reading[self::tei:lem])
        and empty(v:facts-of-reading($reading)[local-name() ne 'wit'])
        and empty($reading/@resp)"/>
  </xsl:function>

  <!-- whether an element says no more than how its words look -->
  <xsl:function name="v:is-look" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::tei:hi][every $within in descendant::* satisfies $within/self::tei:hi])"/>
  </xsl:function>

  <!-- whether an element begins a line, a page or a unit: no word of a witness -->
  <xsl:function name="v:is-break" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::tei:lb | self::tei:pb | self::tei:cb | self::tei:gb | self::tei:milestone))"/>
  </xsl:function>

  <!-- the words of a reading, wherever its lines and pages begin -->
  <xsl:function name="v:words-beside-breaks" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        normalize-space(string-join($reading/node() ! (if (self::*[v:is-break(.)][not(@break = 'no')]) then ' ' else string(.))))"/>
  </xsl:function>

  <!-- entries that have no variation, and those of which two readings are the same, are told -->
  <xsl:template name="v:report-agreement" as="empty-sequence()">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:for-each select="tei:text//tei:app[v:is-without-variation(.)][empty(v:own-marks(.))]">
      <xsl:message>
        <v:finding code="entry-without-variation" path="{path()}" lemma="{v:words-beside-breaks(v:readings(.)[1])}"/>
      </xsl:message>
    </xsl:for-each>
    <xsl:for-each select="tei:text//tei:app[not(v:is-without-variation(.))]">
      <xsl:variable name="plain" as="element()*" select="v:readings(.)[empty(*)][v:is-plain(.)][exists(v:wit(.))]"/>
      <xsl:for-each-group select="$plain[count($plain) gt 1]" group-by="normalize-space()">
        <xsl:if test="count(current-group()) gt 1">
          <xsl:message>
            <v:finding code="readings-alike" path="{path(current-group()[2])}" lemma="{current-grouping-key()}"/>
          </xsl:message>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
