<?xml version="1.0" encoding="UTF-8"?>
<!-- How an entry is attached to the text, told from its attributes and its place and never from
     what the header declares: around its text, by end-points, or by a location (TEI P5 12.2). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <xsl:key name="v:boundary" match="tei:app[v:has-ends(.)] | tei:note[v:points-to-text(.)]" use="v:first-target(.), v:last-target(.)"/>

  <!-- whether an entry points to the text that it is about -->
  <xsl:function name="v:has-ends" as="xs:boolean">
    <xsl:param name="app" as="element(tei:app)"/>
    <xsl:sequence select="exists($app/(@from, @to, @target))"/>
  </xsl:function>

  <!-- whether a note that is an entry points to the text that it is about -->
  <xsl:function name="v:points-to-text" as="xs:boolean">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:sequence select="
        exists($note/(@target, @targetEnd)) and exists(v:series-of-note($note))
        and (every $id in (v:first-target($note), v:last-target($note)) satisfies
             exists(key('v:id', $id, root($note))[ancestor::tei:text]))"/>
  </xsl:function>

  <!-- whether the entry stands apart from the text it is about; one that stands within a block has
       its text there, whatever location it names besides -->
  <xsl:function name="v:is-attached" as="xs:boolean">
    <xsl:param name="app" as="element(tei:app)"/>
    <xsl:sequence select="
        v:has-ends($app) or exists($app/parent::tei:listApp)
        or exists($app/@loc) and empty($app/(ancestor::tei:p | ancestor::tei:l | ancestor::tei:ab
                                             | ancestor::tei:head))"/>
  </xsl:function>

  <!-- the id a local pointer names, alone or in a scheme: `#id`, `#xpath(id('id'))`, `#left(id)` -->
  <xsl:function name="v:pointed" as="xs:string?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="
        $pointer ! replace(., '^[^#]*#', '')
        ! replace(., '^[\w\-]+\((.*@xml:id\s*=|id\()?\s*[''&quot;#]*([\w.\-]+).*$', '$2')"/>
  </xsl:function>

  <!-- the ids where an entry begins and ends. An entry in the text that points to one of them only
       begins or ends where it stands; any other is about all of what it points to -->
  <xsl:function name="v:first-target" as="xs:string?">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="
        (v:pointed(($app/@from, tokenize($app/@target))[1]),
         v:pointed($app/@to)[not(v:begins-here($app))])[1]"/>
  </xsl:function>

  <xsl:function name="v:last-target" as="xs:string?">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="
        (v:pointed(($app/@to, $app/@targetEnd, tokenize($app/@target)[last()])[1]),
         v:pointed($app/@from)[not(v:ends-here($app))])[1]"/>
  </xsl:function>

  <xsl:function name="v:begins-here" as="xs:boolean">
    <xsl:param name="app" as="element()"/>
    <xsl:variable name="end" as="element()?" select="
        $app[empty(@from | @target)]/@to ! v:beside-entry($app, .)"/>
    <xsl:sequence select="exists($end[. >> $app or . intersect $app/ancestor::*])"/>
  </xsl:function>

  <xsl:function name="v:ends-here" as="xs:boolean">
    <xsl:param name="app" as="element()"/>
    <xsl:variable name="start" as="element()?" select="
        $app[empty(@to | @target)]/@from ! v:beside-entry($app, .)"/>
    <xsl:sequence select="exists($start[. &lt;&lt; $app])"/>
  </xsl:function>

  <!-- what an entry points to, if it stands in the same section as the entry -->
  <xsl:function name="v:beside-entry" as="element()?">
    <xsl:param name="app" as="element()"/>
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:sequence select="
        key('v:id', v:pointed($pointer), root($app))[ancestor::tei:text][1]
          [v:section(.) is v:section($app)]"/>
  </xsl:function>

  <!-- whether an entry that begins or ends at an element in a note begins and ends in that note -->
  <xsl:function name="v:is-bounded-beside" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="bound" as="element()"/>
    <xsl:variable name="note" as="element()?" select="$bound/(ancestor::tei:note | ancestor::tei:witDetail)[last()]"/>
    <xsl:sequence select="
        empty($note)
        or (every $id in (v:first-target($entry), v:last-target($entry)) satisfies
            exists(key('v:id', $id, root($entry))[ancestor::tei:text][1] intersect $note/descendant::*))"/>
  </xsl:function>
</xsl:stylesheet>
