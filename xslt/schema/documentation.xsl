<?xml version="1.0" encoding="UTF-8"?>
<!-- Glosses and descriptions as annotations, which XML editors show while one writes. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    xmlns:odd="urn:variorum:odd"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <xsl:function name="odd:documentation" as="element(a:documentation)?">
    <xsl:param name="spec" as="element()"/>
    <xsl:where-populated>
      <a:documentation>{odd:sentence($spec/gloss, $spec/desc)}</a:documentation>
    </xsl:where-populated>
  </xsl:function>

  <!-- "gloss: description", or whichever of the two there is. -->
  <xsl:function name="odd:sentence" as="xs:string">
    <xsl:param name="gloss" as="element(gloss)?"/>
    <xsl:param name="desc" as="element(desc)?"/>
    <xsl:sequence select="string-join(($gloss, $desc) ! normalize-space(.), ': ')"/>
  </xsl:function>
</xsl:stylesheet>
