<?xml version="1.0" encoding="UTF-8"?>
<!-- Roles: MARC relator codes of what a `resp` or a @role says, in some languages. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:r="urn:variorum:record"
    exclude-result-prefixes="#all">

  <!-- words of roles, the first that matches counts: who translates and edits is a translator -->
  <xsl:variable name="r:words-of-roles" as="map(xs:string, xs:string)+" select="
      map { 'code': 'pfr', 'words': 'proof|checked|checking|geprüft|корректур' },
      map { 'code': 'trl', 'words': 'translat|übersetz|uebersetz|traduc|traduz|traduit|vertal|tłumacz|překlad|перев[её]?[лод]' },
      map { 'code': 'trc', 'words': 'transcri|transkri|trascri|транскри' },
      map { 'code': 'mrk', 'words': 'encod|encoder|markup|mark-up|tagg|(tei|xml|odd)([^\p{L}]|$)|kodier|auszeichn|codifi|encodage|balis|кодир|разметк' },
      map { 'code': 'edt', 'words': 'edit(or|ion|ed|ing)|herausg|hrsg|éditi|éditeur|édité|editor|edici|edizion|(cura|curatela|curato|curatore)([^\p{L}]|$)|редак|издани|издат' },
      map { 'code': 'com', 'words': 'compil|zusammenstell|kompil|collect|sammlung|состав' },
      map { 'code': 'ann', 'words': 'annot|comment|komment|notes|anmerkung|примеч|коммент' },
      map { 'code': 'pfr', 'words': 'korrekt|correct|corrig|relu|вычит|корр' },
      map { 'code': 'cur', 'words': 'curator([^\p{L}]|$)|kurator' },
      map { 'code': 'csl', 'words': 'consult' },
      map { 'code': 'pht', 'words': 'photo|foto|фото' },
      map { 'code': 'ill', 'words': 'illustrat|иллюстр' },
      map { 'code': 'wpr', 'words': 'preface|foreword|vorwort|préface|предисл' },
      map { 'code': 'win', 'words': 'introduct|einleit|einführ|введен|вступит' },
      map { 'code': 'fnd', 'words': 'fund(ed|er|ing)|finanzier|gefördert|financ' },
      map { 'code': 'pdr', 'words': 'principal|director|direct(ed|ion)|leitung|leiter|lead(er)?([^\p{L}]|$)|руковод' },
      map { 'code': 'prg', 'words': 'program|software|develop|entwickl|программ' },
      map { 'code': 'res', 'words': 'research|forsch|recherche|исслед' },
      map { 'code': 'scr', 'words': 'scribe|schreiber|copyist|writer|copiste|переписч' },
      map { 'code': 'aut', 'words': 'author|verfasser|autor|auteur|автор' },
      map { 'code': 'mrk', 'words': 'conver|konvert|digitali|digitis|digitiz|daten|data' }"/>

  <!-- the relator of a word such as a @role -->
  <xsl:function name="r:relator" as="xs:string?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        ($r:words-of-roles[matches($words, '(^|[^\p{L}])(' || ?words || ')', 'i')])[1]?code"/>
  </xsl:function>

  <!-- the relators of what somebody did: by the code or the address of MARC's list, else by words -->
  <xsl:function name="r:relators-of-tasks" as="xs:string+">
    <xsl:param name="tasks" as="element(tei:resp)*"/>
    <xsl:variable name="found" as="xs:string*" select="distinct-values($tasks ! r:relators-of-task(.))"/>
    <xsl:sequence select="if (exists($found)) then $found else 'ctb'"/>
  </xsl:function>

  <!-- who transcribed and edited has two; of “edition of text and notes” the first word counts -->
  <xsl:function name="r:relators-of-task" as="xs:string*">
    <xsl:param name="task" as="element(tei:resp)"/>
    <xsl:variable name="told" as="xs:string?"
        select="($task/(@ref, @key) ! tokenize(.) ! r:listed-relator(.))[1]"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($task)"/>
    <xsl:sequence select="
        if (exists($told)) then $told
        else if (matches($words, '(^|\s)(of|from|der|des|von|aus|de|du)\s', 'i')) then r:relator($words)
        else distinct-values((
               tokenize($words, '\s+(and|und|et|y|e|и|&amp;)\s+|\s*[,;/+]\s*', 'i') ! r:relator(.)))"/>
  </xsl:function>

  <!-- the relator of a @role: by MARC’s list, else by its words -->
  <xsl:function name="r:relator-of-role" as="xs:string?">
    <xsl:param name="party" as="element()"/>
    <xsl:sequence select="
        (tokenize($party/@role) ! r:listed-relator(.), tokenize($party/@role) ! r:relator(.))[1]"/>
  </xsl:function>

  <!-- what an editor may be called who edits -->
  <xsl:variable name="r:kinds-of-editors" as="xs:string" select="
      '^#?(general|chief|main|senior|series|scholarly|volume|guest|managing|scientific|co|honorary|assistant|associate|responsible|primary|ed|hg|hrsg)([^\p{L}]|$)'"/>

  <!-- a code of MARC’s list, alone or in its address -->
  <xsl:function name="r:listed-relator" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="code" as="xs:string" select="
        replace($pointer, '^(https?://(www\.)?id\.loc\.gov/vocabulary/relators/|marcrel(ator)?:|#)', '')
        => replace('\.[a-z]+$|/$', '')"/>
    <xsl:sequence select="$code[. = $r:listed-relators]"/>
  </xsl:function>

  <!-- MARC’s list of relators -->
  <xsl:variable name="r:listed-relators" as="xs:string+" select="tokenize('
      abr acp act adi adp aft anc anl anm ann ant ape apl app aqt arc ard arr art asg asn
      ato att auc aud aue aui aup aus aut bdd bjd bka bkd bkp blw bnd bpd brd brl bsl cad
      cas ccp chr cli cll clr clt cmm cmp cmt cnd cng cns coe col com con cop cor cos cot
      cou cov cpc cpe cph cpl cpt cre crp crr crt csl csp cst ctb cte ctg ctr cts ctt cur
      cwt dbd dbp dfd dfe dft dgc dgg dgs dis djo dln dnc dnr dpc dpt drm drt dsr dst dtc
      dte dtm dto dub edc edd edm edt egr elg elt eng enj etr evp exp fac fds fld flm fmd
      fmk fmo fmp fnd fon fpy frg gdv gis grt his hnr hst ill ilu ink ins inv isb itr ive
      ivr jud jug lbr lbt ldr led lee lel len let lgd lie lil lit lsa lse lso ltg ltr lyr
      mcp mdc med mfp mfr mka mod mon mrb mrk msd mte mtk mup mus mxe nan nrt onp opn org
      orm osp oth own pad pan pat pbd pbl pdr pfr pht plt pma pmn pnc pop ppm ppt pra prc
      prd pre prf prg prm prn pro prp prs prt prv pta pte ptf pth ptt pup rap rbr rcd rce
      rcp rdd red ren res rev rpc rps rpt rpy rse rsg rsp rsr rst rth rtm rxa sad sce scl
      scr sde sds sec sfx sgd sgn sht sll sng spk spn spy srv std stg stl stm stn str swd
      tad tau tcd tch ths tld tlg tlh tlp trc trl tyd tyg uvp vac vdg vfx voc wac wal wam
      wat waw wdc wde win wit wpr wst wts')"/>
</xsl:stylesheet>
