<!-- Compiled from edition.sch, CRC-32 0f917725. Do not edit. -->
<_xsl:stylesheet xmlns:_xsl="http://www.w3.org/1999/XSL/Transform"
                 xmlns:tei="http://www.tei-c.org/ns/1.0"
                 xmlns:xs="http://www.w3.org/2001/XMLSchema"
                 version="3.0">
   <xsl:key xmlns:sch="http://purl.oclc.org/dsdl/schematron"
            xmlns:variorum-origin="urn:variorum:schematron"
            xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            variorum-origin:at="0 4"
            name="paragraph"
            match="tei:p[@n]"
            use="concat(generate-id(..), ' ', @n)"/>
   <xsl:key xmlns:sch="http://purl.oclc.org/dsdl/schematron"
            xmlns:variorum-origin="urn:variorum:schematron"
            xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            variorum-origin:at="0 5"
            name="authority"
            match="(tei:person | tei:personGrp | tei:place | tei:org | tei:event)/tei:idno"
            use="concat(../name(), ' ', @type, ' ', normalize-space())"/>
   <xsl:key xmlns:sch="http://purl.oclc.org/dsdl/schematron"
            xmlns:variorum-origin="urn:variorum:schematron"
            xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            variorum-origin:at="0 6"
            name="siglum"
            match="tei:witness"
            use="@n"/>
   <xsl:key xmlns:sch="http://purl.oclc.org/dsdl/schematron"
            xmlns:variorum-origin="urn:variorum:schematron"
            xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            variorum-origin:at="0 7"
            name="pointed"
            match="*[@wit | @source | @corresp | @edRef | @ed | @target | @resp | @ref | @decls | @ana]"
            use="(@wit | @source | @corresp | @edRef | @ed | @target | @resp | @ref | @decls | @ana) ! tokenize(.)"/>
   <xsl:key xmlns:sch="http://purl.oclc.org/dsdl/schematron"
            xmlns:variorum-origin="urn:variorum:schematron"
            xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            variorum-origin:at="0 8"
            name="numbered"
            match="tei:text//*[@n]"
            use="@n, tokenize(@n, '[^\p{L}\p{N}]+')"/>
   <xsl:key xmlns:sch="http://purl.oclc.org/dsdl/schematron"
            xmlns:variorum-origin="urn:variorum:schematron"
            xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            variorum-origin:at="0 9"
            name="prefixed"
            match="@*[contains(., ':')][name() = ($pointing, 'url')]"
            use="tokenize(.)[matches(., '^[A-Za-z][A-Za-z0-9+.\-]*:')] ! substring-before(., ':')"/>
   <xsl:key xmlns:sch="http://purl.oclc.org/dsdl/schematron"
            xmlns:variorum-origin="urn:variorum:schematron"
            xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            variorum-origin:at="0 10"
            name="pointing"
            match="@*[contains(., '#')][name() = $pointing]"
            use="tokenize(.)"/>
   <xsl:key xmlns:sch="http://purl.oclc.org/dsdl/schematron"
            xmlns:variorum-origin="urn:variorum:schematron"
            xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            variorum-origin:at="0 11"
            name="language"
            match="*[@xml:lang][ancestor-or-self::tei:text or ancestor-or-self::tei:standOff]"
            use="lower-case(@xml:lang)"/>
   <_xsl:mode name="start" use-accumulators="#all"/>
   <_xsl:mode name="check" on-no-match="deep-skip" use-accumulators="#all"/>
   <_xsl:template match="/" mode="start" as="map(*)*">
      <_xsl:apply-templates select="." mode="check"/>
   </_xsl:template>
   <_xsl:template match="/ | *" mode="check" priority="0" as="map(*)*">
      <_xsl:apply-templates select="@*, *" mode="check"/>
   </_xsl:template>
   <_xsl:accumulator name="Q{urn:variorum:schematron}element" initial-value="0">
      <_xsl:accumulator-rule match="element()" select="$value + 1"/>
   </_xsl:accumulator>
   <_xsl:accumulator name="Q{urn:variorum:schematron}text" initial-value="0">
      <_xsl:accumulator-rule match="text()" select="$value + 1"/>
   </_xsl:accumulator>
   <_xsl:accumulator name="Q{urn:variorum:schematron}comment" initial-value="0">
      <_xsl:accumulator-rule match="comment()" select="$value + 1"/>
   </_xsl:accumulator>
   <_xsl:accumulator name="Q{urn:variorum:schematron}processing-instruction"
                     initial-value="0">
      <_xsl:accumulator-rule match="processing-instruction()" select="$value + 1"/>
   </_xsl:accumulator>
   <_xsl:function name="Q{urn:variorum:schematron}finding" as="map(*)">
      <_xsl:param name="about" as="item()*"/>
      <_xsl:param name="here" as="node()"/>
      <_xsl:param name="id"/>
      <_xsl:param name="role"/>
      <_xsl:param name="message"/>
      <_xsl:param name="help"/>
      <_xsl:variable name="node"
                     as="node()"
                     select="($about[1][. instance of node()][root() is root($here)], $here)[1]"/>
      <_xsl:variable name="attribute"
                     as="attribute()?"
                     select="$node[self::attribute()]"/>
      <_xsl:variable name="owner" as="node()" select="($attribute/.., $node)[1]"/>
      <_xsl:variable name="kind"
                     as="item()"
                     select="           if ($owner instance of text()) then 'text' else if ($owner instance of comment()) then 'comment'           else if ($owner instance of processing-instruction()) then 'processing-instruction' else 'element'"/>
      <_xsl:variable name="number"
                     as="item()"
                     select="$owner/accumulator-before('Q{urn:variorum:schematron}' || $kind)"/>
      <_xsl:sequence select="map{           'kind': $kind, 'number': string($number), 'attribute': name($attribute), 'id': $id,           'role': string($role), 'message': normalize-space($message), 'help': normalize-space($help)}"/>
   </_xsl:function>
   <_xsl:function name="Q{urn:variorum:schematron}name" as="item()*">
      <_xsl:param name="items" as="item()*"/>
      <_xsl:sequence select="$items ! (if (. instance of element()) then name() else string())"/>
   </_xsl:function>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="apparatus"
                  variorum-origin:at="0 12"
                  select="exists(//tei:app[not(ancestor::tei:teiHeader)])"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="sigla"
                  variorum-origin:at="0 13"
                  select="//tei:listWit[not(ancestor::tei:listWit)]/tei:witness[not(tei:witness or tei:listWit)]/@xml:id ! concat('#', .)"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="positive"
                  variorum-origin:at="0 14"
                  select="if (exists(//tei:witEnd | //tei:witStart | //tei:lacunaStart | //tei:lacunaEnd | //tei:listWit/tei:listWit | //tei:witness/tei:witness)) then () else //tei:app[tei:lem/@wit][not(ancestor::tei:rdg or ancestor::tei:lem)]"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="complete"
                  variorum-origin:at="0 15"
                  select="count($positive[every $siglum in $sigla satisfies $siglum = .//@wit/tokenize(.)])"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="nodes"
                  variorum-origin:at="0 16"
                  select="if (//tei:app[@from and @to]/tei:lem) then //tei:text//(text()[not(ancestor::tei:note or ancestor::tei:rdg or ../self::tei:app[tei:lem])] | *[@xml:id]) else ()"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="places"
                  variorum-origin:at="0 17"
                  select="Q{http://www.w3.org/2005/xpath-functions/map}merge(for $at in 1 to count($nodes) return Q{http://www.w3.org/2005/xpath-functions/map}entry(generate-id($nodes[$at]), $at))"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="numbered"
                  variorum-origin:at="0 18"
                  select="exists(//tei:text//(tei:l | tei:lb | tei:p | tei:ab | tei:div | tei:lg | tei:seg | tei:milestone)/@n)"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="empty-readings"
                  variorum-origin:at="0 19"
                  select="//tei:rdg[not(normalize-space()) and not(*)][not(@copyOf or @sameAs)]"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="typed-readings"
                  variorum-origin:at="0 20"
                  select="$empty-readings[@type or @cause]"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="unexplained-readings"
                  variorum-origin:at="0 21"
                  select="$empty-readings[not(@type or @cause or ../tei:note or ../tei:witDetail)]"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="header"
                  variorum-origin:at="0 22"
                  select="/tei:TEI[tei:text]/tei:teiHeader"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="witnesses"
                  variorum-origin:at="0 23"
                  select="exists(//tei:witness)"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="hashed"
                  variorum-origin:at="0 24"
                  select="exists(//@wit[contains(., '#')])"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="first-wit"
                  variorum-origin:at="0 25"
                  select="(//@wit)[1]"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="prefixes"
                  variorum-origin:at="0 26"
                  select="distinct-values(//tei:prefixDef/@ident)"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="schemes"
                  variorum-origin:at="0 27"
                  select="('http', 'https', 'mailto', 'urn', 'doi', 'file', 'ftp', 'tag', 'data', 'tel', 'info', 'cts', 'iiif', 'geo', 'hdl', 'ark', 'isbn', 'about', 'gopher', 'news')"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="pointing"
                  variorum-origin:at="0 28"
                  select="('active', 'ana', 'calendar', 'change', 'copyOf', 'corresp', 'datingPoint', 'decls', 'edRef',                 'exclude', 'facs', 'from', 'hand', 'mutual', 'new', 'next', 'parts', 'passive', 'prev', 'ref',                 'rendition', 'resp', 'sameAs', 'scheme', 'scribeRef', 'select', 'since', 'source', 'spanTo',                 'start', 'synch', 'target', 'to', 'toWhom', 'who', 'wit')"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="pointers"
                  variorum-origin:at="0 29"
                  select="//@*[contains(., '#')][name() = $pointing]                 [not(name() = ('from', 'to')) or parent::tei:app or parent::tei:span]                 [not(name() = 'wit' and $witnesses)]"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="dangling"
                  variorum-origin:at="0 30"
                  select="$pointers[exists(tokenize(.)[starts-with(., '#')]                 [not(id(substring(., 2), root(current())))])]"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="elsewhere"
                  variorum-origin:at="0 31"
                  select="for $name in distinct-values($dangling/name()) return $name                 [count($dangling[name() = $name]) ge 4]                 [count($dangling[name() = $name]) * 10 ge count($pointers[name() = $name]) * 9]"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="declared"
                  variorum-origin:at="0 32"
                  select="//tei:langUsage/tei:language/@ident/lower-case(.)"/>
   <_xsl:variable xmlns:variorum-origin="urn:variorum:schematron"
                  name="unmarked"
                  variorum-origin:at="0 33"
                  select="//tei:editorialDecl//tei:quotation/@marks = 'none'"/>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="/tei:TEI[tei:text]"
                  mode="check"
                  priority="63"
                  as="map(*)*"
                  variorum-origin:at="0 101">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 1">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="@xml:lang or tei:text/@xml:lang or $header/tei:profileDesc/tei:langUsage/tei:language/@ident"
                          variorum-origin:at="0 102"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the language of the text is missing</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @xml:lang</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-language', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 102"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="1"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:body//tei:p/@n"
                  mode="check"
                  priority="62"
                  as="map(*)*"
                  variorum-origin:at="0 105">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 2">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="key('paragraph', concat(generate-id(../..), ' ', .))[1] is .."
                          variorum-origin:at="0 106"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>another paragraph here has the number </_xsl:text>
                     <_xsl:value-of select="." variorum-origin:at="0 107"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>give each paragraph its own @n</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'number-repeated', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 106"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="2"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:pb[matches(@n, '^\d+$')][not(ancestor::tei:rdg)]/@n"
                  mode="check"
                  priority="61"
                  as="map(*)*"
                  variorum-origin:at="0 110">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 3">
         <_xsl:try>
            <_xsl:variable name="page" variorum-origin:at="0 111" select=".."/>
            <_xsl:variable name="before"
                           variorum-origin:at="0 112"
                           select="$page/preceding::tei:pb[string(@ed) = string($page/@ed)][1][matches(@n, '^\d+$')][(ancestor::tei:front | ancestor::tei:body | ancestor::tei:back)[last()] is ($page/ancestor::tei:front | $page/ancestor::tei:body | $page/ancestor::tei:back)[last()]]"/>
            <_xsl:choose>
               <_xsl:when test="empty($before) or number(.) = 1 or number(.) le 3 and not($before/ancestor::tei:div[last()] is $page/ancestor::tei:div[last()]) or number(.) gt number($before/@n) or ($before/@facs != $page/@facs and number(.) = number($before/@n))"
                          variorum-origin:at="0 113"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>page </_xsl:text>
                     <_xsl:value-of select="." variorum-origin:at="0 114"/>
                     <_xsl:text> follows page </_xsl:text>
                     <_xsl:value-of select="$before/@n" variorum-origin:at="0 115"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>correct @n of this page or of the one before</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'page-falls-back', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 113"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="3"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:text//tei:note[@type = ('explanatory', 'textual', 'parallel', 'commentary')]"
                  mode="check"
                  priority="60"
                  as="map(*)*"
                  variorum-origin:at="0 118">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 4">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="@resp or ../@resp or ancestor::tei:noteGrp/@resp or ancestor::tei:listAnnotation/@resp"
                          variorum-origin:at="0 119"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this note does not say whose it is</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @resp with a responsibility of the header, such as resp="#ed"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'note-without-responsibility', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 119"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="4"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="(tei:person | tei:personGrp | tei:place | tei:org | tei:event)/tei:idno[@type or contains(., '://')][normalize-space()]"
                  mode="check"
                  priority="59"
                  as="map(*)*"
                  variorum-origin:at="0 122">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 5">
         <_xsl:try>
            <_xsl:variable name="first"
                           variorum-origin:at="0 123"
                           select="key('authority', concat(../name(), ' ', @type, ' ', normalize-space()))[1]"/>
            <_xsl:choose>
               <_xsl:when test="$first/.. is .." variorum-origin:at="0 124"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the entry </_xsl:text>
                     <_xsl:value-of select="$first/../@xml:id" variorum-origin:at="0 125"/>
                     <_xsl:text> has the same </_xsl:text>
                     <_xsl:value-of select="@type" variorum-origin:at="0 126"/>
                     <_xsl:text> identifier </_xsl:text>
                     <_xsl:value-of select="normalize-space()" variorum-origin:at="0 127"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>correct the identifier, or join the two entries</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'authority-shared', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 124"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="5"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:choice"
                  mode="check"
                  priority="58"
                  as="map(*)*"
                  variorum-origin:at="0 130">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 6">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="tei:sic and tei:corr or tei:orig and tei:reg or tei:abbr and tei:expan or tei:am and tei:ex or tei:orig and tei:corr or tei:sic and tei:reg or count(tei:unclear) ge 2 or count(tei:seg) ge 2 or count(tei:supplied) ge 2 or count(tei:corr) ge 2 or count(tei:reg) ge 2 or count(tei:expan) ge 2 or count(tei:orig) ge 2 or tei:choice or * and not(tei:*)"
                          variorum-origin:at="0 131"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this choice holds </_xsl:text>
                     <_xsl:value-of select="if (*) then string-join(*/name(), ' and ') else 'nothing'"
                                    variorum-origin:at="0 132"/>
                     <_xsl:text>, which is no pair</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>pair sic with corr, orig with reg, abbr with expan; a correction without a choice may stand alone</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'choice-no-pair', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 131"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="6"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:gap"
                  mode="check"
                  priority="57"
                  as="map(*)*"
                  variorum-origin:at="0 135">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 7">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="@reason or parent::tei:del or tei:desc or @agent"
                          variorum-origin:at="0 136"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this gap does not say why text is missing</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @reason, such as reason="illegible" or reason="lost"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'gap-without-reason', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 136"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="7"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:gap[tokenize(@reason) = ('lost', 'illegible', 'damage', 'damaged')]"
                  mode="check"
                  priority="56"
                  as="map(*)*"
                  variorum-origin:at="0 139">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 8">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="@extent or @unit and (@quantity or @atLeast or @atMost)"
                          variorum-origin:at="0 140"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this gap does not say how much is missing</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @unit and @quantity, or extent="unknown"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'gap-without-extent', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 140"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="8"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:witness/@n"
                  mode="check"
                  priority="55"
                  as="map(*)*"
                  variorum-origin:at="0 143">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 9">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="key('siglum', .)[1] is .." variorum-origin:at="0 144"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the siglum </_xsl:text>
                     <_xsl:value-of select="." variorum-origin:at="0 145"/>
                     <_xsl:text> is that of another witness already</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>give each witness an @n of its own</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'siglum-duplicate', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 144"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="9"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:witness[$apparatus]"
                  mode="check"
                  priority="54"
                  as="map(*)*"
                  variorum-origin:at="0 148">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 10">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="@xml:id or tei:witness or tei:listWit or not(//tei:witness/@xml:id) and preceding-sibling::tei:witness"
                          variorum-origin:at="0 149"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this witness has no siglum</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add xml:id with its siglum, such as xml:id="A"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'witness-without-id', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 149"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="10"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:witness[@xml:id][$apparatus]"
                  mode="check"
                  priority="53"
                  as="map(*)*"
                  variorum-origin:at="0 152">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 11">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="key('pointed', (., ancestor::tei:witness, ancestor::tei:listWit, .//tei:witness)/@xml:id/(concat('#', .), string(.)))"
                          variorum-origin:at="0 153"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>no reading names the witness </_xsl:text>
                     <_xsl:value-of select="@xml:id" variorum-origin:at="0 154"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add #</_xsl:text>
                     <_xsl:value-of select="@xml:id" variorum-origin:at="0 450"/>
                     <_xsl:text> to the readings it has, or take the witness out of listWit</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'witness-unused', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 153"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="11"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:app[tei:lem/@wit][not(ancestor::tei:rdg or ancestor::tei:lem)]"
                  mode="check"
                  priority="52"
                  as="map(*)*"
                  variorum-origin:at="0 157">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 12">
         <_xsl:try>
            <_xsl:variable name="absent"
                           variorum-origin:at="0 158"
                           select="$sigla[not(. = current()//@wit/tokenize(.))]"/>
            <_xsl:choose>
               <_xsl:when test="empty($absent) or $complete * 2 lt count($positive) or $complete = 0 or exists(.//@wit/tokenize(.)[not(. = $sigla)])"
                          variorum-origin:at="0 159"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this entry does not say what </_xsl:text>
                     <_xsl:value-of select="string-join($absent, ', ')" variorum-origin:at="0 160"/>
                     <_xsl:text> reads</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add the siglum to the lemma or to the reading it has; where the witness lacks the passage, add an empty rdg</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'wit-unaccounted', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 159"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="12"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:rdg//tei:app/(tei:lem | tei:rdg)/@wit"
                  mode="check"
                  priority="51"
                  as="map(*)*"
                  variorum-origin:at="0 163">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 13">
         <_xsl:try>
            <_xsl:variable name="outer"
                           variorum-origin:at="0 164"
                           select="ancestor::tei:app[1]/ancestor::tei:rdg[1]/@wit"/>
            <_xsl:variable name="members"
                           variorum-origin:at="0 165"
                           select="//(tei:witness | tei:listWit)[concat('#', @xml:id) = tokenize($outer)]//tei:witness/concat('#', @xml:id)"/>
            <_xsl:variable name="strange"
                           variorum-origin:at="0 166"
                           select="tokenize(.)[not(. = (tokenize($outer), $members))]"/>
            <_xsl:choose>
               <_xsl:when test="empty($outer) or empty($strange)" variorum-origin:at="0 167"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>witness </_xsl:text>
                     <_xsl:value-of select="string-join($strange, ', ')" variorum-origin:at="0 168"/>
                     <_xsl:text> does not have the reading that holds this entry</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>the outer reading has </_xsl:text>
                     <_xsl:value-of select="ancestor::tei:app[1]/ancestor::tei:rdg[1]/@wit"
                                    variorum-origin:at="0 453"/>
                     <_xsl:text>: correct one of the two</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'wit-not-in-parent', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 167"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="13"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:app"
                  mode="check"
                  priority="50"
                  as="map(*)*"
                  variorum-origin:at="0 171">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 14">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="tei:rdg or tei:rdgGrp or tei:note or tei:witDetail or @copyOf or @sameAs"
                          variorum-origin:at="0 172"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this entry has no reading</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add the rdg, or a note, or remove the entry and keep the words of the lemma</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'app-without-reading', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 172"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="14"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:app/tei:lem[preceding-sibling::tei:lem]"
                  mode="check"
                  priority="49"
                  as="map(*)*"
                  variorum-origin:at="0 175">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 15">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="false()" variorum-origin:at="0 176"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this entry has a lemma already</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>make it a rdg, or give it an entry of its own</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'app-two-lemmas', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 176"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="15"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:app[ancestor::tei:listApp or ancestor::tei:standOff or ancestor::tei:back]/@to"
                  mode="check"
                  priority="48"
                  as="map(*)*"
                  variorum-origin:at="0 179">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 16">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="../@from" variorum-origin:at="0 180"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this entry has an end and no beginning</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @from with the anchor before the first word of the lemma</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'app-from-missing', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 180"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="16"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:app[not(@to)][ancestor::tei:listApp or ancestor::tei:standOff or ancestor::tei:back]/@from"
                  mode="check"
                  priority="47"
                  as="map(*)*"
                  variorum-origin:at="0 183">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 17">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="not(id(substring-after(., '#'))[self::tei:anchor or self::tei:milestone])"
                          variorum-origin:at="0 184"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this entry begins at an anchor and has no end</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @to with the anchor after the last word of the lemma, or let @from name the element that holds the lemma</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'app-to-missing', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 184"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="17"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:app[@to]/@from"
                  mode="check"
                  priority="46"
                  as="map(*)*"
                  variorum-origin:at="0 187">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 18">
         <_xsl:try>
            <_xsl:variable name="begin"
                           variorum-origin:at="0 188"
                           select="id(substring-after(., '#'))[1]"/>
            <_xsl:variable name="end"
                           variorum-origin:at="0 189"
                           select="id(substring-after(../@to, '#'))[1]"/>
            <_xsl:choose>
               <_xsl:when test="empty($begin) or empty($end) or not($begin &gt;&gt; $end)"
                          variorum-origin:at="0 190"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this entry ends at </_xsl:text>
                     <_xsl:value-of select="../@to" variorum-origin:at="0 191"/>
                     <_xsl:text>, before it begins at </_xsl:text>
                     <_xsl:value-of select="." variorum-origin:at="0 192"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>exchange @from and @to, or correct the one that is wrong</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'app-reversed', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 190"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="18"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:app[@from and @to][tei:lem[normalize-space()]]"
                  mode="check"
                  priority="45"
                  as="map(*)*"
                  variorum-origin:at="0 195">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 19">
         <_xsl:try>
            <_xsl:variable name="begin"
                           variorum-origin:at="0 196"
                           select="id(substring-after(@from, '#'))[1]"/>
            <_xsl:variable name="end"
                           variorum-origin:at="0 197"
                           select="id(substring-after(@to, '#'))[1]"/>
            <_xsl:variable name="around"
                           variorum-origin:at="0 198"
                           select="($begin, $end) ! $places(generate-id())"/>
            <_xsl:variable name="inside"
                           variorum-origin:at="0 199"
                           select="if (count($around) eq 2) then subsequence($nodes, $around[1] + 1, $around[2] - $around[1] + count($end/descendant::node()))[self::text()][. &lt;&lt; $end or ancestor::* intersect $end] else ()"/>
            <_xsl:variable name="span"
                           variorum-origin:at="0 200"
                           select="replace(string-join($inside), '[^\p{L}\p{N}]', '')"/>
            <_xsl:variable name="lemma"
                           variorum-origin:at="0 201"
                           select="replace(string-join(tei:lem[1]//text()[not(ancestor::tei:note)]), '[^\p{L}\p{N}…]', '')"/>
            <_xsl:choose>
               <_xsl:when test="empty($begin) or empty($end) or empty($around) or $begin &gt;&gt; $end or $lemma = ('', $span) or matches(tei:lem[1], '…|\.\.\.|–|—|\s-\s')"
                          variorum-origin:at="0 202"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the text between </_xsl:text>
                     <_xsl:value-of select="@from" variorum-origin:at="0 203"/>
                     <_xsl:text> and </_xsl:text>
                     <_xsl:value-of select="@to" variorum-origin:at="0 204"/>
                     <_xsl:text> is “</_xsl:text>
                     <_xsl:value-of select="let $text := normalize-space(string-join($inside)) return if (string-length($text) gt 60) then concat(substring($text, 1, 57), '…') else $text"
                                    variorum-origin:at="0 205"/>
                     <_xsl:text>”, the lemma is “</_xsl:text>
                     <_xsl:value-of select="normalize-space(tei:lem[1])" variorum-origin:at="0 206"/>
                     <_xsl:text>”</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>move the anchor, or correct the lemma; a long lemma may be cut with …</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'app-span-not-lemma', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 202"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="19"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:app/@loc[$numbered]"
                  mode="check"
                  priority="44"
                  as="map(*)*"
                  variorum-origin:at="0 209">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 20">
         <_xsl:try>
            <_xsl:variable name="lost"
                           variorum-origin:at="0 210"
                           select="tokenize(.)[matches(., '^[\d.]*\d$')][not(key('numbered', (., tokenize(., '\.')[last()]), root(current())))]"/>
            <_xsl:choose>
               <_xsl:when test="empty($lost)" variorum-origin:at="0 211"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>nothing in the text has the number </_xsl:text>
                     <_xsl:value-of select="string-join($lost, ', ')" variorum-origin:at="0 212"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>give @loc the @n of the line or paragraph</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'app-loc-unresolved', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 211"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="20"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:teiHeader[..//tei:app]"
                  mode="check"
                  priority="43"
                  as="map(*)*"
                  variorum-origin:at="0 215">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 21">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test=".//tei:variantEncoding" variorum-origin:at="0 216"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the text has an apparatus, and the header does not say by which method</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add &lt;variantEncoding method="parallel-segmentation" location="internal"/&gt; to encodingDesc</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'variant-encoding-missing', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 216"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="21"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:rdg/@wit[not(../(@hand | @resp | @varSeq | @type))]"
                  mode="check"
                  priority="42"
                  as="map(*)*"
                  variorum-origin:at="0 219">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 22">
         <_xsl:try>
            <_xsl:variable name="app" variorum-origin:at="0 220" select="ancestor::tei:app[1]"/>
            <_xsl:variable name="others"
                           variorum-origin:at="0 221"
                           select="$app/(tei:rdg | tei:rdgGrp/tei:rdg | tei:rdgGrp/tei:rdgGrp/tei:rdg)[. &lt;&lt; current()/..][not(@hand | @resp | @varSeq | @type)]/@wit/tokenize(.)"/>
            <_xsl:variable name="twice"
                           variorum-origin:at="0 222"
                           select="distinct-values(tokenize(.)[. = $others])"/>
            <_xsl:choose>
               <_xsl:when test="empty($twice) or $app/tei:witDetail" variorum-origin:at="0 223"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>witness </_xsl:text>
                     <_xsl:value-of select="string-join($twice, ', ')" variorum-origin:at="0 224"/>
                     <_xsl:text> already stands at another reading of this entry</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>leave it where it belongs; for a correction in the witness name the hand (@hand) or the layer (@varSeq), for what somebody reads there the name (@resp)</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'wit-in-two-readings', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 223"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="22"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:rdg/@wit[not(../(@hand | @resp | @varSeq | @type))]"
                  mode="check"
                  priority="41"
                  as="map(*)*"
                  variorum-origin:at="0 227">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 23">
         <_xsl:try>
            <_xsl:variable name="app" variorum-origin:at="0 228" select="ancestor::tei:app[1]"/>
            <_xsl:variable name="lemma"
                           variorum-origin:at="0 229"
                           select="$app/tei:lem[not(@hand | @resp | @varSeq | @type)]/@wit/tokenize(.)"/>
            <_xsl:variable name="twice"
                           variorum-origin:at="0 230"
                           select="distinct-values(tokenize(.)[. = $lemma])"/>
            <_xsl:choose>
               <_xsl:when test="empty($twice) or $app/tei:witDetail" variorum-origin:at="0 231"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>witness </_xsl:text>
                     <_xsl:value-of select="string-join($twice, ', ')" variorum-origin:at="0 232"/>
                     <_xsl:text> stands at the lemma and at this reading</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>leave it at the one it has; for a correction in the witness name the hand (@hand) or the layer (@varSeq)</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'wit-in-lemma-and-reading', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 231"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="23"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:rdg"
                  mode="check"
                  priority="40"
                  as="map(*)*"
                  variorum-origin:at="0 235">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 24">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="@wit or @resp or @source or @copyOf or @sameAs or ancestor::tei:rdgGrp[@wit or @resp or @source] or following-sibling::*[1][self::tei:wit]"
                          variorum-origin:at="0 236"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this reading names no witness</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @wit with the sigla, @resp for a conjecture, or @source for a reading taken from literature</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'rdg-without-witness', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 236"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="24"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:app/tei:rdg[normalize-space()][not(@type | @hand | @varSeq)]"
                  mode="check"
                  priority="39"
                  as="map(*)*"
                  variorum-origin:at="0 239">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 25">
         <_xsl:try>
            <_xsl:variable name="lemma" variorum-origin:at="0 240" select="../tei:lem[1]"/>
            <_xsl:choose>
               <_xsl:when test="not($lemma) or $lemma/following-sibling::tei:rdg[1]/@n and not($lemma/@wit) or normalize-space($lemma) ne normalize-space(.) or string-join(.//*/string-join((name(), @*/string()))) ne string-join($lemma//*/string-join((name(), @*/string())))"
                          variorum-origin:at="0 241"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this reading says the same as the lemma</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>correct the wording, or move its sigla to the lemma</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'rdg-equals-lemma', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 241"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="25"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:rdg[exists(. intersect $unexplained-readings)][count($unexplained-readings) le max((2, count($typed-readings)))]"
                  mode="check"
                  priority="38"
                  as="map(*)*"
                  variorum-origin:at="0 244">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 26">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="false()" variorum-origin:at="0 245"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this reading is empty, and nothing says why</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add type="omission" if the witness leaves the words out, @cause for the reason, or the reading itself</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'rdg-empty-unexplained', 'info', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 245"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="26"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:teiHeader"
                  mode="check"
                  priority="37"
                  as="map(*)*"
                  variorum-origin:at="0 248">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 27">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="tei:fileDesc" variorum-origin:at="0 249"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the header has no fileDesc, so that nobody is told what this text is</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add a fileDesc with a titleStmt, a publicationStmt and a sourceDesc</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'filedesc-missing', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 249"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="27"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:titleStmt"
                  mode="check"
                  priority="36"
                  as="map(*)*"
                  variorum-origin:at="0 252">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 28">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="tei:title[normalize-space()]" variorum-origin:at="0 253"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the document has no title</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>write it into title</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-title', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 253"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="28"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:titleStmt"
                  mode="check"
                  priority="35"
                  as="map(*)*"
                  variorum-origin:at="0 256">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 29">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="tei:author or tei:editor or tei:principal or (tei:respStmt | ../tei:editionStmt/tei:respStmt)"
                          variorum-origin:at="0 257"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>nobody is named as author or editor</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add an author, an editor, a principal or a respStmt</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-creator', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 257"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="29"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:author | tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:editor[tokenize(@role) = 'translator']"
                  mode="check"
                  priority="34"
                  as="map(*)*"
                  variorum-origin:at="0 260">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 30">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="(. | .//tei:persName | .//tei:orgName | .//tei:name)/(@ref | @key) or .//tei:idno"
                          variorum-origin:at="0 261"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this </_xsl:text>
                     <_xsl:value-of select="name()"/>
                     <_xsl:text> has no @ref: who is meant cannot be looked up</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @ref with the entry of the register, such as ref="reg:…"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-name-ref', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 261"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="30"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:editionStmt/tei:edition | tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc[not(tei:editionStmt)]"
                  mode="check"
                  priority="33"
                  as="map(*)*"
                  variorum-origin:at="0 265">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 31">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="self::tei:edition[matches(@n, '^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.\-]+)?$')]"
                          variorum-origin:at="0 266"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the edition has no version of three numbers</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add an editionStmt with &lt;edition n="1.0.0"&gt;</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-edition', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 266"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="31"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:publicationStmt"
                  mode="check"
                  priority="32"
                  as="map(*)*"
                  variorum-origin:at="0 269">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 32">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test=".//(tei:publisher | tei:authority | tei:distributor | tei:orgName)[normalize-space()]"
                          variorum-origin:at="0 270"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>no publisher is named</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>write the name into publisher or authority</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-publisher', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 270"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="32"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:publicationStmt"
                  mode="check"
                  priority="31"
                  as="map(*)*"
                  variorum-origin:at="0 273">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 33">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test=".//tei:date/(@when | @when-iso | @from | @from-iso | @to | @to-iso | @notBefore | @notBefore-iso | @notAfter | @notAfter-iso)[matches(., '^\d{4}(-\d\d){0,2}')] or .//tei:date[matches(., '\d{4}')]"
                          variorum-origin:at="0 274"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the date of publication is missing</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add a date with @when, such as when="2026" or when="2026-11-24"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-date', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 274"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="33"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:publicationStmt[not(tei:availability)] | tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:publicationStmt/tei:availability[1]"
                  mode="check"
                  priority="30"
                  as="map(*)*"
                  variorum-origin:at="0 277">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 34">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="../tei:availability//(tei:licence | tei:ref | tei:ptr)/@target"
                          variorum-origin:at="0 278"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the header names no licence with an address</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add an availability with &lt;licence target="https://creativecommons.org/licenses/by/4.0/"&gt;, or whatever holds</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-licence', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 278"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="34"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:sourceDesc"
                  mode="check"
                  priority="29"
                  as="map(*)*"
                  variorum-origin:at="0 281">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 35">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test=".//tei:msIdentifier or tei:bibl or tei:biblFull or tei:biblStruct or .//tei:witness[normalize-space()] or tei:listBibl or tei:recordingStmt or tei:scriptStmt"
                          variorum-origin:at="0 282"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the source is neither a manuscript with an msIdentifier nor a bibl</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add an msDesc or a bibl, or give the witnesses theirs</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-source', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 282"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="35"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader[not(tei:encodingDesc)] | tei:TEI[tei:text]/tei:teiHeader/tei:encodingDesc[1]"
                  mode="check"
                  priority="28"
                  as="map(*)*"
                  variorum-origin:at="0 285">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 36">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="$header/tei:encodingDesc/tei:refsDecl/tei:citeStructure"
                          variorum-origin:at="0 286"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>how the text is cited is missing</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add refsDecl with citeStructure, such as &lt;citeStructure unit="paragraph" match="//body//p" use="@n"/&gt;</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-citation', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 286"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="36"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:variantEncoding/@method"
                  mode="check"
                  priority="27"
                  as="map(*)*"
                  variorum-origin:at="0 289">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 37">
         <_xsl:try>
            <_xsl:variable name="entries"
                           variorum-origin:at="0 290"
                           select="//tei:app[not(ancestor::tei:teiHeader)][not(ancestor::tei:app)]"/>
            <_xsl:variable name="odd"
                           variorum-origin:at="0 291"
                           select="if (. = 'parallel-segmentation') then $entries[@from or @to] else if (. = 'double-end-point') then $entries[not(@from or @to)] else if (. = 'location-referenced') then $entries[not(@loc) or @from] else ()"/>
            <_xsl:choose>
               <_xsl:when test="empty($odd)" variorum-origin:at="0 292"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the header declares </_xsl:text>
                     <_xsl:value-of select="." variorum-origin:at="0 293"/>
                     <_xsl:text>, and </_xsl:text>
                     <_xsl:value-of select="count($odd)" variorum-origin:at="0 294"/>
                     <_xsl:text> of </_xsl:text>
                     <_xsl:value-of select="count($entries)" variorum-origin:at="0 295"/>
                     <_xsl:text> entries are made otherwise</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>declare the method in use: @from and @to are double-end-point, @loc alone is location-referenced, neither is parallel-segmentation</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'variant-encoding-contradicted', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 292"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="37"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader[not(tei:profileDesc)] | tei:TEI[tei:text]/tei:teiHeader/tei:profileDesc[1]"
                  mode="check"
                  priority="26"
                  as="map(*)*"
                  variorum-origin:at="0 298">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 38">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="($header/tei:profileDesc/tei:creation//tei:date | $header/tei:profileDesc/tei:correspDesc/tei:correspAction[@type = 'sent']/tei:date | $header/tei:fileDesc/tei:sourceDesc//(tei:origDate | tei:origin//tei:date | tei:bibl//tei:date))[@when or @from or @notBefore or @to or @notAfter or @when-iso or @from-iso or @notBefore-iso or @to-iso or @notAfter-iso or matches(., '\d{4}')]"
                          variorum-origin:at="0 299"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>when the source was written is missing</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add creation with a date that has @when, or a range</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-origin-date', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 299"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="38"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader[not(tei:profileDesc)] | tei:TEI[tei:text]/tei:teiHeader/tei:profileDesc[1]"
                  mode="check"
                  priority="25"
                  as="map(*)*"
                  variorum-origin:at="0 302">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 39">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="$header/tei:profileDesc/tei:abstract or $header/tei:fileDesc/tei:sourceDesc//tei:msContents/tei:summary"
                          variorum-origin:at="0 303"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the abstract is missing</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add an abstract to profileDesc</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-abstract', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 303"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="39"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader[not(tei:profileDesc)] | tei:TEI[tei:text]/tei:teiHeader/tei:profileDesc[1]"
                  mode="check"
                  priority="24"
                  as="map(*)*"
                  variorum-origin:at="0 306">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 40">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="$header/tei:profileDesc/tei:textClass/(tei:keywords | tei:catRef | tei:classCode)"
                          variorum-origin:at="0 307"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>there are no subjects</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add textClass with keywords</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-keywords', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 307"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="40"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader[not(tei:revisionDesc)] | tei:TEI[tei:text]/tei:teiHeader/tei:revisionDesc"
                  mode="check"
                  priority="23"
                  as="map(*)*"
                  variorum-origin:at="0 310">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 41">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="$header/tei:revisionDesc//tei:change/(@when | @when-iso | @from | @from-iso | @to | @to-iso)[matches(., '^\d{4}-\d\d-\d\d')][substring(., 1, 10) castable as xs:date]"
                          variorum-origin:at="0 311"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>no change has a day</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add a change with @when, such as when="2026-11-24"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-revision', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 311"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="41"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:revisionDesc | tei:revisionDesc/tei:listChange"
                  mode="check"
                  priority="22"
                  as="map(*)*"
                  variorum-origin:at="0 314">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 42">
         <_xsl:try>
            <_xsl:variable name="days"
                           variorum-origin:at="0 315"
                           select="tei:change/@when/substring(., 1, 10)[matches(., '^\d{4}-\d\d-\d\d$')]"/>
            <_xsl:choose>
               <_xsl:when test="deep-equal($days, sort($days)) or deep-equal($days, reverse(sort($days)))"
                          variorum-origin:at="0 316"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the changes are not in the order of their dates: </_xsl:text>
                     <_xsl:value-of select="string-join($days[position() le 6], ', ')"
                                    variorum-origin:at="0 317"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>put the latest change first, or correct its @when</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'revisions-out-of-order', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 316"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="42"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:msDesc"
                  mode="check"
                  priority="21"
                  as="map(*)*"
                  variorum-origin:at="0 320">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 43">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test=".//tei:textLang/@mainLang" variorum-origin:at="0 321"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the language of the source is missing</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add textLang with @mainLang to msContents</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-source-language', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 321"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="43"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:msIdentifier"
                  mode="check"
                  priority="20"
                  as="map(*)*"
                  variorum-origin:at="0 324">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 44">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="tei:repository[normalize-space()] or tei:institution[normalize-space()]"
                          variorum-origin:at="0 325"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the archive or library is not named</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add a repository</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-repository', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 325"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="44"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:msIdentifier"
                  mode="check"
                  priority="19"
                  as="map(*)*"
                  variorum-origin:at="0 328">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 45">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="tei:idno[normalize-space()]" variorum-origin:at="0 329"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the shelfmark is missing</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add an idno</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-shelfmark', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 329"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="45"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:TEI[tei:text]/tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:msIdentifier/tei:idno/tei:idno"
                  mode="check"
                  priority="18"
                  as="map(*)*"
                  variorum-origin:at="0 332">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 46">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="@type" variorum-origin:at="0 333"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this part of the shelfmark does not say what it is</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @type, such as type="fond", "opis", "delo" or "listy"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'header-shelfmark-part', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 333"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="46"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:person/tei:death"
                  mode="check"
                  priority="17"
                  as="map(*)*"
                  variorum-origin:at="0 336">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 47">
         <_xsl:try>
            <_xsl:variable name="born"
                           variorum-origin:at="0 337"
                           select="../tei:birth/(@when | @notBefore | @from)[matches(., '^\d{4}')]"/>
            <_xsl:variable name="died"
                           variorum-origin:at="0 338"
                           select="(@when | @notAfter | @to)[matches(., '^\d{4}')]"/>
            <_xsl:choose>
               <_xsl:when test="empty($born) or empty($died) or (let $b := string($born[1]), $d := string($died[1]), $n := min((string-length($b), string-length($d))) return not(substring($b, 1, $n) gt substring($d, 1, $n)))"
                          variorum-origin:at="0 339"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this person dies (</_xsl:text>
                     <_xsl:value-of select="$died[1]" variorum-origin:at="0 340"/>
                     <_xsl:text>) before being born (</_xsl:text>
                     <_xsl:value-of select="$born[1]" variorum-origin:at="0 341"/>
                     <_xsl:text>)</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>correct the date of birth or of death</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'life-reversed', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 339"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="47"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:location/tei:geo[not(@decls | *)][normalize-space()]"
                  mode="check"
                  priority="16"
                  as="map(*)*"
                  variorum-origin:at="0 344">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 48">
         <_xsl:try>
            <_xsl:variable name="numbers"
                           variorum-origin:at="0 345"
                           select="tokenize(normalize-space(translate(., ',;', '  ')), ' ')"/>
            <_xsl:choose>
               <_xsl:when test="count($numbers) gt 3 or (count($numbers) ge 2 and (every $number in $numbers satisfies $number castable as xs:double) and abs(xs:double($numbers[1])) le 90 and abs(xs:double($numbers[2])) le 180)"
                          variorum-origin:at="0 346"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>“</_xsl:text>
                     <_xsl:value-of select="normalize-space()" variorum-origin:at="0 347"/>
                     <_xsl:text>” is no place on earth</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>write latitude and longitude as decimal degrees, parted by a space: 48.40 9.99</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'geo-out-of-range', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 346"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="48"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="@wit[$witnesses]"
                  mode="check"
                  priority="15"
                  as="map(*)*"
                  variorum-origin:at="0 350">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 49">
         <_xsl:try>
            <_xsl:variable name="unknown"
                           variorum-origin:at="0 351"
                           select="tokenize(.)[starts-with(., '#')][not(id(substring(., 2), root(current()))[self::tei:witness or self::tei:listWit or self::tei:msDesc or self::tei:bibl or self::tei:biblStruct])]"/>
            <_xsl:choose>
               <_xsl:when test="empty($unknown)" variorum-origin:at="0 352"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>no witness has the siglum </_xsl:text>
                     <_xsl:value-of select="string-join($unknown, ', ')" variorum-origin:at="0 353"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>declared: </_xsl:text>
                     <_xsl:value-of select="string-join((//tei:witness/@xml:id ! concat('#', .))[position() le 8], ', ')"
                                    variorum-origin:at="0 490"/>
                     <_xsl:text>; correct the siglum or add a witness to listWit</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'wit-undeclared', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 352"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="49"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="@wit[$hashed or . is $first-wit]"
                  mode="check"
                  priority="14"
                  as="map(*)*"
                  variorum-origin:at="0 356">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 50">
         <_xsl:try>
            <_xsl:variable name="bare"
                           variorum-origin:at="0 357"
                           select="tokenize(.)[not(contains(., '#') or contains(., ':') or contains(., '/') or contains(., '.'))]"/>
            <_xsl:choose>
               <_xsl:when test="empty($bare)" variorum-origin:at="0 358"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the siglum </_xsl:text>
                     <_xsl:value-of select="string-join($bare, ', ')" variorum-origin:at="0 359"/>
                     <_xsl:text> lacks its #</_xsl:text>
                     <_xsl:value-of select="if ($hashed) then '' else ', like all in this file'"
                                    variorum-origin:at="0 360"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>write wit="</_xsl:text>
                     <_xsl:value-of select="string-join(tokenize(.) ! (if (matches(., '[#:/.]')) then . else concat('#', .)) ! replace(replace(., '&amp;', '&amp;amp;'), '&#34;', '&amp;quot;'), ' ')"
                                    variorum-origin:at="0 492"/>
                     <_xsl:text>"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'wit-without-hash', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 358"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="50"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="@*[contains(., ':')][name() = ($pointing, 'url')]"
                  mode="check"
                  priority="13"
                  as="map(*)*"
                  variorum-origin:at="0 363">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 51">
         <_xsl:try>
            <_xsl:variable name="unknown"
                           variorum-origin:at="0 364"
                           select="distinct-values(tokenize(.)[matches(., '^[A-Za-z][A-Za-z0-9+.\-]*:')] ! substring-before(., ':'))[not(lower-case(.) = $schemes)][not(. = $prefixes)][key('prefixed', ., root(current()))[1] is current()]"/>
            <_xsl:choose>
               <_xsl:when test="empty($unknown)" variorum-origin:at="0 365"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the prefix </_xsl:text>
                     <_xsl:value-of select="string-join($unknown ! concat(., ':'), ', ')"
                                    variorum-origin:at="0 366"/>
                     <_xsl:text> is not declared</_xsl:text>
                     <_xsl:value-of select="if (count(key('prefixed', $unknown[1])) gt 1) then concat(' (used ', count(key('prefixed', $unknown[1])), ' times)') else ''"
                                    variorum-origin:at="0 367"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>declared: </_xsl:text>
                     <_xsl:value-of select="if (exists($prefixes)) then string-join($prefixes ! concat(., ':'), ', ') else 'none'"
                                    variorum-origin:at="0 494"/>
                     <_xsl:text>; correct the prefix or add a prefixDef to listPrefixDef in encodingDesc</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'prefix-undeclared', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 365"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="51"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="(tei:persName | tei:placeName | tei:orgName | tei:rs)[ancestor::tei:text][not(ancestor::tei:rdg or ancestor::tei:person or ancestor::tei:place or ancestor::tei:org or ancestor::tei:event)]"
                  mode="check"
                  priority="12"
                  as="map(*)*"
                  variorum-origin:at="0 370">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 52">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="@ref or @key or @sameAs or @corresp or @copyOf"
                          variorum-origin:at="0 371"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>no register entry is named for “</_xsl:text>
                     <_xsl:value-of select="normalize-space()" variorum-origin:at="0 372"/>
                     <_xsl:text>”</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @ref with the entry, such as ref="reg:…"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'mention-without-entry', 'info', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 371"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="52"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="(tei:persName | tei:placeName | tei:orgName | tei:geogName | tei:name | tei:rs | tei:date | tei:title)[parent::tei:p or parent::tei:l or parent::tei:ab or parent::tei:head or parent::tei:note or parent::tei:salute or parent::tei:signed or parent::tei:dateline or parent::tei:seg or parent::tei:quote or parent::tei:q][ancestor::tei:text][text()[normalize-space()]]"
                  mode="check"
                  priority="11"
                  as="map(*)*"
                  variorum-origin:at="0 375">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 53">
         <_xsl:try>
            <_xsl:variable name="edges"
                           variorum-origin:at="0 376"
                           select="(node()[1][self::text()][matches(., '^[^\S\n]+\S')], node()[last()][self::text()][matches(., '\S[^\S\n]+$')])"/>
            <_xsl:choose>
               <_xsl:when test="empty($edges)" variorum-origin:at="0 377"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>there is a space inside the edge of </_xsl:text>
                     <_xsl:value-of select="name()"/>
                     <_xsl:text> “</_xsl:text>
                     <_xsl:value-of select="normalize-space()" variorum-origin:at="0 379"/>
                     <_xsl:text>”</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>move the space outside the tag</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'name-edge-space', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 377"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="53"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="(@when | @notBefore | @notAfter | @from | @to | @when-iso | @notBefore-iso | @notAfter-iso | @from-iso | @to-iso)[matches(., '^-?\d{4,}(-\d\d){0,2}$|^--\d\d(-\d\d)?$|^---\d\d$')]"
                  mode="check"
                  priority="10"
                  as="map(*)*"
                  variorum-origin:at="0 382">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 54">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test=". = '0000' or . castable as xs:date or . castable as xs:gYearMonth or . castable as xs:gYear or . castable as xs:gMonthDay or . castable as xs:gMonth or . castable as xs:gDay"
                          variorum-origin:at="0 383"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>there is no </_xsl:text>
                     <_xsl:value-of select="if (matches(., '^-?\d+-\d\d$')) then 'month' else 'day'"
                                    variorum-origin:at="0 384"/>
                     <_xsl:text> “</_xsl:text>
                     <_xsl:value-of select="." variorum-origin:at="0 385"/>
                     <_xsl:text>”</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>months run from 01 to 12, days to the last of the month: year-month-day, such as 1989-08-22</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'date-impossible', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 383"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="54"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="*[@from and @to or @notBefore and @notAfter][not(self::tei:app or self::tei:span or self::tei:biblScope or self::tei:citedRange or self::tei:locus)]"
                  mode="check"
                  priority="9"
                  as="map(*)*"
                  variorum-origin:at="0 388">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 55">
         <_xsl:try>
            <_xsl:variable name="pairs"
                           variorum-origin:at="0 389"
                           select="((@from, @to)[2], (@notBefore, @notAfter)[2])"/>
            <_xsl:variable name="wrong"
                           variorum-origin:at="0 390"
                           select="for $end in $pairs, $begin in $end/../(if (name($end) = 'to') then @from else @notBefore), $n in min((string-length($begin), string-length($end))) return if (matches($begin, '^\d{4}') and matches($end, '^\d{4}') and substring($begin, 1, $n) gt substring($end, 1, $n)) then concat($begin, ' to ', $end) else if (matches($begin, '^\d{4}') and starts-with($end, '-')) then concat($begin, ' to ', $end) else ()"/>
            <_xsl:choose>
               <_xsl:when test="empty($wrong)" variorum-origin:at="0 391"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the range </_xsl:text>
                     <_xsl:value-of select="$wrong[1]" variorum-origin:at="0 392"/>
                     <_xsl:text> runs backwards</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>exchange the two dates, or correct the one that is wrong</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'date-range-reversed', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 391"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="55"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="tei:*[@when][@notBefore or @notAfter or @from or @to]/@when"
                  mode="check"
                  priority="8"
                  as="map(*)*"
                  variorum-origin:at="0 395">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 56">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="false()" variorum-origin:at="0 396"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>@when stands beside </_xsl:text>
                     <_xsl:value-of select="string-join(../(@from | @to | @notBefore | @notAfter)/concat('@', name()), ', ')"
                                    variorum-origin:at="0 397"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>keep @when for a certain day, or the other attributes for a period or an estimate</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'date-twice-defined', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 396"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="56"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="@*[contains(., '#')][name() = $pointing][not(name() = $elsewhere)]                 [not(name() = ('from', 'to')) or parent::tei:app or parent::tei:span]                 [not(name() = 'wit' and $witnesses)]"
                  mode="check"
                  priority="7"
                  as="map(*)*"
                  variorum-origin:at="0 400">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 57">
         <_xsl:try>
            <_xsl:variable name="lost"
                           variorum-origin:at="0 401"
                           select="tokenize(.)[starts-with(., '#')][not(id(substring(., 2), root(current())))][key('pointing', ., root(current()))[1] is current()]"/>
            <_xsl:choose>
               <_xsl:when test="empty($lost)" variorum-origin:at="0 402"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>
            </_xsl:text>
                     <_xsl:value-of select="string-join($lost ! (if (. = '#') then '# without a name' else .), ', ')"
                                    variorum-origin:at="0 403"/>
                     <_xsl:text> points to nothing in this file</_xsl:text>
                     <_xsl:value-of select="if (count(key('pointing', $lost[1])) gt 1) then concat(' (', count(key('pointing', $lost[1])), ' times)') else ''"
                                    variorum-origin:at="0 404"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>correct the name, or give the element meant its xml:id; what another file holds is reached by a prefix or by file.xml#id</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'pointer-unresolved', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 402"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="57"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="/tei:*"
                  mode="check"
                  priority="6"
                  as="map(*)*"
                  variorum-origin:at="0 407">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 58">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="empty($elsewhere)" variorum-origin:at="0 408"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>
            </_xsl:text>
                     <_xsl:value-of select="count($dangling[name() = $elsewhere])"
                                    variorum-origin:at="0 409"/>
                     <_xsl:text> pointers (</_xsl:text>
                     <_xsl:value-of select="string-join($elsewhere ! concat('@', .), ', ')"
                                    variorum-origin:at="0 410"/>
                     <_xsl:text>) lead to ids that this file does not hold, such as </_xsl:text>
                     <_xsl:value-of select="$dangling[name() = $elsewhere][1]" variorum-origin:at="0 411"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>a # pointer stays in its file; name the register by a prefix with a prefixDef, or as file.xml#id</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'pointers-elsewhere', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 408"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="58"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="(tei:corr | tei:supplied)[ancestor::tei:text]"
                  mode="check"
                  priority="5"
                  as="map(*)*"
                  variorum-origin:at="0 414">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 59">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="@resp or parent::tei:choice/@resp or ancestor::tei:rdg[@wit or @resp] or @source"
                          variorum-origin:at="0 415"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>nobody answers for this </_xsl:text>
                     <_xsl:value-of select="name()"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>add @resp with a responsibility of the header, such as resp="#ed"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'correction-without-responsibility', 'error', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 415"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="59"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="@xml:lang[ancestor::tei:text or ancestor::tei:standOff][exists($declared)][. ne '']"
                  mode="check"
                  priority="4"
                  as="map(*)*"
                  variorum-origin:at="0 419">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 60">
         <_xsl:try>
            <_xsl:variable name="tag" variorum-origin:at="0 420" select="lower-case(.)"/>
            <_xsl:choose>
               <_xsl:when test="not(.. is key('language', $tag)[1]) or (some $one in $declared satisfies $tag = $one or starts-with($tag, concat($one, '-')))"
                          variorum-origin:at="0 421"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>the language </_xsl:text>
                     <_xsl:value-of select="." variorum-origin:at="0 422"/>
                     <_xsl:text> is used and not declared</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>declared: </_xsl:text>
                     <_xsl:value-of select="string-join(//tei:langUsage/tei:language/@ident, ', ')"
                                    variorum-origin:at="0 504"/>
                     <_xsl:text>; correct xml:lang, or add &lt;language ident="</_xsl:text>
                     <_xsl:value-of select="replace(replace(., '&amp;', '&amp;amp;'), '&#34;', '&amp;quot;')"
                                    variorum-origin:at="0 505"/>
                     <_xsl:text>"&gt; to langUsage</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'language-undeclared', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 421"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="60"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="@xml:lang[. ne ''] | tei:language/@ident"
                  mode="check"
                  priority="3"
                  as="map(*)*"
                  variorum-origin:at="0 425">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 61">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="matches(., '^([A-Za-z]{2,3}|[xi])(-[A-Za-z0-9]{1,8})*$')"
                          variorum-origin:at="0 426"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>“</_xsl:text>
                     <_xsl:value-of select="." variorum-origin:at="0 427"/>
                     <_xsl:text>” is no language tag</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>use the tag of two or three letters: en, de, fr, ru, la, grc; a script follows after a hyphen: ru-Latn</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'language-tag', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 426"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="61"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="(tei:p | tei:head | tei:persName | tei:placeName | tei:orgName | tei:hi | tei:emph | tei:quote | tei:q | tei:said | tei:title | tei:note | tei:foreign | tei:term | tei:supplied | tei:corr)[ancestor::tei:text][not(*)][not(processing-instruction())]"
                  mode="check"
                  priority="2"
                  as="map(*)*"
                  variorum-origin:at="0 430">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 62">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="normalize-space() or @sameAs or @copyOf or @corresp or @facs or @target or parent::tei:choice or ancestor::tei:egXML"
                          variorum-origin:at="0 431"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>this </_xsl:text>
                     <_xsl:value-of select="name()"/>
                     <_xsl:text> is empty</_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>fill it or remove it</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'element-empty', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 431"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="62"/>
      </_xsl:next-match>
   </_xsl:template>
   <_xsl:template xmlns:variorum-origin="urn:variorum:schematron"
                  match="(tei:q | tei:quote | tei:said | tei:soCalled)[ancestor::tei:text][$unmarked]"
                  mode="check"
                  priority="1"
                  as="map(*)*"
                  variorum-origin:at="0 435">
      <_xsl:param name="Q{urn:variorum:schematron}fired" select="0"/>
      <_xsl:if test="$Q{urn:variorum:schematron}fired ne 63">
         <_xsl:try>
            <_xsl:choose>
               <_xsl:when test="not(matches(normalize-space(), '^[&#34;“”„«»‟‹›]|[&#34;“”„«»‟‹›]$'))"
                          variorum-origin:at="0 436"/>
               <_xsl:otherwise>
                  <_xsl:variable name="Q{urn:variorum:schematron}message">
                     <_xsl:text>a quotation mark is typed inside </_xsl:text>
                     <_xsl:value-of select="name()"/>
                     <_xsl:text>
         </_xsl:text>
                  </_xsl:variable>
                  <_xsl:variable name="Q{urn:variorum:schematron}help">
                     <_xsl:text>remove the mark; it is generated. If marks are kept, declare quotation marks="all"</_xsl:text>
                     <_xsl:text> </_xsl:text>
                  </_xsl:variable>
                  <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'quotation-mark-typed', 'warning', $Q{urn:variorum:schematron}message, $Q{urn:variorum:schematron}help)"
                                 variorum-origin:at="0 436"/>
               </_xsl:otherwise>
            </_xsl:choose>
            <_xsl:catch>
               <_xsl:sequence select="Q{urn:variorum:schematron}finding((.), ., 'schematron-failed', 'error', 'a rule cannot be decided here: ' || $Q{http://www.w3.org/2005/xqt-errors}description, '')"/>
            </_xsl:catch>
         </_xsl:try>
      </_xsl:if>
      <_xsl:next-match>
         <_xsl:with-param name="Q{urn:variorum:schematron}fired" select="63"/>
      </_xsl:next-match>
   </_xsl:template>
</_xsl:stylesheet>
