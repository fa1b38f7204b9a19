<?xml version="1.0" encoding="UTF-8"?>
<!-- What an assert or report says, where it says it, and what happens when it cannot be decided. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:_xsl="urn:variorum:output"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="urn:variorum:schematron"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <xsl:template match="sch:report" mode="compile" as="element(_xsl:if)">
    <_xsl:if test="{@test}">
      <xsl:sequence select="s:origin(.), s:saying(.)"/>
    </_xsl:if>
  </xsl:template>

  <xsl:template match="sch:assert" mode="compile" as="element(_xsl:choose)">
    <_xsl:choose>
      <_xsl:when test="{@test}">
        <xsl:sequence select="s:origin(.)"/>
      </_xsl:when>
      <_xsl:otherwise>
        <xsl:sequence select="s:saying(.)"/>
      </_xsl:otherwise>
    </_xsl:choose>
  </xsl:template>

  <!-- The instructions that make the finding. -->
  <xsl:function name="s:saying" as="element()+">
    <xsl:param name="assertion" as="element()"/>
    <xsl:sequence select="
        s:text($s:message, $assertion, $assertion/(node() except sch:diagnostic)),
        s:text($s:help, $assertion, $assertion/sch:diagnostic)"/>
    <xsl:variable name="written" as="xs:string"
        select="string(($assertion/(@severity, @role, ../@severity, ../@role)[1], 'error')[1])"/>
    <xsl:if test="s:is-template($written)">
      <_xsl:variable name="{$s:role}">
        <_xsl:text expand-text="yes">
          <xsl:sequence select="$written"/>
        </_xsl:text>
      </_xsl:variable>
    </xsl:if>
    <_xsl:sequence>
      <xsl:attribute name="select" select="
          s:call(s:subject($assertion), if ($assertion/../@visit-each) then '$' || $s:here else '.', $assertion/@id,
                 s:level($written), '$' || $s:message, '$' || $s:help)"/>
      <xsl:sequence select="s:origin($assertion)"/>
    </_xsl:sequence>
  </xsl:function>

  <!-- A variable with what is said. From the edition of 2025 on, names and values in it are those of the
       subject (6.3); before, those of the context of the rule. -->
  <xsl:function name="s:text" as="element(_xsl:variable)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="assertion" as="element()"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="instructions" as="element()*">
      <xsl:apply-templates select="$content" mode="message"/>
    </xsl:variable>
    <_xsl:variable name="{$name}">
      <xsl:choose>
        <xsl:when test="s:is-2025($assertion) and s:subject($assertion) ne '.'">
          <_xsl:for-each select="({s:subject($assertion)}, .)[1]">
            <xsl:sequence select="s:origin($assertion), $instructions"/>
          </_xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$instructions"/>
        </xsl:otherwise>
      </xsl:choose>
    </_xsl:variable>
  </xsl:function>

  <xsl:function name="s:subject" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:sequence select="$assertion/string((@subject, ../@subject, '.')[1])"/>
  </xsl:function>

  <!-- How grave a finding is: a word, a variable with one, or a template for one. -->
  <xsl:function name="s:level" as="xs:string">
    <xsl:param name="written" as="xs:string"/>
    <xsl:sequence select="
        if (matches($written, '^\s*\$')) then $written
        else if (s:is-template($written)) then '$' || $s:role
        else s:quoted($written)"/>
  </xsl:function>

  <xsl:function name="s:is-template" as="xs:boolean">
    <xsl:param name="written" as="xs:string"/>
    <xsl:sequence select="matches($written, '\{.*\}')"/>
  </xsl:function>

  <!-- Steps: text stays text; value-of and name become their value where the assertion stands;
       other elements give what is in them; elements of XSLT are instructions as they are. -->
  <xsl:mode name="message" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="message" as="element(_xsl:text)">
    <_xsl:text>{.}</_xsl:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="message" as="element(_xsl:value-of)">
    <_xsl:value-of select="{@select}">
      <xsl:sequence select="s:origin(.)"/>
    </_xsl:value-of>
  </xsl:template>

  <xsl:template match="sch:name" mode="message" as="element(_xsl:value-of)">
    <_xsl:value-of select="name()"/>
  </xsl:template>

  <xsl:template match="sch:name[@path]" mode="message" as="element(_xsl:value-of)">
    <_xsl:value-of select="Q{{urn:variorum:schematron}}name(({@path}))">
      <xsl:sequence select="s:origin(.)"/>
    </_xsl:value-of>
  </xsl:template>

  <xsl:template match="sch:diagnostic" mode="message" as="element()*">
    <xsl:next-match/>
    <_xsl:text><xsl:text> </xsl:text></_xsl:text>
  </xsl:template>

  <xsl:template match="xsl:*" mode="message" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- A rule that fails on a node gives a finding there, and the check goes on. -->
  <xsl:variable name="s:failure" as="element(_xsl:catch)">
    <_xsl:catch>
      <_xsl:sequence select="{s:call('.', '.', 'schematron-failed', s:quoted('error'),
          '''a rule cannot be decided here: '' || $Q{http://www.w3.org/2005/xqt-errors}description', '''''')}"/>
    </_xsl:catch>
  </xsl:variable>

  <!-- The call of the function `finding` of the stylesheet; all but the id are expressions. -->
  <xsl:function name="s:call" as="xs:string">
    <xsl:param name="about" as="xs:string"/>
    <xsl:param name="here" as="xs:string"/>
    <xsl:param name="id" as="xs:string?"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="message" as="xs:string"/>
    <xsl:param name="help" as="xs:string"/>
    <xsl:variable name="arguments" as="xs:string*" select="
        '(' || $about || ')', $here, s:quoted(string($id)), $role, $message, $help"/>
    <xsl:sequence select="'Q{urn:variorum:schematron}finding(' || string-join($arguments, ', ') || ')'"/>
  </xsl:function>

  <xsl:function name="s:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'''' || replace($text, '''', '''''') || ''''"/>
  </xsl:function>
</xsl:stylesheet>
