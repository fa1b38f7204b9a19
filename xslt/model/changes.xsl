<?xml version="1.0" encoding="UTF-8"?>
<!-- Before the first step: what was deleted or added over several elements is told of the words
     themselves (TEI P5 11.3.1.4, att.spanning), and what was cancelled is taken back (11.3.1.6, 11.3.4.4). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:change" use="true()" match="
      (tei:text | tei:standOff)//(tei:delSpan | tei:addSpan | tei:mod[@spanTo] | tei:undo | tei:restore | tei:metamark)"/>
  <xsl:key name="v:undone" match="tei:undo[@target][not(v:is-redone(.))]" use="v:bare(@target)"/>
  <xsl:key name="v:redone" match="tei:redo[@target]" use="v:bare(@target)"/>

  <xsl:function name="v:with-changes" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document[empty(key('v:change', true()))]"/>
    <xsl:apply-templates select="$document[key('v:change', true())]" mode="changes"/>
  </xsl:function>

  <!-- the spans that a place stands in, from the end of the element that begins one to the end of what it
       points to, or of the reading or note that it stands in -->
  <xsl:accumulator name="v:spans" as="element()*" initial-value="()">
    <xsl:accumulator-rule phase="end" match="(tei:text | tei:standOff)//tei:*[@xml:id or @spanTo or self::tei:lem or self::tei:rdg or self::tei:note]" select="
        let $end := .
        return ($value[not(v:pointed(@spanTo) = $end/@xml:id)]
                      [not($end[self::tei:lem or self::tei:rdg or self::tei:note] intersect ancestor::*)],
                .[v:made-by-span(.) ne ''][v:ends-later(.)])"/>
  </xsl:accumulator>

  <!-- what becomes of the words of a span: `del`, `add`, `undo`, `redo`; '' for one that says nothing of that -->
  <xsl:function name="v:made-by-span" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element[@spanTo]/(self::tei:delSpan | self::tei:addSpan | self::tei:undo | self::tei:redo))
          then replace(local-name($element), 'Span', '')
        else string-join($element/self::tei:mod[@spanTo]/@type ! analyze-string(lower-case(.), '^#?(del|add)')//*:group)"/>
  </xsl:function>

  <!-- the spans over a whole element or text -->
  <xsl:function name="v:spans-over" as="element()*">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        ($node/accumulator-before('v:spans') intersect ($node/node()[last()], $node)[1]/accumulator-after('v:spans'))
          [v:is-in-reading($node, .)]"/>
  </xsl:function>

  <!-- whether a span says that what was changed in it is as before -->
  <xsl:function name="v:is-in-undone-span" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="over" as="element()*" select="v:spans-over($node)"/>
    <xsl:sequence select="exists($over/self::tei:undo[not(v:is-redone(.))]) and empty($over/self::tei:redo)"/>
  </xsl:function>

  <xsl:function name="v:ends-later" as="xs:boolean">
    <xsl:param name="span" as="element()"/>
    <xsl:sequence select="
        some $end in key('v:id', v:pointed($span/@spanTo), root($span)) satisfies
             $end >> $span or $end intersect $span/ancestor::*"/>
  </xsl:function>

  <!-- 1  words that a span goes over stand in a `del` or `add`; white space at its ends divides those beside it
       2  what was restored of a deletion stands between two deletions
       3  what was undone is text again, or no text
       4  a mark that says how to read is a note
       Tunnel parameters: `around`, the deletions that words are still to stand in; `told`, the
       deletions and additions that they stand in already. -->
  <xsl:mode name="changes" on-no-match="shallow-copy" use-accumulators="v:spans"/>

  <xsl:template match="/" mode="changes" as="document-node()">
    <xsl:document>
      <xsl:apply-templates mode="#current"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="tei:text | tei:standOff | (tei:text | tei:standOff)//tei:*" mode="changes" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:call-template name="v:changed"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="(tei:text | tei:standOff)//tei:*[v:is-restored-part(.)]" mode="changes" priority="1" as="element()">
    <xsl:next-match>
      <xsl:with-param name="around" tunnel="yes" select="()"/>
    </xsl:next-match>
  </xsl:template>

  <xsl:template match="(tei:text | tei:standOff)//tei:del[descendant::*[v:is-restored-part(.) or self::tei:undo[@spanTo]]][not(v:is-cancelled(.))]"
      mode="changes" priority="1" as="node()*">
    <xsl:param name="around" as="element()*" tunnel="yes"/>
    <xsl:call-template name="v:changed">
      <xsl:with-param name="around" tunnel="yes" select="$around, ."/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="(tei:text | tei:standOff)//tei:del[v:is-cancelled(.)]" mode="changes" priority="2" as="element()">
    <tei:restore>
      <xsl:next-match/>
    </tei:restore>
  </xsl:template>

  <xsl:template match="(tei:text | tei:standOff)//tei:add[v:is-cancelled(.)]" mode="changes" priority="2" as="element()">
    <tei:del>
      <xsl:next-match/>
    </tei:del>
  </xsl:template>

  <xsl:template match="(tei:text | tei:standOff)//tei:metamark[not(@function = 'crux')]" mode="changes" as="element(tei:note)">
    <tei:note>
      <xsl:copy-of select="@*"/>
      <xsl:call-template name="v:changed"/>
    </tei:note>
  </xsl:template>

  <xsl:template name="v:changed" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="around" as="element()*" tunnel="yes"/>
    <xsl:param name="told" as="element()*" tunnel="yes"/>
    <xsl:for-each-group select="node()" composite="yes"
        group-adjacent="v:changes-around(., $around, $told) ! generate-id(), v:is-in-undone-span(.)">
      <xsl:variable name="own" as="element()*" select="v:changes-around(., $around, $told)"/>
      <xsl:choose>
        <xsl:when test="$own and (current-group()[normalize-space()] or current-group()/descendant-or-self::tei:gap)">
          <xsl:variable name="inner" as="node()*">
            <xsl:apply-templates select="current-group()" mode="#current">
              <xsl:with-param name="around" tunnel="yes" select="()"/>
              <xsl:with-param name="told" tunnel="yes" select="$told, $own"/>
            </xsl:apply-templates>
          </xsl:variable>
          <xsl:variable name="words" as="xs:string" select="string-join(current-group()[not(self::comment())])"/>
          <xsl:value-of select="' '[matches($words, '^\s')]"/>
          <xsl:variable name="undone" as="xs:boolean" select="v:is-in-undone-span(.)"/>
          <xsl:sequence select="fold-right($own, $inner, v:in-change(?, ?, $undone))"/>
          <xsl:value-of select="' '[matches($words, '\s$')]"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()" mode="#current"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- what words are to stand in: nothing where they are to be found deeper within -->
  <xsl:function name="v:changes-around" as="element()*">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="around" as="element()*"/>
    <xsl:param name="told" as="element()*"/>
    <xsl:sequence select="
        if ($v:elements(local-name($node/..))?holds = 'blocks'
            or (some $part in $node/descendant-or-self::* satisfies
                v:is-restored-part($part)
                or not($v:elements(local-name($part)) ! (?holds = 'phrase' or ?is = 'silent')))) then ()
        else
          let $undone := v:is-in-undone-span($node)
          return ($around[not($undone)],
                  v:spans-over($node)[v:made-by-span(.) eq 'add'
                                      or v:made-by-span(.) eq 'del' and not($undone or v:is-undone(.))]
                    except $told)"/>
  </xsl:function>

  <!-- words in their change; those of an addition that was undone read as deleted -->
  <xsl:function name="v:in-change" as="element()">
    <xsl:param name="change" as="element()"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:param name="undone" as="xs:boolean"/>
    <xsl:variable name="name" as="xs:string" select="(v:made-by-span($change)[. ne ''], 'del')[1]"/>
    <xsl:variable name="changed" as="element()">
      <xsl:element name="{$name}" namespace="http://www.tei-c.org/ns/1.0">
        <xsl:sequence select="$change/@* except $change/(@xml:id, @spanTo), $content"/>
      </xsl:element>
    </xsl:variable>
    <xsl:sequence select="$changed[not($name eq 'add' and ($undone or v:is-undone($change)))]"/>
    <xsl:if test="$name eq 'add' and ($undone or v:is-undone($change))">
      <tei:del>
        <xsl:sequence select="$changed/(@* except @type), $changed"/>
      </tei:del>
    </xsl:if>
  </xsl:function>

  <xsl:function name="v:is-undone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/@xml:id[key('v:undone', .)][key('v:id', .)[ancestor::tei:text or ancestor::tei:standOff][1] is $element])
        or exists($element/(self::tei:del | self::tei:add | self::tei:mod | self::tei:delSpan | self::tei:addSpan))
           and v:is-in-undone-span($element)"/>
  </xsl:function>

  <xsl:function name="v:is-redone" as="xs:boolean">
    <xsl:param name="undo" as="element(tei:undo)"/>
    <xsl:sequence select="exists(($undo/@xml:id, v:bare($undo/@target)) ! key('v:redone', ., root($undo)))"/>
  </xsl:function>

  <!-- what holds words of a deletion that stand again -->
  <xsl:function name="v:is-restored-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[self::tei:restore][ancestor::tei:del])
        or v:is-undone($element)
           and empty($element/(self::tei:del | self::tei:add | self::tei:subst | self::tei:mod))"/>
  </xsl:function>

  <!-- a change that was taken back, or that is part of one -->
  <xsl:function name="v:is-cancelled" as="xs:boolean">
    <xsl:param name="change" as="element()"/>
    <xsl:sequence select="
        v:is-undone($change)
        or exists($change[not(self::tei:add)]/parent::tei:restore)
        or exists($change/(parent::tei:subst | parent::tei:mod)[v:is-cancelled(.)])"/>
  </xsl:function>
</xsl:stylesheet>
