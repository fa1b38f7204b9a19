<?xml version="1.0" encoding="UTF-8"?>
<!-- Related items of DataCite 4.6 (property 20): what has no identifier of its own, or more to say. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.w3.org/2005/xpath-functions"
    xpath-default-namespace="http://www.w3.org/2005/xpath-functions"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <xsl:function name="r:related-items" as="element(array)?">
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:sequence select="r:list('relatedItems',
        ($record/r:series ! r:series-item(.),
         $record/r:holding[r:called(.) ne ''] ! r:held-item(., $record),
         $record/r:publication[@title ne ''] ! r:published-item(.),
         r:parts($record/r:part[empty(r:part-address(.))])))"/>
  </xsl:function>

  <xsl:function name="r:series-item" as="element(map)">
    <xsl:param name="series" as="element(r:series)"/>
    <map>
      <string key="relatedItemType">Collection</string>
      <string key="relationType">IsPartOf</string>
      <xsl:sequence select="r:item-number($series/@issn, 'ISSN'), r:list('titles', r:titled($series))"/>
      <xsl:for-each select="$series/@volume"><string key="volume">{.}</string></xsl:for-each>
    </map>
  </xsl:function>

  <!-- what is kept in an archive, and who keeps it; that a text is in another language than its source
       makes it no translation: a translator does -->
  <xsl:function name="r:held-item" as="element(map)">
    <xsl:param name="holding" as="element(r:holding)"/>
    <xsl:param name="record" as="element(r:record)"/>
    <xsl:variable name="is-translated" as="xs:boolean" select="
        $record/@original-language and $record/r:agent[@relator = 'trl']
        and $holding is $record/r:holding[1]"/>
    <map>
      <string key="relatedItemType">{if ($is-translated) then 'Text' else 'PhysicalObject'}</string>
      <string key="relationType">{if ($is-translated) then 'IsTranslationOf' else 'IsDerivedFrom'}</string>
      <xsl:sequence select="r:list('titles', r:titled(r:called($holding)))"/>
      <xsl:if test="$holding/@repository ne ''">
        <array key="contributors">
          <map>
            <string key="name">{$holding/@repository}</string>
            <string key="nameType">Organizational</string>
            <string key="contributorType">HostingInstitution</string>
          </map>
        </array>
      </xsl:if>
    </map>
  </xsl:function>

  <!-- a publication, with the journal or the book it stands in after its own title -->
  <xsl:function name="r:published-item" as="element(map)">
    <xsl:param name="publication" as="element(r:publication)"/>
    <map>
      <string key="relatedItemType">{
        (map { 'journal': 'JournalArticle', 'book': 'BookChapter' }(string($publication/@host-is)), 'Text')[1]}</string>
      <string key="relationType">IsDerivedFrom</string>
      <xsl:sequence select="
          (r:item-number($publication/@issn, 'ISSN'), r:item-number($publication/@isbn, 'ISBN'))[1],
          r:list('creators', $publication/r:agent ! r:named-party(.)),
          r:list('titles', (r:titled($publication/@title), $publication/@host ! r:other-title(.)))"/>
      <xsl:for-each select="$publication/@year">
        <string key="publicationYear">{.}</string>
      </xsl:for-each>
      <xsl:for-each select="$publication/@volume"><string key="volume">{.}</string></xsl:for-each>
      <xsl:for-each select="$publication/@issue"><string key="issue">{.}</string></xsl:for-each>
      <xsl:for-each select="$publication/@first-page"><string key="firstPage">{.}</string></xsl:for-each>
      <xsl:for-each select="$publication/@last-page"><string key="lastPage">{.}</string></xsl:for-each>
      <xsl:for-each select="$publication/@publisher"><string key="publisher">{.}</string></xsl:for-each>
    </map>
  </xsl:function>

  <xsl:function name="r:other-title" as="element(map)">
    <xsl:param name="title" as="xs:string"/>
    <map>
      <string key="title">{$title}</string>
      <string key="titleType">Other</string>
    </map>
  </xsl:function>

  <!-- a party of a related item, which has no numbers there -->
  <xsl:function name="r:named-party" as="element(map)">
    <xsl:param name="agent" as="element(r:agent)"/>
    <map>
      <xsl:sequence select="r:person($agent, ())/(* except array)"/>
    </map>
  </xsl:function>

  <xsl:function name="r:item-number" as="element(map)?">
    <xsl:param name="number" as="attribute()?"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:for-each select="$number">
      <map key="relatedItemIdentifier">
        <xsl:sequence select="r:identified('relatedItemIdentifier', ., $type)/*"/>
      </map>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
