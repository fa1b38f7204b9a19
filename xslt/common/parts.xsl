<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of a long text that have pages of their own: where each begins, and in which one a node
     lies. What stands before the first division belongs to the first part, a heading or an argument
     of a division to that of the first division in it, and whatever follows the last to the last. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="v:end-of-entry" match="text//seg[@v:ends]" use="tokenize(@v:ends)"/>

  <!-- the divisions that parts are called after, in their order; `by` is `div` for the outermost of
       all and for each text of a group, or else the type of the divisions -->
  <xsl:function name="v:divisions-of-parts" as="element()*" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="by" as="xs:string"/>
    <xsl:sequence select="
        outermost($document/text/descendant::*[matches(local-name(), '^(div[1-7]?|text)$')]
          [$by = ('div', tokenize(@type))][not(@v:translates)]
          [empty(ancestor::*[not(@v:is = ('text', 'group', 'division'))][ancestor::text])])"/>
  </xsl:function>

  <!-- the elements that parts begin with; none where the text has but one part -->
  <xsl:function name="v:parts" as="element()*" cache="yes">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="by" as="xs:string"/>
    <xsl:variable name="divisions" as="element()*" select="v:divisions-of-parts($document, $by)"/>
    <xsl:if test="count($divisions) gt 1">
      <xsl:sequence select="
          $document/text,
          for $n in 2 to count($divisions)
          return $divisions[$n]/ancestor-or-self::*[. >> $divisions[$n - 1]][last()]"/>
    </xsl:if>
  </xsl:function>

  <!-- the number of the part that a node of the text lies or begins in, or that an entry is told in -->
  <xsl:function name="v:part" as="xs:integer?">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="place" as="node()?" select="
        if ($node/self::app) then key('v:end-of-entry', $node/@v:id, root($node))[1] else $node"/>
    <xsl:if test="exists($parts)">
      <xsl:sequence select="
          if (exists($place/ancestor-or-self::text)) then count($parts[not(. >> $place)])
          else count($parts)"/>
    </xsl:if>
  </xsl:function>

  <!-- the page of a part -->
  <xsl:function name="v:page-of-part" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:sequence select="encode-for-uri($name || '.part-' || $part || '.html')"/>
  </xsl:function>
</xsl:stylesheet>
