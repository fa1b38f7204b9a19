<?xml version="1.0" encoding="UTF-8"?>
<!-- Step 1: the reading text is chosen where the encoding offers alternatives. Where an entry of
     the apparatus begins and ends is marked by anchors with @v:start and @v:end, whose value is
     the entry's key: generate-id() of the element it comes from. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- 1  an intervention or an entry becomes its printed text between two anchors
       2  targets of double end-points get the same anchors
       3  brackets and the text of gaps are generated, marked as generated
       4  what left-out.xml names goes, and so do lists of entries; everything else stays
       Tunnel parameters: `of`, the siglum whose readings are wanted ('' for what is printed);
       `quoted`, true within a reading, where no extent is marked; `unedited`, true within a
       reading of a witness, which has what the source says; `state`, which of its states is wanted:
       see states.xsl. -->
  <xsl:mode name="reading-text" on-no-match="shallow-copy"/>

  <xsl:template match="tei:TEI" mode="reading-text" as="element()">
    <xsl:copy>
      <xsl:attribute name="v:id" select="($id[. ne ''], @xml:id, 'document')[1]"/>
      <xsl:attribute name="v:text" select="'reading'"/>
      <xsl:attribute name="v:language" select="$l:language"/>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:if test="empty(tei:teiHeader)"><tei:teiHeader/></xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:where-populated>
        <tei:standOff>
          <xsl:copy-of select="
              tei:text//(tei:listPerson | tei:listPlace | tei:listOrg | tei:listEvent | tei:listObject
                         | tei:listNym | tei:listBibl | tei:listRelation)
              [v:is-register(.)][not(ancestor::*[v:lists-entries(.)])]"/>
        </tei:standOff>
      </xsl:where-populated>
      <xsl:call-template name="v:apparatus"/>
    </xsl:copy>
  </xsl:template>

  <!-- a text that does not say its language is in the one that the header names -->
  <xsl:template match="tei:TEI[not(@xml:lang)]/tei:text[not(@xml:lang)]" mode="reading-text" as="element(tei:text)">
    <xsl:variable name="named" as="xs:string*"
        select="distinct-values(../tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language/@ident)"/>
    <xsl:copy>
      <xsl:if test="count($named) eq 1 and $named ne ''">
        <xsl:attribute name="xml:lang" select="$named"/>
      </xsl:if>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- a register is no part of the text: it stands beside it, wherever the file keeps it -->
  <xsl:template mode="reading-text" priority="5" as="empty-sequence()" match="
      (tei:listPerson | tei:listPlace | tei:listOrg | tei:listEvent | tei:listObject | tei:listNym
       | tei:listBibl | tei:listRelation | tei:div | tei:div1 | tei:div2)
      [ancestor::tei:text][v:is-register(.)]"/>

  <xsl:template mode="reading-text" priority="2" as="node()*" match="
      tei:app | tei:choice | tei:supplied | tei:gap | tei:del | tei:surplus | tei:corr | tei:sic
      | tei:milestone[@unit = 'source-break']">
    <xsl:param name="quoted" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="chosen" as="node()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="
        if ($quoted or not(v:is-apparatus-entry(.))) then $chosen
        else (v:start(.), $chosen, v:end(.))"/>
  </xsl:template>

  <xsl:template match="tei:choice" mode="reading-text" as="node()*">
    <xsl:param name="unedited" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="chosen" as="element()?" select="(v:of-source(.)[$unedited], v:preferred(.))[1]"/>
    <xsl:apply-templates select="$chosen/self::tei:ex, $chosen[not(self::tei:ex)]/node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="tei:app" mode="reading-text" as="node()*">
    <xsl:param name="of" as="xs:string" tunnel="yes" select="''"/>
    <xsl:apply-templates select="v:reading-of(., $of)/node()" mode="#current"/>
  </xsl:template>

  <!-- a date line whose words all stand in its parts, which are often written without white space
       between them. Those of an address or a signature have their own -->
  <xsl:template match="tei:dateline[not(v:has-own-words(.))]" mode="reading-text" as="element()">
    <xsl:copy>
      <xsl:attribute name="v:parts" select="'apart'"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- whether words stand beside the parts of a line, in it or in an entry or intervention -->
  <xsl:function name="v:has-own-words" as="xs:boolean">
    <xsl:param name="line" as="element()"/>
    <xsl:variable name="readings" as="element()*"
        select="$line//(tei:lem | tei:rdg | tei:choice/* | tei:supplied)[*[v:is-part-of-line(.)]]"/>
    <xsl:sequence select="exists(($line, $readings)/text()[normalize-space()])"/>
  </xsl:function>

  <xsl:function name="v:is-part-of-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        map:contains($v:parts-of-lines, string($v:elements(local-name($element))?is))
        or exists($element/self::tei:seg) and v:told($element) = ('left', 'centered', 'right')"/>
  </xsl:function>

  <!-- an entry that stands alone between blocks is a block, if the text has words there -->
  <xsl:template match="(tei:body | tei:front | tei:back | tei:div)/tei:app
      [not(v:is-attached(.)) and exists(v:reading-of(., '')) and empty(v:readings(.)[v:holds-units(.)])
       and not(v:is-made-of-lines(v:reading-of(., '')))]" mode="reading-text" priority="2.5" as="node()*">
    <xsl:variable name="content" as="node()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space(string-join($content)) or exists($content/descendant-or-self::*[not(self::tei:anchor)])">
        <tei:ab>
          <xsl:sequence select="$content"/>
        </tei:ab>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$content"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what a template of the project leaves empty says nothing, unless something can name it: an entry
       may add words to a paragraph that has a number -->
  <xsl:template match="(tei:p | tei:ab | tei:bibl)[not(* or normalize-space())][not(@xml:id | @n | @ref | @corresp | @sameAs | @copyOf | @facs)]"
      mode="reading-text" as="empty-sequence()"/>

  <!-- of a paragraph or verse that is deleted as a whole only the entries are left, which say so. Where
       the text of a witness ends or begins in it, or an entry names it as its place, it stays -->
  <xsl:template match="(tei:p | tei:ab | tei:l)[tei:del][ancestor::tei:text]" mode="reading-text" as="node()*">
    <xsl:variable name="copy" as="element()">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="
        if (normalize-space($copy) or $copy//(* except (tei:anchor[not(@v:absent or @v:present)] | tei:pb))
            or @n and key('v:located-entry', v:locations(.))) then $copy
        else $copy/(* except tei:lb)"/>
  </xsl:template>

  <!-- an entry attached to a place elsewhere has no text of its own here, but may begin or end here -->
  <xsl:template match="tei:app[v:is-attached(.)]" mode="reading-text" priority="3" as="node()*">
    <xsl:sequence select=".[v:begins-here(.)] ! v:start(.), .[v:ends-here(.)] ! v:end(.)"/>
  </xsl:template>

  <!-- of a list of entries that name places, the place in the text, which tells the nearest of them -->
  <xsl:template match="tei:listApp" mode="reading-text" as="element(tei:anchor)?">
    <xsl:if test="ancestor::tei:text and tei:app/(@loc | @n)">
      <tei:anchor v:list="{generate-id()}"/>
    </xsl:if>
  </xsl:template>

  <!-- a division of nothing but such lists says no more than that: the apparatus has headings of its own -->
  <xsl:template match="(tei:div | tei:div1 | tei:div2 | tei:div3)[.//tei:listApp][v:holds-only-entries(.)]"
      mode="reading-text" priority="3" as="node()*">
    <xsl:apply-templates select=".//tei:listApp[not(ancestor::tei:listApp)]" mode="#current"/>
  </xsl:template>

  <xsl:function name="v:holds-only-entries" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="
        empty($division//text()[normalize-space()][not(ancestor::tei:listApp or ancestor::tei:head)])
        and empty($division//(tei:ptr | tei:graphic | tei:gap | tei:pb)[not(ancestor::tei:listApp)])"/>
  </xsl:function>

  <!-- a paragraph of nothing but such entries is a list of them -->
  <xsl:template match="(tei:p | tei:ab)[tei:app[v:is-attached(.)]]
      [empty(* except tei:app[v:is-attached(.)]) and not(text()[normalize-space()])]"
      mode="reading-text" priority="2" as="node()*">
    <xsl:apply-templates select="tei:app" mode="#current"/>
  </xsl:template>

  <!-- where double end-points begin and end; of elements with the same id the first counts -->
  <xsl:template mode="reading-text" priority="4" as="node()*" match="
      tei:text//tei:*[@xml:id][exists(key('v:boundary', @xml:id))]
          [. is key('v:id', @xml:id)[ancestor::tei:text][1]]">
    <xsl:param name="quoted" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="entries" as="element()*"
        select="key('v:boundary', @xml:id)[not($quoted)][v:is-bounded-beside(., current())]"/>
    <xsl:variable name="id" as="xs:string" select="@xml:id"/>
    <xsl:sequence select="$entries[v:first-target(.) = $id] ! v:start(.)"/>
    <xsl:if test="not(self::tei:anchor) or key('v:target', $id)">
      <xsl:next-match/>
    </xsl:if>
    <xsl:sequence select="$entries[v:last-target(.) = $id] ! v:end(.)"/>
  </xsl:template>

  <!-- what the edition adds, or holds to be superfluous, is told by its signs -->
  <xsl:template match="tei:supplied | (tei:text | tei:app)//tei:surplus" mode="reading-text" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- whole verses or paragraphs that only some have are told as units: signs would stand between blocks -->
  <xsl:template match="tei:rdg//tei:surplus[v:holds-units(.)]" mode="reading-text" priority="1" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="(tei:text | tei:app)//tei:gap" mode="reading-text" as="node()*">
    <xsl:sequence select="v:lost(v:gap-words(.))"/>
  </xsl:template>

  <!-- words marked as words are words, with white space between them or not -->
  <xsl:template match="tei:w[following-sibling::node()[1][self::tei:w]]" mode="reading-text"
      as="node()+">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:copy>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- a siglum is a word before what it stands for -->
  <xsl:template match="(tei:witness | tei:persName | tei:bibl)/tei:abbr[tokenize(@type) = 'siglum']" mode="reading-text" as="node()+">
    <xsl:next-match/>
    <xsl:if test="v:is-touching-siglum(.)"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <xsl:function name="v:is-touching-siglum" as="xs:boolean">
    <xsl:param name="siglum" as="element()"/>
    <xsl:sequence select="
        empty($siglum/preceding-sibling::node()[normalize-space()])
        and matches($siglum/following-sibling::node()[1], '^\p{L}')"/>
  </xsl:function>

  <!-- white space beside a break within a word is none (TEI P5, att.breaking); in a script without
       spaces between words, nor is the end of a line of the file -->
  <xsl:template mode="reading-text" as="text()?" match="
      text()[following-sibling::node()[1][v:divides-word(.)]
             or preceding-sibling::node()[1][v:divides-word(.)]]">
    <xsl:variable name="from" as="xs:string" select="
        if (preceding-sibling::node()[1][v:divides-word(.)]) then replace(., '^\s+', '') else string()"/>
    <xsl:value-of select="
        if (following-sibling::node()[1][v:divides-word(.)]) then replace($from, '\s+$', '') else $from"/>
  </xsl:template>

  <!-- what else points to a boundary: only then is it more than that -->
  <xsl:key name="v:target" match="tei:text//tei:*[@target]"
      use="v:bare(@target)"/>

  <xsl:function name="v:start" as="element(tei:anchor)">
    <xsl:param name="entry" as="element()"/>
    <tei:anchor v:start="{generate-id($entry)}">
      <xsl:sequence select="v:beginning($entry)"/>
    </tei:anchor>
  </xsl:function>

  <xsl:function name="v:end" as="element(tei:anchor)">
    <xsl:param name="entry" as="element()"/>
    <tei:anchor v:end="{generate-id($entry)}">
      <xsl:sequence select="v:ending($entry)"/>
    </tei:anchor>
  </xsl:function>

  <xsl:function name="v:generated" as="element(tei:pc)">
    <xsl:param name="by" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <tei:pc v:generated="{$by}"><xsl:value-of select="$text"/></tei:pc>
  </xsl:function>

  <!-- a mark without a source of its own is the edition's -->
  <xsl:function name="v:by-edition" as="xs:boolean">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="empty($mark/@source)"/>
  </xsl:function>

  <!-- the reasons why words of a source cannot be read any more, by how they begin -->
  <xsl:variable name="v:losses" as="xs:string" static="yes" select="
      '^(lost|loss|illeg|damage|undefined|unclear|faded|fading|torn|tear|hole|cut|trimmed|erased|'
      || 'erasure|worn|rubbed|broken|burnt|blot|stain|overbind|binding|lacuna)'"/>

  <!-- what is supplied where the source once had it -->
  <xsl:function name="v:was-there" as="xs:boolean">
    <xsl:param name="supplied" as="element(tei:supplied)"/>
    <xsl:sequence select="
        some $reason in tokenize($supplied/@reason) satisfies matches($reason, $v:losses)"/>
  </xsl:function>

  <!-- what the source has -->
  <xsl:function name="v:of-source" as="element()?">
    <xsl:param name="choice" as="element(tei:choice)"/>
    <xsl:sequence select="($choice/tei:sic, $choice/tei:orig, $choice/tei:abbr)[1]"/>
  </xsl:function>

  <!-- what the editors print, of the levels of Menota the normal form; the last resort is what stands first -->
  <xsl:function name="v:preferred" as="element()?">
    <xsl:param name="choice" as="element(tei:choice)"/>
    <xsl:sequence select="
        ($choice/tei:corr, $choice/tei:reg, $choice/tei:expan, $choice/tei:ex,
         $choice/menota:norm, $choice/menota:dipl, $choice/*)[1]"
        xmlns:menota="http://www.menota.org/ns/1.0"/>
  </xsl:function>
</xsl:stylesheet>
