<?xml version="1.0" encoding="UTF-8"?>
<!-- What Archivematica reads in the folder `metadata` of a transfer: metadata.csv and rights.csv. It
     moves all that is handed over below `objects/`, and so the paths begin. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- a row for each representation; a repeated element is a repeated column -->
  <xsl:function name="r:archivematica" as="xs:string">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="elements" as="element()*"
        select="r:elements($record, 'application/tei+xml')"/>
    <xsl:variable name="rows" as="xs:string+" select="
        sort(map:keys($r:representations))
        ! string-join(('objects/representations/' || ., $elements ! r:cell(.)), ',')"/>
    <xsl:sequence select="
        r:lines((string-join(('filename', $elements ! ('dc.' || local-name())), ','), $rows))"/>
  </xsl:function>

  <xsl:variable name="r:rights-columns" as="xs:string+" select="
      'file', 'basis', 'status', 'determination_date', 'jurisdiction', 'start_date', 'end_date',
      'terms', 'citation', 'note', 'grant_act', 'grant_restriction', 'grant_start_date',
      'grant_end_date', 'grant_note', 'doc_id_type', 'doc_id_value', 'doc_id_role'"/>

  <!-- a row for each layer of rights, on the text; only what the header says is filled in -->
  <xsl:function name="r:archivematica-rights" as="xs:string">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:param name="document" as="xs:string"/>
    <xsl:variable name="rows" as="xs:string+">
      <xsl:for-each select="$record/r:rights">
        <xsl:variable name="known" as="map(xs:string, xs:string)" select="map:merge((
            map { 'file': 'objects/' || $document,
                  'basis': if (@target) then 'license' else 'other',
                  'note': string() },
            @target ! map { 'terms': string(current()), 'doc_id_type': 'URI',
                            'doc_id_value': string(.), 'doc_id_role': 'license' }))"/>
        <xsl:sequence
            select="string-join($r:rights-columns ! r:cell(($known(.), '')[1]), ',')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="r:lines((string-join($r:rights-columns, ','), $rows))"/>
  </xsl:function>

  <xsl:function name="r:lines" as="xs:string">
    <xsl:param name="lines" as="xs:string+"/>
    <xsl:sequence select="string-join($lines ! (. || '&#10;'))"/>
  </xsl:function>

  <xsl:function name="r:cell" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'&quot;' || replace($text, '&quot;', '&quot;&quot;') || '&quot;'"/>
  </xsl:function>
</xsl:stylesheet>
