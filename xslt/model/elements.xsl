<?xml version="1.0" encoding="UTF-8"?>
<!-- What every element of TEI is, in the one vocabulary that all outputs read: the table below is
     the only list of elements. A project's own element, or one that no row names, is `unknown`: its
     text is kept and it is reported once. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- Each row: the word of the vocabulary; what elements of this row hold; their names.

       `blocks`  elements alone: white space in them is layout of the file
       `words`   a text of their own, also where they stand within another block
       `phrase`  words of the text they stand in

       The second column does not say whether an element is a block in its place: v:is-block in
       description.xsl decides that. -->
  <xsl:variable name="v:elements" static="yes" as="map(xs:string, map(xs:string, xs:string))"
      select="map:merge(
      for $row in (
        'text blocks: text group floatingText',
        'division blocks: front body back div div1 div2 div3 div4 div5 div6 div7 titlePage set
           performance prologue epilogue surfaceGrp',
        'heading words: head',
        'group blocks: castList castGroup spGrp superEntry msDesc msPart msFrag msContents physDesc objectDesc
           supportDesc layoutDesc handDesc decoDesc typeDesc scriptDesc bindingDesc sealDesc history
           additional adminInfo custodialHist annotationBlock',
        'group words: argument epigraph postscript docTitle',
        'line words: byline castItem docImprint titlePart trailer witness u entry entryFree msIdentifier msItem
           msItemStruct summary',
        'line phrase: docAuthor docDate docEdition imprimatur',
        'paragraph words: p ab',
        'stanza blocks: lg',
        'verse words: l',
        'speech blocks: sp',
        'speaker words: speaker',
        'stage phrase: stage incident kinesic vocal writing pause move sound tech view camera',
        'opening words: opener',
        'closing words: closer',
        'address phrase: address',
        'letter-line words: dateline salute signed',
        'letter-line phrase: addrLine',
        'quotation phrase: q quote said cit',
        'list blocks: list',
        'item words: item headItem',
        'label phrase: label headLabel',
        'bibliography blocks: listBibl',
        'register blocks: listPerson listPlace listOrg listEvent listNym listObject listRelation',
        'witnesses blocks: listWit',
        'description blocks: biblStruct person personGrp place org event',
        'description phrase: biblFull object nym relation',
        'table blocks: table',
        'row blocks: row',
        'cell words: cell',
        'figure blocks: figure',
        'figure-description words: figDesc',
        'picture phrase: graphic media binaryObject',
        'note words: note',
        'break phrase: lb pb cb gb milestone',
        'space phrase: space caesura',
        'anchor phrase: anchor',
        'reference phrase: ref',
        'pointer phrase: ptr',
        'emphasis phrase: emph',
        'foreign phrase: foreign',
        'title phrase: title',
        'mention phrase: mentioned',
        'gloss phrase: gloss',
        'so-called phrase: soCalled',
        'deletion phrase: del',
        'name phrase: addName eventName forename genName geogName name nameLink objectName orgName
           persName placeName roleName rs surname',
        'place phrase: country district origPlace pubPlace region settlement',
        'date phrase: date origDate time',
        'passage phrase: seg',
        'code words: eg',
        'code phrase: code egXML',
        'punctuation phrase: pc',
        'phrase phrase: abbr actor add affiliation age altIdentifier am att author bibl biblScope c
           choice citedRange cl classCode collection corr damage dim
           dimensions distinct eTree edition editor email ex expan extent forest
           formula fw g gap geogFeat gi handShift height hi ident idno language lem licence locus
           measure metamark mod msName num objectType offset orig phr
           publisher quantity rdg reg rendition repository resp restore retrace role
           roleDesc s secl series sic stamp subst supplied surplus tag term
           unclear val w watermark width witDetail
           form orth pron hyph syll stress gramGrp gram pos gen case number per tns mood iType lbl usg
           lang xr sense def etym re hom colloc subc oRef pRef dictScrap
           ruby rb rt textLang rubric incipit explicit finalRubric colophon support material
           foliation collation condition handNote decoNote layout binding origin provenance
           acquisition surrogates source filiation secFol heraldry catchwords signatures locusGrp
           institution m unit measureGrp rhyme redo undo street postCode postBox ellipsis
           notatedMusic desc meeting metSym depth musicNotation additions accMat seal custEvent
           bloc geo climate terrain moduleRef elementRef classRef macroRef dataRef attRef',
        'phrase blocks: imprint respStmt',
        'silent blocks: TEI teiCorpus teiHeader standOff facsimile listApp app rdgGrp surface zone',
        'silent phrase: addSpan alt altGrp certainty charDecl damageSpan delSpan divGen fsdDecl index interp interpGrp join joinGrp lacunaEnd
           lacunaStart link linkGrp listChange precision respons shift sourceDoc span spanGrp substJoin
           listTranspose timeline wit witEnd witStart',
        'group blocks: fileDesc titleStmt editionStmt publicationStmt seriesStmt notesStmt sourceDesc
           encodingDesc profileDesc revisionDesc availability editorialDecl correction normalization
           punctuation quotation hyphenation segmentation interpretation stdVals refsDecl
           citeStructure projectDesc samplingDecl classDecl taxonomy tagsDecl namespace listPrefixDef
           recordHist correspDesc correspAction langUsage textClass particDesc settingDesc
           abstract creation analytic monogr handNotes schemaSpec specGrp')
      return
        for $is in substring-before($row, ' '),
            $holds in substring-before(substring-after($row, ' '), ':'),
            $name in tokenize(substring-after($row, ':'))
        return map { $name: map { 'is': $is, 'holds': $holds } },
      map { 'duplicates': 'reject' })"/>

  <!-- what ends at a break of the source -->
  <xsl:variable name="v:breaks" static="yes" as="map(xs:string, xs:string)" select="map {
      'lb': 'line', 'pb': 'page', 'cb': 'column', 'gb': 'quire', 'milestone': 'section' }"/>

  <!-- elements in which words run on where a line of the source ends. `ab` is none of them: it may be
       the lines of an inscription or of a page -->
  <xsl:variable name="v:prose" static="yes" as="map(xs:string, xs:boolean)"
      select="map { 'p': true(), 'note': true() }"/>

  <!-- what stands apart from what is beside it in a line that is made of parts -->
  <xsl:variable name="v:parts-of-lines" static="yes" as="map(xs:string, xs:boolean)"
      select="map { 'name': true(), 'place': true(), 'date': true() }"/>

  <!-- the row of an element of TEI; none for one of another vocabulary that has the same name, such as
       the `text` of a drawing -->
  <xsl:function name="v:row" as="map(xs:string, xs:string)?">
    <xsl:param name="element" as="node()?"/>
    <xsl:sequence select="
        $v:elements(local-name($element))
          [namespace-uri($element) = ('http://www.tei-c.org/ns/1.0', 'http://www.tei-c.org/ns/Examples',
                                      'urn:variorum:model')]"/>
  </xsl:function>
</xsl:stylesheet>
