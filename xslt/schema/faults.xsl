<?xml version="1.0" encoding="UTF-8"?>
<!-- What is wrong with an ODD, said before anything is compiled from it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:odd="urn:variorum:odd"
    xmlns:v="urn:variorum:model"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <!-- Steps: (1) specifications built from themselves are named, or else the first place that builds
       on another ODD, and nothing else, since no question about classes has an answer then;
       (2) otherwise every place that a rule below
       matches gives its findings, and what no rule matches is only looked into. -->
  <xsl:mode name="faults" on-no-match="shallow-skip"/>

  <xsl:template match="/" mode="faults" as="element(v:finding)*">
    <xsl:variable name="circular" as="element()*"
        select="//(classSpec | macroSpec | dataSpec)[. intersect odd:reached(odd:parts(.), odd:parts(.))]"/>
    <xsl:sequence select="$circular ! odd:fault(., 'schema-circular', 'It is built from itself.')"/>
    <xsl:variable name="elsewhere" as="element()*" select="
        //moduleRef | //(elementSpec | classSpec | macroSpec | dataSpec)[@mode = ('change', 'delete', 'replace')]
        | //(schemaSpec | specGrp)/(elementRef | classRef | macroRef | dataRef)"/>
    <xsl:if test="empty($circular)">
      <xsl:sequence select="$elsewhere[1] ! odd:fault(., 'schema-not-standalone',
          'It builds on another ODD, such as that of the TEI, here' ||
          (' and in ' || count($elsewhere) - 1 || ' more places')[count($elsewhere) gt 1] || '.')"/>
    </xsl:if>
    <xsl:if test="empty(($circular, $elsewhere))">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="/*[not(.//schemaSpec)]" mode="faults" as="element(v:finding)">
    <xsl:sequence select="odd:fault(., 'schema-none', 'There is no schemaSpec in this file.')"/>
  </xsl:template>

  <xsl:template match="schemaSpec" mode="faults" as="element(v:finding)*">
    <xsl:variable name="odd" as="element()" select="."/>
    <xsl:for-each select="tokenize(@start)[empty(key('element', ., root($odd)))]">
      <xsl:sequence select="odd:fault($odd, 'schema-start-unknown',
          'start: no element «' || . || '» is specified.')"/>
    </xsl:for-each>
    <xsl:if test="not(normalize-space(@start))">
      <xsl:sequence select="odd:fault(., 'schema-start-none', '@start names no element to begin with.')"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="elementSpec | classSpec | macroSpec | dataSpec" mode="faults" as="element(v:finding)*">
    <xsl:if test="not(. is key('spec', @ident)[1])">
      <xsl:sequence select="odd:fault(., 'schema-name-twice',
          'Something of this name is specified already.')"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="attList" mode="faults" as="element(v:finding)*">
    <xsl:variable name="spec" as="element()" select="ancestor::*[self::elementSpec or self::classSpec]"/>
    <xsl:variable name="inherited" as="xs:string*" select="odd:inherited($spec)/@ident/string()"/>
    <xsl:for-each select="attDef[@mode = ('change', 'delete')][not(@ident = $inherited)]">
      <xsl:sequence select="odd:fault(., 'schema-attribute-unknown',
          'No class gives this attribute, so it cannot be changed.')"/>
    </xsl:for-each>
    <xsl:for-each select="attDef[not(@mode = ('change', 'delete'))]
                          [@ident = ($inherited, preceding-sibling::*/descendant-or-self::attDef/@ident)]">
      <xsl:sequence select="odd:fault(., 'schema-attribute-twice', 'The attribute is there already.')"/>
    </xsl:for-each>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="classes" mode="faults" as="element(v:finding)*">
    <xsl:variable name="classes" as="element()" select="."/>
    <xsl:for-each-group select="odd:inherited(..) ! string(@ident)" group-by=".">
      <xsl:if test="count(current-group()) gt 1">
        <xsl:sequence select="odd:fault($classes, 'schema-attribute-twice',
            'Two classes give the attribute «' || . || '».')"/>
      </xsl:if>
    </xsl:for-each-group>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="content//*[not(self::sequence | self::alternate | self::elementRef | self::classRef
                                      | self::macroRef | self::dataRef | self::dataFacet | self::textNode
                                      | self::empty | self::valList | self::valItem
                                      | self::anyElement[@require])][not(ancestor::valItem)]
                       | datatype/*[not(self::dataRef)] | classSpec/attList/attList
                       | attList/attList/attDef[@mode = ('change', 'delete')] | attList/attRef
                       | classSpec/attList/attDef[@mode = ('change', 'delete')]"
      mode="faults" priority="2" as="element(v:finding)">
    <xsl:sequence select="odd:fault(., 'schema-construct-unknown', name() || ' cannot be compiled here.')"/>
  </xsl:template>

  <xsl:key name="constraint" match="constraintSpec" use="@ident"/>
  <xsl:key name="let" match="constraint/sch:let" use="@name"/>

  <xsl:template match="constraintSpec[not(. is key('constraint', @ident)[1])]
                       | constraint/sch:let[not(. is key('let', @name)[1])]" mode="faults"
      as="element(v:finding)">
    <xsl:sequence select="odd:fault(., 'schema-name-twice',
        'Something of this name is specified already.')"/>
  </xsl:template>

  <xsl:template match="constraintSpec[not(@scheme = 'schematron')]
                       | constraint/*[not(self::sch:rule | self::sch:let | self::sch:ns
                                          | self::sch:diagnostic | self::xsl:key | self::xsl:function)]"
      mode="faults" priority="2" as="element(v:finding)">
    <xsl:sequence select="odd:fault(., 'schema-construct-unknown', name() || ' cannot be compiled here.')"/>
  </xsl:template>

  <xsl:template match="elementSpec[not(content)][not(@mode) or @mode = 'add']" mode="faults"
      priority="1" as="element(v:finding)*">
    <xsl:sequence select="odd:fault(., 'schema-content-none',
        'It has no content model, not even an empty one.')"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="elementRef[empty(key('element', @key))]" mode="faults" as="element(v:finding)">
    <xsl:sequence select="odd:unknown(., 'schema-element-unknown', 'element')"/>
  </xsl:template>

  <xsl:template match="classRef[not(key('class', @key)/@type = 'model')]
                       | memberOf[empty(key('class', @key))]" mode="faults" as="element(v:finding)">
    <xsl:sequence select="odd:unknown(., 'schema-class-unknown', 'class')"/>
  </xsl:template>

  <xsl:template match="macroRef[empty(key('macro', @key))]" mode="faults" as="element(v:finding)">
    <xsl:sequence select="odd:unknown(., 'schema-macro-unknown', 'macro')"/>
  </xsl:template>

  <xsl:template match="dataRef[@key][empty(key('data', @key))]" mode="faults" as="element(v:finding)">
    <xsl:sequence select="odd:unknown(., 'schema-data-unknown', 'datatype')"/>
  </xsl:template>

  <xsl:function name="odd:unknown" as="element(v:finding)">
    <xsl:param name="ref" as="element()"/>
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="odd:fault($ref, $code, name($ref) || ': no ' || $kind
        || ' «' || $ref/@key || '» is specified.')"/>
  </xsl:function>

  <xsl:function name="odd:fault" as="element(v:finding)">
    <xsl:param name="where" as="element()"/>
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="message" as="xs:string"/>
    <xsl:variable name="within" as="xs:string*"
                  select="$where/ancestor-or-self::*[@ident][not(self::schemaSpec)] ! (name() || ' ' || @ident)"/>
    <v:finding code="{$code}" path="{path($where)}"
               message="{string-join(($within, $message), ': ')}"/>
  </xsl:function>
</xsl:stylesheet>
