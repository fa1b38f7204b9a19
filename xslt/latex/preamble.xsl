<?xml version="1.0" encoding="UTF-8"?>
<!-- The preamble: packages, fonts, languages, and how what the text names is to look. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    xmlns:x="urn:variorum:latex"
    exclude-result-prefixes="#all">

  <xsl:template name="x:preamble" as="text()*">
    <xsl:variable name="languages" as="xs:string*"
        select="distinct-values(tei:text//@v:lang ! x:language(.))"/>
    <xsl:variable name="main" as="xs:string" select="x:main-language(.)"/>
    <xsl:variable name="from-right" as="xs:boolean"
        select="($main, $languages) = $x:right-to-left or x:has-right-to-left(.)"/>
    <xsl:text>% !TeX program = lualatex&#10;</xsl:text>
    <xsl:value-of select="x:page-layout()"/>
    <xsl:text>\usepackage{fontspec}&#10;</xsl:text>
    <xsl:value-of select="x:other-faces(.)"/>
    <xsl:text>\usepackage</xsl:text>
    <xsl:value-of select="'[bidi=basic]'[$from-right]"/>
    <xsl:text>{babel}&#10;</xsl:text>
    <xsl:value-of separator="" select="'\babelprovide[main,import]{' || $main || '}&#10;',
        $languages[. ne $main] ! ('\babelprovide[import]{' || . || '}&#10;')"/>
    <xsl:value-of select="replace($x:packages, 'SERIES', x:letters-in-order(.))"/>
    <xsl:value-of select="$x:mirrored-once[$from-right]"/>
    <xsl:call-template name="x:faces">
      <xsl:with-param name="languages" select="$main, $languages"/>
    </xsl:call-template>
    <xsl:value-of select="x:line-numbers(.), x:running-heads(.)" separator=""/>
  </xsl:template>

  <!-- The line of an entry is the edition's: reledmac sets its number before it and no sign of its
       own into it. A: variants; B: notes, numbered by the edition; C: editorial interventions;
       D: sources; E: parallels; F: testimonia; the letters after it: what else an edition names. -->
  <xsl:variable name="x:packages" as="xs:string"><xsl:text>\usepackage{lua-ul}
\usepackage{graphicx}
\usepackage[hidelinks]{hyperref}
\usepackage[series={SERIES},noend,noeledsec]{reledmac}
\newcommand{\editionface}[1]{\IfFontExistsTF{#1}{\setmainfont{#1}}{}}
\editionface{DejaVu Serif}\editionface{FreeSerif}
\editionface{Linux Libertine O}\editionface{Libertinus Serif}
\AtBeginDocument{\Xarrangement{paragraph}\arrangementX[B]{normal}}
\Xbeforelemmaseparator{0pt}\Xafterlemmaseparator{0pt}
\Xlemmaseparator{}\Xinplaceoflemmaseparator{0pt}
\Xnotenumfont{\bfseries}\Xnumberonlyfirstinline\Xnumberonlyfirstintwolines
\Xafternote{.9em plus .3em minus .2em}
\linenumincrement{5}\setlength{\ledlsnotewidth}{4em}\setlength{\ledlsnotesep}{.8em}
\setstanzaindents{1,0}\setcounter{stanzaindentsrepetition}{1}
\newcommand{\editionabove}{\par\addpenalty{-200}\vskip 9pt plus 2pt}
\newcommand{\editionbelow}{\par\nobreak\vskip 3pt plus 1pt\nobreak}
\newcommand{\editionheading}[2]{\noindent\textbf{\ifnum#1=1 \Large\else\ifnum#1=2 \large\fi\fi #2}}
\newcommand{\editionparagraph}[1]{\ledleftnote{\footnotesize #1}}
\newcommand{\editionverse}[1]{\ledleftnote{\footnotesize #1}}
\newcommand{\editionpicture}[1]{\includegraphics[width=\linewidth,height=.6\textheight,keepaspectratio]{\detokenize{#1}}}
\newcommand{\editionnote}[2]{\setcounter{footnoteB}{#1}\addtocounter{footnoteB}{-1}\footnoteB{#2}}
\newcommand{\editionapart}{\,}
\newcommand{\editionbreak}{\newline}
\newcommand{\editionpage}[1]{\,|\textsuperscript{#1}\,}
\newcommand{\editionline}[1]{\textsuperscript{#1}\,}
\newcommand{\editionsection}[1]{{\footnotesize #1}\enspace}
\newcommand{\editionstruck}[1]{\strikeThrough{#1}}
\newcommand{\editionunderlined}[1]{\underLine{#1}}
\newunderlinetype\editionsecondline{\leaders\vrule height -3.3pt depth 3.7pt}
\newcommand{\editiondoubleunderlined}[1]{{\editionsecondline\underLine{#1}}}
\newunderlinetype\editionupperline{\leaders\vrule height 1.75ex depth -1.65ex}
\newcommand{\editionoverlined}[1]{{\editionupperline#1}}
\newcommand{\editioncapitals}[1]{\MakeUppercase{#1}}
\newcommand{\editionspaced}[1]{{\addfontfeatures{LetterSpace=15}#1}}
\newcommand{\editionlarge}[1]{{\large#1}}
\newcommand{\editionsmall}[1]{{\small#1}}
\newcommand{\editioncentered}{\centering\let\editionbreak\break}
\newcommand{\editionright}{\raggedleft\let\editionbreak\break}
\newcommand{\editionleft}{\raggedright}
\newcommand{\editionjustified}{}
\newcommand{\editionindented}{\advance\leftskip2em\relax}
\newcommand{\editionverseindent}{\hspace*{2em}}
\newcommand{\editionfirstline}{\hspace*{2em}}
\newcommand{\editionspace}{\hspace*{1em}}
\newcommand{\editioncell}{\quad}
\newcommand{\editionitem}[1]{#1\ }
\newcommand{\editionabbr}[1]{\textit{#1}}
\newcommand{\editionreading}[2]{#1#2}
\newcommand{\editionsiglum}[1]{#1}
\newcommand{\editionnth}[1]{#1}
\newcommand{\editionseparator}[1]{#1}
\newcommand{\editionbeside}[1]{#1}
\newcommand{\editionunplaced}[3]{#2#3}
\newcommand{\editionunseen}[2]{}
\newcommand{\editionunit}[1]{}
\makeatletter
\newcommand{\editionplace}[1]{\csxdef{editionpage@\@currentseries}{\the\page@num}\textbf{#1}\enspace}
\newcommand{\editionplaceagain}[1]{\edef\editionpagehere{\the\page@num}\ifcsequal{editionpage@\@currentseries}{editionpagehere}{\editionsame\enspace}{\editionplace{#1}}}
\makeatother
\newcommand{\editionsame}{\iffontchar\font"2016 \char"2016\else\(\|\)\fi}
\Xsymlinenum{\editionsame}
</xsl:text></xsl:variable>
</xsl:stylesheet>
