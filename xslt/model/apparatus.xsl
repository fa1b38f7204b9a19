<?xml version="1.0" encoding="UTF-8"?>
<!-- The entries of the apparatus: one form for variants, conjectures and editorial interventions,
     however they are encoded. An entry is a TEI `app` with a key and a kind; its `lem` is what is
     printed, its `rdg`s are the alternatives with their sigla. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- what has an entry of its own -->
  <xsl:key name="v:intervention" use="true()" match="
      tei:app[v:is-apparatus-entry(.)] | tei:choice[v:is-apparatus-entry(.)] | tei:supplied[v:is-apparatus-entry(.)]
      | tei:gap[v:is-apparatus-entry(.)] | tei:corr[v:is-apparatus-entry(.)] | tei:sic[v:is-apparatus-entry(.)] | tei:del[v:is-apparatus-entry(.)] | tei:surplus[v:is-apparatus-entry(.)]
      | tei:note[exists(v:series-of-note(.))] | tei:milestone[@unit = 'source-break'][v:is-apparatus-entry(.)]"/>

  <!-- what stands in a reading that is not printed belongs to that reading; outside the text only an
       `app` that names its place is an entry; levels of a transcript in names of another vocabulary are
       no change of the editors -->
  <xsl:function name="v:is-apparatus-entry" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[self::tei:app[v:is-attached(.)] or ancestor::tei:text]
                       [not(ancestor::tei:teiHeader or ancestor::tei:del or ancestor::tei:surplus
                            or ancestor::tei:fw or ancestor::tei:index)]
                       [not(ancestor::*[$v:lists-of-entries(local-name())][v:lists-entries(.)])])
        and (empty($element/(ancestor::tei:note | ancestor::tei:witDetail)) or v:is-entry-of-note($element))
        and not(v:is-told-elsewhere($element))
        and not($element[self::tei:corr or self::tei:sic]/parent::tei:choice)
        and not($element/self::tei:choice[not(tei:*)])
        and (every $choice in $element/ancestor::tei:choice satisfies
             exists($element/ancestor::* intersect v:preferred($choice)))
        and (every $outer in $element/ancestor::tei:app satisfies
             not(v:is-attached($outer))
             and exists($element/ancestor::* intersect v:reading-of($outer, '')))"/>
  </xsl:function>

  <!-- what in a note has an entry: variants, and what editors changed; signs in the note say what is
       lost or supplied there -->
  <xsl:function name="v:is-entry-of-note" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[self::tei:app or self::tei:choice or self::tei:del
                        or self::tei:surplus or self::tei:corr or self::tei:sic])"/>
  </xsl:function>

  <!-- what signs in the text say, of letters that were lost there or of words that are understood, or the entry around it, of what its
       witnesses have and of what they deleted; and a deletion that was restored is none, nor an entry without variation -->
  <xsl:function name="v:is-told-elsewhere" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="readings" as="element()*"
        select="$element/self::*[self::tei:del | self::tei:supplied | self::tei:surplus]/(ancestor::tei:lem | ancestor::tei:rdg)
                  [count(ancestor::tei:note) eq count($element/ancestor::tei:note)]"/>
    <xsl:sequence select="
        v:is-without-variation($element) or v:is-told-by-sign($element)
        or exists($element/self::tei:del[v:is-restored(.) or $readings[exists(v:wit(.))]])
        or exists($element/self::tei:surplus
                    [$readings/ancestor::tei:app[1][v:readings(.)[exists(v:wit(.))]]])
        or exists($element/self::tei:supplied[v:by-edition(.)]
                    [tokenize(@reason) = ('subaudible', 'implied', 'explanation')
                     or $readings/ancestor::tei:app[1][v:readings(.)[exists(v:wit(.))]]])"/>
  </xsl:function>

  <xsl:template name="v:apparatus" as="element()?">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:variable name="interventions" as="element()*"
        select="key('v:intervention', true(), root())"/>
    <xsl:call-template name="v:report-agreement"/>
    <xsl:if test="exists($interventions)">
      <tei:standOff v:part="apparatus">
        <tei:listApp>
          <xsl:apply-templates select="$interventions" mode="apparatus-entry">
            <xsl:with-param name="quoted" tunnel="yes" select="true()"/>
          </xsl:apply-templates>
        </tei:listApp>
      </tei:standOff>
    </xsl:if>
  </xsl:template>

  <!-- 1  each intervention gives one `app` with its kind and series, and, until it has its place,
          the key of its anchors and the location it names
       2  `lem` holds what is printed, each `rdg` an alternative
       3  remarks follow -->
  <xsl:mode name="apparatus-entry" on-no-match="fail"/>

  <xsl:template match="tei:*" mode="apparatus-entry" as="element(tei:app)">
    <xsl:variable name="printed" as="element()?" select="v:printed-alternative(.)"/>
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates select="v:content(., $printed)" mode="reading-text"/>
    </xsl:variable>
    <tei:app v:key="{generate-id()}" v:kind="{v:kind(.)}" v:series="{v:series(.)}">
      <xsl:sequence select="v:title-of-series(v:series(.), root())"/>
      <xsl:copy-of select="@xml:id, @type, @cert, @reason, @unit, @loc, @v:moved"/>
      <xsl:for-each select="self::tei:app[v:is-attached(.)][not(v:has-ends(.))]/(@loc, @n)[1]">
        <xsl:attribute name="v:loc" select="."/>
        <xsl:sequence select="../parent::tei:listApp[ancestor::tei:text] ! v:list-of-entry(.)"/>
        <xsl:sequence select="v:beginning(..), v:ending(..)"/>
      </xsl:for-each>
      <xsl:sequence select="v:attribution(.)"/>
      <tei:lem>
        <xsl:if test="(self::tei:app or self::tei:note) and (empty($printed)
                                         or v:has-ends(.) and normalize-space(string-join($content)) eq '')">
          <xsl:attribute name="v:from-text" select="'true'"/>
        </xsl:if>
        <xsl:sequence select="$printed ! v:reading-key(.)"/>
        <xsl:copy-of select="$printed/@n, $printed ! v:facts-of-reading(.)"/>
        <xsl:sequence select="$printed ! v:told-of(.)"/>
        <xsl:sequence select="$printed[not(self::tei:del or self::tei:surplus or self::tei:sic)] ! v:attribution(.)"/>
        <xsl:sequence select="$content"/>
      </tei:lem>
      <xsl:sequence select="$printed ! v:earlier-state(.)"/>
      <xsl:apply-templates select="v:alternatives(., $printed)" mode="reading"/>
      <xsl:sequence select="v:presence-readings(.)"/>
      <xsl:apply-templates select="v:remarks(.)" mode="remark"/>
    </tei:app>
  </xsl:template>

  <!-- by which remarks name their reading, until entries have their places -->
  <xsl:function name="v:reading-key" as="attribute()">
    <xsl:param name="reading" as="element()"/>
    <xsl:attribute name="v:key" select="generate-id($reading)"/>
  </xsl:function>

  <xsl:function name="v:list-of-entry" as="attribute()">
    <xsl:param name="list" as="element(tei:listApp)"/>
    <xsl:attribute name="v:list" select="generate-id($list)"/>
  </xsl:function>

  <xsl:variable name="v:kinds" static="yes" as="map(xs:string, xs:string)" select="map {
      'corr': 'correction', 'reg': 'regularization', 'expan': 'expansion', 'ex': 'expansion',
      'supplied': 'addition', 'gap': 'gap', 'del': 'deletion', 'surplus': 'deletion',
      'milestone': 'break', 'sic': 'corrupt' }"/>

  <xsl:function name="v:kind" as="xs:string">
    <xsl:param name="intervention" as="element()"/>
    <xsl:apply-templates select="$intervention" mode="kind"/>
  </xsl:function>

  <!-- the kind of an entry, from its element and type -->
  <xsl:mode name="kind" on-no-match="fail"/>
  <xsl:template match="tei:*" mode="kind" as="xs:string">
    <xsl:sequence select="($v:kinds(local-name(v:printed-alternative(.))), 'variant')[1]"/>
  </xsl:template>
  <xsl:template match="tei:supplied[not(v:by-edition(.))] | tei:gap[not(v:by-edition(.))]"
      mode="kind" as="xs:string">
    <xsl:sequence select="'mark'"/>
  </xsl:template>
  <xsl:template match="tei:supplied[v:by-edition(.)][v:was-there(.)]" mode="kind" as="xs:string">
    <xsl:sequence select="'restored'"/>
  </xsl:template>
  <xsl:template match="tei:note" mode="kind" as="xs:string">
    <xsl:sequence select="'note'"/>
  </xsl:template>
  <xsl:template match="tei:app" mode="kind" as="xs:string">
    <xsl:variable name="others" as="element()*" select="v:readings(.)[not(self::tei:lem)]"/>
    <xsl:sequence select="
        if (empty($others)) then 'note'
        else if (@type = 'conjecture' or (every $other in $others satisfies v:is-conjecture($other)))
          then 'conjecture'
        else 'variant'"/>
  </xsl:template>

  <!-- the element whose content is printed; none where an entry is attached to a text that has no
       lemma of its own -->
  <xsl:function name="v:printed-alternative" as="element()?">
    <xsl:param name="intervention" as="element()"/>
    <xsl:sequence select="
        if ($intervention[self::tei:app]) then
            (if (v:is-attached($intervention)) then v:readings($intervention)[self::tei:lem][1]
             else v:reading-of($intervention, ''))
        else ($intervention[self::tei:choice] ! v:preferred(.), $intervention)[1][not(self::tei:note)]"/>
  </xsl:function>

  <!-- what the lemma repeats: marks with their brackets, else the printed element's content -->
  <xsl:function name="v:content" as="node()*">
    <xsl:param name="intervention" as="element()"/>
    <xsl:param name="printed" as="element()?"/>
    <xsl:sequence select="
        if ($intervention/(self::tei:supplied | self::tei:gap | self::tei:surplus
                           | self::tei:del[v:is-shown-deletion(.)])) then $intervention
        else if ($printed/self::tei:ex) then $printed
        else $printed[not(self::tei:del)]/node()"/>
  </xsl:function>

  <!-- what stands against the printed text -->
  <xsl:function name="v:alternatives" as="element()*">
    <xsl:param name="intervention" as="element()"/>
    <xsl:param name="printed" as="element()?"/>
    <xsl:sequence select="
        $intervention[self::tei:app] ! v:readings(.)[not(. is $printed)],
        $intervention[self::tei:choice]/tei:*[not(. is $printed)],
        $intervention[self::tei:del | self::tei:surplus | self::tei:milestone],
        $intervention[self::tei:supplied][v:by-edition(.)][not(v:was-there(.))]"/>
  </xsl:function>

  <!-- remarks on an entry or on one of its readings; a note in a lemma that stands in the text is
       one of the text's -->
  <xsl:function name="v:remarks" as="element()*">
    <xsl:param name="intervention" as="element()"/>
    <xsl:sequence select="
        $intervention[self::tei:note],
        $intervention[self::tei:app]/descendant::tei:*[self::tei:note | self::tei:witDetail]
            [ancestor::tei:app[not(ancestor::tei:rdg >> $intervention)][1] is $intervention]
            [not(ancestor::tei:note[1] >> $intervention)]
            [v:is-attached($intervention) or empty(ancestor::* intersect v:printed-alternative($intervention))]"/>
  </xsl:function>

  <!-- the readings that a remark is about: those it names, or the one it stands in; a detail is about
       the readings of its witnesses, any other remark about the reading it follows, or the group that it
       begins -->
  <xsl:function name="v:remarked" as="element()*">
    <xsl:param name="remark" as="element()"/>
    <xsl:variable name="entry" as="element(tei:app)" select="$remark/ancestor::tei:app[1]"/>
    <xsl:variable name="readings" as="element()*" select="v:readings($entry)"/>
    <xsl:variable name="named" as="element()*"
        select="v:bare($remark/@target) ! key('v:id', ., root($remark))"/>
    <xsl:variable name="around" as="element()*" select="$remark/ancestor::* intersect $readings"/>
    <xsl:variable name="before" as="element()?"
        select="($readings[. &lt;&lt; $remark] except $around)[last()]"/>
    <xsl:variable name="wit" as="xs:string*" select="v:wit($remark)"/>
    <xsl:sequence select="
        if (exists($named)) then $named intersect $readings
        else if (exists($around)) then $around
        else if (exists($wit) and not($before ! v:wit(.) = $wit)) then $readings[v:wit(.) = $wit]
        else if ($remark/parent::tei:rdgGrp[not($before/ancestor::* intersect .)])
        then ($readings[ancestor::* intersect $remark/..])[last()]
        else $before[count($readings) gt 1]"/>
  </xsl:function>

  <!-- a remark of an entry keeps the keys of its readings, a detail the witnesses it is about -->
  <xsl:mode name="remark" on-no-match="fail"/>
  <xsl:template match="tei:*" mode="remark" as="element(tei:note)">
    <tei:note v:about="{.[ancestor::tei:app] ! v:remarked(.) ! generate-id(.)}">
      <xsl:if test="exists(v:wit(.))">
        <xsl:attribute name="v:wit" select="v:wit(.)"/>
      </xsl:if>
      <xsl:apply-templates select="node()" mode="reading-text"/>
    </tei:note>
  </xsl:template>
</xsl:stylesheet>
