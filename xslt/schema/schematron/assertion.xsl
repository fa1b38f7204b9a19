<?xml version="1.0" encoding="UTF-8"?>
<!-- What an assert or report says, where it says it, and what happens when it cannot be decided. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:variorum:output"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:s="urn:variorum:schematron"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <xsl:template match="sch:report" mode="compile" as="element(xsl:if)">
    <o:if test="{@test}">
      <xsl:sequence select="@s:at, s:saying(.)"/>
    </o:if>
  </xsl:template>

  <xsl:template match="sch:assert" mode="compile" as="element(xsl:choose)">
    <o:choose>
      <o:when test="{@test}">
        <xsl:sequence select="@s:at"/>
      </o:when>
      <o:otherwise>
        <xsl:sequence select="s:saying(.)"/>
      </o:otherwise>
    </o:choose>
  </xsl:template>

  <!-- The instructions that make the finding. -->
  <xsl:function name="s:saying" as="element()+">
    <xsl:param name="assertion" as="element()"/>
    <o:variable name="{$s:message}">
      <xsl:apply-templates select="$assertion/(node() except sch:diagnostic)" mode="message"/>
    </o:variable>
    <o:variable name="{$s:help}">
      <xsl:apply-templates select="$assertion/sch:diagnostic" mode="message"/>
    </o:variable>
    <o:sequence>
      <xsl:for-each select="$assertion">
        <xsl:attribute name="select" select="
            s:call((@subject, ../@subject, '.')[1], @id, (@severity, @role, ../@severity, ../@role, 'error')[1],
                   '$' || $s:message, '$' || $s:help)"/>
        <xsl:sequence select="@s:at"/>
      </xsl:for-each>
    </o:sequence>
  </xsl:function>

  <!-- Steps: text stays text; value-of and name become their value where the assertion stands;
       other elements give what is in them; elements of XSLT are instructions as they are. -->
  <xsl:mode name="message" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="message" as="element(xsl:text)">
    <o:text>{.}</o:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="message" as="element(xsl:value-of)">
    <o:value-of select="{@select}">
      <xsl:sequence select="@s:at"/>
    </o:value-of>
  </xsl:template>

  <xsl:template match="sch:name" mode="message" as="element(xsl:value-of)">
    <o:value-of select="name({@path})">
      <xsl:sequence select="@s:at"/>
    </o:value-of>
  </xsl:template>

  <xsl:template match="sch:diagnostic" mode="message" as="element()*">
    <xsl:next-match/>
    <o:text><xsl:text> </xsl:text></o:text>
  </xsl:template>

  <xsl:template match="xsl:*" mode="message" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- A rule that fails on a node gives a finding there, and the check goes on. -->
  <xsl:function name="s:failure" as="element(xsl:catch)">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <o:catch>
      <o:sequence select="{s:call('.', 'schematron-failed', 'error',
          '''a rule cannot be decided here: '' || $Q{http://www.w3.org/2005/xqt-errors}description', '''''')}"/>
    </o:catch>
  </xsl:function>

  <!-- The call of the function `finding` of the stylesheet; the first and the last two arguments are
       expressions, the others are texts. -->
  <xsl:function name="s:call" as="xs:string">
    <xsl:param name="node" as="xs:string"/>
    <xsl:param name="id" as="xs:string?"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="message" as="xs:string"/>
    <xsl:param name="help" as="xs:string"/>
    <xsl:variable name="arguments" as="xs:string*" select="
        '((' || $node || '), .)[1]', s:quoted(string($id)), s:quoted($role), $message, $help"/>
    <xsl:sequence select="'Q{urn:variorum:schematron}finding(' || string-join($arguments, ', ') || ')'"/>
  </xsl:function>

  <xsl:function name="s:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'''' || replace($text, '''', '''''') || ''''"/>
  </xsl:function>
</xsl:stylesheet>
