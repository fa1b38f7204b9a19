<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates of a header in each of the spellings of P5 (att.datable.w3c, att.datable.iso), and those that
     stand in words alone, as catalogues can sort them. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- a day, a month or a year as it begins a date of ISO 8601, whose time and zone do not count -->
  <xsl:function name="r:calendar" as="xs:string?">
    <xsl:param name="date" as="xs:string?"/>
    <xsl:variable name="found" as="xs:string" select="
        replace(normalize-space($date), '^(\d{4}(-\d\d){0,2})(([T+Z]|-\d\d:).*)?$', '$1')"/>
    <xsl:sequence select="$found[v:is-calendar-date(.)]"/>
  </xsl:function>

  <!-- a date of an attribute as ISO 8601 has it with hyphens; of an interval the beginning, or the end -->
  <xsl:function name="r:told-date" as="xs:string?">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:param name="side" as="xs:integer"/>
    <xsl:sequence select="
        tokenize(normalize-space($attribute), '/')[$side]
        ! r:calendar(replace(., '^(\d{4})(\d\d)(\d\d)(T.*)?$', '$1-$2-$3'))"/>
  </xsl:function>

  <!-- the day, month or year of a date, or its beginning and its end with a slash between them; nothing
       where one of them is open, since catalogues would sort it by the other, or where the end comes first -->
  <xsl:function name="r:span" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="when" as="attribute()?" select="$date/(@when, @when-iso)[1]"/>
    <xsl:variable name="start" as="xs:string?" select="
        (($when, $date/@from, $date/@from-iso, $date/@notBefore, $date/@notBefore-iso)
         ! r:told-date(., 1))[1]"/>
    <xsl:variable name="end" as="xs:string?" select="
        if (exists($when)) then (r:told-date($when, 2), $start)[1]
        else (($date/@to, $date/@to-iso, $date/@notAfter, $date/@notAfter-iso)
              ! r:told-date(., 1))[1]"/>
    <xsl:sequence select="
        if (empty(($start, $end))) then r:in-words($date)
        else if (empty($start) or empty($end)) then ()
        else if ($start eq $end) then $start
        else ($start || '/' || $end)
             [substring($start, 1, string-length($end)) le substring($end, 1, string-length($start))]"/>
  </xsl:function>

  <!-- the one day, month or year that something was finished -->
  <xsl:function name="r:day-of" as="xs:string?">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="
        (($date/@when, $date/@when-iso, $date/@to, $date/@to-iso, $date/@notAfter,
          $date/@notAfter-iso, $date/@from, $date/@from-iso, $date/@notBefore,
          $date/@notBefore-iso) ! (r:told-date(., 2), r:told-date(., 1))[1],
         $date[not(self::tei:change)] ! r:in-words(.),
         $date/self::tei:change/tei:date ! r:day-of(.))[1]"/>
  </xsl:function>

  <!-- a date of ISO 8601, else a year, where no more than one stands in the words -->
  <xsl:function name="r:in-words" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($date)"/>
    <xsl:variable name="years" as="xs:string*" select="
        analyze-string($words, '(^|\D)([12]\d{3})(\D|$)')//*[@nr = '2'] ! string()"/>
    <xsl:sequence select="
        (r:calendar($words), $years[count($years) eq 1], $years[count($years) gt 1][last()])
        [not(matches($words, '(^|[^\p{L}])(before|after|until|vor|nach|bis|avant|après|до|после)[^\p{L}]', 'i'))][1]"/>
  </xsl:function>

  <!-- when the edition was published: its date, else the year in which its statement says so;
       dates in the terms say until when something holds -->
  <xsl:function name="r:issued" as="xs:string?">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="file" as="element()*" select="$tei/tei:teiHeader/tei:fileDesc"/>
    <xsl:sequence select="
        (($file/tei:publicationStmt/tei:date[not(@type = ('created', 'written'))],
          $file/tei:publicationStmt//tei:date[not(@type = ('created', 'written'))],
          $file/tei:publicationStmt//tei:date, $file/tei:editionStmt//tei:date)
         [empty(ancestor::tei:availability)] ! r:day-of(.))[1]"/>
  </xsl:function>

  <!-- the day of this edition: its newest change, else what the model found, else when it
       was published -->
  <xsl:function name="r:released" as="xs:string?">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="changes" as="xs:string*" select="v:facts('change', $tei) ! r:day-of(.)"/>
    <xsl:sequence select="
        (max($changes),
         $tei/tei:teiHeader/@v:released ! string(), r:issued($tei))[1]"/>
  </xsl:function>

  <!-- when the text, or else its source, was made, by a date that catalogues can sort: a day, a
       year, or a range with a slash as in ISO 8601 -->
  <xsl:function name="r:created" as="attribute()*">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="header" as="element()" select="$tei/tei:teiHeader"/>
    <xsl:variable name="source" as="element()*" select="$header/tei:fileDesc/tei:sourceDesc"/>
    <xsl:variable name="candidates" as="element()*" select="
        v:facts('created', $tei), v:facts('source-date', $tei),
        $header/tei:profileDesc/tei:creation//tei:date,
        $header/tei:profileDesc/tei:correspDesc/tei:correspAction[@type = 'sent']/tei:date,
        $source//(tei:origDate | tei:origin//tei:date),
        $source//tei:bibl[empty(ancestor::tei:msDesc)]//tei:date,
        $source//(tei:biblStruct | tei:biblFull)[empty(ancestor::tei:msDesc)]//tei:date"/>
    <xsl:variable name="date" as="element()?" select="
        ($candidates[exists(@* ! r:told-date(., 1))], $candidates[exists(r:in-words(.))])[1]"/>
    <xsl:for-each select="$date ! r:span(.)">
      <xsl:attribute name="created" select="."/>
      <xsl:attribute name="created-as" select="normalize-space($date)"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
