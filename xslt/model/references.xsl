<?xml version="1.0" encoding="UTF-8"?>
<!-- Pointers: from an element of the text to the register entries it means. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <xsl:key name="v:register-entry" match="tei:*[@xml:id][exists(v:entity-kind(.))]" use="@xml:id"/>
  <xsl:key name="v:register-entry" match="tei:*[@xml:id][exists(v:entity-kind(.))]"
      use="(tei:idno ! (normalize-space(), $v:authorities(lower-case(@type)) || normalize-space()),
            (@sameAs, (tei:persName, tei:placeName, tei:orgName, tei:name)/@ref) ! tokenize(.))
           [v:is-web-address(.)] ! substring-after(., ':')"/>
  <!-- the numbers of entries, which are what @key may say (att.canonical) -->
  <xsl:key name="v:numbered-entry" match="tei:*[@xml:id][tei:idno][exists(v:entity-kind(.))]"
      use="tei:idno ! normalize-space()"/>
  <xsl:key name="v:prefix" match="tei:prefixDef" use="@ident"/>

  <!-- the name of the file -->
  <xsl:param name="own-name" as="xs:string" select="''"/>

  <!-- the register entries an element points to, by the first attribute that names any -->
  <xsl:function name="v:entities" as="element()*" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if (empty($element/(@ref | @key | @corresp | @sameAs | @source | @who | @nymRef))) then ()
        else v:first-register-entries($element,
            $element/(@ref, @key, @corresp, @sameAs, @source, @who, @nymRef))"/>
  </xsl:function>

  <xsl:function name="v:first-register-entries" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="attributes" as="attribute()*"/>
    <xsl:variable name="found" as="element()*"
        select="tokenize(head($attributes)) ! v:register-entry(., $element)"/>
    <xsl:variable name="numbered" as="element()?" select="
        head($attributes)[empty($found)]/self::attribute(key) ! normalize-space()
        ! (for $file in (root($element), $registers) return key('v:numbered-entry', ., $file))[1]"/>
    <xsl:sequence select="
        if (exists(($found, $numbered)) or empty($attributes)) then ($found, $numbered)
        else v:first-register-entries($element, tail($attributes))"/>
  </xsl:function>

  <!-- the entry a pointer means. Ids are of their file: `#id` means an entry of the document itself,
       where it has one, and else of a register; the name of another document, one of its entries; an
       address, the entry that states it -->
  <xsl:function name="v:register-entry" as="element()?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="address" as="xs:string" select="v:address($pointer, $from)"/>
    <xsl:variable name="key" as="xs:string" select="
        if (v:is-web-address($address)) then substring-after($address, ':')
        else replace($address, '^[^#]*#', '')"/>
    <xsl:variable name="own" as="element()*" select="key('v:register-entry', $key, root($from))"/>
    <xsl:variable name="shared" as="element()*" select="$registers ! key('v:register-entry', $key, .)"/>
    <xsl:variable name="of-other" as="element()*" select="v:of-edition($address) ! key('v:register-entry', $key, .)"/>
    <xsl:sequence select="
        (if (starts-with($address, '#')) then ($own, $shared) else ($of-other, $shared, $own))[1]"/>
  </xsl:function>

  <!-- what a list of pointers names, each without its `#` -->
  <xsl:function name="v:bare" as="xs:string*">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:sequence
        select="tokenize($pointers) ! (if (starts-with(., '#')) then substring(., 2) else .)"/>
  </xsl:function>

  <!-- the id at the end of a pointer: `#id`, `file.xml#id`, `prefix:id` by its prefixDef, `id` -->
  <xsl:function name="v:pointed-id" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:sequence select="replace(v:address($pointer, $from), '^[^#]*#', '')"/>
  </xsl:function>

  <!-- the address that a pointer stands for: by the first prefixDef whose pattern it fits; where it
       fits none, what follows the prefix, for `\w` of XML Schema leaves out the `_` that many a
       pattern means by it. A pointer without a prefix is an address itself; one that names its own
       file leads into the file -->
  <xsl:function name="v:address" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="prefix" as="xs:string" select="substring-before($pointer, ':')"/>
    <xsl:variable name="declared" as="element()*"
        select="if ($prefix) then key('v:prefix', $prefix, root($from)) else ()"/>
    <xsl:variable name="address" as="xs:string" select="
        ($declared ! v:expanded(substring-after($pointer, ':'), .),
         $declared ! substring-after($pointer, ':'), $pointer)[1]"/>
    <xsl:sequence select="
        if (substring-before($address, '#') ! replace(., '^\./', '')[. ne '']
            = ($own-name, encode-for-uri($own-name))) then '#' || substring-after($address, '#')
        else $address"/>
  </xsl:function>

  <!-- what follows a prefix, as its prefixDef writes it out; nothing where it does not fit the
       pattern, or where that is no pattern. A letter stands before the value, for no pattern of
       `replace` may match the empty string; so the pattern's own beginning and end are taken off -->
  <xsl:function name="v:expanded" as="xs:string?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="declared" as="element(tei:prefixDef)"/>
    <xsl:variable name="pattern" as="xs:string" select="
        '^x(' || replace($declared/@matchPattern, '^\^', '') ! replace(., '^(.*[^\\])\$$', '$1') || ')$'"/>
    <xsl:try>
      <xsl:variable name="parts" as="xs:string*" select="
          analyze-string($declared/@replacementPattern, '\$\d')/*
          ! (if (self::fn:match)
             then replace('x' || $value, $pattern, '$' || (xs:integer(substring(., 2)) + 1))
             else string())"
          xmlns:fn="http://www.w3.org/2005/xpath-functions"/>
      <xsl:sequence select="string-join($parts)[matches('x' || $value, $pattern)]"/>
      <xsl:catch errors="err:FORX0002" select="()" xmlns:err="http://www.w3.org/2005/xqt-errors"/>
    </xsl:try>
  </xsl:function>

  <xsl:function name="v:is-web-address" as="xs:boolean">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="matches($pointer, '^https?://\S+$')"/>
  </xsl:function>

  <!-- the id of an entry for all outputs. That of an entry which a document keeps for itself begins
       with the id of the document: two plays may both have a maid -->
  <xsl:function name="v:entity-id" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="string-join((v:id-before-entries(root($entry)), $entry/@xml:id), '.')"/>
  </xsl:function>

  <!-- what the ids of the entries of a file begin with; those of a register with nothing -->
  <xsl:function name="v:id-before-entries" as="xs:string?">
    <xsl:param name="file" as="document-node()"/>
    <xsl:sequence select="
        ($file/tei:TEI/@v:id,
         for $at in 1 to count($others) return $ids-of-others(string($at))[$others[$at] is $file])[1] ! replace(., '\s', '_')"/>
  </xsl:function>

  <xsl:function name="v:entity-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="entries" as="element()*" select="v:entities($element)"/>
    <xsl:if test="empty($entries)">
      <xsl:for-each
          select="(tokenize($element/@ref) ! v:address(., $element))[v:is-web-address(.)][1]">
        <xsl:attribute name="v:address" select="."/>
        <xsl:attribute name="v:entity-kind" select="v:kind-of-name($element)"/>
      </xsl:for-each>
    </xsl:if>
    <xsl:if test="exists($entries)">
      <xsl:attribute name="v:entity" select="$entries ! v:entity-id(.)"/>
      <xsl:attribute name="v:entity-kind" select="v:entity-kind($entries[1])"/>
      <xsl:if test="$element/ancestor::tei:text">
        <xsl:attribute name="v:mention" select="
            ($element[not(self::tei:note)]/@xml:id[matches(., '^\S+$')][key('v:id', .)[1] is $element],
             v:own-id('mention-' || $element/accumulator-before('v:mentions'), $element))[1]"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- the responsible, by name: what @resp points to, else the pointer itself -->
  <xsl:function name="v:responsible" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="resp" as="xs:string" select="normalize-space(v:of-reading($element, 'resp'))"/>
    <xsl:variable name="are-words" as="xs:boolean" select="
        not(matches($resp, '[#:/]')) and empty(tokenize($resp) ! v:named-element(v:pointed-id(., $element), $element))"/>
    <xsl:for-each select="$resp[$are-words][. ne ''], tokenize($resp)[not($are-words)]">
      <xsl:variable name="id" as="xs:string" select="if ($are-words) then . else v:pointed-id(., $element)"/>
      <xsl:variable name="named" as="element()?" select="v:named-element($id, $element)"/>
      <xsl:sequence select="
          if ($named[not(ancestor-or-self::tei:text)])
          then (v:preferred-entry-name($named) ! v:name-in-order(., false()),
                v:preferred-name($named))[1]
          else $id"/>
    </xsl:for-each>
  </xsl:function>

  <!-- what has an id, in the document or in a register -->
  <xsl:function name="v:named-element" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:sequence select="(key('v:id', $id, root($from)), $registers ! key('v:id', $id, .))[1]"/>
  </xsl:function>
</xsl:stylesheet>
