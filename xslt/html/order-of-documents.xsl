<?xml version="1.0" encoding="UTF-8"?>
<!-- What the columns of tables say of documents, and in which order these stand in each. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- what each column says of a document -->
  <xsl:variable name="h:values" as="map(xs:string, function(element(v:document)) as xs:string*)" select="map {
      'date': function($document as element(v:document)) as xs:string* { h:date-of($document) },
      'title': function($document as element(v:document)) as xs:string* { string($document/v:title) },
      'author': function($document as element(v:document)) as xs:string* { $document/v:author ! string(.) },
      'sender': function($document as element(v:document)) as xs:string* { $document/v:sender ! string(.) },
      'receiver': function($document as element(v:document)) as xs:string* { $document/v:receiver ! string(.) },
      'place': function($document as element(v:document)) as xs:string* { $document/v:place ! string(.) },
      'kind': function($document as element(v:document)) as xs:string* { h:kind-label($document) } }"/>

  <!-- the columns that say something of a document; an author is told where no sender is -->
  <xsl:variable name="h:columns" as="xs:string*" select="
      ('date', 'title', 'author'[empty($summaries/v:sender)], 'sender', 'receiver', 'place', 'kind')
      [. = 'title' or (some $document in $summaries satisfies exists($h:values(.)($document)[. ne '']))]"/>

  <!-- the date in the words of the document, else in those of the labels -->
  <xsl:function name="h:date-of" as="xs:string?">
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:sequence select="
        ($document/*[@v:fact = 'created'] ! normalize-space(),
         string-join($document/(@from, @to) ! v:day(.), ' – '))[. ne ''][1]"/>
  </xsl:function>

  <!-- known kinds in the language of the labels, others in the words of the encoding -->
  <xsl:function name="h:kind-label" as="xs:string">
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:variable name="kind" as="xs:string" select="string($document/@kind)"/>
    <xsl:sequence select="if ($kind = ('letter', 'diary')) then l:label('html.documents.kind.' || $kind) else $kind"/>
  </xsl:function>

  <!-- a date as numbers that sort, years before the era too; what has none stands last -->
  <xsl:function name="h:sortable-date" as="item()+">
    <xsl:param name="date" as="xs:string?"/>
    <xsl:variable name="year" as="xs:string" select="replace($date, '^(-?\d+).*$', '$1')"/>
    <xsl:sequence select="
        if (empty($date)) then 1
        else (0, xs:integer($year), substring($date, string-length($year) + 1))"/>
  </xsl:function>

  <xsl:variable name="h:by-date" as="element(v:document)*" select="
      sort($summaries[not(h:is-own-page(@id))], h:collation(), function($document) {
        h:sortable-date($document/@from), h:by-numbers($document/v:title), string($document/@id) })"/>

  <xsl:function name="h:sorted" as="element(v:document)*">
    <xsl:param name="column" as="xs:string"/>
    <xsl:sequence select="
        if ($column eq 'date') then $h:by-date
        else sort($h:by-date, h:collation(), function($document) {
          let $value := $h:values($column)($document)[. ne ''][1]
          return if (empty($value)) then 1 else (0, h:by-numbers($value)) })"/>
  </xsl:function>

  <!-- words that sort by the numbers in them, so that Letter 9 stands before Letter 10 -->
  <xsl:function name="h:by-numbers" as="xs:string">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="replace(replace($words, '([0-9]+)', '000000000$1'), '[0-9]*([0-9]{9})', '$1')"/>
  </xsl:function>

  <!-- by what the rows of a table are found: the year, the first letter, else the words themselves -->
  <xsl:function name="h:group" as="xs:string">
    <xsl:param name="column" as="xs:string"/>
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:variable name="value" as="xs:string" select="string($h:values($column)($document)[. ne ''][1])"/>
    <xsl:variable name="shown" as="xs:string?" select="
        if ($column eq 'date') then $document/@from ! v:day(replace(., '^(-?\d+).*$', '$1'))
        else if ($column eq 'title') then upper-case(substring(replace($value, '^[^\p{L}\p{N}]+', ''), 1, 1))
        else $value"/>
    <xsl:sequence select="($shown[. ne ''], l:label('html.documents.without'))[1]"/>
  </xsl:function>
</xsl:stylesheet>
