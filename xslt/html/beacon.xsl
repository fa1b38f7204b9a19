<?xml version="1.0" encoding="UTF-8"?>
<!-- The entries of the registers that have a number of the GND (Gemeinsame Normdatei). -->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:variorum:model"
    xmlns:l="urn:variorum:labels"
    xmlns:h="urn:variorum:html"
    exclude-result-prefixes="#all">

  <!-- public: in JSON `gnd`, the number; `mentions`, how many places name the entry; `address` -->
  <xsl:template name="authorities" as="element()" visibility="public">
    <page href="gnd">{serialize(array { $h:register-items ! h:numbers(.) }, map { 'method': 'json' })}</page>
  </xsl:template>

  <xsl:function name="h:numbers" as="map(xs:string, item())*">
    <xsl:param name="same" as="array(element())"/>
    <xsl:for-each select="distinct-values($same?* ! h:gnd(.))">
      <xsl:sequence select="map {
          'gnd': .,
          'mentions': count($same?* ! $h:mentions(h:entry-id(.))),
          'address': 'register/' || h:address-of-entry($same(1)) }"/>
    </xsl:for-each>
  </xsl:function>

  <!-- the numbers of an entry -->
  <xsl:function name="h:gnd" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        v:records($entry)?address[matches(., '^https?://(www\.)?d-nb\.info/gnd/[0-9X-]+/?$')]
        ! replace(., '^.*/gnd/([0-9X-]+)/?$', '$1')"/>
  </xsl:function>

  <!-- a link to the file, on a site that has it -->
  <xsl:template name="h:beacon-link" as="element()?">
    <xsl:if test="$settings?beacon and (some $item in $h:register-items satisfies exists($item?* ! h:gnd(.)))">
      <p><a href="../beacon.txt">{l:label('html.register.beacon')}</a></p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
