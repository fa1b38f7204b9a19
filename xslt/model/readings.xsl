<?xml version="1.0" encoding="UTF-8"?>
<!-- The readings of an entry: which there are, whose they are, what they say. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- lem and rdg of an entry, those in groups too, but not those of entries within -->
  <xsl:function name="v:readings" as="element()*">
    <xsl:param name="app" as="element(tei:app)"/>
    <xsl:sequence select="
        $app/(tei:lem | tei:rdg
              | tei:rdgGrp/descendant::tei:*[self::tei:rdg or self::tei:lem]
                           [ancestor::tei:app[1] is $app])"/>
  </xsl:function>

  <!-- an attribute of a reading, its own or that of the groups around it -->
  <xsl:function name="v:of-reading" as="attribute()?">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="own" as="attribute()?" select="$reading/@*[name() eq $name]"/>
    <xsl:sequence select="
        if ($own or not($reading/parent::tei:rdgGrp)) then $own else v:of-reading($reading/.., $name)"/>
  </xsl:function>

  <!-- what is said of a reading, but for its own id -->
  <xsl:function name="v:facts-of-reading" as="attribute()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        ('wit', 'type', 'cert', 'source', 'cause', 'hand', 'varSeq') ! v:of-reading($reading, .)"/>
  </xsl:function>

  <!-- the reading of `app` in the witness `of`: of several states the last; or that of which `of` is
       generate-id(); for '' the printed one: the lemma, and where there is none what stands first -->
  <xsl:function name="v:reading-of" as="element()?">
    <xsl:param name="app" as="element(tei:app)"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:variable name="readings" as="element()*" select="v:readings($app)"/>
    <xsl:variable name="own" as="element()*"
        select="if ($of eq '') then () else $readings[v:wit(.) = $of or generate-id() eq $of]"/>
    <xsl:sequence select="
        (v:last-state($own), $app/tei:lem, $readings[self::tei:lem], v:text-without-lemma($readings))[1]"/>
  </xsl:function>

  <!-- of the readings of an entry without a lemma the first that stands in a text: not what scholars
       propose, and no single reading that nobody is said to have, or only some of the witnesses -->
  <xsl:function name="v:text-without-lemma" as="element()?">
    <xsl:param name="readings" as="element()*"/>
    <xsl:sequence select="
        ($readings[not(v:is-transposition(ancestor::tei:app[1]))]
           [exists(v:wit(.)) or v:of-reading(., 'hand')][$readings[2] or not(v:is-of-some(.))],
         $readings[last() gt 1][not(v:of-reading(., 'resp') or v:of-reading(., 'source')
                                    or v:is-conjecture(.))])[1]"/>
  </xsl:function>

  <!-- whether only some of the witnesses have the words of a reading -->
  <xsl:function name="v:is-of-some" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="wit" as="xs:string*" select="v:wit($reading)"/>
    <xsl:sequence select="
        exists($wit) and not(v:of-reading($reading, 'hand'))
        and exists(v:sigla(root($reading))[not(. = $wit)])
        and exists(($reading//text()[normalize-space()][not(ancestor::tei:note)], $reading//*[v:is-copy(.)]))"/>
  </xsl:function>

  <!-- 1  an alternative becomes a `rdg` with its content, or two where its witnesses were corrected there
       2  with entries within, or where an entry has several states of a witness, it becomes a `rdg` for
          those of its witnesses that have the same text and the same state
       3  what the edition adds is missing in the source; what it strikes out stands there -->
  <xsl:mode name="reading" on-no-match="fail"/>

  <xsl:template match="tei:*" mode="reading" as="element(tei:rdg)+">
    <xsl:variable name="reading" as="element()" select="."/>
    <xsl:variable name="attribution" as="attribute()*" select="v:attribution(.)"/>
    <xsl:variable name="nested" as="xs:boolean" select="v:holds-entries(.)"/>
    <xsl:variable name="repeated" as="xs:string*" select="v:in-several-states(..)"/>
    <xsl:variable name="within" as="xs:string*" select="if ($nested) then v:sigla-within(.) else ()"/>
    <xsl:variable name="sigla" as="xs:string*" select="
        if (exists(v:wit(.))) then v:wit(.)[$nested or exists($repeated)][not(. = $within)]
        else v:sigla(root())[$nested][not($reading[self::tei:lem or self::tei:rdg])]"/>
    <xsl:for-each-group select="$sigla, ''[empty($sigla)]" composite="yes" group-by="
        for $state in ('last', 'first'[exists(v:corrections($reading))])
        return if ($nested) then normalize-space(string-join(v:content-of($reading, ., $state))) else '',
        if (. = $repeated) then v:encoded-state($reading, .) else ''">
      <xsl:variable name="wit" as="attribute()?">
        <xsl:if test="exists($sigla)">
          <xsl:attribute name="v:wit" select="current-group()"/>
        </xsl:if>
      </xsl:variable>
      <xsl:sequence select="
          v:rdgs($reading, (current-group()[$nested], '')[1],
                 ($attribution, $wit, v:state-attribute(current-grouping-key()[last()][. ne ''])))"/>
    </xsl:for-each-group>
    <xsl:if test="$nested">
      <xsl:sequence select="v:readings-within(., $within)"/>
    </xsl:if>
  </xsl:template>

  <!-- the readings of entries within a reading that its own witnesses do not have: those of the members of a
       family, and those of scholars, each with the words around it -->
  <xsl:function name="v:readings-within" as="element(tei:rdg)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="within" as="xs:string*"/>
    <xsl:variable name="inner" as="element()*" select="
        $reading[self::tei:rdg[not(@v:moved)]]//tei:rdg[not(ancestor::tei:note)][empty(v:wit(.)) or v:wit(.) = $within]"/>
    <xsl:for-each-group select="$within" group-by="normalize-space(string-join(v:content-of($reading, ., 'last')))">
      <xsl:variable name="wit" as="attribute()">
        <xsl:attribute name="v:wit" select="current-group()"/>
      </xsl:variable>
      <xsl:sequence select="
          v:rdg($inner[v:wit(.) = current-group()][1], v:content-of($reading, current-group()[1], 'last'), $wit)"/>
    </xsl:for-each-group>
    <xsl:for-each select="$inner[not(. intersect (for $siglum in v:wit(.) return v:reading-of(ancestor::tei:app[1], $siglum)))]">
      <xsl:sequence select="v:rdg(., v:content-of($reading, generate-id(), 'last'), v:attribution(.))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- whether entries stand within a reading, or within what it has a copy of -->
  <xsl:function name="v:holds-entries" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        exists($reading/descendant::tei:app)
        or exists($reading//*[v:is-copy(.)] ! v:copied-nodes(.)/descendant-or-self::tei:app)"/>
  </xsl:function>

  <xsl:template match="tei:supplied | tei:milestone" mode="reading" as="element(tei:rdg)">
    <xsl:sequence select="v:rdg(., (), v:source-attribution(.))"/>
  </xsl:template>

  <xsl:function name="v:rdg" as="element(tei:rdg)">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:param name="attribution" as="attribute()*"/>
    <tei:rdg>
      <xsl:sequence select="v:reading-key($reading)"/>
      <xsl:copy-of select="$reading/(@xml:id, @v:place-of), v:facts-of-reading($reading)"/>
      <xsl:sequence select="$attribution, $reading/self::tei:del ! v:told-of-deletion(.)"/>
      <xsl:if test="normalize-space(string-join($content)) eq '' and not(v:has-pictures($content))">
        <xsl:sequence select="v:told-type($reading)"/>
        <xsl:attribute name="v:empty" select="'true'"/>
      </xsl:if>
      <xsl:if test="v:is-conjecture($reading)">
        <xsl:attribute name="v:kind" select="'conjecture'"/>
      </xsl:if>
      <xsl:sequence select="$content"/>
    </tei:rdg>
  </xsl:function>

  <!-- the content of a reading as one of its witnesses has it; a copy of another reading
       has that one's content, a gap said to be an omission has none; deleted words that nobody can read
       are a gap -->
  <xsl:function name="v:content-of" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="state" as="xs:string"/>
    <xsl:variable name="original" as="element()" select="v:original($reading)"/>
    <xsl:sequence select="$original/self::tei:del[not(node())] ! v:lost()"/>
    <xsl:apply-templates mode="reading-text" select="
        v:with-entries-between($original/node(), $of)[not(self::tei:gap[@reason = ('omitted', 'omission')])]
                        [not(self::tei:note | self::tei:witDetail)]">
      <xsl:with-param name="of" tunnel="yes" select="$of"/>
      <xsl:with-param name="quoted" tunnel="yes" select="true()"/>
      <xsl:with-param name="unedited" tunnel="yes" select="$of ne '' or exists(v:wit($reading))"/>
      <xsl:with-param name="state" tunnel="yes" select="$state"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- the reading whose words a reading has: of a copy another one -->
  <xsl:function name="v:original" as="element()">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
        ($reading/@copyOf ! key('v:id', v:pointed(.), root($reading)), $reading)[1]"/>
  </xsl:function>

  <!-- the nodes of a reading; where an entry among them tells, between its anchor and itself, what is wanted
       instead of the words there, it stands for these -->
  <xsl:function name="v:with-entries-between" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:variable name="entry" as="element()?" select="
        $nodes[$of ne ''][self::tei:app[@from]][v:readings(.)[generate-id() eq $of or v:wit(.) = $of]][1]"/>
    <xsl:variable name="start" as="element()?" select="$nodes[self::*[@xml:id = $entry ! v:first-target(.)]][1]"/>
    <xsl:sequence select="
        if (empty($start)) then $nodes
        else ($nodes[. &lt;&lt; $start], v:reading-of($entry, $of)/node(),
              v:with-entries-between($nodes[. >> $entry], $of))"/>
  </xsl:function>

  <!-- @v:wit, @v:resp and @v:source of a reading -->
  <xsl:function name="v:attribution" as="attribute()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="wit" as="xs:string*" select="v:wit($reading)"/>
    <xsl:variable name="resp" as="xs:string*" select="v:responsible($reading)"/>
    <xsl:if test="exists($wit)">
      <xsl:attribute name="v:wit" select="$wit"/>
    </xsl:if>
    <xsl:if test="empty($wit)
        and $reading[self::tei:sic | self::tei:orig | self::tei:abbr | self::tei:am | self::tei:surplus]">
      <xsl:sequence select="v:source-attribution($reading)"/>
    </xsl:if>
    <xsl:if test="exists($resp)">
      <xsl:attribute name="v:resp" select="string-join($resp, ', ')"/>
    </xsl:if>
  </xsl:function>

  <!-- the source an intervention departs from: the witness its @ed or @source names, else the
       one witness there is, else all sources -->
  <xsl:function name="v:source-attribution" as="attribute()+">
    <xsl:param name="intervention" as="element()"/>
    <xsl:variable name="sigla" as="xs:string*" select="v:sigla(root($intervention))"/>
    <xsl:variable name="named" as="xs:string*"
        select="$intervention/(@ed, @source) ! v:bare(.)"/>
    <xsl:variable name="source" as="xs:string?"
        select="($sigla[. = $named], $sigla[count($sigla) eq 1])[1]"/>
    <xsl:attribute name="v:source" select="'true'"/>
    <xsl:if test="exists($source)">
      <xsl:attribute name="v:wit" select="$source"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
