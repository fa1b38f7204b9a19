<?xml version="1.0" encoding="UTF-8"?>
<!-- The entries of the apparatus: one form for variants, conjectures and editorial interventions.
     An entry is a TEI `app` with a number, a kind and, later, the block it belongs to; its `lem`
     repeats the printed text, its `rdg`s give the alternatives with their sigla. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what has an entry of its own -->
  <xsl:key name="v:intervention" use="true()" match="
      tei:app[v:is-entry(.)] | tei:choice[v:is-entry(.)] | tei:supplied[v:is-entry(.)]
      | tei:gap[v:is-entry(.)] | tei:del[v:is-entry(.)] | tei:surplus[v:is-entry(.)]
      | tei:milestone[@unit = 'source-break'][v:is-entry(.)]"/>

  <!-- notes are commentary, not text; outside the text only `app` is an entry -->
  <xsl:function name="v:is-entry" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[self::tei:app or ancestor::tei:text][not(ancestor::tei:note)])"/>
  </xsl:function>

  <!-- the id of each entry, by generate-id() of the element it comes from -->
  <xsl:function name="v:entry-ids" as="map(xs:string, xs:string)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:map>
      <xsl:for-each select="key('v:intervention', true(), $document)">
        <xsl:map-entry key="generate-id()" select="'app-' || position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:template name="v:apparatus" as="element()?">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:variable name="interventions" as="element()*"
        select="key('v:intervention', true(), root())"/>
    <xsl:where-populated>
      <tei:standOff v:part="apparatus">
        <xsl:where-populated>
          <tei:listApp>
            <xsl:apply-templates select="$interventions" mode="entry">
              <xsl:with-param name="of" tunnel="yes" select="''"/>
              <xsl:with-param name="quoted" tunnel="yes" select="true()"/>
            </xsl:apply-templates>
          </tei:listApp>
        </xsl:where-populated>
      </tei:standOff>
    </xsl:where-populated>
  </xsl:template>

  <!-- 1  each intervention gives one `app` with its kind
       2  `lem` holds the reading text, each `rdg` an alternative; empty readings say so
       3  sigla are bare, in the order of listWit; the responsible are named -->
  <xsl:mode name="entry" on-no-match="fail"/>

  <xsl:template match="tei:*" mode="entry" as="element(tei:app)">
    <xsl:param name="entries" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string" select="$entries(generate-id())"/>
    <tei:app v:id="{$id}" v:n="{substring-after($id, 'app-')}" v:kind="{v:kind(.)}">
      <xsl:copy-of select="@xml:id, @type, @cert, @reason, @unit, @loc, @from, @to"/>
      <xsl:sequence select="v:attribution(.)"/>
      <tei:lem>
        <xsl:variable name="printed" as="element()" select="v:printed(.)"/>
        <xsl:sequence select="v:attribution($printed)"/>
        <xsl:copy-of select="$printed/(@wit, @type, @cert, @source)"/>
        <xsl:apply-templates select="v:content(., $printed)" mode="settle"/>
      </tei:lem>
      <xsl:apply-templates select="v:alternatives(.)" mode="reading"/>
      <xsl:apply-templates select="tei:note | tei:witDetail" mode="settle-note"/>
    </tei:app>
  </xsl:template>

  <!-- 1  an alternative becomes a `rdg` with its settled content
       2  a source that is not named by the encoding is the one witness, if there is one -->
  <xsl:mode name="reading" on-no-match="fail"/>

  <xsl:template match="tei:*" mode="reading" as="element(tei:rdg)">
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates select="node()" mode="settle"/>
    </xsl:variable>
    <tei:rdg>
      <xsl:copy-of select="@wit, @type, @cert, @source, @cause, @hand, @varSeq"/>
      <xsl:sequence select="v:attribution(.)"/>
      <xsl:if test="normalize-space(string-join($content)) eq ''">
        <xsl:attribute name="v:empty" select="'true'"/>
      </xsl:if>
      <xsl:sequence select="$content"/>
    </tei:rdg>
  </xsl:template>

  <!-- what the edition adds is missing in the source; what it marks there stands there -->
  <xsl:template match="tei:supplied | tei:milestone" mode="reading" as="element(tei:rdg)">
    <tei:rdg v:empty="true">
      <xsl:sequence select="v:source-attribution(.)"/>
    </tei:rdg>
  </xsl:template>

  <!-- notes on an entry and its readings stay with it -->
  <xsl:mode name="settle-note" on-no-match="shallow-copy"/>

  <xsl:variable name="v:kinds" as="map(xs:string, xs:string)" select="map {
      'corr': 'correction', 'reg': 'regularization', 'expan': 'expansion',
      'supplied': 'addition', 'gap': 'gap', 'del': 'deletion', 'surplus': 'deletion',
      'milestone': 'break'}"/>

  <xsl:function name="v:kind" as="xs:string">
    <xsl:param name="intervention" as="element()"/>
    <xsl:sequence select="
        if ($intervention/(self::tei:supplied | self::tei:gap)[not(v:by-edition(.))]) then 'mark'
        else if ($intervention[self::tei:app]/(@type, v:readings(.)/@type)
                 = 'conjecture') then 'conjecture'
        else ($v:kinds(v:printed($intervention)/local-name()), 'variant')[1]"/>
  </xsl:function>

  <!-- the element whose content is printed -->
  <xsl:function name="v:printed" as="element()">
    <xsl:param name="intervention" as="element()"/>
    <xsl:sequence select="
        ($intervention[self::tei:choice] ! v:preferred(.),
         $intervention[self::tei:app] ! v:reading-of(., ''),
         $intervention)[1]"/>
  </xsl:function>

  <!-- what the lemma repeats: marks with their brackets, else the printed element's content -->
  <xsl:function name="v:content" as="node()*">
    <xsl:param name="intervention" as="element()"/>
    <xsl:param name="printed" as="element()"/>
    <xsl:sequence select="
        if ($intervention/(self::tei:supplied | self::tei:gap)) then $intervention
        else $printed[not(self::tei:del | self::tei:surplus)]/node()"/>
  </xsl:function>

  <!-- what stands against the printed text -->
  <xsl:function name="v:alternatives" as="element()*">
    <xsl:param name="intervention" as="element()"/>
    <xsl:variable name="printed" as="element()" select="v:printed($intervention)"/>
    <xsl:sequence select="
        $intervention[self::tei:app] ! v:readings(.)[not(. is $printed)],
        $intervention[self::tei:choice]/tei:*[not(. is $printed)],
        $intervention[self::tei:del | self::tei:surplus],
        $intervention[self::tei:milestone],
        $intervention[self::tei:supplied][v:by-edition(.)]"/>
  </xsl:function>

  <!-- lem and rdg of an entry, those in groups too, but not those of entries within -->
  <xsl:function name="v:readings" as="element()*">
    <xsl:param name="app" as="element(tei:app)"/>
    <xsl:sequence select="
        $app/(tei:lem | tei:rdg | tei:rdgGrp/descendant::tei:rdg[ancestor::tei:app[1] is $app])"/>
  </xsl:function>

  <!-- sigla of a reading, bare, in the order of listWit; undeclared ones last -->
  <xsl:function name="v:wit" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="named" as="xs:string*"
        select="tokenize($reading/@wit) ! replace(., '^#', '')"/>
    <xsl:variable name="declared" as="xs:string*" select="v:sigla(root($reading))"/>
    <xsl:sequence select="$declared[. = $named], $named[not(. = $declared)]"/>
  </xsl:function>

  <xsl:key name="v:witness" match="tei:listWit//tei:witness[@xml:id]" use="true()"/>

  <!-- the sigla of all witnesses, in the order of listWit -->
  <xsl:function name="v:sigla" as="xs:string*" cache="yes">
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="key('v:witness', true(), $document)/@xml:id ! string(.)"/>
  </xsl:function>

  <!-- @v:wit and @v:resp of a reading -->
  <xsl:function name="v:attribution" as="attribute()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="wit" as="xs:string*" select="v:wit($reading)"/>
    <xsl:variable name="resp" as="xs:string*" select="v:responsible($reading)"/>
    <xsl:choose>
      <xsl:when test="exists($wit)">
        <xsl:attribute name="v:wit" select="$wit"/>
      </xsl:when>
      <xsl:when test="$reading[self::tei:sic | self::tei:orig | self::tei:abbr | self::tei:del]">
        <xsl:sequence select="v:source-attribution($reading)"/>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="exists($resp)">
      <xsl:attribute name="v:resp" select="string-join($resp, ', ')"/>
    </xsl:if>
  </xsl:function>

  <!-- the source an intervention departs from: the witness its @ed or @source names, else the
       one witness there is -->
  <xsl:function name="v:source-attribution" as="attribute()?">
    <xsl:param name="intervention" as="element()"/>
    <xsl:variable name="sigla" as="xs:string*" select="v:sigla(root($intervention))"/>
    <xsl:variable name="named" as="xs:string*"
        select="$intervention/(@ed, @source) ! tokenize(.) ! replace(., '^#', '')"/>
    <xsl:variable name="source" as="xs:string*"
        select="($sigla[. = $named], $sigla[count($sigla) eq 1])[1]"/>
    <xsl:if test="exists($source)">
      <xsl:attribute name="v:wit" select="$source"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
