<?xml version="1.0" encoding="UTF-8"?>
<!-- Which words get quotation marks that the text itself does not have (TEI P5 2.3.3 and 3.3.3):

       outer  the marks of a quotation
       inner  those of a quotation within another
       plain  marks only where nothing else can be shown: a word that is spoken of is in italics, and
              plain text has none

     No mark is doubled: where the text has marks of its own, or the header says that all of them are
     in the text, the edition adds none. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- what may have marks, and whether it has them where the encoding says nothing. The title of an
       essay has none: it is told from that of a book by not being in italics -->
  <xsl:variable name="v:marked" static="yes" as="map(xs:string, xs:boolean)" select="map {
      'quotation': true(), 'so-called': true(), 'gloss': true(),
      'mention': false(), 'title': false() }"/>

  <!-- spellings of @rend and @rendition, hyphens and the like left out, that ask for marks or for
       none. A look, such as italics, says nothing of marks -->
  <xsl:variable name="v:asked-marks" static="yes" as="map(xs:string, xs:string)" select="
      map:merge(
      for $row in (
        'any: quotes quote quoted inquotes quotationmarks quotemarks guillemets',
        'outer: doublequotes doublequote doublequoted dquotes',
        'inner: singlequotes singlequote singlequoted squotes',
        'none: noquotes noquote unquoted noquotationmarks noquotemarks nomarks unmarked none')
      return tokenize(substring-after($row, ': ')) ! map { .: substring-before($row, ':') },
      map { 'duplicates': 'reject' })"/>

  <!-- spellings that ask for marks only where they stand alone: `double underline` is a look -->
  <xsl:variable name="v:asked-marks-alone" static="yes" as="map(xs:string, xs:string)"
      select="map { 'double': 'outer', 'single': 'inner' }"/>

  <!-- @v:marks, if the words of an element get any; `block`: whether it stands on lines of its own -->
  <xsl:function name="v:marks" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="is" as="xs:string"/>
    <xsl:param name="block" as="xs:boolean"/>
    <xsl:if test="map:contains($v:marked, $is)">
      <xsl:variable name="word" as="xs:string?" select="v:mark-word($element, $is)[not($block)]"/>
      <xsl:if test="exists($word) and v:has-words($element) and not(v:is-quoted($element))">
        <xsl:attribute name="v:marks" select="$word"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:function name="v:mark-word" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="is" as="xs:string"/>
    <xsl:variable name="asked" as="xs:string?" select="v:asks-for-marks($element)"/>
    <xsl:sequence select="
        if (v:takes-marks($element, $is)) then ($asked[. ne 'any'], v:level($element))[1]
        else 'plain'[$is eq 'mention'][empty($asked)]"/>
  </xsl:function>

  <!-- what the encoding asks for -->
  <xsl:function name="v:asks-for-marks" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        ($element/(@rend, @rendition)
         ! (let $spellings := tokenize(lower-case(.), '[\s#;,]+')[.] ! translate(., '-_.', '')
            return ($spellings ! $v:asked-marks(.),
                    $spellings[count($spellings) eq 1] ! $v:asked-marks-alone(.))))[1]"/>
  </xsl:function>

  <!-- whether words are to have marks, be they of the text or of the edition. An element that only holds
       a quotation and its source has none, for the quotation has them; where that element is set apart,
       the quotation has none either. Nor has what somebody said in other words -->
  <xsl:function name="v:takes-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="is" as="xs:string"/>
    <xsl:variable name="asked" as="xs:string?" select="v:asks-for-marks($element)"/>
    <xsl:sequence select="
        (if (exists($asked)) then $asked ne 'none'
         else $v:marked($is)
              and empty($element/(self::tei:cit, self::tei:said[@direct = ('false', '0')])))
        and not(v:keeps-all-marks($element))
        and not(v:has-source($element))
        and not(v:has-source($element/..) and v:is-apart($element/..))"/>
  </xsl:function>

  <!-- whether the header says that the text has all marks of its source, of which what editors say in
       the header and in notes is no part -->
  <xsl:function name="v:keeps-all-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        root($element)/tei:TEI/tei:teiHeader/tei:encodingDesc/tei:editorialDecl/tei:quotation/@marks
          = 'all'
        and empty($element/(ancestor::tei:teiHeader | ancestor::tei:note))"/>
  </xsl:function>

  <!-- whether a quotation only holds another one with its source -->
  <xsl:function name="v:has-source" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="
        $v:elements(string($element/local-name()))?is = 'quotation'
        and $element/* ! $v:elements(local-name())?is = 'quotation'
        and not($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- whether an element stands on lines of its own, told before its parent is described -->
  <xsl:function name="v:is-apart" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        v:is-block($element, v:is($element), v:holds($element/..), v:holds($element))"/>
  </xsl:function>

  <!-- which marks: a quotation within a quotation has the inner ones, and what is quoted in a note
       begins anew -->
  <xsl:function name="v:level" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="around" as="element()*" select="
        $element/ancestor::*[map:contains($v:marked, string($v:elements(local-name())?is))]
          except $element/ancestor::tei:note[1]/ancestor::*"/>
    <xsl:variable name="marked" as="element()*"
        select="$around[v:takes-marks(., v:is(.))][not(v:is-apart(.))]"/>
    <xsl:sequence select="if (count($marked) mod 2 eq 1) then 'inner' else 'outer'"/>
  </xsl:function>

  <!-- whether an element has words that marks can stand around: a picture or another text has none -->
  <xsl:function name="v:has-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        v:own-words($element) ne ''
        and exists($element/(text() | *)[normalize-space()]
              [not($v:elements(local-name())?is = ('text', 'figure'))])"/>
  </xsl:function>

  <!-- the words of an element, without the notes on them -->
  <xsl:function name="v:own-words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        string-join($element//text() except $element//tei:note//text()) => normalize-space()"/>
  </xsl:function>

  <!-- whether the text has marks at the edges of an element, inside or outside, or the dash that stands
       before speech. A mark with a space after it belongs to the words before it, unless it is «; and an
       apostrophe belongs to the article before it -->
  <xsl:function name="v:is-quoted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="marks" as="xs:string"
        select="'([&quot;''\p{Pi}\p{Pf}‚„「」『』＂]|,,|``)'"/>
    <xsl:variable name="before" as="xs:string" select="v:text-before($element)"/>
    <xsl:variable name="words" as="xs:string" select="v:own-words($element)"/>
    <xsl:sequence select="
        matches($words, '^[\[(⟨—–…-]?\s?' || $marks)
        or matches($words, '^[–—―-]{1,2}\s')
        or matches($words, $marks || '[.,;:!?…)\]]{0,2}$')
        or matches($before, $marks || '$|[«‹][\s&#xA0;&#x202F;]+$')
           and not(matches($before, '\p{L}[''’]$'))"/>
  </xsl:function>

  <!-- `text`: the text node before a place, of the same note if it is in a note; `outside`: the value
       before that note -->
  <xsl:accumulator name="v:last-text" as="map(*)" initial-value="map {}">
    <xsl:accumulator-rule match="tei:note" select="map { 'outside': $value }"/>
    <xsl:accumulator-rule match="tei:note" phase="end" select="$value?outside"/>
    <xsl:accumulator-rule match="text()" select="map:put($value, 'text', .)"/>
  </xsl:accumulator>

  <!-- the text node that an element follows in its block or reading; '' if that text node belongs to
       other words that may have marks -->
  <xsl:function name="v:text-before" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="text()?"
        select="$element/accumulator-before('v:last-text')?text"/>
    <xsl:variable name="between" as="xs:string*" select="
        ($before/ancestor::* except $element/ancestor::*) ! string($v:elements(local-name())?is)"/>
    <xsl:sequence select="
        string($before[not($between = map:keys($v:marked))]
                      [v:line-of(.) is v:line-of($element)])"/>
  </xsl:function>

  <!-- the element whose words those of a node run on from -->
  <xsl:function name="v:line-of" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        $node/ancestor::*[self::tei:rdg or self::tei:lem
                          or $v:elements(local-name())?holds = 'words'][1]"/>
  </xsl:function>
</xsl:stylesheet>
