<?xml version="1.0" encoding="UTF-8"?>
<!-- Markup as readers write it, and where the edition uses an element. -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:l="urn:variorum:labels"
    xmlns:g="urn:variorum:guidelines"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="in-use" match="*" use="local-name()"/>

  <!-- how long an example from the edition may be, in characters -->
  <xsl:variable name="g:longest" as="xs:integer" select="50"/>

  <xsl:function name="g:code" as="element()?">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:where-populated>
      <pre>{replace($text, '^\s*\n|\s+$', '')}</pre>
    </xsl:where-populated>
  </xsl:function>

  <!-- a node as it is written, without namespaces -->
  <xsl:function name="g:markup" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if ($node instance of text()) then g:escaped($node)
        else if (not($node instance of element())) then ''
        else if (empty($node/node())) then g:tag($node) || '/>'
        else g:tag($node) || '>' || string-join($node/node() ! g:markup(.)) || '&lt;/' || name($node) || '>'"/>
  </xsl:function>

  <!-- a start tag, except for its end -->
  <xsl:function name="g:tag" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        '&lt;' || string-join((name($element),
            $element/@* ! (name() || '=&quot;' || g:escaped(.) || '&quot;')), ' ')"/>
  </xsl:function>

  <xsl:function name="g:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (translate($text, '&amp;&lt;', '') eq $text) then $text
        else $text => replace('&amp;', '&amp;amp;', 'q') => replace('&lt;', '&amp;lt;', 'q')"/>
  </xsl:function>

  <!-- how often the edition uses an element; the first use that is short enough to show, else the
       tag with which the first begins -->
  <xsl:function name="g:in-use" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="uses" as="element()*" select="$edition ! key('in-use', $name, .)"/>
    <xsl:variable name="short" as="xs:string*" select="
        $uses[string-length() lt $g:longest] ! normalize-space(g:markup(.))"/>
    <xsl:if test="exists($uses)">
      <h2>{l:label('guidelines.used', string(count($uses)))}</h2>
      <xsl:sequence select="
          g:code(($short[string-length() lt $g:longest], g:tag($uses[1]) || '>…')[1])"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
