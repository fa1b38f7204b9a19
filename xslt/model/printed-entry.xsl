<?xml version="1.0" encoding="UTF-8"?>
<!-- An entry as it is printed, by one set of rules for every output: lemma, bracket, readings with
     their sigla, remarks. The string value of a `v:printed-entry` is the line in plain text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    exclude-result-prefixes="#all">

  <!-- `positive` names the lemma's witnesses in every entry, `negative` in none, `encoded` where
       the encoding does -->
  <xsl:param name="apparatus" as="xs:string" select="'encoded'"/>

  <!-- 1  the lemma, shortened, numbered or replaced by the word it follows
       2  each reading: its text or what it lacks, its kind, sigla and names, and in brackets what is
          remarked on it
       3  remarks on the entry as a whole at the end -->
  <xsl:mode name="printed-entry" on-no-match="fail"/>

  <xsl:template match="tei:app" mode="printed-entry" as="element(v:printed-entry)">
    <v:printed-entry>
      <xsl:variable name="lemma" as="element()+">
        <xsl:apply-templates select="tei:lem" mode="#current"/>
      </xsl:variable>
      <xsl:sequence select="$lemma"/>
      <xsl:if test="tei:rdg or @v:kind = $v:told-by-status">
        <xsl:value-of select="l:label('lemma.close')[not(current()/@v:unit = $v:told-by-place)][string-join($lemma) ne ''] || ' '"/>
      </xsl:if>
      <xsl:for-each select="tei:rdg[not(v:is-said-with-words(.) or v:only-breaks-off(.))]">
        <xsl:value-of select="if (position() gt 1) then l:label('reading.separator') else ()"/>
        <xsl:apply-templates select="." mode="#current">
          <xsl:with-param name="place" select="count(preceding-sibling::tei:rdg) + 1"/>
        </xsl:apply-templates>
      </xsl:for-each>
      <xsl:apply-templates select="self::tei:app[not(tei:rdg)]" mode="status"/>
      <xsl:apply-templates select="tei:note[normalize-space()][not(@v:about)]" mode="#current">
        <xsl:with-param name="wit" select="()"/>
      </xsl:apply-templates>
    </v:printed-entry>
  </xsl:template>

  <!-- a passage of another author, which only its place joins to the text -->
  <xsl:template match="tei:app[not(@v:series = ('variants', 'editorial'))][not(tei:rdg)][tei:note[normalize-space()]]
      [not(tei:lem[normalize-space()])]" mode="printed-entry" as="element(v:printed-entry)">
    <v:printed-entry>
      <v:lemma/>
      <v:reading>
        <xsl:for-each select="tei:note[normalize-space()]">
          <xsl:value-of select="l:label('reading.separator')[position() gt 1]"/>
          <xsl:sequence select="v:inline(node())"/>
        </xsl:for-each>
      </v:reading>
    </v:printed-entry>
  </xsl:template>

  <!-- a reading that is no more than the beginning of a lacuna: that is told, and no omission -->
  <xsl:function name="v:only-breaks-off" as="xs:boolean">
    <xsl:param name="reading" as="element(tei:rdg)"/>
    <xsl:sequence select="
        $reading/@v:empty and not($reading/@v:presence)
        and $reading/../tei:rdg[@v:presence eq 'ends']/@v:wit = $reading/@v:wit
        and empty(v:remarks-on($reading, count($reading/preceding-sibling::tei:rdg) + 1))"/>
  </xsl:function>

  <xsl:template match="tei:lem" mode="printed-entry" as="element()+">
    <v:lemma>
      <xsl:sequence select="v:shown-lemma(.)"/>
    </v:lemma>
    <xsl:if test="(../@v:series ne 'editorial' or @v:resp and ../@type) and not(v:is-of-presence(..))">
      <xsl:variable name="sigla" as="xs:string*" select="v:lemma-sigla(.)"/>
      <xsl:variable name="names" as="element(v:resp)*" select="v:credited(., $sigla)"/>
      <xsl:variable name="remarks" as="node()*" select="v:remarks-on(., 0)"/>
      <xsl:variable name="told" as="xs:string*" select="
          v:operation(.) ! l:label(.), @cert[. = ('low', 'medium')] ! l:label('cert.' || .)"/>
      <xsl:if test="exists(($sigla, $names, $remarks, $told))">
        <v:reading>
          <xsl:for-each select="$told, v:state-terms(.)">
            <xsl:text> </xsl:text>
            <v:abbr><xsl:value-of select="."/></v:abbr>
          </xsl:for-each>
          <xsl:sequence select="v:credit($sigla, $names, true(), root()), $remarks"/>
        </v:reading>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:rdg" mode="printed-entry" as="element(v:reading)">
    <xsl:param name="place" as="xs:integer"/>
    <xsl:variable name="sigla" as="xs:string*"
        select="v:collapsed-sigla(tokenize(@v:wit), root())"/>
    <xsl:variable name="terms" as="xs:string*" select="v:terms(.)"/>
    <xsl:variable name="empty" as="xs:boolean" select="exists(@v:empty)"/>
    <v:reading>
      <xsl:copy-of select="@v:wit, @v:kind"/>
      <xsl:if test="not($empty)">
        <v:content>
          <xsl:sequence select="v:with-neighbours(.., v:inline(node()) ! v:without-marks(.))"/>
        </v:content>
      </xsl:if>
      <xsl:for-each select="$terms">
        <xsl:value-of select="if (not($empty) or position() gt 1) then ' ' else ()"/>
        <v:abbr><xsl:value-of select="."/></v:abbr>
      </xsl:for-each>
      <xsl:sequence select="v:credit($sigla, v:credited(., $sigla), not($empty) or exists($terms), root())"/>
      <xsl:sequence select="v:return(.) ! v:remark(l:label('presence.until', .))"/>
      <xsl:sequence select="v:remarks-on(., $place)"/>
    </v:reading>
  </xsl:template>

  <!-- what is said of an entry without readings -->
  <xsl:mode name="status" on-no-match="deep-skip"/>
  <xsl:variable name="v:told-by-status" as="xs:string+" static="yes" select="'mark', 'gap', 'restored', 'correction', 'corrupt'"/>
  <xsl:template match="tei:app[@v:kind = $v:told-by-status]" mode="status" as="element(v:reading)">
    <xsl:variable name="sigla" as="xs:string*" select="v:bare(tei:lem/@source)"/>
    <v:reading>
      <v:abbr><xsl:value-of select="l:label('status.' || @v:kind)"/></v:abbr>
      <xsl:sequence select="v:credit($sigla, v:credited(tei:lem, $sigla), true(), root())"/>
    </v:reading>
  </xsl:template>

  <!-- a remark names its witnesses unless its reading has the same -->
  <xsl:template match="tei:note" mode="printed-entry" as="node()+">
    <xsl:param name="wit" as="xs:string?"/>
    <xsl:variable name="sigla" as="xs:string*" select="
        v:collapsed-sigla(tokenize(@v:wit[not(. = $wit)]), root()) ! v:printed-siglum(., root(current()))"/>
    <xsl:sequence select="v:remark((
        $sigla[1] ! l:label('remark.witnesses', string-join($sigla, ' ')), v:inline(node())))"/>
  </xsl:template>

  <!-- what is remarked on a reading: why it arose, and what the edition says of it -->
  <xsl:function name="v:remarks-on" as="node()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="place" as="xs:integer"/>
    <xsl:sequence select="
        v:presence-remarks($reading), v:remarks-on-changes($reading),
        $reading/@cause ! v:bare(.) ! v:remark(l:known('cause.' || v:plain-cause(.), translate(., '_', ' ')))"/>
    <xsl:apply-templates mode="printed-entry"
        select="$reading/../tei:note[@v:about = string($place)][normalize-space()]">
      <xsl:with-param name="wit" select="$reading/@v:wit"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- the name of a cause, which is spelled in many ways -->
  <xsl:function name="v:plain-cause" as="xs:string">
    <xsl:param name="cause" as="xs:string"/>
    <xsl:sequence select="
        translate(lower-case($cause), '-_', '') => replace('homoeo|homoio', 'homeo')
        => replace('palaeo', 'paleo') => replace('ar[ck]ton$', 'archy')"/>
  </xsl:function>

  <xsl:function name="v:remark" as="node()+">
    <xsl:param name="content" as="item()*"/>
    <xsl:value-of select="l:label('remark.open')"/>
    <v:remark>
      <xsl:sequence select="$content"/>
    </v:remark>
    <xsl:value-of select="l:label('remark.close')"/>
  </xsl:function>

  <xsl:variable name="v:longest-lemma" as="xs:integer" select="6"/>

  <!-- a long lemma by its first and last words; a repeated word with its number; for an empty one
       the word before or after -->
  <xsl:function name="v:shown-lemma" as="node()*">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:variable name="entry" as="element()" select="$lemma/.."/>
    <xsl:variable name="line" as="node()*" select="v:inline($lemma/node())"/>
    <xsl:variable name="words" as="xs:string*" select="v:words-of-line($line)"/>
    <xsl:choose>
      <xsl:when test="empty($words) and not(v:has-pictures($line))">
        <xsl:for-each select="$entry[not(@v:fault = 'lemma-missing')]/(@v:after | @v:before)[. ne '']">
          <v:abbr><xsl:value-of select="l:label('lemma.' || local-name())"/></v:abbr>
          <xsl:value-of select="' ' || ."/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="v:is-of-presence($entry) and $entry/tei:rdg/@v:presence = 'ends'">
        <v:abbr><xsl:value-of select="l:label('lemma.after')"/></v:abbr>
        <xsl:value-of select="' ' || $words[last()]"/>
      </xsl:when>
      <xsl:when test="$entry/@v:unit and count($words) gt 2">
        <xsl:value-of select="v:ends-of-unit($lemma)"/>
      </xsl:when>
      <xsl:when test="count($words) gt $v:longest-lemma">
        <xsl:value-of select="string-join($words[position() le 2], ' ') || l:label('lemma.ellipsis')
            || string-join($words[position() gt last() - 2], ' ')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="v:with-neighbours($entry, $line ! v:without-marks(.))"/>
        <xsl:if test="$entry/@v:nth">
          <v:nth><xsl:value-of select="translate($entry/@v:nth, '0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')"/></v:nth>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- words with what shows their place: the word before a mark, hyphens where a word goes on -->
  <xsl:function name="v:with-neighbours" as="node()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="sides" as="xs:string*" select="tokenize($entry/@v:joined)"/>
    <xsl:sequence select="
        $entry[not(tei:rdg/@v:empty)]/@v:beside ! v:beside(.), v:beside(l:label('word.part'))[$sides = 'before'],
        $content, v:beside(l:label('word.part'))[$sides = 'after']"/>
  </xsl:function>

  <xsl:function name="v:beside" as="element(tei:pc)">
    <xsl:param name="text" as="xs:string"/>
    <tei:pc v:is="generated" v:generated="beside"><xsl:value-of select="$text"/></tei:pc>
  </xsl:function>

  <xsl:function name="v:lemma-sigla" as="xs:string*">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:variable name="own" as="xs:string*" select="tokenize($lemma/@v:wit)"/>
    <xsl:sequence select="
        if ($apparatus eq 'negative') then ()
        else v:collapsed-sigla(
            if (empty($own) and $apparatus eq 'positive') then v:agreeing-sigla($lemma) else $own,
            root($lemma))"/>
  </xsl:function>

  <!-- the witnesses that no other reading names, without those that lack the text there -->
  <xsl:function name="v:agreeing-sigla" as="xs:string*">
    <xsl:param name="lemma" as="element(tei:lem)"/>
    <xsl:variable name="entry" as="element(tei:app)" select="$lemma/.."/>
    <xsl:variable name="others" as="xs:string*" select="$entry/tei:rdg[not(@v:presence)]/@v:wit ! tokenize(.)"/>
    <xsl:variable name="lacking" as="xs:string*" select="
        key('v:beginning', $entry/@v:id, root($entry))[1]/accumulator-before('v:lacking')"/>
    <xsl:sequence select="
        v:sigla(root($lemma))[$entry/@v:series eq 'variants'][not(. = ($others, $lacking))]"/>
  </xsl:function>

  <xsl:key name="v:beginning" match="tei:text//tei:seg[@v:starts]" use="tokenize(@v:starts)"/>

  <!-- hands, editors and sources of a reading, those left out that are named as witnesses -->
  <xsl:function name="v:credited" as="element(v:resp)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:for-each select="
        tokenize($reading/@hand) ! v:hand-name(., $reading), $reading/@v:resp ! string(.)">
      <v:resp><xsl:value-of select="."/></v:resp>
    </xsl:for-each>
    <xsl:for-each select="tokenize($reading/@source)[not(v:pointed-id(., $reading) = $sigla)]">
      <v:resp ref="{v:pointed-id(., $reading)}">
        <xsl:value-of select="v:short-name(., $reading)"/>
      </v:resp>
    </xsl:for-each>
  </xsl:function>

  <!-- sigla and names, a space between each two and, `after` something else, before the first -->
  <xsl:function name="v:credit" as="node()*">
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:param name="names" as="element(v:resp)*"/>
    <xsl:param name="after" as="xs:boolean"/>
    <xsl:param name="document" as="node()"/>
    <xsl:for-each select="$sigla">
      <xsl:value-of select="if ($after or position() gt 1) then ' ' else ()"/>
      <v:siglum ref="{.}"><xsl:value-of select="v:printed-siglum(., $document)"/></v:siglum>
    </xsl:for-each>
    <xsl:for-each select="$names">
      <xsl:value-of select="if ($after or exists($sigla) or position() gt 1) then ' ' else ()"/>
      <xsl:sequence select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- the words that an entry is about have no marks but those of the text -->
  <xsl:function name="v:without-marks" as="node()">
    <xsl:param name="node" as="node()"/>
    <xsl:choose>
      <xsl:when test="$node/descendant-or-self::*/@v:marks">
        <xsl:apply-templates select="$node" mode="without-marks"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$node"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- everything stays but @v:marks -->
  <xsl:mode name="without-marks" on-no-match="shallow-copy"/>
  <xsl:template match="@v:marks" mode="without-marks" as="empty-sequence()"/>
</xsl:stylesheet>
