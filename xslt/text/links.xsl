<?xml version="1.0" encoding="UTF-8"?>
<!-- References without words of their own: the addresses they lead to, in angle brackets. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:template match="*[@v:is = ('pointer', 'reference')][@target][not(normalize-space() or *)]"
      mode="string" as="xs:string">
    <xsl:sequence select="tokenize(@target)[matches(., '^https?://')] ! ('&lt;' || . || '&gt;') => string-join(' ')"/>
  </xsl:template>
</xsl:stylesheet>
