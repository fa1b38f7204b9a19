<?xml version="1.0" encoding="UTF-8"?>
<!-- The few facts of a document that the pages of a site still need when its model has been dropped
     from memory: its title, every mention of a register entry with a little context, and the words
     that a search looks through. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- 1  the model becomes one `v:document`
       2  each mention in a block becomes a `v:mention` with the words around it
       3  each passage becomes a `v:passage` -->
  <xsl:mode name="summary" on-no-match="deep-skip" visibility="public" use-accumulators="v:offset"/>

  <!-- characters before this place in each block around it, innermost first; notes left out -->
  <xsl:accumulator name="v:offset" as="xs:integer+" initial-value="0">
    <xsl:accumulator-rule match="
        tei:p | tei:ab | tei:l | tei:head | tei:item | tei:cell | tei:opener | tei:closer
        | tei:signed | tei:salute | tei:dateline"
        select="0, $value"/>
    <xsl:accumulator-rule phase="end" match="
        tei:p | tei:ab | tei:l | tei:head | tei:item | tei:cell | tei:opener | tei:closer
        | tei:signed | tei:salute | tei:dateline"
        select="$value[1] + $value[2], tail(tail($value))"/>
    <xsl:accumulator-rule match="tei:lb[not(@v:within-word)]" select="
        if (ancestor::tei:note) then $value else ($value[1] + 1, tail($value))"/>
    <xsl:accumulator-rule match="text()" phase="end" select="
        if (ancestor::tei:note) then $value else ($value[1] + string-length(.), tail($value))"/>
  </xsl:accumulator>

  <xsl:variable name="v:context" as="xs:integer" select="48"/>

  <xsl:template match="/" mode="summary" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="tei:TEI" mode="#current"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="tei:TEI" mode="summary" as="element(v:document)">
    <v:document id="{@v:id}" language="{(@v:lang, tei:text/@v:lang, @xml:lang, tei:text/@xml:lang, 'en')[1]}" kind="{v:kind-of-text(.)}">
      <xsl:sequence select="v:when-written(.), v:number-of-parts(.)"/>
      <xsl:for-each select="tei:teiHeader/@v:released">
        <xsl:attribute name="released" select="."/>
      </xsl:for-each>
      <xsl:for-each select="(v:facts('licence', .)/@target ! tokenize(.) ! v:web-address(.))[1]">
        <xsl:attribute name="licence" select="."/>
      </xsl:for-each>
      <v:title><xsl:value-of select="tei:teiHeader/@v:title"/></v:title>
      <xsl:for-each select="v:facts('subtitle', .)[1]">
        <v:subtitle><xsl:value-of select="v:plain(.)"/></v:subtitle>
      </xsl:for-each>
      <xsl:for-each select="v:facts('author', .)">
        <v:author><xsl:value-of select="v:plain(.)"/></v:author>
      </xsl:for-each>
      <xsl:for-each select="v:facts('editor', .)">
        <v:editor><xsl:value-of select="v:plain(.)"/></v:editor>
      </xsl:for-each>
      <xsl:for-each select="v:facts('publisher', .)[1]">
        <v:publisher><xsl:value-of select="v:plain(.)"/></v:publisher>
      </xsl:for-each>
      <xsl:copy-of select="v:facts('created', .)[1], v:facts('abstract', .)"/>
      <xsl:call-template name="v:way-of-letter"/>
      <xsl:sequence select="v:newest-change(.)"/>
      <v:citable><xsl:value-of select="serialize(v:citable(.), map { 'method': 'json' })"/></v:citable>
      <xsl:call-template name="v:stated"/>
      <xsl:for-each select="tei:standOff[@v:part = 'witnesses']//tei:witness">
        <v:witness siglum="{@v:siglum}" printed="{@v:printed}" file="{@v:file}">
          <xsl:if test="@v:siglum = v:collated(ancestor::tei:TEI)">
            <xsl:attribute name="collated" select="true()"/>
          </xsl:if>
        </v:witness>
      </xsl:for-each>
      <xsl:call-template name="v:mentions-of-text"/>
      <xsl:copy-of select="tei:standOff[@v:part = 'register']/tei:list/*[@v:own]"/>
      <xsl:call-template name="v:entries-of-addresses"/>
      <xsl:call-template name="v:passages"/>
    </v:document>
  </xsl:template>

  <!-- what the header states of the edition as a whole and of its versions, as the model has it -->
  <xsl:template name="v:stated" as="element()+">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:variable name="purposes" as="element()*" select="v:facts('principles', .)[self::tei:projectDesc]"/>
    <v:purpose><xsl:copy-of select="$purposes/(tei:p | tei:ab)"/></v:purpose>
    <tei:TEI>
      <xsl:copy-of select="@v:id, @v:lang, @v:dir"/>
      <tei:teiHeader>
        <xsl:copy-of select="
            (('editor', 'translator', 'principal', 'funder', 'sponsor', 'responsibility', 'publisher',
              'distributor', 'principles', 'rights', 'change') ! v:facts(., current())) except $purposes"/>
      </tei:teiHeader>
    </tei:TEI>
  </xsl:template>

  <!-- what kind of text it is, in the words of the encoding: a letter if it tells its way -->
  <xsl:function name="v:kind-of-text" as="xs:string">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:variable name="types" as="xs:string*" select="
        distinct-values($document/tei:text/tei:body/tei:div/@type ! lower-case(normalize-space()))"/>
    <xsl:sequence select="string((
        'letter'[exists(v:facts('correspondence', $document)/tei:correspAction)],
        $document/tei:text/@type ! lower-case(normalize-space()),
        $types[count($types) eq 1])[. ne ''][1])"/>
  </xsl:function>

  <!-- when it was written, as machines read it: @from, and @to if that is another day -->
  <xsl:function name="v:when-written" as="attribute()*">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:variable name="date" as="element()?" select="
        (v:facts('created', $document), v:facts('source-date', $document))
        [v:is-dated(.) or @when-iso or @from-iso or @notBefore-iso][1]"/>
    <xsl:variable name="days" as="xs:string*" select="
        ($date/(@when, @when-iso, @from, @from-iso, @notBefore, @notBefore-iso)[1],
         $date/(@when, @when-iso, @to, @to-iso, @notAfter, @notAfter-iso)[1])
        ! normalize-space()[matches(., '^-?\d{4,}(-\d\d){0,2}$')]"/>
    <xsl:for-each select="$days[1]"><xsl:attribute name="from" select="."/></xsl:for-each>
    <xsl:for-each select="$days[2][. ne $days[1]]"><xsl:attribute name="to" select="."/></xsl:for-each>
  </xsl:function>

  <!-- what changed last, in plain words -->
  <xsl:function name="v:newest-change" as="element(v:change)?">
    <xsl:param name="document" as="element(tei:TEI)"/>
    <xsl:variable name="dated" as="element()*"
        select="v:facts('change', $document)[@when ! v:is-calendar-date(.)]"/>
    <xsl:for-each select="sort($dated, (), function($change) { string($change/@when) })[last()]">
      <v:change when="{@when}"><xsl:value-of select="normalize-space()"/></v:change>
    </xsl:for-each>
  </xsl:function>

  <!-- who sent it, where, and who received it; and all of its way with records elsewhere -->
  <xsl:template name="v:way-of-letter" as="element()*">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:variable name="actions" as="element()*"
        select="v:facts('correspondence', .)/tei:correspAction"/>
    <xsl:variable name="sent" as="element()*" select="$actions[@type = 'sent']"/>
    <xsl:variable name="parties" as="map(xs:string, element()*)" select="map {
        'v:sender': $sent/(tei:persName | tei:orgName | tei:name | tei:rs),
        'v:receiver': $actions[@type = 'received']/(tei:persName | tei:orgName | tei:name | tei:rs),
        'v:place': ($sent/(tei:placeName | tei:settlement),
                    tei:teiHeader/tei:profileDesc/tei:creation//(tei:placeName | tei:settlement))[1] }"/>
    <xsl:for-each select="'v:sender', 'v:receiver', 'v:place'">
      <xsl:variable name="name" as="xs:string" select="."/>
      <xsl:for-each select="$parties($name)[normalize-space() or @v:entity]">
        <xsl:element name="{$name}">
          <xsl:where-populated><xsl:attribute name="entity" select="tokenize(@v:entity)[1]"/></xsl:where-populated>
          <xsl:value-of select="v:name-of-party(.)"/>
        </xsl:element>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="exists($actions)">
      <v:letter><xsl:apply-templates select="$actions" mode="way"/></v:letter>
    </xsl:if>
  </xsl:template>

  <!-- 1  an action keeps its kind and its dates
       2  parties and places become their names, each with its address in an authority file -->
  <xsl:mode name="way" on-no-match="deep-skip"/>

  <xsl:template match="tei:correspAction" mode="way" as="element(v:action)">
    <v:action type="{@type}"><xsl:apply-templates mode="way"/></v:action>
  </xsl:template>

  <xsl:template match="tei:persName | tei:orgName | tei:placeName" mode="way" as="element()?">
    <xsl:variable name="name" as="xs:string" select="v:name-of-party(.)"/>
    <xsl:variable name="address" as="xs:string?" select="
        (@ref ! tokenize(.) ! v:web-address(.),
         v:entry-of-party(.) ! v:records(.)?address)[1]"/>
    <xsl:if test="$name ne ''">
      <xsl:element name="v:{local-name()}">
        <xsl:if test="$address"><xsl:attribute name="ref" select="$address"/></xsl:if>
        <xsl:value-of select="$name"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:date" mode="way" as="element(v:date)">
    <v:date>
      <xsl:for-each select="@when | @from | @to | @notBefore | @notAfter
          | @when-iso | @from-iso | @to-iso | @notBefore-iso | @notAfter-iso">
        <xsl:attribute name="{replace(local-name(), '-iso', '')}" select="normalize-space()"/>
      </xsl:for-each>
    </v:date>
  </xsl:template>

  <xsl:key name="v:described-entity" match="tei:standOff[@v:part = 'register']//*[@v:id]" use="@v:id"/>

  <!-- the entry of a party: in the document stand those that its text mentions, and its own -->
  <xsl:function name="v:entry-of-party" as="element()?">
    <xsl:param name="party" as="element()"/>
    <xsl:sequence select="
        tokenize($party/@v:entity)[1]
        ! (key('v:described-entity', ., root($party)),
           for $register in $registers return key('v:register-entry', ., $register))[1]"/>
  </xsl:function>

  <!-- the name by which the register knows a party, so that it is the same in all documents -->
  <xsl:function name="v:name-of-party" as="xs:string">
    <xsl:param name="party" as="element()"/>
    <xsl:sequence select="
        string((v:entry-of-party($party) ! (@v:name, v:preferred-name(.))[1] ! string(),
                v:plain($party))[. ne ''][1])"/>
  </xsl:function>

  <!-- what the text mentions, outside its notes -->
  <xsl:template name="v:mentions-of-text" as="element(v:mention)*">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:for-each-group group-by="generate-id(v:block-around(.))"
        select="tei:text//tei:*[@v:mention or v:is-name-with-address(.)][not(ancestor::tei:note)]">
      <xsl:apply-templates select="current-group()" mode="mention">
        <xsl:with-param name="text" select="v:text-of(v:block-around(.))"/>
      </xsl:apply-templates>
    </xsl:for-each-group>
  </xsl:template>

  <!-- who or what is named by an address alone has an entry of its own, by the first of its names -->
  <xsl:template name="v:entries-of-addresses" as="element(tei:item)*">
    <xsl:context-item as="element(tei:TEI)" use="required"/>
    <xsl:for-each-group select="tei:text//tei:*[v:is-name-with-address(.)][not(ancestor::tei:note)]"
        group-by="string(@v:address)">
      <tei:item v:own="true" v:id="{v:id-of-address(@v:address)}" v:kind="{@v:entity-kind}">
        <tei:name v:is="name"><xsl:value-of select="normalize-space(v:text-of(.))"/></tei:name>
        <xsl:for-each select="distinct-values(tokenize(@ref) ! v:address(., current()))[v:is-web-address(.)]">
          <tei:idno><xsl:value-of select="."/></tei:idno>
        </xsl:for-each>
      </tei:item>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="v:is-name-with-address" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/@v:address[v:is-web-address(.)]) and empty($element/@v:mention)
        and $element/@v:is = ('name', 'place', 'title') and normalize-space($element) ne ''"/>
  </xsl:function>

  <!-- one mention with the words around it, cut at spaces -->
  <xsl:mode name="mention" on-no-match="fail" use-accumulators="v:offset"/>

  <xsl:template match="tei:*" mode="mention" as="element(v:mention)">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="block" as="element()?" select="ancestor::*[@v:id][1]"/>
    <xsl:variable name="start" as="xs:integer" select="accumulator-before('v:offset')[1]"/>
    <xsl:variable name="surface" as="xs:string" select="v:text-of(.)"/>
    <xsl:variable name="before" as="xs:string" select="substring($text, 1, $start)"/>
    <xsl:variable name="after" as="xs:string"
        select="substring($text, $start + string-length($surface) + 1)"/>
    <v:mention entity="{(@v:entity, @v:address ! v:id-of-address(.))[1]}" kind="{@v:entity-kind}"
        id="{(@v:mention, $block/@v:id)[1]}"
        block="{$block/@v:id}" block-n="{$block/@v:n}" text="{$surface}"
        before="{v:last-words($before)}" after="{v:first-words($after)}"><xsl:sequence select="v:part-of-place(.)"/></v:mention>
  </xsl:template>

  <!-- a note that rests on a source is known by its first words, a speech by who speaks -->
  <xsl:template match="tei:note | tei:*[empty(v:block-around(.))]" mode="mention" as="element(v:mention)">
    <xsl:variable name="words" as="element()" select="(*[@v:is = 'speaker'], .)[1]"/>
    <xsl:variable name="block" as="element()?" select="ancestor::*[@v:id][1]"/>
    <v:mention entity="{@v:entity}" kind="{@v:entity-kind}" id="{@v:mention}"
        block="{$block/@v:id}" block-n="{$block/@v:n}" text="{v:first-words(v:text-of($words))}"
        before="" after=""><xsl:sequence select="v:part-of-place(.)"/></v:mention>
  </xsl:template>

  <!-- the block whose words are the context of a mention -->
  <xsl:function name="v:block-around" as="element()?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="
        $mention/ancestor::tei:*[self::tei:p or self::tei:ab or self::tei:l or self::tei:head
            or self::tei:item or self::tei:cell or self::tei:opener or self::tei:closer
            or self::tei:signed or self::tei:salute or self::tei:dateline][1]"/>
  </xsl:function>

  <xsl:function name="v:first-words" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (string-length($text) le $v:context) then $text
        else replace(substring($text, 1, $v:context), '\S+$', '') || '…'"/>
  </xsl:function>

  <xsl:function name="v:last-words" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="from" as="xs:integer" select="string-length($text) - $v:context"/>
    <xsl:sequence select="
        if ($from le 0) then $text else '…' || replace(substring($text, $from + 1), '^\S+', '')"/>
  </xsl:function>
</xsl:stylesheet>
