<?xml version="1.0" encoding="UTF-8"?>
<!-- The style sheet of the guidelines: colours, letters and links are those of the site. -->
<xsl:stylesheet version="3.0" expand-text="no"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:g="urn:variorum:guidelines"
    exclude-result-prefixes="#all">

  <!-- the style sheet of the site -->
  <xsl:param name="css" as="xs:string" select="''"/>

  <!-- what stands in it before the first section, and the colours for the dark -->
  <xsl:variable name="g:site-style" as="xs:string*" select="
      substring-before($css, '/* frame */'),
      analyze-string($css, '@media[^{]*prefers-color-scheme: dark\) \{.*?\n\}', 's')/*:match/string()"/>

  <xsl:variable name="g:own-style" as="xs:string" expand-text="no">
    main { max-width: 44rem; margin: 0 auto; padding: 0.7rem var(--edge) 4rem; }
    main > p:first-child { font-family: var(--sans); font-size: 0.85rem; }
    a { display: inline-block; min-height: 24px; }
    ol ~ p a { min-width: 24px; text-align: center; }
    h1 { margin-block-start: 0.6em; overflow-wrap: anywhere; }
    h2 { margin: 1.4em 0 0.3em; font-size: 1.1rem; }
    dd { margin: 0 0 0.6em 1.4em; }
    dt, code, pre { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    code, pre { font-size: 0.82rem; }
    pre { padding: 0.7rem 0.9rem; border: 1px solid var(--line); background: var(--sheet); white-space: pre-wrap; overflow-wrap: anywhere; }
    :target { background: var(--mark); }
  </xsl:variable>

  <xsl:template name="g:style" as="element()">
    <page href="g.css">
      <xsl:value-of select="
          string-join(($g:site-style, $g:own-style), ' ') => replace('/\*.*?\*/', '', 's')
          => normalize-space()"/>
    </page>
  </xsl:template>
</xsl:stylesheet>
