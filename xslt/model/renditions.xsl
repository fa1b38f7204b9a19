<?xml version="1.0" encoding="UTF-8"?>
<!-- How text is to look, in a closed set of terms, whatever the dialect of @rend, @rendition,
     @style and tagsDecl they are told in (TEI P5 1.3.1.1.3 and 2.3.4):

       italic, upright, bold, small-capitals, capitals, superscript, subscript, underlined,
       double-underlined, overlined, struck, spaced, monospace, large, small
       and, of blocks: centered, right, left, justified, indented, first-line

     Every output gives each of them one behaviour. What an element is says how it looks where
     nothing else does: a stressed word is italic. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- @v:rendition, if there is anything to say, and @v:steps where an indent is deeper than others -->
  <xsl:function name="v:rendition" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="is" as="xs:string"/>
    <xsl:param name="declarations" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="told" as="xs:string*" select="
        if ($element/@rend or $element/@rendition or $element/@style)
        then v:told($element) else $declarations(local-name($element))"/>
    <xsl:variable name="words" as="xs:string*" select="
        if (exists($told)) then distinct-values($told)[. ne 'as-is'] ! v:of-first-line(., $element)
        else v:usual($element, $is)"/>
    <xsl:if test="exists($words)">
      <xsl:attribute name="v:rendition" select="$words"/>
      <xsl:if test="$words = 'indented'">
        <xsl:sequence select="v:steps($element)"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- an indent of a paragraph is that of its first line, unless its margin is meant -->
  <xsl:function name="v:of-first-line" as="xs:string">
    <xsl:param name="word" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="said" as="xs:string" select="
        string-join(($element/(@rend | @style),
                     $element/@rendition ! v:bare(.) ! key('v:id', ., root($element))/(@selector, text())))"/>
    <xsl:sequence select="
        if ($word eq 'indented' and $element[self::tei:p] and not(matches($said, 'indented|einger|margin|padding|hang', 'i')))
        then 'first-line' else $word"/>
  </xsl:function>

  <xsl:function name="v:steps" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="steps" as="xs:string" select="
        replace(string-join($element/(@rend, @rendition), ' '), '^.*indent\p{L}*[\s(_-]*([2-9])(\D.*)?$', '$1', 'i')"/>
    <xsl:if test="matches($steps, '^[2-9]$')">
      <xsl:attribute name="v:steps" select="$steps"/>
    </xsl:if>
  </xsl:function>

  <!-- what the element itself tells -->
  <xsl:function name="v:told" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@rend ! v:rendition-words(.),
        $element/@style ! v:rendition-words(.),
        $element/@rendition ! tokenize(.) ! v:pointed-rendition(., root($element))"/>
  </xsl:function>

  <!-- what the header declares for all elements of a name -->
  <xsl:function name="v:declared-renditions" as="map(xs:string, xs:string*)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:map>
      <xsl:for-each-group group-by="@gi, tokenize(@selector, '[\s,]+')" select="
          $document/tei:TEI/tei:teiHeader/tei:encodingDesc/tei:tagsDecl
            /descendant::*[self::tei:tagUsage[@rendition | @render] or self::tei:rendition[@selector]]">
        <xsl:map-entry key="current-grouping-key()" select="
            current-group() ! (
              if (self::tei:rendition) then v:rendition-words(.)
              else (@rendition, @render)[1] ! tokenize(.) ! v:pointed-rendition(., $document))"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- the declaration that a pointer names; one that leads nowhere says it by its own name -->
  <xsl:function name="v:pointed-rendition" as="xs:string*">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="document" as="node()"/>
    <xsl:variable name="name" as="xs:string" select="replace($pointer, '^.*[#:]', '')"/>
    <xsl:variable name="declared" as="element()?" select="
        $document[self::document-node()] ! key('v:id', $name, .)[self::tei:rendition][1]"/>
    <xsl:sequence select="
        if (empty($declared)) then v:rendition-words($name)
        else $declared[not(@scope)] ! v:rendition-words(.)"/>
  </xsl:function>

  <!-- how an element usually looks -->
  <xsl:function name="v:usual" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="is" as="xs:string"/>
    <xsl:sequence select="
        if ($is eq 'phrase') then 'italic'[$element/self::tei:hi[not(@rend or @rendition or @style)]]
        else if ($is eq 'title') then 'italic'[v:is-work($element)]
        else if ($is eq 'emphasis') then 'italic'
        else if ($is eq 'mention') then 'italic'[not(v:asks-for-marks($element) = ('any', 'outer', 'inner'))]
        else if ($is eq 'deletion') then 'struck'
        else 'italic'[$is eq 'foreign'][v:leans($element/@xml:lang)]"/>
  </xsl:function>

  <!-- whether the script of a language has an italic -->
  <xsl:function name="v:leans" as="xs:boolean">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="script" as="xs:string?" select="v:script($tag)"/>
    <xsl:sequence select="
        if (exists($script)) then $script = ('latn', 'cyrl', 'grek')
        else v:direction($tag) eq 'ltr'
             and not(v:language-tag($tag) = ('zh', 'ja', 'ko', 'am', 'hi', 'hy', 'ka', 'km', 'lo',
                                             'my', 'sa', 'ta', 'te', 'th', 'bo'))"/>
  </xsl:function>

  <!-- whether a title is that of a work that stands alone, not of a part of one, nor of the document
       itself (TEI P5 3.12.2.2) -->
  <xsl:function name="v:is-work" as="xs:boolean">
    <xsl:param name="title" as="element()"/>
    <xsl:sequence select="
        $title/@level = ('m', 'j', 's')
        or empty($title/@level) and exists($title/(ancestor::tei:bibl | ancestor::tei:note))
        or empty($title/@level) and exists($title/ancestor::tei:text)"/>
  </xsl:function>

  <!-- the words of our set in a description of any dialect: names, CSS, or `ital(yes)`-like calls -->
  <xsl:function name="v:rendition-words" as="xs:string*" cache="yes">
    <xsl:param name="description" as="xs:string"/>
    <xsl:variable name="joined" as="xs:string" select="
        lower-case($description)
        => replace('/\*.*?\*/', ' ')
        => replace('(small|all|letter|line|under|double|flush|bold|strike)[\s_-]+(cap|spac|through|line|under|strike|left|right|italic|out)', '$1$2')
        => replace('\s*[:(]\s*', ':')"/>
    <xsl:sequence select="distinct-values(tokenize($joined, '[\s;,)#&quot;'']+') ! v:rendition-word(.))"/>
  </xsl:function>

  <xsl:function name="v:rendition-word" as="xs:string*">
    <xsl:param name="told" as="xs:string"/>
    <xsl:variable name="property" as="xs:string"
        select="translate(substring-before($told, ':'), '-_', '')"/>
    <xsl:variable name="value" as="xs:string"
        select="translate((substring-after($told, ':')[contains($told, ':')], $told)[1], '-_.', '')"/>
    <xsl:variable name="group" as="xs:string?" select="$v:properties($property)"/>
    <xsl:sequence select="
        tokenize((if (exists($group)) then $v:spellings($group || $value)
                  else ($v:spellings($value), $v:spellings(replace($value, '\d+$', ''))),
                  v:measured($property, substring-after($told, ':')))[1])"/>
  </xsl:function>

  <!-- the word for a property whose value is a measure -->
  <xsl:function name="v:measured" as="xs:string?">
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="number" as="xs:double"
        select="number(replace($value, '^(-?[0-9]*\.?[0-9]+).*$', '$1'))"/>
    <xsl:variable name="ratio" as="xs:double?" select="
        if (ends-with($value, '%')) then $number div 100 else $number[ends-with($value, 'em')]"/>
    <xsl:sequence select="
        if ($property eq 'letterspacing') then 'spaced'[$number gt 0]
        else if ($property = ('indent', 'textindent', 'marginleft', 'paddingleft'))
          then 'indented'[$number gt 0]
        else if ($property eq 'fontsize') then ('large'[$ratio gt 1], 'small'[$ratio lt 1])[1]
        else ()"/>
  </xsl:function>

  <!-- properties whose values mean something else elsewhere -->
  <xsl:variable name="v:properties" as="map(xs:string, xs:string)" select="map {
      'fontsize': 'size ', 'fontstyle': 'style ', 'fontweight': 'weight ', 'weight': 'weight ',
      'display': 'display ',
      'color': 'color ', 'colour': 'color ', 'background': 'color ', 'float': 'float ',
      'pre': 'mark ', 'post': 'mark ', 'content': 'mark ', 'place': 'place ' }"/>

  <!-- every spelling, hyphens, points and a number at the end left out, by our word -->
  <xsl:variable name="v:spellings" as="map(xs:string, xs:string)" select="
      map:merge(
      for $row in (
        'italic = italic italics ital it i oblique slanted slant cursive kursiv kursive italique
           corsivo курсив emph em emphasis style%20italic style%20oblique',
        'upright = upright roman antiqua recte rectus style%20normal',
        'bold = bold b bf bo strong fett gras grassetto boldface heavy weight%20bold weight%20bolder
           weight%20600 weight%20700 weight%20800 weight%20900',
        'bold%20italic = bolditalic bolditalics bi italicbold',
        'small-capitals = smallcaps smallcapitals smallcap sc smcap smcaps petitescapitales
           kapitälchen kapitaelchen scaps maiuscoletto',
        'capitals = capitals capital caps allcaps allcapitals uppercase majuscule majuscules
           versalien uc',
        'superscript = superscript super sup supscript superior exponent hochgestellt exposant
           supralinear raised',
        'subscript = subscript sub inferior tiefgestellt indice subscripted',
        'underlined = underlined underline ul u underscore underscored unterstrichen souligné
           wavyunderline dottedunderline singleunderline',
        'double-underlined = doubleunderline doubleunderlined underdouble uu doubleunderscore',
        'overlined = overlined overline overbar macron',
        'struck = struck strike strikethrough strikeout striketrough linethrough overstrike
           durchgestrichen barré crossedout st doublestrikethrough doublestrike',
        'spaced = spaced spacedout letterspaced letterspacing letterspace gesperrt sperrsatz wide
           expanded tracked',
        'monospace = monospace monospaced mono typewriter tt code teletype',
        'large = large larger big bigger xlarge xxlarge size%20large size%20larger size%20xlarge
           size%20xxlarge',
        'small = small smaller tiny size%20small size%20smaller size%20xsmall',
        'centered = centered center centre centred centré zentriert aligncenter',
        'right = right flushright rightaligned rightalign alignright rechts rightjustified',
        'left = left flushleft leftaligned leftalign alignleft',
        'justified = justified justify justify blocksatz',
        'indented = indented indent indentation einzug eingerückt eingerueckt ind hangingindent',
        'first-line = firstline firstlineindent firstlineindented',
        'as-is = plain none normal asis unmarked regular')
      return
        for $name in tokenize(substring-after($row, ' = '))
        return map { replace($name, '%20', ' '): replace(substring-before($row, ' = '), '%20', ' ') },
      map { 'duplicates': 'use-first' })"/>
</xsl:stylesheet>
