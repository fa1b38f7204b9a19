<?xml version="1.0" encoding="UTF-8"?>
<!-- Before the first step: what witnesses have in another order. Each element that stands elsewhere in
     a witness gets an entry with what the witness has in its place (TEI P5 11.3.4.5, att.global.linking). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- the transpositions of witnesses or scholars, or, where nobody is named, of the edition, by what they move -->
  <xsl:key name="v:transposition" match="tei:transpose[tei:ptr[2]]"
      use="tei:ptr/@target ! v:pointed(.)"/>

  <!-- what stands elsewhere in the reading of a witness, by what it is a copy of -->
  <xsl:key name="v:moved" match="tei:rdg[@wit][v:is-transposition(ancestor::tei:app[1])]/tei:*[v:is-copy(.)]"
      use="v:pointed(@copyOf)"/>

  <!-- 1  what witnesses have elsewhere is the lemma of an entry; 2  a lemma that is a copy gets its words
       3  everything else stays -->
  <xsl:mode name="transposed" on-no-match="shallow-copy"/>

  <xsl:template match="/" mode="transposed" as="document-node()">
    <xsl:document>
      <xsl:apply-templates mode="#current"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="tei:text//tei:*[@xml:id][v:moving(.) or v:moved-copies(.)]"
      mode="transposed" as="element()">
    <xsl:variable name="moved" as="element()" select="."/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <tei:app type="transposition">
        <xsl:if test="v:is-unit(.)">
          <xsl:attribute name="v:moved" select="'true'"/>
        </xsl:if>
        <tei:lem>
          <xsl:apply-templates mode="#current"/>
        </tei:lem>
        <!-- witnesses that have the same there share a reading -->
        <xsl:for-each-group select="v:moving($moved)" group-by="
            string-join((generate-id(v:in-place-of($moved, .)), @resp, (if (v:bare(@source) = v:sigla(root($moved))) then () else generate-id())), ' ')">
          <tei:rdg type="transposition" v:moved="true">
            <xsl:if test="@source">
              <xsl:attribute name="{if (v:bare(@source) = v:sigla(root())) then 'wit' else 'source'}" select="current-group()/@source"/>
            </xsl:if>
            <xsl:variable name="instead" as="element()" select="v:in-place-of($moved, .)"/>
            <xsl:for-each select="$instead[v:is-unit(.)]/@xml:id">
              <xsl:attribute name="v:place-of" select="."/>
            </xsl:for-each>
            <xsl:copy-of select="@resp, $instead/node()"/>
          </tei:rdg>
        </xsl:for-each-group>
        <xsl:for-each-group select="v:moved-copies(.)" group-by="true()">
          <tei:rdg type="transposition" wit="{current-group()/../@wit}"/>
        </xsl:for-each-group>
      </tei:app>
    </xsl:copy>
  </xsl:template>

  <!-- the copies of an element in what witnesses have elsewhere, but those of which the entry around the element
       says itself what they have here -->
  <xsl:function name="v:moved-copies" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="told" as="xs:string*" select="
        $element/ancestor::tei:app[1][v:is-transposition(.)] ! v:readings(.)[not(. intersect $element/ancestor::*)] ! v:wit(.)"/>
    <xsl:sequence select="key('v:moved', $element/@xml:id, root($element))[not(v:wit(..) = $told)]"/>
  </xsl:function>

  <!-- a lemma that is a copy has the words of another element, but not its ids -->
  <xsl:template match="tei:text//tei:lem[v:is-copy(.)]" mode="transposed" as="element(tei:lem)">
    <xsl:copy>
      <xsl:apply-templates select="@* except @copyOf" mode="#current"/>
      <xsl:apply-templates select="v:copied-nodes(.)" mode="copied"/>
    </xsl:copy>
  </xsl:template>

  <!-- everything stays but ids -->
  <xsl:mode name="copied" on-no-match="shallow-copy"/>
  <xsl:template match="@xml:id" mode="copied" as="empty-sequence()"/>

  <xsl:function name="v:with-transpositions" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="has-any" as="xs:boolean" select="
        exists($document//tei:transpose) or exists($document//tei:lem/@copyOf)
        or exists($document//tei:app[v:is-transposition(.)]//@copyOf)"/>
    <xsl:sequence select="$document[not($has-any)]"/>
    <xsl:apply-templates select="$document[$has-any]" mode="transposed"/>
  </xsl:function>

  <!-- the transpositions in which something else stands in the place of an element -->
  <xsl:function name="v:moving" as="element(tei:transpose)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        key('v:transposition', $element/@xml:id, root($element))[not(v:in-place-of($element, .) is $element)]"/>
  </xsl:function>

  <!-- what a transposition has where an element stands: its pointers fill these places in their order -->
  <xsl:function name="v:in-place-of" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="transposition" as="element(tei:transpose)"/>
    <xsl:variable name="order" as="element()*" select="
        for $pointer in $transposition/tei:ptr
        return key('v:id', v:pointed($pointer/@target), root($transposition))[ancestor::tei:text][1]"/>
    <xsl:variable name="at" as="xs:integer" select="count(($order | ())[. &lt;&lt; $element]) + 1"/>
    <xsl:sequence select="if (count($order) eq count($order | ())) then $order[$at] else $element"/>
  </xsl:function>

  <xsl:function name="v:is-transposition" as="xs:boolean">
    <xsl:param name="app" as="element(tei:app)?"/>
    <xsl:sequence select="v:is-of-transposition($app/(@type, v:readings(.) ! v:of-reading(., 'type')))"/>
  </xsl:function>

  <!-- whether a type is one of those that editions use for words in another order, such as
       line-transposition -->
  <xsl:function name="v:is-of-transposition" as="xs:boolean">
    <xsl:param name="types" as="xs:string*"/>
    <xsl:sequence select="
        some $type in $types satisfies matches(lower-case($type), '(^|[^a-z])(transpos|transp\.?$)')"/>
  </xsl:function>

  <!-- an element that is a copy of another, which itself holds none; what is written in it is to be ignored
       (att.global.linking) -->
  <xsl:function name="v:is-copy" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/@copyOf ! key('v:id', v:pointed(.), root($element))
                 [not(descendant-or-self::*/@copyOf)][not(ancestor::* intersect $element)])"/>
  </xsl:function>

  <!-- what a copy has the words of: of what a witness has in another place all is copied -->
  <xsl:function name="v:copied-nodes" as="node()*">
    <xsl:param name="copy" as="element()"/>
    <xsl:variable name="original" as="element()?"
        select="key('v:id', v:pointed($copy/@copyOf), root($copy))[1]"/>
    <xsl:sequence select="
        ($original/tei:app[v:is-transposition(.)][not(../node()[2])]/tei:lem, $original)[1]/node()"/>
  </xsl:function>

  <xsl:template match="tei:text//tei:*[v:is-copy(.)][not(self::tei:rdg or self::tei:lem)]" mode="reading-text"
      as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@* except @copyOf" mode="#current"/>
      <xsl:apply-templates select="v:copied-nodes(.)" mode="#current">
        <xsl:with-param name="quoted" tunnel="yes" select="true()"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <!-- words cannot stand in a mark of where a witness begins or ends: they stand after it -->
  <xsl:template match="(tei:witStart | tei:witEnd | tei:lacunaStart | tei:lacunaEnd)[v:is-copy(.)]"
      mode="reading-text" priority="1" as="node()*">
    <xsl:copy>
      <xsl:apply-templates select="@* except @copyOf" mode="#current"/>
    </xsl:copy>
    <xsl:apply-templates select="v:copied-nodes(.)" mode="#current">
      <xsl:with-param name="quoted" tunnel="yes" select="true()"/>
    </xsl:apply-templates>
  </xsl:template>
</xsl:stylesheet>
