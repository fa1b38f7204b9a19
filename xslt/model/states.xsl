<?xml version="1.0" encoding="UTF-8"?>
<!-- What a witness had before it was corrected and what it has since: as readings that name a state
     or a hand, and as deletions and additions within a reading (TEI P5 11.3.1.4, 12.1.2). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- the words for states that editions use as types of readings -->
  <xsl:variable name="v:first-state" as="xs:string" static="yes"
      select="'^(a\.?\s?c\.?|ante[\s_-]?corr.*|prima[\s_-]?manus|first[\s_-]?hand|orig(inal)?|uncorrected)$'"/>
  <xsl:variable name="v:later-state" as="xs:string" static="yes"
      select="'^(p\.?\s?c\.?|post[\s_-]?corr.*|corr|corrected|correction|corrector)$'"/>

  <!-- of readings of one witness, the last state -->
  <xsl:function name="v:last-state" as="element()?">
    <xsl:param name="readings" as="element()*"/>
    <xsl:sequence select="
        fold-left($readings, (), function($last as element()?, $next as element()) {
          if (empty($last) or v:is-later($next, $last)) then $next else $last })"/>
  </xsl:function>

  <!-- whether a reading is a later state than one that stands before it: by its number or its type; with
       neither, another hand is a later one -->
  <xsl:function name="v:is-later" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="before" as="element()"/>
    <xsl:sequence select="
        let $own := v:state($reading), $other := v:state($before)
        return $own gt $other
               or $own eq $other and exists(v:of-reading($reading, 'hand')[not(. = v:of-reading($before, 'hand'))])"/>
  </xsl:function>

  <xsl:function name="v:state" as="xs:integer">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="type" as="xs:string"
        select="lower-case(normalize-space(v:of-reading($reading, 'type')))"/>
    <xsl:variable name="number" as="attribute()?" select="v:of-reading($reading, 'varSeq')"/>
    <xsl:sequence select="
        if ($reading/@v:state = 'first' or matches($type, $v:first-state)) then -2
        else if ($number castable as xs:integer) then xs:integer($number)
        else if (matches($type, $v:later-state)) then 0
        else -1"/>
  </xsl:function>

  <!-- the witnesses of which an entry has several readings that are states, unless these are told apart
       by the editors or the hands that are responsible for them -->
  <xsl:function name="v:in-several-states" as="xs:string*" cache="yes">
    <xsl:param name="parent" as="element()"/>
    <xsl:for-each-group group-by="v:wit(.)"
        select="$parent/ancestor-or-self::tei:app[1] ! v:readings(.)[not(v:of-reading(., 'resp'))]">
      <xsl:variable name="hands" as="xs:string*" select="current-group() ! v:of-reading(., 'hand')"/>
      <xsl:sequence select="
          current-grouping-key()[count(current-group()) gt count(distinct-values($hands))]
            [exists($hands) or count(distinct-values(current-group() ! v:state(.))) gt 1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- whether a reading is the last of those that an entry has of a witness -->
  <xsl:function name="v:encoded-state" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="
        let $all := v:readings($reading/ancestor::tei:app[1])[v:wit(.) = $siglum]
        return if ($reading is v:last-state($all)) then 'last' else 'first'"/>
  </xsl:function>

  <!-- a reading as one `rdg`, or as two: what stood there before the witness was corrected, and what
       has stood there since -->
  <xsl:function name="v:rdgs" as="element(tei:rdg)+">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="attribution" as="attribute()*"/>
    <xsl:variable name="last" as="node()*" select="v:content-of($reading, $of, 'last')"/>
    <xsl:variable name="first" as="node()*" select="v:first-content($reading, $of, $last)"/>
    <xsl:if test="exists($first)">
      <xsl:sequence select="v:rdg($reading, $first, ($attribution, v:state-attribute('first')))"/>
    </xsl:if>
    <xsl:sequence select="
        v:rdg($reading, $last,
              ($attribution, v:told-of($reading), v:state-attribute('last'[exists($first)])))"/>
  </xsl:function>

  <!-- of a lemma, what its witnesses had before they were corrected -->
  <xsl:function name="v:earlier-state" as="element(tei:rdg)?">
    <xsl:param name="lemma" as="element()"/>
    <xsl:if test="$lemma[self::tei:lem or self::tei:rdg]">
      <xsl:variable name="first" as="node()*"
          select="v:first-content($lemma, '', v:content-of($lemma, '', 'last'))"/>
      <xsl:if test="exists($first)">
        <xsl:sequence select="
            v:rdg($lemma, $first, (v:attribution($lemma), v:state-attribute('first')))"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- what a witness had before its corrections, where that was something else than it has since -->
  <xsl:function name="v:first-content" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="last" as="node()*"/>
    <xsl:if test="exists(v:corrections($reading))">
      <xsl:variable name="first" as="node()*" select="v:content-of($reading, $of, 'first')"/>
      <xsl:sequence select="
          $first[not(normalize-space(string-join($first))
                     = ('', normalize-space(string-join($last))))]"/>
    </xsl:if>
  </xsl:function>

  <!-- deletions and additions of a witness, or of a hand, within its reading, or within what that is a copy of; those
       in words from elsewhere are told there -->
  <xsl:function name="v:corrections" as="element()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        $reading[self::tei:lem or self::tei:rdg[not(@v:moved)]][exists((v:wit(.), v:of-reading(., 'hand')))]
          ! v:original(.)//(tei:del | tei:add)[v:is-in-reading(., v:original($reading))]"/>
  </xsl:function>

  <!-- whether a mark belongs to the words of a reading, and not to a note in it -->
  <xsl:function name="v:is-in-reading" as="xs:boolean">
    <xsl:param name="mark" as="node()"/>
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="count($mark/ancestor::tei:note) eq count($reading/ancestor::tei:note)"/>
  </xsl:function>

  <xsl:function name="v:state-attribute" as="attribute()?">
    <xsl:param name="state" as="xs:string?"/>
    <xsl:if test="exists($state)">
      <xsl:attribute name="v:state" select="$state"/>
    </xsl:if>
  </xsl:function>

  <!-- what is told of a reading of a witness: where its additions stand outside the line, whose hand made its
       corrections, whether its letters are hard to read -->
  <xsl:function name="v:told-of" as="attribute()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="corrections" as="element()*" select="v:corrections($reading)"/>
    <xsl:variable name="places" as="xs:string*"
        select="distinct-values($corrections/self::tei:add/@place ! tokenize(.))[not(. = ('inline', 'mixed'))]"/>
    <xsl:variable name="deleting" as="xs:string*" select="v:hands($corrections/self::tei:del)"/>
    <xsl:variable name="adding" as="xs:string*" select="v:hands($corrections/self::tei:add)"/>
    <xsl:variable name="apart" as="xs:boolean" select="
        exists($deleting) and exists($adding) and not(deep-equal(sort($deleting), sort($adding)))"/>
    <xsl:variable name="hands" as="xs:string*" select="
        distinct-values((v:of-reading($reading, 'hand') ! tokenize(.), $deleting[not($apart)], $adding))"/>
    <xsl:if test="exists($places)">
      <xsl:attribute name="v:added" select="$places"/>
    </xsl:if>
    <xsl:if test="exists($corrections) and exists($hands)">
      <xsl:attribute name="hand" select="$hands"/>
    </xsl:if>
    <xsl:if test="$apart">
      <xsl:attribute name="v:deleted-by" select="$deleting"/>
    </xsl:if>
    <xsl:if test="exists($corrections) and (every $each in $corrections/self::tei:del satisfies v:is-instant($each))
        and $corrections/self::tei:del">
      <xsl:attribute name="v:instant" select="'true'"/>
    </xsl:if>
    <xsl:if test="$reading[self::tei:lem or self::tei:rdg][exists(v:wit(.))]
                    ! v:original(.)//tei:unclear[v:is-in-reading(., v:original($reading))]">
      <xsl:attribute name="v:unclear" select="'true'"/>
    </xsl:if>
  </xsl:function>

  <!-- whose hands made changes, as these say or the change that they are parts of -->
  <xsl:function name="v:hands" as="xs:string*">
    <xsl:param name="changes" as="element()*"/>
    <xsl:sequence select="distinct-values($changes/(@hand, (parent::tei:subst | parent::tei:mod)/@hand)[1] ! tokenize(.))"/>
  </xsl:function>

  <!-- whether words were deleted as soon as they were written -->
  <xsl:function name="v:is-instant" as="xs:boolean">
    <xsl:param name="deletion" as="element()"/>
    <xsl:sequence select="$deletion/(@instant, (parent::tei:subst | parent::tei:mod)/@instant)[1] = ('true', '1')"/>
  </xsl:function>

  <!-- of words that the edition leaves out as deleted: when that was, and where and by whom others were put
       in their place -->
  <xsl:function name="v:told-of-deletion" as="attribute()*">
    <xsl:param name="deletion" as="element(tei:del)"/>
    <xsl:variable name="additions" as="element(tei:add)*"
        select="$deletion/(parent::tei:subst | parent::tei:mod)/tei:add[@hand or @place[not(. = ('inline', 'mixed'))]]"/>
    <xsl:if test="v:is-instant($deletion)">
      <xsl:attribute name="v:instant" select="'true'"/>
    </xsl:if>
    <xsl:if test="$additions">
      <xsl:attribute name="v:replaced" select="$additions/@place"/>
      <xsl:attribute name="v:replaced-by" select="v:hands($additions)"/>
    </xsl:if>
  </xsl:function>

  <!-- what is remarked of that -->
  <xsl:function name="v:remarks-on-changes" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        $reading/@v:instant ! v:remark(l:label('state.instant')),
        $reading/@v:deleted-by ! v:remark(string-join((l:label('deleted'), tokenize(.) ! v:hand-name(., $reading)), ' ')),
        $reading/@v:replaced ! v:remark(string-join(
          (l:label('added'), v:place-terms(.), tokenize($reading/@v:replaced-by) ! v:hand-name(., $reading)), ' '))"/>
  </xsl:function>

  <!-- the short words for the state of a reading, for where its additions stand, and for letters that
       are hard to read -->
  <xsl:function name="v:state-terms" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        $reading/@v:state ! l:label('state.' || .),
        $reading/@v:added ! v:place-terms(.),
        $reading/@v:unclear ! l:label('unclear')"/>
  </xsl:function>

  <!-- the labels of places where words are added, by what editions write in @place -->
  <xsl:variable name="v:places" as="map(xs:string, xs:string)" static="yes" select="map {
      'above': 'above', 'supralinear': 'above', 'interlinear': 'above', 'superlinear': 'above',
      'below': 'below', 'infralinear': 'below', 'sublinear': 'below',
      'margin': 'margin', 'marginal': 'margin', 'marg': 'margin', 'inmargin': 'margin',
      'top': 'top', 'margintop': 'top', 'topmargin': 'top',
      'bottom': 'bottom', 'marginbottom': 'bottom', 'bottommargin': 'bottom', 'foot': 'bottom',
      'left': 'left', 'marginleft': 'left', 'leftmargin': 'left',
      'right': 'right', 'marginright': 'right', 'rightmargin': 'right',
      'end': 'end', 'opposite': 'opposite', 'overleaf': 'overleaf', 'inspace': 'inspace' }"/>

  <!-- of places; a word that no edition knows stays as it is -->
  <xsl:function name="v:place-terms" as="xs:string*">
    <xsl:param name="places" as="xs:string"/>
    <xsl:for-each select="tokenize($places)">
      <xsl:variable name="known" as="xs:string?"
          select="$v:places(replace(lower-case(.), '[^a-z]', ''))"/>
      <xsl:sequence select="if (exists($known)) then l:label('place.' || $known) else ."/>
    </xsl:for-each>
  </xsl:function>

  <!-- 1  what is struck out is read where the first state is wanted, or where it was restored
       2  what is added is not read there -->
  <xsl:template match="(tei:text | tei:app)//tei:del" mode="reading-text" as="node()*">
    <xsl:param name="state" as="xs:string" tunnel="yes" select="'last'"/>
    <xsl:if test="$state eq 'first' or v:is-restored(.) or v:is-shown-deletion(.)">
      <xsl:variable name="words" as="node()*">
        <xsl:sequence select=".[not(node())] ! v:lost()"/>
        <xsl:apply-templates mode="#current"/>
      </xsl:variable>
      <xsl:sequence select="
          if (v:is-shown-deletion(.)) then v:within-signs($words, 'deleted') else $words"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="(tei:text | tei:app)//tei:add" mode="reading-text" as="node()*">
    <xsl:param name="state" as="xs:string" tunnel="yes" select="'last'"/>
    <xsl:if test="$state ne 'first'">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="v:is-restored" as="xs:boolean">
    <xsl:param name="deletion" as="element(tei:del)"/>
    <xsl:sequence select="exists($deletion/parent::tei:restore)"/>
  </xsl:function>
</xsl:stylesheet>
