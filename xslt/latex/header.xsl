<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands before the text: title, author, how to cite, the source. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <!-- 1  title and author in the middle of their lines
       2  how to cite
       3  each source that is no witness with a siglum -->
  <xsl:mode name="header" on-no-match="fail"/>

  <xsl:template match="tei:teiHeader" mode="header" as="text()*">
    <xsl:text>\begin{center}&#10;</xsl:text>
    <xsl:value-of select="
        x:curled(string-join(v:facts('author', .) ! v:party-in-full(.)[. ne ''], ', '))[. ne ''] ! ('\textsc{' || . || '}\par&#10;'),
        '\textbf{\Large ' || (x:words(v:facts('title', .))[. ne ''], x:escape(@v:title))[1] || '}\par&#10;',
        (v:facts('subtitle', .), v:facts('other-title', .), v:facts('series', .)) ! ('\textit{' || x:words(.) || '}\par&#10;')"
        separator=""/>
    <xsl:text>\end{center}&#10;</xsl:text>
    <xsl:value-of select="v:correspondence-lines(.) ! ('\noindent ' || x:curled(.) || '\par&#10;')" separator=""/>
    <xsl:text>\noindent </xsl:text>
    <xsl:value-of
        select="x:curled(v:citation(.., $settings?url[. instance of xs:string])) || '\par&#10;'"/>
    <xsl:apply-templates mode="header" select="
        v:facts('source', .)/*[normalize-space()][not(self::tei:listWit)]"/>
  </xsl:template>

  <xsl:template match="*[@v:fact = 'source']//*" mode="header" as="text()*">
    <xsl:value-of select="'\noindent ' || x:escape(x:prose(.)) || '\par&#10;'"/>
  </xsl:template>

  <!-- a source that entries cite has the name by which they do -->
  <xsl:template match="tei:listBibl[.//tei:*[exists(v:cited-as(.))]]" mode="header" as="text()*"
      priority="1">
    <xsl:apply-templates select="tei:*[normalize-space()]" mode="header"/>
  </xsl:template>

  <xsl:template match="tei:*[exists(v:cited-as(.))]" mode="header" as="text()*" priority="2">
    <xsl:value-of select="
        '\noindent \textbf{' || x:curled(v:cited-as(.)) || '} ' || x:escape(x:prose(.)) || '\par&#10;'"/>
  </xsl:template>

  <!-- an element as running text: words as they are, parts with commas between them; witnesses
       listed in it stand elsewhere -->
  <xsl:function name="x:prose" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parts" as="xs:string*" select="
        if (exists($element/text()[normalize-space()]) or empty($element/*))
        then v:curl(normalize-space(string-join(
                 $element/(node() except tei:listWit)/descendant-or-self::text())), '')
        else ($element/* except $element/tei:listWit) ! x:prose(.)"/>
    <xsl:sequence select="string-join($parts[. ne ''] ! replace(., '\.$', ''), ', ')
        || '.'[matches($parts[last()], '\.$')]"/>
  </xsl:function>
</xsl:stylesheet>
